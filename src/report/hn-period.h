/* Reporting periods: what days a year, half or month of reports covers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"

G_BEGIN_DECLS

#define HN_PERIOD_ERROR (hn_period_error_quark ())

typedef enum
{
  HN_PERIOD_ERROR_MALFORMED,
} HnPeriodError;

GQuark hn_period_error_quark (void);

typedef enum
{
  HN_CUTOFF_ND09,     /* NĐ 09/2019/NĐ-CP, Điều 12: 15/12 to 14/12 */
  HN_CUTOFF_CALENDAR, /* 01/01 to 31/12 */
} HnCutoff;

typedef struct
{
  char    *name;   /* as written: 2021, 2021-H1, 2021-9M, 2021-Q3, 2021-05, 2020-12-15..2021-12-14 */
  HnCutoff cutoff;
  int      year;   /* the report year; of a free range that of its end */
  HnDate   from;   /* full days, both inside */
  HnDate   to;
} HnPeriod;

HnPeriod *hn_period_parse      (const char      *text,
                                HnCutoff         cutoff,
                                GError         **error);
void      hn_period_free       (HnPeriod        *period);
HnPeriod *hn_period_year_start (const HnPeriod  *period);
HnPeriod *hn_period_year_ago   (const HnPeriod  *period);
char     *hn_period_label      (const HnPeriod  *period);
char     *hn_period_window     (const HnPeriod  *period);
gboolean  hn_period_contains   (const HnPeriod  *period,
                                HnDate           date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPeriod, hn_period_free)

G_END_DECLS
