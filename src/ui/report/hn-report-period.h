/* Chooses the period of a report: a year, a part of it, several, or from a day to a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal "changed". */
#define HN_TYPE_REPORT_PERIOD (hn_report_period_get_type ())
G_DECLARE_FINAL_TYPE (HnReportPeriod, hn_report_period, HN, REPORT_PERIOD, AdwBin)

char       *hn_report_period_get_period (HnReportPeriod  *self);
void        hn_report_period_set_year   (HnReportPeriod  *self,
                                         int              year);
const char *hn_report_period_get_kind   (HnReportPeriod  *self);
void        hn_report_period_set_kind   (HnReportPeriod  *self,
                                         const char      *kind,
                                         guint            part);

G_END_DECLS
