/* Kinds, fields and choices are found by what people call them, and shown in the user's language. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "hn-kind.h"

static void
use_language (const char *locale,
              const char *language)
{
  g_setenv ("LC_ALL", locale, TRUE);
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

static void
test_label (void)
{
  HnLabel label = { "Friendship", "Hữu nghị" };

  use_language ("C", NULL);
  g_assert_cmpstr (hn_label_get (label), ==, "Friendship");
  use_language ("vi_VN.UTF-8", NULL);
  g_assert_cmpstr (hn_label_get (label), ==, "Hữu nghị");
  use_language ("en_US.UTF-8", NULL);
  g_assert_cmpstr (hn_label_get (label), ==, "Friendship");
}

/* What gettext does with LANGUAGE: it goes before the locale, but not in the C locale. */
static void
test_label_language (void)
{
  HnLabel label = { "Friendship", "Hữu nghị" };

  use_language ("en_US.UTF-8", "vi");
  g_assert_cmpstr (hn_label_get (label), ==, "Hữu nghị");
  use_language ("en_US.UTF-8", "fr:vi:en");
  g_assert_cmpstr (hn_label_get (label), ==, "Hữu nghị");
  use_language ("vi_VN.UTF-8", "en");
  g_assert_cmpstr (hn_label_get (label), ==, "Friendship");
  use_language ("vi_VN.UTF-8", "fr:en:vi");
  g_assert_cmpstr (hn_label_get (label), ==, "Friendship");
  use_language ("C", "vi");
  g_assert_cmpstr (hn_label_get (label), ==, "Friendship");
  use_language ("C", NULL);
}

static void
test_labels_of_kinds (void)
{
  const HnKind *person = hn_kind_lookup ("person");

  use_language ("vi_VN.UTF-8", NULL);
  g_assert_cmpstr (hn_kind_get_label (person), ==, "Người");
  g_assert_cmpstr (hn_field_get_label (hn_kind_get_field (person, "name")), ==, "Họ và tên");
  use_language ("C", NULL);
  g_assert_cmpstr (hn_kind_get_plural (person), ==, "People");
  g_assert_cmpstr (hn_field_get_label (hn_kind_get_field (person, "name")), ==, "Full name");
}

static void
assert_found (const HnKind *kind,
              const char   *text,
              const char   *name)
{
  const HnField *field = hn_kind_find_field (kind, text);

  if (field == NULL || !g_str_equal (field->name, name))
    g_error ("%s: “%s” finds %s instead of %s", kind->name, text, field != NULL ? field->name : "nothing", name);
}

/* Every name, alias and label leads to its own field. */
static void
test_find_every_field (gconstpointer data)
{
  const HnKind *kind = data;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      g_auto (GStrv) aliases = g_strsplit (field->aliases != NULL ? field->aliases : "", ";", -1);

      assert_found (kind, field->name, field->name);
      assert_found (kind, field->label.en, field->name);
      assert_found (kind, field->label.vi, field->name);
      for (guint j = 0; aliases[j] != NULL; j++)
        assert_found (kind, aliases[j], field->name);
    }
}

static void
test_find_field (void)
{
  const HnKind *person = hn_kind_lookup ("person");

  assert_found (person, "home area", "home_area");
  assert_found (person, "Home_Area", "home_area");
  assert_found (person, "  HỌ VÀ TÊN ", "name");
  assert_found (person, "ho va ten", "name");
  assert_found (person, "SĐT", "phone");
  assert_found (person, "dien thoai", "phone");
  assert_found (person, "Full Name", "name");
  g_assert_null (hn_kind_find_field (person, "surname"));
  g_assert_null (hn_kind_find_field (person, ""));
  g_assert_null (hn_kind_find_field (person, " _ "));
}

static void
assert_choice (const HnKind   *kind,
               const HnField  *field,
               const char     *text,
               const HnChoice *choice)
{
  if (hn_field_find_choice (field, text) != choice)
    g_error ("%s.%s: “%s” does not find %s", kind->name, field->name, text, choice->name);
}

static void
test_find_every_choice (gconstpointer data)
{
  const HnKind *kind = data;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      for (const HnChoice *choice = field->choices; choice != NULL && choice->name != NULL; choice++)
        {
          g_auto (GStrv) aliases = g_strsplit (choice->aliases != NULL ? choice->aliases : "", ";", -1);

          g_assert_true (hn_field_get_choice (field, choice->name) == choice);
          assert_choice (kind, field, choice->name, choice);
          assert_choice (kind, field, choice->label.en, choice);
          assert_choice (kind, field, choice->label.vi, choice);
          for (guint j = 0; aliases[j] != NULL; j++)
            assert_choice (kind, field, aliases[j], choice);
        }
    }
}

static void
test_find_choice (void)
{
  const HnField *kind = hn_kind_get_field (hn_kind_lookup ("organization"), "kind");

  g_assert_cmpstr (hn_field_find_choice (kind, "HOI SONG PHUONG")->name, ==, "bilateral");
  g_assert_cmpstr (hn_field_find_choice (kind, "song phương")->name, ==, "bilateral");
  g_assert_cmpstr (hn_field_find_choice (kind, "Bilateral_Association")->name, ==, "bilateral");
  g_assert_null (hn_field_find_choice (kind, "trilateral"));
  g_assert_null (hn_field_find_choice (kind, ""));
  g_assert_null (hn_field_get_choice (kind, "Bilateral"));
}

static void
test_targets (void)
{
  const HnField *recipient = hn_kind_get_field (hn_kind_lookup ("award"), "recipient");
  const HnField *record = hn_kind_get_field (hn_kind_lookup ("attachment"), "record");
  g_auto (GStrv) targets = hn_field_list_targets (recipient);
  g_auto (GStrv) every = hn_field_list_targets (record);

  g_assert_cmpuint (g_strv_length (targets), ==, 2);
  g_assert_cmpstr (targets[0], ==, "organization");
  g_assert_cmpstr (targets[1], ==, "person");
  g_assert_true (hn_field_has_target (recipient, hn_kind_lookup ("overseas_contact")));
  g_assert_false (hn_field_has_target (recipient, hn_kind_lookup ("partner")));
  g_assert_false (
    hn_field_has_target (hn_kind_get_field (hn_kind_lookup ("award"), "form"), hn_kind_lookup ("person")));
  g_assert_true (g_strv_contains ((const char *const *) every, "award"));
  g_assert_false (g_strv_contains ((const char *const *) every, "overseas_contact"));
  g_assert_true (hn_field_has_target (record, hn_kind_lookup ("attachment")));
}

static void
add_kind_test (const HnKind *kind,
               const char   *what,
               GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/names/%s/%s", what, kind->name);

  g_test_add_data_func (path, kind, test);
}

int
main (int   argc,
      char *argv[])
{
  const HnKind *const *kinds;
  guint n_kinds;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/label", test_label);
  g_test_add_func ("/names/label-language", test_label_language);
  g_test_add_func ("/names/labels-of-kinds", test_labels_of_kinds);
  g_test_add_func ("/names/find-field", test_find_field);
  g_test_add_func ("/names/find-choice", test_find_choice);
  g_test_add_func ("/names/targets", test_targets);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      add_kind_test (kinds[i], "fields", test_find_every_field);
      add_kind_test (kinds[i], "choices", test_find_every_choice);
    }

  return g_test_run ();
}
