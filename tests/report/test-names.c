/* Names through the years: the office's, the province's, organizations' and areas', as they were at a period's end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-form.h"
#include "hn-rule-sets.h"
#include "report-fixture.h"

/* All forms over the period, as JSON. */
static char *
print_all (Fixture    *fixture,
           const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, period, &error);
  g_autoptr (HnPeriod) parsed = hn_period_parse (period, rules, &error);
  g_autoptr (HnReport) report = NULL;
  char *json;

  g_assert_no_error (error);
  report = hn_report_build (fixture->reg, &(HnReportOptions) { .period = parsed }, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  json = hn_report_to_json (report, fixture->reg, &error);
  g_assert_no_error (error);

  return json;
}

static void
assert_says (const char *json,
             const char *words)
{
  if (strstr (json, words) == NULL)
    g_error ("not there: %s", words);
}

static void
assert_silent (const char *json,
               const char *words)
{
  if (strstr (json, words) != NULL)
    g_error ("there: %s", words);
}

static guint
count_words (const char *json,
             const char *words)
{
  guint count = 0;

  for (const char *at = strstr (json, words); at != NULL; at = strstr (at + 1, words))
    count++;

  return count;
}

static void
add_office (Fixture    *fixture,
            const char *name,
            const char *province,
            const char *place,
            const char *since)
{
  g_autofree char *addressee = g_strdup_printf ("Ủy ban nhân dân %s", province);

  hn_test_add (fixture->reg, "office_profile", "name", name, "place", place, "province", province, "addressee",
               addressee, "valid_from", since, NULL);
}

static void
test_office (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL, *merged = NULL, *city = NULL;

  add_office (fixture, "LIÊN HIỆP TỈNH BẮC GIANG", "tỉnh Bắc Giang", "Bắc Giang", "1998-10-12");
  add_office (fixture, "LIÊN HIỆP TỈNH BẮC NINH", "tỉnh Bắc Ninh", "Bắc Ninh", "2025-07-01");
  add_office (fixture, "LIÊN HIỆP THÀNH PHỐ BẮC NINH", "thành phố Bắc Ninh", "Bắc Ninh", "2026-09-20");

  before = print_all (fixture, "2021");
  assert_says (before, "NGƯỜI BẮC GIANG Ở NƯỚC NGOÀI");
  assert_says (before, "\"place\" : \"Bắc Giang\"");
  assert_says (before, "Ủy ban nhân dân tỉnh Bắc Giang");
  assert_silent (before, "Bắc Ninh");

  merged = print_all (fixture, "2025");
  assert_says (merged, "NGƯỜI BẮC NINH Ở NƯỚC NGOÀI");
  assert_says (merged, "Ủy ban nhân dân tỉnh Bắc Ninh");
  assert_says (merged, "\"province\" : \"tỉnh Bắc Ninh\"");
  assert_silent (merged, "thành phố Bắc Ninh");
  assert_silent (merged, "Bắc Giang");

  city = print_all (fixture, "2026");
  assert_says (city, "Ủy ban nhân dân thành phố Bắc Ninh");
  assert_silent (city, "tỉnh Bắc Ninh");
  /* A range that ends before the day has the name of before. */
  g_clear_pointer (&city, g_free);
  city = print_all (fixture, "2026-09-01..2026-09-19");
  assert_says (city, "tỉnh Bắc Ninh");
  assert_silent (city, "thành phố Bắc Ninh");
}

/* One organization in every form that names one. */
static void
add_everywhere (Fixture    *fixture,
                const char *organization,
                const char *branch,
                const char *day)
{
  g_autofree char *person = hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", "Lê An", NULL));

  hn_test_add (fixture->reg, "membership", "person", person, "organization", organization, "joined", "2001", NULL);
  hn_test_add (fixture->reg, "event", "title", "Gặp mặt", "type", "meeting", "from", day, "state", "held", "host",
               organization, "co_hosts", branch, NULL);
  hn_test_add (fixture->reg, "event", "title", "Hội thảo", "type", "international_conference", "from", day, "state",
               "held", "host", organization, NULL);
  hn_test_add (fixture->reg, "donation", "date", day, "donor", organization, "form", "money", "amount", "1", NULL);
  hn_test_add (fixture->reg, "award", "recipient", organization, "form", "certificate", "decision_date", day, NULL);
}

static void
test_organizations (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *lao = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội tên mới",
                                                                   "kind", "bilateral", "countries", "LA", NULL));
  g_autofree char *branch =
    hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Chi hội tên mới", "kind", "branch",
                                              "parent", lao, NULL));
  g_autofree char *first = NULL, *second = NULL, *now = NULL;

  hn_test_add (fixture->reg, "former_name", "organization", lao, "name", "Hội đời đầu", "to", "2019-06", NULL);
  hn_test_add (fixture->reg, "former_name", "organization", lao, "name", "Hội đời hai", "to", "2021", NULL);
  hn_test_add (fixture->reg, "former_name", "organization", branch, "name", "Chi hội đời đầu", "to", "2021", NULL);
  add_everywhere (fixture, lao, branch, "2018-05-01");
  add_everywhere (fixture, lao, branch, "2021-05-01");
  add_everywhere (fixture, lao, branch, "2022-05-01");

  first = print_all (fixture, "2018");
  assert_silent (first, "đời hai");
  assert_silent (first, "tên mới");
  /* M01; M02: head and three members; M04: host of two; M08; M10; M11; M12: two days of Laos; M13: two columns. */
  g_assert_cmpuint (count_words (first, "Hội đời đầu"), ==, 1 + 4 + 2 + 1 + 1 + 1 + 2 + 2);
  g_assert_cmpuint (count_words (first, "Chi hội đời đầu"), ==, 1);

  second = print_all (fixture, "2021");
  assert_says (second, "Hội đời hai");
  assert_silent (second, "Hội đời đầu");
  assert_silent (second, "tên mới");

  now = print_all (fixture, "2022");
  assert_says (now, "Hội tên mới");
  assert_says (now, "Chi hội tên mới");
  assert_silent (now, "đời ");
}

static char *
find_area (Fixture    *fixture,
           const char *name,
           const char *since)
{
  g_autoptr (HnRows) rows =
    hn_register_query (fixture->reg,
                       "SELECT \"id\" FROM \"area\" WHERE \"name\" = ?1 AND COALESCE (\"valid_from\", '') = ?2", "ss",
                       NULL, name, since);

  g_assert_true (hn_rows_next (rows, NULL));

  return hn_test_ref ("area", hn_rows_integer (rows, 0));
}

/* An area is followed to what it became, and back; what was put together from several is not taken apart. */
static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *viet_yen = find_area (fixture, "Thị xã Việt Yên", "2024-02-01");
  g_autofree char *old = find_area (fixture, "Tỉnh Bắc Giang", "1997-01-01");
  g_autofree char *city = find_area (fixture, "Thành phố Bắc Ninh", "2026-09-20");
  HnReportForm *form;

  for (int year = 2021; year <= 2027; year++)
    {
      g_autofree char *day = g_strdup_printf ("%d-10-01", year);

      hn_test_add (fixture->reg, "event", "title", "A", "type", "meeting", "from", day, "area", viet_yen, "state",
                   "held", NULL);
      hn_test_add (fixture->reg, "event", "title", "B", "type", "meeting", "from", day, "area", old, "state", "held",
                   NULL);
      hn_test_add (fixture->reg, "event", "title", "C", "type", "meeting", "from", day, "area", city, "state", "held",
                   NULL);
    }

  form = fixture_build (fixture, "M04", "2021");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 1), 4)->text, ==, "Huyện Việt Yên");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 2), 4)->text, ==, "Tỉnh Bắc Giang");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 3), 4)->text, ==, "Tỉnh Bắc Ninh");
  form = fixture_build (fixture, "M04", "2025");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 1), 4)->text, ==, "Thị xã Việt Yên");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 2), 4)->text, ==, "Tỉnh Bắc Ninh");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 3), 4)->text, ==, "Tỉnh Bắc Ninh");
  form = fixture_build (fixture, "M04", "2027");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 2), 4)->text, ==, "Thành phố Bắc Ninh");
  g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 3), 4)->text, ==, "Thành phố Bắc Ninh");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/names/office", test_office);
  FIXTURE_ADD ("/names/organizations", test_organizations);
  FIXTURE_ADD ("/names/areas", test_areas);

  return g_test_run ();
}
