/* Vietnamese text made comparable: without marks, and with marks in one place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-fold.h"

#include <string.h>

#include "hn-char.h"
#include "hn-letter.h"

/**
 * hn_text_fold:
 * @text: (nullable): any text
 *
 * Makes the form in which texts are searched: small letters without marks, đ (and other letters with a
 * stroke) as d, white space and dashes of every kind as single spaces, none at either end, curly quotes
 * as plain ones, invisible characters left out. "Việt – Trung", "Việt-Trung" and "VIỆT TRUNG" all give
 * "viet trung". SQLite's remove_diacritics and lower() do neither đ nor Ế.
 *
 * The result has as many characters as that of hn_text_mark(), and each is the folded form of the one at
 * the same place there.
 *
 * Returns: (transfer full) (nullable): the folded text, perhaps "", or %NULL for %NULL
 */
char *
hn_text_fold (const char *text)
{
  g_autofree HnLetter *letters = NULL;
  GString *folded;
  gsize n;

  if (text == NULL)
    return NULL;
  letters = hn_letters_read (text, &n);
  folded = g_string_sized_new (n + 1);
  hn_letters_put_base (letters, n, folded);
  return g_string_free_and_steal (folded);
}

/**
 * hn_text_mark:
 * @text: (nullable): any text
 *
 * Makes the form in which texts are compared with their marks: as hn_text_fold(), but with them, in NFC,
 * the tone of each syllable in its one place: hòa for hoà, ủy for uỷ, quý, già, quả as they are. Marks
 * that Unicode has no letter for are left out.
 *
 * Returns: (transfer full) (nullable): the text, perhaps "", or %NULL for %NULL
 */
char *
hn_text_mark (const char *text)
{
  g_autofree HnLetter *letters = NULL;
  GString *marked;
  gsize n;

  if (text == NULL)
    return NULL;
  letters = hn_letters_read (text, &n);
  hn_letters_settle (letters, n);
  marked = g_string_sized_new (n + n / 2 + 1);
  hn_letters_put_whole (letters, n, marked);
  return g_string_free_and_steal (marked);
}

/**
 * hn_text_initials:
 * @text: (nullable): a name
 *
 * Returns: (transfer full) (nullable): the folded first letters of its words ("nvd" for Nguyễn Văn Đức),
 *   or %NULL for %NULL
 */
char *
hn_text_initials (const char *text)
{
  g_autofree char *folded = hn_text_fold (text);
  GString *initials;
  gboolean in_word = FALSE;

  if (folded == NULL)
    return NULL;
  initials = g_string_new (NULL);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ')
        in_word = FALSE;
      else if (!in_word && hn_char_is_word (c))
        {
          in_word = TRUE;
          g_string_append_unichar (initials, c);
        }
    }
  return g_string_free_and_steal (initials);
}

/**
 * hn_text_digits:
 * @text: (nullable): a phone number, a code
 *
 * Returns: (transfer full) (nullable): its digits 0 to 9 and nothing else, or %NULL for %NULL
 */
char *
hn_text_digits (const char *text)
{
  GString *digits;

  if (text == NULL)
    return NULL;
  digits = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  return g_string_free_and_steal (digits);
}
