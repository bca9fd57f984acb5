/* Records that go together: who refers to them, all or none, one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-deletion.h"
#include "sample-fixture.h"

static GArray *
ids_of (gint64 first,
        gint64 second)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, first);
  if (second != 0)
    g_array_append_val (ids, second);

  return ids;
}

static GPtrArray *
look (SampleFixture *fixture,
      HnDeletion    *deletion)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *dependents;

  hn_deletion_look_async (deletion, fixture->store, gauge, NULL, sample_fixture_answer_cb, fixture);
  dependents = hn_deletion_look_finish (fixture->store, sample_fixture_wait (fixture), &error);
  g_assert_no_error (error);

  return dependents;
}

static gboolean
run (SampleFixture *fixture,
     HnDeletion    *deletion,
     HnDeleteMode   mode,
     GCancellable  *cancellable,
     gint64        *change,
     GError       **error)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();

  hn_deletion_run_async (deletion, fixture->store, mode, "Xóa thử", gauge, cancellable, sample_fixture_answer_cb,
                         fixture);

  return hn_deletion_run_finish (fixture->store, sample_fixture_wait (fixture), change, error);
}

static gboolean
is_there (SampleFixture *fixture,
          const char    *kind,
          gint64         id)
{
  g_autofree char *title = hn_register_get_title (sample_fixture_reader (fixture), hn_kind_lookup (kind), id);

  return title != NULL;
}

static char *
ref (const char *kind,
     gint64      id)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id);
}

static gint64
add_organization (SampleFixture *fixture,
                  const char    *name,
                  gint64         parent)
{
  g_autofree char *above = parent != 0 ? ref ("organization", parent) : g_strdup ("");

  return sample_fixture_add (fixture, "organization", "name", name, "kind", parent != 0 ? "branch" : "local", "parent",
                             above, NULL);
}

static void
test_several (SampleFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (HnDeletion) deletion = hn_deletion_new (hn_kind_lookup ("event"), ids);
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 change = 0;

  g_assert_cmpuint (hn_deletion_get_count (deletion), >, 5);
  g_assert_true (run (fixture, deletion, HN_DELETE_CLEAR, NULL, &change, &error));
  g_assert_no_error (error);
  left = sample_fixture_list (fixture, "event", NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpstr (hn_context_get_undo_title (fixture->context), ==, "Xóa thử");

  g_assert_true (sample_fixture_revert (fixture, change));
  again = sample_fixture_list (fixture, "event", NULL);
  g_assert_cmpuint (again->len, ==, ids->len);
}

/* Those that only refer to each other need no question, whichever comes first. */
static void
test_among_themselves (SampleFixture *fixture,
                       gconstpointer  data)
{
  gint64 above = add_organization (fixture, "Hội thử", 0);
  gint64 below = add_organization (fixture, "Chi hội thử", above);
  g_autoptr (GArray) both = ids_of (above, below);
  g_autoptr (GArray) one = ids_of (above, 0);
  g_autoptr (HnDeletion) of_both = hn_deletion_new (hn_kind_lookup ("organization"), both);
  g_autoptr (HnDeletion) of_one = hn_deletion_new (hn_kind_lookup ("organization"), one);
  g_autoptr (GPtrArray) of_both_dependents = look (fixture, of_both);
  g_autoptr (GPtrArray) of_one_dependents = look (fixture, of_one);
  g_autoptr (GError) error = NULL;
  const HnDependents *dependent;
  gint64 change;

  g_assert_cmpuint (of_both_dependents->len, ==, 0);
  g_assert_cmpuint (of_one_dependents->len, ==, 1);
  dependent = g_ptr_array_index (of_one_dependents, 0);
  g_assert_cmpstr (dependent->field->name, ==, "parent");
  g_assert_cmpuint (dependent->n_records, ==, 1);

  g_assert_true (run (fixture, of_both, HN_DELETE_ALONE, NULL, &change, &error));
  g_assert_no_error (error);
  g_assert_false (is_there (fixture, "organization", above));
  g_assert_false (is_there (fixture, "organization", below));
}

/* The members of both are added up, and go along; the view of the kind is no other kind. */
static void
test_dependents (SampleFixture *fixture,
                 gconstpointer  data)
{
  gint64 first = add_organization (fixture, "Hội một", 0);
  gint64 second = add_organization (fixture, "Hội hai", 0);
  gint64 person = sample_fixture_add (fixture, "person", "name", "Nguyễn Văn Thử", NULL);
  g_autofree char *first_ref = ref ("organization", first);
  g_autofree char *second_ref = ref ("organization", second);
  g_autofree char *person_ref = ref ("person", person);
  gint64 member = sample_fixture_add (fixture, "membership", "person", person_ref, "organization", first_ref, NULL);
  g_autoptr (GArray) ids = ids_of (first, second);
  g_autoptr (HnDeletion) deletion = hn_deletion_new (hn_kind_lookup ("organization"), ids);
  g_autoptr (GPtrArray) dependents = NULL;
  g_autoptr (GError) error = NULL;
  const HnDependents *dependent;
  gint64 change = 0;

  sample_fixture_add (fixture, "membership", "person", person_ref, "organization", second_ref, NULL);
  dependents = look (fixture, deletion);
  g_assert_cmpuint (dependents->len, ==, 1);
  dependent = g_ptr_array_index (dependents, 0);
  g_assert_cmpstr (dependent->kind->name, ==, "membership");
  g_assert_cmpuint (dependent->n_records, ==, 2);
  g_assert_false (dependent->can_clear);

  /* Nobody was asked: nothing goes. */
  g_assert_false (run (fixture, deletion, HN_DELETE_ALONE, NULL, &change, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_POINTED_AT);
  g_assert_true (is_there (fixture, "organization", first) && is_there (fixture, "organization", second));

  g_clear_error (&error);
  g_assert_true (run (fixture, deletion, HN_DELETE_ALONG, NULL, &change, &error));
  g_assert_false (is_there (fixture, "organization", first) || is_there (fixture, "membership", member));
  g_assert_true (is_there (fixture, "person", person));

  g_assert_true (sample_fixture_revert (fixture, change));
  g_assert_true (is_there (fixture, "organization", second) && is_there (fixture, "membership", member));
}

/* One record is deleted as one record: the history names it. */
static void
test_one (SampleFixture *fixture,
          gconstpointer  data)
{
  gint64 person = sample_fixture_add (fixture, "person", "name", "Nguyễn Văn Thử", NULL);
  g_autoptr (GArray) ids = ids_of (person, 0);
  g_autoptr (HnDeletion) deletion = hn_deletion_new (hn_kind_lookup ("overseas_contact"), ids);
  gint64 change = 0;

  g_assert_true (run (fixture, deletion, HN_DELETE_ALONE, NULL, &change, NULL));
  g_assert_false (is_there (fixture, "person", person));
  g_assert_cmpstr (hn_context_get_undo_title (fixture->context), ==, "Nguyễn Văn Thử");
  g_assert_true (sample_fixture_revert (fixture, change));
  g_assert_true (is_there (fixture, "person", person));
}

static void
test_cancelled (SampleFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (GArray) left = NULL;
  g_autoptr (HnDeletion) deletion = hn_deletion_new (hn_kind_lookup ("event"), ids);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 change;

  g_cancellable_cancel (cancellable);
  g_assert_false (run (fixture, deletion, HN_DELETE_CLEAR, cancellable, &change, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = sample_fixture_list (fixture, "event", NULL);
  g_assert_cmpuint (left->len, ==, ids->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SAMPLE_TEST ("/model/deletion/several", test_several);
  SAMPLE_TEST ("/model/deletion/among-themselves", test_among_themselves);
  SAMPLE_TEST ("/model/deletion/dependents", test_dependents);
  SAMPLE_TEST ("/model/deletion/one", test_one);
  SAMPLE_TEST ("/model/deletion/cancelled", test_cancelled);

  return g_test_run ();
}
