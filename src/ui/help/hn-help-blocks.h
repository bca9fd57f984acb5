/* What a page of the guide is made of, as widgets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-help-book.h"

G_BEGIN_DECLS

/* Called for the heading of each section that can be led to. */
typedef void (*HnHelpSectionFunc) (const char *id,
                                   GtkWidget  *heading,
                                   gpointer    data);

void hn_help_blocks_add       (GtkBox            *box,
                               HnHelpBook        *book,
                               const HnHelpPage  *page,
                               HnHelpSectionFunc  section,
                               gpointer           data);

G_END_DECLS
