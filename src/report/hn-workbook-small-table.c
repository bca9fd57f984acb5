/* A small table below the main one, made of its columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-table.h"

/* The first column of the sheet that the small table's column @index begins at: columns of the sheet are put
 * together until they are as wide as it wants to be. */
static guint *
map_columns (HnSheet            *self,
             const HnReportForm *table)
{
  guint *starts = g_new (guint, table->n_columns + 1);
  guint column = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      double wanted = hn_table_points (table->columns[i].width), width = 0;
      guint needed = table->n_columns - i - 1;

      starts[i] = column;
      do
        width += self->widths[column++];
      while (width < wanted && column + needed < self->form->n_columns);
    }
  starts[table->n_columns] = column;

  return starts;
}

static void
write_small_heads (HnSheet            *self,
                   const HnReportForm *table,
                   const guint        *starts)
{
  guint lines = 1;

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *text = hn_table_head_text (table, i);
      guint last = starts[i + 1] - 1;

      hn_sheet_put_text (self, self->row, starts[i], last, text, self->size, HN_HEAD_LOOK);
      lines = MAX (lines, hn_sheet_lines (self, starts[i], last, text, self->size, HN_HEAD_LOOK));
    }
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (self->size, lines));
  self->row++;
}

/* @n_summed: of how many rows above it is the sum, or 0 */
static void
write_small_number (HnSheet      *self,
                    guint         first,
                    guint         last,
                    const HnCell *cell,
                    HnLook        bold,
                    guint         n_summed)
{
  HnCell trimmed = hn_cell_trim (cell);
  HnLook look = HN_LOOK_BORDER | HN_LOOK_RIGHT | HN_LOOK_NUMBER | bold;
  lxw_format *format = hn_styles_get (&self->workbook->styles, look, self->size, hn_cell_shown_decimals (&trimmed));
  char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  /* A range is merged with a text, over which the number is then written. */
  if (first < last)
    hn_sheet_check (self, worksheet_merge_range (self->sheet, self->row, (lxw_col_t) first, self->row, (lxw_col_t) last,
                                                 "", format));
  if (n_summed == 0)
    {
      hn_sheet_check (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) first,
                                                    hn_cell_to_double (&trimmed), format));
      return;
    }

  lxw_rowcol_to_cell (from, self->row - n_summed, (lxw_col_t) first);
  lxw_rowcol_to_cell (to, self->row - 1, (lxw_col_t) first);
  formula = g_strdup_printf ("=SUM(%s:%s)", from, to);
  hn_sheet_check (self, worksheet_write_formula_num (self->sheet, self->row, (lxw_col_t) first, formula, format,
                                                     hn_cell_to_double (&trimmed)));
}

static void
write_small_row (HnSheet            *self,
                 const HnReportForm *table,
                 const HnReportRow  *row,
                 const guint        *starts)
{
  HnLook bold = row->style == HN_ROW_TOTAL ? HN_LOOK_BOLD : HN_LOOK_NONE;
  guint lines = 1;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const HnCell *cell = hn_table_get_cell (row, i);
      guint last = starts[i + 1] - 1;
      HnLook look = HN_LOOK_BORDER | HN_LOOK_WRAP | (i == 0 ? HN_LOOK_CENTER : HN_LOOK_LEFT) | bold;

      if (hn_cell_is_number (cell))
        {
          if (!self->dry)
            write_small_number (self, starts[i], last, cell, bold,
                                row->style == HN_ROW_TOTAL && table->columns[i].sum ? table->rows->len : 0);
          continue;
        }
      hn_sheet_put_text (self, self->row, starts[i], last, cell->text, self->size, look);
      if (cell->text != NULL)
        lines = MAX (lines, hn_sheet_lines (self, starts[i], last, cell->text, self->size, look));
    }
  hn_sheet_set_height (self, self->row, hn_sheet_row_height (self->size, lines));
  self->row++;
}

/* The signatures do not stand on a page without a row: the last one and the total go with them. */
static void
keep_end (HnSheet            *self,
          const HnReportForm *table,
          const guint        *starts)
{
  HnSheet trial = *self;

  trial.dry = TRUE;
  trial.height = 0;
  write_small_row (&trial, table, hn_table_get_row (table, table->rows->len - 1), starts);
  if (table->total != NULL)
    write_small_row (&trial, table, table->total, starts);
  hn_dress_write_end (&trial);
  hn_signature_write (&trial);
  if (!hn_sheet_has_room (self, trial.height))
    hn_sheet_break_page (self);
}

/* Nor does it begin on one page and end with them on the next, where the heads of the main table would stand above its
 * rows, if there is a page that holds it all. */
static void
keep_whole (HnSheet            *self,
            const HnReportForm *table)
{
  HnSheet trial = *self;

  trial.dry = TRUE;
  trial.height = 0;
  hn_table_write_appended (&trial, table, FALSE);
  hn_dress_write_end (&trial);
  hn_signature_write (&trial);
  if (!hn_sheet_has_room (self, trial.height) && self->head_height + trial.height < self->pages[0].height)
    hn_sheet_break_page (self);
}

/**
 * hn_table_write_appended:
 * @table: with columns of its own, which are made of the sheet's
 * @last: whether the signatures follow
 */
void
hn_table_write_appended (HnSheet            *self,
                         const HnReportForm *table,
                         gboolean            last)
{
  g_autofree guint *starts = map_columns (self, table);

  if (last && !self->dry)
    keep_whole (self, table);
  hn_sheet_skip (self, 8);
  hn_sheet_add_line (self, table->title, 13, HN_LOOK_BOLD | HN_LOOK_LEFT);
  write_small_heads (self, table, starts);
  for (guint i = 0; i < table->rows->len; i++)
    {
      if (last && !self->dry && i + 1 == table->rows->len)
        keep_end (self, table, starts);
      write_small_row (self, table, hn_table_get_row (table, i), starts);
    }
  if (table->total != NULL)
    write_small_row (self, table, table->total, starts);
}
