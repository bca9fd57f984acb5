/* What a person chooses for a report, and making it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

typedef struct
{
  char    *period;    /* as hn_period_parse() reads it */
  char    *rules;     /* of a rule set, or NULL: those of the office */
  char   **forms;     /* names, at least one */
  HnDress  dress;
  HnAreas  areas;
  gboolean sensitive;
  gboolean basis;
  gboolean charts;
} HnReportChoice;

HnReportChoice *hn_report_choice_new     (void);
HnReportChoice *hn_report_choice_copy    (const HnReportChoice  *self);
void            hn_report_choice_free    (HnReportChoice        *self);
gboolean        hn_report_choice_equal   (const HnReportChoice  *self,
                                          const HnReportChoice  *other);
HnPeriod       *hn_report_choice_period  (const HnReportChoice  *self,
                                          HnRegister            *reg,
                                          GError               **error);
HnReportOptions hn_report_choice_options (const HnReportChoice  *self,
                                          const HnPeriod        *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportChoice, hn_report_choice_free)

G_END_DECLS
