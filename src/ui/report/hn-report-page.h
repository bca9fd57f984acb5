/* The report: what is chosen, its pages as they will be, and the records behind each figure. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_REPORT_PAGE_TAG "report"

/* Property "narrow" (boolean): the forms lie over the pages, and are shown when they are asked for. */
#define HN_TYPE_REPORT_PAGE (hn_report_page_get_type ())
G_DECLARE_FINAL_TYPE (HnReportPage, hn_report_page, HN, REPORT_PAGE, AdwNavigationPage)

AdwNavigationPage *hn_report_page_new (HnContext *context);

G_END_DECLS
