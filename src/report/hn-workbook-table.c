/* The rows of a table, its total and the amount in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-table.h"

/* The heading of a group, a total or "nothing" runs on over the empty cells behind it. */
static guint
text_end (const HnReportForm *form,
          const HnReportRow  *row,
          guint               column)
{
  guint last = column;

  if (row->style == HN_ROW_PLAIN || hn_table_get_cell (row, column)->type != HN_CELL_TEXT)
    return column;

  while (last + 1 < form->n_columns && hn_table_get_cell (row, last + 1)->type == HN_CELL_EMPTY)
    last++;

  return last;
}

static guint
first_filled (const HnReportForm *form,
              const HnReportRow  *row)
{
  for (guint i = 0; i < form->n_columns; i++)
    if (hn_table_get_cell (row, i)->type != HN_CELL_EMPTY)
      return i;

  return 0;
}

static void
write_row (HnSheet           *self,
           const HnReportRow *row,
           guint              index,
           guint              first_row)
{
  const HnReportForm *form = self->form;
  guint column = 0, lines = 1;

  while (column < form->n_columns)
    {
      guint text_column = column;
      guint last;

      /* A total's label begins at the edge, whichever column it was put into. */
      if (column == 0 && row->style == HN_ROW_TOTAL)
        text_column = first_filled (form, row);
      last = text_end (form, row, text_column);
      lines = MAX (lines, hn_cell_write (self, row, index, column, last, text_column, first_row));
      column = last + 1;
    }
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (self->size, lines));
  self->row++;
}

/**
 * hn_table_write:
 * @from: how much of the workbook is done before this table
 * @to: and after it
 *
 * Writes heads, rows, total and the amount in words.
 */
void
hn_table_write (HnSheet      *self,
                HnProgress    progress,
                gpointer      progress_data,
                double        from,
                double        to,
                GCancellable *cancellable)
{
  const HnReportForm *form = self->form;
  guint first_row;

  hn_table_write_heads (self);

  first_row = self->row;
  for (guint i = 0; i < form->rows->len && self->error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &self->error))
        return;
      write_row (self, hn_table_get_row (form, i), i, first_row);
      if (progress != NULL)
        progress (from + (to - from) * (i + 1) / form->rows->len, progress_data);
    }
  if (form->total != NULL)
    write_row (self, form->total, form->rows->len, first_row);
  if (form->in_words != NULL)
    hn_sheet_add_line (self, form->in_words, 13, HN_LOOK_ITALIC | HN_LOOK_LEFT);
}
