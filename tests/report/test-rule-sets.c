/* The rules that a register begins with, over a hundred years of days, and when reports are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-rule-sets.h"
#include "report-fixture.h"

#define FIRST_YEAR 1950
#define LAST_YEAR  2050

static HnPeriodRules *
load (HnRegister *reg,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  HnPeriodRules *rules = hn_rule_sets_load (reg, name, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rules);

  return rules;
}

static HnPeriod *
parse (HnRegister *reg,
       const char *text,
       const char *name)
{
  g_autoptr (HnPeriodRules) rules = load (reg, name);
  g_autoptr (GError) error = NULL;
  HnPeriod *period = hn_period_parse (text, rules, &error);

  g_assert_no_error (error);

  return period;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = hn_rule_sets_list (fixture->reg, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sets->len; i++)
    g_string_append_printf (names, " %s", ((HnRuleSet *) g_ptr_array_index (sets, i))->name);
  g_assert_cmpstr (names->str, ==, " CALENDAR HOI ND09 QD06 ND80 TT23 ND58");
}

/* Every day of a hundred years is in exactly one month, and in one quarter. */
static void
assert_partition (HnRegister   *reg,
                  const char   *set,
                  const char   *shape,
                  int           n_parts)
{
  g_autoptr (HnPeriodRules) rules = load (reg, set);
  HnDate next = { 0 };

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (int part = 1; part <= n_parts; part++)
      {
        g_autofree char *name = g_strdup_printf ("%d-%s%0*d", year, shape, n_parts > 9 ? 2 : 1, part);
        g_autoptr (HnPeriod) period = hn_period_parse (name, rules, NULL);

        if (hn_date_is_set (next))
          g_assert_cmpint (hn_date_compare (period->from, next), ==, 0);
        g_assert_cmpint (hn_date_compare (period->from, period->to), <, 0);
        next = hn_date_add_days (period->to, 1);
      }
}

static void
test_hundred_years (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_partition (fixture->reg, "ND09", "", 12);
  assert_partition (fixture->reg, "ND09", "Q", 4);
  assert_partition (fixture->reg, "ND09", "H", 2);
  assert_partition (fixture->reg, "CALENDAR", "", 12);
  assert_partition (fixture->reg, "CALENDAR", "Q", 4);
  assert_partition (fixture->reg, "TT23", "", 12);
  assert_partition (fixture->reg, "TT23", "H", 2);
  hn_test_add (fixture->reg, "report_rule", "rules", "ND09", "period", "month", "start_day", "1", "start_shift", "0",
               "end_day", "31", "end_shift", "0", "valid_from", "2030", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "ND09", "period", "quarter", "start_day", "21", "start_shift",
               "-1", "end_day", "20", "end_shift", "0", "valid_from", "2030", "valid_to", "2034-12-20", NULL);
  assert_partition (fixture->reg, "ND09", "", 12);
  assert_partition (fixture->reg, "ND09", "Q", 4);
}

static const struct
{
  const char *period;
  const char *rules;
  const char *due;
} dues[] = {
  { "2021", "ND09", "2021-12-16" },     /* closed on a Tuesday */
  { "2021-05", "nd09", "2021-05-18" },  /* on a Friday */
  { "2022-04", "ND09", "2022-04-18" },  /* Thursday */
  { "2023-04", "ND09", "2023-04-18" },  /* Friday */
  { "2024-02", "ND09", "2024-02-16" },  /* on the last day of Tết */
  { "2021-02", "ND09", "2021-02-18" },  /* within Tết */
  { "2024-05", "TT23", "2024-06-10" },
  { "2024-H1", "TT23", "2024-07-31" }, /* report-periods.csv: to the department of finance */
  { "2024-H2", "TT23", "2025-02-15" },
  { "2024", "TT23", "2025-02-28" },
  { "2021", "ND80", "2022-01-15" },
  { "2025", "ND58", "2025-12-18" },
  { "2023", "HOI", "2023-12-01" },
  { "2021", "CALENDAR", NULL },
  { "2020-12-15..2021-12-14", "ND09", NULL },
};

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autoptr (HnPeriod) period = parse (fixture->reg, dues[i].period, dues[i].rules);
      HnDate due = hn_period_due (period);
      g_autofree char *iso = hn_date_is_set (due) ? hn_date_to_iso (due) : NULL;

      g_assert_cmpstr (iso, ==, dues[i].due);
    }
}

/* TT 23/2022/TT-BTC: the budget year has an adjustment month at its end. */
static void
test_adjustment_month (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (HnPeriod) year = parse (fixture->reg, "2024", "TT23");
  g_autofree char *window = hn_period_window (year);

  g_assert_cmpstr (window, ==, "từ ngày 01/01/2024 đến ngày 31/01/2025");
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HnPeriodRules) rules = load (fixture->reg, "ND80");
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_period_parse ("2021-Q1", rules, &error));
  g_assert_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_NO_RULE);
  g_clear_error (&error);
  g_assert_null (hn_rule_sets_load (fixture->reg, "XYZ", &error));
  g_assert_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_NO_RULE);
  g_assert_nonnull (strstr (error->message, "ND09"));
}

/* A rule of the office's own: the newer holds from its day on. */
static void
test_own_rule (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (HnPeriod) before = NULL, after = NULL;
  g_autofree char *window_before = NULL, *window_after = NULL;

  hn_test_add (fixture->reg, "report_rule", "rules", "NHA", "period", "month", "start_day", "1", "start_shift", "0",
               "end_day", "31", "end_shift", "0", "valid_to", "2022", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "NHA", "period", "month", "start_day", "21", "start_shift", "-1",
               "end_day", "20", "end_shift", "0", "valid_from", "2023", NULL);
  before = parse (fixture->reg, "2022-12", "NHA");
  after = parse (fixture->reg, "2023-02", "NHA");
  window_before = hn_period_window (before);
  window_after = hn_period_window (after);
  g_assert_cmpstr (window_before, ==, "từ ngày 01/12/2022 đến ngày 31/12/2022");
  g_assert_cmpstr (window_after, ==, "từ ngày 21/01/2023 đến ngày 20/02/2023");
}

static void
assert_window (HnRegister *reg,
               const char *text,
               const char *name,
               const char *wanted)
{
  g_autoptr (HnPeriod) period = parse (reg, text, name);
  g_autofree char *window = hn_period_window (period);

  g_assert_cmpstr (window, ==, wanted);
}

/* The first period of a new rule is joined to the last one of the old rule, which nobody has to end; and the last
 * rule that there was is kept to behind its end. */
static void
test_succession (Fixture       *fixture,
                 gconstpointer  data)
{
  hn_test_add (fixture->reg, "report_rule", "rules", "NHA", "period", "year", "start_day", "15", "start_shift", "-1",
               "end_day", "14", "end_shift", "0", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "NHA", "period", "year", "start_day", "1", "start_shift", "0",
               "end_day", "31", "end_shift", "0", "valid_from", "2025-07-01", "valid_to", "2029", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "XA", "period", "year", "start_day", "1", "start_shift", "0",
               "end_day", "31", "end_shift", "0", "valid_from", "2010", "valid_to", "2015", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "XA", "period", "year", "start_day", "2", "start_shift", "0",
               "end_day", "1", "end_shift", "1", "valid_from", "2016", "valid_to", "2020", NULL);

  assert_window (fixture->reg, "2024", "NHA", "từ ngày 15/12/2023 đến ngày 14/12/2024");
  assert_window (fixture->reg, "2025", "NHA", "từ ngày 15/12/2024 đến ngày 31/12/2025");
  assert_window (fixture->reg, "2026", "NHA", "từ ngày 01/01/2026 đến ngày 31/12/2026");
  assert_window (fixture->reg, "2005", "XA", "từ ngày 01/01/2005 đến ngày 31/12/2005");
  assert_window (fixture->reg, "2026", "XA", "từ ngày 02/01/2026 đến ngày 01/01/2027");
}

/* The office is closed from 30/12 to 03/01 every year: 2022 ends on a Saturday. */
static void
test_holiday_over_new_year (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (HnPeriod) month = NULL;
  g_autofree char *due = NULL;

  hn_test_add (fixture->reg, "holiday", "name", "Nghỉ cuối năm", "from", "2010-12-30", "to", "2011-01-03", "yearly",
               "1", NULL);
  hn_test_add (fixture->reg, "report_rule", "rules", "NHA", "period", "month", "start_day", "1", "start_shift", "0",
               "end_day", "31", "end_shift", "0", "due_after", "1", NULL);
  month = parse (fixture->reg, "2022-12", "NHA");
  due = hn_date_to_iso (hn_period_due (month));
  g_assert_cmpstr (due, ==, "2023-01-04");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/rule-sets/list", test_list);
  FIXTURE_ADD ("/rule-sets/hundred-years", test_hundred_years);
  FIXTURE_ADD ("/rule-sets/due", test_due);
  FIXTURE_ADD ("/rule-sets/adjustment-month", test_adjustment_month);
  FIXTURE_ADD ("/rule-sets/errors", test_errors);
  FIXTURE_ADD ("/rule-sets/own-rule", test_own_rule);
  FIXTURE_ADD ("/rule-sets/succession", test_succession);
  FIXTURE_ADD ("/rule-sets/holiday-over-new-year", test_holiday_over_new_year);

  return g_test_run ();
}
