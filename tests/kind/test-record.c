/* Records: their values, their first values, and how they are printed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "record-fixture.h"

static void
use_locale (const char *locale)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

static void
assert_title (const HnRecord *record,
              const char     *expected)
{
  g_autofree char *title = hn_record_title (record);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_set (void)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup ("person"));
  gint64 number = -1;

  g_assert_cmpint (hn_record_get_id (record), ==, 0);
  g_assert_null (hn_record_get (record, "name"));
  g_assert_null (hn_record_get_text (record, "name"));
  hn_record_set_text (record, "name", "Nguyễn Văn Đức");
  g_assert_cmpstr (hn_record_get_text (record, "name"), ==, "Nguyễn Văn Đức");
  hn_record_set_text (record, "name", "");
  g_assert_null (hn_record_get (record, "name"));
  hn_record_set (record, "name", g_variant_new_string (""));
  g_assert_null (hn_record_get (record, "name"));

  g_assert_false (hn_record_get_number (record, "party_member", &number));
  hn_record_set_number (record, "party_member", 1);
  g_assert_true (g_variant_is_of_type (hn_record_get (record, "party_member"), G_VARIANT_TYPE_BOOLEAN));
  g_assert_true (hn_record_get_number (record, "party_member", &number));
  g_assert_cmpint (number, ==, 1);
}

static void
test_dates (void)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup ("person"));
  HnDate birth;

  g_assert_false (hn_date_is_set (hn_record_get_date (record, "birth")));
  hn_record_set_text (record, "birth", "1950-02");
  birth = hn_record_get_date (record, "birth");
  g_assert_cmpint (birth.year, ==, 1950);
  g_assert_cmpint (birth.month, ==, 2);
  g_assert_cmpint (birth.day, ==, 0);
  hn_record_set_text (record, "birth", "1950-02-30");
  g_assert_false (hn_date_is_set (hn_record_get_date (record, "birth")));
}

static void
test_references (void)
{
  g_autoptr (HnRecord) award = hn_record_new_empty (hn_kind_lookup ("award"));
  const HnKind *kind = NULL;

  g_assert_cmpint (hn_record_get_reference (award, "recipient", &kind), ==, 0);
  g_assert_null (kind);
  hn_record_set_reference (award, "recipient", hn_kind_lookup ("overseas_contact"), G_MAXINT64);
  g_assert_cmpint (hn_record_get_reference (award, "recipient", &kind), ==, G_MAXINT64);
  g_assert_true (kind == hn_kind_lookup ("person"));
  hn_record_set_text (award, "recipient", "Tập thể lớp 9A");
  g_assert_cmpint (hn_record_get_reference (award, "recipient", &kind), ==, 0);
  g_assert_null (kind);
  g_assert_cmpstr (hn_record_get_text (award, "recipient"), ==, "Tập thể lớp 9A");
}

static void
test_several (void)
{
  g_autoptr (HnRecord) event = hn_record_new_empty (hn_kind_lookup ("event"));
  static const char *const codes[] = { "CZ", "SK", NULL };

  hn_record_set (event, "countries", g_variant_new_strv (codes, -1));
  g_assert_cmpuint (g_variant_n_children (hn_record_get (event, "countries")), ==, 2);
  hn_record_set_text (event, "countries", "LA");
  g_assert_cmpuint (g_variant_n_children (hn_record_get (event, "countries")), ==, 1);
  hn_record_set (event, "countries", g_variant_new_strv (NULL, 0));
  g_assert_null (hn_record_get (event, "countries"));
  hn_record_set_reference (event, "co_hosts", hn_kind_lookup ("organization"), 7);
  g_assert_cmpstr (g_variant_get_type_string (hn_record_get (event, "co_hosts")), ==, "a(sx)");
}

/* A value of another type is a mistake in the program, not something that a person did. */
static void
test_wrong_type (void)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (hn_kind_lookup ("person"));

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_value_of*");
  hn_record_set (record, "name", g_variant_new_int64 (3));
  g_test_assert_expected_messages ();
  g_assert_null (hn_record_get (record, "name"));

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_value_of*");
  hn_record_set (record, "home_area", g_variant_new_string ("Bắc Giang"));
  g_test_assert_expected_messages ();
}

static void
test_unknown_field (void)
{
  g_autoptr (HnRecord) record = record_new ("person");

  if (g_test_subprocess ())
    {
      hn_record_get (record, "surname");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*Kind person has no field surname*");
}

static void
test_copy (void)
{
  g_autoptr (HnRecord) record = record_new ("donation");
  g_autoptr (HnRecord) copy = NULL;

  hn_record_set_id (record, 42);
  hn_record_set_reference (record, "donor", hn_kind_lookup ("person"), 5);
  hn_record_set_shown (record, "donor", "Nguyễn Văn A");
  copy = hn_record_copy (record);
  g_assert_true (hn_record_equal (record, copy));
  g_assert_cmpstr (hn_record_get_shown (copy, "donor"), ==, "Nguyễn Văn A");

  hn_record_set_shown (copy, "donor", "Nguyễn Văn B");
  g_assert_true (hn_record_equal (record, copy));
  hn_record_set_number (copy, "amount", 1);
  g_assert_false (hn_record_equal (record, copy));
  g_assert_null (hn_record_get (record, "amount"));
  hn_record_set (copy, "amount", NULL);
  g_assert_true (hn_record_equal (record, copy));
  hn_record_set_id (copy, 43);
  g_assert_false (hn_record_equal (record, copy));
}

static void
test_boxed (void)
{
  HnRecord *record = record_new ("person");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HN_TYPE_RECORD);
  g_value_take_boxed (&value, record);
  g_assert_true (g_value_get_boxed (&value) == record);
}

/* The shown title belongs to the value. */
static void
test_shown (void)
{
  g_autoptr (HnRecord) record = record_new ("membership");
  const HnKind *person = hn_kind_lookup ("person");

  hn_record_set_reference (record, "person", person, 5);
  hn_record_set_shown (record, "person", "Nguyễn Văn A");
  hn_record_set_reference (record, "person", person, 5);
  g_assert_cmpstr (hn_record_get_shown (record, "person"), ==, "Nguyễn Văn A");
  hn_record_set_reference (record, "person", person, 6);
  g_assert_null (hn_record_get_shown (record, "person"));
  record_assert_printed (record, "person", "person:6");
}

static void
test_initial (void)
{
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (HnRecord) project = record_new ("aid_project");
  g_autoptr (HnRecord) empty = hn_record_new_empty (hn_kind_lookup ("donation"));

  g_assert_cmpstr (hn_record_get_text (donation, "form"), ==, "money");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "VND");
  g_assert_null (hn_record_get (donation, "date"));
  g_assert_null (hn_record_get (project, "currency"));
  g_assert_null (hn_record_get (empty, "form"));
}

static void
test_view (void)
{
  g_autoptr (HnRecord) abroad = record_new ("association_abroad");
  g_autoptr (HnRecord) organization = record_new ("organization");

  g_assert_true (hn_record_get_kind (abroad) == hn_kind_lookup ("organization"));
  g_assert_true (hn_record_get_view (abroad) == hn_kind_lookup ("association_abroad"));
  g_assert_cmpstr (hn_record_get_text (abroad, "kind"), ==, "abroad");
  g_assert_cmpstr (hn_record_get_text (abroad, "status"), ==, "active");
  g_assert_false (hn_record_equal (abroad, organization));
  hn_record_set_text (organization, "kind", "abroad");
  g_assert_true (hn_record_equal (abroad, organization));
}

static void
test_print (void)
{
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (HnRecord) count = record_new ("diaspora_count");
  g_autofree char *vi = NULL;

  record_type (donation, "date", "5/6/2021");
  record_type (donation, "amount", "150000000");
  record_assert_printed (donation, "date", "05/06/2021");
  record_assert_printed (donation, "amount", "150.000.000 đ");
  record_assert_printed (donation, "note", "");
  record_assert_printed (donation, "form", "Money");
  vi = hn_record_print_vi (donation, "form");
  g_assert_cmpstr (vi, ==, "Tiền");

  record_type (donation, "currency", "USD");
  record_assert_printed (donation, "amount", "150.000.000,00 USD");
  record_type (donation, "exchange_rate", "23.120,5");
  record_assert_printed (donation, "exchange_rate", "23.120,5");

  record_type (count, "share", "60,2%");
  record_type (count, "number", "4000");
  record_type (count, "as_of", "2021");
  record_type (count, "country", "cămpuchia");
  record_assert_printed (count, "share", "60,2%");
  record_assert_printed (count, "number", "4.000");
  record_assert_printed (count, "as_of", "2021");
  record_assert_printed (count, "country", "Cambodia");
}

static void
test_print_language (void)
{
  g_autoptr (HnRecord) contact = record_new ("contact_log");
  g_autoptr (HnRecord) event = record_new ("event");
  g_autofree char *vi = NULL;

  record_type (contact, "done", "yes");
  record_type (event, "countries", "Lào; Campuchia");
  record_assert_printed (contact, "done", "Yes");
  record_assert_printed (event, "countries", "Laos; Cambodia");
  use_locale ("vi_VN.UTF-8");
  record_assert_printed (contact, "done", "Có");
  record_type (contact, "done", "no");
  record_assert_printed (contact, "done", "Không");
  record_assert_printed (event, "countries", "Lào; Campuchia");
  use_locale ("C");
  vi = hn_record_print_vi (event, "countries");
  g_assert_cmpstr (vi, ==, "Lào; Campuchia");

  /* The office's own name goes before the program's. */
  hn_record_set_shown (event, "countries", "CHDCND Lào; Campuchia");
  record_assert_printed (event, "countries", "CHDCND Lào; Campuchia");
}

static void
test_title (void)
{
  g_autoptr (HnRecord) membership = hn_record_new_empty (hn_kind_lookup ("membership"));
  g_autoptr (HnRecord) task = hn_record_new_empty (hn_kind_lookup ("task"));
  g_autoptr (HnRecord) count = hn_record_new_empty (hn_kind_lookup ("diaspora_count"));

  assert_title (membership, "Membership");
  hn_record_set_reference (membership, "organization", hn_kind_lookup ("organization"), 1);
  hn_record_set_shown (membership, "organization", "Hội hữu nghị Việt – Lào");
  assert_title (membership, "Hội hữu nghị Việt – Lào");
  hn_record_set_reference (membership, "person", hn_kind_lookup ("person"), 2);
  hn_record_set_shown (membership, "person", "Nguyễn Văn A");
  assert_title (membership, "Nguyễn Văn A – Hội hữu nghị Việt – Lào");

  hn_record_set_text (task, "text", "Tăng cường\ntuyên truyền");
  assert_title (task, "Tăng cường tuyên truyền");
  hn_record_set_text (task, "number", "3");
  assert_title (task, "3. Tăng cường tuyên truyền");
  hn_record_set_text (task, "text", NULL);
  assert_title (task, "3");

  hn_record_set_text (count, "as_of", "2021-12-31");
  assert_title (count, "31/12/2021");
  hn_record_set_text (count, "country", "DE");
  assert_title (count, "Germany, 31/12/2021");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_locale ("C");

  g_test_add_func ("/record/set", test_set);
  g_test_add_func ("/record/dates", test_dates);
  g_test_add_func ("/record/references", test_references);
  g_test_add_func ("/record/several", test_several);
  g_test_add_func ("/record/wrong-type", test_wrong_type);
  g_test_add_func ("/record/unknown-field", test_unknown_field);
  g_test_add_func ("/record/copy", test_copy);
  g_test_add_func ("/record/boxed", test_boxed);
  g_test_add_func ("/record/shown", test_shown);
  g_test_add_func ("/record/initial", test_initial);
  g_test_add_func ("/record/view", test_view);
  g_test_add_func ("/record/print", test_print);
  g_test_add_func ("/record/print-language", test_print_language);
  g_test_add_func ("/record/title", test_title);

  return g_test_run ();
}
