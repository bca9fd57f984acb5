/* Members by year, gifts by campaign, people abroad by region. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-chart.h"

#include "hn-currency.h"
#include "hn-diaspora.h"
#include "hn-sql.h"

/* So many years until the period's end. */
#define YEARS 6

/* More bars than that are a table, not a picture: the others are put together. */
#define MOST_BARS 10

/* A person is one member, of however many associations (as in M03). */
static const char members_sql[] =
  "SELECT COUNT (DISTINCT m.\"person\") FROM \"membership\" AS m"
  " JOIN \"organization\" AS o ON o.\"id\" = m.\"organization\""
  " WHERE o.\"kind\" IN ('union', 'bilateral', 'local', 'branch') AND ?1 = ?1"
  " AND " HN_SQL_ORGANIZATION_NOW " AND " HN_SQL_MEMBER_NOW;

/* Campaigns in their order, gifts outside of any at the end (as in M08). */
static const char gifts_sql[] =
  "SELECT COALESCE (g.\"name\", 'Ngoài các đợt vận động'), d.\"form\", d.\"amount\", d.\"currency\","
  " d.\"exchange_rate\", d.\"value\" FROM \"donation\" AS d LEFT JOIN \"campaign\" AS g ON g.\"id\" = d.\"campaign\""
  " WHERE d.\"direction\" = 'received' AND d.\"state\" <> 'pledged' AND " HN_SQL_IN_PERIOD ("d.\"date\"")
  " ORDER BY g.\"id\" IS NULL, " HN_SQL_FIRST_DAY ("g.\"from\"") ", hn_sort_key (g.\"name\"), g.\"id\"";

static void
chart_free (gpointer data)
{
  HnChart *chart = data;

  g_free (chart->title);
  g_ptr_array_unref (chart->names);
  g_array_unref (chart->values);
  g_free (chart);
}

static HnChart *
chart_new (HnChartType  type,
           const char  *title,
           const char  *names_head,
           const char  *values_head)
{
  HnChart *chart = g_new0 (HnChart, 1);

  chart->type = type;
  chart->title = g_strdup (title);
  chart->names_head = names_head;
  chart->values_head = values_head;
  chart->names = g_ptr_array_new_with_free_func (g_free);
  chart->values = g_array_new (FALSE, FALSE, sizeof (gint64));

  return chart;
}

static void
add_value (HnChart    *chart,
           const char *name,
           gint64      value)
{
  g_ptr_array_add (chart->names, g_strdup (name));
  g_array_append_val (chart->values, value);
}

/* Takes the chart if there is anything to be seen. */
static void
take_chart (GPtrArray *charts,
            HnChart   *chart)
{
  gboolean any = FALSE;

  for (guint i = 0; i < chart->values->len; i++)
    any = any || g_array_index (chart->values, gint64, i) > 0;
  if (any)
    g_ptr_array_add (charts, chart);
  else
    chart_free (chart);
}

static gboolean
count_members (const HnFormContext  *context,
               HnDate                day,
               gint64               *number,
               GError              **error)
{
  g_autofree char *iso = hn_date_to_iso (day);
  g_autoptr (HnRows) rows = hn_register_query (context->reg, members_sql, "ss", error, iso, iso);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  *number = hn_rows_next (rows, &local) ? hn_rows_integer (rows, 0) : 0;

  return hn_sql_done (&local, error);
}

static gboolean
add_members (const HnFormContext  *context,
             GPtrArray            *charts,
             GError              **error)
{
  HnDate end = context->period->to;
  HnChart *chart = chart_new (HN_CHART_COLUMNS, "Số hội viên qua các năm", "Năm", "Hội viên (người)");

  for (int year = end.year - YEARS + 1; year <= end.year; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);
      g_autoptr (HnPeriod) period = hn_period_parse (name, context->period->rules, NULL);
      gint64 number;

      if (period == NULL)
        continue;
      if (year == end.year && hn_date_compare (period->to, end) != 0)
        {
          g_free (name);
          name = hn_date_print (end);
        }
      if (!count_members (context, year == end.year ? end : period->to, &number, error))
        {
          chart_free (chart);
          return FALSE;
        }
      if (number > 0 || chart->values->len > 0)
        add_value (chart, name, number);
    }
  take_chart (charts, chart);

  return TRUE;
}

/* What a gift is worth in đồng; 0 where nobody knows. */
static gint64
value_gift (HnRows *rows)
{
  const char *currency = hn_rows_text (rows, 3);
  gint64 dong = 0;

  if (g_strcmp0 (hn_rows_text (rows, 1), "money") != 0)
    return hn_rows_integer (rows, 5);
  if (hn_rows_is_null (rows, 2) || currency == NULL)
    return 0;
  if (g_str_equal (currency, "VND"))
    return hn_rows_integer (rows, 2);

  return !hn_rows_is_null (rows, 4)
             && hn_money_to_vnd (hn_rows_integer (rows, 2), currency, hn_rows_integer (rows, 4), &dong)
           ? dong
           : 0;
}

static gboolean
read_gifts (HnRows   *rows,
            HnChart  *chart,
            GError  **error)
{
  g_autoptr (GError) local = NULL;

  while (hn_rows_next (rows, &local))
    {
      const char *name = hn_rows_text (rows, 0);
      guint last = chart->names->len - 1;

      if (chart->names->len == 0 || !g_str_equal (g_ptr_array_index (chart->names, last), name))
        {
          if (chart->names->len < MOST_BARS)
            add_value (chart, name, 0);
          else
            g_set_str ((char **) &g_ptr_array_index (chart->names, last), "Các đợt khác");
          last = chart->names->len - 1;
        }
      if (!hn_add_checked (&g_array_index (chart->values, gint64, last), value_gift (rows), error))
        return FALSE;
    }

  return hn_sql_done (&local, error);
}

static gboolean
add_gifts (const HnFormContext  *context,
           GPtrArray            *charts,
           GError              **error)
{
  g_autoptr (HnRows) rows = hn_register_query (context->reg, gifts_sql, "ss", error, context->from, context->to);
  HnChart *chart;

  if (rows == NULL)
    return FALSE;

  chart = chart_new (HN_CHART_BARS, "Trị giá tiếp nhận ủng hộ theo đợt vận động", "Đợt vận động", "Trị giá (đồng)");
  if (!read_gifts (rows, chart, error))
    {
      chart_free (chart);
      return FALSE;
    }
  take_chart (charts, chart);

  return TRUE;
}

static gboolean
add_regions (const HnFormContext  *context,
             GPtrArray            *charts,
             GError              **error)
{
  g_autoptr (HnDiaspora) diaspora = hn_diaspora_load (context, error);
  const HnField *field = hn_kind_get_field (hn_kind_lookup ("country"), "region");
  gint64 numbers[HN_N_REGIONS] = { 0 };
  HnChart *chart;

  if (diaspora == NULL)
    return FALSE;

  for (guint i = 0; i < diaspora->countries->len; i++)
    {
      const HnCountryPeople *country = g_ptr_array_index (diaspora->countries, i);

      numbers[country->region] += MAX (country->people[HN_PEOPLE_ALL], 0);
    }
  chart = chart_new (HN_CHART_BARS, "Người ở nước ngoài theo khu vực", "Khu vực", "Số người");
  for (guint i = 0; i < HN_N_REGIONS; i++)
    if (numbers[i] > 0)
      add_value (chart, field->choices[i].label.vi, numbers[i]);
  take_chart (charts, chart);

  return TRUE;
}

/**
 * hn_charts_load:
 * @context: register and period
 *
 * Returns: (transfer full) (element-type HnChart): members, gifts and compatriots over the years, as a summary shows
 *   them
 */
GPtrArray *
hn_charts_load (const HnFormContext  *context,
                GError              **error)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func (chart_free);

  if (!add_members (context, charts, error) || !add_gifts (context, charts, error)
      || !add_regions (context, charts, error))
    return NULL;

  return g_steal_pointer (&charts);
}
