/* What kind of character one is; shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-char.h"

/**
 * hn_char_is_space:
 * @c: a character
 *
 * White space of every width, the no-break kinds (U+00A0, U+202F, U+2007) among it, line and page
 * ends, and control characters: a stray one of those stands where a space or nothing was meant.
 *
 * Returns: whether @c counts as a space
 */
gboolean
hn_char_is_space (gunichar c)
{
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028
         || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/**
 * hn_char_is_invisible:
 * @c: a character
 *
 * Zero-width characters, soft hyphens, marks of writing direction and byte order marks. They come
 * with text pasted from web pages and make two equal names differ. U+00AD is also ư in TCVN3 text,
 * which therefore has to be decoded before it is cleaned.
 *
 * Returns: whether @c is to be left out
 */
gboolean
hn_char_is_invisible (gunichar c)
{
  switch (c)
    {
    case 0x00AD: /* soft hyphen */
    case 0x034F: /* combining grapheme joiner */
    case 0x061C: /* Arabic letter mark */
    case 0x180E: /* Mongolian vowel separator */
    case 0xFEFF: /* byte order mark */
      return TRUE;

    default:
      return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064)
             || (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB);
    }
}

/**
 * hn_char_is_dash:
 * @c: a character
 *
 * Returns: whether @c is a hyphen, a dash of any length or a minus sign
 */
gboolean
hn_char_is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 || c == 0xFE58 || c == 0xFE63
         || c == 0xFF0D;
}

/**
 * hn_char_is_accent:
 * @c: a character
 *
 * Returns: whether @c is a mark that combines with the letter before it (U+0300 to U+036F)
 */
gboolean
hn_char_is_accent (gunichar c)
{
  return c >= 0x0300 && c <= 0x036F;
}

/**
 * hn_char_is_word:
 * @c: a character
 *
 * Returns: whether @c belongs to words: letters, digits, and the vowel signs of the scripts that write
 *   those apart
 */
gboolean
hn_char_is_word (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/**
 * hn_char_plain_quote:
 * @c: a character
 *
 * Returns: the typewriter quote for a curly, low or angled one, else @c
 */
gunichar
hn_char_plain_quote (gunichar c)
{
  switch (c)
    {
    case 0x02BC: /* modifier apostrophe */
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032: /* prime */
      return '\'';

    case 0x00AB: /* « */
    case 0x00BB: /* » */
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033: /* double prime */
      return '"';

    default:
      return c;
    }
}

static inline gboolean
is_tail (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Whether @text is valid and each of its characters stands alone in NFC, as Latin letters up to U+02FF, the Vietnamese
 * block and the common punctuation do. Nearly all texts hold nothing else, and g_utf8_validate() takes three times,
 * g_utf8_normalize() fifty times as long. */
static gboolean
is_surely_composed (const char *text)
{
  const guchar *at = (const guchar *) text;

  while (*at != 0)
    {
      if (at[0] < 0x80)
        at += 1;
      else if (at[0] >= 0xC2 && at[0] < 0xCC && is_tail (at[1]))
        at += 2;
      else if (at[0] == 0xE1 && at[1] >= 0xB8 && at[1] <= 0xBB && is_tail (at[2])) /* U+1E00 to U+1EFF */
        at += 3;
      else if (at[0] == 0xE2 && at[1] >= 0x80 && at[1] <= 0x82 && is_tail (at[2])) /* U+2000 to U+20BF */
        at += 3;
      else
        return FALSE;
    }
  return TRUE;
}

/**
 * hn_chars_compose:
 * @text: any bytes that end in NUL
 * @owned: (out): a string that the caller frees, or %NULL
 *
 * Makes valid UTF-8 in NFC. Input methods and macOS give NFD (e, U+0302, U+0323), Windows-1258 a third
 * mixture (ê, U+0301); all of them come out as one character a letter.
 *
 * Returns: @text itself where it is in that form already, else @owned
 */
const char *
hn_chars_compose (const char  *text,
                  char       **owned)
{
  g_autofree char *valid = NULL;

  *owned = NULL;
  if (is_surely_composed (text))
    return text;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  *owned = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return *owned;
}
