/* One value given to a field of many records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"
#include "hn-value.h"

/**
 * hn_refusal_free:
 *
 * A #GDestroyNotify for lists of refusals.
 */
void
hn_refusal_free (HnRefusal *refusal)
{
  g_free (refusal->title);
  g_free (refusal->message);
  g_free (refusal);
}

static void
refuse (HnRegister   *self,
        const HnKind *kind,
        gint64        id,
        const GError *reason,
        GPtrArray    *refusals)
{
  HnRefusal *refusal = g_new0 (HnRefusal, 1);

  refusal->id = id;
  refusal->title = hn_register_get_title (self, kind, id);
  refusal->message = g_strdup (reason->message);
  g_ptr_array_add (refusals, refusal);
}

/* What is wrong with the one record, and leaves the others to go on with. */
static gboolean
is_refusal (const GError *reason)
{
  return reason->domain == HN_KIND_ERROR || g_error_matches (reason, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID)
         || g_error_matches (reason, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD);
}

static gboolean
set_one (HnRegister    *self,
         const HnKind  *kind,
         gint64         id,
         const char    *field,
         GVariant      *value,
         GError       **error)
{
  g_autoptr (HnRecord) record = hn_register_load (self, kind, id, error);

  if (record == NULL || !hn_record_edit (record, field, value, error))
    return FALSE;

  hn_record_settle (record);

  return hn_register_save (self, record, error);
}

/**
 * hn_register_set_fields:
 * @self: a register in a batch
 * @kind: a kind or view
 * @ids: (array length=n_ids): records of it
 * @n_ids: how many
 * @field: the name of one of its fields
 * @value: (nullable): what the field gets, %NULL to empty it
 * @cancellable: (nullable): may end it early, with an error
 * @refusals: (out) (optional) (transfer full) (element-type HnRefusal): the records that cannot take the value or
 *   are not there any more, each with the reason; they stay as they are. Free with g_ptr_array_unref()
 * @error: return location; set where the register cannot be read or written
 *
 * Does to other fields what hn_record_edit() does. For hn_store_change_async().
 *
 * Returns: whether every record was gone through; if not, the batch is to be given up
 */
gboolean
hn_register_set_fields (HnRegister    *self,
                        const HnKind  *kind,
                        const gint64  *ids,
                        gsize          n_ids,
                        const char    *field,
                        GVariant      *value,
                        GCancellable  *cancellable,
                        GPtrArray    **refusals,
                        GError       **error)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_refusal_free);
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (self->transaction != NULL && self->transaction->batch, FALSE);
  g_return_val_if_fail (kind != NULL && hn_kind_get_field (hn_kind_stored (kind), field) != NULL, FALSE);

  for (gsize i = 0; i < n_ids; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (set_one (self, kind, ids[i], field, owned, &reason))
        continue;
      if (!is_refusal (reason))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      refuse (self, kind, ids[i], reason, refused);
    }
  if (refusals != NULL)
    *refusals = g_steal_pointer (&refused);

  return TRUE;
}
