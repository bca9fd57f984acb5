/* Text without marks, and with marks in one place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-fold.h"
#include "syllables.h"

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = hn_text_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
assert_mark (const char *text,
             const char *expected)
{
  g_autofree char *marked = hn_text_mark (text);

  g_assert_cmpstr (marked, ==, expected);
}

/* Both have as many characters, and folding the marked ones one by one gives the folded ones; both are their own
 * form. */
static void
assert_aligned (const char *text)
{
  g_autofree char *folded = hn_text_fold (text);
  g_autofree char *marked = hn_text_mark (text);
  g_autofree char *folded_again = hn_text_fold (folded);
  g_autofree char *marked_again = hn_text_mark (marked);
  const char *at = folded;

  for (const char *mark = marked; *mark != '\0'; mark = g_utf8_next_char (mark))
    {
      g_autofree char *character = g_strndup (mark, (gsize) (g_utf8_next_char (mark) - mark));
      g_autofree char *base = hn_text_fold (character);

      if (*character == ' ')
        g_assert_cmpint (*at, ==, ' ');
      else
        g_assert_true (g_utf8_get_char (base) == g_utf8_get_char (at) && *g_utf8_next_char (base) == '\0');
      at = g_utf8_next_char (at);
    }
  g_assert_cmpint (*at, ==, '\0');
  g_assert_cmpstr (folded_again, ==, folded);
  g_assert_cmpstr (marked_again, ==, marked);
}

static void
test_fold (void)
{
  g_assert_null (hn_text_fold (NULL));
  assert_fold ("", "");
  assert_fold ("Nguyễn Văn Đức", "nguyen van duc");
  assert_fold ("ĐẶNG THỊ ƯỚC", "dang thi uoc");
  assert_fold ("Vie\u0302\u0323t \u01A0\u0300", "viet o");
  assert_fold ("Łódź, Ærø, Gießen, Çankırı, Ðức", "lodz, aero, giessen, cankiri, duc");
  assert_fold ("Ελλάδα МОСКВА 한국 日本", "ελλαδα москва 한국 日本");
}

static void
test_dashes (void)
{
  static const char *const dashes[] = { "-", "‐", "‑", "‒", "–", "—", "―", "−", " - ", " –", "— ", " ", "\u00A0" };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      g_autofree char *text = g_strconcat ("Việt", dashes[i], "Trung", NULL);

      assert_fold (text, "viet trung");
      assert_mark (text, "việt trung");
    }
  assert_fold ("12-CT/TW", "12 ct/tw");
  assert_fold (" - a -- b - ", "a b");
  assert_fold ("“Vì hòa bình” ‘a’", "\"vi hoa binh\" 'a'");
  assert_fold ("a\x01\n\u200B b\uFEFF", "a b");
}

static void
test_mark (void)
{
  static const struct
  {
    const char *text;
    const char *marked;
  } cases[] = {
    { "HOÀ", "hòa" },       { "hoà", "hòa" },     { "hòa", "hòa" },     { "thuý", "thúy" },     { "Thúy", "thúy" },
    { "uỷ", "ủy" },         { "ỦY", "ủy" },       { "khoẻ", "khỏe" },   { "Thụy", "thụy" },     { "Thuỵ", "thụy" },
    { "quý", "quý" },       { "qúy", "quý" },     { "QUÝ", "quý" },     { "già", "già" },       { "gìa", "già" },
    { "gì", "gì" },         { "quả", "quả" },     { "qủa", "quả" },     { "giữ", "giữ" },       { "giếng", "giếng" },
    { "hòan", "hoàn" },     { "toán", "toán" },   { "tóan", "toán" },   { "ngoài", "ngoài" },   { "ngòai", "ngoài" },
    { "thủơ", "thuở" },     { "mùa", "mùa" },     { "muà", "mùa" },     { "nguỹên", "nguyễn" }, { "người", "người" },
    { "khuỷu", "khuỷu" },   { "khủyu", "khuỷu" }, { "huỳnh", "huỳnh" }, { "qua", "qua" },       { "tiếng", "tiếng" },
    { "résumé", "résumé" }, { "café", "café" },   { "canoà", "canoà" }, { "Müller", "müller" }, { "Ñuñoa", "ñuñoa" },
    { "Ðức", "đức" },       { "hóà", "hóà" },
  };

  g_assert_null (hn_text_mark (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_mark (cases[i].text, cases[i].marked);
}

/* Every syllable keeps its tone where it is, and gets it there from any of its vowels. */
static void
test_tone_place (void)
{
  for (gsize i = 0; syllable_initials[i] != NULL; i++)
    for (gsize j = 0; syllable_rimes[j] != NULL; j++)
      for (guint tone = 0; tone < N_TONES; tone++)
        {
          g_autofree char *text = syllable_new (syllable_initials[i], syllable_rimes[j], tone);

          if (!syllable_exists (syllable_initials[i], syllable_rimes[j]))
            continue;
          assert_mark (text, text);
          assert_aligned (text);
        }
}

static void
test_other_tone_place (void)
{
  /* With the tone after the last vowel in place of its own one: hoà, muà, ngoaì. */
  for (gsize i = 0; syllable_rimes[i] != NULL; i++)
    {
      g_autofree char *expected = syllable_new ("h", syllable_rimes[i], 1);
      g_autoptr (GString) rime = g_string_new (syllable_rimes[i]);
      g_autofree char *moved = NULL;
      gsize last = 0;

      g_string_replace (rime, "*", "", 1);
      for (const char *at = rime->str; *at != '\0'; at = g_utf8_next_char (at))
        if (g_utf8_strchr ("aăâeêioôơuưy", -1, g_utf8_get_char (at)) != NULL)
          last = (gsize) (g_utf8_next_char (at) - rime->str);
      g_string_insert_c (rime, (gssize) last, '*');
      moved = syllable_new ("h", rime->str, 1);
      assert_mark (moved, expected);
    }
}

static void
test_aligned_characters (void)
{
  /* Planes 2 and above, the inner of the Han and Hangul blocks and private characters are all alike. */
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char text[] = "a123456\u0301";
      int length;

      if (!g_unichar_isdefined (c) || !g_unichar_validate (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE
          || (c >= 0x3410 && c < 0x4D00) || (c >= 0x4E10 && c < 0x9F00) || (c >= 0xAD00 && c < 0xD700))
        continue;
      length = g_unichar_to_utf8 (c, text + 1);
      text[1 + length] = '\0';
      assert_aligned (text + 1);
      assert_aligned (text);
      g_strlcpy (text + 1 + length, "\u0301", sizeof text - 1 - (gsize) length);
      assert_aligned (text + 1);
    }
}

static void
test_aligned_random (void)
{
  static const char *const pieces[] = {
    "a", "Ă", "ộ", "Đ", "ß", "ﬁ", "q", "u", "gi", "ư", "\u0301", "\u0323", "\u0302", " ", "-", "–", "\u00A0",
    "\u200B", "ü", "İ", "œ", "한", "\xFF", ".", "9",
  };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_aligned (text->str);
    }
}

/* The tables of letters against GLib's own decomposition. */
static void
test_decomposition (void)
{
  for (gunichar c = 0xC0; c < 0x1EFA; c = c == 0x024F ? 0x1E00 : c + 1)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      g_autofree char *folded = NULL;
      char text[7] = "";

      g_unichar_to_utf8 (c, text);
      if (!g_unichar_isalpha (c) || g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) == 1
          || parts[0] > 'z')
        continue;
      folded = hn_text_fold (text);
      g_assert_true (g_utf8_get_char (folded) == g_unichar_tolower (parts[0]) && folded[1] == '\0');
    }
}

static void
test_initials (void)
{
  g_autofree char *none = hn_text_initials (NULL);
  g_autofree char *person = hn_text_initials ("Nguyễn Văn Đức");
  g_autofree char *organization = hn_text_initials ("Hội hữu nghị Việt Nam – Lào (tỉnh)");

  g_assert_null (none);
  g_assert_cmpstr (person, ==, "nvd");
  g_assert_cmpstr (organization, ==, "hhnvnlt");
}

static void
test_digits (void)
{
  g_autofree char *none = hn_text_digits (NULL);
  g_autofree char *phone = hn_text_digits ("(+84) 912.345-678 máy lẻ 9");

  g_assert_null (none);
  g_assert_cmpstr (phone, ==, "849123456789");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold/fold", test_fold);
  g_test_add_func ("/text/fold/dashes", test_dashes);
  g_test_add_func ("/text/fold/mark", test_mark);
  g_test_add_func ("/text/fold/tone-place", test_tone_place);
  g_test_add_func ("/text/fold/other-tone-place", test_other_tone_place);
  g_test_add_func ("/text/fold/aligned-characters", test_aligned_characters);
  g_test_add_func ("/text/fold/aligned-random", test_aligned_random);
  g_test_add_func ("/text/fold/decomposition", test_decomposition);
  g_test_add_func ("/text/fold/initials", test_initials);
  g_test_add_func ("/text/fold/digits", test_digits);
  return g_test_run ();
}
