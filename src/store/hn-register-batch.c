/* Several saves and deletions as one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

#include <glib/gi18n-lib.h>

/**
 * hn_register_begin:
 * @self: a register
 * @mode: %HN_BATCH_INITIAL is for the first content of a register: it is not recorded and cannot be undone
 * @title: (nullable): what the log calls the batch
 * @error: return location
 *
 * What is saved and deleted until hn_register_commit() is one change. A save that fails leaves the others of the
 * batch as they are; in %HN_BATCH_INITIAL it spoils the batch.
 *
 * Returns: whether the batch has begun
 */
gboolean
hn_register_begin (HnRegister   *self,
                   HnBatchMode   mode,
                   const char   *title,
                   GError      **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (self->transaction == NULL, FALSE);

  if (!hn_transaction_begin (self, mode, error))
    return FALSE;
  if (!hn_transaction_defer (self, error))
    {
      hn_transaction_rollback (self);
      return FALSE;
    }

  self->transaction->batch = TRUE;
  self->transaction->title = g_strdup (title);

  return TRUE;
}

/**
 * hn_register_commit:
 * @self: a register in a batch
 * @error: return location
 *
 * Returns: whether the batch is on the disk; if not, nothing of it is
 */
gboolean
hn_register_commit (HnRegister  *self,
                    GError     **error)
{
  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (self->transaction != NULL, FALSE);

  return hn_transaction_commit (self, "batch", NULL, 0, self->transaction->title, 0, error);
}

/**
 * hn_register_rollback:
 * @self: a register
 *
 * Gives up the batch that is under way, if there is one.
 */
void
hn_register_rollback (HnRegister *self)
{
  g_return_if_fail (HN_IS_REGISTER (self));

  hn_transaction_rollback (self);
}
