/* What a screen reader says of the rows of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-kind.h"

G_BEGIN_DECLS

GtkListItemFactory *hn_record_rows_new      (GtkColumnView *view);
void                hn_record_rows_say_sort (GtkColumnView *view,
                                             const HnKind  *kind);

G_END_DECLS
