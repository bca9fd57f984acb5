/* What editing one field of a record does to others, and what the next record takes over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "record-fixture.h"

static gboolean
applies (const HnRecord *record,
         const char     *field)
{
  return hn_record_applies (record, hn_kind_get_field (hn_record_get_kind (record), field));
}

static void
test_applies (void)
{
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (HnRecord) event = record_new ("event");

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
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (HnRecord) project = record_new ("aid_project");

  record_type (donation, "form", "Hàng");
  g_assert_null (hn_record_get (donation, "currency"));
  record_type (donation, "form", "Tiền");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "VND");
  record_type (donation, "currency", "USD");
  record_type (donation, "form", "goods");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
  record_type (donation, "form", "money");
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");

  /* What a person has emptied stays empty. */
  record_type (donation, "currency", "");
  record_type (donation, "form", "money");
  g_assert_null (hn_record_get (donation, "currency"));

  record_type (project, "committed_amount", "1000");
  g_assert_cmpstr (hn_record_get_text (project, "currency"), ==, "USD");
  record_type (project, "committed_amount", "");
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
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (GError) error = NULL;

  record_type (donation, "amount", "1000");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000);
  record_type (donation, "currency", "usd");
  g_assert_cmpint (get_number (donation, "amount"), ==, 100000);
  record_type (donation, "currency", "JPY");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000);
  record_type (donation, "currency", "KWD");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1000000);

  record_type (donation, "currency", "USD");
  record_type (donation, "amount", "10,5");
  g_assert_cmpint (get_number (donation, "amount"), ==, 1050);
  g_assert_false (hn_record_set_input (donation, "currency", "VND", RECORD_TODAY, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpint (get_number (donation, "amount"), ==, 1050);
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
}

static void
test_edit_currency_overflow (void)
{
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (GError) error = NULL;

  hn_record_set_number (donation, "amount", G_MAXINT64);
  g_assert_false (hn_record_set_input (donation, "currency", "USD", RECORD_TODAY, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpint (get_number (donation, "amount"), ==, G_MAXINT64);
}

static void
test_set_input_errors (void)
{
  g_autoptr (HnRecord) record = record_new ("person");
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) bad = NULL;

  g_assert_false (hn_record_set_input (record, "surname", "Nguyễn", RECORD_TODAY, &unknown));
  g_assert_error (unknown, HN_KIND_ERROR, HN_KIND_ERROR_UNKNOWN_FIELD);
  g_assert_nonnull (strstr (unknown->message, "surname"));
  record_type (record, "Ngày sinh", "1950");
  g_assert_false (hn_record_set_input (record, "birth", "31/2/1950", RECORD_TODAY, &bad));
  g_assert_error (bad, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_cmpstr (hn_record_get_text (record, "birth"), ==, "1950");
}

static void
test_settle (void)
{
  g_autoptr (HnRecord) donation = record_new ("donation");

  hn_record_set_text (donation, "form", "goods");
  hn_record_settle (donation);
  g_assert_null (hn_record_get (donation, "currency"));
  g_assert_cmpstr (hn_record_get_text (donation, "state"), ==, "received");

  hn_record_set_text (donation, "currency", "USD");
  hn_record_settle (donation);
  g_assert_cmpstr (hn_record_get_text (donation, "currency"), ==, "USD");
}

static void
test_duplicate (void)
{
  g_autoptr (HnRecord) country = record_new ("country");
  g_autoptr (HnRecord) copy = NULL;

  record_type (country, "code", "LA");
  record_type (country, "name", "Lào");
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
  g_autoptr (HnRecord) donation = record_new ("donation");
  g_autoptr (HnRecord) next = NULL;

  record_type (donation, "date", "6/5/2021");
  record_type (donation, "form", "goods");
  record_type (donation, "goods", "Gạo");
  hn_record_set_reference (donation, "campaign", hn_kind_lookup ("campaign"), 3);
  hn_record_set_shown (donation, "campaign", "Quỹ vắc-xin 2021");
  hn_record_set_text (donation, "donor", "Ông Ba");
  hn_record_set_id (donation, 9);

  next = hn_record_new_like (donation);
  g_assert_cmpint (hn_record_get_id (next), ==, 0);
  g_assert_cmpstr (hn_record_get_text (next, "date"), ==, "2021-05-06");
  g_assert_cmpstr (hn_record_get_text (next, "form"), ==, "goods");
  g_assert_cmpint (hn_record_get_reference (next, "campaign", NULL), ==, 3);
  record_assert_printed (next, "campaign", "Quỹ vắc-xin 2021");
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
  g_autoptr (HnRecord) first = record_new ("association_abroad");
  g_autoptr (HnRecord) next = hn_record_new_like (first);

  g_assert_true (hn_record_get_view (next) == hn_kind_lookup ("association_abroad"));
  g_assert_cmpstr (hn_record_get_text (next, "kind"), ==, "abroad");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C");

  g_test_add_func ("/record-edit/applies", test_applies);
  g_test_add_func ("/record-edit/conditions", test_edit_conditions);
  g_test_add_func ("/record-edit/currency", test_edit_currency);
  g_test_add_func ("/record-edit/currency-overflow", test_edit_currency_overflow);
  g_test_add_func ("/record-edit/set-input-errors", test_set_input_errors);
  g_test_add_func ("/record-edit/settle", test_settle);
  g_test_add_func ("/record-edit/duplicate", test_duplicate);
  g_test_add_func ("/record-edit/new-like", test_new_like);
  g_test_add_func ("/record-edit/new-like-view", test_new_like_view);

  return g_test_run ();
}
