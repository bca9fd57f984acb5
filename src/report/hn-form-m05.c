/* M05: delegations sent abroad. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-delegations.h"
#include "hn-form-text.h"
#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_HEAD,
  COLUMN_SIZE,
  COLUMN_COUNTRY,
  COLUMN_HOST,
  COLUMN_PURPOSE,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_DAYS,
  COLUMN_STATE,
  COLUMN_PARTNER,
  COLUMN_OTHER,
  COLUMN_PERMISSION,
  COLUMN_REPORTED,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Tên đoàn", HN_COLUMN_TEXT, NULL, FALSE, 14 },
  { NULL, "Trưởng đoàn (họ tên, chức vụ)", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Số người", HN_COLUMN_INTEGER, "người", TRUE, 5.5 },
  { NULL, "Nước đến", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Cơ quan, tổ chức mời", HN_COLUMN_TEXT, NULL, FALSE, 11 },
  { NULL, "Mục đích, nội dung", HN_COLUMN_TEXT, NULL, FALSE, 15 },
  { "Thời gian", "Từ ngày", HN_COLUMN_DATE, NULL, FALSE, 10 },
  { "Thời gian", "Đến ngày", HN_COLUMN_DATE, NULL, FALSE, 10 },
  { "Thời gian", "Số ngày", HN_COLUMN_INTEGER, "ngày", FALSE, 5 },
  { "Kinh phí", "NSNN", HN_COLUMN_MONEY, "triệu đồng", TRUE, 7 },
  { "Kinh phí", "Đối tác", HN_COLUMN_MONEY, "triệu đồng", TRUE, 7 },
  { "Kinh phí", "Khác", HN_COLUMN_MONEY, "triệu đồng", TRUE, 7 },
  { NULL, "Văn bản cho phép (số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { NULL, "Đã báo cáo kết quả", HN_COLUMN_BOOLEAN, NULL, FALSE, 6 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 8 },
};

static void
fill_row (HnReportRow *row,
          HnRows      *rows)
{
  const char *from = hn_rows_text (rows, HN_DELEGATION_FROM), *to = hn_rows_text (rows, HN_DELEGATION_TO);

  hn_row_set_text (row, COLUMN_TITLE, hn_rows_text (rows, HN_DELEGATION_TITLE));
  hn_row_set_text (row, COLUMN_HEAD, hn_rows_text (rows, HN_DELEGATION_HEAD));
  if (!hn_rows_is_null (rows, HN_DELEGATION_SIZE))
    hn_row_set_integer (row, COLUMN_SIZE, hn_rows_integer (rows, HN_DELEGATION_SIZE));
  hn_row_set_text (row, COLUMN_COUNTRY, hn_rows_text (rows, HN_DELEGATION_COUNTRY));
  hn_row_set_text (row, COLUMN_HOST, hn_rows_text (rows, HN_DELEGATION_HOST));
  hn_row_set_text (row, COLUMN_PURPOSE, hn_rows_text (rows, HN_DELEGATION_PURPOSE));
  hn_row_set_date (row, COLUMN_FROM, from);
  hn_row_set_date (row, COLUMN_TO, to);
  hn_form_set_days (row, COLUMN_DAYS, from, to);
  hn_form_set_million (row, COLUMN_STATE, rows, HN_DELEGATION_COST_STATE);
  hn_form_set_million (row, COLUMN_PARTNER, rows, HN_DELEGATION_COST_PARTNER);
  hn_form_set_million (row, COLUMN_OTHER, rows, HN_DELEGATION_COST_OTHER);
  hn_form_set_paper (row, COLUMN_PERMISSION, hn_rows_text (rows, HN_DELEGATION_PERMISSION_NUMBER),
                     hn_rows_text (rows, HN_DELEGATION_PERMISSION_DATE));
  if (!hn_rows_is_null (rows, HN_DELEGATION_REPORTED))
    hn_row_set_text (row, COLUMN_REPORTED, hn_rows_integer (rows, HN_DELEGATION_REPORTED) != 0 ? "Có" : "Chưa");
  hn_row_set_text (row, COLUMN_NOTE, hn_rows_text (rows, HN_DELEGATION_NOTE));
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  const HnDelegationForm table = {
    .direction = "out",
    .people = "lượt người",
    .number_column = COLUMN_NUMBER,
    .label_column = COLUMN_TITLE,
    .size_column = COLUMN_SIZE,
    .fill_row = fill_row,
  };

  return hn_delegations_build (context, form, &table, error);
}

const HnFormSpec hn_form_m05 = {
  .name = "M05",
  .title = "TỔNG HỢP ĐOÀN RA",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
