/* Records of a window that was closed, entered after its report was sent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission.h"

#include "hn-submission-private.h"

static void
late_record_free (HnLateRecord *late)
{
  g_free (late->form);
  g_free (late->title);
  g_free (late->line);
  g_free (late);
}

static GHashTable *
list_ids (const HnCountedTable *table)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->records->len; j++)
        g_hash_table_add (ids, &g_array_index (row->records, HnCountedRecord, j).id);
    }

  return ids;
}

/* "06/05/2021, Giao lưu hữu nghị, 30 người": the row without its number. */
static char *
describe (const HnCountedTable *table,
          const HnCountedRow   *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);
      const char *head = g_ptr_array_index (table->columns, i);

      if (cell == NULL || hn_counted_is_ordinal (table, i))
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      if (i < 64 && (row->numbers >> i & 1) != 0)
        g_string_append_printf (text, "%s: ", head);
      g_string_append (text, cell);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_late (HnRegister           *reg,
          GHashTable           *since,
          const HnCountedTable *then,
          const HnCountedTable *now,
          GPtrArray            *late)
{
  g_autoptr (GHashTable) known = list_ids (then);

  for (guint i = 0; i < now->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (now->rows, i);

      for (guint j = 0; row->style == HN_ROW_PLAIN && j < row->records->len; j++)
        {
          HnCountedRecord *record = &g_array_index (row->records, HnCountedRecord, j);
          const HnSince *change = g_hash_table_lookup (since, &record->id);
          HnLateRecord *found;

          if (change == NULL || !change->added || !g_hash_table_add (known, &record->id))
            continue;
          found = g_new0 (HnLateRecord, 1);
          found->form = g_strdup (now->name);
          found->kind = record->kind;
          found->id = record->id;
          found->title = hn_register_get_title (reg, record->kind, record->id);
          found->line = row->records->len == 1 ? describe (now, row) : g_strdup (row->label);
          g_ptr_array_add (late, found);
        }
    }
}

static gboolean
has_added (GHashTable *since)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, since);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const HnSince *) value)->added)
      return TRUE;

  return FALSE;
}

/**
 * hn_counted_find_late:
 * @then: what was sent
 * @form: (nullable): only what this one counts
 * @after: the change after which the records were entered
 *
 * Returns: (transfer full) (nullable): of #HnLateRecord
 */
GPtrArray *
hn_counted_find_late (HnRegister       *reg,
                      const HnCounted  *then,
                      const char       *form,
                      gint64            after,
                      GCancellable     *cancellable,
                      GError          **error)
{
  const char *const only[] = { form, NULL };
  g_autoptr (GHashTable) since = hn_since_load (reg, after, cancellable, error);
  g_autoptr (HnCounted) now = NULL;
  HnCounted asked = *then;
  GPtrArray *late;

  if (since == NULL)
    return NULL;
  late = g_ptr_array_new_with_free_func ((GDestroyNotify) late_record_free);
  if (!has_added (since))
    return late;

  if (form != NULL)
    asked.forms = (char **) only;
  now = hn_submission_count_again (reg, &asked, cancellable, error);
  if (now == NULL)
    {
      g_ptr_array_unref (late);
      return NULL;
    }
  for (guint i = 0; i < now->tables->len; i++)
    {
      const HnCountedTable *table = g_ptr_array_index (now->tables, i);

      add_late (reg, since, hn_counted_find_table (then, table->name), table, late);
    }

  return late;
}

/**
 * hn_submission_late:
 * @id: of a submission
 * @error: as of hn_submission_compare()
 *
 * Returns: (transfer full) (nullable): of #HnLateRecord: what its forms would count today, and was entered after it was
 *   sent
 */
GPtrArray *
hn_submission_late (HnRegister    *reg,
                    gint64         id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (HnCounted) then = hn_submission_read_figures (reg, id, error);

  return then != NULL ? hn_counted_find_late (reg, then, NULL, then->change, cancellable, error) : NULL;
}
