/* What the parts of a report's preview share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report-preview.h"

G_BEGIN_DECLS

/* So many pages are made without being asked for, so that the scroll bar of a usual report is right. */
#define HN_PREVIEW_AHEAD 240

struct _HnReportPreview
{
  GObject parent_instance;

  HnStore *store;
  HnReportChoice *choice; /* or NULL */
  HnReportPages *pages;   /* or NULL, those that are shown */
  GPtrArray *items;       /* of HnReportPageItem */
  GCancellable *cancellable;
  HnPreviewState state;
  char *failure;
  gboolean more; /* being laid out */
};

void hn_report_preview_set_state    (HnReportPreview *self,
                                     HnPreviewState   state,
                                     const char      *failure);
void hn_report_preview_append_items (HnReportPreview *self);
void hn_report_preview_load_ahead   (HnReportPreview *self);

G_END_DECLS
