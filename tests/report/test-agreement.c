/* What several forms say of the same records agrees, at the edges where they might not. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"
#include "report-fixture.h"

/* (transfer full): a reference to a new record */
#define ADD(fixture, kind, ...) hn_test_ref (kind, hn_test_add ((fixture)->reg, kind, __VA_ARGS__, NULL))

/* The row of form M03 with that code. */
static HnReportRow *
find_indicator (const HnReportForm *form,
                const char         *code)
{
  for (guint i = 0; i < form->rows->len; i++)
    if (g_strcmp0 (hn_row_cell (g_ptr_array_index (form->rows, i), 0)->text, code) == 0)
      return g_ptr_array_index (form->rows, i);
  g_assert_not_reached ();
}

static void
add_member (Fixture    *fixture,
            const char *name,
            const char *organization)
{
  g_autofree char *person = ADD (fixture, "person", "name", name);

  hn_test_add (fixture->reg, "membership", "person", person, "organization", organization, "joined", "2020", NULL);
}

/* A chapter outlives the local association that it was put under, and its members are members. */
static void
test_ended_between (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *lao = ADD (fixture, "organization", "name", "Hội Hữu nghị Việt Nam - Lào", "kind", "bilateral");
  g_autofree char *local = ADD (fixture, "organization", "name", "Hội huyện", "kind", "local", "parent", lao, "status",
                                "dissolved", "ended", "2021-06-01");
  g_autofree char *chapter = ADD (fixture, "organization", "name", "Chi hội xã", "kind", "branch", "parent", local);
  HnReportForm *form;

  add_member (fixture, "Nguyễn Văn An", chapter);
  add_member (fixture, "Trần Thị Bình", local);

  form = fixture_build (fixture, "M01", "2021");
  assert_row (form, 0, "1|Hội Hữu nghị Việt Nam - Lào|||||||0|0|1|1|0|0|");
  assert_note (form, 0, "Tổng số: 1 hội, 1 chi hội, 1 hội viên.");
  form = fixture_build (fixture, "M13", "2021");
  assert_total (form, "total: |TỔNG CỘNG|1|1|1|1");
  form = fixture_build (fixture, "M03", "2021");
  g_assert_cmpint (hn_row_cell (find_indicator (form, "2"), 4)->number, ==, 1);
  g_assert_cmpint (hn_row_cell (find_indicator (form, "3"), 4)->number, ==, 1);
}

/* Who is a member of the union itself is in the list of members, in their number, and in the table of areas. */
static void
test_members_of_union (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *whole = ADD (fixture, "organization", "name", "Liên hiệp", "kind", "union");
  HnReportForm *form;

  add_member (fixture, "Nguyễn Văn An", whole);
  form = fixture_build (fixture, "M03", "2021");
  g_assert_cmpint (hn_row_cell (find_indicator (form, "3"), 4)->number, ==, 1);
  form = fixture_build (fixture, "M13", "2021");
  g_assert_cmpstr (form->columns[2].group, ==, "Khác");
  assert_total (form, "total: |TỔNG CỘNG||1|0|1");
}

/* What was paid in a period is the same in both forms, though the project was over or not approved yet. */
static void
test_late_payments (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *over = ADD (fixture, "aid_project", "name", "Đã xong", "kind", "project", "state", "finished",
                               "from", "2020", "to", "2020-11");
  g_autofree char *early = ADD (fixture, "aid_project", "name", "Chưa duyệt", "kind", "non_project", "state",
                                "committed", "approval_date", "2022-02-01");
  HnReportForm *form;

  hn_test_add (fixture->reg, "disbursement", "aid_project", over, "date", "2021-01-05", "amount", "100,55", "currency",
               "USD", NULL);
  hn_test_add (fixture->reg, "disbursement", "aid_project", early, "date", "2021-12-14", "amount", "20", "currency",
               "USD", NULL);
  form = fixture_build (fixture, "M07", "2021");
  g_assert_cmpint (hn_row_cell (form->total, 15)->number, ==, 12055);
  form = fixture_build (fixture, "M03", "2021");
  g_assert_cmpint (hn_row_cell (find_indicator (form, "17"), 4)->number, ==, 12055);
}

/* What is planned for a year is not held against what several years brought. */
static void
test_plan_of_term (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const longer[] = { "2016-2021", "2020-12-14..2021-12-14" };
  static const char *const within[] = { "2021", "2021-2021", "2021-Q1", "2020-12-15..2021-12-14" };

  hn_test_add (fixture->reg, "plan_target", "indicator", "9", "year", "2021", "amount", "4", NULL);
  hn_test_add (fixture->reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2021-03-01", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (longer); i++)
    {
      HnReportRow *row = find_indicator (fixture_build (fixture, "M03", longer[i]), "9");

      g_assert_cmpint (hn_row_cell (row, 3)->type, ==, HN_CELL_EMPTY);
      g_assert_cmpint (hn_row_cell (row, 7)->type, ==, HN_CELL_EMPTY);
    }
  for (guint i = 0; i < G_N_ELEMENTS (within); i++)
    {
      HnReportRow *row = find_indicator (fixture_build (fixture, "M03", within[i]), "9");

      g_assert_cmpint (hn_row_cell (row, 3)->number, ==, 4);
      g_assert_cmpint (hn_row_cell (row, 7)->number, ==, 250);
    }
}

/* Bodies with the State, the government or a ministry's word in their names are not these. */
static void
test_award_levels (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const bodies[] = {
    "Chủ tịch nước", "Thủ tướng Chính phủ", "Liên hiệp các tổ chức hữu nghị Việt Nam", "Bộ Ngoại giao",
    "Ủy ban MTTQ Việt Nam tỉnh Bắc Giang", "Câu lạc bộ hữu nghị", "Ngân hàng Nhà nước chi nhánh tỉnh",
    "Ủy ban công tác về các tổ chức phi chính phủ nước ngoài",
  };
  HnReportForm *form;

  for (guint i = G_N_ELEMENTS (bodies); i > 0; i--)
    {
      g_autofree char *day = g_strdup_printf ("2021-03-%02u", i);

      hn_test_add (fixture->reg, "award", "recipient", "Ông A", "form", "commendation", "given_by", bodies[i - 1],
                   "decision_date", day, NULL);
    }
  form = fixture_build (fixture, "M10", "2021");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, i + 1), 4)->text, ==, bodies[i]);
}

/* Names are those of the period's end in the calendar of the year as well. */
static void
test_name_in_calendar (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *lao =
    ADD (fixture, "organization", "name", "Hội Việt - Lào mới", "kind", "bilateral", "countries", "LA");
  const struct { const char *period; const char *name; } cases[] = {
    { "2021", "Hội Việt - Lào cũ" }, { "2022", "Hội Việt - Lào mới" },
  };

  hn_test_add (fixture->reg, "former_name", "organization", lao, "name", "Hội Việt - Lào cũ", "to", "2021-12-20", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HnReportForm *form = fixture_build (fixture, "M12", cases[i].period);
      guint found = 0;

      for (guint j = 0; j < form->rows->len; j++)
        found += g_strcmp0 (hn_row_cell (g_ptr_array_index (form->rows, j), 6)->text, cases[i].name) == 0;
      g_assert_cmpuint (found, >, 0);
    }
}

/* Who leads for the time being is the chair, whom the title honours is not. */
static void
test_chair (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *title; const char *from; const char *wanted; } offices[] = {
    { "Phó Chủ tịch", "2019", NULL }, { "Chủ tịch Hội", "2020-01", "Người 1" }, { "Chủ tịch danh dự", "2020-05", "Người 1" },
    { "Quyền Chủ tịch", "2021-02", "Người 3" }, { "Nguyên Chủ tịch", "2021-03", "Người 3" },
  };
  g_autofree char *lao = ADD (fixture, "organization", "name", "Hội Lào", "kind", "bilateral");

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      g_autofree char *name = g_strdup_printf ("Người %u", i);
      g_autofree char *person = ADD (fixture, "person", "name", name);
      HnReportForm *form;

      hn_test_add (fixture->reg, "office", "person", person, "organization", lao, "title", offices[i].title, "from",
                   offices[i].from, NULL);
      form = fixture_build (fixture, "M01", "2021");
      g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 0), 5)->text, ==, offices[i].wanted);
    }
}

/* What costs nobody has written down is counted in a note, and is not nought. */
static void
test_costs_unknown (Fixture       *fixture,
                    gconstpointer  data)
{
  HnReportForm *form;

  hn_test_add (fixture->reg, "event", "title", "Hội thảo", "type", "international_conference", "from", "2021-03-01",
               "participants_domestic", "3", NULL);
  hn_test_add (fixture->reg, "event", "title", "Tọa đàm", "type", "international_conference", "from", "2021-03-02",
               "participants_domestic", "3", "cost", "2000000", NULL);
  form = fixture_build (fixture, "M04", "2021");
  assert_note (form, 0, "Có 1 hoạt động chưa ghi kinh phí.");
  form = fixture_build (fixture, "M11", "2021");
  assert_note (form, 0, "Có 1 hội nghị chưa ghi kinh phí.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/agreement/ended-between", test_ended_between);
  FIXTURE_ADD ("/agreement/members-of-union", test_members_of_union);
  FIXTURE_ADD ("/agreement/late-payments", test_late_payments);
  FIXTURE_ADD ("/agreement/plan-of-term", test_plan_of_term);
  FIXTURE_ADD ("/agreement/award-levels", test_award_levels);
  FIXTURE_ADD ("/agreement/name-in-calendar", test_name_in_calendar);
  FIXTURE_ADD ("/agreement/chair", test_chair);
  FIXTURE_ADD ("/agreement/costs-unknown", test_costs_unknown);

  return g_test_run ();
}
