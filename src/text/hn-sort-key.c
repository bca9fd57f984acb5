/* Keys that put Vietnamese text in order by memcmp, the same in every locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sort-key.h"

#include <string.h>

#include "hn-char.h"
#include "hn-letter.h"

/* A key is a row of words, each its letters and then its tone, so that a tone counts before the next word does:
 *
 *   a text, Lê Ánh:  16 09 ngang, 01 18 12 sắc, end
 *   a name:          given name, middle names, break, family name, break, what stood in parentheses, end
 *
 * Smaller marks end things, so that what is shorter stands first. Behind the end stands what no reader would call
 * a difference: capitals, the place of a tone, punctuation. It is left out for a text written as most names are. */
enum
{
  KEY_END = 0x00,
  KEY_BREAK = 0x01,
  KEY_TONE = 0x02,        /* + tone, 0 to 5 */
  KEY_NUMBER = 0x10,      /* + how many digits, 1 to 30, then the digits */
  KEY_LONG_NUMBER = 0x2F, /* then how many in two bytes, then the digits */
  KEY_LETTER = 0x30,      /* + rank, 1 to 33 */
  KEY_OTHER = 0x60,       /* then the character in three bytes */
};

#define MAX_SHORT_NUMBER 30

/* A key that is being made; key_new() gives it all the room that it can need. */
typedef struct
{
  guint8 *data;
  gsize   length;
} Key;

typedef struct
{
  const HnLetter *letters;
  gsize           n;
} Span;

/* The order of the alphabet with f, j, w and z where Latin has them (CLDR's vi). */
static guint8
letter_rank (const HnLetter *letter)
{
  static const guint8 ranks[] = { 1,  4,  5,  6,  8,  10, 11, 12, 13, 14, 15, 16, 17,
                                  18, 19, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 33 };

  switch (letter->plain)
    {
    case U'ă':
      return 2;
    case U'â':
      return 3;
    case U'đ':
      return 7;
    case U'ê':
      return 9;
    case U'ô':
      return 20;
    case U'ơ':
      return 21;
    case U'ư':
      return 28;
    default:
      return letter->base >= 'a' && letter->base <= 'z' ? ranks[letter->base - 'a'] : 0;
    }
}

/* A letter takes at most four bytes, a word one more, a name two breaks; then the end and the text itself. */
static Key
key_new (gsize       n_letters,
         const char *text)
{
  return (Key) { g_malloc (5 * n_letters + 3 + strlen (text)), 0 };
}

static GBytes *
key_free_to_bytes (Key *key)
{
  g_autofree guint8 *data = key->data;

  return g_bytes_new (data, key->length);
}

static inline void
put_byte (Key   *key,
          guint  byte)
{
  key->data[key->length++] = (guint8) byte;
}

static inline gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_isdigit (c);
}

/* Numbers by value: how many digits, then the digits; leading zeros do not count. Returns how many letters they
 * took. */
static gsize
put_number (Key            *key,
            const HnLetter *letters,
            gsize           n)
{
  gsize start = 0, end = 0;

  while (end < n && is_digit (letters[end].base))
    end++;
  while (start + 1 < end && g_unichar_digit_value (letters[start].base) == 0)
    start++;

  if (end - start <= MAX_SHORT_NUMBER)
    put_byte (key, KEY_NUMBER + (guint) (end - start));
  else
    {
      put_byte (key, KEY_LONG_NUMBER);
      put_byte (key, (guint) MIN (end - start, G_MAXUINT16) >> 8);
      put_byte (key, (guint) MIN (end - start, G_MAXUINT16) & 0xFF);
    }
  for (gsize i = start; i < end; i++)
    put_byte (key, '0' + (guint) g_unichar_digit_value (letters[i].base));
  return end;
}

static void
put_letter (Key            *key,
            const HnLetter *letter)
{
  guint8 rank = letter_rank (letter);

  if (rank > 0)
    {
      put_byte (key, KEY_LETTER + rank);
      return;
    }
  put_byte (key, KEY_OTHER);
  put_byte (key, letter->plain >> 16);
  put_byte (key, (letter->plain >> 8) & 0xFF);
  put_byte (key, letter->plain & 0xFF);
}

static void
put_word (Key  *key,
          Span  word)
{
  guint8 tone = HN_TONE_NGANG;

  for (gsize i = 0; i < word.n;)
    {
      const HnLetter *letter = &word.letters[i];

      if (is_digit (letter->base))
        {
          i += put_number (key, letter, word.n - i);
          continue;
        }
      if (letter->base != '\'')
        put_letter (key, letter);
      if (tone == HN_TONE_NGANG)
        tone = letter->tone;
      i++;
    }
  put_byte (key, KEY_TONE + tone);
}

/* An apostrophe inside a word is part of it: K'Brêu. */
static gboolean
is_in_word (const HnLetter *letters,
            gsize           n,
            gsize           i)
{
  if (letters[i].base == '\'')
    return i > 0 && i + 1 < n && hn_char_is_word (letters[i - 1].base) && hn_char_is_word (letters[i + 1].base);
  return hn_char_is_word (letters[i].base);
}

static gboolean
next_word (Span   text,
           gsize *at,
           Span  *word)
{
  gsize start = *at, end;

  while (start < text.n && !is_in_word (text.letters, text.n, start))
    start++;
  end = start;
  while (end < text.n && is_in_word (text.letters, text.n, end))
    end++;
  *at = end;
  *word = (Span) { text.letters + start, end - start };
  return end > start;
}

static void
put_words (Key  *key,
           Span  text)
{
  Span word;
  gsize at = 0;

  while (next_word (text, &at, &word))
    put_word (key, word);
}

static void
put_name (Key  *key,
          Span  name)
{
  Span family = { NULL, 0 }, given = { NULL, 0 }, word;
  gsize at = 0, middle;

  if (next_word (name, &at, &word))
    family = given = word;
  middle = at;
  while (next_word (name, &at, &word))
    given = word;
  if (given.n == 0)
    return;

  put_word (key, given);
  at = middle;
  while (next_word (name, &at, &word) && word.letters != given.letters)
    put_word (key, word);
  put_byte (key, KEY_BREAK);
  if (family.letters != given.letters)
    put_word (key, family);
}

/* Whether @text is its letters in their usual form: one capital at the beginning of each word, single spaces, the tone
 * in its place. */
static gboolean
is_regular (Span        letters,
            const char *text)
{
  for (gsize i = 0; i < letters.n; i++, text = g_utf8_next_char (text))
    {
      gunichar c = hn_letter_join (&letters.letters[i]);

      if (i == 0 || letters.letters[i - 1].base == ' ')
        c = g_unichar_toupper (c);
      if (c != g_utf8_get_char (text))
        return FALSE;
    }
  return *text == '\0';
}

static void
put_end (Key        *key,
         Span        letters,
         const char *text)
{
  put_byte (key, KEY_END);
  if (!g_utf8_validate (text, -1, NULL) || !is_regular (letters, text))
    {
      memcpy (key->data + key->length, text, strlen (text));
      key->length += strlen (text);
    }
}

/* What stands in parentheses, as a nickname does, is no part of the name. */
static gsize
name_length (Span name)
{
  for (gsize i = 1; i < name.n; i++)
    if (name.letters[i].base == '(')
      return i;
  return name.n;
}

/**
 * hn_sort_key_text:
 * @text: (nullable): any text
 *
 * Makes a key by which texts sort as a Vietnamese reader expects: word by word, each by its letters (a ă â b c d
 * đ e ê …) and then by its tone (ngang, huyền, hỏi, ngã, sắc, nặng), so that Lê Bá stands before Lệ An. Numbers
 * sort by value and before letters: Chi hội 2, Chi hội 10. Punctuation only parts words. Foreign letters count
 * as their base letter, other scripts come last. Ranks: collation.csv, which is CLDR's order.
 *
 * Returns: (transfer full): a key for memcmp(), the shorter one first where one begins the other; empty for
 *   no text
 */
GBytes *
hn_sort_key_text (const char *text)
{
  g_autofree HnLetter *letters = NULL;
  Span span;
  Key key;

  if (text == NULL)
    text = "";
  letters = hn_letters_read (text, &span.n);
  span.letters = letters;
  key = key_new (span.n, text);
  if (span.n > 0)
    {
      hn_letters_settle (letters, span.n);
      put_words (&key, span);
      put_end (&key, span, text);
    }
  return key_free_to_bytes (&key);
}

/**
 * hn_sort_key_name:
 * @name: (nullable): the name of a person, family name first
 * @order: (nullable): the name as it is to be sorted, word by word as written, for people whose given name
 *   is not the last word ("Smith John"); %NULL or "" for the rule
 *
 * Makes a key by which people are listed: by given name (the last word), then middle names from left to right,
 * then family name, each word by letters and then by tone. All Anh stand before all Ánh, whatever comes between;
 * who has no middle name stands first. What is in parentheses counts after everything else.
 *
 * Returns: (transfer full): a key for memcmp(), as that of hn_sort_key_text(); empty for no name
 */
GBytes *
hn_sort_key_name (const char *name,
                  const char *order)
{
  g_autofree HnLetter *letters = NULL;
  gboolean ordered = order != NULL && *order != '\0';
  Span span;
  Key key;

  if (name == NULL)
    name = "";
  letters = hn_letters_read (ordered ? order : name, &span.n);
  span.letters = letters;
  key = key_new (span.n, name);
  if (span.n > 0)
    {
      gsize length = ordered ? span.n : name_length (span);

      hn_letters_settle (letters, span.n);
      if (ordered)
        put_words (&key, span);
      else
        put_name (&key, (Span) { letters, length });
      put_byte (&key, KEY_BREAK);
      put_words (&key, (Span) { letters + length, span.n - length });
      put_end (&key, span, name);
    }
  return key_free_to_bytes (&key);
}

/**
 * hn_collate:
 * @a: (nullable): a text
 * @b: (nullable): another one
 *
 * Compares two texts by hn_sort_key_text(). To sort many, keep the keys.
 *
 * Returns: less than, equal to or greater than 0, as strcmp()
 */
int
hn_collate (const char *a,
            const char *b)
{
  g_autoptr (GBytes) first = hn_sort_key_text (a);
  g_autoptr (GBytes) second = hn_sort_key_text (b);

  return g_bytes_compare (first, second);
}
