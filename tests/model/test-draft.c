/* The record in a form: what is read, what is kept as typed, what is wrong, what is saved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-draft.h"

static const HnDate today = { 2026, 11, 21 };

static const HnField *
field_of (const char *kind,
          const char *name)
{
  const HnField *field = hn_kind_get_field (hn_kind_lookup (kind), name);

  g_assert_nonnull (field);

  return field;
}

static HnDraft *
new_donation (void)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("donation"));

  return hn_draft_new (record);
}

static void
type (HnDraft    **draft,
      const char  *name,
      const char  *text)
{
  const HnField *field = field_of (hn_record_get_kind (hn_draft_get_record (*draft))->name, name);
  HnDraft *next = hn_draft_set_input (*draft, field, text, today);

  hn_draft_unref (*draft);
  *draft = next;
}

static void
choose (HnDraft    **draft,
        const char  *name,
        GVariant    *value,
        const char  *shown)
{
  const HnField *field = field_of (hn_record_get_kind (hn_draft_get_record (*draft))->name, name);
  HnDraft *next = hn_draft_set_value (*draft, field, value, shown);

  hn_draft_unref (*draft);
  *draft = next;
}

static void
assert_input (const HnDraft *draft,
              const char    *name,
              const char    *expected)
{
  g_autofree char *input = hn_draft_get_input (draft, field_of ("donation", name));

  g_assert_cmpstr (input, ==, expected);
}

static const HnProblem *
find_problem (GPtrArray  *problems,
              const char *name)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->field->name, name))
        return problem;
    }

  return NULL;
}

static void
test_values (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  g_autoptr (HnDraft) before = hn_draft_ref (draft);

  g_assert_true (hn_draft_is_new (draft));
  g_assert_false (hn_draft_is_changed (draft));

  type (&draft, "date", "6/5/2021");
  assert_input (draft, "date", "06/05/2021");
  g_assert_true (hn_draft_is_changed (draft));
  type (&draft, "amount", "150000000");
  assert_input (draft, "amount", "150.000.000");

  /* A draft is a value: the one before is as it was. */
  assert_input (before, "date", "");
  g_assert_false (hn_draft_is_changed (before));

  type (&draft, "date", "");
  type (&draft, "amount", "");
  g_assert_false (hn_draft_is_changed (draft));
}

static void
test_not_understood (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  g_autoptr (GPtrArray) problems = NULL;

  type (&draft, "date", "6/5/2021");
  type (&draft, "date", "31/2/2021");
  assert_input (draft, "date", "31/2/2021");
  g_assert_cmpstr (hn_draft_get_typed (draft, field_of ("donation", "date")), ==, "31/2/2021");
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (draft), "date"), ==, "2021-05-06");
  problems = hn_draft_check (draft);
  g_assert_nonnull (find_problem (problems, "date"));

  type (&draft, "date", "2021");
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = hn_draft_check (draft);
  g_assert_null (find_problem (problems, "date"));
  g_assert_null (hn_draft_get_typed (draft, field_of ("donation", "date")));
}

static void
test_required (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  g_autoptr (GPtrArray) problems = hn_draft_check (draft);

  g_assert_nonnull (find_problem (problems, "date"));
  g_assert_nonnull (find_problem (problems, "donor"));
  g_assert_nonnull (find_problem (problems, "amount"));
  g_assert_null (find_problem (problems, "direction"));

  type (&draft, "date", "2021");
  type (&draft, "donor", "Ông Ba");
  type (&draft, "amount", "1000");
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = hn_draft_check (draft);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* What a form does not show is neither checked nor saved, but comes back with what shows it. */
static void
test_applies (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  g_autoptr (HnRecord) record = NULL;
  const HnField *amount = field_of ("donation", "amount");

  type (&draft, "amount", "5000");
  g_assert_true (hn_draft_applies (draft, amount));
  choose (&draft, "form", g_variant_new_string ("goods"), NULL);
  g_assert_false (hn_draft_applies (draft, amount));

  record = hn_draft_finish (draft);
  g_assert_null (hn_record_get (record, "amount"));
  g_assert_null (hn_record_get (record, "currency"));

  choose (&draft, "form", g_variant_new_string ("money"), NULL);
  assert_input (draft, "amount", "5.000");
  assert_input (draft, "currency", "VND");
}

static void
test_references (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  const HnRecord *record;
  g_autoptr (GPtrArray) problems = NULL;

  /* Where words may stand they are a value. */
  type (&draft, "donor", "Ông Ba");
  g_assert_cmpstr (hn_record_get_text (hn_draft_get_record (draft), "donor"), ==, "Ông Ba");

  choose (&draft, "donor", g_variant_new ("(sx)", "organization", G_GINT64_CONSTANT (7)), "Hội Đức");
  assert_input (draft, "donor", "Hội Đức");
  record = hn_draft_get_record (draft);
  g_assert_cmpint (hn_record_get_reference (record, "donor", NULL), ==, 7);

  /* Where they may not, they are kept and named. */
  type (&draft, "campaign", "vắc xin");
  g_assert_null (hn_record_get (hn_draft_get_record (draft), "campaign"));
  problems = hn_draft_check (draft);
  g_assert_nonnull (find_problem (problems, "campaign"));
  type (&draft, "campaign", "");
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = hn_draft_check (draft);
  g_assert_null (find_problem (problems, "campaign"));
}

static void
test_currency (void)
{
  g_autoptr (HnDraft) draft = new_donation ();
  gint64 amount;

  type (&draft, "amount", "1000");
  choose (&draft, "currency", g_variant_new_string ("USD"), NULL);
  g_assert_true (hn_record_get_number (hn_draft_get_record (draft), "amount", &amount));
  g_assert_cmpint (amount, ==, 100000);
  assert_input (draft, "amount", "1.000");
}

static void
test_filled (void)
{
  g_autoptr (HnDraft) draft = new_donation ();

  g_assert_false (hn_draft_is_filled (draft, field_of ("donation", "note")));
  g_assert_false (hn_draft_is_filled (draft, field_of ("donation", "state")));
  choose (&draft, "state", g_variant_new_string ("pledged"), NULL);
  type (&draft, "note", "Gửi qua bưu điện\nngày sau");
  g_assert_true (hn_draft_is_filled (draft, field_of ("donation", "state")));
  g_assert_true (hn_draft_is_filled (draft, field_of ("donation", "note")));
}

/* What makes a record one of its view is nothing that somebody filled in. */
static void
test_filled_view (void)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("association_abroad"));
  g_autoptr (HnDraft) draft = hn_draft_new (record);

  g_assert_false (hn_draft_is_filled (draft, field_of ("organization", "kind")));
  choose (&draft, "kind", g_variant_new_string ("bilateral"), NULL);
  g_assert_true (hn_draft_is_filled (draft, field_of ("organization", "kind")));
}

/* Somebody else saved the record meanwhile. */
static void
test_rebase (void)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("donation"));
  g_autoptr (HnRecord) theirs = NULL;
  g_autoptr (HnDraft) draft = NULL, rebased = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  hn_record_set_id (record, 5);
  hn_record_set_text (record, "donor", "Ông Ba");
  hn_record_set_text (record, "date", "2021");
  theirs = hn_record_copy (record);
  hn_record_set_text (theirs, "donor", "Bà Tư");
  hn_record_set_text (theirs, "date", "2020");
  hn_record_set_text (theirs, "note", "Đã gửi");

  draft = hn_draft_new (record);
  type (&draft, "donor", "Ông Năm");
  type (&draft, "date", "31/2");
  rebased = hn_draft_rebase (draft, theirs, &conflicts);
  g_assert_cmpuint (conflicts->len, ==, 2);
  assert_input (rebased, "donor", "Ông Năm");
  assert_input (rebased, "date", "31/2");
  assert_input (rebased, "note", "Đã gửi");
  g_assert_true (hn_draft_is_changed (rebased));
  g_assert_true (hn_record_equal (hn_draft_get_original (rebased), theirs));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/draft/values", test_values);
  g_test_add_func ("/model/draft/not-understood", test_not_understood);
  g_test_add_func ("/model/draft/required", test_required);
  g_test_add_func ("/model/draft/applies", test_applies);
  g_test_add_func ("/model/draft/references", test_references);
  g_test_add_func ("/model/draft/currency", test_currency);
  g_test_add_func ("/model/draft/filled", test_filled);
  g_test_add_func ("/model/draft/filled-view", test_filled_view);
  g_test_add_func ("/model/draft/rebase", test_rebase);

  return g_test_run ();
}
