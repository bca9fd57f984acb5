/* Form M01: associations, their officers and members as of a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

/* Adds an organization and returns a reference to it. */
static char *
add_organization (Fixture    *fixture,
                  const char *name,
                  const char *kind,
                  const char *parent,
                  const char *founded)
{
  gint64 id =
    hn_test_add (fixture->reg, "organization", "name", name, "kind", kind, "founded", founded, "parent", parent, NULL);

  return hn_test_ref ("organization", id);
}

static char *
add_person (Fixture    *fixture,
            const char *name,
            const char *gender)
{
  return hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", name, "gender", gender, "workplace",
                                             "Sở Ngoại vụ", "phone", "0912 345 678", NULL));
}

static void
add_membership (Fixture    *fixture,
                const char *person,
                const char *organization,
                const char *joined,
                const char *left)
{
  hn_test_add (fixture->reg, "membership", "person", person, "organization", organization, "joined", joined, "left",
               left, NULL);
}

static void
add_lao_and_nhat (Fixture *fixture)
{
  g_autofree char *alliance = add_organization (fixture, "Liên hiệp", "union", "", "");
  g_autofree char *lao = add_organization (fixture, "Hội Việt - Lào", "bilateral", alliance, "2001");
  g_autofree char *nhat = add_organization (fixture, "Hội Việt - Nhật", "bilateral", alliance, "2021-03-01");
  g_autofree char *sau = add_organization (fixture, "Hội thành lập sau", "bilateral", alliance, "2022");
  g_autofree char *district = add_organization (fixture, "Hội Việt - Lào Lục Nam", "local", lao, "2005");
  g_autofree char *branch = add_organization (fixture, "Chi hội trường", "branch", district, "2010");
  g_autofree char *an = add_person (fixture, "Nguyễn Văn An", "male");
  g_autofree char *binh = add_person (fixture, "Trần Thị Bình", "female");
  g_autofree char *chi = add_person (fixture, "Lê Thị Chi", "female");

  add_membership (fixture, an, lao, "2002", "");
  add_membership (fixture, binh, branch, "2021-05", "");
  add_membership (fixture, binh, nhat, "2021-06-01", "");
  add_membership (fixture, chi, branch, "2011", "2021-01-10");
  hn_test_add (fixture->reg, "office", "person", an, "organization", lao, "title", "Chủ tịch", "from", "2018", "to",
               "2021", NULL);
  hn_test_add (fixture->reg, "office", "person", chi, "organization", lao, "title", "Chủ tịch", "from", "2010", "to",
               "2017", NULL);
  hn_test_add (fixture->reg, "office", "person", binh, "organization", lao, "title", "Phó Chủ tịch", "from", "2018",
               NULL);
  hn_test_add (fixture->reg, "term", "organization", lao, "number", "III", "from", "2018", "to", "2023", NULL);
  hn_test_add (fixture->reg, "term", "organization", lao, "number", "IV", "from", "2023", NULL);
  hn_test_add (fixture->reg, "headcount", "organization", lao, "as_of", "2020", "members", "412", "source", "Nguồn",
               NULL);
  hn_test_add (fixture->reg, "headcount", "organization", alliance, "as_of", "2021-12-31", "members", "6000",
               "branches", "80", "qualifier", "over", "source", "Báo cáo", NULL);
}

static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  HnReportForm *form;

  add_lao_and_nhat (fixture);
  form = fixture_build (fixture, "M01", "2021");
  g_assert_cmpstr (form->subtitle, ==, "(Tính đến ngày 14/12/2021)");
  g_assert_cmpuint (form->rows->len, ==, 2);
  assert_row (form, 0,
              "1|Hội Việt - Lào||2.001|Khóa III (2018 - 2023)|Nguyễn Văn An|Sở Ngoại vụ|0912 345 678|"
              "2|1|1|2|1|1|Công bố: 412 hội viên (Nguồn, tính đến 2020)");
  assert_row (form, 1, "2|Hội Việt - Nhật||2.021|||||0|0|0|1|1|1|");
  assert_total (form, "total: |TỔNG CỘNG|||||||2|1|1|3|2|2|");
  assert_note (form, 0, "Tổng số: 2 hội, 1 chi hội, 2 hội viên. Hội cấp cơ sở: 1.");
  assert_note (form, 1,
               "Người là hội viên của nhiều hội được đếm ở từng hội: cộng các hội là 3 lượt, tính mỗi người "
               "một lần là 2 người.");
  assert_note (form, 2,
               "Số liệu công bố: hơn 6.000 hội viên, hơn 80 chi hội (Báo cáo, tính đến 31/12/2021); "
               "đếm trong sổ: 2 hội viên.");
}

/* Each person once, by the age on the last day. */
static void
test_ages (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *birth;
    const char *gender;
  } people[] = {
    { "1991-12-14", "male" }, { "1991-12-15", "male" }, { "1976", "female" }, { "1975", "female" },
    { "1961-12", "" },        { "1960-12-14", "male" }, { "", "female" },
  };
  g_autofree char *lao = add_organization (fixture, "Hội Việt - Lào", "bilateral", "", "2001");
  HnReportForm *table;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *person = hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", "Lê An", "birth",
                                                                    people[i].birth, "gender", people[i].gender, NULL));

      add_membership (fixture, person, lao, "2002", "");
    }
  table = g_ptr_array_index (fixture_build (fixture, "M01", "2021")->appended, 0);
  assert_row (table, 0, "Dưới 30 tuổi|1|0|0|1");
  assert_row (table, 1, "Từ 30 đến 45 tuổi|1|1|0|2");
  assert_row (table, 2, "Từ 46 đến 60 tuổi|0|1|1|2");
  assert_row (table, 3, "Trên 60 tuổi|1|0|0|1");
  assert_row (table, 4, "Chưa rõ năm sinh|0|1|0|1");
  assert_total (table, "total: Cộng|3|3|1|7");
}

/* The same register a year earlier: who left since is still there, who joined since is not. */
static void
test_members_before (Fixture       *fixture,
                     gconstpointer  data)
{
  HnReportForm *form;

  add_lao_and_nhat (fixture);
  form = fixture_build (fixture, "M01", "2020");
  g_assert_cmpuint (form->rows->len, ==, 1);
  assert_row (form, 0,
              "1|Hội Việt - Lào||2.001|Khóa III (2018 - 2023)|Nguyễn Văn An|Sở Ngoại vụ|0912 345 678|"
              "2|1|1|2|1|0|Công bố: 412 hội viên (Nguồn, tính đến 2020)");
  assert_note (form, 0, "Tổng số: 1 hội, 1 chi hội, 2 hội viên. Hội cấp cơ sở: 1.");
  g_assert_cmpuint (form->notes->len, ==, 1);
}

static void
test_members_ended (Fixture       *fixture,
                    gconstpointer  data)
{
  HnReportForm *form;

  hn_test_add (fixture->reg, "organization", "name", "Đã giải thể", "kind", "bilateral", "status", "dissolved", "ended",
               "2021-06-01", NULL);
  hn_test_add (fixture->reg, "organization", "name", "Giải thể, không rõ ngày", "kind", "bilateral", "status",
               "dissolved", NULL);
  form = fixture_build (fixture, "M01", "2021");
  g_assert_cmpuint (form->rows->len, ==, 1);
  assert_row (form, 0, "nothing: |Không phát sinh|||||||||||||");
  assert_note (form, 0, "Tổng số: 0 hội, 0 chi hội, 0 hội viên.");

  form = fixture_build (fixture, "M01", "2020");
  g_assert_cmpuint (form->rows->len, ==, 1);
  assert_row (form, 0, "1|Đã giải thể|||||||0|0|0|0|0|0|");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/members/year", test_members);
  FIXTURE_ADD ("/members/ages", test_ages);
  FIXTURE_ADD ("/members/before", test_members_before);
  FIXTURE_ADD ("/members/ended", test_members_ended);

  return g_test_run ();
}
