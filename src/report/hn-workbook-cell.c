/* The cells of a table: text, numbers, dates, and sums as formulas with their values. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-table.h"

#include <glib/gi18n-lib.h>

#include "hn-form-text.h"

/* A spreadsheet's numbers are doubles: whole ones are exact up to here. */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)

/**
 * hn_cell_trim:
 *
 * Returns: the cell without the zeros at the end of its decimals, which are not shown, but in per cents, which all have
 *   the same
 */
HnCell
hn_cell_trim (const HnCell *cell)
{
  HnCell trimmed = *cell;

  while (cell->type == HN_CELL_DECIMAL && trimmed.decimals > 0 && trimmed.number % 10 == 0)
    {
      trimmed.number /= 10;
      trimmed.decimals--;
    }

  return trimmed;
}

/**
 * hn_cell_shown_decimals:
 * @cell: trimmed
 *
 * Amounts are kept exactly and shown with so many decimals, as on paper; a note says that sums may not seem to agree.
 */
guint
hn_cell_shown_decimals (const HnCell *cell)
{
  return cell->type == HN_CELL_DECIMAL ? MIN (cell->decimals, HN_SHOWN_DECIMALS) : cell->decimals;
}

/**
 * hn_table_get_row:
 *
 * Returns: (transfer none): the row at @i, from 0
 */
HnReportRow *
hn_table_get_row (const HnReportForm *form,
                  guint               i)
{
  return g_ptr_array_index (form->rows, i);
}

/**
 * hn_table_get_cell:
 *
 * Returns: (transfer none): the cell, to be read only
 */
const HnCell *
hn_table_get_cell (const HnReportRow *row,
                   guint              column)
{
  return g_ptr_array_index (row->cells, column);
}

static HnLook
cell_look (const HnReportForm *form,
           const HnReportRow  *row,
           guint               column)
{
  HnLook look = HN_LOOK_BORDER | HN_LOOK_WRAP | (row->style == HN_ROW_PLAIN ? HN_LOOK_NONE : HN_LOOK_BOLD);

  switch (form->columns[column].type)
    {
    case HN_COLUMN_TEXT:
      return look | HN_LOOK_LEFT;
    case HN_COLUMN_CODE:
    case HN_COLUMN_BOOLEAN:
    case HN_COLUMN_DATE:
    case HN_COLUMN_YEAR:
      return look | HN_LOOK_CENTER;
    case HN_COLUMN_INTEGER:
    case HN_COLUMN_DECIMAL:
    case HN_COLUMN_PERCENT:
    case HN_COLUMN_MONEY:
    default:
      return look | (column == 0 ? HN_LOOK_CENTER : HN_LOOK_RIGHT);
    }
}

/* The rows of the sheet that a sum is of: those of a group up to the next, or all above the total. */
static void
find_summed_rows (HnSheet           *self,
                  const HnReportRow *row,
                  guint              index,
                  guint             *first,
                  guint             *last)
{
  const HnReportForm *form = self->form;

  *first = self->first_row;
  *last = self->row - 1;
  if (row->style != HN_ROW_GROUP)
    return;

  *first = *last = self->row + 1;
  for (guint i = index + 2; i < form->rows->len && hn_table_get_row (form, i)->style != HN_ROW_GROUP; i++)
    (*last)++;
}

static gboolean
form_has_groups (const HnReportForm *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (hn_table_get_row (form, i)->style == HN_ROW_GROUP)
      return TRUE;

  return FALSE;
}

/* SUBTOTAL leaves out other subtotals in its range, so that groups are not counted twice. */
static void
write_sum (HnSheet           *self,
           const HnReportRow *row,
           guint              index,
           guint              column,
           lxw_format        *format,
           double             value)
{
  char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;
  guint first, last;

  find_summed_rows (self, row, index, &first, &last);
  lxw_rowcol_to_cell (from, first, (lxw_col_t) column);
  lxw_rowcol_to_cell (to, last, (lxw_col_t) column);
  formula = g_strdup_printf (form_has_groups (self->form) ? "=SUBTOTAL(9,%s:%s)" : "=SUM(%s:%s)", from, to);
  hn_sheet_check (self,
                  worksheet_write_formula_num (self->sheet, self->row, (lxw_col_t) column, formula, format, value));
}

static void
write_number (HnSheet           *self,
              const HnReportRow *row,
              guint              index,
              guint              column)
{
  const HnColumn *head = &self->form->columns[column];
  HnCell cell = hn_cell_trim (hn_table_get_cell (row, column));
  HnLook look = cell_look (self->form, row, column) & ~(guint) HN_LOOK_WRAP;
  lxw_format *format;

  if (cell.number > MAX_EXACT || cell.number < -MAX_EXACT)
    {
      if (self->error == NULL)
        g_set_error (&self->error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE,
                     _("Sheet %s: a number in column “%s” is too large for a spreadsheet."), self->form->form,
                     head->header);
      return;
    }

  if (head->type == HN_COLUMN_TEXT)
    look = (look & ~(guint) HN_LOOK_LEFT) | HN_LOOK_RIGHT;
  if (head->type != HN_COLUMN_YEAR)
    look |= HN_LOOK_NUMBER;
  format = hn_styles_get (&self->workbook->styles, look, self->size, hn_cell_shown_decimals (&cell));
  if (head->sum && row->style != HN_ROW_PLAIN && self->formulas)
    write_sum (self, row, index, column, format, hn_cell_to_double (&cell));
  else
    hn_sheet_check (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, hn_cell_to_double (&cell),
                                                  format));
}

/* A full date is a real one, which a reader can sort; a part of one is text. Excel has no right days before
 * March 1900. */
static void
write_date (HnSheet      *self,
            guint         column,
            const HnCell *cell,
            HnLook        look)
{
  g_autofree char *printed = NULL;
  HnDate date;

  if (!hn_date_from_iso (cell->text, &date) || !hn_date_is_full (date) || date.year <= 1900)
    {
      printed = hn_date_is_set (date) ? hn_date_print (date) : g_strdup (cell->text);
      hn_sheet_put_text (self, self->row, column, column, printed, self->size, look);
      return;
    }

  lxw_datetime datetime = { .year = date.year, .month = date.month, .day = date.day };

  look = (look & ~(guint) HN_LOOK_WRAP) | HN_LOOK_DATE;
  hn_sheet_check (self, worksheet_write_datetime (self->sheet, self->row, (lxw_col_t) column, &datetime,
                                                  hn_styles_get (&self->workbook->styles, look, self->size, 0)));
}

/**
 * hn_cell_write:
 *
 * Writes one cell, or a text over several.
 *
 * Returns: how many lines it takes
 */
guint
hn_cell_write (HnSheet           *self,
               const HnReportRow *row,
               guint              index,
               guint              first,
               guint              last,
               guint              text_column)
{
  const HnCell *cell = hn_table_get_cell (row, text_column);
  HnLook look = cell_look (self->form, row, text_column);

  if (self->dry && (hn_cell_is_number (cell) || cell->type == HN_CELL_DATE))
    return 1;
  if (hn_cell_is_number (cell))
    {
      write_number (self, row, index, text_column);
      return 1;
    }
  if (cell->type == HN_CELL_DATE)
    {
      write_date (self, text_column, cell, look);
      return 1;
    }
  if (row->style == HN_ROW_TOTAL && first != last)
    look = (look & ~(guint) HN_LOOK_LEFT) | HN_LOOK_CENTER;
  if (row->style == HN_ROW_NOTHING)
    look = (look & ~(guint) (HN_LOOK_LEFT | HN_LOOK_BOLD)) | HN_LOOK_CENTER | HN_LOOK_ITALIC;

  return hn_sheet_put_lines (self, first, last, cell->text, self->size, look);
}
