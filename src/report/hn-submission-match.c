/* Which row of a table is which of the same table at another time: by what it is of, never by its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission-private.h"

#define NONE G_MAXUINT

/* The rows of one table with what they are told apart by. */
typedef struct
{
  GPtrArray *rows;
  char     **paths;   /* the headings above the row, and its label */
  guint64   *records; /* the same for the same set of records */
  guint     *partner; /* the row in the other table, or NONE */
} Side;

static void
side_clear (Side *side)
{
  g_clear_pointer (&side->paths, g_strfreev);
  g_clear_pointer (&side->records, g_free);
  g_clear_pointer (&side->partner, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

/* Of each record a number that looks random, added up: the order does not matter. */
static guint64
hash_records (const HnCountedRow *row)
{
  guint64 sum = 0;

  for (guint i = 0; i < row->records->len; i++)
    {
      guint64 bits = (guint64) g_array_index (row->records, HnCountedRecord, i).id;

      bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      sum += bits ^ (bits >> 31);
    }

  return sum;
}

/* Headings of an outer level end those of the inner ones. */
static void
open_heading (GPtrArray          *headings,
              const HnCountedRow *row)
{
  while (headings->len > 0
         && ((const HnCountedRow *) g_ptr_array_index (headings, headings->len - 1))->level >= row->level)
    g_ptr_array_remove_index (headings, headings->len - 1);
  g_ptr_array_add (headings, (gpointer) row);
}

static char *
make_path (GPtrArray          *headings,
           const HnCountedRow *row)
{
  g_autoptr (GString) path = g_string_new (NULL);

  g_string_append_printf (path, "%d", row->style);
  for (guint i = 0; i < headings->len; i++)
    {
      const HnCountedRow *heading = g_ptr_array_index (headings, i);

      if (heading != row)
        g_string_append_printf (path, "\n%s", heading->label);
    }
  g_string_append_printf (path, "\n%s", row->label);

  return g_string_free_and_steal (g_steal_pointer (&path));
}

static void
side_init (Side                 *side,
           const HnCountedTable *table)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  side->rows = table->rows;
  side->paths = g_new0 (char *, table->rows->len + 1);
  side->records = g_new (guint64, table->rows->len);
  side->partner = g_new (guint, table->rows->len);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (table->rows, i);

      if (row->style == HN_ROW_GROUP)
        open_heading (headings, row);
      side->paths[i] = make_path (headings, row);
      side->records[i] = hash_records (row);
      side->partner[i] = NONE;
    }
}

/* --- by a key ------------------------------------------------------------ */

typedef enum
{
  BY_PATH_AND_RECORDS,
  BY_PATH,
  BY_RECORDS,
} Key;

/* NULL where a row cannot be told by it. */
static char *
make_key (const Side *side,
          guint       index,
          Key         key)
{
  const HnCountedRow *row = g_ptr_array_index (side->rows, index);

  switch (key)
    {
    case BY_PATH_AND_RECORDS:
      return g_strdup_printf ("%" G_GINT64_MODIFIER "x %s", side->records[index], side->paths[index]);
    case BY_PATH:
      return g_strdup (side->paths[index]);
    case BY_RECORDS:
    default:
      return row->records->len > 0 ? g_strdup_printf ("%d %" G_GINT64_MODIFIER "x", row->style, side->records[index])
                                   : NULL;
    }
}

/* Key to the indices of the rows that are still alone. */
static GHashTable *
index_rows (const Side *side,
            Key         key)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < side->rows->len; i++)
    {
      g_autofree char *text = side->partner[i] == NONE ? make_key (side, i, key) : NULL;
      GArray *indices;

      if (text == NULL)
        continue;
      indices = g_hash_table_lookup (table, text);
      if (indices == NULL)
        {
          indices = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (table, g_steal_pointer (&text), indices);
        }
      g_array_append_val (indices, i);
    }

  return table;
}

/* What is the same in every way goes together in its order; else only what is alone of its kind on both sides. */
static void
match_by (Side *then,
          Side *now,
          Key   key)
{
  g_autoptr (GHashTable) first = index_rows (then, key);
  g_autoptr (GHashTable) second = index_rows (now, key);
  GHashTableIter iter;
  gpointer text, value;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &text, &value))
    {
      GArray *a = value, *b = g_hash_table_lookup (second, text);

      if (b == NULL || (key != BY_PATH_AND_RECORDS && (a->len > 1 || b->len > 1)))
        continue;
      for (guint i = 0; i < MIN (a->len, b->len); i++)
        {
          guint x = g_array_index (a, guint, i), y = g_array_index (b, guint, i);

          then->partner[x] = y;
          now->partner[y] = x;
        }
    }
}

/* What is left goes with the first row that counts one of its records. */
static void
match_by_any_record (Side *then,
                     Side *now)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < now->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (now->rows, i);

      for (guint j = 0; now->partner[i] == NONE && row->style == HN_ROW_PLAIN && j < row->records->len; j++)
        g_hash_table_insert (rows, &g_array_index (row->records, HnCountedRecord, j).id, GUINT_TO_POINTER (i + 1));
    }

  for (guint i = 0; i < then->rows->len; i++)
    {
      const HnCountedRow *row = g_ptr_array_index (then->rows, i);

      for (guint j = 0; then->partner[i] == NONE && row->style == HN_ROW_PLAIN && j < row->records->len; j++)
        {
          guint found =
            GPOINTER_TO_UINT (g_hash_table_lookup (rows, &g_array_index (row->records, HnCountedRecord, j).id));

          if (found == 0 || now->partner[found - 1] != NONE)
            continue;
          then->partner[i] = found - 1;
          now->partner[found - 1] = i;
        }
    }
}

static void
add_pair (GArray     *pairs,
          const Side *then,
          guint       then_at,
          const Side *now,
          guint       now_at)
{
  const HnRowPair pair = {
    then_at != NONE ? g_ptr_array_index (then->rows, then_at) : NULL,
    now_at != NONE ? g_ptr_array_index (now->rows, now_at) : NULL,
    then_at,
    now_at,
  };

  g_array_append_val (pairs, pair);
}

/**
 * hn_rows_match:
 *
 * Returns: (transfer full): of #HnRowPair: the rows of today in their order, each with the one that it was, then those
 *   that are there no more
 */
GArray *
hn_rows_match (const HnCountedTable *then,
               const HnCountedTable *now)
{
  g_auto (Side) first = { 0 };
  g_auto (Side) second = { 0 };
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (HnRowPair));

  side_init (&first, then);
  side_init (&second, now);
  match_by (&first, &second, BY_PATH_AND_RECORDS);
  match_by (&first, &second, BY_PATH);
  match_by (&first, &second, BY_RECORDS);
  match_by_any_record (&first, &second);

  for (guint i = 0; i < now->rows->len; i++)
    add_pair (pairs, &first, second.partner[i], &second, i);
  for (guint i = 0; i < then->rows->len; i++)
    if (first.partner[i] == NONE)
      add_pair (pairs, &first, i, &second, NONE);

  return pairs;
}
