/* So many rows that several threads look at them: each is answered as its text would be by itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-arena.h"

#include <locale.h>

/* Some threads' shares, and no multiple of anything. */
#define N_ROWS 100003

static const char *const words[] = { "Nguyễn", "Trần", "Đức", "Dục", "Ánh", "anh", "Yên", "Thế", "Hoà", "hòa", "Quỳnh", "Lâm" };

static const char *const searches[] = {
  "n", "duc", "đức", "nguyen duc", "hoà", "hòa anh", "ntd", "0912", "0912 345", "345", "a b c d e f g", "ng tr du an ye th ho",
  "mau.7", "@", "zzz",
};

typedef struct
{
  HnArena *arena;
  GPtrArray *folded;
  GPtrArray *marked;
} Fixture;

static const char *
draw (void)
{
  return words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
}

static void
add_row (Fixture *fixture,
         guint    row)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();
  g_autofree char *name = g_strdup_printf ("%s %s %s", draw (), draw (), draw ());

  hn_haystack_add (haystack, draw ());
  hn_haystack_add_name (haystack, name);
  if (row % 3 == 0)
    {
      g_autofree char *mail = g_strdup_printf ("nguoi.mau.%u@mail.vn", row % 50);

      hn_haystack_add (haystack, mail);
    }
  if (row % 2 == 0)
    {
      g_autofree char *phone = g_strdup_printf ("0912 345 %03u", row % 1000);

      hn_haystack_add_phone (haystack, phone);
    }

  g_ptr_array_add (fixture->folded, g_strdup (hn_haystack_folded (haystack)));
  g_ptr_array_add (fixture->marked, g_strdup (hn_haystack_marked (haystack)));
  g_assert_true (hn_arena_add (fixture->arena, hn_haystack_folded (haystack), hn_haystack_marked (haystack)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->arena = hn_arena_new ();
  fixture->folded = g_ptr_array_new_with_free_func (g_free);
  fixture->marked = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < N_ROWS; row++)
    add_row (fixture, row);
  hn_arena_seal (fixture->arena);
  g_assert_cmpuint (hn_arena_get_length (fixture->arena), ==, N_ROWS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hn_arena_free (fixture->arena);
  g_ptr_array_unref (fixture->folded);
  g_ptr_array_unref (fixture->marked);
}

/* @among: (nullable): the rows that are looked at */
static void
assert_search (Fixture      *fixture,
               const char   *search,
               const guint8 *among)
{
  g_autoptr (HnQuery) query = hn_query_new (search);
  g_autofree guint8 *ranks = g_malloc (N_ROWS);

  g_assert_true (hn_arena_search (fixture->arena, query, among, ranks, NULL));
  for (guint row = 0; row < N_ROWS; row++)
    {
      HnMatch expected = hn_query_match (query, fixture->folded->pdata[row], fixture->marked->pdata[row]);

      if (among != NULL && among[row] == 0)
        expected = HN_MATCH_NONE;
      if (ranks[row] != expected)
        g_error ("“%s” in row %u, “%s”: %u, not %u", search, row, (char *) fixture->marked->pdata[row], ranks[row],
                 expected);
    }
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_search (fixture, searches[i], NULL);
}

static void
test_among (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree guint8 *among = g_malloc (N_ROWS);

  for (guint row = 0; row < N_ROWS; row++)
    among[row] = row % 5 == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_search (fixture, searches[i], among);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HnQuery) query = hn_query_new ("đức 0912");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree guint8 *ranks = g_malloc (N_ROWS);

  g_cancellable_cancel (cancellable);
  g_assert_false (hn_arena_search (fixture->arena, query, NULL, ranks, cancellable));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/arena/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/arena/among", Fixture, NULL, set_up, test_among, tear_down);
  g_test_add ("/arena/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
