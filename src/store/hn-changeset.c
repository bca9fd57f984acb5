/* The rows of a changeset that was logged: whose they are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-changeset.h"

#include <string.h>

#include "hn-register-private.h"

static GStrv
table_columns (HnRegister  *reg,
               const char  *table,
               GError     **error)
{
  GStrv known = g_hash_table_lookup (reg->columns, table);
  g_autoptr (GStrvBuilder) names = NULL;
  g_auto (HnStatement) statement = { 0 };

  if (known != NULL)
    return known;
  if (!hn_statement_prepare (&statement, reg, "SELECT \"name\" FROM pragma_table_info (?1) ORDER BY \"cid\"", error))
    return NULL;

  names = g_strv_builder_new ();
  hn_statement_bind_text (&statement, 1, table);
  while (hn_statement_next (&statement, error))
    g_strv_builder_add (names, hn_statement_text (&statement, 0));
  if (statement.failed)
    return NULL;

  known = g_strv_builder_end (names);
  g_hash_table_insert (reg->columns, g_strdup (table), known);

  return known;
}

/* A table is that of a kind, or KIND_FIELD of one of its lists. */
static gboolean
find_table (HnChangedRow *row,
            const char   *table)
{
  const HnKind *const *kinds;
  guint n_kinds;

  row->list = NULL;
  row->kind = hn_kind_lookup (table);
  if (row->kind != NULL && row->kind->base == NULL)
    return TRUE;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      gsize length = strlen (kinds[i]->name);

      if (kinds[i]->base != NULL || !g_str_has_prefix (table, kinds[i]->name) || table[length] != '_')
        continue;
      row->kind = kinds[i];
      row->list = hn_kind_get_field (kinds[i], table + length + 1);
      if (row->list != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * hn_changed_row_get:
 * @row: a row
 * @column: the index of a column
 * @side: before or after the change
 *
 * Returns: (nullable): its value, %NULL where the row was not there or the column did not change
 */
sqlite3_value *
hn_changed_row_get (const HnChangedRow *row,
                    int                 column,
                    HnChangedSide       side)
{
  sqlite3_value *value = NULL;

  if (side == HN_SIDE_BEFORE && row->op != SQLITE_INSERT)
    sqlite3changeset_old (row->iter, column, &value);
  if (side == HN_SIDE_AFTER && row->op != SQLITE_DELETE)
    sqlite3changeset_new (row->iter, column, &value);

  return value;
}

/**
 * hn_changed_row_renames:
 * @reg: a register
 * @row: a row
 *
 * Returns: whether it changes what others show of the record, are found by or are ordered by
 */
gboolean
hn_changed_row_renames (HnRegister         *reg,
                        const HnChangedRow *row)
{
  const HnPlan *plan = hn_register_get_plan (reg, row->kind);

  for (int i = 0; row->list == NULL && row->op == SQLITE_UPDATE && row->columns[i] != NULL; i++)
    {
      sqlite3_value *value = hn_changed_row_get (row, i, HN_SIDE_AFTER);

      for (guint j = 0; value != NULL && j < plan->columns->len; j++)
        {
          const HnColumn *column = &g_array_index (plan->columns, HnColumn, j);

          if (g_str_equal (column->name, row->columns[i]) && hn_kind_is_known_by (row->kind, column->field))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
visit (HnRegister              *reg,
       sqlite3_changeset_iter  *iter,
       HnRowFunc                func,
       gpointer                 data,
       GError                 **error)
{
  HnChangedRow row = { .iter = iter };
  const char *table;
  int n_columns;

  sqlite3changeset_op (iter, &table, &n_columns, &row.op, NULL);
  if (!find_table (&row, table))
    return TRUE;

  row.columns = table_columns (reg, table, error);
  if (row.columns == NULL)
    return FALSE;

  /* The id and a list's record are part of the primary key, which an update has among the old values. */
  row.id = sqlite3_value_int64 (hn_changed_row_get (&row, 0, row.op == SQLITE_INSERT ? HN_SIDE_AFTER : HN_SIDE_BEFORE));

  return func (&row, data, error);
}

/**
 * hn_changeset_foreach:
 * @reg: a register
 * @changeset: what was logged
 * @func: called for every row of records and their lists
 * @data: for @func
 * @error: return location
 *
 * Returns: whether all rows were read and @func had no error
 */
gboolean
hn_changeset_foreach (HnRegister  *reg,
                      GBytes      *changeset,
                      HnRowFunc    func,
                      gpointer     data,
                      GError     **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean good = TRUE;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  int result = sqlite3changeset_start (&iter, (int) size, (void *) bytes);

  while (result == SQLITE_OK && good && (result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      good = visit (reg, iter, func, data, error);
      result = SQLITE_OK;
    }
  if (iter != NULL)
    sqlite3changeset_finalize (iter);
  if (!good || result == SQLITE_DONE || result == SQLITE_OK)
    return good;

  hn_register_set_file_error (reg->path, result, 0, "", error);

  return FALSE;
}
