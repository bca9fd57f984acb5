/* Who changed what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-changeset.h"
#include "hn-register-private.h"

#define CHANGE_COLUMNS \
  "\"number\", \"at\", \"author\", \"action\", \"kind\", \"record\", \"title\", \"of\", \"undone\", \"changeset\""

static void
change_free (gpointer data)
{
  HnChange *change = data;

  g_free (change->at);
  g_free (change->author);
  g_free (change->action);
  g_free (change->title);
  g_clear_pointer (&change->records, g_ptr_array_unref);
  g_free (change);
}

/* All but what it did. */
static HnChange *
read_head (HnStatement *statement)
{
  const char *kind = hn_statement_text (statement, 4);
  HnChange *change = g_new0 (HnChange, 1);

  change->number = hn_statement_integer (statement, 0);
  change->at = g_strdup (hn_statement_text (statement, 1));
  change->author = g_strdup (hn_statement_text (statement, 2));
  change->action = g_strdup (hn_statement_text (statement, 3));
  change->kind = kind != NULL ? hn_kind_lookup (kind) : NULL;
  change->record = hn_statement_integer (statement, 5);
  change->title = g_strdup (hn_statement_text (statement, 6));
  change->of = hn_statement_integer (statement, 7);
  change->undone = hn_statement_integer (statement, 8) != 0;

  return change;
}

static HnChange *
read_change (HnRegister   *self,
             HnStatement  *statement,
             GHashTable   *titles,
             GError      **error)
{
  g_autoptr (GBytes) changeset =
    g_bytes_new (sqlite3_column_blob (statement->stmt, 9), (gsize) sqlite3_column_bytes (statement->stmt, 9));
  GPtrArray *records = hn_changeset_decode (self, changeset, 0, titles, error);
  HnChange *change;

  if (records == NULL)
    return NULL;

  change = read_head (statement);
  change->records = records;

  return change;
}

static GPtrArray *
read_history (HnRegister  *self,
              gint64       limit,
              GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self,
                             "SELECT " CHANGE_COLUMNS " FROM \"change\" ORDER BY \"number\" DESC LIMIT ?1", error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, limit > 0 ? limit : -1);
  while (hn_statement_next (&statement, error))
    {
      HnChange *change = read_change (self, &statement, titles, error);

      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }

  return statement.failed ? NULL : g_steal_pointer (&changes);
}

/**
 * hn_register_history:
 * @self: a register
 * @limit: how many changes, or 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnChange): what was saved, deleted, undone and redone, newest first
 */
GPtrArray *
hn_register_history (HnRegister  *self,
                     gint64       limit,
                     GError     **error)
{
  GPtrArray *changes;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  changes = read_history (self, limit, error);
  hn_register_end_read (self, begun);

  return changes;
}

/**
 * hn_register_read_heads:
 *
 * Returns: (transfer full): the changes of these numbers, in their order, without what they did
 */
GPtrArray *
hn_register_read_heads (HnRegister  *self,
                        GArray      *numbers,
                        GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);

  for (guint i = 0; i < numbers->len; i++)
    {
      g_auto (HnStatement) statement = { 0 };

      if (!hn_statement_prepare (&statement, self, "SELECT " CHANGE_COLUMNS " FROM \"change\" WHERE \"number\" = ?1",
                                 error))
        return NULL;

      hn_statement_bind_integer (&statement, 1, g_array_index (numbers, gint64, i));
      if (hn_statement_next (&statement, error))
        g_ptr_array_add (changes, read_head (&statement));
      if (statement.failed)
        return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * hn_register_last_change:
 * @self: a register
 *
 * Returns: the number of the newest change in the log, or 0
 */
gint64
hn_register_last_change (HnRegister *self)
{
  gint64 number;

  g_return_val_if_fail (HN_IS_REGISTER (self), 0);

  return hn_register_get_number (self, "SELECT max (\"number\") FROM \"change\"", &number, NULL) ? number : 0;
}
