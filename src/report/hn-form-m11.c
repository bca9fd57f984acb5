/* M11: international conferences and seminars. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-form-text.h"
#include "hn-sql.h"

/* QĐ 06/2020/QĐ-TTg: the organizer reports within fifteen days after the conference. */
#define DAYS_TO_REPORT 15

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_PURPOSE,
  COLUMN_HOST,
  COLUMN_PERMISSION,
  COLUMN_TIME,
  COLUMN_PLACE,
  COLUMN_DOMESTIC,
  COLUMN_FOREIGN,
  COLUMN_COST,
  COLUMN_REPORTED,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Tên hội nghị, hội thảo", HN_COLUMN_TEXT, NULL, FALSE, 18 },
  { NULL, "Mục đích, nội dung", HN_COLUMN_TEXT, NULL, FALSE, 15 },
  { NULL, "Đơn vị tổ chức", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Cơ quan cho phép (văn bản số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Thời gian", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Địa điểm, hình thức", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { "Số người tham dự", "Trong nước", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { "Số người tham dự", "Nước ngoài", HN_COLUMN_INTEGER, "người", TRUE, 7 },
  { NULL, "Nguồn, tổng kinh phí", HN_COLUMN_MONEY, "triệu đồng", TRUE, 9 },
  { NULL, "Đã báo cáo (ngày)", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 11 },
};

static const char conferences_sql[] =
  "SELECT e.\"id\", e.\"title\", e.\"result\","
  " COALESCE ((SELECT " HN_SQL_NAME_THEN ("o") " FROM \"organization\" AS o WHERE o.\"id\" = e.\"host_organization\"),"
  "  (SELECT \"name\" FROM \"partner\" WHERE \"id\" = e.\"host_partner\"), e.\"host_text\"),"
  " e.\"permission_number\", e.\"permission_date\", e.\"from\", e.\"to\","
  " COALESCE (e.\"place\", " HN_SQL_AREA_THEN ("e.\"area\"") "),"
  " e.\"participants_domestic\", e.\"participants_foreign\", e.\"participants_online\","
  " CASE WHEN e.\"currency\" = 'VND' THEN e.\"cost\" END, e.\"cost_source\", e.\"reported_on\", e.\"note\","
  " e.\"cost\" IS NOT NULL AND e.\"currency\" <> 'VND'"
  " FROM \"event\" AS e WHERE e.\"type\" = 'international_conference' AND e.\"state\" = 'held'"
  " AND " HN_SQL_IN_PERIOD ("e.\"from\"")
  " ORDER BY " HN_SQL_FIRST_DAY ("e.\"from\"") ", hn_sort_key (e.\"title\"), e.\"id\"";

/* "Bắc Giang; trực tuyến: 120 người" */
static void
set_place (HnReportRow *row,
           HnRows      *rows)
{
  const char *place = hn_rows_text (rows, 8);
  g_autofree char *online = NULL;
  g_autofree char *text = NULL;

  if (hn_rows_is_null (rows, 11) || hn_rows_integer (rows, 11) == 0)
    {
      hn_row_set_text (row, COLUMN_PLACE, place);
      return;
    }

  online = g_strdup_printf ("trực tuyến: %d người", (int) hn_rows_integer (rows, 11));
  text = g_strdup_printf ("%s%s%s", place != NULL ? place : "", place != NULL ? "; " : "", online);
  hn_row_set_text (row, COLUMN_PLACE, text);
}

/* Where nothing was reported yet, the day on which it must be; then what else there is to say. */
static void
set_note (HnReportRow *row,
          HnRows      *rows)
{
  const char *end = hn_rows_text (rows, 7) != NULL ? hn_rows_text (rows, 7) : hn_rows_text (rows, 6);
  g_autoptr (GString) note = g_string_new (NULL);
  HnDate day;

  if (hn_rows_is_null (rows, 14) && hn_date_from_iso (end, &day) && hn_date_is_full (day))
    {
      g_autofree char *due = hn_date_print (hn_date_add_days (day, DAYS_TO_REPORT));

      g_string_append_printf (note, "Hạn báo cáo: %s", due);
    }
  if (!hn_rows_is_null (rows, 13))
    g_string_append_printf (note, "%sNguồn: %s", note->len > 0 ? "; " : "", hn_rows_text (rows, 13));
  if (!hn_rows_is_null (rows, 15))
    g_string_append_printf (note, "%s%s", note->len > 0 ? "; " : "", hn_rows_text (rows, 15));
  hn_row_set_text (row, COLUMN_NOTE, note->str);
}

static void
fill_row (HnReportRow *row,
          HnRows      *rows)
{
  hn_row_add_basis (row, "event", hn_rows_integer (rows, 0));
  hn_row_set_text (row, COLUMN_TITLE, hn_rows_text (rows, 1));
  hn_row_set_text (row, COLUMN_PURPOSE, hn_rows_text (rows, 2));
  hn_row_set_text (row, COLUMN_HOST, hn_rows_text (rows, 3));
  hn_form_set_paper (row, COLUMN_PERMISSION, hn_rows_text (rows, 4), hn_rows_text (rows, 5));
  hn_form_set_span (row, COLUMN_TIME, hn_rows_text (rows, 6), hn_rows_text (rows, 7));
  set_place (row, rows);
  if (!hn_rows_is_null (rows, 9))
    hn_row_set_integer (row, COLUMN_DOMESTIC, hn_rows_integer (rows, 9));
  if (!hn_rows_is_null (rows, 10))
    hn_row_set_integer (row, COLUMN_FOREIGN, hn_rows_integer (rows, 10));
  hn_form_set_million (row, COLUMN_COST, rows, 12);
  hn_row_set_date (row, COLUMN_REPORTED, hn_rows_text (rows, 14));
  set_note (row, rows);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, conferences_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;
  g_autofree char *label = NULL;
  guint conferences = 0, foreign_costs = 0, without_cost = 0;

  if (rows == NULL)
    return FALSE;

  form->subtitle = hn_form_over (context->period);
  while (hn_rows_next (rows, &local))
    {
      HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      hn_row_set_integer (row, COLUMN_NUMBER, ++conferences);
      fill_row (row, rows);
      foreign_costs += hn_rows_integer (rows, 16) != 0;
      without_cost += hn_rows_is_null (rows, 12) && hn_rows_integer (rows, 16) == 0;
    }
  if (!hn_sql_done (&local, error))
    return FALSE;

  if (conferences == 0)
    hn_form_add_nothing (form);
  label = g_strdup_printf ("TỔNG CỘNG: %u hội nghị, hội thảo", conferences);
  if (!hn_form_add_total (form, COLUMN_TITLE, label, error))
    return FALSE;
  if (foreign_costs > 0)
    hn_form_add_note (form, "Có %u hội nghị có kinh phí bằng ngoại tệ, chưa cộng vào tổng.", foreign_costs);
  if (without_cost > 0)
    hn_form_add_note (form, "Có %u hội nghị chưa ghi kinh phí.", without_cost);
  hn_form_add_rounding_note (form);

  return TRUE;
}

const HnFormSpec hn_form_m11 = {
  .name = "M11",
  .title = "TỔNG HỢP HỘI NGHỊ, HỘI THẢO QUỐC TẾ",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
