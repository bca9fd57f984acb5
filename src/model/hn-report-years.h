/* The years that a report can be made for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *periods; /* of HnPeriod, a year each, the newest first */
  guint      likely;  /* which one a person most likely wants a report of */
  guint      working; /* in which one the office works */
  guint      month;   /* of that one, from 1: the latest that is over; the first where none is */
  guint      quarter;
  guint      half;
} HnReportYears;

HnReportYears *hn_report_years_list        (HnRegister           *reg,
                                            HnDate                today,
                                            GError              **error);
void           hn_report_years_free        (HnReportYears        *years);

void           hn_report_years_load_async  (HnStore              *store,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
HnReportYears *hn_report_years_load_finish (HnStore              *store,
                                            GAsyncResult         *result,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportYears, hn_report_years_free)

G_END_DECLS
