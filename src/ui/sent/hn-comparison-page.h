/* A report that was sent beside today's count. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_COMPARISON_PAGE (hn_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (HnComparisonPage, hn_comparison_page, HN, COMPARISON_PAGE, AdwNavigationPage)

AdwNavigationPage *hn_comparison_page_new (HnContext *context,
                                           gint64     id);

G_END_DECLS
