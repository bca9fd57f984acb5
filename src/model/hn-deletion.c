/* Records that are to be deleted together: what refers to them, and their going as one change.
 *
 *   ids ──> look (reading thread): who else refers to them ──> a person decides ──> run (writing thread)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-deletion-private.h"

/**
 * hn_deletion_new:
 * @kind: a kind or view
 * @ids: (element-type gint64): its records; copied
 */
HnDeletion *
hn_deletion_new (const HnKind *kind,
                 GArray       *ids)
{
  HnDeletion *self;

  g_return_val_if_fail (kind != NULL && ids != NULL && ids->len > 0, NULL);

  self = g_atomic_rc_box_new0 (HnDeletion);
  self->kind = hn_kind_stored (kind);
  self->ids = g_array_copy (ids);

  return self;
}

/* It is held by the dialog and by the job that carries it out. */
static HnDeletion *
deletion_ref (HnDeletion *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
deletion_clear (HnDeletion *self)
{
  g_array_unref (self->ids);
}

/**
 * hn_deletion_unref:
 *
 * Frees it when neither the dialog nor a job holds it.
 */
void
hn_deletion_unref (HnDeletion *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) deletion_clear);
}

/**
 * hn_deletion_get_kind:
 *
 * Returns: of which kind the records are that are to be deleted
 */
const HnKind *
hn_deletion_get_kind (const HnDeletion *self)
{
  return self->kind;
}

/**
 * hn_deletion_get_count:
 *
 * Returns: how many records are to be deleted, without what goes along
 */
guint
hn_deletion_get_count (const HnDeletion *self)
{
  return self->ids->len;
}

/**
 * hn_deletion_get_first:
 *
 * Returns: the id of the first of them, which is named where there is only one
 */
gint64
hn_deletion_get_first (const HnDeletion *self)
{
  return g_array_index (self->ids, gint64, 0);
}

/* --- what refers to them ------------------------------------------------- */

typedef struct
{
  HnDeletion *deletion;
  HnDeleteMode mode;
  HnGauge *gauge;
} Request;

static Request *
request_new (HnDeletion   *deletion,
             HnDeleteMode  mode,
             HnGauge      *gauge)
{
  Request *request = g_new0 (Request, 1);

  request->deletion = deletion_ref (deletion);
  request->mode = mode;
  request->gauge = g_object_ref (gauge);

  return request;
}

static void
request_free (Request *request)
{
  hn_deletion_unref (request->deletion);
  g_object_unref (request->gauge);
  g_free (request);
}

static gpointer
look_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;

  return hn_deletion_list_dependents (request->deletion, reg, hn_gauge_tell, request->gauge, cancellable, error);
}

/**
 * hn_deletion_look_async:
 *
 * hn_deletion_list_dependents() on a reading thread.
 */
void
hn_deletion_look_async (HnDeletion          *self,
                        HnStore             *store,
                        HnGauge             *gauge,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (HN_IS_STORE (store) && HN_IS_GAUGE (gauge));

  hn_store_read_async (store, look_job, request_new (self, HN_DELETE_ALONE, gauge), (GDestroyNotify) request_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * hn_deletion_look_finish:
 *
 * Returns: (transfer full) (element-type HnDependents): what refers to the records, as of hn_register_dependents()
 */
GPtrArray *
hn_deletion_look_finish (HnStore       *store,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  return hn_store_read_finish (store, result, error);
}

/* --- their going --------------------------------------------------------- */

/* Whether the record is gone, be it by itself or with another; if not, @later says whether it may go after others. */
static gboolean
delete_one (HnRegister    *reg,
            Request       *request,
            gint64         id,
            gboolean      *later,
            GError       **error)
{
  GError *reason = NULL;

  *later = FALSE;
  if (hn_register_delete (reg, request->deletion->kind, id, request->mode, 0, &reason))
    return TRUE;
  if (g_error_matches (reason, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD))
    {
      g_error_free (reason);
      return TRUE;
    }

  *later = g_error_matches (reason, HN_REGISTER_ERROR, HN_REGISTER_ERROR_POINTED_AT);
  g_propagate_error (error, reason);

  return FALSE;
}

/* One round over the records; those that others of them refer to are left for the next. */
static gboolean
delete_round (HnRegister    *reg,
              Request       *request,
              GArray        *ids,
              GArray        *left,
              GError       **refusal,
              GCancellable  *cancellable,
              GError       **error)
{
  guint n_all = request->deletion->ids->len;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) reason = NULL;
      gint64 id = g_array_index (ids, gint64, i);
      gboolean later;

      if (i % HN_DELETION_PIECE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (delete_one (reg, request, id, &later, &reason))
        {
          hn_gauge_tell (1 - (double) (ids->len - i - 1 + left->len) / n_all, request->gauge);
          continue;
        }
      if (!later)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_array_append_val (left, id);
      if (*refusal == NULL)
        *refusal = g_steal_pointer (&reason);
    }

  return TRUE;
}

/* All or nothing. */
static gboolean
delete_work (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Request *request = data;
  g_autoptr (GArray) ids = g_array_copy (request->deletion->ids);

  while (ids->len > 0)
    {
      g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) refusal = NULL;

      if (!delete_round (reg, request, ids, left, &refusal, cancellable, error))
        return FALSE;
      if (left->len == ids->len)
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      g_array_unref (ids);
      ids = g_steal_pointer (&left);
    }

  return TRUE;
}

static void
finish (GTask    *task,
        gboolean  deleted,
        gint64    change,
        GError   *error)
{
  if (deleted)
    g_task_return_pointer (task, g_memdup2 (&change, sizeof change), g_free);
  else
    g_task_return_error (task, error);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 change;
  gboolean deleted = hn_store_change_finish (HN_STORE (source), result, &change, &error);

  finish (task, deleted, change, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gint64 change;
  gboolean deleted = hn_store_delete_finish (HN_STORE (source), result, &change, &error);

  finish (task, deleted, change, error);
}

/**
 * hn_deletion_run_async:
 * @mode: what becomes of those that refer to the records; %HN_DELETE_ALONE where there are none
 * @title: what the history calls it, where there are several records
 * @gauge: told how far it is
 *
 * Deletes all of the records or none.
 */
void
hn_deletion_run_async (HnDeletion          *self,
                       HnStore             *store,
                       HnDeleteMode         mode,
                       const char          *title,
                       HnGauge             *gauge,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (self != NULL);
  g_return_if_fail (HN_IS_STORE (store) && HN_IS_GAUGE (gauge));

  task = g_task_new (store, NULL, callback, user_data);
  if (self->ids->len == 1)
    hn_store_delete_async (store, self->kind, hn_deletion_get_first (self), mode, 0, cancellable, deleted_cb, task);
  else
    hn_store_change_async (store, title, delete_work, request_new (self, mode, gauge), (GDestroyNotify) request_free,
                           cancellable, changed_cb, task);
}

/**
 * hn_deletion_run_finish:
 * @change: (out): the number of the change, to take it back
 *
 * Returns: whether the records are gone; if not, all of them are there
 */
gboolean
hn_deletion_run_finish (HnStore       *store,
                        GAsyncResult  *result,
                        gint64        *change,
                        GError       **error)
{
  g_autofree gint64 *number = NULL;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  number = g_task_propagate_pointer (G_TASK (result), error);
  if (number == NULL)
    return FALSE;

  *change = *number;

  return TRUE;
}
