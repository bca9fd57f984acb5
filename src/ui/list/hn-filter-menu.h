/* What else a list can be filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-filter-slot.h"

G_BEGIN_DECLS

#define HN_TYPE_FILTER_MENU (hn_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterMenu, hn_filter_menu, HN, FILTER_MENU, GtkPopover)

GtkWidget *hn_filter_menu_new  (void);
void       hn_filter_menu_fill (HnFilterMenu *self,
                                GPtrArray    *slots);

G_END_DECLS
