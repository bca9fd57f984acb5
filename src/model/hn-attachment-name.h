/* Names of files, as they come and as they may go. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_attachment_name_clean    (const char *name);
char *hn_attachment_name_for_file (const char *name);

G_END_DECLS
