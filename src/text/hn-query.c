/* What a person typed into a search field, and how well a text answers it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-query.h"

#include <string.h>

#include "hn-char.h"
#include "hn-fold.h"
#include "hn-haystack.h"
#include "hn-letter.h"
#include "hn-phone.h"

/* Fewer digits than this are no part of a phone number but a number in the text. */
#define MIN_PHONE_DIGITS 3

typedef struct
{
  HnLetter *letters; /* the tone where it was typed */
  gsize     n_letters;
  GString  *folded;
  GString  *marked;
  gboolean  has_marks;
  gboolean  maybe_initials;
  gboolean  maybe_phone;
} Word;

struct _HnQuery
{
  GArray *words;        /* of Word, the longest first: it is the rarest */
  char   *digits;       /* of what may be a phone number, else NULL */
  char   *number_start; /* the same behind the sign of a phone line, as it is dialled at home, else NULL */
};

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

/* What G_DEFINE_BOXED_TYPE() would write but for a transparent union, which -Wpedantic refuses. */
GType
hn_query_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static (g_intern_static_string ("HnQuery"), (GBoxedCopyFunc) hn_query_ref,
                                                     (GBoxedFreeFunc) hn_query_unref));
  return type;
}

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->letters);
  g_string_free (word->folded, TRUE);
  g_string_free (word->marked, TRUE);
}

static Word
word_new (const HnLetter *letters,
          gsize           n)
{
  g_autofree HnLetter *settled = g_memdup2 (letters, n * sizeof (HnLetter));
  Word word = { g_memdup2 (letters, n * sizeof (HnLetter)), n, g_string_new (NULL), g_string_new (NULL) };

  hn_letters_settle (settled, n);
  hn_letters_put_base (letters, n, word.folded);
  hn_letters_put_whole (settled, n, word.marked);
  word.maybe_initials = n >= 2;
  word.maybe_phone = n >= MIN_PHONE_DIGITS;
  for (gsize i = 0; i < n; i++)
    {
      word.has_marks |= letters[i].plain != letters[i].base || letters[i].tone != HN_TONE_NGANG;
      word.maybe_initials &= g_unichar_isalpha (letters[i].base);
      word.maybe_phone &= letters[i].base < 0x80 && g_ascii_isdigit ((char) letters[i].base);
    }
  return word;
}

/* Punctuation round a word ("Đức", Đức,) is left out; a word of nothing else stays, so that @ finds addresses. */
static void
add_word (GArray         *words,
          const HnLetter *letters,
          gsize           n)
{
  gsize from = 0, to = n;
  Word word;

  while (from < to && !hn_char_is_word (letters[from].base))
    from++;
  while (to > from && !hn_char_is_word (letters[to - 1].base))
    to--;
  word = from < to ? word_new (letters + from, to - from) : word_new (letters, n);
  g_array_append_val (words, word);
}

static gint
compare_length (gconstpointer a,
                gconstpointer b)
{
  const Word *first = a, *second = b;

  return (first->folded->len < second->folded->len) - (first->folded->len > second->folded->len);
}

static void
read_words (HnQuery    *query,
            const char *text)
{
  g_autofree HnLetter *letters = NULL;
  gsize n, start = 0;

  letters = hn_letters_read (text, &n);
  for (gsize i = 0; i <= n; i++)
    if (i == n || letters[i].base == ' ')
      {
        if (i > start)
          add_word (query->words, letters + start, i - start);
        start = i + 1;
      }
  g_array_sort (query->words, compare_length);
}

static void
read_number (HnQuery    *query,
             const char *text)
{
  g_autofree char *digits = hn_text_digits (text);
  g_autofree char *domestic = NULL;

  if (strlen (digits) < MIN_PHONE_DIGITS)
    return;
  for (guint i = 0; i < query->words->len; i++)
    {
      const Word *word = &g_array_index (query->words, Word, i);

      if (strspn (word->folded->str, "0123456789.+()") < word->folded->len)
        return;
    }

  domestic = hn_phone_domestic (text);
  if (domestic != NULL)
    query->number_start = g_strdup_printf ("%c%s", HN_HAYSTACK_PHONE, domestic);
  query->digits = g_steal_pointer (&digits);
}

/**
 * hn_query_new:
 * @text: (nullable): what was typed
 *
 * Reads the words of a search. They may stand in the text in any order, but all have to. A letter typed
 * without a mark finds it with any marks, one typed with marks only with these: "duc" finds Đức, "đức" does
 * not find Dục. A tone may stand on another vowel of the same syllable (hoà, hòa; hò, hoàn), and one that is
 * not typed yet matches any: "nguyê" finds Nguyễn. Digits, with at least three of them and no letters, also
 * find a phone number however spaced.
 *
 * A query does not change and may be used by several threads at once.
 *
 * Returns: (transfer full): a query, empty if @text holds nothing but white space and dashes
 */
HnQuery *
hn_query_new (const char *text)
{
  HnQuery *query = g_atomic_rc_box_new0 (HnQuery);

  query->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (query->words, word_clear);
  if (text != NULL)
    {
      read_words (query, text);
      read_number (query, text);
    }
  return query;
}

/**
 * hn_query_ref:
 * @query: a query
 *
 * Returns: (transfer full): @query
 */
HnQuery *
hn_query_ref (HnQuery *query)
{
  return g_atomic_rc_box_acquire (query);
}

static void
query_clear (gpointer data)
{
  HnQuery *query = data;

  g_array_unref (query->words);
  g_free (query->digits);
  g_free (query->number_start);
}

/**
 * hn_query_unref:
 * @query: (transfer full): a query
 */
void
hn_query_unref (HnQuery *query)
{
  g_atomic_rc_box_release_full (query, query_clear);
}

/**
 * hn_query_is_empty:
 * @query: a query
 *
 * Returns: whether it has no word, and so matches everything
 */
gboolean
hn_query_is_empty (const HnQuery *query)
{
  g_return_val_if_fail (query != NULL, TRUE);

  return query->words->len == 0;
}

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
marks_fit (const Word *word,
           const char *at,
           const char *begin)
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
rank_in_text (const Word *word,
              const Text *text,
              Place      *place,
              const char *hit)
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
rank_behind_texts (const Word *word,
                   const Text *text,
                   Place      *place,
                   const char *hit)
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
match_word (const Word *word,
            Text       *text)
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
      HnMatch match = match_word (&g_array_index (query->words, Word, i), text);

      if (match == HN_MATCH_NONE)
        return HN_MATCH_NONE;
      worst = MAX (worst, match);
    }
  return worst;
}

static HnMatch
match_phone (const HnQuery *query,
             Text          *text)
{
  gsize length = strlen (query->digits);
  HnMatch best = HN_MATCH_NONE;

  for (const char *hit = strstr (text->folded, query->digits); hit != NULL; hit = strstr (hit + 1, query->digits))
    if (is_behind_texts (text, hit))
      best = better (best, rank_in_phone (hit, length));

  if (query->number_start != NULL)
    for (const char *hit = strstr (text->folded, query->number_start); hit != NULL;
         hit = strstr (hit + 1, query->number_start))
      best = better (best, rank_in_phone (hit + 1, strlen (query->number_start) - 1));
  return best;
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
