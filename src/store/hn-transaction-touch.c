/* What a transaction touched: the search rows that are to be remade, and what is said to have changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-dependents.h"
#include "hn-register-private.h"

/* More changed records than a listener could make use of one by one. */
#define MAX_LISTED 1000

/**
 * hn_record_change_new:
 *
 * Returns: (transfer full): that something was done to a record, without saying which fields
 */
HnRecordChange *
hn_record_change_new (HnChangeType  type,
                      const HnKind *kind,
                      gint64        id)
{
  HnRecordChange *change = g_new0 (HnRecordChange, 1);

  change->type = type;
  change->kind = kind;
  change->id = id;

  return change;
}

/**
 * hn_record_change_free:
 *
 * A #GDestroyNotify for lists of changes.
 */
void
hn_record_change_free (HnRecordChange *change)
{
  g_clear_pointer (&change->fields, g_ptr_array_unref);
  g_free (change);
}

/**
 * hn_transaction_touch:
 * @self: a register in a transaction
 * @kind: a stored kind
 * @id: a record that was written or deleted
 * @type: how it changed
 * @renamed: whether what those who refer to it show and are found by has changed
 * @record: (nullable): the record as it is stored now, if it is at hand
 */
void
hn_transaction_touch (HnRegister   *self,
                      const HnKind *kind,
                      gint64        id,
                      HnChangeType  type,
                      gboolean      renamed,
                      HnRecord     *record)
{
  HnTouch touch = { kind, id, type, renamed, record != NULL ? hn_record_ref (record) : NULL };

  g_array_append_val (self->transaction->touches, touch);
}

static void
note_change (HnRegister    *self,
             const HnTouch *touch)
{
  GPtrArray *changes = self->transaction->changes;

  if (changes == NULL)
    return;
  if (changes->len == MAX_LISTED)
    {
      g_clear_pointer (&self->transaction->changes, g_ptr_array_unref);
      return;
    }

  /* In a batch a record may come several times: what it has become since it began is what counts. */
  for (guint i = 0; i < changes->len; i++)
    {
      HnRecordChange *change = g_ptr_array_index (changes, i);

      if (change->id != touch->id || change->kind != touch->kind)
        continue;
      if (change->type == HN_CHANGE_ADD && touch->type == HN_CHANGE_DELETE)
        g_ptr_array_remove_index (changes, i);
      else if (change->type == HN_CHANGE_DELETE && touch->type == HN_CHANGE_ADD)
        change->type = HN_CHANGE_SET;
      else if (touch->type == HN_CHANGE_DELETE)
        change->type = HN_CHANGE_DELETE;
      return;
    }

  g_ptr_array_add (changes, hn_record_change_new (touch->type, touch->kind, touch->id));
}

/* Those who show what was renamed come after it in the array, once each. */
static gboolean
touch_referrers (HnRegister     *self,
                 const HnTouch  *touch,
                 GHashTable     *seen,
                 GError        **error)
{
  g_autoptr (GPtrArray) links = hn_links_to (touch->kind);

  for (guint i = 0; i < links->len; i++)
    {
      const HnLink *link = g_ptr_array_index (links, i);
      g_autoptr (GArray) ids = hn_link_find (self, link, touch->id, error);

      if (ids == NULL)
        return FALSE;

      for (guint j = 0; j < ids->len; j++)
        {
          gint64 id = g_array_index (ids, gint64, j);

          if (g_hash_table_contains (seen, &id))
            continue;
          hn_transaction_touch (self, link->kind, id, HN_CHANGE_SET, hn_search_depends_on (link->kind, link->field),
                                NULL);
        }
    }

  return TRUE;
}

/**
 * hn_transaction_remake:
 * @self: a register in a transaction
 * @error: return location
 *
 * Remakes the search rows of every record that was touched since the last call, and of those that show what
 * was renamed.
 *
 * Returns: whether they are in step again
 */
gboolean
hn_transaction_remake (HnRegister  *self,
                       GError     **error)
{
  GArray *touches = self->transaction->touches;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < touches->len; i++)
    {
      /* By value: the array grows. */
      HnTouch touch = g_array_index (touches, HnTouch, i);

      note_change (self, &touch);
      if (touch.record != NULL ? !hn_search_write (self, touch.record, touch.type == HN_CHANGE_ADD, error)
                               : !hn_search_remake (self, touch.kind, touch.id, error))
        return FALSE;
      if (touch.renamed)
        {
          g_hash_table_add (seen, g_memdup2 (&touch.id, sizeof touch.id));
          if (!touch_referrers (self, &touch, seen, error))
            return FALSE;
        }
    }
  g_array_set_size (touches, 0);

  return TRUE;
}
