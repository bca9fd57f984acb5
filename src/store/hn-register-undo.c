/* Changes taken back and made again.
 *
 * A change is an add, set, delete or batch; undo and redo are logged beside them and say in "of" which change they
 * are about. Undone is 1 where a change has been taken back and may be made again, and 2 where something else was
 * saved since. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-changeset.h"
#include "hn-register-private.h"

#define IS_CHANGE "\"action\" NOT IN ('undo', 'redo')"

#define UNDOABLE \
  "SELECT \"number\" FROM \"change\" WHERE \"undone\" = 0 AND " IS_CHANGE " ORDER BY \"number\" DESC LIMIT 1"

/* The last to be taken back is the first to be made again: so it always fits. */
#define REDOABLE \
  "SELECT \"number\" FROM \"change\" AS \"c\" WHERE \"undone\" = 1" \
  " ORDER BY (SELECT max (\"number\") FROM \"change\" WHERE \"of\" = \"c\".\"number\") DESC LIMIT 1"

/* One row of the log, as far as it matters here. */
typedef struct
{
  gint64        number;
  const HnKind *kind;
  gint64        record;
  char         *title;
  gboolean      undone;
  GBytes       *changeset;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->title);
  g_clear_pointer (&entry->changeset, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static gboolean
read_entry (HnRegister  *self,
            gint64       number,
            Entry       *entry,
            GError     **error)
{
  g_auto (HnStatement) statement = { 0 };
  const char *kind;

  if (!hn_statement_prepare (&statement, self,
                             "SELECT \"kind\", \"record\", \"title\", \"undone\", \"changeset\" FROM \"change\""
                             " WHERE \"number\" = ?1 AND " IS_CHANGE,
                             error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, number);
  if (!hn_statement_next (&statement, error))
    {
      if (!statement.failed)
        g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING,
                     _("There is no change %" PRId64 " that could be taken back. See the history."), number);
      return FALSE;
    }

  kind = hn_statement_text (&statement, 0);
  entry->number = number;
  entry->kind = kind != NULL ? hn_kind_lookup (kind) : NULL;
  entry->record = hn_statement_integer (&statement, 1);
  entry->title = g_strdup (hn_statement_text (&statement, 2));
  entry->undone = hn_statement_integer (&statement, 3) != 0;
  entry->changeset =
    g_bytes_new (sqlite3_column_blob (statement.stmt, 4), (gsize) sqlite3_column_bytes (statement.stmt, 4));

  return TRUE;
}

/* --- what stands in the way ------------------------------------------ */

/* Where several stand in the way, the newest is the first that can go. */
static gboolean
refuse_conflict (HnRegister   *self,
                 const Entry  *entry,
                 GArray       *blockers,
                 GError      **error)
{
  gint64 number = blockers != NULL && blockers->len > 0 ? g_array_index (blockers, gint64, 0) : 0;
  g_auto (Entry) later = { 0 };

  if (number != 0 && read_entry (self, number, &later, NULL))
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT,
                 _("Change %" PRId64 " (%s) cannot be taken back: the later change %" PRId64
                   " (%s) stands on it. Take that back first."),
                 entry->number, entry->title != NULL ? entry->title : "", number,
                 later.title != NULL ? later.title : "");
  else
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CONFLICT,
                 _("Change %" PRId64 " (%s) does not fit the register any more. Make the change by hand."),
                 entry->number, entry->title != NULL ? entry->title : "");

  return FALSE;
}

/* SQLite finds what does not fit, but not that an attachment would be left without its record. */
static gboolean
check_free (HnRegister   *self,
            const Entry  *entry,
            GError      **error)
{
  gboolean fits = FALSE;
  g_autoptr (GArray) blockers = hn_register_find_blockers (self, entry->number, entry->changeset, &fits, error);

  if (blockers == NULL)
    return FALSE;

  return fits || refuse_conflict (self, entry, blockers, error);
}

/* --- applying -------------------------------------------------------- */

static int
abort_on_conflict (void                   *data,
                   int                     conflict,
                   sqlite3_changeset_iter *iter)
{
  gboolean *met = data;

  *met = TRUE;

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
touch_row (const HnChangedRow  *row,
           gpointer             data,
           GError             **error)
{
  HnRegister *self = data;
  HnChangeType type = row->list != NULL || row->op == SQLITE_UPDATE ? HN_CHANGE_SET
                      : row->op == SQLITE_INSERT                    ? HN_CHANGE_ADD
                                                                    : HN_CHANGE_DELETE;

  hn_transaction_touch (self, row->kind, row->id, type, hn_changed_row_renames (self, row), NULL);

  return TRUE;
}

static GBytes *
invert (GBytes *changeset)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int inverse_size = 0;
  void *inverse = NULL;

  if (sqlite3changeset_invert ((int) size, data, &inverse_size, &inverse) != SQLITE_OK)
    return NULL;

  return g_bytes_new_with_free_func (inverse, (gsize) inverse_size, sqlite3_free, inverse);
}

/* Foreign keys take no action of their own: what they did the first time is in the changeset. */
static gboolean
apply (HnRegister   *self,
       const Entry  *entry,
       GBytes       *changeset,
       GError      **error)
{
  gboolean conflict = FALSE;
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  if (sqlite3changeset_apply_v2 (self->db, (int) size, (void *) data, NULL, abort_on_conflict, &conflict, NULL, NULL,
                                 SQLITE_CHANGESETAPPLY_FKNOACTION)
      == SQLITE_OK)
    return TRUE;
  if (conflict)
    return refuse_conflict (self, entry, NULL, error);

  hn_register_set_error (self, error);

  return FALSE;
}

static gboolean
mark_undone (HnRegister  *self,
             gint64       number,
             gboolean     undone,
             GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self, "UPDATE \"change\" SET \"undone\" = ?2 WHERE \"number\" = ?1", error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, number);
  hn_statement_bind_integer (&statement, 2, undone);

  return hn_statement_run (&statement, error);
}

static gboolean
apply_entry (HnRegister   *self,
             const Entry  *entry,
             gboolean      undo,
             GError      **error)
{
  g_autoptr (GBytes) changeset = undo ? invert (entry->changeset) : g_bytes_ref (entry->changeset);

  if (changeset == NULL)
    {
      hn_register_set_file_error (self->path, SQLITE_CORRUPT, 0, "", error);
      return FALSE;
    }

  return apply (self, entry, changeset, error) && hn_changeset_foreach (self, changeset, touch_row, self, error)
         && hn_transaction_remake (self, error) && mark_undone (self, entry->number, undo, error)
         && hn_transaction_commit (self, undo ? "undo" : "redo", entry->kind, entry->record, entry->title,
                                   entry->number, error);
}

static gboolean
refuse_undone (const Entry  *entry,
               GError      **error)
{
  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING,
               _("Change %" PRId64 " (%s) has been taken back already."), entry->number,
               entry->title != NULL ? entry->title : "");

  return FALSE;
}

/* Takes back or makes again the change of a number, or the one that a question finds. */
static gboolean
run (HnRegister  *self,
     const char  *question,
     gint64       number,
     gboolean     undo,
     char       **title,
     GError     **error)
{
  g_auto (Entry) entry = { 0 };
  gboolean good;

  g_return_val_if_fail (self->transaction == NULL, FALSE);

  if (!hn_transaction_begin (self, HN_BATCH_RECORDED, error))
    return FALSE;

  good = question == NULL || hn_register_get_number (self, question, &number, error);
  if (good && number == 0)
    {
      g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NOTHING,
                           undo ? _("There is nothing to undo.") : _("There is nothing to redo."));
      good = FALSE;
    }
  good = good && read_entry (self, number, &entry, error);
  good = good && (entry.undone != undo || refuse_undone (&entry, error));
  good = good && (question != NULL || check_free (self, &entry, error));
  good = good && hn_transaction_defer (self, error) && apply_entry (self, &entry, undo, error);
  if (!good)
    hn_transaction_rollback (self);
  else if (title != NULL)
    *title = g_steal_pointer (&entry.title);

  return good;
}

/**
 * hn_register_undo:
 * @self: a register
 * @title: (out) (optional): what the change was about that was taken back
 * @error: return location; %HN_REGISTER_ERROR_NOTHING if there is none
 *
 * Takes back the newest change that has not been taken back, whoever made it and however long ago.
 *
 * Returns: whether it is taken back
 */
gboolean
hn_register_undo (HnRegister  *self,
                  char       **title,
                  GError     **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);

  return run (self, UNDOABLE, 0, TRUE, title, error);
}

/**
 * hn_register_redo:
 * @self: a register
 * @title: (out) (optional): what the change was about that was made again
 * @error: return location; %HN_REGISTER_ERROR_NOTHING if there is none
 *
 * Makes the change again that was taken back last, unless something else was saved since.
 *
 * Returns: whether it is made
 */
gboolean
hn_register_redo (HnRegister  *self,
                  char       **title,
                  GError     **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);

  return run (self, REDOABLE, 0, FALSE, title, error);
}

/**
 * hn_register_revert:
 * @self: a register
 * @number: of a change
 * @error: return location; %HN_REGISTER_ERROR_CONFLICT names a later change that stands on it
 *
 * Takes back one change and leaves the later ones as they are.
 *
 * Returns: whether it is taken back
 */
gboolean
hn_register_revert (HnRegister  *self,
                    gint64       number,
                    GError     **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);

  return run (self, NULL, number, TRUE, NULL, error);
}

/**
 * hn_register_change_blockers:
 * @self: a register
 * @number: of a change
 * @error: return location; %HN_REGISTER_ERROR_NOTHING if there is no such change
 *
 * The newest of them is the first that can be taken back. They come without what they did to which record.
 *
 * Returns: (transfer full) (element-type HnChange): the later changes that stand on it; where there are none, it can
 *   be taken back by itself
 */
GPtrArray *
hn_register_change_blockers (HnRegister  *self,
                             gint64       number,
                             GError     **error)
{
  g_auto (Entry) entry = { 0 };
  g_autoptr (GArray) numbers = NULL;
  GPtrArray *changes = NULL;
  gboolean fits;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  if (read_entry (self, number, &entry, error))
    numbers = hn_register_find_blockers (self, number, entry.changeset, &fits, error);
  if (numbers != NULL)
    changes = hn_register_read_heads (self, numbers, error);
  hn_register_end_read (self, begun);

  return changes;
}

static char *
title_of (HnRegister *self,
          const char *question)
{
  Entry entry = { 0 };
  gint64 number;
  char *title;

  if (!hn_register_get_number (self, question, &number, NULL) || number == 0
      || !read_entry (self, number, &entry, NULL))
    return NULL;

  title = entry.title != NULL ? g_strdup (entry.title) : g_strdup ("");
  entry_clear (&entry);

  return title;
}

/**
 * hn_register_undo_title:
 * @self: a register
 *
 * Returns: (transfer full) (nullable): what hn_register_undo() would take back; %NULL if there is nothing
 */
char *
hn_register_undo_title (HnRegister *self)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  return title_of (self, UNDOABLE);
}

/**
 * hn_register_redo_title:
 * @self: a register
 *
 * Returns: (transfer full) (nullable): what hn_register_redo() would make again; %NULL if there is nothing
 */
char *
hn_register_redo_title (HnRegister *self)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  return title_of (self, REDOABLE);
}
