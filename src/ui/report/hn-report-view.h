/* The pages of a report one below the other, at any size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-report-preview.h"

G_BEGIN_DECLS

/* Property "zoom" (double): pixels a point. Property "fit" (boolean): the widest page is as wide as there is room.
 * Property "page" (uint): the one that is looked at.
 * Signal "pressed" (HnReportView *view, HnPaperSpot *spot): a figure was chosen. */
#define HN_TYPE_REPORT_VIEW (hn_report_view_get_type ())
G_DECLARE_FINAL_TYPE (HnReportView, hn_report_view, HN, REPORT_VIEW, AdwBin)

void  hn_report_view_set_preview (HnReportView     *self,
                                  HnReportPreview  *preview);
guint hn_report_view_get_page    (HnReportView     *self);
void  hn_report_view_scroll_to   (HnReportView     *self,
                                  guint             page);
void  hn_report_view_zoom        (HnReportView     *self,
                                  int               by);

G_END_DECLS
