/* The lists of a tab, one shown at a time, and beside it the selected record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-list-page.h"

G_BEGIN_DECLS

/* Property "kind" (string, read-only): the name of the kind whose list is shown.
 * Property "side-shown" (boolean): whether the selected record is shown beside it. */
#define HN_TYPE_TAB_PAGE (hn_tab_page_get_type ())
G_DECLARE_FINAL_TYPE (HnTabPage, hn_tab_page, HN, TAB_PAGE, AdwBin)

GtkWidget *hn_tab_page_new (HnContext *context, GPtrArray *kinds, const HnKind *first);
gboolean hn_tab_page_has_kind (HnTabPage *self, const HnKind *kind);
const HnKind *hn_tab_page_get_kind (HnTabPage *self);
HnListPage *hn_tab_page_get_list (HnTabPage *self);
HnListPage *hn_tab_page_show_list (HnTabPage *self, const HnKind *kind);
void hn_tab_page_show_record (HnTabPage *self, const HnKind *kind, gint64 id);
void hn_tab_page_step (HnTabPage *self, int by);
void hn_tab_page_set_narrow (HnTabPage *self, gboolean narrow, gboolean slim);
GtkWidget *hn_tab_page_get_side (HnTabPage *self);

G_END_DECLS
