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

/* Those that are held, and those that are read while they are written. */
static guint
n_rows (const HnReportForm *form)
{
  return form->rows->len + (form->source != NULL ? form->source->n_rows : 0);
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
      guint last, needed;

      /* A total's label begins at the edge, whichever column it was put into. */
      if (column == 0 && row->style == HN_ROW_TOTAL)
        text_column = first_filled (form, row);
      last = text_end (form, row, text_column);
      /* Not within MAX(), which would write the cell twice: two equal merged ranges make a workbook that Excel
       * repairs. */
      needed = hn_cell_write (self, row, index, column, last, text_column);
      lines = MAX (lines, needed);
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

/* So many rows at least stand on the page of the signatures. */
#define N_KEPT 2

/* How high the table's end would be: its last rows, of which those that are not read yet are taken to be as high as
 * @row, and all below it. */
static double
measure_end (HnSheet           *self,
             const HnReportRow *row,
             guint              index)
{
  const HnReportForm *form = self->form;
  HnSheet trial = *self;

  trial.dry = TRUE;
  trial.height = 0;
  for (guint i = index; i < n_rows (form); i++)
    {
      const HnReportRow *line = i < form->rows->len ? hn_table_get_row (form, i) : row;

      if (line != NULL)
        write_row (&trial, line, i);
    }
  if (form->total != NULL)
    write_row (&trial, form->total, n_rows (form));
  hn_sheet_write_tail (&trial);

  return trial.height;
}

/* The signatures never stand on a page without rows: before the last ones a new page is begun where all that follows
 * them has no room on this one, and has on the next. A heading goes with its first row. */
static void
keep_end (HnSheet           *self,
          const HnReportRow *row,
          guint              index)
{
  const HnReportForm *form = self->form;
  guint first = n_rows (form) - MIN (N_KEPT, n_rows (form));
  double height;

  while (first > 0 && first < form->rows->len && hn_table_get_row (form, first - 1)->style == HN_ROW_GROUP)
    first--;
  if (index != first || first == 0 || self->dress != HN_DRESS_REPORT)
    return;

  height = measure_end (self, row, index);
  if (!hn_sheet_has_room (self, height) && self->head_height + height < self->pages[0].height)
    hn_sheet_break_page (self);
}

/* A table of so few rows goes with the signatures as a whole: below the letterhead if all of it can be printed a little
 * smaller, else to a page of its own. */
static void
keep_small_table (HnSheet *self)
{
  const HnReportForm *form = self->form;
  HnSheet trial = *self;

  if (self->dress != HN_DRESS_REPORT || form->source != NULL || form->rows->len > N_KEPT)
    return;

  trial.dry = TRUE;
  trial.height = 0;
  hn_table_write_heads (&trial);
  trial.height += measure_end (&trial, NULL, 0);
  if (hn_sheet_has_room (self, trial.height) || hn_sheet_shrink (self, trial.height))
    return;
  if (trial.height < self->pages[0].height)
    hn_sheet_break_page (self);
}

static gboolean
add_row (HnSheet           *self,
         const HnReportRow *row,
         guint              index)
{
  if (self->row - self->first_row == self->workbook->sheet_rows)
    continue_sheet (self);
  keep_end (self, row, index);
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

  keep_small_table (self);
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
