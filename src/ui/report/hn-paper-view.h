/* One page of a report on the screen: its figures can be pointed at and pressed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-report-preview.h"

G_BEGIN_DECLS

/* Property "zoom" (double): pixels a point.
 * Signal "pressed" (HnPaperView *view, HnPaperSpot *spot): a figure was chosen. */
#define HN_TYPE_PAPER_VIEW (hn_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (HnPaperView, hn_paper_view, HN, PAPER_VIEW, GtkWidget)

GtkWidget         *hn_paper_view_new      (HnReportPreview   *preview);
void               hn_paper_view_set_item (HnPaperView       *self,
                                           HnReportPageItem  *item);

G_END_DECLS
