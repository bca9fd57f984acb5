/* What is printed alike on paper and in a workbook. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

char *hn_report_number_line (const HnReport     *report);
char *hn_report_date_line   (const HnReport     *report);
char *hn_report_appendix    (const HnReport     *report,
                             const HnReportForm *form);
char *hn_report_goes_with   (const HnReport     *report);

G_END_DECLS
