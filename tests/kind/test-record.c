/* Records: their values, their first values, what editing one field does to others, and how they are printed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "hn-value.h"

static const HnDate today = { 2022, 7, 20 };

static void
use_locale (const char *locale)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

static HnRecord *
new_record (const char *kind)
{
  return hn_record_new (hn_kind_lookup (kind));
}

static void
type_in (HnRecord   *record,
         const char *field,
         const char *text)
{
  g_autoptr (GError) error = NULL;

  hn_record_set_input (record, field, text, today, &error);
  g_assert_no_error (error);
}

static void
assert_printed (const HnRecord *record,
                const char     *field,
                const char     *expected)
{
  g_autofree char *printed = hn_record_print (record, field);

  g_assert_cmpstr (printed, ==, expected);
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
  g_autoptr (HnRecord) record = new_record ("person");

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
  g_autoptr (HnRecord) record = new_record ("donation");
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
  HnRecord *record = new_record ("person");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, HN_TYPE_RECORD);
  g_value_take_boxed (&value, record);
  g_assert_true (g_value_get_boxed (&value) == record);
}

/* The shown title belongs to the value. */
static void
test_shown (void)
{
  g_autoptr (HnRecord) record = new_record ("membership");
  const HnKind *person = hn_kind_lookup ("person");

  hn_record_set_reference (record, "person", person, 5);
  hn_record_set_shown (record, "person", "Nguyễn Văn A");
  hn_record_set_reference (record, "person", person, 5);
  g_assert_cmpstr (hn_record_get_shown (record, "person"), ==, "Nguyễn Văn A");
  hn_record_set_reference (record, "person", person, 6);
  g_assert_null (hn_record_get_shown (record, "person"));
  assert_printed (record, "person", "person:6");
}

static void
test_initial (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (HnRecord) project = new_record ("aid_project");
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
  g_autoptr (HnRecord) abroad = new_record ("association_abroad");
  g_autoptr (HnRecord) organization = new_record ("organization");

  g_assert_true (hn_record_get_kind (abroad) == hn_kind_lookup ("organization"));
  g_assert_true (hn_record_get_view (abroad) == hn_kind_lookup ("association_abroad"));
  g_assert_cmpstr (hn_record_get_text (abroad, "kind"), ==, "abroad");
  g_assert_cmpstr (hn_record_get_text (abroad, "status"), ==, "active");
  g_assert_false (hn_record_equal (abroad, organization));
  hn_record_set_text (organization, "kind", "abroad");
  g_assert_true (hn_record_equal (abroad, organization));
}

static gboolean
applies (const HnRecord *record,
         const char     *field)
{
  return hn_record_applies (record, hn_kind_get_field (hn_record_get_kind (record), field));
}

static void
test_applies (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (HnRecord) event = new_record ("event");

  g_assert_true (applies (donation, "amount"));
  g_assert_false (applies (donation, "goods"));
  hn_record_set_text (donation, "form", "service");
  g_assert_false (applies (donation, "amount"));
  g_assert_true (applies (donation, "goods"));
  hn_record_set_text (donation, "form", NULL);
  g_assert_false (applies (donation, "amount"));
  g_assert_false (applies (donation, "goods"));

  g_assert_false (applies (event, "currency"));
  hn_record_set_number (event, "cost", 0);
  g_assert_true (applies (event, "currency"));
}

static void
test_edit_conditions (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (HnRecord) project = new_record ("aid_project");

  type_in (donation, "form", "Hàng");
  g_assert_null (hn_record_get (donation, "currency"));
  type_in (donation, "form", "Tiền");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "VND");
  type_in (donation, "currency", "USD");
  type_in (donation, "form", "goods");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
  type_in (donation, "form", "money");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");

  /* What a person has emptied stays empty. */
  type_in (donation, "currency", "");
  type_in (donation, "form", "money");
  g_assert_null (hn_record_get (donation, "currency"));

  type_in (project, "committed_amount", "1000");
  g_assert_cmpstr (hn_record_get_text (project, "currency"), ==, "USD");
  type_in (project, "committed_amount", "");
  g_assert_null (hn_record_get (project, "currency"));
}

static gint64
get_number (const HnRecord *record,
            const char     *field)
{
  gint64 number;

  g_assert_true (hn_record_get_number (record, field, &number));

  return number;
}

/* Which comes first on the command line, the amount or its currency, must not matter. */
static void
test_edit_currency (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (GError) error = NULL;

  type_in (donation, "amount", "1000");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000);
  type_in (donation, "currency", "usd");
  g_assert_cmpint (get_number (donation, "amount"), ==, 100000);
  type_in (donation, "currency", "JPY");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000);
  type_in (donation, "currency", "KWD");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000000);

  type_in (donation, "currency", "USD");
  type_in (donation, "amount", "10,5");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1050);
  g_assert_false (hn_record_set_input (donation, "currency", "VND", today, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpint (get_number (donation, "amount"), ==, 1050);
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
}

static void
test_edit_currency_overflow (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (GError) error = NULL;

  hn_record_set_number (donation, "amount", G_MAXINT64);
  g_assert_false (hn_record_set_input (donation, "currency", "USD", today, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpint (get_number (donation, "amount"), ==, G_MAXINT64);
}

static void
test_set_input_errors (void)
{
  g_autoptr (HnRecord) record = new_record ("person");
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) bad = NULL;

  g_assert_false (hn_record_set_input (record, "surname", "Nguyễn", today, &unknown));
  g_assert_error (unknown, HN_KIND_ERROR, HN_KIND_ERROR_UNKNOWN_FIELD);
  g_assert_nonnull (strstr (unknown->message, "surname"));
  type_in (record, "Ngày sinh", "1950");
  g_assert_false (hn_record_set_input (record, "birth", "31/2/1950", today, &bad));
  g_assert_error (bad, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpstr (hn_record_get_text (record, "birth"), ==, "1950");
}

static void
test_settle (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");

  hn_record_set_text (donation, "form", "goods");
  hn_record_settle (donation);
  g_assert_null (hn_record_get (donation, "currency"));
  g_assert_cmpstr (hn_record_get_text (donation, "state"), ==, "received");

  hn_record_set_text (donation, "currency", "USD");
  hn_record_settle (donation);
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
}

static void
test_print (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (HnRecord) count = new_record ("diaspora_count");
  g_autofree char *vi = NULL;

  type_in (donation, "date", "5/6/2021");
  type_in (donation, "amount", "150000000");
  assert_printed (donation, "date", "05/06/2021");
  assert_printed (donation, "amount", "150.000.000 đ");
  assert_printed (donation, "note", "");
  assert_printed (donation, "form", "Money");
  vi = hn_record_print_vi (donation, "form");
  g_assert_cmpstr (vi, ==, "Tiền");

  type_in (donation, "currency", "USD");
  assert_printed (donation, "amount", "150.000.000,00 USD");
  type_in (donation, "exchange_rate", "23.120,5");
  assert_printed (donation, "exchange_rate", "23.120,5");

  type_in (count, "share", "60,2%");
  type_in (count, "number", "4000");
  type_in (count, "as_of", "2021");
  type_in (count, "country", "cămpuchia");
  assert_printed (count, "share", "60,2%");
  assert_printed (count, "number", "4.000");
  assert_printed (count, "as_of", "2021");
  assert_printed (count, "country", "Cambodia");
}

static void
test_print_language (void)
{
  g_autoptr (HnRecord) contact = new_record ("contact_log");
  g_autoptr (HnRecord) event = new_record ("event");
  g_autofree char *vi = NULL;

  type_in (contact, "done", "yes");
  type_in (event, "countries", "Lào; Campuchia");
  assert_printed (contact, "done", "Yes");
  assert_printed (event, "countries", "Laos; Cambodia");
  use_locale ("vi_VN.UTF-8");
  assert_printed (contact, "done", "Có");
  type_in (contact, "done", "no");
  assert_printed (contact, "done", "Không");
  assert_printed (event, "countries", "Lào; Campuchia");
  use_locale ("C");
  vi = hn_record_print_vi (event, "countries");
  g_assert_cmpstr (vi, ==, "Lào; Campuchia");

  /* The office's own name goes before the program's. */
  hn_record_set_shown (event, "countries", "CHDCND Lào; Campuchia");
  assert_printed (event, "countries", "CHDCND Lào; Campuchia");
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

static void
test_duplicate (void)
{
  g_autoptr (HnRecord) country = new_record ("country");
  g_autoptr (HnRecord) copy = NULL;

  type_in (country, "code", "LA");
  type_in (country, "name", "Lào");
  hn_record_set_id (country, 7);
  copy = hn_record_duplicate (country);
  g_assert_cmpint (hn_record_get_id (copy), ==, 0);
  g_assert_cmpstr (hn_record_get_text (copy, "name"), ==, "Lào");
  g_assert_null (hn_record_get (copy, "code"));
  g_assert_cmpint (hn_record_get_id (country), ==, 7);
}

/* The next form of a pile: what the pile has in common stays, the rest is as in a new record. */
static void
test_new_like (void)
{
  g_autoptr (HnRecord) donation = new_record ("donation");
  g_autoptr (HnRecord) next = NULL;

  type_in (donation, "date", "6/5/2021");
  type_in (donation, "form", "goods");
  type_in (donation, "goods", "Gạo");
  hn_record_set_reference (donation, "campaign", hn_kind_lookup ("campaign"), 3);
  hn_record_set_shown (donation, "campaign", "Quỹ vắc-xin 2021");
  hn_record_set_text (donation, "donor", "Ông Ba");
  hn_record_set_id (donation, 9);

  next = hn_record_new_like (donation);
  g_assert_cmpint (hn_record_get_id (next), ==, 0);
  g_assert_cmpstr (hn_record_get_text (next, "date"), ==, "2021-05-06");
  g_assert_cmpstr (hn_record_get_text (next, "form"), ==, "goods");
  g_assert_cmpint (hn_record_get_reference (next, "campaign", NULL), ==, 3);
  assert_printed (next, "campaign", "Quỹ vắc-xin 2021");
  g_assert_null (hn_record_get (next, "donor"));
  g_assert_null (hn_record_get (next, "goods"));
  /* What does not apply to goods is not there either. */
  g_assert_null (hn_record_get (next, "currency"));
  g_assert_cmpstr (hn_record_get_text (next, "state"), ==, "received");
}

/* A view's record stays in the view. */
static void
test_new_like_view (void)
{
  g_autoptr (HnRecord) first = new_record ("association_abroad");
  g_autoptr (HnRecord) next = hn_record_new_like (first);

  g_assert_true (hn_record_get_view (next) == hn_kind_lookup ("association_abroad"));
  g_assert_cmpstr (hn_record_get_text (next, "kind"), ==, "abroad");
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
  g_test_add_func ("/record/applies", test_applies);
  g_test_add_func ("/record/edit-conditions", test_edit_conditions);
  g_test_add_func ("/record/edit-currency", test_edit_currency);
  g_test_add_func ("/record/edit-currency-overflow", test_edit_currency_overflow);
  g_test_add_func ("/record/set-input-errors", test_set_input_errors);
  g_test_add_func ("/record/settle", test_settle);
  g_test_add_func ("/record/print", test_print);
  g_test_add_func ("/record/print-language", test_print_language);
  g_test_add_func ("/record/title", test_title);
  g_test_add_func ("/record/duplicate", test_duplicate);
  g_test_add_func ("/record/new-like", test_new_like);
  g_test_add_func ("/record/new-like-view", test_new_like_view);

  return g_test_run ();
}
