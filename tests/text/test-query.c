/* How texts answer what is typed into a search field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-fold.h"
#include "hn-phone.h"
#include "hn-query.h"
#include "syllables.h"

static HnMatch
match (const char *typed,
       HnHaystack *haystack)
{
  g_autoptr (HnQuery) query = hn_query_new (typed);

  return hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack));
}

static HnMatch
match_text (const char *typed,
            const char *text)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  hn_haystack_add (haystack, text);
  return match (typed, haystack);
}

#define assert_text(typed, text, rank) g_assert_cmpint (match_text (typed, text), ==, HN_MATCH_##rank)

static void
test_words (void)
{
  assert_text ("duc nguyen", "Nguyễn Văn Đức", WORD);
  assert_text ("Đức NGUYỄN", "Nguyễn Văn Đức", EXACT);
  assert_text ("duc hoa", "Nguyễn Văn Đức", NONE);
  assert_text ("  nguyen\u00A0  duc ", "Nguyễn Văn Đức", WORD);
  assert_text ("“Đức”, nguyễn.", "Nguyễn Văn Đức", EXACT);
  assert_text ("12-ct/tw", "Chỉ thị 12-CT/TW", EXACT);
  assert_text ("CT/TW", "Chỉ thị 12-CT/TW", EXACT);
  assert_text ("viet-trung", "Hội hữu nghị Việt – Trung", WORD);
  assert_text ("Việt – Trung", "Hội Việt Trung", EXACT);
  assert_text ("@", "duc@example.vn", INSIDE);
  assert_text ("lodz", "Łódź", WORD);
  assert_text ("giessen", "Gießen", EXACT);
}

static void
test_marks (void)
{
  assert_text ("duc", "Đức", WORD);
  assert_text ("đức", "Dục", NONE);
  assert_text ("đức", "Đức", EXACT);
  assert_text ("đuc", "Đức", WORD);
  assert_text ("dức", "Đức", WORD);
  assert_text ("dứt", "Đức", NONE);
  assert_text ("hoà", "hòa", EXACT);
  assert_text ("hòa", "hoà", EXACT);
  assert_text ("hòa", "hóa", NONE);
  assert_text ("hòa", "hoa", NONE);
  assert_text ("tán", "Tấn", NONE);
  assert_text ("tan", "Tấn", WORD);
  assert_text ("Müller", "Muller", NONE);
  assert_text ("muller", "Müller", WORD);
  assert_text ("résumé", "Résumé", EXACT);
  assert_text ("résumè", "Résumé", NONE);
  /* The second place is the one that fits. */
  assert_text ("đức", "Dục, Đức", EXACT);
}

static void
test_half_typed (void)
{
  assert_text ("nguyê", "Nguyễn", PREFIX);
  assert_text ("Nguyễ", "Nguyễn", PREFIX);
  assert_text ("nguyên", "Nguyễn", WORD);
  assert_text ("nguyế", "Nguyễn", NONE);
  assert_text ("đứ", "Bùi Văn Đức", PREFIX);
  assert_text ("đứ", "Bùi Văn Đục", NONE);
  assert_text ("hò", "hòa", PREFIX);
  assert_text ("hò", "hoàn", PREFIX);
  assert_text ("hoà", "hoàn", PREFIX);
  assert_text ("hòa", "hoàn", PREFIX);
  assert_text ("hó", "hoàn", NONE);
  assert_text ("tuý", "tuyết", PREFIX);
  assert_text ("đươ", "Đường", PREFIX);
  assert_text ("đừ", "Đường", PREFIX);
  assert_text ("gì", "già", PREFIX);
  assert_text ("gìa", "già", EXACT);
  assert_text ("quy", "quý", WORD);
  assert_text ("qúy", "quý", EXACT);
  /* The tone is looked for in its syllable, not beyond. */
  assert_text ("cà", "caffè", NONE);
  assert_text ("lá", "la há", NONE);
}

/* Whatever of a syllable is typed finds it, whatever marks are typed with it: none, the shapes, or all. */
static void
test_typing (void)
{
  for (gsize i = 0; syllable_rimes[i] != NULL; i++)
    for (guint tone = 0; tone < N_TONES; tone++)
      {
        g_autofree char *text = syllable_new ("kh", syllable_rimes[i], tone);
        g_autofree char *shapes = syllable_new ("kh", syllable_rimes[i], 0);
        g_autofree char *folded = hn_text_fold (text);
        const char *const forms[] = { folded, shapes, text };

        for (gsize j = 0; j < G_N_ELEMENTS (forms); j++)
          for (const char *end = g_utf8_next_char (forms[j]); *end != '\0'; end = g_utf8_next_char (end))
            {
              g_autofree char *typed = g_strndup (forms[j], (gsize) (end - forms[j]));

              assert_text (typed, text, PREFIX);
            }
        g_assert_cmpint (match_text (folded, text), !=, HN_MATCH_NONE);
        assert_text (text, text, EXACT);
        if (tone > 0)
          {
            g_autofree char *other = syllable_new ("kh", syllable_rimes[i], tone % 5 + 1);

            assert_text (other, text, NONE);
          }
      }
}

static void
test_ranks (void)
{
  assert_text ("Hoa", "Hoa", EXACT);
  assert_text ("Hoa", "Hòa", WORD);
  assert_text ("hoa", "Hòa Hoa", EXACT);
  assert_text ("ho", "Hoa", PREFIX);
  assert_text ("oa", "Hoa", INSIDE);
  assert_text ("oa", "Hoa oanh", PREFIX);
  assert_text ("hoa oa", "Hoa", INSIDE);
  assert_text ("hoa", "hoa1", PREFIX);
  assert_text ("hoa", "(Hoa)", EXACT);
  g_assert_cmpint (HN_MATCH_EXACT, <, HN_MATCH_INITIALS);
}

static void
test_empty (void)
{
  static const char *const empty[] = { NULL, "", "  ", " – ", "\u200B" };

  for (gsize i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (HnQuery) query = hn_query_new (empty[i]);

      g_assert_true (hn_query_is_empty (query));
      g_assert_cmpint (hn_query_match (query, "a", "a"), ==, HN_MATCH_EXACT);
      g_assert_cmpint (hn_query_match (query, NULL, NULL), ==, HN_MATCH_EXACT);
    }
  assert_text ("a", NULL, NONE);
  assert_text ("a", "", NONE);
  {
    g_autoptr (HnQuery) query = hn_query_new ("a");

    g_assert_false (hn_query_is_empty (query));
    g_assert_cmpint (hn_query_match (query, NULL, NULL), ==, HN_MATCH_NONE);
  }
}

static void
test_initials (void)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  hn_haystack_add (haystack, "Bắc Giang");
  hn_haystack_add_name (haystack, "Nguyễn Văn Đức");
  g_assert_cmpint (match ("nvd", haystack), ==, HN_MATCH_INITIALS);
  g_assert_cmpint (match ("NVĐ", haystack), ==, HN_MATCH_INITIALS);
  g_assert_cmpint (match ("nv", haystack), ==, HN_MATCH_INITIALS);
  g_assert_cmpint (match ("nvd giang", haystack), ==, HN_MATCH_INITIALS);
  g_assert_cmpint (match ("vd", haystack), ==, HN_MATCH_NONE);
  g_assert_cmpint (match ("nvdx", haystack), ==, HN_MATCH_NONE);
  g_assert_cmpint (match ("bg", haystack), ==, HN_MATCH_NONE);
  g_assert_cmpint (match ("đức", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("n", haystack), ==, HN_MATCH_PREFIX);

  hn_haystack_add_name (haystack, "Trần Thị Ánh");
  g_assert_cmpint (match ("tta", haystack), ==, HN_MATCH_INITIALS);
  g_assert_cmpint (match ("nvd tta", haystack), ==, HN_MATCH_INITIALS);

  /* Digits among initials are no phone number. */
  hn_haystack_add_name (haystack, "Tổ 7 8 9");
  g_assert_cmpint (match ("789", haystack), ==, HN_MATCH_NONE);
}

static void
test_phones (void)
{
  static const char *const written[] = {
    "0912.345.678", "+84 912 345 678", "0084912345678", "84912345678", "(+84) 0912 345 678", "0912 345 678 (Zalo)",
  };
  static const struct
  {
    const char *typed;
    HnMatch rank;
  } cases[] = {
    { "0912345678", HN_MATCH_EXACT },  { "0912 345 678", HN_MATCH_EXACT },  { "+84 912 345 678", HN_MATCH_EXACT },
    { "0912.345.6", HN_MATCH_PREFIX }, { "0084-912-345", HN_MATCH_PREFIX }, { "84912", HN_MATCH_PREFIX },
    { "(0912) 345", HN_MATCH_PREFIX }, { "345 678", HN_MATCH_INSIDE },      { "912", HN_MATCH_INSIDE },
    { "+84 345", HN_MATCH_NONE },      { "0912 345 679", HN_MATCH_NONE },   { "12", HN_MATCH_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        g_autoptr (HnHaystack) haystack = hn_haystack_new ();

        hn_haystack_add_name (haystack, "Nguyễn Văn Đức");
        hn_haystack_add_phone (haystack, written[i]);
        g_test_message ("“%s” in “%s”", cases[j].typed, written[i]);
        g_assert_cmpint (match (cases[j].typed, haystack), ==, cases[j].rank);
      }
}

static void
test_several_phones (void)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  hn_haystack_add (haystack, "Chi hội 345, năm 2021");
  hn_haystack_add_phone (haystack, "0204 3.855.888; 0912 345 678/ +49 151 2345");
  hn_haystack_add_phone (haystack, "Zalo: 0987654321");
  hn_haystack_add_phone (haystack, "");
  hn_haystack_add_phone (haystack, NULL);
  g_assert_cmpint (match ("02043855888", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("0912345678", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("0049 151 2345", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("+49151", haystack), ==, HN_MATCH_PREFIX);
  g_assert_cmpint (match ("zalo", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("zalo 0987", haystack), ==, HN_MATCH_PREFIX);
  g_assert_cmpint (match ("888 0912", haystack), ==, HN_MATCH_INSIDE);
  /* Not across two numbers as one run. */
  g_assert_cmpint (match ("8880912", haystack), ==, HN_MATCH_NONE);
  /* A number in the text is a word. */
  g_assert_cmpint (match ("2021", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("345", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("hội 345", haystack), ==, HN_MATCH_EXACT);
}

static void
test_haystack (void)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();

  g_assert_cmpstr (hn_haystack_folded (haystack), ==, "");
  g_assert_cmpstr (hn_haystack_marked (haystack), ==, "");

  hn_haystack_add_phone (haystack, "0912 345 678");
  hn_haystack_add_name (haystack, "Ân Đức");
  hn_haystack_add (haystack, "dòng\nhai");
  hn_haystack_add (haystack, "");
  hn_haystack_add (haystack, NULL);
  hn_haystack_add_name (haystack, NULL);
  hn_haystack_add_name (haystack, " ");
  g_assert_cmpstr (hn_haystack_folded (haystack), ==, "an duc\ndong hai\n\001ad\n\0020912345678");
  g_assert_cmpstr (hn_haystack_marked (haystack), ==, "ân đức\ndòng hai\n\001âđ\n\0020912345678");
  /* Control characters of a text cannot be taken for those marks. */
  hn_haystack_add (haystack, "\001xy \002999");
  g_assert_cmpint (match ("999", haystack), ==, HN_MATCH_EXACT);
  g_assert_cmpint (match ("xy", haystack), ==, HN_MATCH_EXACT);
}

/* A stored pair that does not belong together must not be read beyond its end. */
static void
test_foreign_pair (void)
{
  g_autoptr (HnQuery) query = hn_query_new ("đức");

  g_assert_cmpint (hn_query_match (query, "nguyen van duc", "ng"), !=, HN_MATCH_EXACT);
  g_assert_cmpint (hn_query_match (query, "duc", ""), !=, HN_MATCH_EXACT);
}

static void
test_boxed (void)
{
  HnQuery *query = hn_query_new ("đức");
  HnQuery *copy = g_boxed_copy (HN_TYPE_QUERY, query);

  hn_query_unref (query);
  g_assert_cmpint (hn_query_match (copy, "duc", "đức"), ==, HN_MATCH_EXACT);
  g_boxed_free (HN_TYPE_QUERY, copy);
}

static void
test_phone_part (void)
{
  static const char *const cases[][2] = {
    { "0912345678", "0912 345 678" },
    { "02043854321", "0204 3854 321" },
    { "02438543210", "024 3854 3210" },
    { "0912 345678", "0912 345678" },
    { "0912.345.678", "0912.345.678" },
    { "+84912345678", "+84912345678" },
    { "1900", "1900" },
    { "091234567", "091234567" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parted = hn_phone_part (cases[i][0]);

      g_assert_cmpstr (parted, ==, cases[i][1]);
    }
}

/* --- parts ----------------------------------------------------------- */

/* The best that any piece of the text is worth to a part of the query. */
static HnMatch
match_part (const HnQuery *query,
            guint          part,
            HnHaystack    *haystack)
{
  g_auto (GStrv) folded = g_strsplit_set (hn_haystack_folded (haystack), " \n", -1);
  g_auto (GStrv) marked = g_strsplit_set (hn_haystack_marked (haystack), " \n", -1);
  HnMatch best = HN_MATCH_NONE;

  for (guint i = 0; folded[i] != NULL; i++)
    {
      HnMatch match = hn_query_match_part (query, part, folded[i], marked[i]);

      if (match != HN_MATCH_NONE)
        g_assert_nonnull (strstr (folded[i], hn_query_part_text (query, part)));
      if (match != HN_MATCH_NONE && (best == HN_MATCH_NONE || match < best))
        best = match;
    }

  return best;
}

static HnMatch
match_by_parts (const HnQuery *query,
                HnHaystack    *haystack)
{
  HnMatch whole = HN_MATCH_EXACT;
  guint part = 0;

  for (; part < hn_query_n_words (query); part++)
    {
      HnMatch match = match_part (query, part, haystack);

      whole = whole == HN_MATCH_NONE || match == HN_MATCH_NONE ? HN_MATCH_NONE : MAX (whole, match);
    }
  for (; part < hn_query_n_parts (query); part++)
    {
      HnMatch match = match_part (query, part, haystack);

      if (match != HN_MATCH_NONE && (whole == HN_MATCH_NONE || match < whole))
        whole = match;
    }

  return whole;
}

/* Piece by piece and part by part a query finds what it finds as a whole, and as well. */
static void
test_parts (void)
{
  static const char *const typed[] = {
    "duc",     "đức",       "nguyen duc", "Nguyễn",  "nguyê", "nvd",     "nvđ",    "hoà",      "hòa",    "hoa",
    "0912",    "+84 912",   "912 345",    "0084 912 345 678", "12", "2021",    "ct/tw",  "12-ct/tw", "“Đức”,", "@",
    "example", "duc.nguyen", "bac giang", "tt",      "ttb",   "hữu nghị", "viet sec", "ạ",        "u",      "n d",
  };
  static const char *const names[] = { "Nguyễn Văn Đức", "Trần Thị Bình", "Lê Hoà", "Hội hữu nghị Việt – Séc",
                                       "12-CT/TW (Bắc Giang)" };
  static const char *const phones[] = { "0912 345 678", "+84 912.345.678 Zalo", "0204 385 4321; 12 2021", "" };
  static const char *const texts[] = { "duc.nguyen@example.vn", "Hội viên từ năm 2021, “Đức”", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed) * G_N_ELEMENTS (names) * G_N_ELEMENTS (phones) * G_N_ELEMENTS (texts); i++)
    {
      gsize rest = i / G_N_ELEMENTS (typed);
      g_autoptr (HnQuery) query = hn_query_new (typed[i % G_N_ELEMENTS (typed)]);
      g_autoptr (HnHaystack) haystack = hn_haystack_new ();
      HnMatch whole;

      hn_haystack_add_name (haystack, names[rest % G_N_ELEMENTS (names)]);
      rest /= G_N_ELEMENTS (names);
      hn_haystack_add_phone (haystack, phones[rest % G_N_ELEMENTS (phones)]);
      hn_haystack_add (haystack, texts[rest / G_N_ELEMENTS (phones)]);
      whole = hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack));
      g_assert_cmpint (match_by_parts (query, haystack), ==, whole);
    }
}

static void
test_narrows (void)
{
  g_assert_true (hn_query_narrows ("ngu", "nguy"));
  g_assert_true (hn_query_narrows ("đức ngu", "đức nguyen"));
  g_assert_true (hn_query_narrows ("nguyen", "nguyen"));
  /* One letter is no initials, and few digits no phone number. */
  g_assert_false (hn_query_narrows ("n", "nv"));
  g_assert_false (hn_query_narrows ("nguyen v", "nguyen vd"));
  g_assert_false (hn_query_narrows ("09", "091"));
  g_assert_false (hn_query_narrows ("nguyen", "nguyen 0912"));
  g_assert_false (hn_query_narrows ("nguyen", "nguyên"));
  g_assert_false (hn_query_narrows ("nguyen", "tran"));
  g_assert_false (hn_query_narrows ("nguyen", "nguy"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/query/words", test_words);
  g_test_add_func ("/text/query/marks", test_marks);
  g_test_add_func ("/text/query/half-typed", test_half_typed);
  g_test_add_func ("/text/query/typing", test_typing);
  g_test_add_func ("/text/query/ranks", test_ranks);
  g_test_add_func ("/text/query/empty", test_empty);
  g_test_add_func ("/text/query/initials", test_initials);
  g_test_add_func ("/text/query/phones", test_phones);
  g_test_add_func ("/text/query/several-phones", test_several_phones);
  g_test_add_func ("/text/query/haystack", test_haystack);
  g_test_add_func ("/text/query/foreign-pair", test_foreign_pair);
  g_test_add_func ("/text/query/boxed", test_boxed);
  g_test_add_func ("/text/query/phone-part", test_phone_part);
  g_test_add_func ("/text/query/parts", test_parts);
  g_test_add_func ("/text/query/narrows", test_narrows);

  return g_test_run ();
}
