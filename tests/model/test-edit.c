/* The editing of a record: when a problem is said, what is saved, what is looked up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-completion.h"
#include "hn-edit.h"
#include "model-fixture.h"

static HnEdit *
edit_new (ModelFixture *fixture,
          const char   *kind)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));

  return hn_edit_new (fixture->context, record);
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

static const HnField *
field_of (HnEdit     *edit,
          const char *name)
{
  const HnField *field = hn_kind_get_field (hn_edit_get_kind (edit), name);

  g_assert_nonnull (field);

  return field;
}

typedef struct
{
  gboolean  done;
  gboolean  good;
  gint64    id;
  GError   *error;
} Outcome;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->good = hn_edit_save_finish (HN_EDIT (source), result, &outcome->id, &outcome->error);
  outcome->done = TRUE;
}

static gint64
save (HnEdit *edit)
{
  Outcome outcome = { 0 };

  hn_edit_save_async (edit, saved_cb, &outcome);
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (hn_edit_get_saving (edit));
  if (!outcome.good)
    g_assert_error (outcome.error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_clear_error (&outcome.error);

  return outcome.good ? outcome.id : 0;
}

static HnRecord *
load (ModelFixture *fixture,
      const char   *kind,
      gint64        id)
{
  g_autoptr (GError) error = NULL;
  HnRecord *record = hn_register_load (hn_context_get_reader (fixture->context), hn_kind_lookup (kind), id, &error);

  g_assert_no_error (error);

  return record;
}

static void
test_problems (ModelFixture  *fixture,
               gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "campaign");
  const HnField *name = field_of (edit, "name"), *from = field_of (edit, "from"), *to = field_of (edit, "to");

  /* Nothing is wrong before it was touched, nor while it is typed. */
  g_assert_null (hn_edit_get_problem (edit, name));
  hn_edit_leave (edit, name);
  g_assert_null (hn_edit_get_problem (edit, name));
  hn_edit_set_input (edit, from, "31/2");
  g_assert_null (hn_edit_get_problem (edit, from));
  hn_edit_leave (edit, from);
  g_assert_nonnull (hn_edit_get_problem (edit, from));
  hn_edit_set_input (edit, from, "5/2021");
  g_assert_null (hn_edit_get_problem (edit, from));

  /* A rule over two fields is said at the second. */
  hn_edit_set_input (edit, to, "4/2021");
  hn_edit_leave (edit, to);
  g_assert_nonnull (hn_edit_get_problem (edit, to));
  hn_edit_set_input (edit, to, "6/2021");
  g_assert_null (hn_edit_get_problem (edit, to));

  /* Who wants to save hears everything. */
  g_assert_cmpint (save (edit), ==, 0);
  g_assert_nonnull (hn_edit_get_problem (edit, name));
  g_assert_true (hn_edit_first_problem (edit) == name);

  assert_goes (edit);
}

static void
test_save (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "campaign");
  g_autoptr (HnRecord) record = NULL;
  gint64 id;

  hn_edit_set_input (edit, field_of (edit, "name"), "Quỹ  vắc-xin ");
  id = save (edit);
  g_assert_cmpint (id, !=, 0);
  record = load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Quỹ vắc-xin");
  assert_goes (edit);

  edit = hn_edit_new (fixture->context, record);
  hn_edit_set_input (edit, field_of (edit, "called_by"), "UBND tỉnh");
  g_assert_cmpint (save (edit), ==, id);
  assert_goes (edit);
}

/* A name that was typed out is as good as one that was chosen. */
static void
test_look_up (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *campaign = field_of (edit, "campaign");
  g_autoptr (HnRecord) record = NULL;
  gint64 id;

  hn_edit_set_input (edit, field_of (edit, "date"), "2021");
  hn_edit_set_input (edit, field_of (edit, "donor"), "Ông Ba");
  hn_edit_set_input (edit, field_of (edit, "amount"), "80.000.000");
  hn_edit_set_input (edit, campaign, "không có đợt này");
  g_assert_cmpint (save (edit), ==, 0);
  g_assert_nonnull (hn_edit_get_problem (edit, campaign));
  g_assert_true (hn_edit_first_problem (edit) == campaign);

  hn_edit_set_input (edit, campaign, "dot 003");
  id = save (edit);
  g_assert_cmpint (id, !=, 0);
  record = load (fixture, "donation", id);
  g_assert_cmpint (hn_record_get_reference (record, "campaign", NULL), !=, 0);
  g_assert_cmpstr (hn_record_get_shown (record, "campaign"), ==, "Đợt 003");
  g_assert_cmpstr (hn_record_get_text (record, "donor"), ==, "Ông Ba");

  assert_goes (edit);
}

/* Two of the same name are told apart by choosing, not by numbers that nobody knows. */
static void
test_same_name (ModelFixture  *fixture,
                gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *campaign = field_of (edit, "campaign");
  g_autoptr (HnRecord) namesake = model_fixture_campaign ("Đợt 003");
  const char *said = "Several are called “dot 003”. Choose the one that is meant from those that are offered.";

  model_fixture_save (fixture, namesake);
  hn_edit_set_input (edit, field_of (edit, "date"), "2021");
  hn_edit_set_input (edit, field_of (edit, "donor"), "Ông Ba");
  hn_edit_set_input (edit, field_of (edit, "amount"), "80.000.000");
  hn_edit_set_input (edit, campaign, "dot 003");
  hn_edit_leave (edit, campaign);
  while (hn_edit_get_problem (edit, campaign) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hn_edit_get_problem (edit, campaign), ==, said);

  hn_edit_set_input (edit, campaign, "Dot 003");
  hn_edit_set_input (edit, campaign, "dot 003");
  g_assert_cmpint (save (edit), ==, 0);
  g_assert_cmpstr (hn_edit_get_problem (edit, campaign), ==, said);

  assert_goes (edit);
}

static void
test_several (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "organization");
  const HnField *countries = field_of (edit, "countries");
  g_auto (GStrv) names = NULL;
  GVariant *value;

  hn_edit_add_value (edit, countries, g_variant_new_string ("CZ"), NULL);
  hn_edit_add_value (edit, countries, g_variant_new_string ("SK"), NULL);
  hn_edit_add_value (edit, countries, g_variant_new_string ("CZ"), NULL);
  names = hn_edit_list_values (edit, countries);
  g_assert_cmpuint (g_strv_length (names), ==, 2);

  hn_edit_remove_value (edit, countries, 0);
  value = hn_record_get (hn_draft_get_record (hn_edit_get_draft (edit)), "countries");
  g_assert_cmpuint (g_variant_n_children (value), ==, 1);

  /* One that stands in the entry still is taken along. */
  hn_edit_set_input (edit, countries, "Lào");
  hn_edit_set_input (edit, field_of (edit, "name"), "Hội");
  hn_edit_set_value (edit, field_of (edit, "kind"), g_variant_new_string ("bilateral"), NULL);
  {
    g_autoptr (HnRecord) record = load (fixture, "organization", save (edit));
    GVariant *saved = hn_record_get (record, "countries");

    g_assert_cmpuint (g_variant_n_children (saved), ==, 2);
  }

  assert_goes (edit);
}

static void
assert_words (HnEdit     *edit,
              const char *typed,
              const char *words,
              const char *printed)
{
  const HnField *amount = field_of (edit, "amount");
  g_autofree char *hint = NULL, *input = NULL;

  hn_edit_set_input (edit, amount, typed);
  hint = hn_edit_get_hint (edit, amount);
  input = hn_draft_get_input (hn_edit_get_draft (edit), amount);
  g_assert_cmpstr (hint, ==, words);
  g_assert_cmpstr (input, ==, printed);
}

static void
test_words (ModelFixture  *fixture,
            gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");

  assert_words (edit, "", NULL, "");
  assert_words (edit, "150.000.000", "Một trăm năm mươi triệu đồng", "150.000.000");
  assert_words (edit, "1,5 triệu", "Một triệu năm trăm nghìn đồng", "1.500.000");
  assert_words (edit, "1.5 tỷ", "Một tỷ năm trăm triệu đồng", "1.500.000.000");
  assert_words (edit, "2 tỷ 300 triệu", "Hai tỷ ba trăm triệu đồng", "2.300.000.000");
  assert_words (edit, "1,500,000", "Một triệu năm trăm nghìn đồng", "1.500.000");
  /* Half a dong is none: what was typed stands there, and no words. */
  assert_words (edit, "1,5", NULL, "1,5");

  hn_edit_set_value (edit, field_of (edit, "currency"), g_variant_new_string ("USD"), NULL);
  assert_words (edit, "1.234,5", "Một nghìn hai trăm ba mươi tư đô la Mỹ và năm mươi xu", "1.234,5");

  assert_goes (edit);
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

/* The kind says what a new record would be called by; what is called just so is not created twice. */
static void
test_create (ModelFixture  *fixture,
             gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_candidate_free);
  g_autoptr (HnRecord) record = NULL;
  HnCandidate *there = g_new0 (HnCandidate, 1);

  there->title = g_strdup ("Nguyễn Thị Hoa");
  there->value = g_variant_ref_sink (g_variant_new ("(sx)", "person", G_GINT64_CONSTANT (4)));
  g_ptr_array_add (candidates, there);
  hn_candidates_add_new (candidates, field_of (edit, "donor"), " nguyen thi hoa");
  g_assert_cmpuint (candidates->len, ==, 3);
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 1))->create->name, ==, "organization");
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 2))->create->name, ==, "partner");
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 2))->title, ==, "nguyen thi hoa");

  record = hn_edit_begin_other (edit, hn_kind_lookup ("person"), "Lê  Văn Tám");
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Lê Văn Tám");
  assert_goes (edit);
}

/* A term that is created for an office is one of the same organization. */
static void
test_create_within (ModelFixture  *fixture,
                    gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "office");
  g_autoptr (HnRecord) term = NULL;

  hn_edit_set_value (edit, field_of (edit, "organization"),
                     g_variant_new ("(sx)", "organization", G_GINT64_CONSTANT (5)), "Hội Việt – Lào");
  term = hn_edit_begin_other (edit, hn_kind_lookup ("term"), "V");
  g_assert_cmpint (hn_record_get_reference (term, "organization", NULL), ==, 5);
  g_assert_cmpstr (hn_record_get_shown (term, "organization"), ==, "Hội Việt – Lào");
  g_assert_cmpstr (hn_record_get_text (term, "number"), ==, "V");
  assert_goes (edit);
}

/* The next of a pile keeps what the pile has in common, and begins without a fault. */
static void
test_pile (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *date = field_of (edit, "date"), *donor = field_of (edit, "donor");
  g_autofree char *input = NULL;
  gint64 first, second;

  hn_edit_set_input (edit, date, "6/5/2021");
  hn_edit_set_input (edit, donor, "Ông Ba");
  hn_edit_set_input (edit, field_of (edit, "amount"), "80.000");
  hn_edit_set_input (edit, field_of (edit, "campaign"), "dot 003");
  first = save (edit);
  g_assert_cmpint (first, !=, 0);
  g_assert_cmpuint (hn_edit_get_n_saved (edit), ==, 1);
  g_assert_cmpint (hn_record_get_id (hn_edit_get_saved (edit)), ==, first);

  hn_edit_start_over (edit);
  g_assert_true (hn_draft_is_new (hn_edit_get_draft (edit)));
  g_assert_false (hn_draft_is_changed (hn_edit_get_draft (edit)));
  g_assert_null (hn_edit_get_problem (edit, donor));
  input = hn_draft_get_input (hn_edit_get_draft (edit), field_of (edit, "campaign"));
  g_assert_cmpstr (input, ==, "Đợt 003");
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (hn_edit_get_draft (edit)), "date"), ==, "2021-05-06");
  g_assert_null (hn_record_get (hn_draft_get_record (hn_edit_get_draft (edit)), "amount"));

  hn_edit_set_input (edit, donor, "Bà Tư");
  hn_edit_set_input (edit, field_of (edit, "amount"), "90.000");
  second = save (edit);
  g_assert_cmpint (second, !=, 0);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpuint (hn_edit_get_n_saved (edit), ==, 2);
  assert_goes (edit);
}

/* --- a name that was typed out ------------------------------------------- */

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
  const HnField *campaign = field_of (edit, "campaign");

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
  assert_goes (edit);
}

static void
test_phone (ModelFixture  *fixture,
            gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "person");
  const HnField *phone = field_of (edit, "phone");

  hn_edit_set_input (edit, phone, "0912345678");
  hn_edit_leave (edit, phone);
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (hn_edit_get_draft (edit)), "phone"), ==, "0912 345 678");
  assert_goes (edit);
}

/* What was there before the form opened is not changed by passing through it. */
static void
test_phone_untouched (ModelFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (HnRecord) person = hn_record_new (hn_kind_lookup ("person"));
  HnEdit *edit;

  hn_record_set_text (person, "phone", "0912345678");
  edit = hn_edit_new (fixture->context, person);
  hn_edit_leave (edit, field_of (edit, "phone"));
  g_assert_false (hn_draft_is_changed (hn_edit_get_draft (edit)));
  assert_goes (edit);
}

/* What was typed is spelled as the office does, which is chosen; what was there before stays. */
static void
test_tone_marks (ModelFixture  *fixture,
                 gconstpointer  data)
{
  GSettings *settings = hn_context_get_settings (fixture->context);
  HnEdit *edit = edit_new (fixture, "campaign");
  g_autoptr (HnRecord) typed = NULL, old_one = NULL, new_one = NULL;
  gint64 id;

  hn_edit_set_input (edit, field_of (edit, "name"), "Vì hoà bình");
  hn_edit_set_input (edit, field_of (edit, "note"), "Noël ở Khánh Hoà\nquý thuỷ");
  id = save (edit);
  typed = load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (typed, "name"), ==, "Vì hoà bình");
  assert_goes (edit);

  g_settings_set_string (settings, "tone-marks", "old");
  edit = hn_edit_new (fixture->context, typed);
  hn_edit_set_input (edit, field_of (edit, "note"), "Noël ở Khánh Hoà\nquý thuỷ, hoa\u0300");
  save (edit);
  old_one = load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (old_one, "name"), ==, "Vì hoà bình");
  g_assert_cmpstr (hn_record_get_text (old_one, "note"), ==, "Noël ở Khánh Hòa\nquý thủy, hòa");
  assert_goes (edit);

  g_settings_set_string (settings, "tone-marks", "new");
  edit = edit_new (fixture, "person");
  hn_edit_set_input (edit, field_of (edit, "name"), "Nguyễn Thị Thúy Hòa");
  new_one = load (fixture, "person", save (edit));
  g_assert_cmpstr (hn_record_get_text (new_one, "name"), ==, "Nguyễn Thị Thuý Hoà");
  assert_goes (edit);
  g_settings_reset (settings, "tone-marks");
}

/* The search finds either way of writing, whichever is stored. */
static void
test_tone_marks_found (ModelFixture  *fixture,
                       gconstpointer  data)
{
  static const char *const searches[] = { "vì hòa bình", "vì hoà bình", "hoà", "hòa", "hoa binh" };
  static const char *const names[] = { "Vì hòa bình", "Vì hoà bình" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HnRecord) record = model_fixture_campaign (names[i]);

      model_fixture_save (fixture, record);
    }
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      const HnListing listing = { .kind = fixture->kind, .search = searches[i] };
      g_autoptr (GArray) ids = hn_register_list (hn_context_get_reader (fixture->context), &listing, NULL, NULL);

      g_assert_cmpuint (ids->len, ==, G_N_ELEMENTS (names));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                                \
  g_test_add ("/model/edit/" path, ModelFixture, GUINT_TO_POINTER (10), model_fixture_set_up, test,                    \
              model_fixture_tear_down)
  ADD ("problems", test_problems);
  ADD ("save", test_save);
  ADD ("look-up", test_look_up);
  ADD ("same-name", test_same_name);
  ADD ("several", test_several);
  ADD ("words", test_words);
  ADD ("completion", test_completion);
  ADD ("create", test_create);
  ADD ("create-within", test_create_within);
  ADD ("pile", test_pile);
  ADD ("left-name", test_left_name);
  ADD ("phone", test_phone);
  ADD ("phone-untouched", test_phone_untouched);
  ADD ("tone-marks", test_tone_marks);
  ADD ("tone-marks-found", test_tone_marks_found);
#undef ADD

  return g_test_run ();
}
