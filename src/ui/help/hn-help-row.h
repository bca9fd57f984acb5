/* A page of the guide in a list: its title, and a line of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-help-page.h"

G_BEGIN_DECLS

#define HN_TYPE_HELP_ROW (hn_help_row_get_type ())
G_DECLARE_FINAL_TYPE (HnHelpRow, hn_help_row, HN, HELP_ROW, GtkListBoxRow)

GtkWidget        *hn_help_row_new      (const HnHelpPage *page,
                                        const char       *words);
const HnHelpPage *hn_help_row_get_page (HnHelpRow        *self);

G_END_DECLS
