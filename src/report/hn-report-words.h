/* What is printed alike on paper and in a workbook. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

/* Element 5a: what kind of paper the report is, as the symbol of its number says ("BC", Appendix III). */
#define HN_REPORT_TYPE "BÁO CÁO"

/* Nothing follows (Appendix III: all models, bodies and appendices). */
#define HN_REPORT_END "./."

char     *hn_report_number_line     (const HnReport     *report);
char     *hn_report_date_line       (const HnReport     *report);
char     *hn_report_appendix        (const HnReport     *report,
                                     const HnReportForm *form);
char     *hn_report_goes_with       (const HnReport     *report);
char     *hn_report_end_mark        (const char         *text);
gboolean  hn_report_ends_with_table (const HnReportForm *form,
                                     HnDress             dress);

G_END_DECLS
