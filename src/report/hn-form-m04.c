/* M04: events held. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-currency.h"
#include "hn-form-text.h"
#include "hn-number.h"
#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_DATE,
  COLUMN_TITLE,
  COLUMN_TYPE,
  COLUMN_PLACE,
  COLUMN_HOST,
  COLUMN_CO_HOSTS,
  COLUMN_COUNTRIES,
  COLUMN_PARTICIPANTS,
  COLUMN_FOREIGN,
  COLUMN_COST,
  COLUMN_RESULT,
};

static const HnColumn columns[] = {
  { NULL, "STT", HN_COLUMN_INTEGER, NULL, FALSE, 3.5 },
  { NULL, "Thời gian", HN_COLUMN_DATE, NULL, FALSE, 10.5 },
  { NULL, "Tên hoạt động", HN_COLUMN_TEXT, NULL, FALSE, 24 },
  { NULL, "Loại hoạt động", HN_COLUMN_TEXT, NULL, FALSE, 10 },
  { NULL, "Địa điểm", HN_COLUMN_TEXT, NULL, FALSE, 12 },
  { NULL, "Đơn vị chủ trì", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Đơn vị phối hợp", HN_COLUMN_TEXT, NULL, FALSE, 11 },
  { NULL, "Nước/đối tác", HN_COLUMN_TEXT, NULL, FALSE, 8.5 },
  { "Đại biểu", "Tổng số", HN_COLUMN_INTEGER, "người", TRUE, 7.5 },
  { "Đại biểu", "Khách quốc tế", HN_COLUMN_INTEGER, "người", TRUE, 7.5 },
  { NULL, "Kinh phí", HN_COLUMN_MONEY, "đồng", TRUE, 11 },
  { NULL, "Kết quả", HN_COLUMN_TEXT, NULL, FALSE, 15 },
};

static const char events_sql[] =
  "SELECT e.\"id\", e.\"from\", e.\"to\", e.\"title\", e.\"type\","
  " COALESCE (e.\"place\", " HN_SQL_AREA_THEN ("e.\"area\"") "),"
  " COALESCE ((SELECT " HN_SQL_NAME_THEN ("o") " FROM \"organization\" AS o WHERE o.\"id\" = e.\"host_organization\"),"
  "  (SELECT \"name\" FROM \"partner\" WHERE \"id\" = e.\"host_partner\"), e.\"host_text\"),"
  " (SELECT group_concat (" HN_SQL_NAME_THEN ("o") ", '; ' ORDER BY h.\"position\") FROM \"event_co_hosts\" AS h"
  "  JOIN \"organization\" AS o ON o.\"id\" = h.\"value\" WHERE h.\"record\" = e.\"id\"),"
  " (SELECT group_concat (c.\"name\", ', ' ORDER BY l.\"position\") FROM \"event_countries\" AS l"
  "  JOIN \"country\" AS c ON c.\"code\" = l.\"value\" WHERE l.\"record\" = e.\"id\"),"
  " CASE WHEN COALESCE (e.\"participants_domestic\", e.\"participants_foreign\", e.\"participants_online\") IS NOT NULL"
  "  THEN COALESCE (e.\"participants_domestic\", 0) + COALESCE (e.\"participants_foreign\", 0)"
  "   + COALESCE (e.\"participants_online\", 0) END,"
  " e.\"participants_foreign\", e.\"cost\", e.\"currency\", e.\"result\""
  " FROM \"event\" AS e WHERE e.\"state\" = 'held' AND e.\"type\" = ?3 AND " HN_SQL_IN_PERIOD ("e.\"from\"")
  " ORDER BY " HN_SQL_FIRST_DAY ("e.\"from\"") ", hn_sort_key (e.\"title\"), e.\"id\"";

/* What is said under the table, counted while the rows are made. */
typedef struct
{
  guint       events;
  guint       without_participants;
  guint       without_cost;
  GHashTable *foreign_costs; /* currency to a gint64 of its smallest unit */
} HnEventCounts;

/* One day as a date; several as text: "12/05/2021 - 14/05/2021". */
static void
set_time (HnReportRow *row,
          const char  *from,
          const char  *to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *range = NULL;
  HnDate begin, end;

  if (to == NULL || g_str_equal (from, to) || !hn_date_from_iso (from, &begin) || !hn_date_from_iso (to, &end))
    {
      hn_row_set_date (row, COLUMN_DATE, from);
      return;
    }

  first = hn_date_print (begin);
  last = hn_date_print (end);
  range = g_strdup_printf ("%s - %s", first, last);
  hn_row_set_text (row, COLUMN_DATE, range);
}

static gboolean
add_cost (HnReportRow    *row,
          HnEventCounts  *counts,
          gint64          cost,
          const char     *currency,
          GError        **error)
{
  gint64 *sum;

  if (g_strcmp0 (currency, "VND") == 0)
    {
      hn_row_set_integer (row, COLUMN_COST, cost);
      return TRUE;
    }

  sum = g_hash_table_lookup (counts->foreign_costs, currency);
  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (counts->foreign_costs, g_strdup (currency), sum);
    }

  return hn_add_checked (sum, cost, error);
}

static gboolean
add_event (HnReportForm   *form,
           HnRows         *rows,
           const HnChoice *type,
           HnEventCounts  *counts,
           GError        **error)
{
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);

  hn_row_add_basis (row, "event", hn_rows_integer (rows, 0));
  hn_row_set_integer (row, COLUMN_NUMBER, ++counts->events);
  set_time (row, hn_rows_text (rows, 1), hn_rows_text (rows, 2));
  hn_row_set_text (row, COLUMN_TITLE, hn_rows_text (rows, 3));
  hn_row_set_text (row, COLUMN_TYPE, type->label.vi);
  hn_row_set_text (row, COLUMN_PLACE, hn_rows_text (rows, 5));
  hn_row_set_text (row, COLUMN_HOST, hn_rows_text (rows, 6));
  hn_row_set_text (row, COLUMN_CO_HOSTS, hn_rows_text (rows, 7));
  hn_row_set_text (row, COLUMN_COUNTRIES, hn_rows_text (rows, 8));
  hn_row_set_text (row, COLUMN_RESULT, hn_rows_text (rows, 13));

  if (!hn_rows_is_null (rows, 9))
    hn_row_set_integer (row, COLUMN_PARTICIPANTS, hn_rows_integer (rows, 9));
  else
    counts->without_participants++;
  if (!hn_rows_is_null (rows, 10))
    hn_row_set_integer (row, COLUMN_FOREIGN, hn_rows_integer (rows, 10));

  counts->without_cost += hn_rows_is_null (rows, 11);

  return hn_rows_is_null (rows, 11)
         || add_cost (row, counts, hn_rows_integer (rows, 11), hn_rows_text (rows, 12), error);
}

static gboolean
add_events_of_type (const HnFormContext  *context,
                    HnReportForm         *form,
                    const HnChoice       *type,
                    HnEventCounts        *counts,
                    GError              **error)
{
  g_autoptr (HnRows) rows =
    hn_register_query (context->reg, events_sql, "sss", error, context->from, context->to, type->name);
  g_autoptr (GError) local = NULL;
  g_autofree char *head = NULL;
  guint before = counts->events;
  HnReportRow *group = NULL;

  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &local))
    {
      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      if (group == NULL)
        group = hn_form_add_row (form, HN_ROW_GROUP);
      if (!add_event (form, rows, type, counts, error))
        return FALSE;
    }
  if (!hn_sql_done (&local, error))
    return FALSE;
  if (group == NULL)
    return TRUE;

  head = g_strdup_printf ("%s (%u)", type->label.vi, counts->events - before);
  hn_row_set_text (group, COLUMN_TITLE, head);

  return TRUE;
}

static void
add_notes (HnReportForm        *form,
           const HnEventCounts *counts)
{
  g_autoptr (GList) currencies = g_list_sort (g_hash_table_get_keys (counts->foreign_costs), (GCompareFunc) strcmp);

  for (GList *item = currencies; item != NULL; item = item->next)
    {
      const gint64 *sum = g_hash_table_lookup (counts->foreign_costs, item->data);
      g_autofree char *printed = hn_number_print (*sum, hn_currency_decimals (item->data));

      hn_form_add_note (form, "Chưa cộng kinh phí bằng ngoại tệ: %s %s.", printed, (const char *) item->data);
    }
  if (counts->without_participants > 0)
    hn_form_add_note (form, "Có %u hoạt động chưa ghi số đại biểu.", counts->without_participants);
  if (counts->without_cost > 0)
    hn_form_add_note (form, "Có %u hoạt động chưa ghi kinh phí.", counts->without_cost);
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autoptr (GHashTable) foreign_costs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  HnEventCounts counts = { .foreign_costs = foreign_costs };
  const HnField *type = hn_kind_get_field (hn_kind_lookup ("event"), "type");
  g_autofree char *label = NULL;

  form->subtitle = hn_form_over (context->period);
  for (const HnChoice *choice = type->choices; choice->name != NULL; choice++)
    if (!add_events_of_type (context, form, choice, &counts, error))
      return FALSE;
  if (counts.events == 0)
    hn_form_add_nothing (form);

  label = g_strdup_printf ("CỘNG: %u hoạt động", counts.events);
  if (!hn_form_sum_groups (form, error) || !hn_form_add_total (form, COLUMN_TITLE, label, error))
    return FALSE;
  hn_form_set_words (context, form, COLUMN_COST);
  add_notes (form, &counts);

  return TRUE;
}

const HnFormSpec hn_form_m04 = {
  .name = "M04",
  .title = "DANH SÁCH HOẠT ĐỘNG HỮU NGHỊ, GIAO LƯU NHÂN DÂN",
  .landscape = TRUE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
