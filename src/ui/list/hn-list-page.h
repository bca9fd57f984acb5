/* One tab: its list, the search above it, and what it adds up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-tabs.h"

G_BEGIN_DECLS

#define HN_TYPE_LIST_PAGE (hn_list_page_get_type ())
G_DECLARE_FINAL_TYPE (HnListPage, hn_list_page, HN, LIST_PAGE, AdwBin)

HnListPage *hn_list_page_new          (HnContext       *context,
                                       const HnTabInfo *info);
void        hn_list_page_set_narrow   (HnListPage      *self,
                                       gboolean         narrow);
void        hn_list_page_add          (HnListPage      *self);
void        hn_list_page_focus_search (HnListPage      *self);

G_END_DECLS
