/* What the files that write a table share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-workbook-private.h"

G_BEGIN_DECLS

#define HN_HEAD_LOOK (HN_LOOK_BOLD | HN_LOOK_BORDER | HN_LOOK_CENTER | HN_LOOK_WRAP)

/* --- hn-workbook-cell.c */
HnReportRow  *hn_table_get_row       (const HnReportForm *form,
                                      guint               index);
const HnCell *hn_table_get_cell      (const HnReportRow  *row,
                                      guint               column);
HnCell        hn_cell_trim           (const HnCell       *cell);
guint         hn_cell_shown_decimals (const HnCell       *cell);
guint         hn_cell_write          (HnSheet            *self,
                                      const HnReportRow  *row,
                                      guint               index,
                                      guint               first,
                                      guint               last,
                                      guint               text_column);

/* --- hn-workbook-head.c */
double        hn_table_points        (double              characters);
char         *hn_table_head_text     (const HnReportForm *form,
                                      guint               column);
void          hn_table_write_heads   (HnSheet            *self);

G_END_DECLS
