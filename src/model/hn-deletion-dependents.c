/* Who refers to records that are to be deleted together, and is not among them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-deletion-private.h"

static HnDependents *
find_entry (GPtrArray          *sums,
            const HnDependents *wanted)
{
  for (guint i = 0; i < sums->len; i++)
    {
      HnDependents *entry = g_ptr_array_index (sums, i);

      if (entry->kind == wanted->kind && entry->field == wanted->field && entry->can_clear == wanted->can_clear)
        return entry;
    }

  return NULL;
}

/* Attachments go with their record; nobody needs to decide that. */
static void
add_up (GPtrArray *sums,
        GPtrArray *dependents)
{
  for (guint i = 0; i < dependents->len; i++)
    {
      const HnDependents *more = g_ptr_array_index (dependents, i);
      HnDependents *entry = find_entry (sums, more);

      if (g_str_equal (more->kind->name, "attachment"))
        continue;
      if (entry != NULL)
        entry->n_records += more->n_records;
      else
        g_ptr_array_add (sums, g_memdup2 (more, sizeof *more));
    }
}

static gboolean
refers_into (const HnRecord *record,
             const HnField  *field,
             GHashTable     *ids)
{
  g_autoptr (GVariant) values = NULL;
  GVariant *value = hn_record_get (record, field->name);
  const char *kind;
  gint64 id;

  if (value == NULL || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return FALSE;

  values = (field->flags & HN_FIELD_MULTIPLE) != 0 ? g_variant_ref (value)
                                                   : g_variant_ref_sink (g_variant_new_array (NULL, &value, 1));
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_variant_get_child (values, i, "(&sx)", &kind, &id);
      if (id != hn_record_get_id (record) && g_hash_table_contains (ids, &id))
        return TRUE;
    }

  return FALSE;
}

static void
take_off (GPtrArray     *sums,
          const HnKind  *kind,
          const HnField *field,
          guint          n)
{
  for (guint i = sums->len; i > 0 && n > 0; i--)
    {
      HnDependents *entry = g_ptr_array_index (sums, i - 1);
      guint off = MIN (entry->n_records, n);

      if (entry->kind != kind || entry->field != field)
        continue;
      n -= off;
      entry->n_records -= off;
      if (entry->n_records == 0)
        g_ptr_array_remove_index (sums, i - 1);
    }
}

static gboolean
has_own_links (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HN_TYPE_REFERENCE && hn_field_has_target (&kind->fields[i], kind))
      return TRUE;

  return FALSE;
}

/* A branch that is deleted with its association is no reason to ask. */
static gboolean
take_off_own (const HnDeletion  *self,
              HnRegister        *reg,
              GPtrArray         *sums,
              GError           **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (sums->len == 0 || self->ids->len < 2 || !has_own_links (self->kind))
    return TRUE;

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (ids, &g_array_index (self->ids, gint64, i));

  for (guint at = 0; at < self->ids->len; at += HN_DELETION_PIECE)
    {
      g_autoptr (GPtrArray) records = hn_register_load_many (reg, self->kind, &g_array_index (self->ids, gint64, at),
                                                             MIN (HN_DELETION_PIECE, self->ids->len - at), error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        for (guint j = 0; j < self->kind->n_fields; j++)
          {
            const HnRecord *record = g_ptr_array_index (records, i);
            const HnField *field = &self->kind->fields[j];

            if (record != NULL && field->type == HN_TYPE_REFERENCE && hn_field_has_target (field, self->kind)
                && refers_into (record, field, ids))
              take_off (sums, self->kind, field, 1);
          }
    }

  return TRUE;
}

/**
 * hn_deletion_list_dependents:
 * @progress: (nullable) (scope call): is told how far it is
 *
 * Returns: (transfer full) (nullable) (element-type HnDependents): who refers to the records and is not among them,
 *   added up; without attachments, which go with their record
 */
GPtrArray *
hn_deletion_list_dependents (const HnDeletion  *self,
                             HnRegister        *reg,
                             HnProgress         progress,
                             gpointer           progress_data,
                             GCancellable      *cancellable,
                             GError           **error)
{
  g_autoptr (GPtrArray) sums = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);

  sums = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autoptr (GPtrArray) dependents = NULL;

      if (i % HN_DELETION_PIECE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      dependents = hn_register_dependents (reg, self->kind, g_array_index (self->ids, gint64, i), error);
      if (dependents == NULL)
        return NULL;
      add_up (sums, dependents);
      if (progress != NULL && i % HN_DELETION_PIECE == 0)
        progress ((double) i / self->ids->len, progress_data);
    }

  return take_off_own (self, reg, sums, error) ? g_steal_pointer (&sums) : NULL;
}
