/* How well a text answers a query. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-char.h"
#include "hn-haystack.h"
#include "hn-query-private.h"

/* A text during hn_query_match(). */
typedef struct
{
  const char *folded;
  const char *marked;
  const char *texts_end; /* where initials and phones begin; NULL if not looked for yet */
} Text;

/* A place in the folded text and the same one in the marked text. */
typedef struct
{
  const char *folded;
  const char *marked;
} Place;

static HnMatch
better (HnMatch a,
        HnMatch b)
{
  if (a == HN_MATCH_NONE || b == HN_MATCH_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

/* Most rows hold no word of the query, so this is looked for at the first hit only. */
static gboolean
is_behind_texts (Text       *text,
                 const char *hit)
{
  if (text->texts_end == NULL)
    {
      const char *initials = strchr (text->folded, HN_HAYSTACK_INITIALS);
      const char *phones = initials == NULL ? strchr (text->folded, HN_HAYSTACK_PHONE) : NULL;

      text->texts_end = initials != NULL ? initials : phones != NULL ? phones : text->folded + strlen (text->folded);
    }
  return hit > text->texts_end;
}

static void
move_to (Place      *place,
         const char *hit)
{
  while (place->folded < hit && *place->marked != '\0')
    {
      place->folded = g_utf8_next_char (place->folded);
      place->marked = g_utf8_next_char (place->marked);
    }
}

/* Whether the letter at @at, or another one of the vowels that it stands among, bears @tone. */
static gboolean
has_tone (const char *at,
          const char *begin,
          guint8      tone)
{
  HnLetter letter = hn_letter_split (g_utf8_get_char (at));

  if (letter.tone != HN_TONE_NGANG)
    return letter.tone == tone;

  for (const char *next = g_utf8_next_char (at); *next != '\0'; next = g_utf8_next_char (next))
    {
      letter = hn_letter_split (g_utf8_get_char (next));
      if (letter.tone != HN_TONE_NGANG)
        return letter.tone == tone;
      if (letter.vowel == 0)
        break;
    }
  while (at > begin)
    {
      at = g_utf8_prev_char (at);
      letter = hn_letter_split (g_utf8_get_char (at));
      if (letter.tone != HN_TONE_NGANG)
        return letter.tone == tone;
      if (letter.vowel == 0)
        break;
    }
  return FALSE;
}

static gboolean
marks_fit (const HnQueryWord *word,
           const char        *at,
           const char        *begin)
{
  for (gsize i = 0; i < word->n_letters && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      const HnLetter *typed = &word->letters[i];

      if (typed->plain == typed->base && typed->tone == HN_TONE_NGANG)
        continue;
      if (hn_letter_split (g_utf8_get_char (at)).plain != typed->plain)
        return FALSE;
      if (typed->tone != HN_TONE_NGANG && !has_tone (at, begin, typed->tone))
        return FALSE;
    }
  return TRUE;
}

static HnMatch
rank_in_text (const HnQueryWord *word,
              const Text        *text,
              Place             *place,
              const char        *hit)
{
  gboolean begins = hit == text->folded || !hn_char_is_word (g_utf8_get_char (g_utf8_prev_char (hit)));
  gboolean ends = !hn_char_is_word (g_utf8_get_char (hit + word->folded->len));

  if (word->has_marks || (begins && ends))
    move_to (place, hit);
  if (word->has_marks && !marks_fit (word, place->marked, text->marked))
    return HN_MATCH_NONE;
  if (!begins)
    return HN_MATCH_INSIDE;
  if (!ends)
    return HN_MATCH_PREFIX;
  return strncmp (place->marked, word->marked->str, word->marked->len) == 0 ? HN_MATCH_EXACT : HN_MATCH_WORD;
}

static HnMatch
rank_in_phone (const char *hit,
               gsize       length)
{
  const char *start = hit;

  while (g_ascii_isdigit (start[-1]))
    start--;
  if (start[-1] != HN_HAYSTACK_PHONE)
    return HN_MATCH_NONE;
  if (start < hit)
    return HN_MATCH_INSIDE;
  return g_ascii_isdigit (hit[length]) ? HN_MATCH_PREFIX : HN_MATCH_EXACT;
}

static HnMatch
rank_behind_texts (const HnQueryWord *word,
                   const Text        *text,
                   Place             *place,
                   const char        *hit)
{
  if (word->maybe_phone)
    return rank_in_phone (hit, word->folded->len);
  if (!word->maybe_initials || hit[-1] != HN_HAYSTACK_INITIALS)
    return HN_MATCH_NONE;
  if (word->has_marks)
    {
      move_to (place, hit);
      if (!marks_fit (word, place->marked, text->marked))
        return HN_MATCH_NONE;
    }
  return HN_MATCH_INITIALS;
}

static HnMatch
match_word (const HnQueryWord *word,
            Text              *text)
{
  Place place = { text->folded, text->marked };
  HnMatch best = HN_MATCH_NONE;

  for (const char *hit = strstr (text->folded, word->folded->str); hit != NULL && best != HN_MATCH_EXACT;
       hit = strstr (hit + 1, word->folded->str))
    {
      if (is_behind_texts (text, hit))
        best = better (best, rank_behind_texts (word, text, &place, hit));
      else
        best = better (best, rank_in_text (word, text, &place, hit));
    }
  return best;
}

static HnMatch
match_words (const HnQuery *query,
             Text          *text)
{
  HnMatch worst = HN_MATCH_EXACT;

  for (guint i = 0; i < query->words->len; i++)
    {
      HnMatch match = match_word (&g_array_index (query->words, HnQueryWord, i), text);

      if (match == HN_MATCH_NONE)
        return HN_MATCH_NONE;
      worst = MAX (worst, match);
    }
  return worst;
}

static HnMatch
match_digits (const HnQuery *query,
              Text          *text)
{
  gsize length = strlen (query->digits);
  HnMatch best = HN_MATCH_NONE;

  for (const char *hit = strstr (text->folded, query->digits); hit != NULL; hit = strstr (hit + 1, query->digits))
    if (is_behind_texts (text, hit))
      best = better (best, rank_in_phone (hit, length));
  return best;
}

static HnMatch
match_number_start (const HnQuery *query,
                    const Text    *text)
{
  HnMatch best = HN_MATCH_NONE;

  for (const char *hit = strstr (text->folded, query->number_start); hit != NULL;
       hit = strstr (hit + 1, query->number_start))
    best = better (best, rank_in_phone (hit + 1, strlen (query->number_start) - 1));
  return best;
}

static HnMatch
match_phone (const HnQuery *query,
             Text          *text)
{
  HnMatch best = match_digits (query, text);

  return query->number_start != NULL ? better (best, match_number_start (query, text)) : best;
}

/**
 * hn_query_match:
 * @query: a query
 * @folded: (nullable): hn_haystack_folded() of a record
 * @marked: (nullable): hn_haystack_marked() of the same record
 *
 * Says how well a record answers the query: as its worst word does, and each word as its best place does.
 * Nothing is allocated, and marks are looked at only where the folded word stands: a record without it
 * costs one strstr(). An empty query matches everything exactly.
 *
 * Returns: the rank, %HN_MATCH_NONE if a word is missing
 */
HnMatch
hn_query_match (const HnQuery *query,
                const char    *folded,
                const char    *marked)
{
  Text text = { folded, marked, NULL };
  HnMatch match;

  g_return_val_if_fail (query != NULL, HN_MATCH_NONE);

  if (query->words->len == 0)
    return HN_MATCH_EXACT;
  if (folded == NULL || marked == NULL)
    return HN_MATCH_NONE;
  match = match_words (query, &text);
  return query->digits != NULL ? better (match, match_phone (query, &text)) : match;
}

/**
 * hn_query_match_part:
 * @query: a query
 * @part: which of its parts
 * @folded: a record's folded text, or a piece of it between two spaces or ends of lines
 * @marked: the same with its marks
 *
 * No part of a query holds a space, so that a text matches as its best piece does: what is found out about a piece
 * holds for every text that it stands in. hn_query_match() of the whole text is the worst rank of the words, each of
 * which has to be found, or that of a phone number, if that is better.
 *
 * Returns: the rank
 */
HnMatch
hn_query_match_part (const HnQuery *query,
                     guint          part,
                     const char    *folded,
                     const char    *marked)
{
  Text text = { folded, marked, NULL };

  g_return_val_if_fail (query != NULL && part < hn_query_n_parts (query), HN_MATCH_NONE);

  if (part < query->words->len)
    return match_word (&g_array_index (query->words, HnQueryWord, part), &text);
  return part == query->words->len ? match_digits (query, &text) : match_number_start (query, &text);
}
