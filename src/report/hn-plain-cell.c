/* What a field of a record is to a spreadsheet: a number, a day, or text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plain-cell.h"

#include <string.h>

#include "hn-currency.h"

/* A spreadsheet's numbers are doubles: whole ones are exact up to here. */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)

/* Excel has no right days before March 1900. */
#define FIRST_YEAR 1901

static gboolean
read_number (HnPlainCell    *cell,
             const HnRecord *record,
             const HnField  *field)
{
  if (!hn_record_get_number (record, field->name, &cell->number) || cell->number > MAX_EXACT
      || cell->number < -MAX_EXACT)
    return FALSE;

  switch (field->type)
    {
    case HN_TYPE_MONEY:
      cell->currency = field->currency != NULL ? hn_record_get_text (record, field->currency) : NULL;
      cell->currency = cell->currency != NULL ? cell->currency : "VND";
      cell->decimals = hn_currency_decimals (cell->currency);
      break;
    case HN_TYPE_PERCENT:
      cell->type = HN_PLAIN_PERCENT;
      cell->decimals = 4;
      return TRUE;
    default:
      cell->decimals = field->type == HN_TYPE_DECIMAL ? field->decimals : 0;
      for (; cell->decimals > 0 && cell->number % 10 == 0; cell->decimals--)
        cell->number /= 10;
    }
  cell->type = HN_PLAIN_NUMBER;

  return TRUE;
}

static gboolean
read_date (HnPlainCell    *cell,
           const HnRecord *record,
           const HnField  *field)
{
  cell->date = hn_record_get_date (record, field->name);
  if (!hn_date_is_full (cell->date) || cell->date.year < FIRST_YEAR)
    return FALSE;

  cell->type = HN_PLAIN_DATE;

  return TRUE;
}

/**
 * hn_plain_cell_init:
 * @cell: (out caller-allocates): to be cleared
 * @record: as the register loaded it; the cell borrows from it
 *
 * Counts, amounts and full days are what a spreadsheet can calculate with and sort by. All else is text, in Vietnamese:
 * choices, years and months, telephone numbers, what is too large to be exact, and days before Excel's calendar.
 */
void
hn_plain_cell_init (HnPlainCell    *cell,
                    const HnRecord *record,
                    const HnField  *field)
{
  g_return_if_fail (cell != NULL && record != NULL && field != NULL);

  *cell = (HnPlainCell) { HN_PLAIN_EMPTY };
  if (hn_record_get (record, field->name) == NULL)
    return;
  if (hn_field_is_number (field) && read_number (cell, record, field))
    return;
  if (field->type == HN_TYPE_DATE && read_date (cell, record, field))
    return;

  cell->text = hn_record_print_vi (record, field->name);
  cell->type = *cell->text != '\0' ? HN_PLAIN_TEXT : HN_PLAIN_EMPTY;
}

/**
 * hn_plain_cell_clear:
 *
 * Frees the text that a cell may hold, and leaves it empty.
 */
void
hn_plain_cell_clear (HnPlainCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
}

/**
 * hn_plain_cell_double:
 * @cell: a number or a per cent
 */
double
hn_plain_cell_double (const HnPlainCell *cell)
{
  double divisor = 1;

  for (guint i = 0; i < cell->decimals; i++)
    divisor *= 10;

  return (double) cell->number / divisor;
}

/**
 * hn_plain_cell_serial:
 * @cell: a date
 *
 * Returns: the day as spreadsheets count it, with 1 for the first day of 1900 and a 29th of February in that year
 */
int
hn_plain_cell_serial (const HnPlainCell *cell)
{
  return hn_date_days ((HnDate) { 1899, 12, 30 }, cell->date);
}

/**
 * hn_plain_is_formula:
 *
 * Text without a type is calculated by a spreadsheet that reads it, if it begins like a formula; so it may do what
 * nobody who typed it into the register meant. A telephone number or a number below zero does no harm.
 *
 * Returns: whether @text must be marked as text
 */
gboolean
hn_plain_is_formula (const char *text)
{
  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL)
    return FALSE;

  return (*text != '+' && *text != '-') || strspn (text + 1, "0123456789 .,()/%") != strlen (text + 1);
}
