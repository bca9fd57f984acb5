/* The editing of a record: when a problem is said, and what is saved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "edit-fixture.h"
#include "hn-completion.h"

static void
test_problems (ModelFixture  *fixture,
               gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "campaign");
  const HnField *name = edit_field (edit, "name"), *from = edit_field (edit, "from"), *to = edit_field (edit, "to");

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

  /* Who wants to edit_save hears everything. */
  g_assert_cmpint (edit_save (edit), ==, 0);
  g_assert_nonnull (hn_edit_get_problem (edit, name));
  g_assert_true (hn_edit_first_problem (edit) == name);

  edit_assert_goes (edit);
}

static void
test_save (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "campaign");
  g_autoptr (HnRecord) record = NULL;
  gint64 id;

  hn_edit_set_input (edit, edit_field (edit, "name"), "Quỹ  vắc-xin ");
  id = edit_save (edit);
  g_assert_cmpint (id, !=, 0);
  record = edit_load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Quỹ vắc-xin");
  edit_assert_goes (edit);

  edit = hn_edit_new (fixture->context, record);
  hn_edit_set_input (edit, edit_field (edit, "called_by"), "UBND tỉnh");
  g_assert_cmpint (edit_save (edit), ==, id);
  edit_assert_goes (edit);
}

static void
test_several (ModelFixture  *fixture,
              gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "organization");
  const HnField *countries = edit_field (edit, "countries");
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
  hn_edit_set_input (edit, edit_field (edit, "name"), "Hội");
  hn_edit_set_value (edit, edit_field (edit, "kind"), g_variant_new_string ("bilateral"), NULL);
  {
    g_autoptr (HnRecord) record = edit_load (fixture, "organization", edit_save (edit));
    GVariant *saved = hn_record_get (record, "countries");

    g_assert_cmpuint (g_variant_n_children (saved), ==, 2);
  }

  edit_assert_goes (edit);
}

static void
assert_words (HnEdit     *edit,
              const char *typed,
              const char *words,
              const char *printed)
{
  const HnField *amount = edit_field (edit, "amount");
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

  hn_edit_set_value (edit, edit_field (edit, "currency"), g_variant_new_string ("USD"), NULL);
  assert_words (edit, "1.234,5", "Một nghìn hai trăm ba mươi tư đô la Mỹ và năm mươi xu", "1.234,5");

  edit_assert_goes (edit);
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
  hn_candidates_add_new (candidates, edit_field (edit, "donor"), " nguyen thi hoa");
  g_assert_cmpuint (candidates->len, ==, 3);
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 1))->create->name, ==, "organization");
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 2))->create->name, ==, "partner");
  g_assert_cmpstr (((const HnCandidate *) g_ptr_array_index (candidates, 2))->title, ==, "nguyen thi hoa");

  record = hn_edit_begin_other (edit, hn_kind_lookup ("person"), "Lê  Văn Tám");
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Lê Văn Tám");
  edit_assert_goes (edit);
}

/* A term that is created for an office is one of the same organization. */
static void
test_create_within (ModelFixture  *fixture,
                    gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "office");
  g_autoptr (HnRecord) term = NULL;

  hn_edit_set_value (edit, edit_field (edit, "organization"),
                     g_variant_new ("(sx)", "organization", G_GINT64_CONSTANT (5)), "Hội Việt – Lào");
  term = hn_edit_begin_other (edit, hn_kind_lookup ("term"), "V");
  g_assert_cmpint (hn_record_get_reference (term, "organization", NULL), ==, 5);
  g_assert_cmpstr (hn_record_get_shown (term, "organization"), ==, "Hội Việt – Lào");
  g_assert_cmpstr (hn_record_get_text (term, "number"), ==, "V");
  edit_assert_goes (edit);
}

/* The next of a pile keeps what the pile has in common, and begins without a fault. */
static void
test_pile (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "donation");
  const HnField *date = edit_field (edit, "date"), *donor = edit_field (edit, "donor");
  g_autofree char *input = NULL;
  gint64 first, second;

  hn_edit_set_input (edit, date, "6/5/2021");
  hn_edit_set_input (edit, donor, "Ông Ba");
  hn_edit_set_input (edit, edit_field (edit, "amount"), "80.000");
  hn_edit_set_input (edit, edit_field (edit, "campaign"), "dot 003");
  first = edit_save (edit);
  g_assert_cmpint (first, !=, 0);
  g_assert_cmpuint (hn_edit_get_n_saved (edit), ==, 1);
  g_assert_cmpint (hn_record_get_id (hn_edit_get_saved (edit)), ==, first);

  hn_edit_start_over (edit);
  g_assert_true (hn_draft_is_new (hn_edit_get_draft (edit)));
  g_assert_false (hn_draft_is_changed (hn_edit_get_draft (edit)));
  g_assert_null (hn_edit_get_problem (edit, donor));
  input = hn_draft_get_input (hn_edit_get_draft (edit), edit_field (edit, "campaign"));
  g_assert_cmpstr (input, ==, "Đợt 003");
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (hn_edit_get_draft (edit)), "date"), ==, "2021-05-06");
  g_assert_null (hn_record_get (hn_draft_get_record (hn_edit_get_draft (edit)), "amount"));

  hn_edit_set_input (edit, donor, "Bà Tư");
  hn_edit_set_input (edit, edit_field (edit, "amount"), "90.000");
  second = edit_save (edit);
  g_assert_cmpint (second, !=, 0);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpuint (hn_edit_get_n_saved (edit), ==, 2);
  edit_assert_goes (edit);
}

static void
test_phone (ModelFixture  *fixture,
            gconstpointer  data)
{
  HnEdit *edit = edit_new (fixture, "person");
  const HnField *phone = edit_field (edit, "phone");

  hn_edit_set_input (edit, phone, "0912345678");
  hn_edit_leave (edit, phone);
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (hn_edit_get_draft (edit)), "phone"), ==, "0912 345 678");
  edit_assert_goes (edit);
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
  hn_edit_leave (edit, edit_field (edit, "phone"));
  g_assert_false (hn_draft_is_changed (hn_edit_get_draft (edit)));
  edit_assert_goes (edit);
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

  hn_edit_set_input (edit, edit_field (edit, "name"), "Vì hoà bình");
  hn_edit_set_input (edit, edit_field (edit, "note"), "Noël ở Khánh Hoà\nquý thuỷ");
  id = edit_save (edit);
  typed = edit_load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (typed, "name"), ==, "Vì hoà bình");
  edit_assert_goes (edit);

  g_settings_set_string (settings, "tone-marks", "old");
  edit = hn_edit_new (fixture->context, typed);
  hn_edit_set_input (edit, edit_field (edit, "note"), "Noël ở Khánh Hoà\nquý thuỷ, hoa\u0300");
  edit_save (edit);
  old_one = edit_load (fixture, "campaign", id);
  g_assert_cmpstr (hn_record_get_text (old_one, "name"), ==, "Vì hoà bình");
  g_assert_cmpstr (hn_record_get_text (old_one, "note"), ==, "Noël ở Khánh Hòa\nquý thủy, hòa");
  edit_assert_goes (edit);

  g_settings_set_string (settings, "tone-marks", "new");
  edit = edit_new (fixture, "person");
  hn_edit_set_input (edit, edit_field (edit, "name"), "Nguyễn Thị Thúy Hòa");
  new_one = edit_load (fixture, "person", edit_save (edit));
  g_assert_cmpstr (hn_record_get_text (new_one, "name"), ==, "Nguyễn Thị Thuý Hoà");
  edit_assert_goes (edit);
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
  ADD ("edit_save", test_save);
  ADD ("several", test_several);
  ADD ("words", test_words);
  ADD ("create", test_create);
  ADD ("create-within", test_create_within);
  ADD ("pile", test_pile);
  ADD ("phone", test_phone);
  ADD ("phone-untouched", test_phone_untouched);
  ADD ("tone-marks", test_tone_marks);
  ADD ("tone-marks-found", test_tone_marks_found);
#undef ADD

  return g_test_run ();
}
