/* What a person types becomes a value, and the value becomes what a person could have typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <locale.h>

#include "hn-country.h"
#include "hn-value.h"

static const HnDate today = { 2022, 7, 20 };

static void
use_locale (const char *locale)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", locale, TRUE);
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

static const HnField *
field_of (const char *kind,
          const char *name)
{
  const HnField *field = hn_kind_get_field (hn_kind_lookup (kind), name);

  g_assert_nonnull (field);

  return field;
}

typedef struct
{
  const char *kind;
  const char *field;
  const char *currency;
  const char *text;
  const char *value; /* as GVariant prints it; NULL is unset */
} Reading;

static const Reading readings[] = {
  { "person", "name", NULL, "  Nguyễn\u00a0Văn   Đức\u200b ", "'Nguyễn Văn Đức'" },
  { "person", "name", NULL, "Nguye\u0302\u0303n Va\u0306n A", "'Nguyễn Văn A'" },
  { "person", "name", NULL, "", NULL },
  { "person", "name", NULL, " \u200b \u00a0", NULL },
  { "person", "note", NULL, "một\r\nhai", "'một\\nhai'" },
  { "person", "phone", NULL, "0912.345.678 / +84 204 3854 123", "'0912.345.678 / +84 204 3854 123'" },
  { "person", "email", NULL, "an@example.vn", "'an@example.vn'" },
  { "person", "birth", NULL, "6/5/1950", "'1950-05-06'" },
  { "person", "birth", NULL, "5/1950", "'1950-05'" },
  { "person", "birth", NULL, "1950", "'1950'" },
  { "person", "birth", NULL, "1950-05-06", "'1950-05-06'" },
  { "person", "birth", NULL, "hôm nay", "'2022-07-20'" },
  { "person", "gender", NULL, "nữ", "'female'" },
  { "person", "gender", NULL, "F", "'female'" },
  { "person", "gender", NULL, "Female", "'female'" },
  { "person", "party_member", NULL, "có", "true" },
  { "person", "party_member", NULL, "CO", "true" },
  { "person", "party_member", NULL, "yes", "true" },
  { "person", "party_member", NULL, "1", "true" },
  { "person", "party_member", NULL, "không", "false" },
  { "person", "party_member", NULL, "False", "false" },
  { "person", "party_member", NULL, "0", "false" },
  { "person", "country", NULL, "de", "'DE'" },
  { "person", "country", NULL, "Đức", "'DE'" },
  { "person", "country", NULL, "CHLB Nga", "'RU'" },
  { "person", "country", NULL, "Cămpuchia", "'KH'" },
  { "person", "home_area", NULL, "area:12", "('area', 12)" },
  { "person", "home_area", NULL, " area : 12 ", "('area', 12)" },
  { "person", "home_area", NULL, "9223372036854775807", "('area', 9223372036854775807)" },
  { "award", "recipient", NULL, "person:5", "('person', 5)" },
  { "award", "recipient", NULL, "overseas_contact:5", "('person', 5)" },
  { "award", "recipient", NULL, "organization:5", "('organization', 5)" },
  { "award", "recipient", NULL, "Tập thể: lớp 9A", "'Tập thể: lớp 9A'" },
  { "award", "recipient", NULL, "5", "'5'" },
  { "participant", "person", NULL, "5", "('person', 5)" },
  { "participant", "person", NULL, "Ông Nguyễn Văn A", "'Ông Nguyễn Văn A'" },
  { "attachment", "record", NULL, "award:3", "('award', 3)" },
  { "headcount", "members", NULL, "6000", "6000" },
  { "headcount", "members", NULL, "6.000", "6000" },
  { "headcount", "members", NULL, "6,000", "6000" },
  { "headcount", "members", NULL, "-1", "-1" },
  { "diaspora_count", "share", NULL, "60,2", "6020" },
  { "diaspora_count", "share", NULL, "60.2 %", "6020" },
  { "diaspora_count", "share", NULL, "100,01", "10001" },
  { "donation", "quantity", NULL, "10", "10000" },
  { "donation", "quantity", NULL, "10,5", "10500" },
  { "donation", "exchange_rate", NULL, "25.450", "254500000" },
  { "donation", "amount", "VND", "30.000.000", "30000000" },
  { "donation", "amount", "VND", "30.000.000 đ", "30000000" },
  { "donation", "amount", "VND", "30 triệu đồng", "30000000" },
  { "donation", "amount", "VND", "1,5 tỷ", "1500000000" },
  { "donation", "amount", NULL, "30000000", "30000000" },
  { "donation", "amount", "USD", "10", "1000" },
  { "donation", "amount", "USD", "10,50", "1050" },
  { "donation", "amount", "USD", "$1,234.56", "123456" },
  { "donation", "amount", "USD", "1.234,56 USD", "123456" },
  { "donation", "amount", "USD", "595,75 triệu USD", "59575000000" },
  { "donation", "amount", "USD", "595,75 triệu đô la Mỹ", "59575000000" },
  { "donation", "amount", "JPY", "1.000", "1000" },
  { "donation", "amount", "KWD", "1,5", "1500" },
  { "award", "amount", "USD", "5.000.000", "5000000" },
  { "donation", "currency", NULL, "usd", "'USD'" },
  { "donation", "currency", NULL, "đồng", "'VND'" },
  { "donation", "currency", NULL, "đ", "'VND'" },
  { "donation", "currency", NULL, "VNĐ", "'VND'" },
  { "donation", "currency", NULL, "₫", "'VND'" },
  { "donation", "currency", NULL, "Euro", "'EUR'" },
  { "event", "countries", NULL, "Séc, Slovakia", "['CZ', 'SK']" },
  { "event", "countries", NULL, "CZ;SK", "['CZ', 'SK']" },
  { "event", "countries", NULL, " LA ;; Lào , Campuchia;", "['LA', 'KH']" },
  { "event", "countries", NULL, ";", NULL },
  { "event", "countries", NULL, "Taiwan, Province of China", "['TW']" },
  { "event", "countries", NULL, "Lào; Taiwan, Province of China; Séc, Slovakia", "['LA', 'TW', 'CZ', 'SK']" },
  { "event", "tasks", NULL, "task:1; 2, task:1", "[('task', 1), ('task', 2)]" },
};

static void
test_read (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char *printed = NULL;

  value = hn_value_parse (field_of (reading->kind, reading->field), reading->text, reading->currency, today, &error);
  g_assert_no_error (error);
  if (reading->value == NULL)
    {
      g_assert_null (value);
      return;
    }

  g_assert_nonnull (value);
  g_variant_ref_sink (value);
  printed = g_variant_print (value, FALSE);
  g_assert_cmpstr (printed, ==, reading->value);
}

typedef struct
{
  const char *kind;
  const char *field;
  const char *currency;
  const char *text;
  const char *says; /* something that the sentence must contain */
} Refusal;

static const Refusal refusals[] = {
  { "person", "birth", NULL, "31/2/2022", "31/2/2022" },
  { "person", "birth", NULL, "12/31/2022", "12/31/2022" },
  { "person", "birth", NULL, "some day", "2/9/2022" },
  { "person", "gender", NULL, "neither", "Female" },
  { "person", "party_member", NULL, "perhaps", "perhaps" },
  { "person", "party_member", NULL, "2", "2" },
  { "person", "country", NULL, "Atlantis", "Atlantis" },
  { "person", "email", NULL, "an.example.vn", "@" },
  { "person", "email", NULL, "an @example.vn", "@" },
  { "person", "email", NULL, "@example.vn", "@" },
  { "person", "email", NULL, "an@", "@" },
  { "person", "email", NULL, "an@b@example.vn", "@" },
  { "person", "phone", NULL, "call me", "digits" },
  { "person", "phone", NULL, "+", "digits" },
  { "person", "home_area", NULL, "Bắc Giang", "Area" },
  { "person", "home_area", NULL, "person:5", "Area" },
  { "person", "home_area", NULL, "area:", "area" },
  { "person", "home_area", NULL, "area:-1", "area" },
  { "person", "home_area", NULL, "0", "area" },
  { "person", "home_area", NULL, "9223372036854775808", "area" },
  { "award", "recipient", NULL, "partner:5", "organization" },
  { "attachment", "record", NULL, "5", "5" },
  { "attachment", "content", NULL, "abc", "typed" },
  { "person", "birth", NULL, "31/4/2021", "4/2021 has only 30 days" },
  { "person", "birth", NULL, "29-02-2021", "2/2021 has only 28 days" },
  { "person", "birth", NULL, "30/2", "28 days" },
  { "person", "birth", NULL, "1/13/2021", "is not a date" },
  { "headcount", "members", NULL, "many", "many" },
  { "headcount", "members", NULL, "1,5", "whole" },
  { "headcount", "members", NULL, "99999999999999999999", "large" },
  { "diaspora_count", "share", NULL, "60,123456", "2 decimals" },
  { "donation", "amount", "VND", "10,50", "whole" },
  { "donation", "amount", "VND", "10 USD", "VND" },
  { "donation", "amount", "VND", "10 triệu USD", "VND" },
  { "donation", "amount", "USD", "10 đ", "USD" },
  { "donation", "amount", "USD", "30 triệu đồng", "USD" },
  { "donation", "amount", "USD", "10,5050", "2 decimals" },
  { "donation", "amount", "VND", "đồng", "đồng" },
  { "donation", "currency", NULL, "XXQ", "XXQ" },
  { "donation", "currency", NULL, "12", "12" },
  { "event", "countries", NULL, "Lào, Atlantis", "Atlantis" },
  { "event", "tasks", NULL, "task:1; person:2", "person:2" },
  { "country", "code", NULL, "vn", "VN" },
  { "country", "code", NULL, "VNM", "VN" },
  { "partner", "national_day", NULL, "2/9/1945", "2/9" },
  { "partner", "national_day", NULL, "31/4", "2/9" },
  { "partner", "national_day", NULL, "2 tháng 9", "2/9" },
};

static void
test_refuse (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (GError) error = NULL;
  GVariant *value =
    hn_value_parse (field_of (refusal->kind, refusal->field), refusal->text, refusal->currency, today, &error);

  g_assert_null (value);
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, refusal->says));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_ambiguous (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_value_parse (field_of ("donation", "quantity"), "1,234", NULL, today, &error));
  g_assert_error (error, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS);
}

static void
test_national_day (void)
{
  static const char *const days[] = { "2/9", "02/09", "29/2", "31/12" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) value = hn_value_parse (field_of ("partner", "national_day"), days[i], NULL, today, &error);

      g_assert_no_error (error);
      g_variant_ref_sink (value);
      g_assert_cmpstr (g_variant_get_string (value, NULL), ==, days[i]);
    }
}

static void
assert_round_trip (const HnField *field,
                   GVariant      *value,
                   const char    *currency)
{
  g_autoptr (GVariant) expected = g_variant_ref_sink (value);
  g_autofree char *input = hn_value_to_input (field, expected, currency);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) back = hn_value_parse (field, input, currency, today, &error);

  g_assert_no_error (error);
  g_assert_nonnull (back);
  g_variant_ref_sink (back);
  if (!g_variant_equal (back, expected))
    g_error ("%s: “%s” is read back as %s", field->name, input, g_variant_print (back, FALSE));
}

static gint64
random_number (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
  gint64 number = (gint64) (bits >> g_test_rand_int_range (1, 64));

  return g_test_rand_bit () ? number : -number;
}

static void
round_trip_numbers (void)
{
  static const gint64 numbers[] = {
    0, 1, -1, 9, 10, 100, 999, 1000, 1001, 1234, -1234, 12345, 100000, 123456, 999999, 1000000, 1234567, 123456789,
    G_MAXINT64, G_MININT64 + 1,
  };
  static const char *const currencies[] = { "VND", "USD", "KWD" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers) + 2000; i++)
    {
      gint64 number = i < G_N_ELEMENTS (numbers) ? numbers[i] : random_number ();

      assert_round_trip (field_of ("headcount", "members"), g_variant_new_int64 (number), NULL);
      assert_round_trip (field_of ("diaspora_count", "share"), g_variant_new_int64 (number), NULL);
      assert_round_trip (field_of ("donation", "quantity"), g_variant_new_int64 (number), NULL);
      assert_round_trip (field_of ("donation", "exchange_rate"), g_variant_new_int64 (number), NULL);
      assert_round_trip (field_of ("award", "amount"), g_variant_new_int64 (number), NULL);
      for (guint c = 0; c < G_N_ELEMENTS (currencies); c++)
        assert_round_trip (field_of ("donation", "amount"), g_variant_new_int64 (number), currencies[c]);
    }
}

static void
round_trip_dates (void)
{
  for (guint i = 0; i < 500; i++)
    {
      HnDate date = { (guint16) g_test_rand_int_range (1800, 2200), 0, 0 };
      g_autofree char *iso = NULL;

      if (i % 3 > 0)
        date.month = (guint8) g_test_rand_int_range (1, 13);
      if (i % 3 > 1)
        date.day = (guint8) g_test_rand_int_range (1, 29);
      iso = hn_date_to_iso (date);
      assert_round_trip (field_of ("person", "birth"), g_variant_new_string (iso), NULL);
    }
}

static void
round_trip_choices (void)
{
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    {
      for (guint i = 0; i < kinds[k]->n_fields; i++)
        {
          const HnField *field = &kinds[k]->fields[i];

          for (const HnChoice *choice = field->choices; choice != NULL && choice->name != NULL; choice++)
            assert_round_trip (field, g_variant_new_string (choice->name), NULL);
        }
    }
}

static void
round_trip_countries (void)
{
  g_auto (GVariantBuilder) codes = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  for (guint i = 0; i < hn_n_countries; i++)
    {
      assert_round_trip (field_of ("person", "country"), g_variant_new_string (hn_countries[i].code), NULL);
      g_variant_builder_add (&codes, "s", hn_countries[i].code);
    }
  assert_round_trip (field_of ("event", "countries"), g_variant_builder_end (&codes), NULL);
}

static void
round_trip_texts (void)
{
  assert_round_trip (field_of ("person", "name"), g_variant_new_string ("Nguyễn Văn Đức"), NULL);
  assert_round_trip (field_of ("person", "note"), g_variant_new_string ("một\n\nhai; ba, 4"), NULL);
  assert_round_trip (field_of ("person", "phone"), g_variant_new_string ("0204 3854 123; (024) 3.826-4321"), NULL);
  assert_round_trip (field_of ("person", "email"), g_variant_new_string ("an@example.vn"), NULL);
  assert_round_trip (field_of ("person", "party_member"), g_variant_new_boolean (TRUE), NULL);
  assert_round_trip (field_of ("person", "party_member"), g_variant_new_boolean (FALSE), NULL);
  assert_round_trip (field_of ("donation", "currency"), g_variant_new_string ("VND"), NULL);
  assert_round_trip (field_of ("award", "recipient"), g_variant_new_string ("Tập thể lớp 9A"), NULL);
  assert_round_trip (field_of ("award", "recipient"), g_variant_new ("(sx)", "person", G_MAXINT64), NULL);
  assert_round_trip (field_of ("attachment", "record"), g_variant_new ("(sx)", "event", (gint64) 1), NULL);
  assert_round_trip (field_of ("event", "tasks"), g_variant_new_parsed ("[('task', int64 1), ('task', int64 2)]"),
                     NULL);
}

static void
test_round_trips (gconstpointer locale)
{
  use_locale (locale);
  round_trip_texts ();
  round_trip_numbers ();
  round_trip_dates ();
  round_trip_choices ();
  round_trip_countries ();
  use_locale ("C");
}

static void
assert_input (const char *kind,
              const char *field,
              GVariant   *value,
              const char *currency,
              const char *expected)
{
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *input = hn_value_to_input (field_of (kind, field), owned, currency);

  g_assert_cmpstr (input, ==, expected);
}

static void
test_input (void)
{
  assert_input ("person", "name", NULL, NULL, "");
  assert_input ("donation", "amount", g_variant_new_int64 (123456), "USD", "1.234,56");
  assert_input ("donation", "amount", g_variant_new_int64 (123456), NULL, "123.456");
  assert_input ("donation", "quantity", g_variant_new_int64 (1234), NULL, "1,2340");
  assert_input ("donation", "quantity", g_variant_new_int64 (10500), NULL, "10,5");
  assert_input ("person", "birth", g_variant_new_string ("1950-05-06"), NULL, "06/05/1950");
  assert_input ("person", "birth", g_variant_new_string ("1950-05"), NULL, "5/1950");
  assert_input ("person", "gender", g_variant_new_string ("female"), NULL, "Female");
  assert_input ("person", "country", g_variant_new_string ("ZZ"), NULL, "ZZ");
  use_locale ("vi_VN.UTF-8");
  assert_input ("person", "gender", g_variant_new_string ("female"), NULL, "Nữ");
  assert_input ("person", "party_member", g_variant_new_boolean (TRUE), NULL, "Có");
  assert_input ("person", "country", g_variant_new_string ("LA"), NULL, "Lào");
  use_locale ("C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_locale ("C");

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/value/read/%u-%s", i, readings[i].field);

      g_test_add_data_func (path, &readings[i], test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/value/refuse/%u-%s", i, refusals[i].field);

      g_test_add_data_func (path, &refusals[i], test_refuse);
    }
  g_test_add_func ("/value/ambiguous", test_ambiguous);
  g_test_add_func ("/value/national-day", test_national_day);
  g_test_add_func ("/value/input", test_input);
  g_test_add_data_func ("/value/round-trips/C", "C", test_round_trips);
  g_test_add_data_func ("/value/round-trips/vi_VN", "vi_VN.UTF-8", test_round_trips);
  g_test_add_data_func ("/value/round-trips/en_US", "en_US.UTF-8", test_round_trips);

  return g_test_run ();
}
