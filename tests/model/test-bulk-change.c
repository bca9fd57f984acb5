/* One field of several records: which fields, all or nothing, one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-bulk-change.h"
#include "sample-fixture.h"

static gboolean
offers (const char *kind,
        const char *field)
{
  g_autoptr (GPtrArray) fields = hn_bulk_fields (hn_kind_lookup (kind));
  const HnField *wanted = hn_kind_get_field (hn_kind_lookup (kind), field);

  g_assert_nonnull (wanted);

  return g_ptr_array_find (fields, wanted, NULL);
}

static void
test_fields (void)
{
  g_assert_true (offers ("event", "area"));
  g_assert_true (offers ("event", "state"));
  g_assert_true (offers ("event", "tasks"));
  g_assert_true (offers ("membership", "organization"));
  g_assert_true (offers ("organization", "parent"));

  g_assert_false (offers ("person", "name"));
  g_assert_false (offers ("event", "title"));
  g_assert_false (offers ("event", "cost"));
  g_assert_false (offers ("donation", "goods"));
  g_assert_false (offers ("country", "code"));
  g_assert_false (offers ("attachment", "content"));
}

static HnBulkResult *
change (SampleFixture *fixture,
        const char    *kind_name,
        GArray        *ids,
        const char    *field,
        GVariant      *value,
        const char    *words,
        GCancellable  *cancellable,
        GError       **error)
{
  const HnKind *kind = hn_kind_lookup (kind_name);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();

  hn_bulk_change_async (fixture->store, "Thử", kind, ids, hn_kind_get_field (kind, field), value, words, gauge,
                        cancellable, sample_fixture_answer_cb, fixture);

  return hn_bulk_change_finish (fixture->store, sample_fixture_wait (fixture), error);
}

static void
assert_all (SampleFixture *fixture,
            const char    *kind,
            GArray        *ids,
            const char    *field,
            const char    *text)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *now = sample_fixture_get (fixture, kind, g_array_index (ids, gint64, i), field);

      g_assert_cmpstr (now, ==, text);
    }
}

/* What every record says, to be compared. */
static char *
join (SampleFixture *fixture,
      const char    *kind,
      GArray        *ids,
      const char    *field)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *now = sample_fixture_get (fixture, kind, g_array_index (ids, gint64, i), field);

      g_string_append_printf (all, "%s|", now);
    }

  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* More records than are changed at a time; one undo for all. */
static void
test_change (SampleFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "person", NULL);
  g_autofree char *before = join (fixture, "person", ids, "gender");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnBulkResult) result = NULL;

  g_assert_cmpuint (ids->len, >, 400);
  result = change (fixture, "person", ids, "gender", g_variant_new_string ("other"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->refusals->len, ==, 0);
  assert_all (fixture, "person", ids, "gender", "Other");
  g_assert_cmpstr (hn_context_get_undo_title (fixture->context), ==, "Thử");

  g_assert_true (sample_fixture_revert (fixture, result->change));
  after = join (fixture, "person", ids, "gender");
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty (SampleFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (HnBulkResult) result = change (fixture, "event", ids, "place", NULL, NULL, NULL, NULL);

  g_assert_cmpuint (result->refusals->len, ==, 0);
  assert_all (fixture, "event", ids, "place", "");
}

/* A name that was typed and not chosen. */
static void
test_words (SampleFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnBulkResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  result = change (fixture, "event", ids, "area", NULL, "Huyện Yên Thế", NULL, &error);
  g_assert_no_error (error);
  assert_all (fixture, "event", ids, "area", "Huyện Yên Thế");

  before = join (fixture, "event", ids, "area");
  g_assert_null (change (fixture, "event", ids, "area", NULL, "không có nơi này", NULL, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  after = join (fixture, "event", ids, "area");
  g_assert_cmpstr (before, ==, after);
}

/* In the window nobody writes kind:number. */
static void
test_ambiguous (SampleFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    sample_fixture_add (fixture, "organization", "name", "Hội trùng tên", "kind", "local", NULL);

  g_assert_null (change (fixture, "event", ids, "host", NULL, "Hội trùng tên", NULL, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "“Hội trùng tên”"));
  g_assert_null (strstr (error->message, "organization:"));
}

/* One that cannot take the value keeps the others from it too, and is named. */
static void
test_refused (SampleFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  gint64 late =
    sample_fixture_add (fixture, "event", "title", "Giao lưu cuối năm", "type", "exchange", "from", "1/12/2099", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnBulkResult) result = NULL;
  const HnRefusal *refusal;

  g_array_append_val (ids, late);
  before = join (fixture, "event", ids, "to");
  result = change (fixture, "event", ids, "to", g_variant_new_string ("2098-12-31"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->refusals->len, ==, 1);
  refusal = g_ptr_array_index (result->refusals, 0);
  g_assert_cmpint (refusal->id, ==, late);
  g_assert_cmpstr (refusal->title, ==, "Giao lưu cuối năm");
  g_assert_nonnull (strstr (refusal->message, "before the beginning"));

  after = join (fixture, "event", ids, "to");
  g_assert_cmpstr (before, ==, after);
}

/* What cannot take the value may be so because of another field, which is named. */
static void
test_refused_elsewhere (SampleFixture *fixture,
                        gconstpointer  data)
{
  gint64 abroad = sample_fixture_add (fixture, "person", "name", "Lê Thị Xa", "country", "DE", "since", "1990", NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (HnBulkResult) result = NULL;
  const HnRefusal *refusal;

  g_array_append_val (ids, abroad);
  result = change (fixture, "person", ids, "birth", g_variant_new_string ("2001"), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->refusals->len, ==, 1);
  refusal = g_ptr_array_index (result->refusals, 0);
  g_assert_cmpstr (refusal->message, ==, "Abroad since: This is before the birth.");
}

static void
test_cancelled (SampleFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) ids = sample_fixture_list (fixture, "event", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = join (fixture, "event", ids, "place");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (change (fixture, "event", ids, "place", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = join (fixture, "event", ids, "place");
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/bulk-change/fields", test_fields);
  SAMPLE_TEST ("/model/bulk-change/change", test_change);
  SAMPLE_TEST ("/model/bulk-change/empty", test_empty);
  SAMPLE_TEST ("/model/bulk-change/words", test_words);
  SAMPLE_TEST ("/model/bulk-change/ambiguous", test_ambiguous);
  SAMPLE_TEST ("/model/bulk-change/refused", test_refused);
  SAMPLE_TEST ("/model/bulk-change/refused-elsewhere", test_refused_elsewhere);
  SAMPLE_TEST ("/model/bulk-change/cancelled", test_cancelled);

  return g_test_run ();
}
