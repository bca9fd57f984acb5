/* The editing of a record that others change meanwhile, or have added already. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-edit-check.h"
#include "hn-edit.h"
#include "model-fixture.h"

typedef struct
{
  ModelFixture model;
  gint64 id; /* of a campaign that is there */
  HnEdit *edit;
} Fixture;

static const HnField *
field_of (const char *name)
{
  return hn_kind_get_field (hn_kind_lookup ("campaign"), name);
}

static HnRecord *
load (Fixture *fixture,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  HnRecord *record =
    hn_register_load (hn_context_get_reader (fixture->model.context), hn_kind_lookup ("campaign"), id, &error);

  g_assert_no_error (error);

  return record;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (HnRecord) record = model_fixture_campaign ("Quỹ vắc-xin");
  g_autoptr (HnRecord) loaded = NULL;

  model_fixture_set_up (&fixture->model, GUINT_TO_POINTER (3));
  hn_record_set_text (record, "called_by", "UBND tỉnh");
  hn_record_set_text (record, "from", "2021");
  fixture->id = model_fixture_save (&fixture->model, record);
  loaded = load (fixture, fixture->id);
  fixture->edit = hn_edit_new (fixture->model.context, loaded);
}

/* A question that is still being answered holds it. */
static void
assert_goes (HnEdit *edit)
{
  gpointer pointer = edit;

  g_object_add_weak_pointer (G_OBJECT (edit), &pointer);
  g_object_unref (edit);
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_goes (fixture->edit);
  model_fixture_tear_down (&fixture->model, NULL);
}

/* Somebody else sets fields of the campaign; a NULL ends the pairs. */
static void
change_elsewhere (Fixture    *fixture,
                  const char *first,
                  ...)
{
  g_autoptr (HnRecord) record = load (fixture, fixture->id);
  va_list args;

  va_start (args, first);
  for (const char *field = first; field != NULL; field = va_arg (args, const char *))
    hn_record_set_text (record, field, va_arg (args, const char *));
  va_end (args);
  model_fixture_save (&fixture->model, record);
}

static void
wait_news (Fixture *fixture,
           guint    n)
{
  while (hn_edit_get_news (fixture->edit)->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static char *
input_of (Fixture    *fixture,
          const char *field)
{
  return hn_draft_get_input (hn_edit_get_draft (fixture->edit), field_of (field));
}

static void
assert_input (Fixture    *fixture,
              const char *field,
              const char *expected)
{
  g_autofree char *input = input_of (fixture, field);

  g_assert_cmpstr (input, ==, expected);
}

typedef struct
{
  gboolean done;
  GError *error;
} Outcome;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;

  hn_edit_save_finish (HN_EDIT (source), result, NULL, &outcome->error);
  outcome->done = TRUE;
}

/* (transfer full) (nullable) */
static GError *
save (HnEdit *edit)
{
  Outcome outcome = { FALSE, NULL };

  hn_edit_save_async (edit, saved_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);

  return outcome.error;
}

static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  hn_edit_set_input (fixture->edit, field_of ("from"), "5/2021");
  change_elsewhere (fixture, "called_by", "MTTQ tỉnh", NULL);
  wait_news (fixture, 1);

  g_assert_true (g_ptr_array_index (hn_edit_get_news (fixture->edit), 0) == field_of ("called_by"));
  assert_input (fixture, "called_by", "MTTQ tỉnh");
  assert_input (fixture, "from", "5/2021");
  g_assert_null (hn_edit_get_mark (fixture->edit, field_of ("called_by")));

  error = save (fixture->edit);
  g_assert_no_error (error);
  record = load (fixture, fixture->id);
  g_assert_cmpstr (hn_record_get_text (record, "called_by"), ==, "MTTQ tỉnh");
  g_assert_cmpstr (hn_record_get_text (record, "from"), ==, "2021-05");
}

static void
test_clash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) refused = NULL, error = NULL;
  g_autoptr (HnRecord) record = NULL;
  g_autofree char *mark = NULL;
  const HnClash *clash;

  hn_edit_set_input (fixture->edit, field_of ("called_by"), "Hội Chữ thập đỏ");
  hn_edit_set_input (fixture->edit, field_of ("from"), "2022");
  change_elsewhere (fixture, "called_by", "MTTQ tỉnh", "from", "2020", NULL);
  wait_news (fixture, 2);

  assert_input (fixture, "called_by", "Hội Chữ thập đỏ");
  mark = hn_edit_get_mark (fixture->edit, field_of ("called_by"));
  g_assert_nonnull (strstr (mark, "MTTQ tỉnh"));

  /* It is not saved before somebody has chosen. */
  refused = save (fixture->edit);
  g_assert_error (refused, HN_EDIT_ERROR, HN_EDIT_ERROR_CLASH);
  clashes = hn_edit_list_clashes (fixture->edit);
  g_assert_cmpuint (clashes->len, ==, 2);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpstr (clash->before, ==, "UBND tỉnh");
  g_assert_cmpstr (clash->theirs, ==, "MTTQ tỉnh");
  g_assert_cmpstr (clash->mine, ==, "Hội Chữ thập đỏ");

  hn_edit_settle (fixture->edit, field_of ("called_by"), FALSE);
  hn_edit_settle (fixture->edit, field_of ("from"), TRUE);
  assert_input (fixture, "from", "2020");
  error = save (fixture->edit);
  g_assert_no_error (error);
  record = load (fixture, fixture->id);
  g_assert_cmpstr (hn_record_get_text (record, "called_by"), ==, "Hội Chữ thập đỏ");
  g_assert_cmpstr (hn_record_get_text (record, "from"), ==, "2020");
}

/* What was typed and not understood is a change too. */
static void
test_clash_typed (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) clashes = NULL;

  hn_edit_set_input (fixture->edit, field_of ("from"), "31/2");
  change_elsewhere (fixture, "from", "2020", NULL);
  wait_news (fixture, 1);
  assert_input (fixture, "from", "31/2");
  clashes = hn_edit_list_clashes (fixture->edit);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_cmpstr (((const HnClash *) g_ptr_array_index (clashes, 0))->mine, ==, "31/2");

  hn_edit_settle (fixture->edit, field_of ("from"), TRUE);
  assert_input (fixture, "from", "2020");
  g_assert_null (hn_draft_get_typed (hn_edit_get_draft (fixture->edit), field_of ("from")));
}

/* Both did the same: there is nothing to choose. */
static void
test_agreed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;

  hn_edit_set_input (fixture->edit, field_of ("from"), "2022");
  change_elsewhere (fixture, "from", "2020", NULL);
  wait_news (fixture, 1);
  hn_edit_set_input (fixture->edit, field_of ("from"), "2020");
  clashes = hn_edit_list_clashes (fixture->edit);
  g_assert_cmpuint (clashes->len, ==, 0);
  error = save (fixture->edit);
  g_assert_no_error (error);
}

/* The form has not heard of it when it saves: the register has. */
static void
test_unheard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) reason = NULL, refused = NULL, error = NULL;
  g_autoptr (HnRegister) other = hn_register_open (fixture->model.path, HN_REGISTER_READ_WRITE, &reason);
  g_autoptr (HnRecord) theirs = load (fixture, fixture->id);
  g_autoptr (GPtrArray) clashes = NULL;

  g_assert_no_error (reason);
  hn_edit_set_input (fixture->edit, field_of ("called_by"), "Hội Chữ thập đỏ");
  hn_record_set_text (theirs, "called_by", "MTTQ tỉnh");
  hn_register_save (other, theirs, &reason);
  g_assert_no_error (reason);

  refused = save (fixture->edit);
  g_assert_error (refused, HN_EDIT_ERROR, HN_EDIT_ERROR_CLASH);
  clashes = hn_edit_list_clashes (fixture->edit);
  g_assert_cmpuint (clashes->len, ==, 1);
  hn_edit_settle (fixture->edit, field_of ("called_by"), FALSE);
  error = save (fixture->edit);
  g_assert_no_error (error);
}

static gboolean
is_gone (Fixture *fixture)
{
  return hn_edit_is_gone (fixture->edit);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) refused = NULL, error = NULL;
  g_autoptr (HnRecord) record = NULL;

  hn_edit_set_input (fixture->edit, field_of ("from"), "2022");
  model_fixture_delete (&fixture->model, fixture->id);
  while (!is_gone (fixture))
    g_main_context_iteration (NULL, TRUE);
  refused = save (fixture->edit);
  g_assert_error (refused, HN_EDIT_ERROR, HN_EDIT_ERROR_GONE);

  hn_edit_make_new (fixture->edit);
  g_assert_true (hn_draft_is_new (hn_edit_get_draft (fixture->edit)));
  g_assert_true (hn_draft_is_changed (hn_edit_get_draft (fixture->edit)));
  error = save (fixture->edit);
  g_assert_no_error (error);
  record = load (fixture, hn_record_get_id (hn_edit_get_saved (fixture->edit)));
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Quỹ vắc-xin");
  g_assert_cmpstr (hn_record_get_text (record, "from"), ==, "2022");
}

/* --- what is there already ----------------------------------------------- */

static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HnRecord) record = model_fixture_campaign ("quy vac xin");
  HnEdit *edit = hn_edit_new (fixture->model.context, record);
  g_autoptr (GError) refused = NULL, error = NULL;

  hn_edit_leave (edit, field_of ("name"));
  while (hn_edit_get_similar (edit)->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (((const HnSimilar *) g_ptr_array_index (hn_edit_get_similar (edit), 0))->id, ==, fixture->id);

  /* Another year, another campaign. */
  hn_edit_set_input (edit, field_of ("name"), "Quỹ vắc-xin");
  hn_edit_set_input (edit, field_of ("from"), "2021");
  refused = save (edit);
  g_assert_error (refused, HN_EDIT_ERROR, HN_EDIT_ERROR_SAME);
  g_assert_cmpint (hn_edit_get_same (edit)->id, ==, fixture->id);

  hn_edit_allow_same (edit);
  error = save (edit);
  g_assert_no_error (error);
  assert_goes (edit);
}

static HnRecord *
new_person (const char *name,
            const char *birth)
{
  HnRecord *record = hn_record_new (hn_kind_lookup ("person"));

  hn_record_set_text (record, "name", name);
  hn_record_set_text (record, "birth", birth);

  return record;
}

static void
test_same (void)
{
  g_autoptr (HnRecord) an = new_person ("Nguyễn Văn An", "1975");
  g_autoptr (HnRecord) again = new_person ("NGUYEN VAN AN", "1975");
  g_autoptr (HnRecord) younger = new_person ("Nguyễn Văn An", "1985");
  g_autoptr (HnRecord) unknown = new_person ("Nguyễn Văn An", NULL);
  g_autoptr (HnRecord) unknown_too = new_person ("Nguyễn Văn An", NULL);

  g_assert_true (hn_edit_is_same (an, again));
  g_assert_false (hn_edit_is_same (an, younger));
  g_assert_false (hn_edit_is_same (an, unknown));
  /* Namesakes are many. */
  g_assert_false (hn_edit_is_same (unknown, unknown_too));
}

/* Two gifts of one donor on one day are two gifts, unless they are of the same amount. */
static void
test_same_amount (void)
{
  g_autoptr (HnRecord) one = hn_record_new (hn_kind_lookup ("donation"));
  g_autoptr (HnRecord) other = NULL;

  hn_record_set_text (one, "donor", "Ông Ba");
  hn_record_set_text (one, "date", "2021-05-06");
  hn_record_set_number (one, "amount", 80000);
  other = hn_record_copy (one);
  g_assert_true (hn_edit_is_same (one, other));
  hn_record_set_number (other, "amount", 90000);
  g_assert_false (hn_edit_is_same (one, other));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/model/edit-others/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("untouched", test_untouched);
  ADD ("clash", test_clash);
  ADD ("clash-typed", test_clash_typed);
  ADD ("agreed", test_agreed);
  ADD ("unheard", test_unheard);
  ADD ("gone", test_gone);
  ADD ("similar", test_similar);
#undef ADD
  g_test_add_func ("/model/edit-others/same", test_same);
  g_test_add_func ("/model/edit-others/same-amount", test_same_amount);

  return g_test_run ();
}
