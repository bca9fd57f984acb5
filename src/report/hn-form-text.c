/* What several forms write alike: papers, spans of days, amounts in millions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form-text.h"

static char *
print_date (const char *iso)
{
  HnDate date;

  return iso != NULL && hn_date_from_iso (iso, &date) ? hn_date_print (date) : NULL;
}

/**
 * hn_form_set_paper:
 * @number: (nullable): of a decision or letter
 * @date: (nullable): in ISO, of any precision
 *
 * "1234/UBND-NC, 05/01/2022", or what is known of it.
 */
void
hn_form_set_paper (HnReportRow *row,
                   guint        column,
                   const char  *number,
                   const char  *date)
{
  g_autofree char *day = print_date (date);
  g_autofree char *text = NULL;

  if (number == NULL || day == NULL)
    {
      hn_row_set_text (row, column, number != NULL ? number : day);
      return;
    }

  text = g_strdup_printf ("%s, %s", number, day);
  hn_row_set_text (row, column, text);
}

/**
 * hn_form_set_span:
 * @from: in ISO, of any precision
 * @to: (nullable): as @from
 *
 * One day as a date; several as text: "12/05/2021 - 14/05/2021".
 */
void
hn_form_set_span (HnReportRow *row,
                  guint        column,
                  const char  *from,
                  const char  *to)
{
  g_autofree char *first = print_date (from);
  g_autofree char *last = print_date (to);
  g_autofree char *range = NULL;

  if (from == NULL || last == NULL || g_str_equal (from, to))
    {
      hn_row_set_date (row, column, from != NULL ? from : to);
      return;
    }

  range = g_strdup_printf ("%s - %s", first, last);
  hn_row_set_text (row, column, range);
}

/**
 * hn_form_set_days:
 *
 * How many days a span has, both its ends counted; nothing where one of them is not a day.
 */
void
hn_form_set_days (HnReportRow *row,
                  guint        column,
                  const char  *from,
                  const char  *to)
{
  HnDate first, last;

  if (from == NULL || to == NULL || !hn_date_from_iso (from, &first) || !hn_date_from_iso (to, &last)
      || !hn_date_is_full (first) || !hn_date_is_full (last))
    return;

  hn_row_set_integer (row, column, hn_date_days (first, last) + 1);
}

/**
 * hn_form_set_million:
 * @source: the column of @rows that holds đồng
 *
 * An amount in millions of đồng; what is not known stays empty.
 */
void
hn_form_set_million (HnReportRow *row,
                     guint        column,
                     HnRows      *rows,
                     int          source)
{
  if (!hn_rows_is_null (rows, source))
    hn_row_set_decimal (row, column, hn_rows_integer (rows, source), HN_MILLION_DECIMALS);
}

/**
 * hn_form_set_words:
 * @column: of money in đồng
 *
 * Writes the column's total out under the table, in the words that the office's profile prefers.
 */
void
hn_form_set_words (const HnFormContext *context,
                   HnReportForm        *form,
                   guint                column)
{
  const HnCell *total = hn_row_cell (form->total, column);
  g_autofree char *words = NULL;

  if (total->type != HN_CELL_INTEGER)
    return;

  words = hn_words_money (total->number, "VND", context->letterhead->words);
  g_free (form->in_words);
  form->in_words = g_strconcat ("Bằng chữ: ", words, NULL);
}

/* Whether not all of the figure is shown. */
static gboolean
is_rounded (const HnCell *cell)
{
  gint64 unit = 1;

  if (cell->type != HN_CELL_DECIMAL)
    return FALSE;
  for (guint i = HN_SHOWN_DECIMALS; i < cell->decimals; i++)
    unit *= 10;

  return cell->number % unit != 0;
}

static gboolean
has_rounded (const HnReportRow *row)
{
  for (guint i = 0; row != NULL && i < row->cells->len; i++)
    if (is_rounded (g_ptr_array_index (row->cells, i)))
      return TRUE;

  return FALSE;
}

/**
 * hn_form_add_rounding_note:
 *
 * Says under the table that sums may not agree with what is seen, where some figure is shown shorter than it is.
 */
void
hn_form_add_rounding_note (HnReportForm *form)
{
  gboolean rounded = has_rounded (form->total);

  for (guint i = 0; i < form->rows->len && !rounded; i++)
    rounded = has_rounded (g_ptr_array_index (form->rows, i));
  if (rounded)
    hn_form_add_note (form, "Số liệu có thể không khớp do làm tròn.");
}
