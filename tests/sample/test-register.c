/* The sample register says what the public facts say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "sample-file.h"

static HnRegister *sample;

static guint
count (const char *kind,
       const char *condition,
       const char *also)
{
  g_autoptr (GPtrArray) records = sample_file_list (sample, kind, condition, also);

  return records->len;
}

static const HnRecord *
only (GPtrArray *records)
{
  g_assert_cmpuint (records->len, ==, 1);
  return g_ptr_array_index (records, 0);
}

static gint64
number (const HnRecord *record,
        const char     *field)
{
  gint64 value = G_MININT64;

  g_assert_true (hn_record_get_number (record, field, &value));
  return value;
}

static void
test_organizations (void)
{
  g_autoptr (GPtrArray) union_records = sample_file_list (sample, "organization", "kind=union", NULL);
  g_autoptr (GPtrArray) locals = sample_file_list (sample, "organization", "kind=local", NULL);
  g_autoptr (GPtrArray) branches = sample_file_list (sample, "organization", "kind=branch", NULL);
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_assert_cmpstr (hn_record_get_text (only (union_records), "founded"), ==, "1998-10-12");
  g_assert_cmpuint (count ("organization", "kind=bilateral", NULL), ==, 9);
  g_assert_cmpuint (locals->len, ==, 48);
  g_assert_cmpuint (branches->len, ==, 85 - 48);
  g_assert_cmpuint (count ("organization", "kind=abroad", NULL), ==, 6);
  g_assert_cmpuint (count ("association_abroad", NULL, NULL), ==, 6);
  g_assert_cmpuint (count ("organization", "kind=hometown", NULL), ==, 3);

  for (guint i = 0; i < branches->len; i++)
    g_ptr_array_add (locals, hn_record_ref (g_ptr_array_index (branches, i)));
  for (guint i = 0; i < locals->len; i++)
    {
      const HnRecord *record = g_ptr_array_index (locals, i);
      gint64 area = hn_record_get_reference (record, "area", NULL);
      HnDate founded = hn_record_get_date (record, "founded");

      g_assert_cmpint (area, !=, 0);
      g_hash_table_add (areas, g_memdup2 (&area, sizeof area));
      g_assert_cmpint (hn_record_get_reference (record, "parent", NULL), !=, 0);
      g_assert_cmpint (founded.year, <=, 2021);
    }
  g_assert_cmpuint (g_hash_table_size (areas), ==, 10);
}

static void
test_new_in_2021 (void)
{
  g_autoptr (GPtrArray) founded = sample_file_list (sample, "organization", "founded=2021", NULL);
  const char *const names[] = {
    "Hội Hữu nghị Việt Nam - Campuchia huyện Lục Nam", "Hội Hữu nghị Việt Nam - Campuchia huyện Yên Dũng",
    "Hội Hữu nghị Việt Nam - Nhật Bản",
  };

  g_assert_cmpuint (founded->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < founded->len; i++)
    {
      g_autofree char *title = hn_record_title (g_ptr_array_index (founded, i));

      g_assert_true (g_strv_contains ((const char *const[]) { names[0], names[1], names[2], NULL }, title));
    }
}

static void
test_two_countries (void)
{
  g_autoptr (GPtrArray) records = sample_file_list (sample, "organization", "countries=SK", "kind=bilateral");
  g_autofree const char **countries = g_variant_get_strv (hn_record_get (only (records), "countries"), NULL);

  g_assert_cmpuint (g_strv_length ((char **) countries), ==, 2);
  g_assert_cmpstr (countries[0], ==, "CZ");
  g_assert_cmpstr (countries[1], ==, "SK");
}

static void
test_branch_in_university (void)
{
  g_autoptr (GPtrArray) records =
    sample_file_list (sample, "organization", "host_institution=Trường Đại học Nông – Lâm Bắc Giang", NULL);
  g_autofree char *parent = hn_record_print (only (records), "parent");

  g_assert_cmpstr (hn_record_get_text (only (records), "kind"), ==, "branch");
  g_assert_cmpstr (parent, ==, "Hội Hữu nghị Việt Nam - Trung Quốc");
}

static void
test_growth (void)
{
  const struct { const char *as_of; const char *qualifier; const char *field; gint64 number; } growth[] = {
    { "as_of=2013", "qualifier=over", "members", 4000 },    { "as_of=2013", "qualifier=over", "branches", 40 },
    { "as_of=2021-12", "qualifier=over", "members", 6000 }, { "as_of=2021-12", "qualifier=over", "branches", 80 },
    { "as_of=2022", "qualifier=almost", "members", 6000 },  { "as_of=2022", "qualifier=exactly", "branches", 85 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (growth); i++)
    {
      g_autoptr (GPtrArray) records = sample_file_list (sample, "headcount", growth[i].as_of, growth[i].qualifier);

      g_assert_cmpint (number (only (records), growth[i].field), ==, growth[i].number);
    }
}

/* The six gifts, and no other one of the year by either cut-off. */
static void
test_gifts (void)
{
  g_autoptr (GPtrArray) gifts = sample_file_list (sample, "donation", NULL, NULL);
  g_autofree char *donor = NULL;
  gint64 money = 0;
  gint64 goods = 0;
  guint n_goods = 0;

  g_assert_cmpuint (gifts->len, ==, 6);
  for (guint i = 0; i < gifts->len; i++)
    {
      const HnRecord *gift = g_ptr_array_index (gifts, i);

      g_assert_cmpstr (hn_record_get_text (gift, "date"), ==, "2021");
      g_assert_cmpstr (hn_record_get_text (gift, "direction"), ==, "received");
      if (g_str_equal (hn_record_get_text (gift, "form"), "money"))
        {
          money += number (gift, "amount");
          g_assert_cmpstr (hn_record_get_text (gift, "currency"), ==, "VND");
          continue;
        }
      n_goods++;
      goods += number (gift, "value");
      g_assert_cmpint (number (gift, "quantity"), ==, 10 * 1000);
      g_assert_cmpstr (hn_record_get_text (gift, "unit"), ==, "tấn");
      donor = hn_record_print (gift, "donor");
    }

  g_assert_cmpuint (n_goods, ==, 1);
  g_assert_cmpint (money, ==, 334 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (goods, ==, 150 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpstr (donor, ==, "Hội đồng hương Bắc Giang tại Cộng hòa Séc");
}

static void
test_each_gift (void)
{
  const struct { const char *donor; gint64 millions; } gifts[] = {
    { "Síp", 30 }, { "Ukraina", 80 }, { "Lai Châu", 64 }, { "Đồng Nai", 80 }, { "Hải Phòng", 80 },
  };
  g_autoptr (GPtrArray) records = sample_file_list (sample, "donation", "form=money", NULL);

  g_assert_cmpuint (records->len, ==, G_N_ELEMENTS (gifts));
  for (gsize i = 0; i < G_N_ELEMENTS (gifts); i++)
    {
      guint found = 0;

      for (guint j = 0; j < records->len; j++)
        {
          g_autofree char *donor = hn_record_print (g_ptr_array_index (records, j), "donor");

          if (!g_str_has_suffix (donor, gifts[i].donor))
            continue;
          found++;
          g_assert_cmpint (number (g_ptr_array_index (records, j), "amount"), ==, gifts[i].millions * 1000000);
        }
      g_assert_cmpuint (found, ==, 1);
    }
}

static void
test_year_2021 (void)
{
  g_autoptr (GPtrArray) conferences = sample_file_list (sample, "event", "type=information_conference", NULL);
  g_autoptr (GPtrArray) delegates = sample_file_list (sample, "stated_figure", "indicator=7", NULL);
  g_autoptr (GPtrArray) raised = sample_file_list (sample, "stated_figure", "indicator=19", NULL);
  g_autoptr (GPtrArray) grapes = sample_file_list (sample, "event", "type=local_model", NULL);

  g_assert_cmpuint (conferences->len, ==, 8);
  for (guint i = 0; i < conferences->len; i++)
    {
      const HnRecord *conference = g_ptr_array_index (conferences, i);
      const char *from = hn_record_get_text (conference, "from");

      g_assert_cmpstr (from, >=, "2021-01-01");
      g_assert_cmpstr (from, <=, "2021-12-14");
      g_assert_null (hn_record_get (conference, "participants_domestic"));
    }

  g_assert_cmpint (number (only (delegates), "number"), ==, 1000 * 1000);
  g_assert_cmpstr (hn_record_get_text (only (delegates), "qualifier"), ==, "almost");
  g_assert_cmpint (number (only (raised), "number"), ==, 2000 * 1000);
  g_assert_cmpstr (hn_record_get_text (only (raised), "qualifier"), ==, "almost");
  g_assert_cmpstr (hn_record_get_text (only (grapes), "result"), ==, "3 hộ tham gia, 1 hộ thành công.");
  g_assert_cmpuint (count ("award", "form=certificate", "decision_date=2021"), ==, 1);
  g_assert_cmpuint (count ("award", "form=emulation_flag", "decision_date=2021"), ==, 1);
}

static gint64
sum_region (GPtrArray  *counts,
            const char *region)
{
  gint64 sum = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const HnRecord *record = g_ptr_array_index (counts, i);
      g_autofree char *condition = NULL;
      g_autoptr (GPtrArray) country = NULL;

      if (hn_record_get (record, "country") == NULL)
        continue;
      condition = g_strconcat ("code=", hn_record_get_text (record, "country"), NULL);
      country = sample_file_list (sample, "country", condition, NULL);
      if (region == NULL || g_str_equal (hn_record_get_text (only (country), "region"), region))
        sum += number (record, "number");
    }

  return sum;
}

static void
test_diaspora (void)
{
  g_autoptr (GPtrArray) counts = sample_file_list (sample, "diaspora_count", NULL, NULL);
  gint64 total = sum_region (counts, NULL);
  guint n_countries = 0;

  for (guint i = 0; i < counts->len; i++)
    n_countries += hn_record_get (g_ptr_array_index (counts, i), "country") != NULL;

  g_assert_cmpuint (n_countries, ==, 42);
  g_assert_cmpint (total, ==, 3988);
  g_assert_cmpint ((sum_region (counts, "northeast_asia") * 2000 + total) / (2 * total), ==, 602);
  g_assert_cmpint ((sum_region (counts, "europe") * 2000 + total) / (2 * total), ==, 342);
}

static void
test_stated_diaspora (void)
{
  g_autoptr (GPtrArray) total = sample_file_list (sample, "diaspora_count", "countries_counted=42", NULL);
  g_autoptr (GPtrArray) asia = sample_file_list (sample, "diaspora_count", "region=northeast_asia", NULL);
  g_autoptr (GPtrArray) europe = sample_file_list (sample, "diaspora_count", "region=europe", NULL);
  g_autoptr (GPtrArray) remittances = sample_file_list (sample, "remittance", NULL, NULL);

  g_assert_cmpint (number (only (total), "number"), ==, 4000);
  g_assert_cmpstr (hn_record_get_text (only (total), "qualifier"), ==, "almost");
  g_assert_cmpint (number (only (asia), "share"), ==, 6020);
  g_assert_cmpint (number (only (europe), "share"), ==, 3420);

  g_assert_cmpint (number (only (remittances), "amount"), ==, G_GINT64_CONSTANT (59575000000));
  g_assert_cmpstr (hn_record_get_text (only (remittances), "currency"), ==, "USD");
  g_assert_cmpstr (hn_record_get_text (only (remittances), "from"), ==, "2016");
  g_assert_cmpstr (hn_record_get_text (only (remittances), "to"), ==, "2021");
}

static void
test_directives (void)
{
  const struct { const char *number; const char *date; const char *parent; } directives[] = {
    { "04-CT/TW", "2011-07-06", "" }, { "11-KH/TU", "2011-09-13", "04-CT/TW" }, { "12-CT/TW", "2022-01-05", "" },
    { "56-KH/TU", "2022-05-23", "12-CT/TW" }, { "36-NQ/TW", "2004-03-26", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (directives); i++)
    {
      g_autofree char *condition = g_strconcat ("number=", directives[i].number, NULL);
      g_autoptr (GPtrArray) records = sample_file_list (sample, "directive", condition, NULL);
      g_autofree char *parent = hn_record_print (only (records), "parent");

      g_assert_cmpstr (hn_record_get_text (only (records), "date"), ==, directives[i].date);
      g_assert_true (g_str_has_prefix (parent, directives[i].parent));
      g_assert_cmpint (*parent == '\0', ==, *directives[i].parent == '\0');
    }
  g_assert_cmpuint (count ("directive", NULL, NULL), ==, 8);
  g_assert_cmpuint (count ("task", NULL, NULL), ==, 8);
}

static void
test_year_2022 (void)
{
  g_autoptr (GPtrArray) seminar = sample_file_list (sample, "event", "type=seminar", NULL);

  g_assert_cmpstr (hn_record_get_text (only (seminar), "from"), ==, "2022-07-20");
  g_assert_nonnull (strstr (hn_record_get_text (only (seminar), "note"), "Vĩnh Phúc"));
  g_assert_cmpuint (count ("event", "type=xuan_que_huong", NULL), ==, 2);
  g_assert_cmpuint (count ("event", "type=tuan_le_tet_viet", NULL), ==, 2);
  g_assert_cmpuint (count ("event", "countries=LA", NULL), ==, 1);
}

static void
test_people (void)
{
  g_autoptr (GPtrArray) people = sample_file_list (sample, "person", NULL, NULL);
  g_autoptr (GHashTable) phones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) abroad = sample_file_list (sample, "overseas_contact", NULL, NULL);
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (people->len, ==, 600);
  for (guint i = 0; i < people->len; i++)
    {
      const char *phone = hn_record_get_text (g_ptr_array_index (people, i), "phone");

      if (phone == NULL)
        continue;
      g_assert_true (g_str_has_prefix (phone, "0900 000 "));
      g_assert_true (g_hash_table_add (phones, (gpointer) phone));
    }

  for (guint i = 0; i < abroad->len; i++)
    {
      const HnRecord *person = g_ptr_array_index (abroad, i);

      g_hash_table_add (countries, (gpointer) hn_record_get_text (person, "country"));
      g_assert_nonnull (hn_record_get_text (person, "consent_basis"));
    }
  g_assert_cmpuint (g_hash_table_size (countries), ==, 42);
}

static void
test_officers (void)
{
  g_autoptr (GPtrArray) chairs = sample_file_list (sample, "office", "title=Chủ tịch", NULL);
  g_autoptr (GPtrArray) memberships = sample_file_list (sample, "membership", NULL, NULL);

  g_assert_cmpuint (chairs->len, ==, 1 + 9 + 48);
  g_assert_cmpuint (memberships->len, ==, 510);
  for (guint i = 0; i < memberships->len; i++)
    g_assert_cmpint (hn_record_get_date (g_ptr_array_index (memberships, i), "joined").year, <=, 2021);
}

static void
test_office_profiles (void)
{
  const char *const places[][2] = {
    { "valid_from=1998-10-12", "UBND TỈNH BẮC GIANG" },
    { "valid_from=2025-07-01", "UBND TỈNH BẮC NINH" },
    { "valid_from=2026-09-20", "UBND THÀNH PHỐ BẮC NINH" },
  };

  g_assert_cmpuint (count ("office_profile", NULL, NULL), ==, G_N_ELEMENTS (places));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) profiles = sample_file_list (sample, "office_profile", places[i][0], NULL);

      g_assert_cmpstr (hn_record_get_text (only (profiles), "superior"), ==, places[i][1]);
      g_assert_nonnull (strstr (hn_record_get_text (only (profiles), "note"), "hư cấu"));
    }
}

static void
test_verified (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = hn_register_verify (sample, NULL, &error);
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GPtrArray) records = sample_file_list (sample, kinds[i]->name, NULL, NULL);

      for (guint j = 0; j < records->len; j++)
        {
          g_autoptr (GPtrArray) wrong = hn_register_check_record (sample, g_ptr_array_index (records, j), &error);

          g_assert_no_error (error);
          g_assert_cmpuint (wrong->len, ==, 0);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sample = sample_file_write ("sample.huunghi");

  g_test_add_func ("/sample/organizations", test_organizations);
  g_test_add_func ("/sample/new-in-2021", test_new_in_2021);
  g_test_add_func ("/sample/two-countries", test_two_countries);
  g_test_add_func ("/sample/branch-in-university", test_branch_in_university);
  g_test_add_func ("/sample/growth", test_growth);
  g_test_add_func ("/sample/gifts", test_gifts);
  g_test_add_func ("/sample/each-gift", test_each_gift);
  g_test_add_func ("/sample/year-2021", test_year_2021);
  g_test_add_func ("/sample/diaspora", test_diaspora);
  g_test_add_func ("/sample/stated-diaspora", test_stated_diaspora);
  g_test_add_func ("/sample/directives", test_directives);
  g_test_add_func ("/sample/year-2022", test_year_2022);
  g_test_add_func ("/sample/people", test_people);
  g_test_add_func ("/sample/officers", test_officers);
  g_test_add_func ("/sample/office-profiles", test_office_profiles);
  g_test_add_func ("/sample/verified", test_verified);

  status = g_test_run ();
  g_object_unref (sample);
  return status;
}
