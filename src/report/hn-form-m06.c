/* M06: delegations received. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-delegations.h"
#include "hn-form-text.h"
#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_COUNTRY,
  COLUMN_HEAD,
  COLUMN_SIZE,
  COLUMN_HOST,
  COLUMN_PURPOSE,
  COLUMN_PLACE,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_PERMISSION,
  COLUMN_RESULT,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Tên đoàn, tổ chức", HN_COLUMN_TEXT, NULL, FALSE, 16 },
  { NULL, "Nước", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Trưởng đoàn (họ tên, chức vụ)", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Số khách", HN_COLUMN_INTEGER, "người", TRUE, 5.5 },
  { NULL, "Cơ quan đón tiếp", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Mục đích, nội dung làm việc", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  { NULL, "Địa điểm", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { "Thời gian", "Từ ngày", HN_COLUMN_DATE, NULL, FALSE, 10 },
  { "Thời gian", "Đến ngày", HN_COLUMN_DATE, NULL, FALSE, 10 },
  { NULL, "Văn bản cho phép (số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 11 },
  { NULL, "Kết quả", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 8 },
};

static void
fill_row (HnReportRow *row,
          HnRows      *rows)
{
  hn_row_set_text (row, COLUMN_TITLE, hn_rows_text (rows, HN_DELEGATION_TITLE));
  hn_row_set_text (row, COLUMN_COUNTRY, hn_rows_text (rows, HN_DELEGATION_COUNTRY));
  hn_row_set_text (row, COLUMN_HEAD, hn_rows_text (rows, HN_DELEGATION_HEAD));
  if (!hn_rows_is_null (rows, HN_DELEGATION_SIZE))
    hn_row_set_integer (row, COLUMN_SIZE, hn_rows_integer (rows, HN_DELEGATION_SIZE));
  hn_row_set_text (row, COLUMN_HOST, hn_rows_text (rows, HN_DELEGATION_HOST));
  hn_row_set_text (row, COLUMN_PURPOSE, hn_rows_text (rows, HN_DELEGATION_PURPOSE));
  hn_row_set_text (row, COLUMN_PLACE, hn_rows_text (rows, HN_DELEGATION_PLACE));
  hn_row_set_date (row, COLUMN_FROM, hn_rows_text (rows, HN_DELEGATION_FROM));
  hn_row_set_date (row, COLUMN_TO, hn_rows_text (rows, HN_DELEGATION_TO));
  hn_form_set_paper (row, COLUMN_PERMISSION, hn_rows_text (rows, HN_DELEGATION_PERMISSION_NUMBER),
                     hn_rows_text (rows, HN_DELEGATION_PERMISSION_DATE));
  hn_row_set_text (row, COLUMN_RESULT, hn_rows_text (rows, HN_DELEGATION_RESULT));
  hn_row_set_text (row, COLUMN_NOTE, hn_rows_text (rows, HN_DELEGATION_NOTE));
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  const HnDelegationForm table = {
    .direction = "in",
    .people = "lượt khách",
    .number_column = COLUMN_NUMBER,
    .label_column = COLUMN_TITLE,
    .size_column = COLUMN_SIZE,
    .fill_row = fill_row,
  };

  return hn_delegations_build (context, form, &table, error);
}

const HnFormSpec hn_form_m06 = {
  .name = "M06",
  .title = "TỔNG HỢP ĐOÀN VÀO",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
