/* How wide text is in Times New Roman, and how many lines it takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double hn_text_width (const char *text,
                      double      size,
                      gboolean    bold);
guint  hn_text_lines (const char *text,
                      double      size,
                      gboolean    bold,
                      double      width);
double hn_text_word  (const char *text,
                      double      size,
                      gboolean    bold);
char **hn_text_balance
                     (const char *text,
                      double      size,
                      gboolean    bold,
                      double      width);
char **hn_text_wrap  (const char *text,
                      double      size,
                      gboolean    bold,
                      double      width);

G_END_DECLS
