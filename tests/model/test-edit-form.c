/* What a form is made of: its parts, and the answers of a choice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-edit-answers.h"
#include "hn-edit-layout.h"
#include "model-fixture.h"

/* A currency stands beside its amount, and what the program writes for itself in no form. */
static guint
count_rows (const HnKind *kind)
{
  g_autoptr (GHashTable) currencies = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_own = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].currency != NULL)
        g_hash_table_add (currencies, (gpointer) kind->fields[i].currency);
      n_own += (kind->fields[i].flags & HN_FIELD_OWN) != 0;
    }

  return kind->n_fields - n_own - g_hash_table_size (currencies);
}

/* Every form, whatever its table says: each field once, and no empty part. */
static void
test_layout (void)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) sections = hn_edit_layout (kinds[i]);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_test_message ("%s", kinds[i]->name);
      for (guint j = 0; j < sections->len; j++)
        {
          const HnEditSection *section = g_ptr_array_index (sections, j);

          g_assert_true ((section->title == NULL) == (j == 0));
          g_assert_cmpuint (section->fields->len, >, 0);
          for (guint k = 0; k < section->fields->len; k++)
            g_assert_true (g_hash_table_add (seen, g_ptr_array_index (section->fields, k)));
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, count_rows (kinds[i]));
    }
}

static void
test_sections (void)
{
  g_autoptr (GPtrArray) sections = hn_edit_layout (hn_kind_lookup ("donation"));
  const HnEditSection *first = g_ptr_array_index (sections, 0), *last = g_ptr_array_index (sections, sections->len - 1);
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("donation"));
  g_autoptr (HnDraft) draft = hn_draft_new (record);
  g_autoptr (HnDraft) noted = NULL;
  g_autofree char *names = hn_edit_section_describe (last, draft);

  g_assert_cmpstr (((const HnField *) g_ptr_array_index (first->fields, 0))->name, ==, "date");
  g_assert_false (g_ptr_array_find (first->fields, hn_kind_get_field (hn_kind_lookup ("donation"), "state"), NULL));
  g_assert_cmpstr (names, ==, hn_label_get ((HnLabel) { "Note", "Ghi chú" }));

  g_assert_false (hn_edit_section_is_filled (last, draft));
  noted =
    hn_draft_set_input (draft, hn_kind_get_field (hn_kind_lookup ("donation"), "note"), "Gửi sau", hn_date_today ());
  g_assert_true (hn_edit_section_is_filled (last, noted));
}

static guint
count_answers (ModelFixture *fixture,
               const char   *kind,
               const char   *field,
               gboolean     *few)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup (kind));
  g_autoptr (HnEdit) edit = hn_edit_new (fixture->context, record);
  g_autoptr (GPtrArray) answers = hn_edit_list_answers (edit, hn_kind_get_field (hn_kind_lookup (kind), field));

  *few = hn_answers_are_few (answers);

  return answers->len;
}

static void
test_answers (ModelFixture  *fixture,
              gconstpointer  data)
{
  gboolean few;

  /* "Nothing" is no answer where something stands that must. */
  g_assert_cmpuint (count_answers (fixture, "donation", "form", &few), ==, 3);
  g_assert_true (few);
  g_assert_cmpuint (count_answers (fixture, "person", "gender", &few), ==, 4);
  g_assert_true (few);
  g_assert_cmpuint (count_answers (fixture, "person", "party_member", &few), ==, 3);
  g_assert_cmpuint (count_answers (fixture, "event", "type", &few), ==, 16);
  g_assert_false (few);
}

static void
test_match (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("donation"));
  g_autoptr (HnEdit) edit = hn_edit_new (fixture->context, record);
  const HnField *form = hn_kind_get_field (hn_kind_lookup ("donation"), "form");
  g_autoptr (GPtrArray) answers = hn_edit_list_answers (edit, form);
  HnAnswer *two_words = g_new0 (HnAnswer, 1);

  two_words->label = g_strdup ("Gặp mặt đầu xuân");
  g_ptr_array_add (answers, two_words);
  g_assert_cmpint (hn_edit_find_answer (edit, form, answers), ==, 0);
  g_assert_cmpint (hn_answers_match (answers, "gap"), ==, 3);
  g_assert_cmpint (hn_answers_match (answers, "xuan"), ==, 3);
  g_assert_cmpint (hn_answers_match (answers, "uan"), ==, -1);
  g_assert_cmpint (hn_answers_match (answers, ""), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/edit-form/layout", test_layout);
  g_test_add_func ("/model/edit-form/sections", test_sections);
#define ADD(path, test)                                                                                                \
  g_test_add ("/model/edit-form/" path, ModelFixture, GUINT_TO_POINTER (1), model_fixture_set_up, test,                \
              model_fixture_tear_down)
  ADD ("answers", test_answers);
  ADD ("match", test_match);
#undef ADD

  return g_test_run ();
}
