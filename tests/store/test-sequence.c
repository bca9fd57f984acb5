/* Rows in order: built, gone through in every way, taken out and put in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sequence.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint8 value;
  guint  row;
} Item;

typedef struct
{
  const guint8 *values; /* 0 is none */
  guint         row;
} Comparing;

static gboolean
compare_rows (guint     row,
              int      *order,
              gboolean *same,
              gpointer  data)
{
  const Comparing *comparing = data;
  int difference = comparing->values[comparing->row] - comparing->values[row];

  *same = difference == 0;
  *order = difference != 0 ? difference : (comparing->row > row) - (comparing->row < row);

  return TRUE;
}

static int
compare_up (gconstpointer a,
            gconstpointer b)
{
  const Item *first = a, *second = b;
  int without = (first->value == 0) - (second->value == 0);
  int order = without != 0 ? without : first->value - second->value;

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const Item *first = a, *second = b;
  int without = (first->value == 0) - (second->value == 0);
  int order = without != 0 ? without : second->value - first->value;

  return order != 0 ? order : (first->row > second->row) - (first->row < second->row);
}

static void
assert_way (const HnSequence *sequence,
            HnSequenceWay     way,
            const Item       *items,
            guint             n_items)
{
  HnSequenceCursor cursor;
  guint32 rows[7];
  guint at = 0;
  guint n_rows;

  hn_sequence_begin (sequence, way, &cursor);
  while ((n_rows = hn_sequence_next (&cursor, rows, G_N_ELEMENTS (rows))) > 0)
    {
      for (guint i = 0; i < n_rows; i++, at++)
        {
          g_assert_cmpuint (at, <, n_items);
          g_assert_cmpuint (rows[i], ==, items[way == HN_SEQUENCE_BACKWARD ? n_items - 1 - at : at].row);
        }
    }
  g_assert_cmpuint (at, ==, n_items);
}

static void
assert_sequence (const HnSequence *sequence,
                 const guint8     *values,
                 const guint8     *present,
                 guint             n)
{
  g_autofree Item *items = g_new (Item, n);
  guint n_items = 0;

  for (guint row = 0; row < n; row++)
    {
      if (present[row] != 0)
        items[n_items++] = (Item) { values[row], row };
    }

  g_assert_cmpuint (hn_sequence_get_length (sequence), ==, n_items);
  qsort (items, n_items, sizeof (Item), compare_up);
  assert_way (sequence, HN_SEQUENCE_FORWARD, items, n_items);
  assert_way (sequence, HN_SEQUENCE_BACKWARD, items, n_items);
  qsort (items, n_items, sizeof (Item), compare_down);
  assert_way (sequence, HN_SEQUENCE_GROUPS, items, n_items);
}

static HnSequence *
build_sequence (const guint8 *values,
                const guint8 *present,
                guint         n)
{
  g_autoptr (HnSequenceBuilder) builder = hn_sequence_builder_new ();

  for (guint row = 0; row < n; row++)
    {
      if (present[row] == 0)
        hn_sequence_builder_add_absent (builder);
      else if (values[row] == 0)
        hn_sequence_builder_add_empty (builder);
      else
        hn_sequence_builder_add (builder, &values[row], 1);
    }

  return hn_sequence_builder_end (builder, NULL, HN_SEQUENCE_FORWARD);
}

#define N_ROWS 60

/* Some rows leave and come back with other values. */
static void
change_sequence (HnSequence *sequence,
                 guint8     *values,
                 guint8     *present)
{
  guint8 leaving[N_ROWS] = { 0 };

  for (guint i = 0; i < 5; i++)
    leaving[g_test_rand_int_range (0, N_ROWS)] = 1;
  hn_sequence_remove (sequence, leaving);
  for (guint row = 0; row < N_ROWS; row++)
    {
      Comparing comparing = { values, row };

      if (leaving[row] == 0)
        continue;
      present[row] = g_test_rand_bit ();
      values[row] = (guint8) g_test_rand_int_range (0, 6);
      if (present[row] != 0)
        g_assert_true (hn_sequence_insert (sequence, row, values[row] != 0, compare_rows, &comparing));
    }
}

static void
test_sequence (void)
{
  for (guint round = 0; round < 100; round++)
    {
      guint8 values[N_ROWS];
      guint8 present[N_ROWS];
      g_autoptr (HnSequence) sequence = NULL;
      g_autoptr (HnSequence) shared = NULL;

      for (guint row = 0; row < N_ROWS; row++)
        {
          values[row] = (guint8) g_test_rand_int_range (0, 6);
          present[row] = g_test_rand_bit () || round % 10 == 0;
        }
      sequence = build_sequence (values, present, N_ROWS);
      assert_sequence (sequence, values, present, N_ROWS);

      shared = hn_sequence_ref (sequence);
      sequence = hn_sequence_make_own (sequence);
      g_assert_true (sequence != shared);
      for (guint i = 0; i < 10; i++)
        {
          change_sequence (sequence, values, present);
          assert_sequence (sequence, values, present, N_ROWS);
        }
    }
}

/* Values are compared to their ends, whatever they begin with. */
static void
test_sequence_values (void)
{
  static const char *const values[] = { "nguyễn văn b", "nguyễn văn a", "", "nguyễn", "nguyễn văn", "n" };
  static const guint32 expected[] = { 2, 5, 3, 4, 1, 0 };
  g_autoptr (HnSequenceBuilder) builder = hn_sequence_builder_new ();
  g_autoptr (HnSequence) sequence = NULL;
  HnSequenceCursor cursor;
  guint32 rows[G_N_ELEMENTS (values)];

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    hn_sequence_builder_add (builder, (const guint8 *) values[i], strlen (values[i]));
  sequence = hn_sequence_builder_end (builder, NULL, HN_SEQUENCE_FORWARD);
  hn_sequence_begin (sequence, HN_SEQUENCE_FORWARD, &cursor);
  g_assert_cmpuint (hn_sequence_next (&cursor, rows, G_N_ELEMENTS (rows)), ==, G_N_ELEMENTS (rows));
  g_assert_cmpmem (rows, sizeof rows, expected, sizeof expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sequence/changes", test_sequence);
  g_test_add_func ("/sequence/values", test_sequence_values);

  return g_test_run ();
}
