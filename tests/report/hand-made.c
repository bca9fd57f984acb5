/* A report made by hand: every type of cell and row, text that is hard to write, groups, notes and a small table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand-made.h"

#include "hn-form.h"
#include "test-rules.h"

static const struct
{
  const char *donor;
  const char *place;
  const char *date;
  gint64      amount;
} gifts[] = {
  { "Hội người Việt Nam tại Cộng hòa Síp", "Síp", "2021-06-20", 30000000 },
  { "Hội người Bắc Giang tại Ukraina", "Ukraina", "2021-06", 80000000 },
  { "=1+1", "+84", "2021", 64000000 },
  { "@Hội đồng hương Hà Bắc tỉnh Đồng Nai, phía Nam, tên gọi rất dài để phải xuống nhiều dòng trong một ô",
    "-Đồng Nai", "1899-12-31", 80000000 },
};

static HnLetterhead *
make_letterhead (void)
{
  HnLetterhead *head = g_new0 (HnLetterhead, 1);

  head->superior = g_strdup ("UBND tỉnh Bắc Giang");
  head->name = g_strdup ("Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang");
  head->symbol = g_strdup ("LHHN");
  head->place = g_strdup ("Bắc Giang");
  head->province = g_strdup ("tỉnh Bắc Giang");
  head->addressees = g_strsplit ("Ủy ban nhân dân tỉnh Bắc Giang", ";", -1);
  head->authority = g_strdup ("TM. Ban Thường vụ");
  head->title = g_strdup ("Chủ tịch");
  head->signatory = g_strdup ("Nguyễn Văn An");
  head->preparer = g_strdup ("Trần Thị Bình");
  head->recipients = g_strsplit ("Như trên;Liên hiệp các tổ chức hữu nghị Việt Nam;Lưu: VT", ";", -1);

  return head;
}

static void
add_gift (HnReportForm *form,
          guint         i,
          guint         number)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);

  hn_row_set_integer (row, 0, number);
  hn_row_set_date (row, 1, gifts[i].date);
  hn_row_set_text (row, 2, gifts[i].donor);
  hn_row_set_text (row, 3, gifts[i].place);
  hn_row_set_integer (row, 4, gifts[i].amount);
  hn_row_set_integer (row, 11, gifts[i].amount);
  hn_row_set_text (row, 14, "một\001hai\tba\nbốn");
}

static HnReportForm *
make_gifts (void)
{
  HnReportForm *form = hn_report_form_new ("M08", hn_form_m08.title, hn_form_m08.columns, hn_form_m08.n_columns);
  HnReportRow *row;

  form->landscape = TRUE;
  form->unit_line = g_strdup (hn_form_m08.unit_line);
  form->subtitle =
    g_strdup ("Ủng hộ Quỹ vắc xin phòng, chống COVID-19\nNăm 2021 (Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021)");
  hn_row_set_text (hn_form_add_row (form, HN_ROW_GROUP), 2, "Quỹ phòng, chống dịch");
  for (guint i = 0; i < G_N_ELEMENTS (gifts); i++)
    add_gift (form, i, i + 1);
  hn_row_set_text (hn_form_add_row (form, HN_ROW_GROUP), 2, "Quỹ vắc xin");
  add_gift (form, 3, 5);
  row = hn_form_add_row (form, HN_ROW_PLAIN);
  hn_row_set_integer (row, 0, 6);
  hn_row_set_date (row, 1, "2021-07-01");
  hn_row_set_text (row, 2, "Hội đồng hương tại Cộng hòa Séc");
  hn_row_set_text (row, 5, "1.000 USD");
  hn_row_set_integer (row, 6, 23000000);
  hn_row_set_text (row, 7, "Gạo");
  hn_row_set_text (row, 8, "tấn");
  hn_row_set_decimal (row, 9, 10500, 3);
  hn_row_set_integer (row, 10, 150000000);
  hn_row_set_integer (row, 11, 173000000);

  hn_form_sum_groups (form, NULL);
  hn_form_add_total (form, 2, "TỔNG CỘNG", NULL);
  form->in_words = g_strdup ("Bằng chữ: Năm trăm linh bảy triệu đồng");
  hn_form_add_note (form, "Số công bố: gần %s đồng; trong sổ: %s đồng.", "2.000.000.000", "507.000.000");

  return form;
}

static HnReportForm *
make_countries (void)
{
  static const HnColumn small[] = {
    { NULL, "Năm", HN_COLUMN_TEXT, NULL, FALSE, 12 },
    { NULL, "Kiều hối", HN_COLUMN_DECIMAL, "triệu USD", FALSE, 14 },
    { NULL, "Nguồn", HN_COLUMN_TEXT, NULL, FALSE, 30 },
  };
  HnReportForm *form = hn_report_form_new ("M09", "THỐNG KÊ NGƯỜI BẮC GIANG Ở NƯỚC NGOÀI THEO QUỐC GIA, VÙNG LÃNH THỔ",
                                           hn_form_m09.columns, hn_form_m09.n_columns);
  HnReportForm *table = hn_report_form_new ("M09", "KIỀU HỐI THEO NĂM", small, G_N_ELEMENTS (small));
  HnReportRow *row;

  form->subtitle = g_strdup ("(Tính đến ngày 14/12/2021)");
  row = hn_form_add_row (form, HN_ROW_GROUP);
  hn_row_set_text (row, 0, "I");
  hn_row_set_text (row, 1, "Đông Bắc Á");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Hàn Quốc", "Nhật Bản", "Đài Loan" };
      static const gint64 shares[] = { 602, 342, 56 };

      row = hn_form_add_row (form, HN_ROW_PLAIN);
      hn_row_set_text (row, 0, "1");
      hn_row_set_text (row, 1, names[i]);
      hn_row_set_integer (row, 2, shares[i] * 4);
      hn_row_set_percent (row, 4, shares[i], 1);
    }
  hn_form_sum_groups (form, NULL);
  hn_form_add_total (form, 1, "TỔNG CỘNG: 3 quốc gia, vùng lãnh thổ", NULL);
  hn_form_add_note (form, "Số liệu công bố: gần 4.000 người ở 42 quốc gia, vùng lãnh thổ.");

  row = hn_form_add_row (table, HN_ROW_PLAIN);
  hn_row_set_text (row, 0, "2016 - 2021");
  hn_row_set_decimal (row, 1, 59575, 2);
  hn_row_set_text (row, 2, "Ngân hàng Nhà nước chi nhánh tỉnh Bắc Giang");
  form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (form->appended, table);

  return form;
}

static HnReportForm *
make_nothing (void)
{
  HnReportForm *form = hn_report_form_new ("M04", hn_form_m04.title, hn_form_m04.columns, hn_form_m04.n_columns);

  form->landscape = TRUE;
  form->subtitle = g_strdup ("Năm 2021 (Số liệu từ ngày 15/12/2020 đến ngày 14/12/2021)");
  hn_form_add_nothing (form);
  hn_form_add_total (form, 2, "CỘNG: 0 hoạt động", NULL);

  return form;
}

/* The report of 2021 with three sheets. */
HnReport *
hand_made_report (void)
{
  HnReport *report = g_new0 (HnReport, 1);

  report->period = test_rules_parse ("2021", ND09);
  report->letterhead = make_letterhead ();
  report->made_on = (HnDate) { 2021, 12, 16 };
  report->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (report->forms, make_nothing ());
  g_ptr_array_add (report->forms, make_gifts ());
  g_ptr_array_add (report->forms, make_countries ());

  return report;
}

/* --- a long list, whose rows are made while they are written -------------- */

#define N_MEMBERS 60
#define MEMBERS_OF_ONE 20

static const HnColumn member_columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 5 },
  { NULL, "Họ và tên", HN_COLUMN_TEXT, NULL, FALSE, 24 },
  { "Ngày", "Sinh", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { "Ngày", "Vào hội", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Điện thoại", HN_COLUMN_TEXT, NULL, FALSE, 14 },
  { NULL, "Số thẻ hội viên", HN_COLUMN_CODE, NULL, FALSE, 10 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 14 },
};

typedef struct
{
  HnRowSource source;
  HnReportForm *scratch;
  guint at;
} Members;

static gboolean
seek_member (HnRowSource   *source,
             HnRegister    *reg,
             guint          row,
             GCancellable  *cancellable,
             GError       **error)
{
  ((Members *) source)->at = row;

  return TRUE;
}

/* Names of 300 letters and with an emoji; telephone numbers and codes with a zero first. */
static void
fill_member (HnReportRow *row,
             guint        number)
{
  g_autofree char *name = number % 17 == 3 ? g_strnfill (300, 'N') : g_strdup_printf ("Nguyễn Văn %u 🌸", number);
  g_autofree char *phone = g_strdup_printf ("0912%06u", number);
  g_autofree char *card = g_strdup_printf ("%05u", number);
  g_autofree char *birth = g_strdup_printf ("%u-%02u-%02u", 1940 + number, number % 12 + 1, number % 28 + 1);

  hn_row_set_integer (row, 0, number);
  hn_row_set_text (row, 1, name);
  hn_row_set_date (row, 2, birth);
  hn_row_set_date (row, 3, number % 2 == 0 ? "2019" : "2020-05");
  hn_row_set_text (row, 4, phone);
  hn_row_set_text (row, 5, card);
}

static const HnReportRow *
next_member (HnRowSource  *source,
             GError      **error)
{
  Members *self = (Members *) source;
  guint group = self->at / (MEMBERS_OF_ONE + 1), place = self->at % (MEMBERS_OF_ONE + 1);
  HnReportRow *row;

  if (self->at++ == source->n_rows)
    return NULL;

  g_ptr_array_set_size (self->scratch->rows, 0);
  row = hn_form_add_row (self->scratch, place == 0 ? HN_ROW_GROUP : HN_ROW_PLAIN);
  if (place == 0)
    hn_row_set_text (row, 1, "Hội hữu nghị (20 hội viên)");
  else
    fill_member (row, group * MEMBERS_OF_ONE + place);

  return row;
}

static void
members_free (HnRowSource *source)
{
  hn_report_form_free (((Members *) source)->scratch);
  g_free (source);
}

static HnReportForm *
make_members (void)
{
  HnReportForm *form = hn_report_form_new ("M02", "DANH SÁCH HỘI VIÊN", member_columns, G_N_ELEMENTS (member_columns));
  Members *self = g_new0 (Members, 1);

  self->source = (HnRowSource) { N_MEMBERS + N_MEMBERS / MEMBERS_OF_ONE, seek_member, next_member, members_free };
  self->scratch = hn_report_form_new ("M02", "", member_columns, G_N_ELEMENTS (member_columns));
  form->landscape = TRUE;
  form->subtitle = g_strdup ("(Tính đến ngày 14/12/2021)");
  form->source = &self->source;
  hn_form_add_note (form, "Danh sách này có %d hội viên.", N_MEMBERS);

  return form;
}

static HnChart *
make_chart (HnChartType  type,
            const char  *title,
            const char  *name)
{
  HnChart *chart = g_new0 (HnChart, 1);

  chart->type = type;
  chart->title = g_strdup (title);
  chart->names_head = name;
  chart->values_head = "Số người";
  chart->names = g_ptr_array_new_with_free_func (g_free);
  chart->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 i = 1; i < 5; i++)
    {
      gint64 value = i * 1250;

      g_ptr_array_add (chart->names, g_strdup_printf ("%s %" G_GINT64_FORMAT, name, i));
      g_array_append_val (chart->values, value);
    }

  return chart;
}

static void
chart_free (gpointer data)
{
  HnChart *chart = data;

  g_free (chart->title);
  g_ptr_array_unref (chart->names);
  g_array_unref (chart->values);
  g_free (chart);
}

static void
add_basis (HnReport *report)
{
  HnReportForm *received = g_ptr_array_index (report->forms, 1);
  HnReportForm *people = g_ptr_array_index (report->forms, 2);

  for (guint i = 1; i < 4; i++)
    hn_row_add_basis (g_ptr_array_index (received->rows, i), "donation", 100 + i);
  hn_row_add_basis_of (g_ptr_array_index (people->rows, 1), 2, "diaspora_count", 7);
  hn_row_add_basis_of (g_ptr_array_index (people->rows, 1), 9, "organization", 8);
}

/* The same report with all that a workbook can have. */
HnReport *
hand_made_full (HnDress dress)
{
  HnReport *report = hand_made_report ();

  report->dress = dress;
  report->basis = report->charts = TRUE;
  add_basis (report);
  g_ptr_array_insert (report->forms, 0, make_members ());
  report->chart_list = g_ptr_array_new_with_free_func (chart_free);
  g_ptr_array_add (report->chart_list, make_chart (HN_CHART_COLUMNS, "Số hội viên qua các năm", "Năm"));
  g_ptr_array_add (report->chart_list, make_chart (HN_CHART_BARS, "Người ở nước ngoài theo khu vực", "Khu vực"));

  return report;
}
