/* M08: gifts received. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include <glib/gi18n-lib.h>

#include "hn-currency.h"
#include "hn-form-text.h"
#include "hn-number.h"
#include "hn-sql.h"
#include "hn-stated.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_DATE,
  COLUMN_DONOR,
  COLUMN_PLACE,
  COLUMN_DONG,
  COLUMN_FOREIGN,
  COLUMN_CONVERTED,
  COLUMN_GOODS,
  COLUMN_UNIT,
  COLUMN_QUANTITY,
  COLUMN_VALUE,
  COLUMN_TOTAL,
  COLUMN_USED,
  COLUMN_RECEIPT,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Ngày tiếp nhận", HN_COLUMN_DATE, NULL, FALSE, 10 },
  { NULL, "Tổ chức, cá nhân ủng hộ", HN_COLUMN_TEXT, NULL, FALSE, 18 },
  { NULL, "Địa chỉ/Nước", HN_COLUMN_TEXT, NULL, FALSE, 9 },
  { "Bằng tiền", "Tiền Việt Nam", HN_COLUMN_MONEY, "đồng", TRUE, 11 },
  { "Bằng tiền", "Ngoại tệ", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { "Bằng tiền", "Quy đổi", HN_COLUMN_MONEY, "đồng", TRUE, 8 },
  { "Hiện vật", "Tên hàng", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { "Hiện vật", "ĐVT", HN_COLUMN_TEXT, NULL, FALSE, 4.5 },
  { "Hiện vật", "Số lượng", HN_COLUMN_DECIMAL, NULL, FALSE, 5.5 },
  { "Hiện vật", "Trị giá", HN_COLUMN_MONEY, "đồng", TRUE, 11 },
  { NULL, "Tổng giá trị", HN_COLUMN_MONEY, "đồng", TRUE, 11 },
  { NULL, "Nơi tiếp nhận, sử dụng", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { NULL, "Chứng từ (số, ngày)", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 9 },
};

/* Where a donor is: an organization's countries, else its address or area; a person's or partner's country,
 * else the address. "VN" is no news in a Vietnamese report. */
static const char gifts_sql[] =
  "SELECT d.\"id\", d.\"date\", COALESCE (" HN_SQL_NAME_THEN ("o") ", p.\"name\", f.\"name\", d.\"donor_text\") AS donor,"
  " COALESCE ("
  "  (SELECT group_concat (c.\"name\", ', ' ORDER BY oc.\"position\") FROM \"organization_countries\" AS oc"
  "   JOIN \"country\" AS c ON c.\"code\" = oc.\"value\" WHERE oc.\"record\" = o.\"id\" AND o.\"kind\" = 'abroad'),"
  "  (SELECT \"name\" FROM \"country\" WHERE \"code\" = COALESCE (p.\"country\", f.\"country\") AND \"code\" <> 'VN'),"
  "  o.\"address\", p.\"address\", f.\"address\","
  "  " HN_SQL_AREA_THEN ("COALESCE (o.\"area\", p.\"home_area\")") "),"
  " d.\"form\", d.\"amount\", d.\"currency\", d.\"exchange_rate\", d.\"goods\", d.\"unit\","
  " d.\"quantity\", d.\"value\","
  " COALESCE (d.\"beneficiary\", " HN_SQL_AREA_THEN ("d.\"area\"") "),"
  " d.\"receipt_number\", d.\"note\", d.\"state\", d.\"campaign\", g.\"name\""
  " FROM \"donation\" AS d"
  " LEFT JOIN \"organization\" AS o ON o.\"id\" = d.\"donor_organization\""
  " LEFT JOIN \"person\" AS p ON p.\"id\" = d.\"donor_person\""
  " LEFT JOIN \"partner\" AS f ON f.\"id\" = d.\"donor_partner\""
  " LEFT JOIN \"campaign\" AS g ON g.\"id\" = d.\"campaign\""
  " WHERE d.\"direction\" = 'received' AND " HN_SQL_IN_PERIOD ("d.\"date\"")
  " ORDER BY g.\"id\" IS NULL, " HN_SQL_FIRST_DAY ("g.\"from\"") ", hn_sort_key (g.\"name\"), g.\"id\","
  " " HN_SQL_FIRST_DAY ("d.\"date\"") ", hn_sort_key (donor), d.\"id\"";

/* What is said under the table, counted while the rows are made. */
typedef struct
{
  guint    gifts;
  guint    pledged;
  guint    without_value;
  guint    without_rate;
  guint    campaigns;    /* how many, gifts outside of any counting as one more */
  gboolean in_campaigns; /* at least one gift is */
} HnGiftCounts;

static gboolean
set_money (HnReportRow   *row,
           HnRows        *rows,
           HnGiftCounts  *counts,
           gint64        *total,
           gboolean      *known)
{
  const char *currency = hn_rows_text (rows, 6);
  gint64 amount = hn_rows_integer (rows, 5);
  g_autofree char *printed = NULL;
  g_autofree char *text = NULL;

  if (hn_rows_is_null (rows, 5) || currency == NULL)
    {
      counts->without_value++;
      return TRUE;
    }
  if (g_str_equal (currency, "VND"))
    {
      hn_row_set_integer (row, COLUMN_DONG, amount);
      *total = amount;
      return *known = TRUE;
    }

  printed = hn_number_print (amount, hn_currency_decimals (currency));
  text = g_strdup_printf ("%s %s", printed, currency);
  hn_row_set_text (row, COLUMN_FOREIGN, text);
  if (hn_rows_is_null (rows, 7))
    {
      counts->without_rate++;
      return TRUE;
    }
  if (!hn_money_to_vnd (amount, currency, hn_rows_integer (rows, 7), total))
    return FALSE;

  hn_row_set_integer (row, COLUMN_CONVERTED, *total);

  return *known = TRUE;
}

static void
set_goods (HnReportRow  *row,
           HnRows       *rows,
           HnGiftCounts *counts,
           gint64       *total,
           gboolean     *known)
{
  hn_row_set_text (row, COLUMN_GOODS, hn_rows_text (rows, 8));
  hn_row_set_text (row, COLUMN_UNIT, hn_rows_text (rows, 9));
  if (!hn_rows_is_null (rows, 10))
    hn_row_set_decimal (row, COLUMN_QUANTITY, hn_rows_integer (rows, 10), 3);
  if (hn_rows_is_null (rows, 11))
    {
      counts->without_value++;
      return;
    }

  *total = hn_rows_integer (rows, 11);
  *known = TRUE;
  hn_row_set_integer (row, COLUMN_VALUE, *total);
}

static gboolean
add_gift (HnReportForm  *form,
          HnRows        *rows,
          HnGiftCounts  *counts,
          GError       **error)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);
  gint64 total = 0;
  gboolean known = FALSE;

  hn_row_add_basis (row, "donation", hn_rows_integer (rows, 0));
  hn_row_set_integer (row, COLUMN_NUMBER, ++counts->gifts);
  hn_row_set_date (row, COLUMN_DATE, hn_rows_text (rows, 1));
  hn_row_set_text (row, COLUMN_DONOR, hn_rows_text (rows, 2));
  hn_row_set_text (row, COLUMN_PLACE, hn_rows_text (rows, 3));
  hn_row_set_text (row, COLUMN_USED, hn_rows_text (rows, 12));
  hn_row_set_text (row, COLUMN_RECEIPT, hn_rows_text (rows, 13));
  hn_row_set_text (row, COLUMN_NOTE, hn_rows_text (rows, 14));

  if (g_strcmp0 (hn_rows_text (rows, 4), "money") != 0)
    set_goods (row, rows, counts, &total, &known);
  else if (!set_money (row, rows, counts, &total, &known))
    {
      g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE,
                           _("An amount is too large to be converted into đồng."));
      return FALSE;
    }
  if (known)
    hn_row_set_integer (row, COLUMN_TOTAL, total);

  return TRUE;
}

/* Gifts stand under their campaigns; the heads are taken out again where there is only one. */
static gboolean
add_gifts (const HnFormContext  *context,
           HnReportForm         *form,
           HnGiftCounts         *counts,
           GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, gifts_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;
  gint64 campaign = -1;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      if (g_strcmp0 (hn_rows_text (rows, 15), "pledged") == 0)
        {
          counts->pledged++;
          continue;
        }
      if (counts->campaigns == 0 || hn_rows_integer (rows, 16) != campaign)
        {
          const char *name = hn_rows_text (rows, 17);

          campaign = hn_rows_integer (rows, 16);
          counts->campaigns++;
          counts->in_campaigns |= name != NULL;
          hn_row_set_text (hn_form_add_row (form, HN_ROW_GROUP), COLUMN_DONOR,
                           name != NULL ? name : "Ngoài các đợt vận động");
        }
      if (!add_gift (form, rows, counts, error))
        return FALSE;
    }

  return hn_sql_done (&local, error);
}

/* The subtitle names the campaign where there is only one, instead of a group. */
static void
set_subtitle (const HnFormContext *context,
              HnReportForm        *form,
              const HnGiftCounts  *counts)
{
  g_autofree char *over = hn_form_over (context->period);
  HnReportRow *group;

  if (counts->campaigns != 1)
    {
      form->subtitle = g_steal_pointer (&over);
      return;
    }

  group = g_ptr_array_index (form->rows, 0);
  if (counts->in_campaigns)
    form->subtitle = g_strconcat (hn_row_cell (group, COLUMN_DONOR)->text, "\n", over, NULL);
  else
    form->subtitle = g_steal_pointer (&over);
  g_ptr_array_remove_index (form->rows, 0);
}

static gboolean
add_notes (const HnFormContext  *context,
           HnReportForm         *form,
           const HnGiftCounts   *counts,
           gint64                total,
           GError              **error)
{
  g_autoptr (GPtrArray) stated = hn_stated_find (context->reg, context->period, "19", error);
  g_autofree char *number = hn_number_print (total, 0);
  g_autofree char *counted = counts->gifts > 0 ? g_strconcat (number, " đồng", NULL) : g_strdup ("chưa có khoản nào");

  if (stated == NULL)
    return FALSE;

  for (guint i = 0; i < stated->len; i++)
    {
      g_autofree char *figure = hn_stated_print (g_ptr_array_index (stated, i), "đồng");
      g_autofree char *source = hn_stated_source (g_ptr_array_index (stated, i));

      hn_form_add_note (form, "Số công bố: %s%s; trong sổ: %s.", figure, source, counted);
    }
  if (counts->without_value > 0)
    hn_form_add_note (form, "Có %u khoản chưa ghi trị giá, không tính vào tổng.", counts->without_value);
  if (counts->without_rate > 0)
    hn_form_add_note (form, "Có %u khoản ngoại tệ chưa có tỷ giá, không quy đổi và không tính vào tổng.",
                      counts->without_rate);
  if (counts->pledged > 0)
    hn_form_add_note (form, "Chưa tính %u khoản đã cam kết nhưng chưa nhận.", counts->pledged);

  return TRUE;
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  HnGiftCounts counts = { 0 };
  gint64 total;

  if (!add_gifts (context, form, &counts, error))
    return FALSE;

  set_subtitle (context, form, &counts);
  if (counts.gifts == 0)
    hn_form_add_nothing (form);
  if (!hn_form_sum_groups (form, error) || !hn_form_add_total (form, COLUMN_DONOR, "TỔNG CỘNG", error))
    return FALSE;

  total = hn_row_cell (form->total, COLUMN_TOTAL)->number;
  hn_form_set_words (context, form, COLUMN_TOTAL);

  return add_notes (context, form, &counts, total, error);
}

const HnFormSpec hn_form_m08 = {
  .name = "M08",
  .title = "TỔNG HỢP TIẾP NHẬN ỦNG HỘ, QUYÊN GÓP",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .unit_line = "Đơn vị tính: đồng",
  .build = build,
};
