/* Names that are typed into a form: what is looked up, completed and left. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "edit-fixture.h"
#include "hn-completion.h"

/* A name that was typed out is as good as one that was chosen. */
static void
test_look_up (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *campaign = edit_field (edit, "campaign");
  g_autoptr (HnRecord) record = NULL;
  gint64 id;

  hn_edit_set_input (edit, edit_field (edit, "date"), "2021");
  hn_edit_set_input (edit, edit_field (edit, "donor"), "Ông Ba");
  hn_edit_set_input (edit, edit_field (edit, "amount"), "80.000.000");
  hn_edit_set_input (edit, campaign, "không có đợt này");
  g_assert_cmpint (edit_save (edit), ==, 0);
  g_assert_nonnull (hn_edit_get_problem (edit, campaign));
  g_assert_true (hn_edit_first_problem (edit) == campaign);

  hn_edit_set_input (edit, campaign, "dot 003");
  id = edit_save (edit);
  g_assert_cmpint (id, !=, 0);
  record = edit_load (fixture, "donation", id);
  g_assert_cmpint (hn_record_get_reference (record, "campaign", NULL), !=, 0);
  g_assert_cmpstr (hn_record_get_shown (record, "campaign"), ==, "Đợt 003");
  g_assert_cmpstr (hn_record_get_text (record, "donor"), ==, "Ông Ba");

  edit_assert_goes (edit);
}

/* Two of the same name are told apart by choosing, not by numbers that nobody knows. */
static void
test_same_name (ModelFixture  *fixture,
                gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *campaign = edit_field (edit, "campaign");
  g_autoptr (HnRecord) namesake = model_fixture_campaign ("Đợt 003");
  const char *said = "Several are called “dot 003”. Choose the one that is meant from those that are offered.";

  model_fixture_save (fixture, namesake);
  hn_edit_set_input (edit, edit_field (edit, "date"), "2021");
  hn_edit_set_input (edit, edit_field (edit, "donor"), "Ông Ba");
  hn_edit_set_input (edit, edit_field (edit, "amount"), "80.000.000");
  hn_edit_set_input (edit, campaign, "dot 003");
  hn_edit_leave (edit, campaign);
  while (hn_edit_get_problem (edit, campaign) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hn_edit_get_problem (edit, campaign), ==, said);

  hn_edit_set_input (edit, campaign, "Dot 003");
  hn_edit_set_input (edit, campaign, "dot 003");
  g_assert_cmpint (edit_save (edit), ==, 0);
  g_assert_cmpstr (hn_edit_get_problem (edit, campaign), ==, said);

  edit_assert_goes (edit);
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GPtrArray **candidates = user_data;
  g_autoptr (GError) error = NULL;

  *candidates = hn_complete_finish (HN_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
assert_completion (ModelFixture *fixture,
                   const char   *kind,
                   const char   *field,
                   const char   *text,
                   const char   *first)
{
  g_autoptr (GPtrArray) candidates = NULL;

  hn_complete_async (fixture->store, hn_kind_get_field (hn_kind_lookup (kind), field), text, 5, NULL, completed_cb,
                     &candidates);
  while (candidates == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (candidates->len, >, 0);
  g_assert_cmpuint (candidates->len, <=, 5);
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 0))->title, ==, first);
}

static void
test_completion (ModelFixture  *fixture,
                 gconstpointer  data)
{
  assert_completion (fixture, "donation", "campaign", "dot 007", "Đợt 007");
  assert_completion (fixture, "person", "country", "duc", hn_label_get ((HnLabel) { "Germany", "Đức" }));
}

static void
wait_looked_up (HnEdit        *edit,
                const HnField *field)
{
  while (hn_record_get (hn_draft_get_record (hn_edit_get_draft (edit)), field->name) == NULL
         && hn_edit_get_problem (edit, field) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_left_name (ModelFixture  *fixture,
                gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *campaign = edit_field (edit, "campaign");

  /* While the register is asked nothing is said. */
  hn_edit_set_input (edit, campaign, "dot 003");
  hn_edit_leave (edit, campaign);
  g_assert_null (hn_edit_get_problem (edit, campaign));
  wait_looked_up (edit, campaign);
  g_assert_null (hn_edit_get_problem (edit, campaign));
  g_assert_cmpstr (hn_record_get_shown (hn_draft_get_record (hn_edit_get_draft (edit)), "campaign"), ==, "Đợt 003");

  hn_edit_set_input (edit, campaign, "đợt nào đó");
  hn_edit_leave (edit, campaign);
  wait_looked_up (edit, campaign);
  g_assert_nonnull (hn_edit_get_problem (edit, campaign));

  /* The next letters may be of another name. */
  hn_edit_set_input (edit, campaign, "đợt n");
  g_assert_null (hn_edit_get_problem (edit, campaign));
  hn_edit_leave (edit, campaign);
  wait_looked_up (edit, campaign);
  g_assert_nonnull (hn_edit_get_problem (edit, campaign));
  hn_edit_set_input (edit, campaign, "");
  g_assert_null (hn_edit_get_problem (edit, campaign));
  edit_assert_goes (edit);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                                \
  g_test_add ("/model/edit-look-up/" path, ModelFixture, GUINT_TO_POINTER (10), model_fixture_set_up, test,            \
              model_fixture_tear_down)
  ADD ("look-up", test_look_up);
  ADD ("same-name", test_same_name);
  ADD ("completion", test_completion);
  ADD ("left-name", test_left_name);
#undef ADD

  return g_test_run ();
}
