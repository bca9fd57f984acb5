/* A prepared statement that goes back to its connection's store of them when it is no longer needed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-statement.h"

#include "hn-register-private.h"

static gboolean
prepare (HnStatement  *self,
         HnRegister   *reg,
         const char   *sql,
         unsigned int  flags,
         GError      **error)
{
  self->reg = reg;
  if (sqlite3_prepare_v3 (reg->db, sql, -1, flags, &self->stmt, NULL) == SQLITE_OK)
    return TRUE;

  hn_register_set_error (reg, error);

  return FALSE;
}

/**
 * hn_statement_prepare:
 * @self: a cleared statement
 * @reg: a register
 * @sql: one statement, of which there are only so many in the program
 * @error: return location
 *
 * Takes the statement out of the register's store, so that the same SQL may be in use twice at a time.
 *
 * Returns: whether it is ready to be bound
 */
gboolean
hn_statement_prepare (HnStatement *self,
                      HnRegister  *reg,
                      const char  *sql,
                      GError     **error)
{
  gpointer key;
  gpointer stmt;

  if (g_hash_table_steal_extended (reg->statements, sql, &key, &stmt))
    {
      *self = (HnStatement) { .reg = reg, .stmt = stmt, .key = key };
      return TRUE;
    }

  if (!prepare (self, reg, sql, SQLITE_PREPARE_PERSISTENT, error))
    return FALSE;

  self->key = g_strdup (sql);

  return TRUE;
}

/**
 * hn_statement_prepare_once:
 * @self: a cleared statement
 * @reg: a register
 * @sql: one statement, made for this one question
 * @error: return location
 *
 * Returns: whether it is ready to be bound
 */
gboolean
hn_statement_prepare_once (HnStatement *self,
                           HnRegister  *reg,
                           const char  *sql,
                           GError     **error)
{
  return prepare (self, reg, sql, 0, error);
}

/**
 * hn_statement_clear:
 * @self: a statement
 *
 * Ends it; a kept one goes back to the register.
 */
void
hn_statement_clear (HnStatement *self)
{
  if (self->stmt != NULL && self->key != NULL)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
      g_hash_table_replace (self->reg->statements, g_steal_pointer (&self->key), g_steal_pointer (&self->stmt));
    }

  g_clear_pointer (&self->stmt, sqlite3_finalize);
  g_clear_pointer (&self->key, g_free);
}

/**
 * hn_statement_rewind:
 * @self: a statement that ran
 *
 * Makes it ready to be bound and run again; what was bound stays.
 */
void
hn_statement_rewind (HnStatement *self)
{
  sqlite3_reset (self->stmt);
}

/**
 * hn_statement_next:
 * @self: a statement
 * @error: return location
 *
 * Returns: whether there is another row; without one, @self says in `failed` whether that is an error
 */
gboolean
hn_statement_next (HnStatement *self,
                   GError     **error)
{
  int result = sqlite3_step (self->stmt);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result == SQLITE_DONE)
    return FALSE;

  self->failed = TRUE;
  hn_register_set_error (self->reg, error);

  return FALSE;
}

/**
 * hn_statement_run:
 * @self: a statement
 * @error: return location
 *
 * Runs it to its end and rewinds it.
 *
 * Returns: whether it did so without an error
 */
gboolean
hn_statement_run (HnStatement *self,
                  GError     **error)
{
  while (hn_statement_next (self, error))
    ;

  hn_statement_rewind (self);

  return !self->failed;
}

/**
 * hn_statement_bind_integer:
 * @index: of the value, from 1
 */
void
hn_statement_bind_integer (HnStatement *self,
                           int          index,
                           gint64       value)
{
  sqlite3_bind_int64 (self->stmt, index, value);
}

/**
 * hn_statement_bind_text:
 * @index: of the value, from 1
 * @value: (nullable): stays with the caller until the statement is rewound or cleared
 */
void
hn_statement_bind_text (HnStatement *self,
                        int          index,
                        const char  *value)
{
  sqlite3_bind_text (self->stmt, index, value, -1, SQLITE_STATIC);
}

/**
 * hn_statement_bind_bytes:
 * @index: of the value, from 1
 * @value: (nullable): stays with the caller until the statement is rewound or cleared
 */
void
hn_statement_bind_bytes (HnStatement *self,
                         int          index,
                         GBytes      *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  /* A NULL pointer would bind NULL, where an empty value is meant. */
  sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC);
}

/**
 * hn_statement_integer:
 *
 * Returns: the value of the column, from 0; 0 where it is NULL
 */
gint64
hn_statement_integer (HnStatement *self,
                      int          column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/**
 * hn_statement_text:
 *
 * Returns: (nullable): the text of the column, from 0, until the next row
 */
const char *
hn_statement_text (HnStatement *self,
                   int          column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

/**
 * hn_statement_is_null:
 *
 * Returns: whether the column, from 0, holds nothing, which is not the same as 0 or no letters
 */
gboolean
hn_statement_is_null (HnStatement *self,
                      int          column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}
