/* What the parts of the report's page share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-figure-side.h"
#include "hn-report-forms.h"
#include "hn-report-page.h"
#include "hn-report-period.h"
#include "hn-report-preview.h"
#include "hn-report-view.h"

G_BEGIN_DECLS

struct _HnReportPage
{
  AdwNavigationPage parent_instance;

  HnContext *context;
  HnReportPreview *preview;
  GCancellable *cancellable;
  GCancellable *asking; /* whether the report was sent; or NULL */
  gpointer asked;       /* the pages about which that was asked; only compared */
  GPtrArray *rules; /* of HnRuleSet, as in the drop-down after the office's own; or NULL */
  gboolean ready;   /* the choice is the person's, not that of a page that is being filled */

  AdwWindowTitle *window_title;
  AdwSpinner *spinner;
  HnReportPeriod *period;
  GtkDropDown *rules_drop_down;
  GtkDropDown *dress_drop_down;
  GtkCheckButton *basis_button;
  GtkCheckButton *charts_button;
  GtkCheckButton *each_button;
  GtkCheckButton *sensitive_button;
  GtkDropDown *areas_drop_down;
  AdwOverlaySplitView *forms_split;
  AdwOverlaySplitView *figure_split;
  HnReportForms *forms;
  HnFigureSide *figure;
  GtkStack *faces;
  AdwStatusPage *failed_page;
  HnReportView *view;
  GtkLabel *page_label;
  GtkButton *sent_button;
};

void hn_report_page_choose     (HnReportPage *self);
void hn_report_page_load_choice (HnReportPage *self);

G_END_DECLS
