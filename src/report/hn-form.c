/* Rows, cells, subtotals and totals of a form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include <glib/gi18n-lib.h>

static void
cell_free (gpointer data)
{
  HnCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  HnReportRow *row = data;

  g_ptr_array_unref (row->cells);
  g_ptr_array_unref (row->basis);
  g_free (row);
}

static HnReportRow *
row_new (HnRowStyle style,
         guint      n_columns)
{
  HnReportRow *row = g_new0 (HnReportRow, 1);

  row->style = style;
  row->cells = g_ptr_array_new_full (n_columns, cell_free);
  row->basis = hn_basis_list_new ();
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (row->cells, g_new0 (HnCell, 1));

  return row;
}

/**
 * hn_report_form_new:
 * @columns: static; the form points to them
 *
 * An empty form or an appended table.
 */
HnReportForm *
hn_report_form_new (const char     *name,
                    const char     *title,
                    const HnColumn *columns,
                    guint           n_columns)
{
  HnReportForm *form = g_new0 (HnReportForm, 1);

  form->form = g_strdup (name);
  form->title = g_strdup (title);
  form->columns = columns;
  form->n_columns = n_columns;
  form->rows = g_ptr_array_new_with_free_func (row_free);
  form->notes = g_ptr_array_new_with_free_func (g_free);

  return form;
}

/**
 * hn_report_form_free:
 *
 * A #GDestroyNotify for the forms of a report; a source of rows is closed.
 */
void
hn_report_form_free (HnReportForm *form)
{
  if (form == NULL)
    return;

  g_free (form->form);
  g_free (form->title);
  g_free (form->subtitle);
  g_free (form->unit_line);
  g_free (form->in_words);
  g_ptr_array_unref (form->rows);
  g_ptr_array_unref (form->notes);
  if (form->source != NULL)
    form->source->free (form->source);
  g_clear_pointer (&form->total, row_free);
  g_clear_pointer (&form->appended, g_ptr_array_unref);
  g_clear_pointer (&form->words, g_string_chunk_free);
  g_free (form->own_columns);
  g_free (form);
}

/**
 * hn_form_set_n_columns:
 *
 * Gives the form columns of its own, before it has any row.
 */
void
hn_form_set_n_columns (HnReportForm *form,
                       guint         n_columns)
{
  g_assert (form->rows->len == 0 && form->own_columns == NULL);

  form->own_columns = g_new0 (HnColumn, n_columns);
  form->words = g_string_chunk_new (256);
  form->columns = form->own_columns;
  form->n_columns = n_columns;
}

/**
 * hn_form_set_column:
 *
 * Sets one of a form's own columns; the words are copied.
 */
void
hn_form_set_column (HnReportForm *form,
                    guint         column,
                    const char   *group,
                    const char   *header,
                    HnColumnType  type,
                    const char   *unit,
                    gboolean      sum,
                    double        width)
{
  form->own_columns[column] = (HnColumn) {
    group != NULL ? g_string_chunk_insert_const (form->words, group) : NULL,
    g_string_chunk_insert_const (form->words, header),
    type,
    unit != NULL ? g_string_chunk_insert_const (form->words, unit) : NULL,
    sum,
    width,
  };
}

/**
 * hn_form_add_row:
 *
 * Returns: (transfer none): a row of empty cells at the end of the table, which owns it
 */
HnReportRow *
hn_form_add_row (HnReportForm *form,
                 HnRowStyle    style)
{
  HnReportRow *row = row_new (style, form->n_columns);

  g_ptr_array_add (form->rows, row);

  return row;
}

/**
 * hn_form_add_nothing:
 *
 * Adds the row of an empty form: an office sends it all the same.
 */
void
hn_form_add_nothing (HnReportForm *form)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_NOTHING);

  hn_row_set_text (row, MIN (1, form->n_columns - 1), "Không phát sinh");
}

/**
 * hn_form_add_note:
 *
 * Adds a line below the table, as printf() makes it, always in Vietnamese.
 */
void
hn_form_add_note (HnReportForm *form,
                  const char   *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (form->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * hn_add_checked:
 *
 * Adds @number to @sum.
 *
 * Returns: whether it fits; else %HN_REPORT_ERROR_TOO_LARGE
 */
gboolean
hn_add_checked (gint64  *sum,
                gint64   number,
                GError **error)
{
  if (!__builtin_add_overflow (*sum, number, sum))
    return TRUE;

  g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE, _("A sum is too large to be reported."));

  return FALSE;
}

/* Sums the plain rows from @first to before @end into @target. A column in which nothing is known stays empty:
 * the sum of unknown figures is no zero. All numbers of a summed column have the same decimals. */
static gboolean
sum_rows (const HnReportForm *form,
          guint               first,
          guint               end,
          HnReportRow        *target,
          GError            **error)
{
  for (guint column = 0; column < form->n_columns; column++)
    {
      HnCell *sum = hn_row_cell (target, column);

      if (!form->columns[column].sum)
        continue;

      for (guint i = first; i < end; i++)
        {
          HnReportRow *row = g_ptr_array_index (form->rows, i);
          const HnCell *cell = hn_row_cell (row, column);

          if (row->style != HN_ROW_PLAIN || !hn_cell_is_number (cell))
            continue;
          if (sum->type == HN_CELL_EMPTY)
            *sum = (HnCell) { .type = cell->type, .decimals = cell->decimals };
          g_assert (sum->decimals == cell->decimals);
          if (!hn_add_checked (&sum->number, cell->number, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * hn_form_sum_groups:
 *
 * Puts into each group row the sums of the plain rows that follow it, up to the next group row.
 */
gboolean
hn_form_sum_groups (HnReportForm  *form,
                    GError       **error)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *group = g_ptr_array_index (form->rows, i);
      guint end = i + 1;

      if (group->style != HN_ROW_GROUP)
        continue;
      while (end < form->rows->len && ((HnReportRow *) g_ptr_array_index (form->rows, end))->style != HN_ROW_GROUP)
        end++;
      if (!sum_rows (form, i + 1, end, group, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_form_add_total:
 * @label_column: where @label stands
 *
 * The row under the table with the sums of all plain rows.
 */
gboolean
hn_form_add_total (HnReportForm  *form,
                   guint          label_column,
                   const char    *label,
                   GError       **error)
{
  form->total = row_new (HN_ROW_TOTAL, form->n_columns);
  hn_row_set_text (form->total, label_column, label);

  return sum_rows (form, 0, form->rows->len, form->total, error);
}

/**
 * hn_form_as_of:
 *
 * Returns: (transfer full): the subtitle of a form that shows a state: "(Tính đến ngày 14/12/2021)"
 */
char *
hn_form_as_of (const HnPeriod *period)
{
  g_autofree char *day = hn_date_print (period->to);

  return g_strdup_printf ("(Tính đến ngày %s)", day);
}

/**
 * hn_form_over:
 *
 * Returns: (transfer full): the subtitle of a form over a period, which always shows its days
 */
char *
hn_form_over (const HnPeriod *period)
{
  g_autofree char *label = hn_period_label (period);
  g_autofree char *window = hn_period_window (period);

  if (g_str_has_suffix (label, window + 1))
    return g_strdup_printf ("(Số liệu %s)", window);

  return g_strdup_printf ("%s (Số liệu %s)", label, window);
}

/**
 * hn_row_cell:
 *
 * Returns: (transfer none): the cell, to be read or set
 */
HnCell *
hn_row_cell (HnReportRow *row,
             guint        column)
{
  return g_ptr_array_index (row->cells, column);
}

/**
 * hn_row_set_text:
 *
 * %NULL and "" leave the cell empty.
 */
void
hn_row_set_text (HnReportRow *row,
                 guint        column,
                 const char  *text)
{
  HnCell *cell = hn_row_cell (row, column);

  if (text == NULL || *text == '\0')
    return;

  g_set_str (&cell->text, text);
  cell->type = HN_CELL_TEXT;
}

static void
set_number (HnReportRow *row,
            guint        column,
            HnCellType   type,
            gint64       number,
            guint        decimals)
{
  HnCell *cell = hn_row_cell (row, column);

  g_clear_pointer (&cell->text, g_free);
  cell->type = type;
  cell->number = number;
  cell->decimals = decimals;
}

/**
 * hn_row_set_integer:
 *
 * Sets a number that is known; 0 is printed, and what is not known is left empty instead.
 */
void
hn_row_set_integer (HnReportRow *row,
                    guint        column,
                    gint64       number)
{
  set_number (row, column, HN_CELL_INTEGER, number, 0);
}

/**
 * hn_row_set_decimal:
 *
 * Sets @number / 10^@decimals.
 */
void
hn_row_set_decimal (HnReportRow *row,
                    guint        column,
                    gint64       number,
                    guint        decimals)
{
  set_number (row, column, HN_CELL_DECIMAL, number, decimals);
}

/**
 * hn_row_set_percent:
 *
 * Sets @number / 10^@decimals per cent.
 */
void
hn_row_set_percent (HnReportRow *row,
                    guint        column,
                    gint64       number,
                    guint        decimals)
{
  set_number (row, column, HN_CELL_PERCENT, number, decimals);
}

/**
 * hn_row_set_date:
 * @iso: (nullable): a date of any precision; %NULL leaves the cell empty
 */
void
hn_row_set_date (HnReportRow *row,
                 guint        column,
                 const char  *iso)
{
  hn_row_set_text (row, column, iso);
  if (hn_row_cell (row, column)->type == HN_CELL_TEXT)
    hn_row_cell (row, column)->type = HN_CELL_DATE;
}

/**
 * hn_cell_is_number:
 *
 * Returns: whether the cell is summed and aligned as a number; dates and empty cells are not
 */
gboolean
hn_cell_is_number (const HnCell *cell)
{
  return cell->type == HN_CELL_INTEGER || cell->type == HN_CELL_DECIMAL || cell->type == HN_CELL_PERCENT;
}

/**
 * hn_cell_to_double:
 *
 * Returns: the nearest double, which is what a spreadsheet and any reader of JSON make of it
 */
double
hn_cell_to_double (const HnCell *cell)
{
  double scale = 1;

  for (guint i = 0; i < cell->decimals; i++)
    scale *= 10;

  return (double) cell->number / scale;
}
