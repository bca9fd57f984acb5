/* A file that is written beside its place and moved there when it is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *hn_whole_file_begin   (const char  *path,
                                GError     **error);
gboolean hn_whole_file_finish  (const char  *unfinished,
                                const char  *path,
                                GError     **error);
void     hn_whole_file_abandon (const char  *unfinished);

G_END_DECLS
