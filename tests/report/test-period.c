/* Periods against the decree's days, and against each other over a century. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "hn-csv.h"
#include "hn-period.h"
#include "test-rules.h"

typedef struct
{
  const char *text;
  TestRules   cutoff;
  const char *from;
  const char *to;
  int         year;
  const char *label;
} Case;

static const Case cases[] = {
  { "2021", ND09, "2020-12-15", "2021-12-14", 2021, "Năm 2021" },
  { "2021-H1", ND09, "2020-12-15", "2021-06-14", 2021, "6 tháng đầu năm 2021" },
  { "2021-H2", ND09, "2021-06-15", "2021-12-14", 2021, "6 tháng cuối năm 2021" },
  { "2021-9M", ND09, "2020-12-15", "2021-09-14", 2021, "9 tháng đầu năm 2021" },
  { "2021-Q1", ND09, "2020-12-15", "2021-03-14", 2021, "Quý I/2021" },
  { "2021-Q2", ND09, "2021-03-15", "2021-06-14", 2021, "Quý II/2021" },
  { "2021-Q3", ND09, "2021-06-15", "2021-09-14", 2021, "Quý III/2021" },
  { "2021-Q4", ND09, "2021-09-15", "2021-12-14", 2021, "Quý IV/2021" },
  { "2021-01", ND09, "2020-12-15", "2021-01-14", 2021, "Tháng 1/2021" },
  { "2021-05", ND09, "2021-04-15", "2021-05-14", 2021, "Tháng 5/2021" },
  { "2021-12", ND09, "2021-11-15", "2021-12-14", 2021, "Tháng 12/2021" },
  { "2021-q4", ND09, "2021-09-15", "2021-12-14", 2021, "Quý IV/2021" },
  { "2016-2021", ND09, "2015-12-15", "2021-12-14", 2021, "Giai đoạn 2016 - 2021" },
  { "2020-2025", CALENDAR, "2020-01-01", "2025-12-31", 2025, "Giai đoạn 2020 - 2025" },
  { "2021", CALENDAR, "2021-01-01", "2021-12-31", 2021, "Năm 2021" },
  { "2021-H1", CALENDAR, "2021-01-01", "2021-06-30", 2021, "6 tháng đầu năm 2021" },
  { "2021-9M", CALENDAR, "2021-01-01", "2021-09-30", 2021, "9 tháng đầu năm 2021" },
  { "2021-Q4", CALENDAR, "2021-10-01", "2021-12-31", 2021, "Quý IV/2021" },
  { "2020-02", CALENDAR, "2020-02-01", "2020-02-29", 2020, "Tháng 2/2020" },
  { "2021-02", CALENDAR, "2021-02-01", "2021-02-28", 2021, "Tháng 2/2021" },
  { "2100-02", CALENDAR, "2100-02-01", "2100-02-28", 2100, "Tháng 2/2100" },
  { "2020-12-15..2021-12-14", ND09, "2020-12-15", "2021-12-14", 2021,
    "Từ ngày 15/12/2020 đến ngày 14/12/2021" },
  { "2020-12-15..2021-12-15", ND09, "2020-12-15", "2021-12-15", 2022,
    "Từ ngày 15/12/2020 đến ngày 15/12/2021" },
  { "2020-12-15..2021-12-15", CALENDAR, "2020-12-15", "2021-12-15", 2021,
    "Từ ngày 15/12/2020 đến ngày 15/12/2021" },
  { "2016..2021", CALENDAR, "2016-01-01", "2021-12-31", 2021, "Từ ngày 01/01/2016 đến ngày 31/12/2021" },
  { "2021-01..2021-02", CALENDAR, "2021-01-01", "2021-02-28", 2021,
    "Từ ngày 01/01/2021 đến ngày 28/02/2021" },
};

static const char *const malformed[] = {
  "", "21", "2021-", "2021-H3", "2021-H", "2021-Q0", "2021-Q5", "2021-00", "2021-13", "2021-6M", "2021-5", "2021-Q11",
  "2021 ", " 2021", "2021-05-06", "2021-01-01..", "..2021", "2021-12-31..2021-01-01", "2021..2020", "x", "+202", "1899",
  "2201", "9999", "2021-02-30..2021-03-01", "2021..2022..2023", "２０２１",
};

static void
assert_day (HnDate      date,
            const char *iso)
{
  g_autofree char *text = hn_date_to_iso (date);

  g_assert_cmpstr (text, ==, iso);
}

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HnPeriod) period = test_rules_parse (cases[i].text, cases[i].cutoff);
      g_autofree char *label = hn_period_label (period);

      g_assert_cmpstr (period->name, ==, cases[i].text);
      g_assert_cmpstr (hn_period_rules_get_name (period->rules), ==, cases[i].cutoff == ND09 ? "ND09" : "CALENDAR");
      assert_day (period->from, cases[i].from);
      assert_day (period->to, cases[i].to);
      g_assert_cmpint (period->year, ==, cases[i].year);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (HnPeriodRules) rules = test_rules (ND09);
      g_autoptr (GError) error = NULL;
      g_autoptr (HnPeriod) period = hn_period_parse (malformed[i], rules, &error);

      g_assert_null (period);
      g_assert_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_MALFORMED);
    }
}

static void
test_window (void)
{
  g_autoptr (HnPeriod) period = test_rules_parse ("2021", ND09);
  g_autofree char *window = hn_period_window (period);

  g_assert_cmpstr (window, ==, "từ ngày 15/12/2020 đến ngày 14/12/2021");
}

/* The periods of @parts follow each other without a gap and are the year. */
static void
assert_fill_year (int                year,
                  TestRules          cutoff,
                  const char *const *parts)
{
  g_autofree char *name = g_strdup_printf ("%d", year);
  g_autoptr (HnPeriod) whole = test_rules_parse (name, cutoff);
  HnDate next = whole->from;

  for (; *parts != NULL; parts++)
    {
      g_autofree char *part_name = g_strconcat (name, *parts, NULL);
      g_autoptr (HnPeriod) part = test_rules_parse (part_name, cutoff);

      g_assert_cmpint (hn_date_compare (part->from, next), ==, 0);
      next = hn_date_add_days (part->to, 1);
    }
  g_assert_cmpint (hn_date_compare (hn_date_add_days (whole->to, 1), next), ==, 0);
}

static void
test_parts_of_years (void)
{
  const char *const quarters[] = { "-Q1", "-Q2", "-Q3", "-Q4", NULL };
  const char *const halves[] = { "-H1", "-H2", NULL };
  const char *const nine[] = { "-9M", "-Q4", NULL };
  const char *const months[] = { "-01", "-02", "-03", "-04", "-05", "-06", "-07",
                                 "-08", "-09", "-10", "-11", "-12", NULL };

  for (int cutoff = ND09; cutoff <= CALENDAR; cutoff++)
    for (int year = 1950; year <= 2050; year++)
      {
        assert_fill_year (year, (TestRules) cutoff, quarters);
        assert_fill_year (year, (TestRules) cutoff, halves);
        assert_fill_year (year, (TestRules) cutoff, nine);
        assert_fill_year (year, (TestRules) cutoff, months);
      }
}

/* Every day of four years, one of them with a 29 February, is in one month and one year. */
static void
test_days_fall_once (void)
{
  for (int cutoff = ND09; cutoff <= CALENDAR; cutoff++)
    for (HnDate day = { 2019, 1, 1 }; day.year < 2023; day = hn_date_add_days (day, 1))
      {
        guint months = 0, years = 0;

        for (int year = 2018; year <= 2024; year++)
          {
            g_autofree char *name = g_strdup_printf ("%d", year);
            g_autoptr (HnPeriod) whole = test_rules_parse (name, (TestRules) cutoff);

            years += hn_period_contains (whole, day);
            for (int month = 1; month <= 12; month++)
              {
                g_autofree char *month_name = g_strdup_printf ("%d-%02d", year, month);
                g_autoptr (HnPeriod) period = test_rules_parse (month_name, (TestRules) cutoff);

                months += hn_period_contains (period, day);
              }
          }
        g_assert_cmpuint (months, ==, 1);
        g_assert_cmpuint (years, ==, 1);
      }
}

/* A part of a date counts as the first day that it can mean. */
static void
test_partial_dates (void)
{
  g_autoptr (HnPeriod) year = test_rules_parse ("2021", ND09);
  g_autoptr (HnPeriod) next = test_rules_parse ("2022", ND09);
  g_autoptr (HnPeriod) may = test_rules_parse ("2021-05", CALENDAR);

  g_assert_true (hn_period_contains (year, (HnDate) { 2021, 0, 0 }));
  g_assert_false (hn_period_contains (next, (HnDate) { 2021, 0, 0 }));
  g_assert_true (hn_period_contains (year, (HnDate) { 2021, 12, 0 }));
  g_assert_false (hn_period_contains (next, (HnDate) { 2021, 12, 0 }));
  g_assert_false (hn_period_contains (year, (HnDate) { 2020, 12, 0 }));
  g_assert_true (hn_period_contains (next, (HnDate) { 2021, 12, 15 }));
  g_assert_true (hn_period_contains (may, (HnDate) { 2021, 5, 0 }));
  g_assert_false (hn_period_contains (may, (HnDate) { 2021, 0, 0 }));
  g_assert_false (hn_period_contains (year, (HnDate) { 0, 0, 0 }));
}

static void
assert_range (HnPeriod   *period,
              const char *from,
              const char *to)
{
  g_assert_nonnull (period);
  assert_day (period->from, from);
  assert_day (period->to, to);
  hn_period_free (period);
}

static void
test_related (void)
{
  g_autoptr (HnPeriod) quarter = test_rules_parse ("2021-Q3", ND09);
  g_autoptr (HnPeriod) february = test_rules_parse ("2021-02", CALENDAR);
  g_autoptr (HnPeriod) leap = test_rules_parse ("2020-02-29..2020-03-31", CALENDAR);
  g_autoptr (HnPeriod) long_time = test_rules_parse ("2016..2021", CALENDAR);
  g_autoptr (HnPeriod) first = test_rules_parse ("1900", ND09);

  assert_range (hn_period_year_start (quarter), "2020-12-15", "2021-09-14");
  assert_range (hn_period_year_ago (quarter), "2020-06-15", "2020-09-14");
  assert_range (hn_period_year_ago (february), "2020-02-01", "2020-02-29");
  assert_range (hn_period_year_ago (leap), "2019-02-28", "2019-03-31");
  assert_range (hn_period_year_start (long_time), "2016-01-01", "2021-12-31");
  g_assert_null (hn_period_year_ago (first));
}

/* "15/12 of Y-1" or "14/3", for the year 2021. */
static char *
read_day (const char *text)
{
  int day, month;

  g_assert_cmpint (sscanf (text, "%d/%d", &day, &month), ==, 2);

  return g_strdup_printf ("%d-%02d-%02d", g_str_has_suffix (text, "of Y-1") ? 2020 : 2021, month, day);
}

/* The decree's quarters, halves and year, and the nine months of the provinces, as the reference table has them. */
static void
test_reference_table (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HN_REFERENCE_DIR"), "report-periods.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (HnCsv) csv = { 0 };
  guint n_periods = 0;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  hn_csv_read (&csv, text, length, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < csv.rows->len; i++)
    {
      const char *rule = hn_csv_get (&csv, i, "rule");
      const char *part = hn_csv_get (&csv, i, "period");
      g_autofree char *name = g_str_equal (part, "Y") ? g_strdup ("2021") : g_strconcat ("2021-", part, NULL);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if ((!g_str_equal (rule, "ND09") && !g_str_equal (rule, "PROVINCE")) || g_str_equal (part, "M"))
        continue;
      from = read_day (hn_csv_get (&csv, i, "from"));
      to = read_day (hn_csv_get (&csv, i, "to"));
      assert_range (test_rules_parse (name, ND09), from, to);
      n_periods++;
    }
  g_assert_cmpuint (n_periods, ==, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/forms", test_forms);
  g_test_add_func ("/period/malformed", test_malformed);
  g_test_add_func ("/period/window", test_window);
  g_test_add_func ("/period/parts-of-years", test_parts_of_years);
  g_test_add_func ("/period/days-fall-once", test_days_fall_once);
  g_test_add_func ("/period/partial-dates", test_partial_dates);
  g_test_add_func ("/period/related", test_related);
  g_test_add_func ("/period/reference-table", test_reference_table);

  return g_test_run ();
}
