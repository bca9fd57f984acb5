/* Which columns a list shows, and by which it is sorted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-list-memory.h"

G_BEGIN_DECLS

#define HN_TYPE_COLUMNS_MENU (hn_columns_menu_get_type ())
G_DECLARE_FINAL_TYPE (HnColumnsMenu, hn_columns_menu, HN, COLUMNS_MENU, GtkPopover)

GtkWidget *hn_columns_menu_new        (GtkColumnView *view,
                                       const HnKind  *kind);
void       hn_columns_menu_set_narrow (HnColumnsMenu *self,
                                       gboolean       narrow);

G_END_DECLS
