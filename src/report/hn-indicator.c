/* Measuring an indicator of form M03 over a period. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-indicator.h"

#include <string.h>

#include "hn-currency.h"
#include "hn-sql.h"
#include "hn-stated.h"

/* How many decimals a measure has: đồng in millions of them, cents in dollars and in millions of them. */
static guint
count_decimals (const HnIndicator *indicator)
{
  switch (indicator->type)
    {
    case HN_INDICATOR_VND:
      return 6;
    case HN_INDICATOR_USD:
      return 2;
    case HN_INDICATOR_MILLION_USD:
      return 8;
    case HN_INDICATOR_SECTION:
    case HN_INDICATOR_COUNT:
    default:
      return 0;
    }
}

/* Adds what one record carries. Currencies are never mixed but by the record's own rate. */
static gboolean
add_answer (const HnIndicator *indicator,
            HnRows            *rows,
            HnMeasure         *measure,
            GError           **error)
{
  gint64 amount = hn_rows_integer (rows, 1);
  const char *currency;

  if (hn_rows_is_null (rows, 1))
    {
      measure->unknown++;
      return TRUE;
    }

  if (indicator->type != HN_INDICATOR_COUNT)
    {
      currency = hn_rows_text (rows, 2);
      if (indicator->type == HN_INDICATOR_VND && g_strcmp0 (currency, "VND") != 0)
        {
          if (hn_rows_is_null (rows, 3) || !hn_money_to_vnd (amount, currency, hn_rows_integer (rows, 3), &amount))
            {
              measure->other_money++;
              return TRUE;
            }
        }
      else if (indicator->type != HN_INDICATOR_VND && g_strcmp0 (currency, "USD") != 0)
        {
          measure->other_money++;
          return TRUE;
        }
    }

  measure->known = TRUE;

  return hn_add_checked (&measure->number, amount, error);
}

/* Whether anything of the kind was ever recorded, so that "none" is known to be none. */
static gboolean
find_any (const HnIndicator *indicator,
          HnRegister        *reg,
          gboolean          *any,
          GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" LIMIT 1", indicator->table);
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, "", error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  *any = hn_rows_next (rows, &local);

  return hn_sql_done (&local, error);
}

/* A part that a paper states must fit into the whole as it was counted, or as another paper states it. */
static gboolean
fits (const HnMeasure *part,
      const HnMeasure *whole)
{
  return whole == NULL || !whole->known || part->number <= whole->number;
}

/* No record carries the figure. A stated one takes its place where there is exactly one and it is for this period;
 * else nothing is known, except that no records among others are none. */
static gboolean
fill_gap (const HnIndicator *indicator,
          HnRegister        *reg,
          const HnPeriod    *period,
          HnReportRow       *row,
          guint              column,
          const HnMeasure   *whole,
          HnMeasure         *measure,
          GError           **error)
{
  g_autoptr (GPtrArray) figures = hn_stated_find (reg, period, indicator->code, error);
  const HnStated *stated = NULL;

  if (figures == NULL)
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      const HnStated *figure = g_ptr_array_index (figures, i);

      if (!figure->may_stand)
        continue;
      /* Two papers that say different things: neither is taken. */
      if (stated != NULL)
        return TRUE;
      stated = figure;
    }

  if (stated != NULL)
    {
      measure->is_stated = measure->known =
        hn_stated_in_unit (stated, indicator->unit, measure->decimals, &measure->number) && fits (measure, whole);
      if (measure->known)
        {
          hn_row_add_basis_of (row, column, stated->kind, stated->id);
          return TRUE;
        }
      measure->number = 0;
    }
  if (measure->unknown > 0 || measure->other_money > 0 || indicator->table == NULL)
    return TRUE;

  return find_any (indicator, reg, &measure->known, error);
}

static const char *
record_kind (const HnIndicator *indicator,
             HnRows            *rows)
{
  if (indicator->kind == NULL)
    return indicator->table;

  return *indicator->kind != '\0' ? indicator->kind : hn_rows_text (rows, 2);
}

/**
 * hn_indicator_measure:
 * @row: gets the records that count, as those behind @column
 * @whole: (nullable): of which the indicator counts a part
 * @measure: (out):
 *
 * Returns: %FALSE with @error set where the register could not be read or a sum is too large
 */
gboolean
hn_indicator_measure (const HnIndicator *indicator,
                      HnRegister        *reg,
                      const HnPeriod    *period,
                      HnReportRow       *row,
                      guint              column,
                      const HnMeasure   *whole,
                      HnMeasure         *measure,
                      GError           **error)
{
  g_autofree char *from = hn_date_to_iso (period->from);
  g_autofree char *to = hn_date_to_iso (period->to);
  g_autoptr (HnRows) rows = hn_register_query (reg, indicator->sql, "ss", error, from, to);
  g_autoptr (GError) local = NULL;

  *measure = (HnMeasure) { .decimals = count_decimals (indicator) };
  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      if (!add_answer (indicator, rows, measure, error))
        return FALSE;
      hn_row_add_basis_of (row, column, record_kind (indicator, rows), hn_rows_integer (rows, 0));
    }
  if (!hn_sql_done (&local, error))
    return FALSE;

  return measure->known || fill_gap (indicator, reg, period, row, column, whole, measure, error);
}
