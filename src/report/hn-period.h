/* Reporting periods: what days a year, half or month of reports covers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period-rules.h"

G_BEGIN_DECLS

#define HN_PERIOD_ERROR (hn_period_error_quark ())

typedef enum
{
  HN_PERIOD_ERROR_MALFORMED,
  HN_PERIOD_ERROR_NO_RULE, /* the rule set has no such periods */
} HnPeriodError;

GQuark hn_period_error_quark (void);

typedef struct
{
  char          *name;  /* as written: 2021, 2021-H1, 2021-9M, 2021-Q3, 2021-05, 2016-2021, 2020-12-15..2021-12-14 */
  HnPeriodKind   kind;
  HnPeriodRules *rules; /* that cut it */
  int            year;  /* the report year; of a term or range that of its end */
  HnDate         first; /* its first and last month; of a range its days */
  HnDate         last;
  HnDate         from;  /* full days, both inside */
  HnDate         to;
} HnPeriod;

HnPeriod *hn_period_parse      (const char      *text,
                                HnPeriodRules   *rules,
                                GError         **error);
HnPeriod *hn_period_copy       (const HnPeriod  *period);
void      hn_period_free       (HnPeriod        *period);
HnPeriod *hn_period_year_start (const HnPeriod  *period);
HnPeriod *hn_period_year_ago   (const HnPeriod  *period);
char     *hn_period_label      (const HnPeriod  *period);
char     *hn_period_window     (const HnPeriod  *period);
HnDate    hn_period_due        (const HnPeriod  *period);
gboolean  hn_period_contains   (const HnPeriod  *period,
                                HnDate           date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPeriod, hn_period_free)

G_END_DECLS
