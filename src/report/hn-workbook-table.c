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
           guint              index)
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
      lines = MAX (lines, hn_cell_write (self, row, index, column, last, text_column));
      column = last + 1;
    }
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (self->size, lines));
  self->row++;
}

/* A table that is longer than a sheet goes on on the next one, below the same heads. */
static void
continue_sheet (HnSheet *self)
{
  g_autofree char *name = g_strdup_printf ("%s (%u)", self->form->form, self->n_sheets + 1);

  hn_sheet_end (self);
  if (self->error == NULL && hn_sheet_begin (self, name))
    hn_table_write_heads (self);
}

static gboolean
add_row (HnSheet           *self,
         const HnReportRow *row,
         guint              index)
{
  if (self->row - self->first_row == self->workbook->sheet_rows)
    continue_sheet (self);
  if (self->error != NULL || !hn_workbook_tell (self->workbook, &self->error))
    return FALSE;

  write_row (self, row, index);

  return self->error == NULL;
}

static void
add_source (HnSheet *self)
{
  HnRowSource *source = self->form->source;
  const HnReportRow *row;
  guint index = self->form->rows->len;

  if (!source->seek (source, self->workbook->reg, 0, self->workbook->cancellable, &self->error))
    return;

  while ((row = source->next (source, &self->error)) != NULL)
    if (!add_row (self, row, index++))
      return;
}

/**
 * hn_table_write:
 *
 * Writes heads, rows, total and the amount in words.
 */
void
hn_table_write (HnSheet *self)
{
  const HnReportForm *form = self->form;

  self->formulas = form->source == NULL && form->rows->len <= self->workbook->sheet_rows;
  hn_table_write_heads (self);
  for (guint i = 0; i < form->rows->len; i++)
    if (!add_row (self, hn_table_get_row (form, i), i))
      return;
  if (form->source != NULL)
    add_source (self);
  if (self->error == NULL && form->total != NULL)
    write_row (self, form->total, form->rows->len);
}
