/* The making of a workbook or a PDF, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report-choice.h"
#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_EXPORT (hn_export_get_type ())
G_DECLARE_FINAL_TYPE (HnExport, hn_export, HN, EXPORT, GObject)

/* What is written. */
typedef enum
{
  HN_EXPORT_WORKBOOK,  /* one, with all forms */
  HN_EXPORT_WORKBOOKS, /* one a form, into a folder */
  HN_EXPORT_PDF,       /* the pages */
} HnExportAs;

HnExport *hn_export_new          (HnStore              *store);
double    hn_export_get_progress (HnExport             *self);
void      hn_export_run_async    (HnExport             *self,
                                  const HnReportChoice *choice,
                                  HnExportAs            as,
                                  const char           *path,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean  hn_export_run_finish   (HnExport             *self,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
