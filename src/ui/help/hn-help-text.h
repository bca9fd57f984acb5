/* A line of a page of the guide: a paragraph or a heading that the keyboard can stand on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-help-book.h"

G_BEGIN_DECLS

#define HN_TYPE_HELP_TEXT (hn_help_text_get_type ())
G_DECLARE_FINAL_TYPE (HnHelpText, hn_help_text, HN, HELP_TEXT, GtkWidget)

GtkWidget *hn_help_text_new         (HnHelpBook      *book,
                                     const GPtrArray *spans);
GtkWidget *hn_help_text_new_heading (HnHelpBook      *book,
                                     const GPtrArray *spans,
                                     int              level);

G_END_DECLS
