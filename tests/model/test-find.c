/* Finding over every kind: the best first, and only the answer to what was typed last. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-find.h"
#include "sample-fixture.h"

static void
answered_cb (guint *n_answers)
{
  (*n_answers)++;
}

static void
wait_answer (HnFind *find)
{
  while (g_strcmp0 (hn_find_get_answered (find), hn_find_get_text (find)) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
type (HnFind     *find,
      const char *text)
{
  hn_find_set_text (find, text);
  wait_answer (find);
}

static const HnFindGroup *
get_group (HnFind *find,
           guint   i)
{
  GPtrArray *groups = hn_find_get_groups (find);

  g_assert_cmpuint (i, <, groups->len);

  return g_ptr_array_index (groups, i);
}

static const HnFindGroup *
find_group (HnFind     *find,
            const char *kind)
{
  for (guint i = 0; i < hn_find_get_groups (find)->len; i++)
    if (g_str_equal (get_group (find, i)->kind->name, kind))
      return get_group (find, i);

  return NULL;
}

static const HnFindHit *
get_hit (const HnFindGroup *group,
         guint              i)
{
  g_assert_nonnull (group);
  g_assert_cmpuint (i, <, group->hits->len);

  return g_ptr_array_index (group->hits, i);
}

/* A record that is called by the words goes before one that they only stand in, and its kind before others. */
static void
test_best_first (SampleFixture *fixture,
                 gconstpointer  data)
{
  gint64 person = sample_fixture_add (fixture, "person", "name", "Trần Quốc Hưng", "note", "hay nhắc Zanzibar", NULL);
  gint64 event =
    sample_fixture_add (fixture, "event", "title", "Giao lưu Zanzibar", "type", "exchange", "from", "1/3/2022", NULL);
  gint64 other = sample_fixture_add (fixture, "event", "title", "Gặp mặt", "type", "meeting", "from", "1/4/2022",
                                     "note", "khách từ Zanzibar", NULL);
  g_autoptr (HnFind) find = hn_find_new (fixture->store);

  type (find, "zanzibar");
  g_assert_cmpint (hn_find_get_state (find), ==, HN_FIND_FOUND);
  g_assert_cmpuint (hn_find_get_groups (find)->len, ==, 2);
  g_assert_cmpstr (get_group (find, 0)->kind->name, ==, "event");
  g_assert_cmpuint (get_group (find, 0)->n_found, ==, 2);
  g_assert_cmpint (get_hit (get_group (find, 0), 0)->id, ==, event);
  g_assert_cmpstr (get_hit (get_group (find, 0), 0)->title, ==, "Giao lưu Zanzibar");
  g_assert_cmpint (get_hit (get_group (find, 0), 1)->id, ==, other);
  g_assert_cmpstr (get_group (find, 1)->kind->name, ==, "person");
  g_assert_cmpint (get_hit (get_group (find, 1), 0)->id, ==, person);
}

/* The association before its branches, and before those who are called by it. */
static void
test_names (SampleFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HnFind) find = hn_find_new (fixture->store);

  type (find, "lào");
  g_assert_cmpstr (get_group (find, 0)->kind->name, ==, "organization");
  g_assert_cmpstr (get_hit (get_group (find, 0), 0)->title, ==, "Hội Hữu nghị Việt Nam - Lào");
  g_assert_nonnull (find_group (find, "membership"));
}

/* Few of each kind, and how many there are; a view does not show them again. */
static void
test_many (SampleFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (HnFind) find = hn_find_new (fixture->store);
  const HnFindGroup *people;

  type (find, "nguyen");
  people = find_group (find, "person");
  g_assert_cmpuint (people->hits->len, ==, 4);
  g_assert_cmpuint (people->n_found, >, 50);
  g_assert_null (find_group (find, "overseas_contact"));
  g_assert_null (find_group (find, "attachment"));
}

static void
test_nothing (SampleFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (HnFind) find = hn_find_new (fixture->store);

  g_assert_cmpint (hn_find_get_state (find), ==, HN_FIND_WAITING);
  type (find, "  qqqq xxxx  ");
  g_assert_cmpstr (hn_find_get_text (find), ==, "qqqq xxxx");
  g_assert_cmpint (hn_find_get_state (find), ==, HN_FIND_NOTHING);
}

/* Without words: what was changed last, each once, and nothing that is gone. */
static void
test_recent (SampleFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (HnFind) empty = hn_find_new (fixture->store);
  g_autoptr (HnFind) find = NULL;
  gint64 first, second, gone;

  while (hn_find_get_state (empty) == HN_FIND_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (hn_find_get_state (empty), ==, HN_FIND_NO_RECENT);

  first = sample_fixture_add (fixture, "person", "name", "Nguyễn Văn Một", NULL);
  gone = sample_fixture_add (fixture, "person", "name", "Nguyễn Văn Mất", NULL);
  second = sample_fixture_add (fixture, "campaign", "name", "Đợt hai", NULL);
  hn_store_delete_async (fixture->store, hn_kind_lookup ("person"), gone, HN_DELETE_ALONE, 0, NULL,
                         sample_fixture_answer_cb, fixture);
  g_assert_true (hn_store_delete_finish (fixture->store, sample_fixture_wait (fixture), NULL, NULL));

  find = hn_find_new (fixture->store);
  while (hn_find_get_state (find) == HN_FIND_WAITING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (hn_find_get_groups (find)->len, ==, 1);
  g_assert_null (get_group (find, 0)->kind);
  g_assert_cmpuint (get_group (find, 0)->hits->len, ==, 2);
  g_assert_cmpint (get_hit (get_group (find, 0), 0)->id, ==, second);
  g_assert_cmpint (get_hit (get_group (find, 0), 1)->id, ==, first);
}

/* Letter by letter, faster than the answers come: one answer, to the whole word. */
static void
test_typed_fast (SampleFixture *fixture,
                 gconstpointer  data)
{
  const char *const typed[] = { "n", "ng", "ngu", "nguy", "nguye", "nguyen" };
  HnFind *find = hn_find_new (fixture->store);
  guint n_answers = 0;

  g_signal_connect_swapped (find, "answered", G_CALLBACK (answered_cb), &n_answers);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    hn_find_set_text (find, typed[i]);
  hn_find_set_text (find, " nguyen");
  wait_answer (find);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_cmpstr (hn_find_get_answered (find), ==, "nguyen");
  g_assert_finalize_object (find);
}

/* Nobody waits any more: the question does not keep what asked it. */
static void
test_dropped (SampleFixture *fixture,
              gconstpointer  data)
{
  HnFind *find = hn_find_new (fixture->store);

  hn_find_set_text (find, "nguyen");
  g_assert_finalize_object (find);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SAMPLE_TEST ("/model/find/best-first", test_best_first);
  SAMPLE_TEST ("/model/find/names", test_names);
  SAMPLE_TEST ("/model/find/many", test_many);
  SAMPLE_TEST ("/model/find/nothing", test_nothing);
  SAMPLE_TEST ("/model/find/recent", test_recent);
  SAMPLE_TEST ("/model/find/typed-fast", test_typed_fast);
  SAMPLE_TEST ("/model/find/dropped", test_dropped);

  return g_test_run ();
}
