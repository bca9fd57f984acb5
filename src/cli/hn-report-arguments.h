/* The options that say which report is meant, for every verb that makes one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-arguments.h"
#include "hn-report.h"

G_BEGIN_DECLS

typedef struct
{
  HnReportOptions options;
  HnPeriod       *period;
  GStrv           forms;
} HnReportArguments;

HnReportArguments *hn_report_arguments_check (const HnArguments  *arguments,
                                              GError            **error);
gboolean           hn_report_arguments_find  (HnReportArguments  *self,
                                              const HnArguments  *arguments,
                                              HnRegister         *reg,
                                              GError            **error);
void               hn_report_arguments_free  (HnReportArguments  *self);
HnPeriodRules     *hn_cli_rules              (HnRegister         *reg,
                                              const char         *name,
                                              GError            **error);
gboolean           hn_cli_day                (const char         *text,
                                              HnDate             *day,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReportArguments, hn_report_arguments_free)

G_END_DECLS
