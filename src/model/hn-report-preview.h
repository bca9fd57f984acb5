/* The pages of a report as it is chosen, made by a reading thread and kept up with the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report-choice.h"
#include "hn-report-pages.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* A list model of HnReportPageItem: those pages that are known. Property "state" is notified. */
#define HN_TYPE_REPORT_PREVIEW (hn_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (HnReportPreview, hn_report_preview, HN, REPORT_PREVIEW, GObject)

typedef enum
{
  HN_PREVIEW_EMPTY,   /* nothing is chosen */
  HN_PREVIEW_LOADING, /* the first pages are being made; those of the choice before are still there */
  HN_PREVIEW_FULL,
  HN_PREVIEW_FAILED,
} HnPreviewState;

HnReportPreview      *hn_report_preview_new         (HnStore               *store);
void                  hn_report_preview_set_choice  (HnReportPreview       *self,
                                                     const HnReportChoice  *choice);
const HnReportChoice *hn_report_preview_get_choice  (HnReportPreview       *self);
HnPreviewState        hn_report_preview_get_state   (HnReportPreview       *self);
const char           *hn_report_preview_get_failure (HnReportPreview       *self);
HnReportPages        *hn_report_preview_get_pages   (HnReportPreview       *self);
gboolean              hn_report_preview_is_complete (HnReportPreview       *self);
void                  hn_report_preview_load_more   (HnReportPreview       *self);
void                  hn_report_preview_reload      (HnReportPreview       *self);
void                  hn_report_preview_read_page   (HnReportPreview       *self,
                                                     HnReportPageItem      *item);

G_END_DECLS
