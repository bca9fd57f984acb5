/* What a thread of the store is given to do, and how it is answered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store-private.h"

/**
 * hn_store_task_new:
 * @self: a store
 * @func: what a thread does
 * @cancellable: (nullable): may end it before it has begun
 * @callback: called when it is answered
 * @user_data: for @callback
 *
 * Returns: (transfer full): work, to be filled in and pushed
 */
HnStoreTask *
hn_store_task_new (HnStore             *self,
                   HnStoreTaskFunc      func,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  HnStoreTask *work = g_new0 (HnStoreTask, 1);

  work->func = func;
  work->task = g_task_new (self, cancellable, callback, user_data);
  /* What has been saved is saved, even if nobody waits for it any more. */
  g_task_set_check_cancellable (work->task, FALSE);

  return work;
}

/**
 * hn_store_outcome_free:
 * @data: an HnStoreOutcome
 *
 * A #GDestroyNotify for the answers of the writing thread.
 */
void
hn_store_outcome_free (gpointer data)
{
  HnStoreOutcome *outcome = data;

  g_free (outcome->title);
  g_free (outcome);
}

/**
 * hn_store_task_free:
 * @work: (transfer full): what is answered
 */
void
hn_store_task_free (HnStoreTask *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_clear_pointer (&work->record, hn_record_unref);
  g_clear_pointer (&work->base, hn_record_unref);
  g_clear_pointer (&work->changes, g_ptr_array_unref);
  g_clear_error (&work->error);
  g_clear_object (&work->task);
  g_free (work->title);
  g_free (work);
}

/**
 * hn_store_task_answer:
 *
 * Hands over what came of it; on the main thread.
 */
void
hn_store_task_answer (HnStoreTask *work)
{
  HnStoreOutcome *outcome;

  if (work->error != NULL)
    {
      g_task_return_error (work->task, g_steal_pointer (&work->error));
      return;
    }
  if (work->job != NULL)
    {
      g_task_return_pointer (work->task, g_steal_pointer (&work->result), work->free_result);
      return;
    }

  outcome = g_new0 (HnStoreOutcome, 1);
  outcome->id = work->id;
  outcome->change = work->change;
  outcome->title = g_steal_pointer (&work->title);
  g_task_return_pointer (work->task, outcome, hn_store_outcome_free);
}
