/* The list model: what it announces, and what stays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-list-row.h"
#include "list-listener.h"

static void
test_first_rows (ModelFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, fixture->kind);
  HnRecordList *list = hn_record_list_new (query);
  ListListener listener;

  /* At once, before any answer: what the first frame shows. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_FULL);
  list_listener_start (&listener, list);

  model_fixture_wait (query);
  list_listener_assert (&listener, 0, 0, 0, 0);
  g_assert_cmpuint (hn_list_query_get_ids (query)->len, ==, 60);

  hn_record_list_release_tail (list);
  list_listener_assert (&listener, 1, 20, 0, 20);
  hn_record_list_settle (list);
  list_listener_assert (&listener, 1, 40, 0, 20);
  hn_record_list_release_tail (list);
  list_listener_assert (&listener, 0, 0, 0, 0);

  list_listener_stop (&listener);
  g_assert_finalize_object (list);
}

static void
test_splices (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  g_autoptr (HnRecord) record = model_fixture_campaign ("Đợt 0095");
  ListListener listener;
  guint position;

  list_listener_start (&listener, list);

  hn_record_set_id (record, model_fixture_save (fixture, record));
  model_fixture_wait (query);
  g_assert_true (hn_record_list_find (list, hn_record_get_id (record), &position));
  list_listener_assert (&listener, 1, position, 0, 1);
  list_assert_name (list, position, "Đợt 0095");

  /* At its place: nothing to announce, but the row shows what is new. */
  hn_record_set_text (record, "purpose", "Giúp nhau");
  model_fixture_save (fixture, record);
  model_fixture_wait (query);
  list_listener_assert (&listener, 0, 0, 0, 0);

  /* To another place: out here, in there. */
  hn_record_set_text (record, "name", "A");
  model_fixture_save (fixture, record);
  model_fixture_wait (query);
  g_assert_cmpuint (listener.n_signals, ==, 2);
  listener.n_signals = 0;
  list_assert_name (list, 0, "A");

  model_fixture_delete (fixture, hn_record_get_id (record));
  model_fixture_wait (query);
  list_listener_assert (&listener, 1, 0, 1, 0);

  list_listener_stop (&listener);
  g_assert_finalize_object (list);
}

/* Rows that somebody holds move with their records; their objects stay. */
static void
test_rows_move (ModelFixture  *fixture,
                gconstpointer  data)
{
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  HnListRow *held = g_list_model_get_item (G_LIST_MODEL (list), 5);
  gint64 id = hn_list_row_get_id (held);
  g_autoptr (HnRecord) record = model_fixture_campaign ("A");
  HnListRow *again;

  hn_record_set_id (record, model_fixture_save (fixture, record));
  model_fixture_wait (query);
  g_assert_cmpuint (hn_list_row_get_position (held), ==, 6);
  g_assert_cmpint (hn_list_row_get_id (held), ==, id);
  again = g_list_model_get_item (G_LIST_MODEL (list), 6);
  g_assert_true (again == held);
  g_object_unref (again);

  model_fixture_delete (fixture, hn_record_get_id (record));
  model_fixture_wait (query);
  g_assert_cmpuint (hn_list_row_get_position (held), ==, 5);

  g_assert_finalize_object (held);
  g_assert_finalize_object (list);
}

static void
count_cb (gpointer  object,
          gpointer  detail,
          guint    *count)
{
  (*count)++;
}

static void
test_refill_in_place (ModelFixture  *fixture,
                      gconstpointer  data)
{
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  HnListRow *first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  HnListRow *again;
  ListListener listener;
  guint n_refills = 0;

  list_listener_start (&listener, list);
  g_signal_connect (first, "notify::record", G_CALLBACK (count_cb), &n_refills);

  /* Another order, the same length: nobody hears of it but the rows. */
  hn_list_query_set_sort (query, "-name");
  model_fixture_wait (query);
  list_listener_assert (&listener, 0, 0, 0, 0);
  g_assert_cmpuint (n_refills, ==, 1);
  list_assert_name (list, 0, "Đợt 059");
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == first);
  g_object_unref (again);

  /* A search: only the tail goes, blank at once, and then ten rows at a time. (001 holds 01 too, but after those that
   * begin with it.) */
  hn_list_query_set_search (query, "dot 01");
  model_fixture_wait (query);
  list_listener_assert (&listener, 0, 0, 0, 0);
  list_assert_name (list, 0, "Đợt 019");
  list_assert_blank (list, 11);
  list_assert_blank (list, 59);
  g_assert_cmpuint (hn_list_query_get_total (query), ==, 60);
  model_fixture_settle (list);
  list_listener_assert (&listener, 5, 11, 9, 0);

  /* The other way a page comes at once. */
  hn_list_query_set_search (query, "");
  model_fixture_wait (query);
  list_listener_assert (&listener, 1, 11, 0, 20);
  model_fixture_settle (list);
  list_listener_assert (&listener, 3, 51, 0, 9);

  /* Who cannot wait has the rest at once. */
  hn_list_query_set_search (query, "dot 01");
  model_fixture_wait (query);
  hn_record_list_settle (list);
  list_listener_assert (&listener, 1, 11, 49, 0);

  hn_list_query_set_search (query, "không có");
  model_fixture_settle (list);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_NOTHING);
  list_listener_assert (&listener, 2, 0, 1, 0);

  list_listener_stop (&listener);
  g_object_unref (first);
  g_assert_finalize_object (list);
}

/* From more rows than GTK holds to fewer, past the number at which the steps begin. */
static void
test_long_to_short (ModelFixture  *fixture,
                    gconstpointer  data)
{
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);

  hn_record_list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 600);
  hn_list_query_set_search (query, "dot 017");
  model_fixture_wait (query);
  model_fixture_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  list_assert_name (list, 0, "Đợt 017");
  g_assert_finalize_object (list);
}

static void
test_states (ModelFixture  *fixture,
             gconstpointer  data)
{
  HnListQuery *query = hn_list_query_new (fixture->store, fixture->kind);

  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_LOADING);
  model_fixture_wait (query);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_EMPTY);

  /* What cannot be done is said, and another try is possible. */
  hn_list_query_set_sort (query, "colour");
  model_fixture_wait (query);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_FAILED);
  g_assert_nonnull (hn_list_query_get_error (query));
  hn_list_query_set_sort (query, "name");
  model_fixture_wait (query);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_EMPTY);

  g_assert_finalize_object (query);
}

/* Adds, changes and deletes at random; a listener must know the same list as who asks. */
static void
test_random (ModelFixture  *fixture,
             gconstpointer  data)
{
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  ListListener listener;

  list_listener_start (&listener, list);
  for (int step = 0; step < 150; step++)
    {
      g_autofree char *name = g_strdup_printf ("Đợt %03d", g_test_rand_int_range (0, 999));
      g_autoptr (HnRecord) record = model_fixture_campaign (name);
      guint n = listener.ids->len;
      gint64 id = n > 0 ? g_array_index (listener.ids, gint64, g_test_rand_int_range (0, (int) n)) : 0;
      int what = g_test_rand_int_range (0, 4);

      if (what == 0 && n > 0)
        model_fixture_delete (fixture, id);
      else
        {
          if (what == 1 && n > 0)
            hn_record_set_id (record, id);
          model_fixture_save (fixture, record);
        }
      /* Sometimes several changes are in one answer. */
      if (what != 2)
        model_fixture_wait (query);
    }
  model_fixture_settle (list);

  g_assert_cmpmem (listener.ids->data, listener.ids->len * sizeof (gint64), hn_list_query_get_ids (query)->data,
                   hn_list_query_get_ids (query)->len * sizeof (gint64));
  for (guint i = 0; i < listener.ids->len; i++)
    g_assert_cmpint (list_item_id (list, i), ==, g_array_index (listener.ids, gint64, i));

  list_listener_stop (&listener);
  g_assert_finalize_object (list);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, n, test)                                                                                             \
  g_test_add ("/model/record-list/" path, ModelFixture, GUINT_TO_POINTER (n), model_fixture_set_up, test,              \
              model_fixture_tear_down)
  ADD ("first-rows", 60, test_first_rows);
  ADD ("splices", 60, test_splices);
  ADD ("rows-move", 60, test_rows_move);
  ADD ("refill-in-place", 60, test_refill_in_place);
  ADD ("long-to-short", 600, test_long_to_short);
  ADD ("states", 0, test_states);
  ADD ("random", 60, test_random);
#undef ADD

  return g_test_run ();
}
