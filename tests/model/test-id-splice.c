/* Splices that turn one order of ids into another, against doing it plainly. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-id-splice.h"

static GArray *
ids_new (const char *letters)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      gint64 id = *letter;

      g_array_append_val (ids, id);
    }

  return ids;
}

static GHashTable *
touched_new (const char *letters)
{
  GHashTable *touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      gint64 id = *letter;

      g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
    }

  return touched;
}

/* "2-1+0 5-0+1": position, removed, added of each splice; "no" where there is no such way */
static char *
describe (const char *before,
          const char *after,
          const char *touched)
{
  g_autoptr (GArray) old = ids_new (before);
  g_autoptr (GArray) new = ids_new (after);
  g_autoptr (GHashTable) set = touched_new (touched);
  g_autoptr (GArray) splices = hn_id_splices (old, new, set);
  g_autoptr (GString) text = g_string_new (splices == NULL ? "no" : "");

  for (guint i = 0; splices != NULL && i < splices->len; i++)
    {
      const HnIdSplice *splice = &g_array_index (splices, HnIdSplice, i);

      g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", splice->position, splice->removed, splice->added);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_table (void)
{
  static const struct
  {
    const char *before, *after, *touched, *splices;
  } cases[] = {
    { "", "", "", "" },
    { "abc", "abc", "", "" },
    { "abc", "abc", "b", "" },
    { "abc", "abxc", "x", "2-0+1" },
    { "abc", "xabc", "x", "0-0+1" },
    { "abc", "abcx", "x", "3-0+1" },
    { "abc", "ac", "b", "1-1+0" },
    { "abcd", "acbd", "b", "1-1+0 2-0+1" },
    { "abcd", "dabc", "d", "0-0+1 4-1+0" },
    { "ab", "ba", "ab", "0-2+2" },
    { "abc", "", "abc", "0-3+0" },
    { "abc", "acb", "", "no" },
    { "abc", "abcd", "", "no" },
    { "abc", "ab", "", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *splices = describe (cases[i].before, cases[i].after, cases[i].touched);

      g_assert_cmpstr (splices, ==, cases[i].splices);
    }
}

static void
apply (GArray           *ids,
       const HnIdSplice *splice,
       GArray           *after)
{
  g_assert_cmpuint (splice->position + splice->removed, <=, ids->len);
  if (splice->removed > 0)
    g_array_remove_range (ids, splice->position, splice->removed);
  if (splice->added > 0)
    g_array_insert_vals (ids, splice->position, &g_array_index (after, gint64, splice->position), splice->added);
}

static void
test_random (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GHashTable) touched = touched_new ("");
      g_autoptr (GArray) splices = NULL;
      int n = g_test_rand_int_range (0, 30);

      for (gint64 id = 0; id < n; id++)
        {
          int where = g_test_rand_int_range (0, 6);

          if (where < 3)
            g_array_append_val (before, id), g_array_append_val (after, id);
          else
            g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
          if (where == 3 || where == 5)
            g_array_insert_val (before, (guint) g_test_rand_int_range (0, (int) before->len + 1), id);
          if (where == 4 || where == 5)
            g_array_insert_val (after, (guint) g_test_rand_int_range (0, (int) after->len + 1), id);
        }

      splices = hn_id_splices (before, after, touched);
      g_assert_nonnull (splices);
      for (guint i = 0; i < splices->len; i++)
        apply (before, &g_array_index (splices, HnIdSplice, i), after);
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/id-splice/table", test_table);
  g_test_add_func ("/model/id-splice/random", test_random);

  return g_test_run ();
}
