/* Tone marks put where the office has them, and nowhere else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-fold.h"
#include "hn-tone-marks.h"
#include "syllables.h"

static void
assert_placed (const char  *text,
               HnToneMarks  marks,
               const char  *expected)
{
  g_autofree char *placed = hn_text_place_tones (text, marks);
  g_autofree char *again = hn_text_place_tones (placed, marks);

  g_assert_cmpstr (placed, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

/* What is written in two ways. */
static void
test_pairs (void)
{
  static const struct
  {
    const char *old;
    const char *new;
  } cases[] = {
    { "hòa", "hoà" },
    { "thủy", "thuỷ" },
    { "khỏe", "khoẻ" },
    { "lóa", "loá" },
    { "ủy", "uỷ" },
    { "òa", "oà" },
    { "đọa", "đoạ" },
    { "ngụy", "nguỵ" },
    { "nhòe", "nhoè" },
    { "góa", "goá" },
    { "trụy", "truỵ" },
    { "xúy", "xuý" },
    { "chóe", "choé" },
    { "thóa", "thoá" },
    { "Thúy", "Thuý" },
    { "ỦY", "UỶ" },
    { "HÒA", "HOÀ" },
    { "Ủy", "Uỷ" },
    { "KHỎE", "KHOẺ" },
    { "ĐỌA", "ĐOẠ" },
    { "hÒa", "hOà" },
    { "Hòa bình, hòa-bình/(hòa) “Hòa”…", "Hoà bình, hoà-bình/(hoà) “Hoà”…" },
    { "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ" },
    { "Nguyễn Thị Thúy Hòa\n\n  ngụy trang", "Nguyễn Thị Thuý Hoà\n\n  nguỵ trang" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_placed (cases[i].old, HN_TONE_MARKS_NEW, cases[i].new);
      assert_placed (cases[i].new, HN_TONE_MARKS_OLD, cases[i].old);
      assert_placed (cases[i].old, HN_TONE_MARKS_OLD, cases[i].old);
      assert_placed (cases[i].new, HN_TONE_MARKS_NEW, cases[i].new);
      assert_placed (cases[i].old, HN_TONE_MARKS_AS_TYPED, cases[i].old);
      assert_placed (cases[i].new, HN_TONE_MARKS_AS_TYPED, cases[i].new);
    }
}

/* What is written in one way, foreign, or no word at all. */
static void
test_untouched (void)
{
  static const char *const texts[] = {
    "",        "quý",   "Quỳ Hợp", "quả",   "quẻ",    "của",      "giá",      "gìn",    "già",     "gì",
    "hoàn",    "toàn",  "hoặc",    "ngoài", "khuỷu",  "huỳnh",    "thuở",     "thuế",   "quyển",   "mùa",
    "múa",     "nghĩa", "chìa",    "hoa",   "thuy",   "khoe",     "Noël",     "Oaxáca", "Noé",     "Zoé",
    "Chloé",   "canoë", "café",    "Böhm",  "résumé", "Müller",   "Ñuñoa",    "hóà",    "hòá",     "oà1",
    "sốhoà",   "boá",   "Войско",  "한국",  "日本",   "  hai \t", "12/2026",  "–",      "khoaạ",   "Łòa",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      assert_placed (texts[i], HN_TONE_MARKS_OLD, texts[i]);
      assert_placed (texts[i], HN_TONE_MARKS_NEW, texts[i]);
    }
  g_assert_null (hn_text_place_tones (NULL, HN_TONE_MARKS_OLD));
}

/* Marks that are characters of their own come out in their letters, whether something moves or not. */
static void
test_decomposed (void)
{
  assert_placed ("hoa\u0300", HN_TONE_MARKS_OLD, "hòa");
  assert_placed ("ho\u0300a", HN_TONE_MARKS_NEW, "hoà");
  assert_placed ("THU\u0309Y", HN_TONE_MARKS_NEW, "THUỶ");
  assert_placed ("thuy\u0309 vie\u0323\u0302t", HN_TONE_MARKS_OLD, "thủy việt");
  assert_placed ("Noe\u0308l quy\u0301", HN_TONE_MARKS_OLD, "Noël quý");
  assert_placed ("hoa\u0300", HN_TONE_MARKS_AS_TYPED, "hoà");
  assert_placed ("B\243c hoà", HN_TONE_MARKS_OLD, "B\357\277\275c hòa");
}

static gboolean
has_two_ways (const char *initial,
              const char *rime)
{
  static const char *const never[] = { "b", "c", "gh", "gi", "k", "m", "n", "ngh", "p", "ph", "qu", "r", "v" };

  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    if (strcmp (never[i], initial) == 0)
      return FALSE;

  return strcmp (rime, "o*a") == 0 || strcmp (rime, "o*e") == 0 || strcmp (rime, "u*y") == 0;
}

/* Every syllable that there is: there and back is the same, only those in oa, oe and uy ever change, and the search
 * does not tell one from the other. */
static void
assert_syllable (const char *initial,
                 const char *rime,
                 guint       tone)
{
  g_autofree char *text = syllable_new (initial, rime, tone);
  g_autofree char *new_one = hn_text_place_tones (text, HN_TONE_MARKS_NEW);
  g_autofree char *old_one = hn_text_place_tones (new_one, HN_TONE_MARKS_OLD);
  g_autofree char *upper = g_utf8_strup (text, -1);
  g_autofree char *new_upper = hn_text_place_tones (upper, HN_TONE_MARKS_NEW);
  g_autofree char *expected_upper = g_utf8_strup (new_one, -1);
  g_autofree char *found = hn_text_mark (text);
  g_autofree char *found_new = hn_text_mark (new_one);

  g_assert_cmpstr (old_one, ==, text);
  g_assert_true (g_str_equal (new_one, text) == (tone == 0 || !has_two_ways (initial, rime)));
  g_assert_cmpstr (new_upper, ==, expected_upper);
  g_assert_cmpstr (found_new, ==, found);
}

static void
test_syllables (void)
{
  guint n = 0;

  for (gsize i = 0; syllable_initials[i] != NULL; i++)
    for (gsize j = 0; syllable_rimes[j] != NULL; j++)
      for (guint tone = 0; tone < N_TONES && syllable_exists (syllable_initials[i], syllable_rimes[j]); tone++, n++)
        assert_syllable (syllable_initials[i], syllable_rimes[j], tone);
  g_assert_cmpuint (n, >, 15000);
}

static void
test_names (void)
{
  g_assert_cmpint (hn_tone_marks_from_name ("old"), ==, HN_TONE_MARKS_OLD);
  g_assert_cmpint (hn_tone_marks_from_name ("new"), ==, HN_TONE_MARKS_NEW);
  g_assert_cmpint (hn_tone_marks_from_name (""), ==, HN_TONE_MARKS_AS_TYPED);
  g_assert_cmpint (hn_tone_marks_from_name (NULL), ==, HN_TONE_MARKS_AS_TYPED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/tone-marks/pairs", test_pairs);
  g_test_add_func ("/text/tone-marks/untouched", test_untouched);
  g_test_add_func ("/text/tone-marks/decomposed", test_decomposed);
  g_test_add_func ("/text/tone-marks/syllables", test_syllables);
  g_test_add_func ("/text/tone-marks/names", test_names);

  return g_test_run ();
}
