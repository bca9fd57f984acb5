/* M03: the indicators of a period beside the year so far and the year before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-currency.h"
#include "hn-indicator.h"
#include "hn-number.h"
#include "hn-sql.h"
#include "hn-stated.h"

/* Wide enough for a number times a thousand. */
__extension__ typedef __int128 Wide;

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_PLAN,
  COLUMN_PERIOD,
  COLUMN_YEAR,
  COLUMN_YEAR_AGO,
  COLUMN_OF_PLAN,
  COLUMN_OF_YEAR_AGO,
  COLUMN_NOTE,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_CODE, NULL, FALSE, 4.5 },
  { NULL, "Chỉ tiêu", HN_COLUMN_TEXT, NULL, FALSE, 20 },
  { NULL, "Đơn vị tính", HN_COLUMN_TEXT, NULL, FALSE, 7.5 },
  { NULL, "Kế hoạch năm", HN_COLUMN_DECIMAL, NULL, FALSE, 6 },
  { NULL, "Thực hiện trong kỳ", HN_COLUMN_DECIMAL, NULL, FALSE, 6.5 },
  { NULL, "Lũy kế từ đầu năm", HN_COLUMN_DECIMAL, NULL, FALSE, 6.5 },
  { NULL, "Cùng kỳ năm trước", HN_COLUMN_DECIMAL, NULL, FALSE, 6.5 },
  { NULL, "So với kế hoạch (%)", HN_COLUMN_PERCENT, "%", FALSE, 6.5 },
  { NULL, "So với cùng kỳ (%)", HN_COLUMN_PERCENT, "%", FALSE, 6.5 },
  { NULL, "Ghi chú", HN_COLUMN_TEXT, NULL, FALSE, 17.5 },
};

/* Remittances over a time that touches the period. */
static const char longer_sql[] =
  "SELECT \"from\", \"to\", \"amount\", \"currency\" FROM \"remittance\""
  " WHERE " HN_SQL_FIRST_DAY ("\"from\"") " <= ?2 AND \"to\" >= substr (?1, 1, length (\"to\"))"
  " ORDER BY \"from\", \"to\", \"id\"";

/* Zeros at the end of the decimals are not written: 334, not 334,000000. */
static void
set_measure (HnReportRow     *row,
             guint            column,
             const HnMeasure *measure)
{
  gint64 number = measure->number;
  guint decimals = measure->decimals;

  if (!measure->known)
    return;

  for (; decimals > 0 && number % 10 == 0; decimals--)
    number /= 10;
  hn_row_set_decimal (row, column, number, decimals);
}

/* Per cent with one decimal, half of it rounded up; blank where the base is nothing or unknown (domain rule:
 * so với cùng kỳ). Both measures have the same decimals. */
static void
set_ratio (HnReportRow     *row,
           guint            column,
           const HnMeasure *now,
           const HnMeasure *before)
{
  Wide ratio;

  if (!now->known || !before->known || before->number <= 0)
    return;

  ratio = ((Wide) now->number * 2000 + before->number) / ((Wide) before->number * 2);
  if (ratio <= G_MAXINT64)
    hn_row_set_percent (row, column, (gint64) ratio, 1);
}

static void
add_to_note (GString    *note,
             const char *text)
{
  if (note->len > 0)
    g_string_append (note, "; ");
  g_string_append (note, text);
}

static gboolean
add_stated (const HnFormContext *context,
            const HnIndicator   *indicator,
            GString             *note,
            GError             **error)
{
  g_autoptr (GPtrArray) figures = hn_stated_find (context->reg, context->period, indicator->code, error);

  if (figures == NULL)
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      const HnStated *stated = g_ptr_array_index (figures, i);
      g_autofree char *figure = hn_stated_print (stated, indicator->unit);
      g_autofree char *source = hn_stated_source (stated);
      g_autofree char *text = g_strdup_printf ("Số công bố: %s%s", figure, source);

      add_to_note (note, text);
    }

  return TRUE;
}

/* Remittances over a longer time than the period are told, not divided: "2016 - 2021: 595,75 triệu USD". */
static gboolean
add_longer_remittances (const HnFormContext  *context,
                        GString              *note,
                        GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, longer_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      gboolean is_dollars = g_strcmp0 (hn_rows_text (rows, 3), "USD") == 0;
      g_autofree char *number =
        is_dollars ? hn_number_print (hn_rows_integer (rows, 2), 8)
                   : hn_number_print (hn_rows_integer (rows, 2), hn_currency_decimals (hn_rows_text (rows, 3)));
      g_autofree char *text = NULL;
      HnDate from, to;

      hn_date_from_iso (hn_rows_text (rows, 0), &from);
      hn_date_from_iso (hn_rows_text (rows, 1), &to);
      if (hn_stated_is_within (context->period, from, to))
        continue;
      text = g_strdup_printf ("%d - %d: %s %s", from.year, to.year, number,
                              is_dollars ? "triệu USD" : hn_rows_text (rows, 3));
      add_to_note (note, text);
    }

  return hn_sql_done (&local, error);
}

static gboolean
set_note (const HnFormContext  *context,
          HnReportRow          *row,
          const HnIndicator    *indicator,
          const HnMeasure      *measure,
          GError              **error)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (!add_stated (context, indicator, note, error))
    return FALSE;
  if (measure->is_stated)
    add_to_note (note, "trong sổ chưa ghi, lấy số công bố");
  if (indicator->type == HN_INDICATOR_MILLION_USD && !add_longer_remittances (context, note, error))
    return FALSE;

  if (measure->unknown > 0)
    {
      g_autofree char *text = g_strdup_printf ("chưa rõ: %u bản ghi", measure->unknown);

      add_to_note (note, text);
    }
  if (measure->other_money > 0)
    {
      g_autofree char *text = g_strdup_printf ("chưa tính %u khoản bằng loại tiền khác", measure->other_money);

      add_to_note (note, text);
    }
  hn_row_set_text (row, COLUMN_NOTE, note->str);

  return TRUE;
}

static gboolean
add_indicator (const HnFormContext  *context,
               HnReportForm         *form,
               const HnIndicator    *indicator,
               GError              **error)
{
  HnReportRow *row = hn_form_add_row (form, indicator->type == HN_INDICATOR_SECTION ? HN_ROW_GROUP : HN_ROW_PLAIN);
  g_autoptr (HnPeriod) year = hn_period_year_start (context->period);
  g_autoptr (HnPeriod) year_ago = hn_period_year_ago (context->period);
  HnMeasure now, so_far, before = { 0 };

  hn_row_set_text (row, COLUMN_CODE, indicator->code);
  hn_row_set_text (row, COLUMN_NAME, indicator->name);
  hn_row_set_text (row, COLUMN_UNIT, indicator->unit);
  if (indicator->type == HN_INDICATOR_SECTION)
    return TRUE;

  if (!hn_indicator_measure (indicator, context->reg, context->period, row, COLUMN_PERIOD, &now, error)
      || !hn_indicator_measure (indicator, context->reg, year, row, COLUMN_YEAR, &so_far, error))
    return FALSE;
  /* The first year that a period can have has none before it. */
  if (year_ago != NULL
      && !hn_indicator_measure (indicator, context->reg, year_ago, row, COLUMN_YEAR_AGO, &before, error))
    return FALSE;

  set_measure (row, COLUMN_PERIOD, &now);
  set_measure (row, COLUMN_YEAR, &so_far);
  set_measure (row, COLUMN_YEAR_AGO, &before);
  set_ratio (row, COLUMN_OF_YEAR_AGO, &now, &before);

  return set_note (context, row, indicator, &now, error);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  guint n_indicators;
  const HnIndicator *indicators = hn_indicator_list (&n_indicators);

  form->subtitle = hn_form_over (context->period);
  for (guint i = 0; i < n_indicators; i++)
    {
      if (g_cancellable_set_error_if_cancelled (context->cancellable, error)
          || !add_indicator (context, form, &indicators[i], error))
        return FALSE;
    }

  return TRUE;
}

const HnFormSpec hn_form_m03 = {
  .name = "M03",
  .title = "TỔNG HỢP KẾT QUẢ HOẠT ĐỘNG ĐỐI NGOẠI NHÂN DÂN",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
