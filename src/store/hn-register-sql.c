/* Questions of the report, in SQL of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>

#include "hn-register-private.h"

/* How often a long question asks whether it is still wanted, in steps of SQLite's machine: some milliseconds. */
#define STEPS_BETWEEN_CHECKS 20000

struct _HnRows
{
  HnRegister  *reg;
  HnStatement  statement;
};

static void
bind_arguments (HnStatement *statement,
                const char  *types,
                va_list      arguments)
{
  for (int i = 0; types != NULL && types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        {
          hn_statement_bind_integer (statement, i + 1, va_arg (arguments, gint64));
        }
      else
        {
          const char *text = va_arg (arguments, const char *);

          g_assert (types[i] == 's');
          sqlite3_bind_text (statement->stmt, i + 1, text, -1, SQLITE_TRANSIENT);
        }
    }
}

/**
 * hn_register_query:
 * @self: a register
 * @sql: a SELECT, with ?1, ?2 … for values
 * @types: (nullable): a letter for each value: `i` a gint64, `s` a string or %NULL
 * @error: return location
 * @...: the values
 *
 * Tables and columns are those of the kinds; see resources/sql. A question that is left open keeps others from
 * writing.
 *
 * Returns: (transfer full): the answer, whose rows hn_rows_next() gives
 */
HnRows *
hn_register_query (HnRegister  *self,
                   const char  *sql,
                   const char  *types,
                   GError     **error,
                   ...)
{
  HnStatement statement = { 0 };
  HnRows *rows;
  va_list arguments;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return NULL;

  va_start (arguments, error);
  bind_arguments (&statement, types, arguments);
  va_end (arguments);

  rows = g_new0 (HnRows, 1);
  rows->reg = g_object_ref (self);
  rows->statement = statement;

  return rows;
}

/**
 * hn_register_set_cancellable:
 * @self: a register
 * @cancellable: (nullable): from now on; %NULL for nothing
 *
 * Ends the answers of hn_register_query() with %G_IO_ERROR_CANCELLED when it is cancelled, also in the middle of what
 * SQLite has to sort before it can give a first row.
 */
void
hn_register_set_cancellable (HnRegister   *self,
                             GCancellable *cancellable)
{
  g_return_if_fail (HN_IS_REGISTER (self));

  g_set_object (&self->cancellable, cancellable);
}

/**
 * hn_register_let_save:
 * @self: a register
 *
 * Called now and then by long work: lets go first what waits to be saved, where nothing is being read at the moment.
 * What is read afterwards may be newer than what was read before; hn_register_last_change() tells.
 */
void
hn_register_let_save (HnRegister *self)
{
  g_return_if_fail (HN_IS_REGISTER (self));

  if (self->let_save != NULL && sqlite3_txn_state (self->db, NULL) == SQLITE_TXN_NONE)
    self->let_save (self->let_save_data);
}

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * hn_rows_next:
 * @rows: an answer
 * @error: return location; also %G_IO_ERROR_CANCELLED: see hn_register_set_cancellable()
 *
 * Returns: whether there is another row; %FALSE without an error at the end
 */
gboolean
hn_rows_next (HnRows  *rows,
              GError **error)
{
  HnRegister *reg;
  gboolean more;

  g_return_val_if_fail (rows != NULL, FALSE);

  reg = rows->reg;
  if (reg->cancellable == NULL)
    return hn_statement_next (&rows->statement, error);

  /* Only here: what begins and ends a transaction must not be ended half-way. */
  sqlite3_progress_handler (reg->db, STEPS_BETWEEN_CHECKS, is_cancelled, reg->cancellable);
  more = hn_statement_next (&rows->statement, error);
  sqlite3_progress_handler (reg->db, 0, NULL, NULL);

  return more;
}

/**
 * hn_rows_is_null:
 * @rows: an answer at a row
 * @column: a column, from 0
 *
 * Returns: whether nothing is there
 */
gboolean
hn_rows_is_null (HnRows *rows,
                 int     column)
{
  g_return_val_if_fail (rows != NULL, TRUE);

  return hn_statement_is_null (&rows->statement, column);
}

/**
 * hn_rows_integer:
 * @rows: an answer at a row
 * @column: a column, from 0
 *
 * Returns: the number there, 0 if nothing is
 */
gint64
hn_rows_integer (HnRows *rows,
                 int     column)
{
  g_return_val_if_fail (rows != NULL, 0);

  return hn_statement_integer (&rows->statement, column);
}

/**
 * hn_rows_text:
 * @rows: an answer at a row
 * @column: a column, from 0
 *
 * Returns: (nullable): the text there, until the next row
 */
const char *
hn_rows_text (HnRows *rows,
              int     column)
{
  g_return_val_if_fail (rows != NULL, NULL);

  return hn_statement_text (&rows->statement, column);
}

/**
 * hn_rows_free:
 * @rows: (transfer full): an answer
 */
void
hn_rows_free (HnRows *rows)
{
  g_return_if_fail (rows != NULL);

  hn_statement_clear (&rows->statement);
  g_object_unref (rows->reg);
  g_free (rows);
}
