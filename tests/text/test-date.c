/* Dates known to the day, the month or the year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-date.h"

static const HnDate today = { 2021, 3, 1 };

static void
assert_date (HnDate date,
             guint  year,
             guint  month,
             guint  day)
{
  g_assert_cmpuint (date.year, ==, year);
  g_assert_cmpuint (date.month, ==, month);
  g_assert_cmpuint (date.day, ==, day);
}

static void
test_iso (void)
{
  static const char *const good[] = { "2021", "2021-05", "2021-05-06", "2024-02-29", "1700", "2200-12-31" };
  static const char *const bad[] = {
    "", "21", "2021-", "2021-5", "2021-13", "2021-00", "2021-02-29", "2021-05-00", "2021-05-32", "2021-05-6",
    "2021/05/06", "2021-05-06 ", " 2021", "1699", "2201", "20210506", "abcd", "2021-05-06T", "-2021", "2021-05-",
    "2021-005", "02021",
  };
  HnDate date = today;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *iso = NULL;

      g_assert_true (hn_date_from_iso (good[i], &date));
      iso = hn_date_to_iso (date);
      g_assert_cmpstr (iso, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = today;
      g_test_message ("“%s”", bad[i]);
      g_assert_false (hn_date_from_iso (bad[i], &date));
      g_assert_false (hn_date_is_set (date));
    }
  g_assert_false (hn_date_from_iso (NULL, &date));
  g_assert_null (hn_date_to_iso (date));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    HnDate date;
  } cases[] = {
    { "6/5/2021", { 2021, 5, 6 } },
    { "06-05-2021", { 2021, 5, 6 } },
    { "6.5.2021", { 2021, 5, 6 } },
    { "6 / 5 / 2021", { 2021, 5, 6 } },
    { "06–05–2021", { 2021, 5, 6 } },
    { "\u00A006/05/2021\u200B", { 2021, 5, 6 } },
    { "5/12/2021", { 2021, 12, 5 } },
    { "5/2021", { 2021, 5, 0 } },
    { "05-2021", { 2021, 5, 0 } },
    { "2021", { 2021, 0, 0 } },
    { "2021-05-06", { 2021, 5, 6 } },
    { "2021-05", { 2021, 5, 0 } },
    { "ngày 6 tháng 5 năm 2021", { 2021, 5, 6 } },
    { "NGÀY 06 THÁNG 05 NĂM 2021", { 2021, 5, 6 } },
    { "ngay 6 thang 5 nam 2021", { 2021, 5, 6 } },
    { "Ngày 6 tháng 5, năm 2021", { 2021, 5, 6 } },
    { "6 tháng 5 năm 2021", { 2021, 5, 6 } },
    { "ngày 6 tháng 5/2021", { 2021, 5, 6 } },
    { "ngày 6/5/2021", { 2021, 5, 6 } },
    { "tháng 5/2021", { 2021, 5, 0 } },
    { "Tháng 5 năm 2021", { 2021, 5, 0 } },
    { "năm 2021", { 2021, 0, 0 } },
    { "29/2/2024", { 2024, 2, 29 } },
    { "hôm nay", { 2021, 3, 1 } },
    { "Hom Nay", { 2021, 3, 1 } },
    { "hôm qua", { 2021, 2, 28 } },
    { "ngày mai", { 2021, 3, 2 } },
    { "hôm kia", { 2021, 2, 27 } },
    { "today", { 2021, 3, 1 } },
    { "Yesterday", { 2021, 2, 28 } },
    { "tomorrow", { 2021, 3, 2 } },
    { "6/5", { 2021, 5, 6 } },
    { "06-05", { 2021, 5, 6 } },
    { "6.5", { 2021, 5, 6 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HnDate date = { 0 };

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (hn_date_parse (cases[i].text, today, &date));
      assert_date (date, cases[i].date.year, cases[i].date.month, cases[i].date.day);
    }
}

static void
test_refused (void)
{
  static const char *const bad[] = {
    "", " ", "31/02/2021", "29/2/2021", "31/4/2021", "5/13/2021", "12/25/2021", "0/5/2021", "6/0/2021", "06/05/21",
    "5/21", "21", "13/2021", "0/2021", "1699", "2201", "6 5 2021", "31/2", "6//5/2021", "/5/2021", "6/5/2021/",
    "2021-13-01", "-5/2021", "6/5/02021", "006/5/2021", "tháng 2021", "năm 5", "ngày 5/2021", "mai", "6/5/2021 7",
    "hôm", "06052021", "tháng tư", "6/2021/5", "12021", "6 5/2021",
  };
  HnDate date = today;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      date = today;
      g_test_message ("“%s”", bad[i]);
      g_assert_false (hn_date_parse (bad[i], today, &date));
      g_assert_false (hn_date_is_set (date));
    }
  g_assert_false (hn_date_parse (NULL, today, &date));
  g_assert_false (hn_date_parse ("hôm nay", (HnDate) { 0 }, &date));
  g_assert_false (hn_date_parse ("6/5", (HnDate) { 0 }, &date));
  g_assert_false (hn_date_parse ("ngày mai", (HnDate) { 2200, 12, 31 }, &date));
}

static void
test_print (void)
{
  static const struct
  {
    HnDate date;
    const char *print;
    const char *print_long;
  } cases[] = {
    { { 0, 0, 0 }, "", "" },
    { { 1955, 0, 0 }, "1955", "năm 1955" },
    { { 1955, 5, 0 }, "5/1955", "tháng 5 năm 1955" },
    { { 2022, 2, 0 }, "2/2022", "tháng 02 năm 2022" },
    { { 2026, 1, 5 }, "05/01/2026", "ngày 05 tháng 01 năm 2026" },
    { { 2022, 2, 10 }, "10/02/2022", "ngày 10 tháng 02 năm 2022" },
    { { 2019, 6, 29 }, "29/06/2019", "ngày 29 tháng 6 năm 2019" },
    { { 2021, 3, 9 }, "09/03/2021", "ngày 09 tháng 3 năm 2021" },
    { { 2021, 12, 31 }, "31/12/2021", "ngày 31 tháng 12 năm 2021" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *print = hn_date_print (cases[i].date);
      g_autofree char *print_long = hn_date_print_long (cases[i].date);
      HnDate again;

      g_assert_cmpstr (print, ==, cases[i].print);
      g_assert_cmpstr (print_long, ==, cases[i].print_long);
      if (!hn_date_is_set (cases[i].date))
        continue;
      g_assert_true (hn_date_parse (print, today, &again));
      g_assert_cmpint (hn_date_compare (again, cases[i].date), ==, 0);
      g_assert_true (hn_date_parse (print_long, today, &again));
      g_assert_cmpint (hn_date_compare (again, cases[i].date), ==, 0);
    }
}

static void
test_range (void)
{
  assert_date (hn_date_first ((HnDate) { 2021, 0, 0 }), 2021, 1, 1);
  assert_date (hn_date_last ((HnDate) { 2021, 0, 0 }), 2021, 12, 31);
  assert_date (hn_date_first ((HnDate) { 2024, 2, 0 }), 2024, 2, 1);
  assert_date (hn_date_last ((HnDate) { 2024, 2, 0 }), 2024, 2, 29);
  assert_date (hn_date_last ((HnDate) { 2021, 2, 0 }), 2021, 2, 28);
  assert_date (hn_date_first (today), 2021, 3, 1);
  assert_date (hn_date_last (today), 2021, 3, 1);
  assert_date (hn_date_first ((HnDate) { 0 }), 0, 0, 0);
  assert_date (hn_date_last ((HnDate) { 0 }), 0, 0, 0);
}

static void
test_days (void)
{
  assert_date (hn_date_add_days ((HnDate) { 2021, 12, 31 }, 1), 2022, 1, 1);
  assert_date (hn_date_add_days ((HnDate) { 2024, 3, 1 }, -1), 2024, 2, 29);
  assert_date (hn_date_add_days (today, 0), 2021, 3, 1);
  assert_date (hn_date_add_days ((HnDate) { 1700, 1, 1 }, -1), 0, 0, 0);
  assert_date (hn_date_add_days (today, G_MININT), 0, 0, 0);
  assert_date (hn_date_add_days (today, G_MAXINT), 0, 0, 0);
  g_assert_cmpint (hn_date_days ((HnDate) { 2020, 12, 15 }, (HnDate) { 2021, 12, 14 }), ==, 364);
  g_assert_cmpint (hn_date_days ((HnDate) { 2021, 12, 14 }, (HnDate) { 2020, 12, 15 }), ==, -364);
  g_assert_cmpint (hn_date_days (today, today), ==, 0);
  g_assert_true (hn_date_is_full (hn_date_today ()));

  for (gint i = 0; i < 10000; i++)
    {
      int days = g_test_rand_int_range (-70000, 60000);
      HnDate other = hn_date_add_days (today, days);

      g_assert_cmpint (hn_date_days (today, other), ==, days);
      g_assert_cmpint (hn_date_compare (today, other), ==, (days < 0) - (days > 0));
    }
}

static void
test_compare (void)
{
  static const HnDate order[] = {
    { 0, 0, 0 }, { 1955, 0, 0 }, { 1955, 1, 0 }, { 1955, 1, 1 }, { 1955, 1, 31 }, { 1955, 2, 0 }, { 1956, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (order); j++)
      g_assert_cmpint (hn_date_compare (order[i], order[j]), ==, (i > j) - (i < j));
  g_assert_true (hn_date_is_set (order[1]) && !hn_date_is_full (order[1]));
  g_assert_false (hn_date_is_full (order[2]));
  g_assert_true (hn_date_is_full (order[3]));
}

/* A day too many is told from what is no date. */
static void
test_month (void)
{
  static const struct
  {
    const char *text;
    HnDate month;
    guint n_days;
  } cases[] = {
    { "31/4/2021", { 2021, 4, 0 }, 30 },
    { "29/2/2021", { 2021, 2, 0 }, 28 },
    { "ngày 30 tháng 2 năm 2024", { 2024, 2, 0 }, 29 },
    { "2021-02-30", { 2021, 2, 0 }, 28 },
    { "29/2", { 2021, 2, 0 }, 28 },
    { "99/12/2021", { 2021, 12, 0 }, 31 },
    { "28/2/2021" },
    { "0/2/2021" },
    { "31/13/2021" },
    { "31/4/0001" },
    { "4/2021" },
    { "abc" },
    { "" },
  };
  HnDate month;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      month = (HnDate) { 0 };
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (hn_date_parse_month (cases[i].text, today, &month), ==, cases[i].n_days);
      if (cases[i].n_days > 0)
        g_assert_cmpint (hn_date_compare (month, cases[i].month), ==, 0);
    }
  g_assert_cmpuint (hn_date_parse_month (NULL, today, &month), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/date/iso", test_iso);
  g_test_add_func ("/text/date/parse", test_parse);
  g_test_add_func ("/text/date/refused", test_refused);
  g_test_add_func ("/text/date/month", test_month);
  g_test_add_func ("/text/date/print", test_print);
  g_test_add_func ("/text/date/range", test_range);
  g_test_add_func ("/text/date/days", test_days);
  g_test_add_func ("/text/date/compare", test_compare);
  return g_test_run ();
}
