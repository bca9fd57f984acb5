/* Where the tone mark of a Vietnamese syllable stands: hòa or hoà, as an office writes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-tone-marks.h"

#include <string.h>

#include "hn-char.h"
#include "hn-letter.h"

/* The longest syllable of the kind that can be written in two ways: khuỷ, nhoè, thoả. */
#define MAX_LETTERS 4

/* The initials that stand before oa, oe and uy at the end of a syllable. Others do not in Vietnamese, so that Noé, Boé
 * and Zoé stay who they are; qu and gi have a u and an i of their own, and quý is written in one way only. */
static const char *const initials[] = {
  "", "ch", "d", "đ", "g", "h", "kh", "l", "ng", "nh", "s", "t", "th", "tr", "x",
};

/* A word of the text while it may be such a syllable. */
typedef struct
{
  const char *start;
  guint       n; /* letters seen; more than MAX_LETTERS is too many */
  gunichar    letters[MAX_LETTERS];
} Word;

static gboolean
has_initial (const HnLetter *letters,
             guint           n)
{
  char initial[6 * MAX_LETTERS + 1];
  gsize length = 0;

  for (guint i = 0; i < n; i++)
    length += (gsize) g_unichar_to_utf8 (letters[i].plain, initial + length);
  initial[length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
    if (strcmp (initials[i], initial) == 0)
      return TRUE;

  return FALSE;
}

/* oa, oe or uy with one tone, on either letter. */
static gboolean
has_rime (const HnLetter *first,
          const HnLetter *second)
{
  if ((first->tone == HN_TONE_NGANG) == (second->tone == HN_TONE_NGANG))
    return FALSE;
  if (first->plain == 'o')
    return second->plain == 'a' || second->plain == 'e';

  return first->plain == 'u' && second->plain == 'y';
}

/* As large as the letter was. */
static void
append_letter (GString        *string,
               const HnLetter *letter,
               gunichar        before)
{
  gunichar c = hn_letter_join (letter);

  g_string_append_unichar (string, g_unichar_isupper (before) ? g_unichar_toupper (c) : c);
}

/* Appends the word with its tone in place, or as it is. */
static void
append_word (GString     *string,
             const Word  *word,
             const char  *end,
             HnToneMarks  marks)
{
  HnLetter letters[MAX_LETTERS], *first, *second;
  guint n = word->n;

  for (guint i = 0; i < MIN (n, MAX_LETTERS); i++)
    letters[i] = hn_letter_split (word->letters[i]);
  if (n < 2 || n > MAX_LETTERS || !has_rime (&letters[n - 2], &letters[n - 1]) || !has_initial (letters, n - 2))
    {
      g_string_append_len (string, word->start, end - word->start);
      return;
    }

  first = &letters[n - 2];
  second = &letters[n - 1];
  if ((first->tone == HN_TONE_NGANG) == (marks == HN_TONE_MARKS_OLD))
    {
      guint8 tone = first->tone;

      first->tone = second->tone;
      second->tone = tone;
    }
  for (guint i = 0; i < n - 2; i++)
    g_string_append_unichar (string, word->letters[i]);
  append_letter (string, first, word->letters[n - 2]);
  append_letter (string, second, word->letters[n - 1]);
}

/**
 * hn_tone_marks_from_name:
 * @name: "old", "new", or anything else for as it was typed
 */
HnToneMarks
hn_tone_marks_from_name (const char *name)
{
  if (g_strcmp0 (name, "old") == 0)
    return HN_TONE_MARKS_OLD;

  return g_strcmp0 (name, "new") == 0 ? HN_TONE_MARKS_NEW : HN_TONE_MARKS_AS_TYPED;
}

/**
 * hn_text_place_tones:
 * @text: (nullable): any bytes that end in NUL
 * @marks: where the office puts them
 *
 * Only open syllables in oa, oe and uy are written in two ways, both of them in use. All other words, and syllables
 * that carry no tone or two, stay letter by letter. Capitals stay capitals.
 *
 * Returns: (transfer full) (nullable): @text in NFC, with the tones of these syllables where @marks says
 */
char *
hn_text_place_tones (const char  *text,
                     HnToneMarks  marks)
{
  g_autofree char *owned = NULL;
  GString *placed;
  Word word = { 0 };

  if (text == NULL)
    return NULL;
  text = hn_chars_compose (text, &owned);
  if (marks == HN_TONE_MARKS_AS_TYPED)
    return g_strdup (text);

  placed = g_string_sized_new (strlen (text) + 1);
  word.start = text;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (hn_char_is_word (c))
        {
          if (word.n < MAX_LETTERS)
            word.letters[word.n] = c;
          word.n++;
          continue;
        }
      append_word (placed, &word, at, marks);
      g_string_append_unichar (placed, c);
      word = (Word) { .start = g_utf8_next_char (at) };
    }
  append_word (placed, &word, word.start + strlen (word.start), marks);

  return g_string_free_and_steal (placed);
}
