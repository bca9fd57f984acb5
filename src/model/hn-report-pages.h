/* A report that is made and its pages, held by all who show them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-paper.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  HnReport *report;
  HnPaper  *paper;
} HnReportPages;

HnReportPages *hn_report_pages_new   (HnReport       *report);
HnReportPages *hn_report_pages_ref   (HnReportPages  *self);
void           hn_report_pages_unref (HnReportPages  *self);

/* One of them, as an item of a list. Signal "changed": it shows something else now. */
#define HN_TYPE_REPORT_PAGE_ITEM (hn_report_page_item_get_type ())
G_DECLARE_FINAL_TYPE (HnReportPageItem, hn_report_page_item, HN, REPORT_PAGE_ITEM, GObject)

HnReportPageItem *hn_report_page_item_new        (HnReportPages     *pages,
                                                  guint              index);
void              hn_report_page_item_set_pages  (HnReportPageItem  *self,
                                                  HnReportPages     *pages);
HnReportPages    *hn_report_page_item_get_pages  (HnReportPageItem  *self);
guint             hn_report_page_item_get_index  (HnReportPageItem  *self);
char             *hn_report_page_item_get_name   (HnReportPageItem  *self);
void              hn_report_page_item_read       (HnReportPageItem  *self,
                                                  HnStore           *store,
                                                  GCancellable      *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportPages, hn_report_pages_unref)

G_END_DECLS
