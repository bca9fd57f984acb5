/* Vietnamese text made comparable: without marks, and with marks in one place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_text_fold     (const char *text);
char *hn_text_mark     (const char *text);
char *hn_text_initials (const char *text);
char *hn_text_digits   (const char *text);

G_END_DECLS
