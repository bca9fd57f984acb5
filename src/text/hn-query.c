/* What a person typed into a search field, and how well a text answers it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-char.h"
#include "hn-fold.h"
#include "hn-haystack.h"
#include "hn-phone.h"
#include "hn-query-private.h"

/* Fewer digits than this are no part of a phone number but a number in the text. */
#define MIN_PHONE_DIGITS 3

static HnQuery *
query_ref (HnQuery *query)
{
  return g_atomic_rc_box_acquire (query);
}

/* What G_DEFINE_BOXED_TYPE() would write but for a transparent union, which -Wpedantic refuses. */
GType
hn_query_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static (g_intern_static_string ("HnQuery"), (GBoxedCopyFunc) query_ref,
                                                     (GBoxedFreeFunc) hn_query_unref));
  return type;
}

static void
word_clear (gpointer data)
{
  HnQueryWord *word = data;

  g_free (word->letters);
  g_string_free (word->folded, TRUE);
  g_string_free (word->marked, TRUE);
}

static HnQueryWord
word_new (const HnLetter *letters,
          gsize           n)
{
  g_autofree HnLetter *settled = g_memdup2 (letters, n * sizeof (HnLetter));
  HnQueryWord word = { g_memdup2 (letters, n * sizeof (HnLetter)), n, g_string_new (NULL), g_string_new (NULL) };

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
  HnQueryWord word;

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
  const HnQueryWord *first = a, *second = b;

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
      const HnQueryWord *word = &g_array_index (query->words, HnQueryWord, i);

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

  query->words = g_array_new (FALSE, FALSE, sizeof (HnQueryWord));
  g_array_set_clear_func (query->words, word_clear);
  if (text != NULL)
    {
      read_words (query, text);
      read_number (query, text);
    }
  return query;
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

/**
 * hn_query_n_words:
 * @query: a query
 *
 * Returns: how many words it has
 */
guint
hn_query_n_words (const HnQuery *query)
{
  g_return_val_if_fail (query != NULL, 0);

  return query->words->len;
}

/**
 * hn_query_n_parts:
 * @query: a query
 *
 * Returns: how many parts it has that are looked for one by one: its words, and behind them the one or two ways to find
 *   the phone number that they may be
 */
guint
hn_query_n_parts (const HnQuery *query)
{
  g_return_val_if_fail (query != NULL, 0);

  return query->words->len + (query->digits != NULL ? 1 : 0) + (query->number_start != NULL ? 1 : 0);
}

/**
 * hn_query_part_text:
 * @query: a query
 * @part: which of its parts
 *
 * Returns: (transfer none): what stands in the folded text of whatever the part matches
 */
const char *
hn_query_part_text (const HnQuery *query,
                    guint          part)
{
  g_return_val_if_fail (query != NULL && part < hn_query_n_parts (query), NULL);

  if (part < query->words->len)
    return g_array_index (query->words, HnQueryWord, part).folded->str;
  return part == query->words->len ? query->digits : query->number_start;
}

/**
 * hn_query_narrows:
 * @wider: what was typed first
 * @narrower: what was typed then
 *
 * Says surely only what is typed most: more letters at the end of a word.
 *
 * Returns: whether everything that @narrower finds is found by @wider too
 */
gboolean
hn_query_narrows (const char *wider,
                  const char *narrower)
{
  gsize length = strlen (wider);

  /* One letter or digit does not look at initials and phone numbers, where two and three do. */
  if (length < 2 || !g_ascii_isalpha (wider[length - 1]) || !g_ascii_isalpha (wider[length - 2])
      || strpbrk (narrower, "0123456789") != NULL || !g_str_has_prefix (narrower, wider))
    return FALSE;

  for (const char *at = narrower + length; *at != '\0'; at++)
    if (!g_ascii_isalpha (*at))
      return FALSE;
  return TRUE;
}
