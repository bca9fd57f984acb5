/* Which columns a list shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-list-memory.h"

G_BEGIN_DECLS

#define HN_TYPE_COLUMNS_MENU (hn_columns_menu_get_type ())
G_DECLARE_FINAL_TYPE (HnColumnsMenu, hn_columns_menu, HN, COLUMNS_MENU, GtkPopover)

GtkWidget *hn_columns_menu_new (GtkColumnView *view,
                                const HnKind  *kind);

G_END_DECLS
