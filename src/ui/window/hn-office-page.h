/* The lists beside the tabs: what the office has settled, and what other records refer to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-tab-page.h"

G_BEGIN_DECLS

/* By which a navigation view finds it. */
#define HN_OFFICE_PAGE_TAG "office"

#define HN_TYPE_OFFICE_PAGE (hn_office_page_get_type ())
G_DECLARE_FINAL_TYPE (HnOfficePage, hn_office_page, HN, OFFICE_PAGE, AdwNavigationPage)

AdwNavigationPage *hn_office_page_new (HnContext *context, GMenuModel *lists);
HnTabPage *hn_office_page_get_tab_page (HnOfficePage *self);
void hn_office_page_set_narrow (HnOfficePage *self, gboolean narrow, gboolean slim);

G_END_DECLS
