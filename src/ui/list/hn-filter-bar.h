/* The search of a list, and beside it, in chips, what the list is filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-filter.h"

G_BEGIN_DECLS

#define HN_TYPE_FILTER_BAR (hn_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterBar, hn_filter_bar, HN, FILTER_BAR, AdwBin)

void            hn_filter_bar_set_kind         (HnFilterBar  *self,
                                                HnContext    *context,
                                                const HnKind *kind);
HnFilter       *hn_filter_bar_get_filter       (HnFilterBar  *self);
void            hn_filter_bar_set_filter       (HnFilterBar  *self,
                                                HnFilter     *filter);
void            hn_filter_bar_refresh          (HnFilterBar  *self);
void            hn_filter_bar_set_narrow       (HnFilterBar  *self,
                                                gboolean      narrow);
GtkSearchEntry *hn_filter_bar_get_search       (HnFilterBar  *self);
GtkMenuButton  *hn_filter_bar_get_saved_button (HnFilterBar  *self);
GtkMenuButton  *hn_filter_bar_get_columns_button
                                               (HnFilterBar  *self);

G_END_DECLS
