/* M12: the anniversaries of a year. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-form.h"

#include "hn-sql.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_DAY,
  COLUMN_COUNTRY,
  COLUMN_TITLE,
  COLUMN_YEARS,
  COLUMN_CLASS,
  COLUMN_ASSOCIATION,
  COLUMN_PLANNED,
};

static const HnColumn columns[] = {
  { NULL, "TT", HN_COLUMN_INTEGER, NULL, FALSE, 4.5 },
  { NULL, "Ngày, tháng", HN_COLUMN_DATE, NULL, FALSE, 8.5 },
  { NULL, "Nước", HN_COLUMN_TEXT, NULL, FALSE, 17 },
  { NULL, "Nội dung kỷ niệm", HN_COLUMN_TEXT, NULL, FALSE, 19 },
  { NULL, "Số năm", HN_COLUMN_INTEGER, "năm", FALSE, 5.5 },
  { NULL, "Loại năm (năm tròn/năm lẻ 5/năm khác)", HN_COLUMN_TEXT, NULL, FALSE, 8 },
  { NULL, "Hội phụ trách", HN_COLUMN_TEXT, NULL, FALSE, 13 },
  { NULL, "Dự kiến hoạt động", HN_COLUMN_TEXT, NULL, FALSE, 11 },
};

/* Only days that were checked against a source. ?1 is the year; organizations are those of the period's end, ?2. */
static const char days_sql[] =
  "SELECT a.\"id\", a.\"day\", COALESCE ((SELECT \"name\" FROM \"country\" WHERE \"code\" = a.\"country\"), 'Việt Nam') AS called,"
  " a.\"title\","
  " (SELECT group_concat (" HN_SQL_NAME_THEN ("o") ", '; ' ORDER BY hn_sort_key (o.\"name\")) FROM \"organization\" AS o"
  "  JOIN \"organization_countries\" AS c ON c.\"record\" = o.\"id\""
  "  WHERE o.\"kind\" = 'bilateral' AND c.\"value\" = a.\"country\" AND " HN_SQL_ORGANIZATION_NOW "),"
  " (SELECT group_concat (e.\"title\", '; ' ORDER BY e.\"from\") FROM \"event\" AS e"
  "  JOIN \"event_countries\" AS l ON l.\"record\" = e.\"id\""
  "  WHERE l.\"value\" = a.\"country\" AND e.\"state\" <> 'cancelled' AND e.\"type\" = 'anniversary'"
  "   AND substr (e.\"from\", 1, 4) = ?1)"
  " FROM \"anniversary\" AS a WHERE a.\"checked\" <> 0 AND substr (a.\"day\", 1, 4) < ?1"
  " ORDER BY substr (a.\"day\", 6), hn_sort_key (called), a.\"id\"";

/* NĐ 145/2013/NĐ-CP, Điều 3: a year that ends in 0 is round, one that ends in 5 odd five, any other an ordinary one. */
static const char *
class_of (int years)
{
  if (years % 10 == 0)
    return "Năm tròn";

  return years % 5 == 0 ? "Năm lẻ 5" : "Năm khác";
}

/* "05/01"; 29/02 is celebrated on 28/02 in a year that has none. */
static char *
print_day (HnDate first,
           int    year)
{
  HnDate last = hn_date_last ((HnDate) { (guint16) year, first.month, 0 });

  return g_strdup_printf ("%02d/%02d", MIN (first.day, last.day), first.month);
}

static void
fill_row (HnReportRow *row,
          HnRows      *rows,
          int          year)
{
  g_autofree char *day = NULL;
  HnDate first;
  int years;

  if (!hn_date_from_iso (hn_rows_text (rows, 1), &first))
    return;

  day = print_day (first, year);
  years = year - first.year;
  hn_row_add_basis (row, "anniversary", hn_rows_integer (rows, 0));
  hn_row_set_text (row, COLUMN_DAY, day);
  hn_row_set_text (row, COLUMN_COUNTRY, hn_rows_text (rows, 2));
  hn_row_set_text (row, COLUMN_TITLE, hn_rows_text (rows, 3));
  hn_row_set_integer (row, COLUMN_YEARS, years);
  hn_row_set_text (row, COLUMN_CLASS, class_of (years));
  hn_row_set_text (row, COLUMN_ASSOCIATION, hn_rows_text (rows, 4));
  hn_row_set_text (row, COLUMN_PLANNED, hn_rows_text (rows, 5));
}

static gboolean
build (const HnFormContext  *context,
       HnReportForm         *form,
       GError              **error)
{
  g_autofree char *year = g_strdup_printf ("%04d", context->period->year);
  g_autoptr (HnRows) rows = hn_register_query (context->reg, days_sql, "ss", error, year, context->to);
  g_autoptr (GError) local = NULL;
  guint days = 0;

  if (rows == NULL)
    return FALSE;

  form->subtitle = g_strdup_printf ("Năm %s", year);
  while (hn_rows_next (rows, &local))
    {
      HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);

      if (g_cancellable_set_error_if_cancelled (context->cancellable, error))
        return FALSE;
      hn_row_set_integer (row, COLUMN_NUMBER, ++days);
      fill_row (row, rows, context->period->year);
    }
  if (!hn_sql_done (&local, error))
    return FALSE;

  if (days == 0)
    hn_form_add_nothing (form);

  return TRUE;
}

const HnFormSpec hn_form_m12 = {
  .name = "M12",
  .title = "LỊCH KỶ NIỆM NGÀY THIẾT LẬP QUAN HỆ NGOẠI GIAO VÀ NGÀY QUỐC KHÁNH",
  .landscape = FALSE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .build = build,
};
