/* Finding the figures that documents state for a period, and printing them as stated. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-stated.h"

#include <string.h>

#include "hn-number.h"
#include "hn-sql.h"

/* Sizes of the units in which a figure may be stated, by which one is turned into another. */
static const struct
{
  const char *unit;
  const char *base;
  guint       power;
} scales[] = {
  { "đồng", "đồng", 0 },
  { "nghìn đồng", "đồng", 3 },
  { "triệu đồng", "đồng", 6 },
  { "tỷ đồng", "đồng", 9 },
  { "USD", "USD", 0 },
  { "nghìn USD", "USD", 3 },
  { "triệu USD", "USD", 6 },
};

/* One question for all three kinds that state figures: id, number, decimals, unit, qualifier, source, from, to,
 * whether it is a state at a day, and the kind. Of states only the newest one known when the period ended; a count as
 * of 31/12 is that of the year which the decree closes on 14/12, so the whole last month is looked at. */
#define AS_OF_LIMIT "date (?2, 'start of month', '+1 month', '-1 day')"
static const char stated_sql[] =
  "SELECT \"id\", \"number\", 3, \"unit\", \"qualifier\", \"source\", \"from\", \"to\", 0,"
  " 'stated_figure' FROM \"stated_figure\""
  " WHERE \"indicator\" = ?3"
  " UNION ALL SELECT * FROM (SELECT h.\"id\", CASE ?3 WHEN '2' THEN h.\"branches\" WHEN '3' THEN h.\"members\""
  "  WHEN '3.1' THEN h.\"women\" END AS n, 0, CASE ?3 WHEN '2' THEN 'chi hội' ELSE 'hội viên' END,"
  "  h.\"qualifier\", h.\"source\", NULL, h.\"as_of\", 1, 'headcount'"
  "  FROM \"headcount\" AS h JOIN \"organization\" AS o ON o.\"id\" = h.\"organization\""
  "  WHERE o.\"kind\" = 'union' AND n IS NOT NULL AND " HN_SQL_FIRST_DAY ("h.\"as_of\"") " <= " AS_OF_LIMIT
  "  ORDER BY " HN_SQL_FIRST_DAY ("h.\"as_of\"") " DESC, h.\"id\" LIMIT 1)"
  " UNION ALL SELECT * FROM (SELECT \"id\", \"number\", 0, 'người', \"qualifier\", \"source\", NULL, \"as_of\", 1,"
  "  'diaspora_count'"
  "  FROM \"diaspora_count\" WHERE ?3 = '21' AND \"country\" IS NULL AND \"region\" IS NULL AND \"number\" IS NOT NULL"
  "  AND " HN_SQL_FIRST_DAY ("\"as_of\"") " <= " AS_OF_LIMIT
  "  ORDER BY " HN_SQL_FIRST_DAY ("\"as_of\"") " DESC, \"id\" LIMIT 1)";

static void
stated_free (gpointer data)
{
  HnStated *stated = data;

  g_free (stated->unit);
  g_free (stated->qualifier);
  g_free (stated->source);
  g_free (stated->as_of);
  g_free (stated);
}

/**
 * hn_qualifier_word:
 * @qualifier: (nullable): the choice of a record
 *
 * Returns: (nullable): "hơn", "gần" or "khoảng", %NULL for exactly
 */
char *
hn_qualifier_word (const char *qualifier)
{
  const HnField *field = hn_kind_get_field (hn_kind_lookup ("headcount"), "qualifier");
  const HnChoice *choice;

  if (qualifier == NULL || strcmp (qualifier, "exactly") == 0)
    return NULL;

  choice = hn_field_get_choice (field, qualifier);

  return choice != NULL ? g_utf8_strdown (choice->label.vi, -1) : NULL;
}

/**
 * hn_stated_is_within:
 * @from: unset where only @to is known
 *
 * Whether a figure stated for @from to @to is one of @period. Papers state figures by calendar years while the
 * period ends on 14/12, so two thirds of the days are enough: of no two periods at once.
 */
gboolean
hn_stated_is_within (const HnPeriod *period,
                     HnDate          from,
                     HnDate          to)
{
  HnDate first, last, begin, end;

  first = hn_date_first (hn_date_is_set (from) ? from : to);
  last = hn_date_last (to);
  begin = hn_date_compare (first, period->from) > 0 ? first : period->from;
  end = hn_date_compare (last, period->to) < 0 ? last : period->to;

  return hn_date_compare (begin, end) <= 0
         && (hn_date_days (begin, end) + 1) * 3 >= (hn_date_days (first, last) + 1) * 2;
}

/* A state is of this period when it was counted in it, or until the end of its last month. */
static gboolean
is_state_of (const HnPeriod *period,
             HnDate          as_of)
{
  HnDate limit = hn_date_last ((HnDate) { period->to.year, period->to.month, 0 });

  as_of = hn_date_first (as_of);

  return hn_date_compare (period->from, as_of) <= 0 && hn_date_compare (as_of, limit) <= 0;
}

static HnStated *
read_stated (HnRows         *rows,
             const HnPeriod *period)
{
  gboolean is_state = hn_rows_integer (rows, 8) != 0 || hn_rows_is_null (rows, 6);
  HnDate from, to;
  gboolean of_period;
  HnStated *stated;

  hn_date_from_iso (hn_rows_text (rows, 6), &from);
  hn_date_from_iso (hn_rows_text (rows, 7), &to);
  of_period = is_state ? is_state_of (period, to) : hn_stated_is_within (period, from, to);
  if (!of_period && hn_rows_integer (rows, 8) == 0)
    return NULL;

  stated = g_new0 (HnStated, 1);
  stated->kind = g_intern_string (hn_rows_text (rows, 9));
  stated->id = hn_rows_integer (rows, 0);
  stated->number = hn_rows_integer (rows, 1);
  stated->decimals = (guint) hn_rows_integer (rows, 2);
  stated->unit = g_strdup (hn_rows_text (rows, 3));
  stated->qualifier = hn_qualifier_word (hn_rows_text (rows, 4));
  stated->source = g_strdup (hn_rows_text (rows, 5));
  stated->as_of = is_state ? hn_date_print (to) : NULL;
  stated->may_stand = of_period;

  return stated;
}

/**
 * hn_stated_find:
 * @indicator: the code of a row of form M03
 *
 * Returns: (transfer container) (element-type HnStated) (nullable): what documents state for @period, %NULL with
 *   @error set where the register could not be read
 */
GPtrArray *
hn_stated_find (HnRegister      *reg,
                const HnPeriod  *period,
                const char      *indicator,
                GError         **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (stated_free);
  g_autofree char *from = hn_date_to_iso (period->from);
  g_autofree char *to = hn_date_to_iso (period->to);
  g_autoptr (HnRows) rows = hn_register_query (reg, stated_sql, "sss", error, from, to, indicator);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;

  while (hn_rows_next (rows, &local))
    {
      HnStated *stated = read_stated (rows, period);

      if (stated != NULL)
        g_ptr_array_add (figures, stated);
    }
  if (!hn_sql_done (&local, error))
    return NULL;

  return g_steal_pointer (&figures);
}

static int
find_scale (const char *unit)
{
  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (scales); i++)
    if (strcmp (scales[i].unit, unit) == 0)
      return (int) i;

  return -1;
}

/**
 * hn_stated_in_unit:
 * @unit: the unit of a column or indicator
 * @decimals: how many decimals @number has
 * @number: (out): the figure in @unit, times 10^@decimals
 *
 * Returns: %FALSE where the figure is stated in a unit that is not comparable, or not exactly
 */
gboolean
hn_stated_in_unit (const HnStated *stated,
                   const char     *unit,
                   guint           decimals,
                   gint64         *number)
{
  int from = find_scale (stated->unit);
  int to = find_scale (unit);
  int power = (int) decimals - (int) stated->decimals;

  if (from >= 0 && to >= 0 && strcmp (scales[from].base, scales[to].base) == 0)
    power += (int) scales[from].power - (int) scales[to].power;
  else if (from >= 0 || to >= 0)
    return FALSE;

  *number = stated->number;
  for (; power > 0; power--)
    if (__builtin_mul_overflow (*number, 10, number))
      return FALSE;
  for (; power < 0 && *number % 10 == 0; power++)
    *number /= 10;

  return power == 0;
}

/**
 * hn_stated_print:
 * @unit: (nullable): the unit to print it in where it can be, and the one it has where none was given
 *
 * Returns: (transfer full): "gần 1.000 lượt người"
 */
char *
hn_stated_print (const HnStated *stated,
                 const char     *unit)
{
  g_autofree char *number = NULL;
  const char *shown = stated->unit != NULL ? stated->unit : unit;
  gint64 scaled;

  if (unit != NULL && find_scale (unit) >= 0 && hn_stated_in_unit (stated, unit, stated->decimals, &scaled))
    {
      number = hn_number_print (scaled, stated->decimals);
      shown = unit;
    }
  else
    number = hn_number_print (stated->number, stated->decimals);

  return g_strconcat (stated->qualifier != NULL ? stated->qualifier : "", stated->qualifier != NULL ? " " : "", number,
                      shown != NULL ? " " : NULL, shown, NULL);
}

/**
 * hn_stated_source:
 *
 * Returns: (transfer full): " (Báo cáo số 05, tính đến 31/12/2021)", or "" where nothing is known of it
 */
char *
hn_stated_source (const HnStated *stated)
{
  if (stated->source != NULL && stated->as_of != NULL)
    return g_strdup_printf (" (%s, tính đến %s)", stated->source, stated->as_of);
  if (stated->source != NULL)
    return g_strdup_printf (" (%s)", stated->source);
  if (stated->as_of != NULL)
    return g_strdup_printf (" (tính đến %s)", stated->as_of);

  return g_strdup ("");
}
