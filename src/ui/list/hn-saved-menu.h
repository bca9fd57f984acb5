/* The filters of a list that have a name: chosen, kept, renamed, deleted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-list-query.h"

G_BEGIN_DECLS

#define HN_TYPE_SAVED_MENU (hn_saved_menu_get_type ())
G_DECLARE_FINAL_TYPE (HnSavedMenu, hn_saved_menu, HN, SAVED_MENU, GtkPopover)

GtkWidget *hn_saved_menu_new     (HnContext   *context,
                                  HnListQuery *query);
void       hn_saved_menu_save_as (HnSavedMenu *self);

G_END_DECLS
