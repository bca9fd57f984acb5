/* M07: aid of foreign non-governmental organizations. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-aid.h"
#include "hn-form-text.h"
#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_DONOR,
  COLUMN_COUNTRY,
  COLUMN_OWNER,
  COLUMN_BODY,
  COLUMN_FIELD,
  COLUMN_AREA,
  COLUMN_TIME,
  COLUMN_APPROVAL,
  COLUMN_COMMITTED,
  COLUMN_COMMITTED_USD,
  COLUMN_COMMITTED_VND,
  COLUMN_COUNTERPART,
  COLUMN_DISBURSED,
  COLUMN_DISBURSED_ALL,
  COLUMN_LEFT,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 3 },
  { NULL, "Tên khoản viện trợ", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Hình thức (chương trình/dự án/phi dự án)", HN_COLUMN_TEXT, NULL, FALSE, 7 },
  { NULL, "Bên cung cấp viện trợ", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { NULL, "Quốc tịch", HN_COLUMN_TEXT, NULL, FALSE, 6 },
  { NULL, "Chủ khoản viện trợ", HN_COLUMN_TEXT, NULL, FALSE, 9 },
  { NULL, "Cơ quan chủ quản", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Lĩnh vực", HN_COLUMN_TEXT, NULL, FALSE, 6 },
  { NULL, "Địa bàn", HN_COLUMN_TEXT, NULL, FALSE, 7 },
  { NULL, "Thời gian thực hiện (từ - đến)", HN_COLUMN_TEXT, NULL, FALSE, 9 },
  { NULL, "Quyết định phê duyệt (số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 9 },
  { "Giá trị cam kết", "Nguyên tệ", HN_COLUMN_MONEY, "nguyên tệ", FALSE, 8 },
  { "Giá trị cam kết", "Quy đổi USD", HN_COLUMN_MONEY, "USD", TRUE, 8 },
  { "Giá trị cam kết", "Quy đổi VND", HN_COLUMN_MONEY, "triệu đồng", TRUE, 7.5 },
  { NULL, "Vốn đối ứng", HN_COLUMN_MONEY, "triệu đồng", TRUE, 6 },
  { "Giải ngân", "Trong kỳ", HN_COLUMN_MONEY, "USD", TRUE, 8 },
  { "Giải ngân", "Lũy kế", HN_COLUMN_MONEY, "USD", TRUE, 8 },
  { "Giải ngân", "Còn lại", HN_COLUMN_MONEY, "USD", TRUE, 8 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 6 },
};

static const struct
{
  const char *head;
  const char *kinds;
} parts[] = {
  { "A. CHƯƠNG TRÌNH, DỰ ÁN", "('programme', 'project')" },
  { "B. PHI DỰ ÁN", "('non_project', 'emergency')" },
};

/* What was going on in the period: begun or approved by its end, and not over before its beginning; and whatever money
 * was paid for in it, so that its column adds up to all that was paid. */
#define PROJECTS_SQL \
  "SELECT p.\"id\", p.\"name\", p.\"kind\", COALESCE (f.\"name\", p.\"foreign_ngo_text\")," \
  " (SELECT \"name\" FROM \"country\" WHERE \"code\" = COALESCE (p.\"country\", f.\"country\"))," \
  " p.\"local_owner\", p.\"governing_body\", p.\"field\", " HN_SQL_AREA_THEN ("p.\"area\"") "," \
  " p.\"from\", p.\"to\", p.\"approval_number\", p.\"approval_date\", p.\"committed_amount\", p.\"currency\"," \
  " p.\"exchange_rate\", p.\"counterpart\", p.\"note\"" \
  " FROM \"aid_project\" AS p LEFT JOIN \"partner\" AS f ON f.\"id\" = p.\"foreign_ngo_partner\"" \
  " WHERE p.\"kind\" IN %s AND ((p.\"state\" <> 'mobilising'" \
  "  AND " HN_SQL_BEGUN ("COALESCE (p.\"approval_date\", p.\"from\")") \
  "  AND (p.\"to\" IS NULL OR p.\"to\" >= substr (?1, 1, length (p.\"to\"))))" \
  "  OR EXISTS (SELECT 1 FROM \"disbursement\" AS d WHERE d.\"aid_project\" = p.\"id\"" \
  "   AND " HN_SQL_IN_PERIOD ("d.\"date\"") "))" \
  " ORDER BY " HN_SQL_FIRST_DAY ("COALESCE (p.\"approval_date\", p.\"from\")") " NULLS LAST, hn_sort_key (p.\"name\")," \
  " p.\"id\""

static void
set_words (HnReportRow *row,
           HnRows      *rows)
{
  const HnField *kind = hn_kind_get_field (hn_kind_lookup ("aid_project"), "kind");
  static const guint texts[] = { COLUMN_DONOR, COLUMN_COUNTRY, COLUMN_OWNER, COLUMN_BODY, COLUMN_FIELD, COLUMN_AREA };

  hn_row_set_text (row, COLUMN_NAME, hn_rows_text (rows, 1));
  hn_row_set_text (row, COLUMN_KIND, hn_field_get_choice (kind, hn_rows_text (rows, 2))->label.vi);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hn_row_set_text (row, texts[i], hn_rows_text (rows, (int) i + 3));
  hn_form_set_span (row, COLUMN_TIME, hn_rows_text (rows, 9), hn_rows_text (rows, 10));
  hn_form_set_paper (row, COLUMN_APPROVAL, hn_rows_text (rows, 11), hn_rows_text (rows, 12));
  hn_row_set_text (row, COLUMN_NOTE, hn_rows_text (rows, 17));
}

static void
set_usd (HnReportRow    *row,
         guint           column,
         const HnAidSum *sum)
{
  if (sum->known)
    hn_row_set_decimal (row, column, sum->cents, 2);
}

static gboolean
set_money (HnReportRow  *row,
           HnRows       *rows,
           HnAidMoney   *money,
           HnAidCounts  *counts,
           GError      **error)
{
  g_autofree char *committed = NULL;

  if (!hn_aid_money_commit (money, rows, 13, counts, error) || !hn_aid_money_finish (money, error))
    return FALSE;

  committed = hn_aid_money_print (money);
  hn_row_set_text (row, COLUMN_COMMITTED, committed);
  set_usd (row, COLUMN_COMMITTED_USD, &money->committed);
  if (money->has_dong)
    hn_row_set_decimal (row, COLUMN_COMMITTED_VND, money->dong, HN_MILLION_DECIMALS);
  hn_form_set_million (row, COLUMN_COUNTERPART, rows, 16);
  set_usd (row, COLUMN_DISBURSED, &money->in_period);
  set_usd (row, COLUMN_DISBURSED_ALL, &money->so_far);
  set_usd (row, COLUMN_LEFT, &money->left);

  return TRUE;
}

/* What was paid, and the payments behind it. What is left is committed and paid money. */
static gboolean
add_payments (const HnFormContext  *context,
              HnReportRow          *row,
              gint64                project,
              HnAidMoney           *money,
              HnAidCounts          *counts,
              GError              **error)
{
  g_autoptr (GPtrArray) payments = hn_basis_list_new ();

  if (!hn_aid_money_disburse (money, context, project, payments, counts, error))
    return FALSE;

  for (guint i = 0; i < payments->len; i++)
    {
      const HnBasis *basis = g_ptr_array_index (payments, i);

      hn_basis_list_append (row->basis, basis->column == 1 ? COLUMN_DISBURSED : COLUMN_DISBURSED_ALL, basis);
      if (basis->column == 0)
        {
          hn_row_add_basis_of (row, COLUMN_LEFT, "aid_project", project);
          hn_basis_list_append (row->basis, COLUMN_LEFT, basis);
        }
    }

  return TRUE;
}

static gboolean
add_part (const HnFormContext  *context,
          HnReportForm         *form,
          guint                 part,
          guint                *number,
          HnAidCounts          *counts,
          GError              **error)
{
  g_autofree char *sql = g_strdup_printf (PROJECTS_SQL, parts[part].kinds);
  g_autoptr (HnRows) rows = hn_register_query (context->reg, sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;
  HnReportRow *group = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      HnAidMoney money = { 0 };
      HnReportRow *row;

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      if (group == NULL)
        {
          group = hn_form_add_row (form, HN_ROW_GROUP);
          hn_row_set_text (group, COLUMN_NAME, parts[part].head);
        }
      row = hn_form_add_row (form, HN_ROW_PLAIN);
      hn_row_add_basis (row, "aid_project", hn_rows_integer (rows, 0));
      hn_row_set_integer (row, COLUMN_NUMBER, ++*number);
      set_words (row, rows);
      if (!add_payments (context, row, hn_rows_integer (rows, 0), &money, counts, error)
          || !set_money (row, rows, &money, counts, error))
        return FALSE;
    }

  return hn_sql_done (&local, error);
}

static void
add_notes (HnReportForm      *form,
           const HnAidCounts *counts)
{
  if (counts->without_usd > 0)
    hn_form_add_note (form, "Có %u khoản cam kết không bằng USD, không quy đổi USD.", counts->without_usd);
  if (counts->without_rate > 0)
    hn_form_add_note (form, "Có %u khoản ngoại tệ chưa có tỷ giá, không quy đổi ra đồng.", counts->without_rate);
  if (counts->without_amount > 0)
    hn_form_add_note (form, "Có %u khoản chưa ghi giá trị cam kết.", counts->without_amount);
  if (counts->other_disbursements > 0)
    hn_form_add_note (form, "Có %u lần giải ngân không bằng USD, không cộng vào cột giải ngân.",
                      counts->other_disbursements);
}

/* --- goods ---------------------------------------------------------------- */

enum
{
  GOODS_NAME,
  GOODS_DONOR,
  GOODS_UNIT,
  GOODS_QUANTITY,
  GOODS_VALUE,
};

static const HnColumn goods_columns[] = {
  { NULL, "Tên hàng", HN_COLUMN_TEXT, NULL, FALSE, 30 },
  { NULL, "Bên cung cấp", HN_COLUMN_TEXT, NULL, FALSE, 30 },
  { NULL, "ĐVT", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Số lượng", HN_COLUMN_DECIMAL, NULL, FALSE, 10 },
  { NULL, "Trị giá", HN_COLUMN_MONEY, "đồng", TRUE, 16 },
};

/* What partners abroad gave in kind, which belongs to no project. */
static const char goods_sql[] =
  "SELECT d.\"id\", d.\"goods\", f.\"name\", d.\"unit\", d.\"quantity\", d.\"value\" FROM \"donation\" AS d"
  " JOIN \"partner\" AS f ON f.\"id\" = d.\"donor_partner\" WHERE d.\"direction\" = 'received'"
  " AND d.\"state\" IN ('received', 'handed_over') AND d.\"form\" <> 'money' AND COALESCE (f.\"country\", '') <> 'VN'"
  " AND " HN_SQL_IN_PERIOD ("d.\"date\"")
  " ORDER BY " HN_SQL_FIRST_DAY ("d.\"date\"") ", hn_sort_key (d.\"goods\"), d.\"id\"";

static void
add_goods_row (HnReportForm *table,
               HnRows       *rows)
{
  HnReportRow *row = hn_form_add_row (table, HN_ROW_PLAIN);

  hn_row_add_basis (row, "donation", hn_rows_integer (rows, 0));
  hn_row_set_text (row, GOODS_NAME, hn_rows_text (rows, 1));
  hn_row_set_text (row, GOODS_DONOR, hn_rows_text (rows, 2));
  hn_row_set_text (row, GOODS_UNIT, hn_rows_text (rows, 3));
  if (!hn_rows_is_null (rows, 4))
    hn_row_set_decimal (row, GOODS_QUANTITY, hn_rows_integer (rows, 4), 3);
  if (!hn_rows_is_null (rows, 5))
    hn_row_set_integer (row, GOODS_VALUE, hn_rows_integer (rows, 5));
}

/* The small table below; quantities of different goods are not summed. */
static gboolean
add_goods (const HnFormContext  *context,
           HnReportForm         *form,
           GError              **error)
{
  g_autoptr (HnReportForm) table = hn_report_form_new (form->form, "HIỆN VẬT DO BÊN NƯỚC NGOÀI TRAO TẶNG",
                                                       goods_columns, G_N_ELEMENTS (goods_columns));
  g_autoptr (HnRows) rows = hn_register_query (context->reg, goods_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    add_goods_row (table, rows);
  if (rows == NULL || !hn_sql_done (&local, error) || !hn_form_add_total (table, GOODS_NAME, "Cộng", error))
    return FALSE;
  if (table->rows->len == 0)
    return TRUE;

  form->appended = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_report_form_free);
  g_ptr_array_add (form->appended, g_steal_pointer (&table));

  return TRUE;
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  HnAidCounts counts = { 0 };
  guint number = 0;

  form->subtitle = hn_form_over (context->period);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    if (!add_part (context, form, part, &number, &counts, error))
      return FALSE;

  if (number == 0)
    hn_form_add_nothing (form);
  if (!hn_form_sum_groups (form, error) || !hn_form_add_total (form, COLUMN_NAME, "TỔNG CỘNG", error))
    return FALSE;
  add_notes (form, &counts);
  hn_form_add_rounding_note (form);

  return add_goods (context, form, error);
}

const HnFormSpec hn_form_m07 = {
  .name = "M07",
  .title = "TỔNG HỢP VẬN ĐỘNG, TIẾP NHẬN VIỆN TRỢ PHI CHÍNH PHỦ NƯỚC NGOÀI",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
