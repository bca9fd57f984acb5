/* Rule sets of reporting periods: where months, quarters and years begin and end, and when their reports are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"

G_BEGIN_DECLS

typedef enum
{
  HN_PERIOD_MONTH,
  HN_PERIOD_QUARTER,
  HN_PERIOD_HALF,
  HN_PERIOD_NINE_MONTHS,
  HN_PERIOD_YEAR,
  HN_PERIOD_TERM,  /* several years */
  HN_PERIOD_RANGE, /* from a day to a day; no rule cuts it */
} HnPeriodKind;

/* A day by its place in a month: shift months after another month; 31 is the last day of any month. */
typedef struct
{
  int day;
  int shift;
} HnMonthDay;

/* How one kind of period is cut. The first day counts from the period's first month, the last and the due one from
 * its last. */
typedef struct
{
  HnPeriodKind kind;
  int          part;         /* only this one of the year, from 1: the second half; 0: any */
  HnMonthDay   from;
  HnMonthDay   to;
  HnMonthDay   due;          /* day 0: not on a fixed day */
  int          due_after;    /* working days after the last day; 0 where due is a fixed day or nothing is known */
  HnDate       valid_from;   /* unset: always; a rule is looked up by the last day that it gives */
  HnDate       valid_to;
  char        *source;       /* the decree or circular, or NULL */
} HnPeriodRule;

typedef struct _HnPeriodRules HnPeriodRules;

HnPeriodRules      *hn_period_rules_new         (const char          *name,
                                                 const char          *label);
HnPeriodRules      *hn_period_rules_calendar    (void);
HnPeriodRules      *hn_period_rules_ref         (HnPeriodRules       *self);
void                hn_period_rules_unref       (HnPeriodRules       *self);

void                hn_period_rules_add         (HnPeriodRules       *self,
                                                 const HnPeriodRule  *rule);
void                hn_period_rules_add_holiday (HnPeriodRules       *self,
                                                 HnDate               from,
                                                 HnDate               to,
                                                 gboolean             yearly,
                                                 gboolean             working);

const char         *hn_period_rules_get_name    (const HnPeriodRules *self);
const char         *hn_period_rules_get_label   (const HnPeriodRules *self);
const HnPeriodRule *hn_period_rules_cover       (const HnPeriodRules *self,
                                                 HnPeriodKind         kind,
                                                 HnDate               first,
                                                 HnDate               last,
                                                 HnDate              *from,
                                                 HnDate              *to);
HnDate              hn_period_rules_due         (const HnPeriodRules *self,
                                                 HnPeriodKind         kind,
                                                 HnDate               last,
                                                 HnDate               to);
HnDate              hn_period_rules_work_from   (const HnPeriodRules *self,
                                                 HnDate               day,
                                                 int                  n_days);
int                 hn_period_rules_year_of     (const HnPeriodRules *self,
                                                 HnDate               day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPeriodRules, hn_period_rules_unref)

G_END_DECLS
