/* The years that a report can be made for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-years.h"

#include "hn-rule-sets.h"

/* What a year's report counts by its day. */
static const struct
{
  const char *kind;
  const char *field;
} dated[] = {
  { "event", "from" },
  { "donation", "date" },
};

/**
 * hn_report_years_free:
 *
 * A #GDestroyNotify for the years and the periods that a report can be of.
 */
void
hn_report_years_free (HnReportYears *years)
{
  g_ptr_array_unref (years->periods);
  g_free (years);
}

/* The first record's day in an order; unset where there is none. */
static gboolean
find_day (HnRegister  *reg,
          const char  *kind_name,
          const char  *field,
          gboolean     last,
          HnDate      *day,
          GError     **error)
{
  const HnKind *kind = hn_kind_lookup (kind_name);
  g_autofree char *sort = g_strconcat (last ? "-" : "", field, NULL);
  const HnListing listing = { .kind = kind, .sort = sort, .limit = 1 };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, error);
  g_autoptr (HnRecord) record = NULL;
  HnDate date;

  *day = (HnDate) { 0 };
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;

  record = hn_register_load (reg, kind, g_array_index (ids, gint64, 0), error);
  if (record == NULL)
    return FALSE;
  date = hn_record_get_date (record, field);
  if (hn_date_is_set (date))
    *day = last ? hn_date_last (date) : hn_date_first (date);

  return TRUE;
}

static gboolean
find_span (HnRegister  *reg,
           HnDate      *first,
           HnDate      *last,
           GError     **error)
{
  *first = *last = (HnDate) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (dated); i++)
    {
      HnDate from, to;

      if (!find_day (reg, dated[i].kind, dated[i].field, FALSE, &from, error)
          || !find_day (reg, dated[i].kind, dated[i].field, TRUE, &to, error))
        return FALSE;
      if (hn_date_is_set (from) && (!hn_date_is_set (*first) || hn_date_compare (from, *first) < 0))
        *first = from;
      if (hn_date_is_set (to) && (!hn_date_is_set (*last) || hn_date_compare (to, *last) > 0))
        *last = to;
    }

  return TRUE;
}

static HnPeriod *
report_year (HnRegister  *reg,
             int          year,
             GError     **error)
{
  g_autofree char *name = g_strdup_printf ("%d", year);

  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reg, name, error);

  return rules != NULL ? hn_period_parse (name, rules, error) : NULL;
}

/* A day late in December belongs to the next report year under Decree 09/2019. */
static int
report_year_of (HnRegister *reg,
                HnDate      day)
{
  g_autoptr (HnPeriod) period = report_year (reg, day.year, NULL);

  return period != NULL && hn_date_compare (day, period->to) > 0 ? day.year + 1 : day.year;
}

/* Which of so many parts of the year is the latest that is over. */
static guint
latest_part (HnRegister *reg,
             int         year,
             const char *mark,
             guint       n_parts,
             HnDate      today)
{
  for (guint part = n_parts; part > 1; part--)
    {
      g_autofree char *name =
        *mark != '\0' ? g_strdup_printf ("%04d-%s%u", year, mark, part) : g_strdup_printf ("%04d-%02u", year, part);
      g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reg, name, NULL);
      g_autoptr (HnPeriod) period = rules != NULL ? hn_period_parse (name, rules, NULL) : NULL;

      if (period != NULL && hn_date_compare (period->to, today) < 0)
        return part;
    }

  return 1;
}

static void
find_parts (HnReportYears *self,
            HnRegister    *reg,
            HnDate         today)
{
  int year = ((const HnPeriod *) g_ptr_array_index (self->periods, self->working))->year;

  self->month = latest_part (reg, year, "", 12, today);
  self->quarter = latest_part (reg, year, "Q", 4, today);
  self->half = latest_part (reg, year, "H", 2, today);
}

/**
 * hn_report_years_list:
 * @today: decides which year has ended
 *
 * The years from the first to the last event or gift, and the one that goes on. The likely one is the latest that
 * is over and holds something; where none is over, the latest that holds something. The office works in the one that
 * goes on, unless it holds nothing yet: then in the latest that does.
 *
 * Returns: (transfer full) (nullable): the years, the newest first
 */
HnReportYears *
hn_report_years_list (HnRegister  *reg,
                      HnDate       today,
                      GError     **error)
{
  g_autoptr (HnReportYears) years = NULL;
  HnDate first, last;
  int current = report_year_of (reg, today), from = current, filled = current;

  if (!find_span (reg, &first, &last, error))
    return NULL;
  if (hn_date_is_set (first))
    {
      from = MIN (report_year_of (reg, first), current);
      filled = report_year_of (reg, last);
    }

  years = g_new0 (HnReportYears, 1);
  years->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_period_free);
  for (int year = MAX (filled, current); year >= from; year--)
    {
      HnPeriod *period = report_year (reg, year, error);

      if (period == NULL)
        return NULL;
      if (year == MAX (from, MIN (filled, current - 1)))
        years->likely = years->periods->len;
      if (year == MAX (from, MIN (filled, current)))
        years->working = years->periods->len;
      g_ptr_array_add (years->periods, period);
    }
  find_parts (years, reg, today);

  return g_steal_pointer (&years);
}

static gpointer
years_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return hn_report_years_list (reg, hn_date_today (), error);
}

/**
 * hn_report_years_load_async:
 *
 * Asks which years have records and which periods the office's rules cut them into.
 */
void
hn_report_years_load_async (HnStore             *store,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, years_job, NULL, NULL, (GDestroyNotify) hn_report_years_free, cancellable, callback,
                       user_data);
}

/**
 * hn_report_years_load_finish:
 *
 * Returns: (transfer full): what a report can be of
 */
HnReportYears *
hn_report_years_load_finish (HnStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  return hn_store_read_finish (store, result, error);
}
