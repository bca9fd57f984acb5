/* What became of records since a moment, all changes of a record taken together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-since.h"

#include "hn-change-log.h"

/**
 * hn_since_copy_field:
 *
 * Returns: (transfer full): a change of a field that does not hang on the history it was read from
 */
HnFieldChange *
hn_since_copy_field (const HnFieldChange *field)
{
  HnFieldChange *copy = g_new0 (HnFieldChange, 1);

  copy->field = field->field;
  copy->before = g_strdup (field->before);
  copy->after = g_strdup (field->after);

  return copy;
}

/**
 * hn_since_free_field:
 *
 * A #GDestroyNotify for what hn_since_copy_field() made.
 */
void
hn_since_free_field (HnFieldChange *field)
{
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

static void
since_free (gpointer data)
{
  HnSince *since = data;

  g_free (since->title);
  g_ptr_array_unref (since->fields);
  g_free (since);
}

static HnFieldChange *
find_field (HnSince       *since,
            const HnField *field)
{
  for (guint i = 0; i < since->fields->len; i++)
    {
      HnFieldChange *change = g_ptr_array_index (since->fields, i);

      if (change->field == field)
        return change;
    }

  return NULL;
}

static void
add_change (GHashTable            *records,
            const HnChangedRecord *changed)
{
  const HnRecordChange *change = changed->change;
  HnSince *since = g_hash_table_lookup (records, &change->id);

  if (since == NULL)
    {
      since = g_new0 (HnSince, 1);
      since->kind = change->kind;
      since->id = change->id;
      since->added = change->type == HN_CHANGE_ADD;
      since->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_since_free_field);
      g_hash_table_insert (records, g_memdup2 (&since->id, sizeof since->id), since);
    }
  since->exists = changed->exists;
  g_free (since->title);
  since->title = g_strdup (changed->title);

  for (guint i = 0; change->fields != NULL && i < change->fields->len; i++)
    {
      const HnFieldChange *field = g_ptr_array_index (change->fields, i);
      HnFieldChange *known = find_field (since, field->field);

      if (known == NULL)
        {
          g_ptr_array_add (since->fields, hn_since_copy_field (field));
          continue;
        }
      g_free (known->after);
      known->after = g_strdup (field->after);
    }
}

/* What was changed and changed back is as it was. */
static gboolean
settle (gpointer id,
        gpointer data,
        gpointer user_data)
{
  HnSince *since = data;

  for (guint i = since->fields->len; i > 0; i--)
    {
      const HnFieldChange *field = g_ptr_array_index (since->fields, i - 1);

      if (g_strcmp0 (field->before, field->after) == 0)
        g_ptr_array_remove_index (since->fields, i - 1);
    }

  return since->added ? !since->exists : since->exists && since->fields->len == 0;
}

/**
 * hn_since_load:
 * @change: the number of the change that was the newest at the moment
 * @error: return location
 *
 * Reads every change since. Not for the main thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64 HnSince): the records that are not as they were, by id
 */
GHashTable *
hn_since_load (HnRegister    *reg,
               gint64         change,
               GCancellable  *cancellable,
               GError       **error)
{
  const HnChangeQuery query = { .after = change };
  g_autoptr (GPtrArray) heads = hn_register_change_heads (reg, &query, cancellable, error);
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, since_free);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (heads == NULL)
    return NULL;

  for (guint i = heads->len; i > 0; i--)
    {
      const HnChangeHead *head = g_ptr_array_index (heads, i - 1);
      g_autoptr (HnChangeDetails) details = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      details = hn_register_change_details (reg, head->number, 0, G_MAXUINT, titles, error);
      if (details == NULL)
        return NULL;
      for (guint j = 0; j < details->records->len; j++)
        add_change (records, g_ptr_array_index (details->records, j));
    }
  g_hash_table_foreach_remove (records, settle, NULL);

  return g_steal_pointer (&records);
}
