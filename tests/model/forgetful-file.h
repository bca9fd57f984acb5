/* A file on a medium that takes what it does not keep. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *forgetful_file_new (const char *path,
                           gboolean    lasting);

G_END_DECLS
