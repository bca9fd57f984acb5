/* The few rows of a list that somebody holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-live-rows.h"

struct _HnLiveRows
{
  GObject *source; /* owns this */
  HnListRowFetch fetch;
  GHashTable *rows; /* position → HnListRow, which is not kept alive by it */
};

static void
row_gone_cb (gpointer  data,
             GObject  *gone)
{
  HnLiveRows *self = data;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (row == gone)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

/**
 * hn_live_rows_new:
 * @source: the list that the rows are of
 * @fetch: reads their records
 *
 * Returns: (transfer full): no rows yet
 */
HnLiveRows *
hn_live_rows_new (GObject        *source,
                  HnListRowFetch  fetch)
{
  HnLiveRows *self = g_new0 (HnLiveRows, 1);

  self->source = source;
  self->fetch = fetch;
  self->rows = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * hn_live_rows_free:
 *
 * Rows that somebody still holds live on, but do not read any more.
 */
void
hn_live_rows_free (HnLiveRows *self)
{
  hn_live_rows_forget_from (self, 0);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * hn_live_rows_get:
 *
 * Returns: (transfer full): the row at a position, always the same object while somebody holds it
 */
HnListRow *
hn_live_rows_get (HnLiveRows *self,
                  guint       position,
                  gint64      id)
{
  HnListRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));

  if (row != NULL)
    return g_object_ref (row);

  row = hn_list_row_new (self->source, self->fetch, position, id);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);

  return row;
}

/**
 * hn_live_rows_list:
 *
 * Returns: (transfer full): all of them, kept alive by the array: a cell that hears of its new record could let go of
 *   another row
 */
GPtrArray *
hn_live_rows_list (HnLiveRows *self)
{
  GPtrArray *rows = g_hash_table_get_values_as_ptr_array (self->rows);

  g_ptr_array_foreach (rows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (rows, g_object_unref);

  return rows;
}

/**
 * hn_live_rows_forget_from:
 *
 * Rows from position on are no longer the list's; who holds them drops them when the list says so.
 */
void
hn_live_rows_forget_from (HnLiveRows *self,
                          guint       position)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (hn_list_row_get_position (row) >= position)
      {
        g_object_weak_unref (row, row_gone_cb, self);
        g_hash_table_iter_remove (&iter);
      }
}

/**
 * hn_live_rows_splice:
 *
 * Rows in the splice are forgotten, those behind it take their new position.
 */
void
hn_live_rows_splice (HnLiveRows       *self,
                     const HnIdSplice *splice)
{
  g_autoptr (GPtrArray) rows = hn_live_rows_list (self);

  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      HnListRow *row = g_ptr_array_index (rows, i);
      guint position = hn_list_row_get_position (row);

      if (position >= splice->position && position < splice->position + splice->removed)
        {
          g_object_weak_unref (G_OBJECT (row), row_gone_cb, self);
          continue;
        }
      if (position >= splice->position + splice->removed)
        position = position - splice->removed + splice->added;
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
      hn_list_row_move (row, position);
    }
}

static HnRecord *
find_record (GPtrArray *records,
             gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      HnRecord *record = g_ptr_array_index (records, i);

      if (record != NULL && hn_record_get_id (record) == id)
        return record;
    }

  return NULL;
}

/**
 * hn_live_rows_read:
 * @rows: (element-type HnListRow): as of hn_live_rows_list()
 * @ids: (element-type gint64): the record that each of them shows now; 0 for a blank row
 *
 * Reads what the rows show, in one go, and hands it to them.
 *
 * Returns: whether it could be read; if not, they show what they showed
 */
gboolean
hn_live_rows_read (GPtrArray     *rows,
                   HnRegister    *reg,
                   const HnKind  *kind,
                   GArray        *ids,
                   GError       **error)
{
  g_autoptr (GPtrArray) records = hn_register_load_many (reg, kind, &g_array_index (ids, gint64, 0), ids->len, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      hn_list_row_refill (g_ptr_array_index (rows, i), id, find_record (records, id));
    }

  return TRUE;
}
