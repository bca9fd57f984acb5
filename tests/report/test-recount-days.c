/* Figures over random registers, counted once more from all records, one day at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"
#include "random-register.h"
#include "recount.h"

/* What is summed in a form's column or an indicator's row, of all records: their days and amounts. */
static const struct
{
  const char *form;
  const char *code;
  guint       column;
  const char *sql;
} streams[] = {
  { "M04", NULL, 8, "SELECT \"from\", " ALL_PEOPLE " FROM \"event\" WHERE \"state\" = 'held'" },
  { "M04", NULL, 9, "SELECT \"from\", " PEOPLE ("foreign") " FROM \"event\" WHERE \"state\" = 'held'" },
  { "M04", NULL, 10, "SELECT \"from\", " DONG ("\"cost\"") " FROM \"event\" WHERE \"state\" = 'held'" },
  { "M05", NULL, 3, "SELECT \"from\", \"size\" FROM \"delegation\" WHERE \"direction\" = 'out'" },
  { "M05", NULL, 11, "SELECT \"from\", \"cost_partner\" FROM \"delegation\" WHERE \"direction\" = 'out'" },
  { "M06", NULL, 4, "SELECT \"from\", \"size\" FROM \"delegation\" WHERE \"direction\" = 'in'" },
  { "M08", NULL, 11,
    "SELECT \"date\", COALESCE (\"value\", " DONG ("\"amount\"") ", " CONVERTED ("\"amount\"") ") FROM \"donation\""
    " WHERE \"direction\" = 'received' AND \"state\" <> 'pledged'" },
  { "M10", NULL, 8,
    "SELECT COALESCE (\"decision_date\", \"presented_on\"), \"amount\" FROM \"award\""
    " WHERE \"state\" IN ('decided', 'presented')" },
  { "M11", NULL, 7,
    "SELECT \"from\", " PEOPLE ("domestic") " FROM \"event\" WHERE \"state\" = 'held'"
    " AND \"type\" = 'international_conference'" },
  { "M03", "8", 4, "SELECT \"date\", \"count\" FROM \"publication\"" },
  { "M03", "9", 4,
    "SELECT \"from\", 1 FROM \"event\" WHERE \"state\" = 'held' AND \"type\" IN ('exchange', 'meeting', 'anniversary')" },
  { "M03", "12", 4, "SELECT \"from\", 1 FROM \"delegation\" WHERE \"direction\" = 'out'" },
  { "M03", "17", 4, "SELECT \"date\", " USD ("\"amount\"") " FROM \"disbursement\"" },
  { "M03", "20", 4,
    "SELECT \"date\", \"value\" FROM \"donation\" WHERE \"direction\" = 'received' AND \"state\" <> 'pledged'" },
};

static gint64
find_figure (const HnReport *report,
             guint           stream)
{
  for (guint i = 0; i < report->forms->len; i++)
    {
      const HnReportForm *form = g_ptr_array_index (report->forms, i);

      if (!g_str_equal (form->form, streams[stream].form))
        continue;
      if (streams[stream].code == NULL)
        return hn_row_cell (form->total, streams[stream].column)->number;
      for (guint j = 0; j < form->rows->len; j++)
        {
          HnReportRow *row = g_ptr_array_index (form->rows, j);
          HnCell *cell = hn_row_cell (row, streams[stream].column);
          gint64 number = cell->number;

          if (!g_str_equal (hn_row_cell (row, 0)->text, streams[stream].code))
            continue;
          for (guint k = cell->decimals; k < recount_full_decimals (form, row, streams[stream].column); k++)
            number *= 10;
          return number;
        }
    }
  g_assert_not_reached ();
}

static gint64
sum_days (HnRegister     *reg,
          const char     *sql,
          const HnPeriod *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, "", &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  while (hn_rows_next (rows, &error))
    {
      HnDate date;

      if (!hn_rows_is_null (rows, 0) && hn_date_from_iso (hn_rows_text (rows, 0), &date)
          && hn_period_contains (period, date))
        sum += hn_rows_integer (rows, 1);
    }
  g_assert_no_error (error);

  return sum;
}

/* Adds the figures of the periods @format with 1 to @n_periods, each held against the records of its days. */
static void
add_up (Fixture    *fixture,
        const char *first,
        guint       n_periods,
        gint64     *sums)
{
  for (guint i = 1; i <= n_periods; i++)
    {
      g_autofree char *name =
        n_periods == 1 ? g_strdup (first) : g_strdup_printf ("%s%0*u", first, n_periods > 9 ? 2 : 1, i);
      HnReport *report = recount_build (fixture, name, FALSE);

      for (guint j = 0; j < G_N_ELEMENTS (streams); j++)
        {
          gint64 figure = find_figure (report, j);

          if (figure != sum_days (fixture->reg, streams[j].sql, report->period))
            g_error ("%s %s, column %u of %s is not what its days add up to", name, streams[j].form, streams[j].column,
                     streams[j].code);
          sums[j] += figure;
        }
      hn_report_free (report);
    }
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 year[G_N_ELEMENTS (streams)] = { 0 }, quarters[G_N_ELEMENTS (streams)] = { 0 };
  gint64 months[G_N_ELEMENTS (streams)] = { 0 };

  random_register_fill (fixture->reg, GPOINTER_TO_UINT (data));
  add_up (fixture, "2021", 1, year);
  add_up (fixture, "2021-Q", 4, quarters);
  add_up (fixture, "2021-", 12, months);
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    {
      if (year[i] == 0)
        g_error ("%s %s, column %u: the register has nothing to try it with", streams[i].form, streams[i].code,
                 streams[i].column);
      g_assert_cmpint (quarters[i], ==, year[i]);
      g_assert_cmpint (months[i], ==, year[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/recount-days/year", Fixture, GUINT_TO_POINTER (1), fixture_set_up, test_days, fixture_tear_down);

  return g_test_run ();
}
