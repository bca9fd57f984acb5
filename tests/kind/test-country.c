/* The table of countries: all there, the office's names, every spelling found. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-country.h"

#include <string.h>

static void
test_table (void)
{
  guint counts[HN_N_REGIONS] = { 0 };

  /* iso-codes may gain one, but never lose half. */
  g_assert_cmpuint (hn_n_countries, >=, 249);
  for (guint i = 0; i < hn_n_countries; i++)
    {
      const HnCountry *country = &hn_countries[i];

      g_assert_cmpuint (strlen (country->code), ==, 2);
      g_assert_cmpstr (country->name_vi, !=, "");
      g_assert_cmpstr (country->name_en, !=, "");
      g_assert_true (g_utf8_validate (country->name_vi, -1, NULL));
      g_assert_true (hn_country_lookup (country->code) == country);
      if (i > 0)
        g_assert_cmpstr (hn_countries[i - 1].code, <, country->code);
      counts[country->region]++;
    }
  for (guint region = 0; region < HN_N_REGIONS; region++)
    g_assert_cmpuint (counts[region], >, 0);
  g_assert_cmpuint (counts[HN_REGION_NORTHEAST_ASIA], ==, 8);
  g_assert_cmpuint (counts[HN_REGION_SOUTHEAST_ASIA], ==, 11);
}

static void
test_every_spelling_is_found (void)
{
  for (guint i = 0; i < hn_n_countries; i++)
    {
      const HnCountry *country = &hn_countries[i];
      g_auto (GStrv) aliases = g_strsplit (country->aliases, ";", -1);

      g_assert_true (hn_country_find (country->name_vi) == country);
      g_assert_true (hn_country_find (country->name_en) == country);
      for (guint j = 0; aliases[j] != NULL; j++)
        g_assert_true (hn_country_find (aliases[j]) == country);
    }
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    { "Cămpuchia", "KH" },
    { "Căm-pu-chia", "KH" },
    { "campuchia", "KH" },
    { "CHLB Nga", "RU" },
    { "Nga", "RU" },
    { "LIÊN BANG NGA", "RU" },
    { "Đảo Síp", "CY" },
    { "dao sip", "CY" },
    { "Cộng hòa Séc", "CZ" },
    { "Cộng hoà Séc", "CZ" },
    { "CH Séc", "CZ" },
    { "Tiệp Khắc", "CZ" },
    { "Slovakia", "SK" },
    { "CHDCND Lào", "LA" },
    { "Lao", "LA" },
    { "Đại Hàn Dân Quốc", "KR" },
    { "Nam Hàn", "KR" },
    { "Hàn Quốc", "KR" },
    { "Triều Tiên", "KP" },
    { "Ý", "IT" },
    { "Italy", "IT" },
    { "Nhật", "JP" },
    { "nhật bản", "JP" },
    { "CHLB Đức", "DE" },
    { "Thổ Nhĩ Kỳ", "TR" },
    { "Miến Điện", "MM" },
    { "Hòa Lan", "NL" },
    { "Hà Lan", "NL" },
    { "Phi-líp-pin", "PH" },
    { "In-đô-nê-xi-a", "ID" },
    { "Inđônêxia", "ID" },
    { "Anh", "GB" },
    { "Anh Quốc", "GB" },
    { "Úc", "AU" },
    { "Đài Loan", "TW" },
    { "Taiwan", "TW" },
    { "  Việt   Nam ", "VN" },
    { "Viet Nam", "VN" },
    { "vn", "VN" },
    { "KH", "KH" },
    { "Cote d'Ivoire", "CI" },
    /* Codes and names that differ in no more than capitals and marks. */
    { "MY", "MY" },
    { "Mỹ", "US" },
    { "my", "US" },
    { "AO", "AO" },
    { "Áo", "AT" },
    { "ao", "AT" },
    { "BI", "BI" },
    { "Bỉ", "BE" },
    { "bi", "BE" },
    { "bí", NULL },
    { "Niger", "NE" },
    { "Nigeria", "NG" },
    { "Guinea", "GN" },
    { "Congo", "CG" },
    { "", NULL },
    { " ", NULL },
    { "-", NULL },
    { "Bắc Giang", NULL },
    { "ZZ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HnCountry *country = hn_country_find (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (country != NULL ? country->code : NULL, ==, cases[i].code);
    }
}

static void
test_office_names (void)
{
  static const char *const names[][2] = {
    { "CZ", "Séc" },        { "CY", "Síp" },           { "DE", "Đức" },    { "GB", "Vương quốc Anh" },
    { "IT", "Italia" },     { "KH", "Campuchia" },     { "KP", "Triều Tiên" }, { "KR", "Hàn Quốc" },
    { "LA", "Lào" },        { "RU", "Liên bang Nga" }, { "SK", "Slovakia" },   { "TW", "Đài Loan" },
    { "UA", "Ukraina" },    { "US", "Hoa Kỳ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (hn_country_lookup (names[i][0])->name_vi, ==, names[i][1]);
  g_assert_null (hn_country_lookup ("XX"));
  g_assert_null (hn_country_lookup ("vn"));
  g_assert_null (hn_country_lookup (""));
}

/* A country's name is written one way everywhere: the anniversaries' table agrees with ours. */
static void
test_anniversaries_agree (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("HN_REFERENCE_DIR"), "diplomatic-relations.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 3);
      const HnCountry *country = hn_country_lookup (cells[0]);

      g_assert_nonnull (country);
      g_assert_cmpstr (country->name_vi, ==, cells[1]);
    }
  g_assert_cmpuint (n, ==, 127);
}

static void
test_regions (void)
{
  HnRegion region;

  g_assert_cmpstr (hn_region_heading (HN_REGION_NORTHEAST_ASIA), ==, "I. Đông Bắc Á");
  g_assert_cmpstr (hn_region_heading (HN_REGION_OTHER), ==, "VI. Khu vực khác");
  for (guint i = 0; i < HN_N_REGIONS; i++)
    {
      g_assert_true (hn_region_from_code (hn_region_code (i), &region));
      g_assert_cmpuint (region, ==, i);
    }
  g_assert_false (hn_region_from_code ("atlantis", &region));
  g_assert_false (hn_region_from_code (NULL, &region));
  g_assert_cmpint (hn_country_lookup ("CY")->region, ==, HN_REGION_EUROPE);
  g_assert_cmpint (hn_country_lookup ("RU")->region, ==, HN_REGION_EUROPE);
  g_assert_cmpint (hn_country_lookup ("TW")->region, ==, HN_REGION_NORTHEAST_ASIA);
  g_assert_cmpint (hn_country_lookup ("VN")->region, ==, HN_REGION_SOUTHEAST_ASIA);
  g_assert_cmpint (hn_country_lookup ("US")->region, ==, HN_REGION_AMERICAS);
  g_assert_cmpint (hn_country_lookup ("AU")->region, ==, HN_REGION_OCEANIA);
  g_assert_cmpint (hn_country_lookup ("AO")->region, ==, HN_REGION_OTHER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/country/table", test_table);
  g_test_add_func ("/country/every-spelling-is-found", test_every_spelling_is_found);
  g_test_add_func ("/country/spellings", test_spellings);
  g_test_add_func ("/country/office-names", test_office_names);
  g_test_add_func ("/country/anniversaries-agree", test_anniversaries_agree);
  g_test_add_func ("/country/regions", test_regions);
  return g_test_run ();
}
