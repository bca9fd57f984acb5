/* Form M03: counts, what nobody counted, what papers state, and ratios. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

/* The row of an indicator as a line. */
static void
assert_indicator (const HnReportForm *form,
                  const char         *code,
                  const char         *line)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      const HnReportRow *row = g_ptr_array_index (form->rows, i);
      const HnCell *cell = g_ptr_array_index (row->cells, 0);

      if (g_strcmp0 (cell->text, code) == 0)
        {
          assert_row (form, i, line);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
add_event (Fixture    *fixture,
           const char *type,
           const char *from,
           const char *domestic,
           const char *foreign)
{
  hn_test_add (fixture->reg, "event", "title", "Hoạt động", "type", type, "from", from, "state", "held",
               "participants_domestic", domestic, "participants_foreign", foreign, NULL);
}

/* Of an empty register nothing is known: no zeros. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  HnReportForm *form = fixture_build (fixture, "M03", "2021");

  g_assert_cmpuint (form->rows->len, ==, 40);
  assert_row (form, 0, "group: I|TỔ CHỨC, PHÁT TRIỂN HỘI||||||||");
  assert_indicator (form, "1", "1|Số hội thành viên cấp tỉnh|hội|||||||");
  assert_indicator (form, "19", "19|Giá trị tiền ủng hộ|triệu đồng|||||||");
  g_assert_null (form->total);
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *form;

  add_event (fixture, "information_conference", "2021-05-01", "100", "");
  add_event (fixture, "information_conference", "2021-05-02", "", "");
  add_event (fixture, "exchange", "2021-02", "50", "7");
  add_event (fixture, "exchange", "2021-11", "10", "0");
  add_event (fixture, "exchange", "2020-02", "40", "");
  add_event (fixture, "congress", "2021-06-01", "", "");

  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "5", "5|Số đại hội, hội nghị kiện toàn|cuộc||1|1||||");
  assert_indicator (form, "6", "6|Hội nghị tuyên truyền, phổ biến|hội nghị||2|2|0|||");
  assert_indicator (form, "7", "7|Số đại biểu dự|lượt người||100|100|0|||chưa rõ: 1 bản ghi");
  assert_indicator (form, "9", "9|Hoạt động kỷ niệm, giao lưu hữu nghị|hoạt động||2|2|1||200|");
  assert_indicator (form, "10", "10|Số lượt người tham gia|lượt người||67|67|40||167,5|");
  assert_indicator (form, "10.1", "10.1|Trong đó: khách quốc tế|lượt người||7|7||||");

  /* A quarter beside the year so far. */
  form = fixture_build (fixture, "M03", "2021-Q4");
  assert_indicator (form, "9", "9|Hoạt động kỷ niệm, giao lưu hữu nghị|hoạt động||1|2|0|||");
}

/* A congress kept as a term and as an event is one. */
static void
test_congress (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *lao = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Lào",
                                                                   "kind", "bilateral", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "term", "organization", lao, "number", "II", "congress_date", "2021-06-01", NULL);
  hn_test_add (fixture->reg, "event", "title", "Đại hội", "type", "congress", "from", "2021-06-01", "host", lao,
               "state", "held", NULL);
  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "5", "5|Số đại hội, hội nghị kiện toàn|cuộc||1|1|0|||");
}

static void
test_stated (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *form;

  add_event (fixture, "information_conference", "2021-05-01", "", "");
  hn_test_add (fixture->reg, "stated_figure", "indicator", "7", "from", "2021", "to", "2021", "number", "1000",
               "qualifier", "almost", "source", "Báo cáo", NULL);
  hn_test_add (fixture->reg, "stated_figure", "indicator", "6", "from", "2021", "to", "2021", "number", "8", "unit",
               "hội nghị", NULL);

  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "6", "6|Hội nghị tuyên truyền, phổ biến|hội nghị||1|1|0|||Số công bố: 8 hội nghị");
  assert_indicator (
    form, "7",
    "7|Số đại biểu dự|lượt người||1.000|1.000|0|||"
    "Số công bố: gần 1.000 lượt người (Báo cáo); trong sổ chưa ghi, lấy số công bố; chưa rõ: 1 bản ghi");

  /* A year's figure is no half year's, and no other year's although the decree's year begins in this one. */
  form = fixture_build (fixture, "M03", "2021-H1");
  assert_indicator (form, "7", "7|Số đại biểu dự|lượt người||||0|||chưa rõ: 1 bản ghi");
  form = fixture_build (fixture, "M03", "2022");
  assert_indicator (form, "7", "7|Số đại biểu dự|lượt người||0|0|1.000||0|");
}

static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  HnReportForm *form;
  g_autofree char *project = NULL;

  hn_test_add (fixture->reg, "donation", "date", "2021-05-01", "donor", "A", "form", "money", "amount", "334000000",
               NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-05-01", "donor", "B", "form", "money", "amount", "100",
               "currency", "USD", "exchange_rate", "23005", "rate_date", "2021-05-01", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-05-01", "donor", "C", "form", "money", "amount", "100",
               "currency", "EUR", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-05-01", "donor", "D", "form", "goods", "goods", "Gạo", "value",
               "150000000", NULL);
  project = hn_test_ref ("aid_project", hn_test_add (fixture->reg, "aid_project", "name", "Nước sạch", "kind",
                                                     "project", "currency", "USD", "committed_amount", "20000,5",
                                                     "approval_date", "2021-03-01", "state", "approved", NULL));
  hn_test_add (fixture->reg, "aid_project", "name", "Đang xin", "kind", "project", "approval_date", "2021-03-01",
               "state", "mobilising", NULL);
  hn_test_add (fixture->reg, "disbursement", "aid_project", project, "date", "2021-04-01", "amount", "500", "currency",
               "USD", NULL);
  hn_test_add (fixture->reg, "remittance", "from", "2016", "to", "2021", "amount", "595750000", "currency", "USD",
               NULL);
  hn_test_add (fixture->reg, "remittance", "from", "2021", "to", "2021", "amount", "120000000", "currency", "USD",
               NULL);

  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "15", "15|Khoản viện trợ mới|khoản||1|1|0|||");
  assert_indicator (form, "15.1", "15.1|Trong đó: chương trình, dự án|khoản||1|1|0|||");
  assert_indicator (form, "16", "16|Giá trị cam kết|USD||20.000,5|20.000,5|0|||");
  assert_indicator (form, "17", "17|Giá trị giải ngân|USD||500|500|0|||");
  assert_indicator (form, "19",
                    "19|Giá trị tiền ủng hộ|triệu đồng||336,3005|336,3005|0|||"
                    "chưa tính 1 khoản bằng loại tiền khác");
  assert_indicator (form, "20", "20|Trị giá hiện vật|triệu đồng||150|150|0|||");
  assert_indicator (form, "24", "24|Kiều hối qua ngân hàng|triệu USD||120|120||||2016 - 2021: 595,75 triệu USD");
}

/* Persons are counted once, however many memberships they have. */
static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *lao = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Lào",
                                                                   "kind", "bilateral", NULL));
  g_autofree char *nhat = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Nhật",
                                                                    "kind", "bilateral", "founded", "2021-03", NULL));
  g_autofree char *an =
    hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", "Nguyễn Thị An", "gender", "female", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "membership", "person", an, "organization", lao, NULL);
  hn_test_add (fixture->reg, "membership", "person", an, "organization", nhat, "joined", "2021-04", NULL);
  hn_test_add (fixture->reg, "award", "recipient", an, "form", "certificate", "decision_date", "2021-10-01", NULL);
  hn_test_add (fixture->reg, "award", "recipient", "Một tập thể", "form", "certificate", "decision_date", "2021-10-01",
               NULL);

  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "1", "1|Số hội thành viên cấp tỉnh|hội||2|2|1||200|");
  assert_indicator (form, "3", "3|Tổng số hội viên|người||1|1|1||100|");
  assert_indicator (form, "3.1", "3.1|Trong đó: nữ|người||1|1|1||100|");
  assert_indicator (form, "4", "4|Hội viên kết nạp mới|người||1|1|0|||");
  assert_indicator (form, "25", "25|Tập thể được khen thưởng|tập thể||||0|||chưa rõ: 1 bản ghi");
  assert_indicator (form, "26", "26|Cá nhân được khen thưởng|cá nhân||1|1|0|||chưa rõ: 1 bản ghi");
}

static void
add_plan (Fixture    *fixture,
          const char *indicator,
          const char *year,
          const char *amount)
{
  hn_test_add (fixture->reg, "plan_target", "indicator", indicator, "year", year, "amount", amount, NULL);
}

/* The year so far beside the whole year's plan. */
static void
test_plans (Fixture       *fixture,
            gconstpointer  data)
{
  HnReportForm *form;

  add_event (fixture, "exchange", "2021-02", "50", "");
  add_event (fixture, "exchange", "2021-11", "10", "");
  add_event (fixture, "information_conference", "2021-11", "", "");
  add_plan (fixture, "9", "2021", "8");
  add_plan (fixture, "9", "2022", "9");
  add_plan (fixture, "6", "2021", "0");
  add_plan (fixture, "10", "2021", "90,5");
  add_plan (fixture, "10", "2021", "90,5");
  add_plan (fixture, "12", "2021", "2");
  add_plan (fixture, "12", "2021", "3");
  add_plan (fixture, "24", "2021", "100,25");

  form = fixture_build (fixture, "M03", "2021-Q4");
  assert_indicator (form, "9", "9|Hoạt động kỷ niệm, giao lưu hữu nghị|hoạt động|8|1|2|0|25||");
  assert_indicator (form, "6", "6|Hội nghị tuyên truyền, phổ biến|hội nghị|0|1|1|0|||");
  assert_indicator (form, "10", "10|Số lượt người tham gia|lượt người|90,5|10|60|0|66,3||");
  assert_indicator (form, "12", "12|Đoàn ra|đoàn|||||||có 2 chỉ tiêu kế hoạch khác nhau");
  assert_indicator (form, "24", "24|Kiều hối qua ngân hàng|triệu USD|100,25||||||");
}

/* A figure that a paper states for a part must not be more than the whole; one that says what was counted is no
 * news. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *top = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Liên hiệp",
                                                                   "kind", "union", NULL));
  g_autofree char *an =
    hn_test_ref ("person", hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn An", "gender", "male", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "headcount", "organization", top, "as_of", "2021-12-31", "members", "6000", "women",
               "2000", NULL);
  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "3.1",
                    "3.1|Trong đó: nữ|người||2.000|2.000||||"
                    "Số công bố: 2.000 hội viên (tính đến 31/12/2021); trong sổ chưa ghi, lấy số công bố");

  hn_test_add (fixture->reg, "membership", "person", an, "organization", top, "joined", "2001", NULL);
  add_event (fixture, "exchange", "2021-02", "50", "");
  hn_test_add (fixture->reg, "stated_figure", "indicator", "9", "from", "2021", "to", "2021", "number", "1", NULL);
  form = fixture_build (fixture, "M03", "2021");
  assert_indicator (form, "3", "3|Tổng số hội viên|người||1|1|1||100|Số công bố: 6.000 hội viên (tính đến 31/12/2021)");
  assert_indicator (form, "3.1", "3.1|Trong đó: nữ|người||0|0|0|||Số công bố: 2.000 hội viên (tính đến 31/12/2021)");
  assert_indicator (form, "9", "9|Hoạt động kỷ niệm, giao lưu hữu nghị|hoạt động||1|1|0|||");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/indicators/empty", test_empty);
  FIXTURE_ADD ("/indicators/events", test_events);
  FIXTURE_ADD ("/indicators/congress", test_congress);
  FIXTURE_ADD ("/indicators/stated", test_stated);
  FIXTURE_ADD ("/indicators/money", test_money);
  FIXTURE_ADD ("/indicators/members", test_members);
  FIXTURE_ADD ("/indicators/plans", test_plans);
  FIXTURE_ADD ("/indicators/parts", test_parts);

  return g_test_run ();
}
