/* A transaction, and the record that it leaves of what it changed.
 *
 *   hn_register_save() ──> enter ─> rows written, touched ─> leave ─┬─> search rows remade
 *                                                                    └─> outside of a batch: commit
 *                                                                         changeset ─> table "change"
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-changeset.h"

/* An unrecorded batch fills a register that may become large: its pages stay in memory, in KiB. */
#define CACHE_INITIAL "PRAGMA cache_size = -524288"
#define CACHE_USUAL "PRAGMA cache_size = -16384"

static void
transaction_free (HnTransaction *transaction)
{
  g_clear_pointer (&transaction->session, sqlite3session_delete);
  g_clear_pointer (&transaction->changes, g_ptr_array_unref);
  g_array_unref (transaction->touches);
  g_free (transaction->title);
  g_free (transaction);
}

static void
touch_clear (gpointer data)
{
  g_clear_pointer (&((HnTouch *) data)->record, hn_record_unref);
}

static gboolean
run (HnRegister  *self,
     const char  *sql,
     GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  return hn_statement_prepare (&statement, self, sql, error) && hn_statement_run (&statement, error);
}

/* What is derived, and the log itself, are no part of what is logged. */
static int
is_recorded (void       *data,
             const char *table)
{
  return !g_str_has_prefix (table, "search_") && strcmp (table, "change") != 0;
}

static gboolean
start_session (HnRegister     *self,
               HnTransaction  *transaction,
               GError        **error)
{
  if (transaction->mode == HN_BATCH_INITIAL)
    return TRUE;

  if (sqlite3session_create (self->db, "main", &transaction->session) != SQLITE_OK)
    {
      hn_register_set_error (self, error);
      return FALSE;
    }
  sqlite3session_table_filter (transaction->session, is_recorded, NULL);

  if (sqlite3session_attach (transaction->session, NULL) == SQLITE_OK)
    return TRUE;

  hn_register_set_error (self, error);

  return FALSE;
}

/**
 * hn_transaction_begin:
 * @self: a register that is in no transaction
 * @mode: whether what follows is recorded
 * @error: return location
 *
 * Returns: whether the register may be changed now
 */
gboolean
hn_transaction_begin (HnRegister   *self,
                      HnBatchMode   mode,
                      GError      **error)
{
  HnTransaction *transaction;

  g_assert (self->transaction == NULL);

  if (self->read_only)
    {
      hn_register_set_file_error (self->path, SQLITE_READONLY, 0, "", error);
      return FALSE;
    }
  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  transaction = g_new0 (HnTransaction, 1);
  transaction->mode = mode;
  transaction->touches = g_array_new (FALSE, FALSE, sizeof (HnTouch));
  g_array_set_clear_func (transaction->touches, touch_clear);
  if (mode == HN_BATCH_INITIAL)
    run (self, CACHE_INITIAL, NULL);
  else
    transaction->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_change_free);
  self->transaction = transaction;

  if (start_session (self, transaction, error))
    return TRUE;

  hn_transaction_rollback (self);

  return FALSE;
}

/**
 * hn_transaction_defer:
 * @self: a register in a transaction
 * @error: return location
 *
 * Lets deleted and changed rows stand in any order; what dangles in the end stops the commit. SQLite prepares every
 * statement anew after this, which would double the work of a single save, and that has no need of it.
 *
 * Returns: whether they may
 */
gboolean
hn_transaction_defer (HnRegister  *self,
                      GError     **error)
{
  return run (self, "PRAGMA defer_foreign_keys = ON", error);
}

static void
end_transaction (HnRegister *self)
{
  if (self->transaction->mode == HN_BATCH_INITIAL)
    run (self, CACHE_USUAL, NULL);
  g_clear_pointer (&self->transaction, transaction_free);
}

/**
 * hn_transaction_rollback:
 *
 * Leaves the register as it was when the transaction began.
 */
void
hn_transaction_rollback (HnRegister *self)
{
  if (self->transaction == NULL)
    return;

  /* Some errors, such as a full disk, have made SQLite roll back already. */
  if (!sqlite3_get_autocommit (self->db))
    run (self, "ROLLBACK", NULL);
  end_transaction (self);
}

/**
 * hn_transaction_enter:
 * @self: a register
 * @error: return location
 *
 * Begins one save or deletion: a transaction of its own, or a part of the batch that is under way. To be
 * followed by hn_transaction_leave().
 *
 * Returns: whether the register may be changed now
 */
gboolean
hn_transaction_enter (HnRegister  *self,
                      GError     **error)
{
  if (self->transaction == NULL)
    return hn_transaction_begin (self, HN_BATCH_RECORDED, error);

  return self->transaction->mode == HN_BATCH_INITIAL || run (self, "SAVEPOINT part", error);
}

static gboolean
leave_part (HnRegister  *self,
            gboolean     good,
            GError     **error)
{
  if (self->transaction->mode == HN_BATCH_INITIAL)
    {
      self->transaction->failed = self->transaction->failed || !good;
      return good;
    }

  if (!good)
    {
      run (self, "ROLLBACK TO part", NULL);
      g_array_set_size (self->transaction->touches, 0);
    }

  return run (self, "RELEASE part", good ? error : NULL) && good;
}

/**
 * hn_transaction_leave:
 * @self: a register
 * @good: whether what was entered for has been done
 * @action: "add", "set" or "delete", for the log
 * @kind: the kind of @id
 * @id: the record that it was about
 * @title: what it is called
 * @error: return location; only set here if @good
 *
 * Returns: whether it has been done and, outside of a batch, is on the disk
 */
gboolean
hn_transaction_leave (HnRegister    *self,
                      gboolean       good,
                      const char    *action,
                      const HnKind  *kind,
                      gint64         id,
                      const char    *title,
                      GError       **error)
{
  good = good && hn_transaction_remake (self, error);

  if (self->transaction->batch)
    return leave_part (self, good, error);

  if (!good)
    {
      hn_transaction_rollback (self);
      return FALSE;
    }

  return hn_transaction_commit (self, action, kind, id, title, 0, error);
}

/* --- the log --------------------------------------------------------- */

static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  return g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

static gboolean
insert_change (HnRegister    *self,
               const char    *action,
               const HnKind  *kind,
               gint64         id,
               const char    *title,
               gint64         of,
               GBytes        *changeset,
               GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_auto (HnStatement) statement = { 0 };

  if (
    !hn_statement_prepare (
      &statement, self,
      "INSERT INTO \"change\" (\"at\", \"author\", \"action\", \"kind\", \"record\", \"title\", \"of\", \"changeset\")"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      error))
    return FALSE;

  hn_statement_bind_text (&statement, 1, at);
  hn_statement_bind_text (&statement, 2, get_author ());
  hn_statement_bind_text (&statement, 3, action);
  if (kind != NULL)
    {
      hn_statement_bind_text (&statement, 4, kind->name);
      hn_statement_bind_integer (&statement, 5, id);
    }
  hn_statement_bind_text (&statement, 6, title);
  if (of != 0)
    hn_statement_bind_integer (&statement, 7, of);
  hn_statement_bind_bytes (&statement, 8, changeset);

  return hn_statement_run (&statement, error);
}

/* A new change closes the way to redo what was undone before it. */
static gboolean
close_redo (HnRegister  *self,
            GError     **error)
{
  return run (self, "UPDATE \"change\" SET \"undone\" = 2 WHERE \"undone\" = 1", error);
}

static gboolean
write_log (HnRegister    *self,
           const char    *action,
           const HnKind  *kind,
           gint64         id,
           const char    *title,
           gint64         of,
           gboolean      *empty,
           GError       **error)
{
  g_autoptr (GBytes) changeset = NULL;
  int size = 0;
  void *data = NULL;

  *empty = FALSE;
  if (self->transaction->session == NULL)
    return TRUE;

  if (sqlite3session_changeset (self->transaction->session, &size, &data) != SQLITE_OK)
    {
      hn_register_set_error (self, error);
      return FALSE;
    }
  changeset = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  *empty = size == 0;
  if (*empty)
    return TRUE;

  return (of != 0 || close_redo (self, error)) && insert_change (self, action, kind, id, title, of, changeset, error);
}

static gboolean
finish (HnRegister    *self,
        const char    *action,
        const HnKind  *kind,
        gint64         id,
        const char    *title,
        gint64         of,
        GError       **error)
{
  gboolean empty;

  if (self->transaction->failed)
    {
      g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED,
                           _("A part of the work failed, and nothing was saved. Begin it again."));
      return FALSE;
    }
  if (!write_log (self, action, kind, id, title, of, &empty, error))
    return FALSE;

  if (empty && self->transaction->changes != NULL)
    g_ptr_array_set_size (self->transaction->changes, 0);

  return run (self, empty ? "ROLLBACK" : "COMMIT", error);
}

/**
 * hn_transaction_commit:
 * @self: a register in a transaction
 * @action: what the log calls it
 * @kind: (nullable): the kind of @id
 * @id: the record that it is about
 * @title: (nullable): what it is called
 * @of: the change that it undoes or redoes, or 0
 * @error: return location
 *
 * Logs what has changed and makes it last. Where nothing has, nothing is logged.
 *
 * Returns: whether it is on the disk; if not, nothing is
 */
gboolean
hn_transaction_commit (HnRegister    *self,
                       const char    *action,
                       const HnKind  *kind,
                       gint64         id,
                       const char    *title,
                       gint64         of,
                       GError       **error)
{
  if (!finish (self, action, kind, id, title, of, error))
    {
      hn_transaction_rollback (self);
      return FALSE;
    }

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_steal_pointer (&self->transaction->changes);
  end_transaction (self);

  return TRUE;
}

/**
 * hn_register_take_changes:
 *
 * Returns: (transfer full) (nullable) (element-type HnRecordChange): what the last commit changed; %NULL if that is too
 *   much to list
 */
GPtrArray *
hn_register_take_changes (HnRegister *self)
{
  return g_steal_pointer (&self->changes);
}
