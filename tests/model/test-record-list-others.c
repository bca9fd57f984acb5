/* A list whose records other records decide about, its sums, and answers that come too late. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "list-listener.h"

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
  HnRecordList *list = list_create (fixture);
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
  list_assert_name (list, 0, "Đợt 020");

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
  HnRecordList *list = list_create (fixture);
  HnListQuery *query = hn_record_list_get_query (list);
  gint64 first = list_item_id (list, 0);
  g_autoptr (HnRecord) donation = create_donation (fixture->store, first);
  ListListener listener;

  hn_list_query_set_where (query, lacking);
  model_fixture_settle (list);
  list_listener_start (&listener, list);
  g_assert_cmpuint (listener.ids->len, ==, 60);

  hn_record_set_id (donation, model_fixture_save (fixture, donation));
  model_fixture_settle (list);
  g_assert_cmpuint (listener.ids->len, ==, 59);
  list_assert_name (list, 0, "Đợt 001");

  hn_record_set (donation, "campaign", NULL);
  model_fixture_save (fixture, donation);
  model_fixture_settle (list);
  g_assert_cmpuint (listener.ids->len, ==, 60);
  list_assert_name (list, 0, "Đợt 000");

  list_listener_stop (&listener);
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

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, n, test)                                                                                             \
  g_test_add ("/model/record-list-others/" path, ModelFixture, GUINT_TO_POINTER (n), model_fixture_set_up, test,       \
              model_fixture_tear_down)
  ADD ("generations", 60, test_generations);
  ADD ("other-kind", 60, test_other_kind);
  ADD ("name-of-other", 0, test_name_of_other);
  ADD ("sums", 0, test_sums);
#undef ADD

  return g_test_run ();
}
