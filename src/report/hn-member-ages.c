/* Members by age and sex, each person once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-member-ages.h"

#include "hn-sql.h"

enum
{
  COLUMN_AGE,
  COLUMN_MEN,
  COLUMN_WOMEN,
  COLUMN_OTHERS,
  COLUMN_ALL,
};

static const HnColumn columns[] = {
  { NULL, "Nhóm tuổi", HN_COLUMN_TEXT, NULL, FALSE, 20 },
  { NULL, "Nam", HN_COLUMN_INTEGER, "người", TRUE, 12 },
  { NULL, "Nữ", HN_COLUMN_INTEGER, "người", TRUE, 12 },
  { NULL, "Khác, chưa rõ", HN_COLUMN_INTEGER, "người", TRUE, 12 },
  { NULL, "Cộng", HN_COLUMN_INTEGER, "người", TRUE, 12 },
};

/* Up to which age a group goes; the last is of those whose birth is not known. */
static const struct
{
  const char *label;
  gint64      last;
} groups[] = {
  { "Dưới 30 tuổi", 29 },
  { "Từ 30 đến 45 tuổi", 45 },
  { "Từ 46 đến 60 tuổi", 60 },
  { "Trên 60 tuổi", G_MAXINT64 },
  { "Chưa rõ năm sinh", 0 },
};

#define N_AGES (G_N_ELEMENTS (groups) - 1)

/* The age in full years on the day ?2; where only the year of birth is known, that which is reached in it. */
#define AGE \
  "substr (?2, 1, 4) - substr (p.\"birth\", 1, 4)" \
  " - (substr (?2, 6) < substr (" HN_SQL_FIRST_DAY ("p.\"birth\"") ", 6))"

static const char members_sql[] =
  HN_SQL_BELOW "SELECT MIN (m.\"id\"), p.\"gender\", " AGE
  " FROM below AS b JOIN \"membership\" AS m ON m.\"organization\" = b.id JOIN \"person\" AS p ON p.\"id\" = m.\"person\""
  " WHERE ?1 = ?1 AND " HN_SQL_MEMBER_NOW " GROUP BY m.\"person\"";

static guint
find_group (HnRows *rows)
{
  guint group = 0;

  if (hn_rows_is_null (rows, 2))
    return N_AGES;

  while (hn_rows_integer (rows, 2) > groups[group].last)
    group++;

  return group;
}

static guint
find_column (HnRows *rows)
{
  const char *gender = hn_rows_text (rows, 1);

  if (g_strcmp0 (gender, "male") == 0)
    return COLUMN_MEN;

  return g_strcmp0 (gender, "female") == 0 ? COLUMN_WOMEN : COLUMN_OTHERS;
}

static void
add_groups (HnReportForm *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      HnReportRow *row = hn_form_add_row (table, HN_ROW_PLAIN);

      hn_row_set_text (row, COLUMN_AGE, groups[i].label);
      for (guint column = COLUMN_MEN; column <= COLUMN_ALL; column++)
        hn_row_set_integer (row, column, 0);
    }
}

/**
 * hn_member_ages_new:
 * @form: the name of the form that it stands below
 *
 * The members of all bilateral associations and of what is below them, at the end of the period.
 *
 * Returns: (transfer full) (nullable): a table with a total; %NULL with @error set where the register could not be read
 */
HnReportForm *
hn_member_ages_new (const HnFormContext  *context,
                    const char           *form,
                    GError              **error)
{
  g_autoptr (HnReportForm) table =
    hn_report_form_new (form, "HỘI VIÊN THEO NHÓM TUỔI VÀ GIỚI TÍNH", columns, G_N_ELEMENTS (columns));
  g_autoptr (HnRows) rows = hn_register_query (context->reg, members_sql, "ss", error, context->from, context->to);
  g_autoptr (GError) local = NULL;

  add_groups (table);
  while (rows != NULL && hn_rows_next (rows, &local))
    {
      HnReportRow *row = g_ptr_array_index (table->rows, find_group (rows));
      guint column = find_column (rows);

      hn_row_cell (row, column)->number++;
      hn_row_cell (row, COLUMN_ALL)->number++;
      if (!context->options->basis)
        continue;
      hn_row_add_basis_of (row, column, "membership", hn_rows_integer (rows, 0));
      hn_row_add_basis_of (row, COLUMN_ALL, "membership", hn_rows_integer (rows, 0));
    }
  if (rows == NULL || !hn_sql_done (&local, error) || !hn_form_add_total (table, COLUMN_AGE, "Cộng", error))
    return NULL;

  return g_steal_pointer (&table);
}

/**
 * hn_member_ages_get_members:
 *
 * Returns: how many persons are in the table
 */
gint64
hn_member_ages_get_members (HnReportForm *table)
{
  return hn_row_cell (table->total, COLUMN_ALL)->number;
}
