/* Forms M04, M08 and M09 of small registers, and the letterhead. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-basis.h"
#include "hn-rule-sets.h"
#include "report-fixture.h"
#include "test-rules.h"

/* --- M08 ------------------------------------------------------------ */

static void
test_gifts_one_campaign (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *campaign =
    hn_test_ref ("campaign", hn_test_add (fixture->reg, "campaign", "name", "Quỹ vắc xin", "from", "2021", NULL));
  g_autofree char *cz = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội tại Séc",
                                                                  "kind", "abroad", "countries", "CZ; SK", NULL));
  g_autofree char *hp = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Hải Phòng",
                                                                  "kind", "hometown", "address", "Hải Phòng", NULL));
  g_autoptr (GPtrArray) basis = NULL;
  HnReportForm *form;

  hn_test_add (fixture->reg, "donation", "date", "2021", "donor", cz, "campaign", campaign, "form", "goods", "goods",
               "Gạo", "quantity", "10", "unit", "tấn", "value", "150000000", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-06-20", "donor", hp, "campaign", campaign, "form", "money",
               "amount", "80000000", "beneficiary", "Sở Y tế", "receipt_number", "05", "note", "đợt 1", NULL);
  /* Not in the year: 15/12/2021 is 2022; not received; not to us. */
  hn_test_add (fixture->reg, "donation", "date", "2021-12-15", "donor", hp, "form", "money", "amount", "1", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-06-20", "donor", hp, "form", "money", "amount", "1", "state",
               "pledged", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-06-20", "donor", hp, "form", "money", "amount", "1", "direction",
               "given", NULL);
  hn_test_add (fixture->reg, "stated_figure", "indicator", "19", "from", "2021", "to", "2021", "number", "2", "unit",
               "tỷ đồng", "qualifier", "almost", "source", "Báo cáo", NULL);

  form = fixture_build (fixture, "M08", "2021");
  g_assert_cmpstr (form->subtitle, ==, "Quỹ vắc xin\nNăm 2021 (Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021)");
  g_assert_cmpuint (form->rows->len, ==, 2);
  assert_row (form, 0, "1|2021|Hội tại Séc|Séc, Slovakia||||Gạo|tấn|10|150.000.000|150.000.000|||");
  assert_row (form, 1, "2|2021-06-20|Hội Hải Phòng|Hải Phòng|80.000.000|||||||80.000.000|Sở Y tế|05|đợt 1");
  assert_total (form, "total: ||TỔNG CỘNG||80.000.000||||||150.000.000|230.000.000|||");
  g_assert_cmpstr (form->in_words, ==, "Bằng chữ: Hai trăm ba mươi triệu đồng");
  g_assert_cmpuint (form->notes->len, ==, 2);
  assert_note (form, 0, "Số công bố: gần 2.000.000.000 đồng (Báo cáo); trong sổ: 230.000.000 đồng.");
  assert_note (form, 1, "Chưa tính 1 khoản đã cam kết nhưng chưa nhận.");
  basis = hn_form_find_basis (form, g_ptr_array_index (form->rows, 0), 4);
  g_assert_cmpuint (basis->len, ==, 1);
  g_assert_cmpstr (((HnBasis *) g_ptr_array_index (basis, 0))->kind, ==, "donation");
  g_assert_cmpuint (((HnBasis *) g_ptr_array_index (basis, 0))->ids->len, ==, 1);
}

static void
test_gifts_unknown (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *campaign = hn_test_ref ("campaign", hn_test_add (fixture->reg, "campaign", "name", "Bão lụt", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "donation", "date", "2021-01-01", "donor", "Ông A", "campaign", campaign, "form", "money",
               "amount", "1000", "currency", "USD", "exchange_rate", "23000", "rate_date", "2021-01-01", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-01-02", "donor", "Ông B", "form", "money", "amount", "50",
               "currency", "EUR", NULL);
  hn_test_add (fixture->reg, "donation", "date", "2021-01-03", "donor", "Ông C", "form", "goods", "goods", "Áo", NULL);

  form = fixture_build (fixture, "M08", "2021");
  g_assert_cmpstr (form->subtitle, ==, "Năm 2021 (Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021)");
  g_assert_cmpuint (form->rows->len, ==, 5);
  assert_row (form, 0, "group: ||Bão lụt||||23.000.000|||||23.000.000|||");
  assert_row (form, 1, "1|2021-01-01|Ông A|||1.000 USD|23.000.000|||||23.000.000|||");
  assert_row (form, 2, "group: ||Ngoài các đợt vận động||||||||||||");
  assert_row (form, 3, "2|2021-01-02|Ông B|||50 EUR|||||||||");
  assert_row (form, 4, "3|2021-01-03|Ông C|||||Áo|||||||");
  assert_total (form, "total: ||TỔNG CỘNG||||23.000.000|||||23.000.000|||");
  assert_note (form, 0, "Có 1 khoản chưa ghi trị giá, không tính vào tổng.");
  assert_note (form, 1, "Có 1 khoản ngoại tệ chưa có tỷ giá, không quy đổi và không tính vào tổng.");
}

static void
test_gifts_none (Fixture       *fixture,
                 gconstpointer  data)
{
  HnReportForm *form = fixture_build (fixture, "M08", "2021");

  g_assert_cmpuint (form->rows->len, ==, 1);
  assert_row (form, 0, "nothing: |Không phát sinh|||||||||||||");
  g_assert_null (form->in_words);
  g_assert_cmpuint (form->notes->len, ==, 0);
}

/* --- M04 ------------------------------------------------------------ */

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *host = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Liên hiệp",
                                                                    "kind", "union", NULL));
  g_autofree char *other = hn_test_ref ("organization", hn_test_add (fixture->reg, "organization", "name", "Hội Lào",
                                                                     "kind", "bilateral", NULL));
  HnReportForm *form;

  hn_test_add (fixture->reg, "event", "title", "Gặp mặt", "type", "meeting", "from", "2021-05", "state", "held", "host",
               host, "co_hosts", other, "countries", "LA; KH", "participants_domestic", "100", "participants_foreign",
               "20", "cost", "5000000", "currency", "VND", "result", "Tốt", NULL);
  hn_test_add (fixture->reg, "event", "title", "Hội nghị", "type", "information_conference", "from", "2021-03-02", "to",
               "2021-03-04", "place", "Hội trường", "state", "held", "cost", "200", "currency", "USD", NULL);
  hn_test_add (fixture->reg, "event", "title", "Dự kiến", "type", "meeting", "from", "2021-05", "state", "planned",
               NULL);
  hn_test_add (fixture->reg, "event", "title", "Năm sau", "type", "meeting", "from", "2021-12-15", "state", "held",
               NULL);

  form = fixture_build (fixture, "M04", "2021");
  g_assert_cmpuint (form->rows->len, ==, 4);
  assert_row (form, 0, "group: ||Hội nghị thông tin, tuyên truyền (1)|||||||||");
  assert_row (form, 1, "1|02/03/2021 - 04/03/2021|Hội nghị|Hội nghị thông tin, tuyên truyền|Hội trường|||||||");
  assert_row (form, 2, "group: ||Gặp mặt (1)||||||120|20|5.000.000|");
  assert_row (form, 3, "2|2021-05|Gặp mặt|Gặp mặt||Liên hiệp|Hội Lào|Lào, Campuchia|120|20|5.000.000|Tốt");
  assert_total (form, "total: ||CỘNG: 2 hoạt động||||||120|20|5.000.000|");
  assert_note (form, 0, "Chưa cộng kinh phí bằng ngoại tệ: 200 USD.");
  assert_note (form, 1, "Có 1 hoạt động chưa ghi số đại biểu.");
}

/* --- M09 ------------------------------------------------------------ */

static void
test_diaspora_counts (Fixture       *fixture,
                      gconstpointer  data)
{
  HnReportForm *form, *money;

  hn_test_add (fixture->reg, "diaspora_count", "country", "KR", "as_of", "2020", "number", "1", NULL);
  hn_test_add (fixture->reg, "diaspora_count", "country", "KR", "as_of", "2021-06", "number", "2000", "women", "900",
               NULL);
  hn_test_add (fixture->reg, "diaspora_count", "country", "KR", "as_of", "2022-06", "number", "9", NULL);
  hn_test_add (fixture->reg, "diaspora_count", "country", "JP", "as_of", "2020", "number", "1000", "qualifier", "about",
               NULL);
  hn_test_add (fixture->reg, "diaspora_count", "country", "DE", "as_of", "2021-06", "number", "1000", NULL);
  hn_test_add (fixture->reg, "diaspora_count", "as_of", "2021-12-31", "number", "4000", "qualifier", "almost",
               "countries_counted", "42", "source", "Báo cáo", NULL);
  hn_test_add (fixture->reg, "diaspora_count", "region", "europe", "as_of", "2021-12-31", "share", "34,2", NULL);
  hn_test_add (fixture->reg, "organization", "name", "Hội tại Đức", "kind", "abroad", "countries", "DE", NULL);
  hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn A", "country", "DE", "prominent", "yes", NULL);
  hn_test_add (fixture->reg, "remittance", "from", "2016", "to", "2021", "amount", "595750000", "currency", "USD",
               NULL);
  hn_test_add (fixture->reg, "office_profile", "name", "Liên hiệp", "place", "Bắc Giang", "province", "tỉnh Bắc Giang",
               NULL);

  form = fixture_build (fixture, "M09", "2021");
  g_assert_cmpstr (form->title, ==, "THỐNG KÊ NGƯỜI BẮC GIANG Ở NƯỚC NGOÀI THEO QUỐC GIA, VÙNG LÃNH THỔ");
  g_assert_cmpuint (form->rows->len, ==, 5);
  assert_row (form, 0, "group: I|Đông Bắc Á|3.000|900|75|||||||");
  assert_row (form, 1, "1|Hàn Quốc|2.000|900|50|||||||");
  assert_row (form, 2, "2|Nhật Bản|1.000||25|||||||khoảng, 2020");
  assert_row (form, 3, "group: III|Châu Âu|1.000||25|||||1|1|Công bố: 34,2%");
  assert_row (form, 4, "1|Đức|1.000||25|||||1|1|");
  assert_total (
    form, "total: |TỔNG CỘNG: 4.000 người, 3 quốc gia, vùng lãnh thổ|4.000|900|100|||||1|1|Công bố: gần 4.000 người");
  assert_note (form, 0, "Số người theo từng nước: tính đến 6/2021.");
  assert_note (form, 1,
               "Số liệu công bố: gần 4.000 người, 42 quốc gia, vùng lãnh thổ; Châu Âu 34,2% "
               "(Báo cáo, tính đến 31/12/2021).");

  money = g_ptr_array_index (form->appended, 0);
  g_assert_cmpstr (money->title, ==, "KIỀU HỐI THEO NĂM");
  assert_row (money, 0, "2016 - 2021|595,75|");
}

static void
test_diaspora_people (Fixture       *fixture,
                      gconstpointer  data)
{
  HnReportForm *form;

  for (guint i = 0; i < 3; i++)
    hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn A", "country", i < 2 ? "CZ" : "JP", "gender",
                 i == 0 ? "female" : "male", "residence_purpose", i == 0 ? "study" : "labour", NULL);
  hn_test_add (fixture->reg, "person", "name", "Ở nhà", "country", "VN", NULL);
  hn_test_add (fixture->reg, "person", "name", "Đi sau", "country", "JP", "since", "2022", NULL);

  form = fixture_build (fixture, "M09", "2021");
  assert_row (form, 0, "group: I|Đông Bắc Á|1|0|33,3|1|0|0|0|||");
  assert_row (form, 1, "1|Nhật Bản|1|0|33,3|1|0|0|0|||");
  assert_row (form, 2, "group: III|Châu Âu|2|1|66,7|1|1|0|0|||");
  assert_row (form, 3, "1|Séc|2|1|66,7|1|1|0|0|||");
  assert_total (form, "total: |TỔNG CỘNG: 3 người, 2 quốc gia, vùng lãnh thổ|3|1|100|2|1|0|0|||");
  assert_note (form, 0, "Chưa có số liệu theo từng nước: đếm theo những người ghi trong sổ.");
  g_assert_null (form->appended);
}

/* --- letterhead ----------------------------------------------------- */

static void
assert_rules (HnRegister *reg,
              const char *period,
              const char *name)
{
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reg, period, NULL);

  g_assert_cmpstr (hn_period_rules_get_name (rules), ==, name);
}

static void
assert_office (Fixture    *fixture,
               const char *period,
               const char *place)
{
  fixture_build (fixture, "M08", period);
  g_assert_cmpstr (fixture->report->letterhead->place, ==, place);
}

static void
test_letterhead (Fixture       *fixture,
                 gconstpointer  data)
{
  char **recipients;

  fixture_build (fixture, "M08", "2021");
  g_assert_null (fixture->report->letterhead->name);

  hn_test_add (fixture->reg, "office_profile", "name", "A", "place", "Bắc Giang", "valid_from", "1998-10-12",
               "addressee", "UBND tỉnh", NULL);
  hn_test_add (fixture->reg, "office_profile", "name", "B", "place", "Bắc Ninh", "valid_from", "2025-07-01",
               "recipients", "- Như trên;\n\n- Sở Ngoại vụ;\n- Lưu: VT.", "cutoff", "calendar", "words_linh", "le",
               "words_chan", "yes", NULL);
  assert_office (fixture, "1990", "Bắc Giang");
  assert_office (fixture, "2024", "Bắc Giang");
  recipients = fixture->report->letterhead->recipients;
  g_assert_cmpstr (recipients[0], ==, "Như trên");
  g_assert_cmpstr (recipients[1], ==, "Lưu: VT");
  g_assert_null (recipients[2]);

  assert_office (fixture, "2025", "Bắc Ninh");
  recipients = fixture->report->letterhead->recipients;
  g_assert_cmpstr (recipients[1], ==, "Sở Ngoại vụ");
  g_assert_cmpstr (recipients[2], ==, "Lưu: VT");
  g_assert_null (recipients[3]);
  g_assert_cmpint (fixture->report->letterhead->words, ==, HN_WORDS_LE | HN_WORDS_CHAN);
  assert_rules (fixture->reg, "2025", "CALENDAR");
  assert_rules (fixture->reg, "2024", "ND09");
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const unknown[] = { "M08", "M99", NULL };
  const char *const twice[] = { "M08", "M08", NULL };
  g_autoptr (HnPeriod) period = test_rules_parse ("2021", ND09);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_report_build (fixture->reg, &(HnReportOptions) { .period = period, .forms = unknown }, NULL, NULL,
                                  NULL, &error));
  g_assert_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_UNKNOWN_FORM);
  g_clear_error (&error);

  report =
    hn_report_build (fixture->reg, &(HnReportOptions) { .period = period, .forms = twice }, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->forms->len, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (
    hn_report_build (fixture->reg, &(HnReportOptions) { .period = period }, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Nothing is left open: the register can be written. */
  hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn A", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/forms/gifts/one-campaign", test_gifts_one_campaign);
  FIXTURE_ADD ("/forms/gifts/unknown", test_gifts_unknown);
  FIXTURE_ADD ("/forms/gifts/none", test_gifts_none);
  FIXTURE_ADD ("/forms/events", test_events);
  FIXTURE_ADD ("/forms/diaspora/counts", test_diaspora_counts);
  FIXTURE_ADD ("/forms/diaspora/people", test_diaspora_people);
  FIXTURE_ADD ("/forms/letterhead", test_letterhead);
  FIXTURE_ADD ("/forms/errors", test_errors);

  return g_test_run ();
}
