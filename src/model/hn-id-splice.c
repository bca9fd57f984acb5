/* How one order of ids becomes another by a few splices. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-id-splice.h"

static gint64
id_at (GArray *ids,
       guint   position)
{
  return g_array_index (ids, gint64, position);
}

/* How many touched ids follow each other from position. */
static guint
run_of_touched (GArray     *ids,
                guint       position,
                GHashTable *touched)
{
  guint end = position;

  while (end < ids->len && g_hash_table_contains (touched, &g_array_index (ids, gint64, end)))
    end++;

  return end - position;
}

static gboolean
same_run (GArray *before,
          guint   old,
          GArray *after,
          guint   new,
          guint   length)
{
  for (guint i = 0; i < length; i++)
    if (id_at (before, old + i) != id_at (after, new + i))
      return FALSE;

  return TRUE;
}

/**
 * hn_id_splices:
 * @before: (element-type gint64): ids, each once
 * @after: (element-type gint64): ids, each once
 * @touched: the ids that may have come, gone or moved, as pointers to gint64
 *
 * Between two ids that stayed, the touched ones of before are replaced by those of after. A record that was changed
 * and stays at its place needs no splice.
 *
 * Returns: (transfer full) (nullable): an array of #HnIdSplice to apply from the first to the last;
 *   %NULL where more than the touched ids differ
 */
GArray *
hn_id_splices (GArray     *before,
               GArray     *after,
               GHashTable *touched)
{
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (HnIdSplice));
  guint old = 0, new = 0;

  while (TRUE)
    {
      guint removed = run_of_touched (before, old, touched);
      guint added = run_of_touched (after, new, touched);

      if (removed != added || !same_run (before, old, after, new, removed))
        {
          const HnIdSplice splice = { .position = new, .removed = removed, .added = added };

          g_array_append_val (splices, splice);
        }
      old += removed;
      new += added;

      if (old == before->len || new == after->len)
        break;
      if (id_at (before, old) != id_at (after, new))
        return NULL;
      old++;
      new ++;
    }

  if (old != before->len || new != after->len)
    return NULL;

  return g_steal_pointer (&splices);
}
