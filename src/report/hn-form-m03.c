/* M03: the indicators of a period beside the year so far and the year before. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include <string.h>

#include "hn-currency.h"
#include "hn-form-text.h"
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

static const char plans_sql[] =
  "SELECT \"id\", \"amount\" FROM \"plan_target\" WHERE \"indicator\" = ?1 AND \"year\" = ?2 ORDER BY \"id\"";

/* How many decimals a planned amount has. */
#define PLAN_DECIMALS 2

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

static Wide
power_of_ten (guint decimals)
{
  return decimals > 0 ? 10 * power_of_ten (decimals - 1) : 1;
}

/* Per cent with one decimal, half of it rounded up; blank where the base is nothing or unknown (domain rule:
 * so với cùng kỳ). */
static void
set_ratio (HnReportRow     *row,
           guint            column,
           const HnMeasure *now,
           const HnMeasure *before)
{
  Wide of, base, ratio;

  if (!now->known || !before->known || before->number <= 0)
    return;

  of = now->number * power_of_ten (before->decimals);
  base = before->number * power_of_ten (now->decimals);
  ratio = (of * 2000 + base) / (base * 2);
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

/* Whether a paper states just what was counted. */
static gboolean
is_as_counted (const HnStated    *stated,
               const HnIndicator *indicator,
               const HnMeasure   *measure)
{
  gint64 number;

  return measure->known && !measure->is_stated && stated->qualifier == NULL
         && hn_stated_in_unit (stated, indicator->unit, measure->decimals, &number) && number == measure->number;
}

/* A figure that a paper states stands beside the one that was counted, with its source, where they differ. */
static gboolean
add_stated (const HnFormContext *context,
            const HnIndicator   *indicator,
            const HnMeasure     *measure,
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

      if (!is_as_counted (stated, indicator, measure))
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

/* What a year plans is nothing to hold several years against. */
static gboolean
is_within_year (const HnPeriod *period)
{
  const HnDate first = { (guint16) period->year, 1, 0 }, last = { (guint16) period->year, 12, 0 };
  HnDate from, to;

  return hn_period_rules_cover (period->rules, HN_PERIOD_YEAR, first, last, &from, &to) == NULL
         || hn_date_compare (from, period->from) <= 0;
}

/* What the year plans. Two plans that do not agree are both left out: nobody here knows which one holds. */
static gboolean
find_plan (const HnFormContext  *context,
           const HnIndicator    *indicator,
           HnReportRow          *row,
           HnMeasure            *plan,
           guint                *n_plans,
           GError              **error)
{
  g_autoptr (HnRows) rows =
    hn_register_query (context->reg, plans_sql, "si", error, indicator->code, (gint64) context->period->year);
  g_autoptr (GError) local = NULL;

  *plan = (HnMeasure) { .decimals = PLAN_DECIMALS };
  *n_plans = 0;
  if (!is_within_year (context->period))
    return TRUE;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      gint64 amount = hn_rows_integer (rows, 1);

      plan->known = *n_plans == 0 || (plan->known && plan->number == amount);
      plan->number = amount;
      ++*n_plans;
      hn_row_add_basis_of (row, COLUMN_PLAN, "plan_target", hn_rows_integer (rows, 0));
    }

  return rows != NULL && hn_sql_done (&local, error);
}

static gboolean
set_note (const HnFormContext  *context,
          HnReportRow          *row,
          const HnIndicator    *indicator,
          const HnMeasure      *measure,
          guint                 different_plans,
          GError              **error)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (!add_stated (context, indicator, measure, note, error))
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
  if (different_plans > 0)
    {
      g_autofree char *text = g_strdup_printf ("có %u chỉ tiêu kế hoạch khác nhau", different_plans);

      add_to_note (note, text);
    }
  hn_row_set_text (row, COLUMN_NOTE, note->str);

  return TRUE;
}

/* What an indicator comes to in the columns of its row. */
typedef struct
{
  HnMeasure now;
  HnMeasure so_far;
  HnMeasure before;
} Measures;

/* @whole: (nullable): of the indicator that this one is a part of */
static gboolean
measure_all (const HnFormContext  *context,
             const HnIndicator    *indicator,
             HnReportRow          *row,
             const Measures       *whole,
             Measures             *measures,
             GError              **error)
{
  g_autoptr (HnPeriod) year = hn_period_year_start (context->period);
  g_autoptr (HnPeriod) year_ago = hn_period_year_ago (context->period);

  /* The first year that a period can have has none before it. */
  return hn_indicator_measure (indicator, context->reg, context->period, row, COLUMN_PERIOD,
                               whole != NULL ? &whole->now : NULL, &measures->now, error)
         && hn_indicator_measure (indicator, context->reg, year, row, COLUMN_YEAR,
                                  whole != NULL ? &whole->so_far : NULL, &measures->so_far, error)
         && (year_ago == NULL
             || hn_indicator_measure (indicator, context->reg, year_ago, row, COLUMN_YEAR_AGO,
                                      whole != NULL ? &whole->before : NULL, &measures->before, error));
}

/* Whether the indicator counts some of what the other does: 3.1 of 3, but not 12.1, people, of 12, delegations. */
static gboolean
is_part_of (const HnIndicator *part,
            const HnIndicator *whole)
{
  gsize length = strlen (whole->code);

  return strncmp (part->code, whole->code, length) == 0 && part->code[length] == '.'
         && g_strcmp0 (part->unit, whole->unit) == 0;
}

static gboolean
add_indicator (const HnFormContext  *context,
               HnReportForm         *form,
               const HnIndicator    *indicator,
               const Measures       *whole,
               Measures             *measures,
               GError              **error)
{
  HnReportRow *row = hn_form_add_row (form, indicator->type == HN_INDICATOR_SECTION ? HN_ROW_GROUP : HN_ROW_PLAIN);
  HnMeasure plan;
  guint n_plans;

  *measures = (Measures) { 0 };
  hn_row_set_text (row, COLUMN_CODE, indicator->code);
  hn_row_set_text (row, COLUMN_NAME, indicator->name);
  hn_row_set_text (row, COLUMN_UNIT, indicator->unit);
  if (indicator->type == HN_INDICATOR_SECTION)
    return TRUE;

  if (!measure_all (context, indicator, row, whole, measures, error)
      || !find_plan (context, indicator, row, &plan, &n_plans, error))
    return FALSE;

  set_measure (row, COLUMN_PLAN, &plan);
  set_measure (row, COLUMN_PERIOD, &measures->now);
  set_measure (row, COLUMN_YEAR, &measures->so_far);
  set_measure (row, COLUMN_YEAR_AGO, &measures->before);
  set_ratio (row, COLUMN_OF_PLAN, &measures->so_far, &plan);
  set_ratio (row, COLUMN_OF_YEAR_AGO, &measures->now, &measures->before);

  return set_note (context, row, indicator, &measures->now, n_plans > 0 && !plan.known ? n_plans : 0, error);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  guint n_indicators;
  const HnIndicator *indicators = hn_indicator_list (&n_indicators);
  const HnIndicator *above = NULL;
  Measures whole = { 0 };

  form->subtitle = hn_form_over (context->period);
  for (guint i = 0; i < n_indicators; i++)
    {
      gboolean part = above != NULL && is_part_of (&indicators[i], above);
      Measures measures;

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error)
          || !add_indicator (context, form, &indicators[i], part ? &whole : NULL, &measures, error))
        return FALSE;
      if (strchr (indicators[i].code, '.') != NULL)
        continue;
      above = &indicators[i];
      whole = measures;
    }

  hn_form_add_rounding_note (form);

  return TRUE;
}

const HnFormSpec hn_form_m03 = {
  .name = "M03",
  .title = "TỔNG HỢP KẾT QUẢ HOẠT ĐỘNG ĐỐI NGOẠI NHÂN DÂN",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
