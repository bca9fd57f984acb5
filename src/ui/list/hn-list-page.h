/* One list of records: the search and the filter above it, its rows, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_LIST_PAGE (hn_list_page_get_type ())
G_DECLARE_FINAL_TYPE (HnListPage, hn_list_page, HN, LIST_PAGE, AdwBin)

GtkWidget    *hn_list_page_new              (HnContext         *context,
                                             const HnKind      *kind);
const HnKind *hn_list_page_get_kind         (HnListPage        *self);
void          hn_list_page_set_narrow       (HnListPage        *self,
                                             gboolean           narrow);
gint64        hn_list_page_get_selected_id  (HnListPage        *self);
GArray       *hn_list_page_get_selected_ids (HnListPage        *self);
void          hn_list_page_select           (HnListPage        *self,
                                             gint64             id);
void          hn_list_page_set_conditions   (HnListPage        *self,
                                             const char *const *where);
void          hn_list_page_set_search       (HnListPage        *self,
                                             const char        *search);
void          hn_list_page_add              (HnListPage        *self);
void          hn_list_page_focus_search     (HnListPage        *self);
void          hn_list_page_focus            (HnListPage        *self);

G_END_DECLS
