/* Sets of ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-id-set.h"

static void
test_members (void)
{
  static const gint64 ids[] = { 1, 63, 64, 32767, 32768, 1000000, G_GINT64_CONSTANT (1) << 31, G_MAXINT64, -5 };
  g_autoptr (HnIdSet) set = hn_id_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_false (hn_id_set_contains (set, ids[i]));
      g_assert_true (hn_id_set_add (set, ids[i]));
      g_assert_false (hn_id_set_add (set, ids[i]));
      g_assert_cmpuint (hn_id_set_get_size (set), ==, i + 1);
    }
  g_assert_false (hn_id_set_contains (set, 2));
  g_assert_false (hn_id_set_contains (set, 0));
  g_assert_false (hn_id_set_remove (set, 2));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (hn_id_set_contains (set, ids[i]));
      g_assert_true (hn_id_set_remove (set, ids[i]));
      g_assert_false (hn_id_set_contains (set, ids[i]));
    }
  g_assert_cmpuint (hn_id_set_get_size (set), ==, 0);
}

/* Against a table, at random. */
static void
test_random (void)
{
  g_autoptr (HnIdSet) set = hn_id_set_new ();
  g_autoptr (GHashTable) table = g_hash_table_new (NULL, NULL);

  for (int step = 0; step < 20000; step++)
    {
      int id = g_test_rand_int_range (1, 5000);
      gpointer key = GINT_TO_POINTER (id);

      if (g_test_rand_int_range (0, 3) == 0)
        g_assert_cmpint (hn_id_set_remove (set, id), ==, g_hash_table_remove (table, key));
      else
        g_assert_cmpint (hn_id_set_add (set, id), ==, g_hash_table_add (table, key));
    }
  g_assert_cmpuint (hn_id_set_get_size (set), ==, g_hash_table_size (table));
  for (int id = 0; id < 5000; id++)
    g_assert_cmpint (hn_id_set_contains (set, id), ==, g_hash_table_contains (table, GINT_TO_POINTER (id)));

  hn_id_set_clear (set);
  g_assert_cmpuint (hn_id_set_get_size (set), ==, 0);
  g_assert_false (hn_id_set_contains (set, 7));
}

/* Ids as a register gives them, of which a million are selected at once. */
static void
test_many (void)
{
  const guint n = g_test_slow () ? 1000000 : 100000;
  g_autoptr (HnIdSet) set = hn_id_set_new ();
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = (gint64) (((guint64) g_test_rand_int () << 31 | i) + 1);
  g_test_timer_start ();
  hn_id_set_add_many (set, ids, n);
  g_test_message ("%u ids in %.1f ms", n, g_test_timer_elapsed () * 1000);
  for (guint i = 0; i < n; i++)
    g_assert_true (hn_id_set_contains (set, ids[i]));
  g_assert_cmpuint (hn_id_set_get_size (set), ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/id-set/members", test_members);
  g_test_add_func ("/model/id-set/random", test_random);
  g_test_add_func ("/model/id-set/many", test_many);

  return g_test_run ();
}
