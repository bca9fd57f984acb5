/* Forms M05, M06, M07 and M10 to M13 of small registers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"
#include "hn-test-register.h"
#include "report-fixture.h"
#include "test-rules.h"

static void
test_delegations (Fixture       *fixture,
                  gconstpointer  data)
{
  HnReportForm *form;

  hn_test_add (fixture->reg, "delegation", "direction", "out", "title", "Đoàn sang Lào", "country", "LA", "size", "6",
               "from", "7/11/2021", "to", "11/11/2021", "cost_state", "1500000", "permission_number", "12/UBND-NC",
               "permission_date", "5/1/2021", "reported", "yes", NULL);
  hn_test_add (fixture->reg, "delegation", "direction", "out", "title", "Đoàn sang Lào lần hai", "country", "LA",
               "from", "12/2021", NULL);
  hn_test_add (fixture->reg, "delegation", "direction", "in", "title", "Đoàn Hàn Quốc", "country", "KR", "size", "8",
               "from", "2021", NULL);
  hn_test_add (fixture->reg, "delegation", "direction", "out", "title", "Năm sau", "from", "15/12/2021", NULL);

  form = fixture_build (fixture, "M05", "2021");
  assert_row (form, 0, "1|Đoàn sang Lào||6|Lào|||2021-11-07|2021-11-11|5|1,5|||12/UBND-NC, 05/01/2021|Có|");
  assert_row (form, 1, "2|Đoàn sang Lào lần hai|||Lào|||2021-12||||||||");
  /* Two delegations went to one country; the size of one is not known. */
  g_assert_cmpstr (hn_row_cell (form->total, 1)->text, ==, "TỔNG CỘNG: 2 đoàn, 6 lượt người, 1 nước");
  assert_note (form, 0, "Có 1 đoàn chưa ghi số người.");

  form = fixture_build (fixture, "M06", "2021");
  g_assert_cmpuint (form->rows->len, ==, 1);
  g_assert_cmpstr (hn_row_cell (form->total, 1)->text, ==, "TỔNG CỘNG: 1 đoàn, 8 lượt khách, 1 nước");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const forms[] = { "M05", "M06", "M07", "M10", "M11", "M13" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      HnReportForm *form = fixture_build (fixture, forms[i], "2021");

      g_assert_cmpuint (form->rows->len, ==, 1);
      g_assert_cmpint (((HnReportRow *) g_ptr_array_index (form->rows, 0))->style, ==, HN_ROW_NOTHING);
    }
}

static gint64
add_project (Fixture    *fixture,
             const char *name,
             const char *kind,
             const char *amount,
             const char *currency,
             const char *rate)
{
  return hn_test_add (fixture->reg, "aid_project", "name", name, "kind", kind, "state", "running", "currency", currency,
                      "committed_amount", amount, "from", "2021", *rate != '\0' ? "exchange_rate" : NULL, rate,
                      "rate_date", "2021-01-01", NULL);
}

static void
pay (Fixture    *fixture,
     gint64      project,
     const char *date,
     const char *amount,
     const char *currency)
{
  g_autofree char *reference = hn_test_ref ("aid_project", project);

  hn_test_add (fixture->reg, "disbursement", "aid_project", reference, "date", date, "currency", currency, "amount",
               amount, NULL);
}

/* What came in kind from abroad stands below; goods of unknown value are not worth nothing. */
static void
test_goods (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *fund = hn_test_ref ("partner", hn_test_add (fixture->reg, "partner", "name", "Quỹ Sao Mai", "type",
                                                               "foreign_ngo", "country", "DE", NULL));
  HnReportForm *table;

  hn_test_add (fixture->reg, "donation", "date", "2021-05-01", "donor", fund, "form", "goods", "goods", "Xe lăn",
               "unit", "cái", "quantity", "20", "value", "60000000", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-05-02", "donor", fund, "form", "goods", "goods", "Sách", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-05-02", "donor", "Ông A", "form", "goods", "goods", "Gạo", NULL);
  table = g_ptr_array_index (fixture_build (fixture, "M07", "2021")->appended, 0);
  g_assert_cmpuint (table->rows->len, ==, 2);
  assert_row (table, 0, "Xe lăn|Quỹ Sao Mai|cái|20|60.000.000");
  assert_row (table, 1, "Sách|Quỹ Sao Mai|||");
  assert_total (table, "total: Cộng||||60.000.000");
}

static void
test_aid (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 dollars = add_project (fixture, "Nước sạch", "project", "50000", "USD", "23000");
  gint64 euros = add_project (fixture, "Sách", "non_project", "1000", "EUR", "");
  HnReportForm *form;

  pay (fixture, dollars, "2020-06-01", "10000", "USD");
  pay (fixture, dollars, "2021-06-01", "20000", "USD");
  pay (fixture, dollars, "2022-06-01", "5000", "USD");
  pay (fixture, euros, "2021-06-01", "400", "EUR");

  form = fixture_build (fixture, "M07", "2021");
  g_assert_cmpuint (form->rows->len, ==, 4);
  /* Committed 50.000, paid 20.000 in the year and 30.000 in all; 20.000 are left. */
  g_assert_cmpint (hn_row_cell (form->total, 12)->number, ==, 5000000);
  g_assert_cmpint (hn_row_cell (form->total, 13)->number, ==, G_GINT64_CONSTANT (1150000000));
  g_assert_cmpint (hn_row_cell (form->total, 15)->number, ==, 2000000);
  g_assert_cmpint (hn_row_cell (form->total, 16)->number, ==, 3000000);
  g_assert_cmpint (hn_row_cell (form->total, 17)->number, ==, 2000000);
  assert_note (form, 0, "Có 1 khoản cam kết không bằng USD, không quy đổi USD.");
  assert_note (form, 1, "Có 1 khoản ngoại tệ chưa có tỷ giá, không quy đổi ra đồng.");
  assert_note (form, 2, "Có 1 lần giải ngân không bằng USD, không cộng vào cột giải ngân.");
  g_assert_null (form->appended);
}

static void
test_awards (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *hoi = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội A",
                                                                   "kind", "bilateral", NULL));
  HnReportForm *form, *cross;

  hn_test_add (fixture->reg, "award", "recipient", hoi, "form", "commendation", "given_by", "Liên hiệp tỉnh",
               "decision_date", "1/3/2021", "amount", "500000", NULL);
  hn_test_add (fixture->reg, "award", "recipient", hoi, "form", "certificate", "given_by", "UBND tỉnh", "decision_date",
               "1/6/2021", NULL);
  hn_test_add (fixture->reg, "award", "recipient", "Bà Nguyễn Thị Hoa", "form", "certificate", "given_by",
               "Thủ tướng Chính phủ", "decision_date", "2021", NULL);
  hn_test_add (fixture->reg, "award", "recipient", hoi, "form", "order", "state", "proposed", "decision_date", "2021",
               NULL);

  form = fixture_build (fixture, "M10", "2021");
  /* The province's before the union's own, though it came later; what is only proposed is no award. */
  assert_row (form, 0, "group: |A. TẬP THỂ (2)|||||||500.000|");
  assert_row (form, 1, "1|Hội A||Bằng khen|UBND tỉnh|||2021-06-01||");
  assert_row (form, 2, "2|Hội A||Giấy khen|Liên hiệp tỉnh|||2021-03-01|500.000|");
  assert_row (form, 3, "group: |C. CHƯA PHÂN LOẠI (1)||||||||");
  cross = g_ptr_array_index (form->appended, 0);
  assert_row (cross, 0, "Bằng khen|1|0|1|2");
  assert_total (cross, "total: Cộng|2|0|1|3");
}

static void
test_conferences (Fixture       *fixture,
                  gconstpointer  data)
{
  HnReportForm *form;

  hn_test_add (fixture->reg, "event", "title", "Hội thảo", "type", "international_conference", "from", "10/5/2021",
               "to", "11/5/2021", "participants_domestic", "80", "participants_foreign", "12", "cost", "20000000",
               "currency", "VND", "permission_number", "77/TTg-QHQT", NULL);
  hn_test_add (fixture->reg, "event", "title", "Tọa đàm", "type", "seminar", "from", "10/5/2021", NULL);
  form = fixture_build (fixture, "M11", "2021");
  g_assert_cmpuint (form->rows->len, ==, 1);
  assert_row (form, 0, "1|Hội thảo|||77/TTg-QHQT|10/05/2021 - 11/05/2021||80|12|20||Hạn báo cáo: 26/05/2021");
}

/* The line of the anniversary with a country. */
static char *
find_day (const HnReportForm *form,
          const char         *country)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      HnReportRow *row = g_ptr_array_index (form->rows, i);

      if (g_strcmp0 (hn_row_cell (row, 2)->text, country) == 0)
        return g_strdup_printf ("%s %d %s %s", hn_row_cell (row, 1)->text, (int) hn_row_cell (row, 4)->number,
                                hn_row_cell (row, 5)->text, hn_row_cell (row, 6)->text);
    }

  return NULL;
}

static void
test_anniversaries (Fixture       *fixture,
                    gconstpointer  data)
{
  HnReportForm *form;
  g_autofree char *laos = NULL, *cambodia = NULL, *korea = NULL, *brunei = NULL, *leap = NULL;

  hn_test_add (fixture->reg, "organization", "name", "Hội Việt - Lào", "kind", "bilateral", "countries", "LA", NULL);
  form = fixture_build (fixture, "M12", "2022");
  laos = find_day (form, "Lào");
  cambodia = find_day (form, "Campuchia");
  korea = find_day (form, "Hàn Quốc");
  brunei = find_day (form, "Brunei");
  g_assert_cmpstr (laos, ==, "05/09 60 Năm tròn Hội Việt - Lào");
  g_assert_cmpstr (cambodia, ==, "24/06 55 Năm lẻ 5 (null)");
  g_assert_cmpstr (korea, ==, "22/12 30 Năm tròn (null)");
  g_assert_cmpstr (brunei, ==, "28/02 30 Năm tròn (null)");

  form = fixture_build (fixture, "M12", "2024");
  leap = find_day (form, "Brunei");
  g_assert_cmpstr (leap, ==, "29/02 32 Năm khác (null)");
}

static gint64
find_area (HnRegister *reg,
           const char *name,
           const char *level)
{
  g_autoptr (HnRows) rows =
    hn_register_query (reg, "SELECT \"id\" FROM \"area\" WHERE \"name\" = ?1 AND \"level\" = ?2", "ss", NULL, name,
                       level);

  g_assert_true (hn_rows_next (rows, NULL));

  return hn_rows_integer (rows, 0);
}

static gint64
find_organization (HnRegister *reg,
                   const char *name)
{
  g_autoptr (HnRows) rows =
    hn_register_query (reg, "SELECT \"id\" FROM \"organization\" WHERE \"name\" = ?1", "s", NULL, name);

  g_assert_true (hn_rows_next (rows, NULL));

  return hn_rows_integer (rows, 0);
}

/* The map that is asked for, whatever the period. */
static void
test_maps (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const forms[] = { "M13", NULL };
  g_autofree char *yen_the = hn_test_ref ("area", find_area (fixture->reg, "Huyện Yên Thế", "district"));
  g_autofree char *tuan_dao = hn_test_ref ("area", find_area (fixture->reg, "Xã Tuấn Đạo", "commune"));
  static const struct
  {
    HnAreas areas;
    const char *period;
    const char *first;
  } cases[] = {
    { HN_AREAS_DISTRICTS, "2025", "Huyện Sơn Động" }, { HN_AREAS_COMMUNES, "2025", "Xã Tuấn Đạo" },
    { HN_AREAS_OF_PERIOD, "2025", "Xã Tuấn Đạo" },    { HN_AREAS_OF_PERIOD, "2021", "Huyện Sơn Động" },
    { HN_AREAS_COMMUNES, "2021", "Xã Tuấn Đạo" },
  };

  hn_test_add (fixture->reg, "organization", "name", "Chi hội A", "kind", "branch", "area", tuan_dao, NULL);
  hn_test_add (fixture->reg, "organization", "name", "Chi hội B", "kind", "branch", "area", yen_the, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HnPeriod) period = test_rules_parse (cases[i].period, ND09);
      g_autoptr (GError) error = NULL;
      g_autoptr (HnReport) report =
        hn_report_build (fixture->reg, &(HnReportOptions) { .period = period, .forms = forms, .areas = cases[i].areas },
                         NULL, NULL, NULL, &error);
      HnReportForm *form;

      g_assert_no_error (error);
      form = g_ptr_array_index (report->forms, 0);
      g_assert_cmpstr (hn_row_cell (g_ptr_array_index (form->rows, 0), 1)->text, ==, cases[i].first);
      g_assert_cmpint (hn_row_cell (form->total, 2)->number, ==, 2);
    }
}

static void
test_areas (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *province = hn_test_ref ("area", find_area (fixture->reg, "Tỉnh Bắc Giang", "province"));
  g_autofree char *yen_the = hn_test_ref ("area", find_area (fixture->reg, "Huyện Yên Thế", "district"));
  g_autofree char *lao =
    hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Hữu nghị Việt Nam - Lào",
                                              "kind", "bilateral", NULL));
  g_autofree char *branch =
    hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Chi hội Yên Thế", "kind", "branch",
                                              "parent", lao, "area", yen_the, NULL));
  g_autofree char *person = hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn An", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "organization", "name", "Chi hội lẻ", "kind", "branch", NULL);
  hn_test_add (fixture->reg, "membership", "person", person, "organization", branch, "joined", "2020", NULL);

  form = fixture_build (fixture, "M13", "2021");
  g_assert_cmpstr (form->columns[2].group, ==, "Lào");
  assert_row (form, 0, "1|Huyện Yên Thế|1|1|||1|1");
  assert_row (form, 1, "group: |Chưa xác định được huyện||||||");
  assert_row (form, 2, "2|Chưa ghi địa bàn|||1||1|0");
  assert_total (form, "total: |TỔNG CỘNG|1|1|1||2|1");

  hn_test_add (fixture->reg, "membership", "person", person, "organization", lao, "joined", "2020", NULL);
  hn_test_set (fixture->reg, "organization", find_organization (fixture->reg, "Hội Hữu nghị Việt Nam - Lào"), "area",
               province, NULL);
  form = fixture_build (fixture, "M13", "2021");
  assert_row (form, 1, "group: |Cấp tỉnh||||||");
  assert_row (form, 2, "2|Tỉnh Bắc Giang||1|||0|1");
  assert_total (form, "total: |TỔNG CỘNG|1|2|1||2|2");

  /* After 01/07/2025 a district has no single successor: it is listed apart, not guessed. */
  form = fixture_build (fixture, "M13", "2025");
  g_assert_cmpstr (form->columns[form->n_columns - 1].header, ==, "Đơn vị hành chính cũ (huyện)");
  g_assert_cmpint (((HnReportRow *) g_ptr_array_index (form->rows, 0))->style, ==, HN_ROW_GROUP);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/new-forms/delegations", test_delegations);
  FIXTURE_ADD ("/new-forms/nothing", test_nothing);
  FIXTURE_ADD ("/new-forms/aid", test_aid);
  FIXTURE_ADD ("/new-forms/goods", test_goods);
  FIXTURE_ADD ("/new-forms/awards", test_awards);
  FIXTURE_ADD ("/new-forms/conferences", test_conferences);
  FIXTURE_ADD ("/new-forms/anniversaries", test_anniversaries);
  FIXTURE_ADD ("/new-forms/areas", test_areas);
  FIXTURE_ADD ("/new-forms/maps", test_maps);

  return g_test_run ();
}
