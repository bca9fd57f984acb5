/* What a window changes in its register: records saved and deleted, changes undone and redone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"
#include "hn-store-private.h"

/* After a change that was made: its number in the log, 0 if nothing was different, and what it changed. */
static void
note_change (HnStoreTask *work,
             HnRegister  *reg,
             gint64       last)
{
  gint64 number = hn_register_last_change (reg);

  if (!work->good || number == last)
    return;

  work->change = number;
  work->changes = hn_register_take_changes (reg);
  work->has_changes = TRUE;
}

static void
do_save (HnStoreTask *work,
         HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_save (reg, work->record, &work->error);
  work->id = hn_record_get_id (work->record);
  note_change (work, reg, last);
}

/**
 * hn_store_save_async:
 * @self: a store
 * @record: what to save, as it is now; the record itself gets no id
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called when it is on the disk, or is not
 * @user_data: for @callback
 */
void
hn_store_save_async (HnStore             *self,
                     HnRecord            *record,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  HnStoreTask *work;

  g_return_if_fail (HN_IS_STORE (self));
  g_return_if_fail (record != NULL);

  work = hn_store_task_new (self, do_save, cancellable, callback, user_data);
  work->record = hn_record_copy (record);
  hn_store_push_write (self, work);
}

static gboolean
finish (HnStore       *self,
        GAsyncResult  *result,
        gint64        *id,
        gint64        *change,
        char         **title,
        GError       **error)
{
  HnStoreOutcome *outcome = g_task_propagate_pointer (G_TASK (result), error);

  if (outcome == NULL)
    return FALSE;

  if (id != NULL)
    *id = outcome->id;
  if (change != NULL)
    *change = outcome->change;
  if (title != NULL)
    *title = g_steal_pointer (&outcome->title);
  hn_store_outcome_free (outcome);

  return TRUE;
}

/**
 * hn_store_save_finish:
 * @self: a store
 * @result: what the callback got
 * @id: (out) (optional): the record's id
 * @change: (out) (optional): the number of the change, for hn_store_revert_async(); 0 if nothing was different
 * @error: return location, as of hn_register_save()
 *
 * Returns: whether it is saved
 */
gboolean
hn_store_save_finish (HnStore       *self,
                      GAsyncResult  *result,
                      gint64        *id,
                      gint64        *change,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish (self, result, id, change, NULL, error);
}

static void
do_save_over (HnStoreTask *work,
              HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_save_over (reg, work->record, work->base, &work->error);
  work->id = hn_record_get_id (work->record);
  note_change (work, reg, last);
}

/**
 * hn_store_save_over_async:
 * @self: a store
 * @record: a record of the register, as it was changed
 * @base: the record as it was when the change began
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called with a result for hn_store_save_finish()
 * @user_data: for @callback
 *
 * What others changed in other fields meanwhile stays. Where they changed the same, the error is
 * %HN_REGISTER_ERROR_CHANGED and nothing is saved; see hn_register_save_over().
 */
void
hn_store_save_over_async (HnStore             *self,
                          HnRecord            *record,
                          const HnRecord      *base,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  HnStoreTask *work;

  g_return_if_fail (HN_IS_STORE (self));
  g_return_if_fail (record != NULL && base != NULL);

  work = hn_store_task_new (self, do_save_over, cancellable, callback, user_data);
  work->record = hn_record_copy (record);
  work->base = hn_record_copy (base);
  hn_store_push_write (self, work);
}

static void
do_change (HnStoreTask *work,
           HnRegister  *reg)
{
  GCancellable *cancellable = g_task_get_cancellable (work->task);
  gint64 last = hn_register_last_change (reg);

  if (!hn_register_begin (reg, HN_BATCH_RECORDED, work->title, &work->error))
    return;

  work->good = work->change_work (reg, work->data, cancellable, &work->error)
               && !g_cancellable_set_error_if_cancelled (cancellable, &work->error)
               && hn_register_commit (reg, &work->error);
  if (!work->good)
    hn_register_rollback (reg);
  note_change (work, reg, last);
}

/**
 * hn_store_change_async:
 * @self: a store
 * @title: what the history and the undo button call the change
 * @work: runs on the store's writing thread; it saves and deletes
 * @data: for @work
 * @free_data: (nullable): frees @data on the thread that made the store
 * @cancellable: (nullable): handed to @work; what is cancelled before it is on the disk is taken back as a whole
 * @callback: called when it is on the disk, or nothing of it is
 * @user_data: for @callback
 */
void
hn_store_change_async (HnStore             *self,
                       const char          *title,
                       HnStoreWork          work,
                       gpointer             data,
                       GDestroyNotify       free_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  HnStoreTask *task;

  g_return_if_fail (HN_IS_STORE (self));
  g_return_if_fail (work != NULL);

  task = hn_store_task_new (self, do_change, cancellable, callback, user_data);
  task->title = g_strdup (title);
  task->change_work = work;
  task->data = data;
  task->free_data = free_data;
  hn_store_push_write (self, task);
}

/**
 * hn_store_change_finish:
 * @self: a store
 * @result: what the callback got
 * @change: (out) (optional): the number of the change, for hn_store_revert_async(); 0 if nothing was different
 * @error: return location, as of the work
 *
 * Returns: whether it is on the disk
 */
gboolean
hn_store_change_finish (HnStore       *self,
                        GAsyncResult  *result,
                        gint64        *change,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish (self, result, NULL, change, NULL, error);
}

static void
do_delete (HnStoreTask *work,
           HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_delete (reg, work->kind, work->id, work->mode, work->replacement, &work->error);
  note_change (work, reg, last);
}

/**
 * hn_store_delete_async:
 * @self: a store
 * @kind: a kind or view
 * @id: a record of it
 * @mode: what becomes of those that refer to it
 * @replacement: what they refer to then, for %HN_DELETE_REPLACE
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called when it is gone, or is not
 * @user_data: for @callback
 */
void
hn_store_delete_async (HnStore             *self,
                       const HnKind        *kind,
                       gint64               id,
                       HnDeleteMode         mode,
                       gint64               replacement,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  HnStoreTask *work;

  g_return_if_fail (HN_IS_STORE (self));
  g_return_if_fail (kind != NULL);

  work = hn_store_task_new (self, do_delete, cancellable, callback, user_data);
  work->kind = kind;
  work->id = id;
  work->mode = mode;
  work->replacement = replacement;
  hn_store_push_write (self, work);
}

/**
 * hn_store_delete_finish:
 * @self: a store
 * @result: what the callback got
 * @change: (out) (optional): the number of the change, for hn_store_revert_async()
 * @error: return location, as of hn_register_delete()
 *
 * Returns: whether it is gone
 */
gboolean
hn_store_delete_finish (HnStore       *self,
                        GAsyncResult  *result,
                        gint64        *change,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish (self, result, NULL, change, NULL, error);
}

static void
do_revert (HnStoreTask *work,
           HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_revert (reg, work->id, &work->error);
  note_change (work, reg, last);
}

static void
do_undo (HnStoreTask *work,
         HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_undo (reg, &work->title, &work->error);
  note_change (work, reg, last);
}

static void
do_redo (HnStoreTask *work,
         HnRegister  *reg)
{
  gint64 last = hn_register_last_change (reg);

  work->good = hn_register_redo (reg, &work->title, &work->error);
  note_change (work, reg, last);
}

/**
 * hn_store_revert_async:
 * @self: a store
 * @change: the number of a change
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called with a result for hn_store_undo_finish()
 * @user_data: for @callback
 */
void
hn_store_revert_async (HnStore             *self,
                       gint64               change,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  HnStoreTask *work;

  g_return_if_fail (HN_IS_STORE (self));

  work = hn_store_task_new (self, do_revert, cancellable, callback, user_data);
  work->id = change;
  hn_store_push_write (self, work);
}

/**
 * hn_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called with a result for hn_store_undo_finish()
 * @user_data: for @callback
 */
void
hn_store_undo_async (HnStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (self));

  hn_store_push_write (self, hn_store_task_new (self, do_undo, cancellable, callback, user_data));
}

/**
 * hn_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called with a result for hn_store_undo_finish()
 * @user_data: for @callback
 */
void
hn_store_redo_async (HnStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (self));

  hn_store_push_write (self, hn_store_task_new (self, do_redo, cancellable, callback, user_data));
}

/**
 * hn_store_undo_finish:
 * @self: a store
 * @result: what the callback of an undo, redo or revert got
 * @title: (out) (optional) (nullable): what the change was about; %NULL after a revert
 * @error: return location, as of hn_register_undo()
 *
 * Returns: whether it is done
 */
gboolean
hn_store_undo_finish (HnStore       *self,
                      GAsyncResult  *result,
                      char         **title,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return finish (self, result, NULL, NULL, title, error);
}
