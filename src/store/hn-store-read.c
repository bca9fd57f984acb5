/* What a window asks its register that may take a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store-private.h"

static void
do_job (HnStoreTask *work,
        HnRegister  *reg)
{
  work->result = work->job (reg, work->data, g_task_get_cancellable (work->task), &work->error);
}

/**
 * hn_store_read_async:
 * @self: a store
 * @job: (scope async): runs on the store's reading thread
 * @data: for @job
 * @free_data: (nullable): frees @data on the thread that made the store
 * @free_result: (nullable): frees what @job returned if nobody takes it
 * @cancellable: (nullable): handed to @job, and may end it before it has begun
 * @callback: called when the job is done
 * @user_data: for @callback
 */
void
hn_store_read_async (HnStore             *self,
                     HnStoreJob           job,
                     gpointer             data,
                     GDestroyNotify       free_data,
                     GDestroyNotify       free_result,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  HnStoreTask *work;

  g_return_if_fail (HN_IS_STORE (self));
  g_return_if_fail (job != NULL);

  work = hn_store_task_new (self, do_job, cancellable, callback, user_data);
  work->job = job;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  hn_store_push_read (self, work);
}

/**
 * hn_store_read_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location, as of the job
 *
 * Returns: (transfer full): what the job returned
 */
gpointer
hn_store_read_finish (HnStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
