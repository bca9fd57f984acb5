/* Reports made by hand, of as many rows as are wanted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"
#include "hn-paper.h"

G_BEGIN_DECLS

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_DATE,
  COLUMN_PEOPLE,
  COLUMN_MONEY,
  N_TEST_COLUMNS,
};

HnReport     *paper_report_new   (HnDress        dress);
HnReportForm *paper_report_add   (HnReport      *report,
                                  const char    *name,
                                  guint          n_rows);
HnReportForm *paper_report_stream
                                 (HnReport      *report,
                                  guint          n_rows);
guint         paper_stream_reads (HnReportForm  *form);

G_END_DECLS
