/* The list model: what it announces, what stays, and what is dropped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model-fixture.h"

/* What the list has announced, as somebody knows it who only listens. */
typedef struct
{
  HnRecordList *list;
  GArray       *ids;
  guint         n_signals;
  guint         position;
  guint         removed;
  guint         added;
} Listener;

static gint64
item_id (HnRecordList *list,
         guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpuint (hn_list_row_get_position (row), ==, position);

  return hn_list_row_get_id (row);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Listener   *listener)
{
  listener->n_signals++;
  listener->position = position;
  listener->removed = removed;
  listener->added = added;

  g_assert_cmpuint (position + removed, <=, listener->ids->len);
  if (removed > 0)
    g_array_remove_range (listener->ids, position, removed);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, listener->ids->len + added);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = item_id (HN_RECORD_LIST (model), position + i);

      g_array_insert_val (listener->ids, position + i, id);
    }
}

static void
listen (Listener     *listener,
        HnRecordList *list)
{
  *listener = (Listener) { .list = list };
  listener->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      gint64 id = item_id (list, i);

      g_array_append_val (listener->ids, id);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), listener);
}

static void
stop_listening (Listener *listener)
{
  g_signal_handlers_disconnect_by_data (listener->list, listener);
  g_array_unref (listener->ids);
}

static void
assert_signal (Listener *listener,
               guint     n_signals,
               guint     position,
               guint     removed,
               guint     added)
{
  g_assert_cmpuint (listener->n_signals, ==, n_signals);
  if (n_signals > 0)
    {
      g_assert_cmpuint (listener->position, ==, position);
      g_assert_cmpuint (listener->removed, ==, removed);
      g_assert_cmpuint (listener->added, ==, added);
    }
  listener->n_signals = 0;
}

/* A list by name, whole and answered. */
static HnRecordList *
create_list (ModelFixture *fixture)
{
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, fixture->kind);
  HnRecordList *list = hn_record_list_new (query);

  hn_list_query_set_sort (query, "name");
  hn_record_list_release_tail (list);
  model_fixture_settle (list);

  return list;
}

static char *
item_name (HnRecordList *list,
           guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return hn_record_print (hn_list_row_get_record (row), "name");
}

static void
assert_name (HnRecordList *list,
             guint         position,
             const char   *expected)
{
  g_autofree char *name = item_name (list, position);

  g_assert_cmpstr (name, ==, expected);
}

static void
assert_blank (HnRecordList *list,
              guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpint (hn_list_row_get_id (row), ==, 0);
  g_assert_null (hn_list_row_get_record (row));
}

static void
test_first_rows (ModelFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, fixture->kind);
  HnRecordList *list = hn_record_list_new (query);
  Listener listener;

  /* At once, before any answer: what the first frame shows. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_FULL);
  listen (&listener, list);

  model_fixture_wait (query);
  assert_signal (&listener, 0, 0, 0, 0);
  g_assert_cmpuint (hn_list_query_get_ids (query)->len, ==, 60);

  hn_record_list_release_tail (list);
  assert_signal (&listener, 1, 20, 0, 20);
  hn_record_list_settle (list);
  assert_signal (&listener, 1, 40, 0, 20);
  hn_record_list_release_tail (list);
  assert_signal (&listener, 0, 0, 0, 0);

  stop_listening (&listener);
  g_assert_finalize_object (list);
}

static void
test_splices (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  g_autoptr (HnRecord) record = model_fixture_campaign ("Đợt 0095");
  Listener listener;
  guint position;

  listen (&listener, list);

  hn_record_set_id (record, model_fixture_save (fixture, record));
  model_fixture_wait (query);
  g_assert_true (hn_record_list_find (list, hn_record_get_id (record), &position));
  assert_signal (&listener, 1, position, 0, 1);
  assert_name (list, position, "Đợt 0095");

  /* At its place: nothing to announce, but the row shows what is new. */
  hn_record_set_text (record, "purpose", "Giúp nhau");
  model_fixture_save (fixture, record);
  model_fixture_wait (query);
  assert_signal (&listener, 0, 0, 0, 0);

  /* To another place: out here, in there. */
  hn_record_set_text (record, "name", "A");
  model_fixture_save (fixture, record);
  model_fixture_wait (query);
  g_assert_cmpuint (listener.n_signals, ==, 2);
  listener.n_signals = 0;
  assert_name (list, 0, "A");

  model_fixture_delete (fixture, hn_record_get_id (record));
  model_fixture_wait (query);
  assert_signal (&listener, 1, 0, 1, 0);

  stop_listening (&listener);
  g_assert_finalize_object (list);
}

/* Rows that somebody holds move with their records; their objects stay. */
static void
test_rows_move (ModelFixture  *fixture,
                gconstpointer  data)
{
  HnRecordList *list = create_list (fixture);
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
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  HnListRow *first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  HnListRow *again;
  Listener listener;
  guint n_refills = 0;

  listen (&listener, list);
  g_signal_connect (first, "notify::record", G_CALLBACK (count_cb), &n_refills);

  /* Another order, the same length: nobody hears of it but the rows. */
  hn_list_query_set_sort (query, "-name");
  model_fixture_wait (query);
  assert_signal (&listener, 0, 0, 0, 0);
  g_assert_cmpuint (n_refills, ==, 1);
  assert_name (list, 0, "Đợt 059");
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == first);
  g_object_unref (again);

  /* A search: only the tail goes, blank at once, and then ten rows at a time. (001 holds 01 too, but after those that
   * begin with it.) */
  hn_list_query_set_search (query, "dot 01");
  model_fixture_wait (query);
  assert_signal (&listener, 0, 0, 0, 0);
  assert_name (list, 0, "Đợt 019");
  assert_blank (list, 11);
  assert_blank (list, 59);
  g_assert_cmpuint (hn_list_query_get_total (query), ==, 60);
  model_fixture_settle (list);
  assert_signal (&listener, 5, 11, 9, 0);

  /* The other way a page comes at once. */
  hn_list_query_set_search (query, "");
  model_fixture_wait (query);
  assert_signal (&listener, 1, 11, 0, 20);
  model_fixture_settle (list);
  assert_signal (&listener, 3, 51, 0, 9);

  /* Who cannot wait has the rest at once. */
  hn_list_query_set_search (query, "dot 01");
  model_fixture_wait (query);
  hn_record_list_settle (list);
  assert_signal (&listener, 1, 11, 49, 0);

  hn_list_query_set_search (query, "không có");
  model_fixture_settle (list);
  g_assert_cmpint (hn_list_query_get_state (query), ==, HN_LIST_NOTHING);
  assert_signal (&listener, 2, 0, 1, 0);

  stop_listening (&listener);
  g_object_unref (first);
  g_assert_finalize_object (list);
}

/* From more rows than GTK holds to fewer, past the number at which the steps begin. */
static void
test_long_to_short (ModelFixture  *fixture,
                    gconstpointer  data)
{
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);

  hn_record_list_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 600);
  hn_list_query_set_search (query, "dot 017");
  model_fixture_wait (query);
  model_fixture_settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_name (list, 0, "Đợt 017");
  g_assert_finalize_object (list);
}

static void
count_answers_cb (HnListQuery *query,
                  GHashTable  *touched,
                  guint       *n_answers)
{
  (*n_answers)++;
}

/* Who types on drops the answers to what was typed before. */
static void
test_generations (ModelFixture  *fixture,
                  gconstpointer  data)
{
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  guint n_answers = 0;

  g_signal_connect (query, "answered", G_CALLBACK (count_answers_cb), &n_answers);
  hn_list_query_set_search (query, "dot 00");
  hn_list_query_set_search (query, "dot 01");
  hn_list_query_set_search (query, "dot 02");
  model_fixture_wait (query);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_answers, ==, 1);
  assert_name (list, 0, "Đợt 020");

  /* A list that is gone is not waited for. */
  hn_list_query_set_search (query, "dot 03");
  g_assert_finalize_object (list);
}

static HnRecord *
create_donation (HnStore *store,
                 gint64   campaign)
{
  g_autofree char *typed = g_strdup_printf ("%" G_GINT64_FORMAT, campaign);
  const char *const inputs[][2] = {
    { "date", "6/5/2021" }, { "donor", "Một người xa quê" }, { "form", "money" },
    { "currency", "VND" },  { "amount", "30000000" },        { "campaign", typed },
  };
  HnRecord *record = hn_record_new (hn_kind_lookup ("donation"));

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (hn_register_set_input (hn_store_get_reader (store), record, inputs[i][0], inputs[i][1], &error));
      g_assert_no_error (error);
    }

  return record;
}

/* A record of another kind comes between: what hangs on a campaign decides whether it is in the list. */
static void
test_other_kind (ModelFixture  *fixture,
                 gconstpointer  data)
{
  const char *const lacking[] = { "lacks:donation", NULL };
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  gint64 first = item_id (list, 0);
  g_autoptr (HnRecord) donation = create_donation (fixture->store, first);
  Listener listener;

  hn_list_query_set_where (query, lacking);
  model_fixture_settle (list);
  listen (&listener, list);
  g_assert_cmpuint (listener.ids->len, ==, 60);

  hn_record_set_id (donation, model_fixture_save (fixture, donation));
  model_fixture_settle (list);
  g_assert_cmpuint (listener.ids->len, ==, 59);
  assert_name (list, 0, "Đợt 001");

  hn_record_set (donation, "campaign", NULL);
  model_fixture_save (fixture, donation);
  model_fixture_settle (list);
  g_assert_cmpuint (listener.ids->len, ==, 60);
  assert_name (list, 0, "Đợt 000");

  stop_listening (&listener);
  g_assert_finalize_object (list);
}

/* A list of what hangs on a campaign, by the name of that. */
static void
test_name_of_other (ModelFixture  *fixture,
                    gconstpointer  data)
{
  const char *const flood[] = { "campaign~lũ lụt", NULL };
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, hn_kind_lookup ("donation"));
  g_autoptr (HnRecord) campaign = model_fixture_campaign ("Quỹ vắc-xin");
  g_autoptr (HnRecord) donation = NULL;

  hn_record_set_id (campaign, model_fixture_save (fixture, campaign));
  donation = create_donation (fixture->store, hn_record_get_id (campaign));
  model_fixture_save (fixture, donation);
  hn_list_query_set_where (query, flood);
  model_fixture_wait (query);
  g_assert_no_error (hn_list_query_get_error (query));
  g_assert_cmpuint (hn_list_query_get_ids (query)->len, ==, 0);

  hn_record_set_text (campaign, "name", "Quỹ lũ lụt");
  model_fixture_save (fixture, campaign);
  model_fixture_wait (query);
  g_assert_cmpuint (hn_list_query_get_ids (query)->len, ==, 1);
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

static void
save_target (ModelFixture *fixture,
             gint64        amount,
             const char   *currency)
{
  g_autoptr (HnRecord) record = model_fixture_campaign ("Có chỉ tiêu");

  hn_record_set_text (record, "currency", currency);
  hn_record_set_number (record, "target", amount);
  model_fixture_save (fixture, record);
}

static void
assert_sum (GPtrArray  *sums,
            guint       index,
            const char *currency,
            gint64      amount)
{
  const HnSum *sum = g_ptr_array_index (sums, index);

  g_assert_cmpstr (sum->field->name, ==, "target");
  g_assert_cmpstr (sum->currency, ==, currency);
  g_assert_cmpint (sum->amount, ==, amount);
}

static void
test_sums (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnListQuery *query;
  GPtrArray *sums;

  save_target (fixture, 150000000, "VND");
  save_target (fixture, 80000000, "VND");
  save_target (fixture, 12050, "USD");
  query = hn_list_query_new (fixture->store, fixture->kind);
  while ((sums = hn_list_query_get_sums (query)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  /* One currency is never added to another. */
  g_assert_cmpuint (sums->len, ==, 2);
  assert_sum (sums, 0, "USD", 12050);
  assert_sum (sums, 1, "VND", 230000000);

  g_assert_finalize_object (query);
}

/* Adds, changes and deletes at random; a listener must know the same list as who asks. */
static void
test_random (ModelFixture  *fixture,
             gconstpointer  data)
{
  HnRecordList *list = create_list (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  Listener listener;

  listen (&listener, list);
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
    g_assert_cmpint (item_id (list, i), ==, g_array_index (listener.ids, gint64, i));

  stop_listening (&listener);
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
  ADD ("generations", 60, test_generations);
  ADD ("other-kind", 60, test_other_kind);
  ADD ("name-of-other", 0, test_name_of_other);
  ADD ("states", 0, test_states);
  ADD ("sums", 0, test_sums);
  ADD ("random", 60, test_random);
#undef ADD

  return g_test_run ();
}
