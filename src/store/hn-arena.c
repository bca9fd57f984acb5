/* The search text of many records held in memory, a few bytes a word.
 *
 * A search matches a record by its words one by one and in any order, and most words stand in very many records. So a
 * record is the set of its words: for each its number in a dictionary, two bytes, which has the word folded and with
 * its marks. What is nobody else's, a telephone number or an address of mail, stands literally behind the record's
 * other words. A search looks at each word of the dictionary once, and then only at numbers:
 *
 *   dictionary  nguyen|nguyễn  van|văn  duc|đức  …
 *   codes       1 2 3 | 1 7 9 | …          (from starts[row] on)
 *   literals    ␂0912345678 | …            (from literal_starts[row] on)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-arena-private.h"

#include <string.h>

#include "hn-haystack.h"

/* Half of the dictionary is for words with digits, dates and sums of money, of which there may be any number. What
 * comes when it is full stands literally. */
#define MAX_WITH_DIGITS 32768
#define TABLE_SIZE (4 * HN_ARENA_MAX_WORDS)

/* Longer ones, addresses of web pages for the most part, stand literally. */
#define MAX_LENGTH 255

typedef struct
{
  const char *folded;
  const char *marked;
  gsize       folded_length;
  gsize       marked_length;
} Piece;

/* What is needed only while rows are added. */
struct _HnArenaMaking
{
  guint32 *table;         /* open addressing; the number of a word + 1, or 0 */
  guint32 *last_row;      /* by the number of a word: the last row that has it, + 1 */
  guint    n_with_digits;
};

static void
making_free (HnArenaMaking *making)
{
  g_free (making->table);
  g_free (making->last_row);
  g_free (making);
}

/**
 * hn_arena_new:
 *
 * Returns: (transfer full): an arena without rows
 */
HnArena *
hn_arena_new (void)
{
  HnArena *self = g_new0 (HnArena, 1);
  guint32 zero = 0;

  self->folded = g_string_new (NULL);
  self->marked = g_string_new (NULL);
  self->folded_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->marked_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->codes = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->literals = g_array_new (FALSE, FALSE, 1);
  self->literal_starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->starts, zero);
  g_array_append_val (self->literal_starts, zero);
  self->making = g_new0 (HnArenaMaking, 1);
  self->making->table = g_new0 (guint32, TABLE_SIZE);
  self->making->last_row = g_new0 (guint32, HN_ARENA_MAX_WORDS);

  return self;
}

/**
 * hn_arena_free:
 * @self: (transfer full): an arena
 */
void
hn_arena_free (HnArena *self)
{
  g_string_free (self->folded, TRUE);
  g_string_free (self->marked, TRUE);
  g_array_unref (self->folded_starts);
  g_array_unref (self->marked_starts);
  g_array_unref (self->codes);
  g_array_unref (self->starts);
  g_array_unref (self->literals);
  g_array_unref (self->literal_starts);
  g_clear_pointer (&self->making, making_free);
  g_free (self);
}

/* --- rows ------------------------------------------------------------ */

static guint32
hash_bytes (const char *bytes,
            gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

static gboolean
has_digit (const Piece *piece)
{
  for (gsize i = 0; i < piece->folded_length; i++)
    {
      if (g_ascii_isdigit (piece->folded[i]))
        return TRUE;
    }

  return FALSE;
}

/* The sign of a phone number, or a part of an address of mail. */
static gboolean
is_ones_own (const Piece *piece)
{
  return piece->marked_length > MAX_LENGTH || piece->folded[0] == HN_HAYSTACK_PHONE
         || memchr (piece->folded, '@', piece->folded_length) != NULL;
}

static void
append_word (GString    *words,
             GArray     *starts,
             const char *bytes,
             gsize       length)
{
  guint32 start = (guint32) words->len;

  g_array_append_val (starts, start);
  g_string_append_len (words, bytes, (gssize) length);
  g_string_append_c (words, '\0');
}

/* Adds a word to the dictionary, at a free place of the table. */
static gboolean
learn_word (HnArena     *self,
            const Piece *piece,
            guint32     *entry,
            guint       *code)
{
  gboolean digit = has_digit (piece);

  *code = self->marked_starts->len;
  if (*code == HN_ARENA_MAX_WORDS || (digit && self->making->n_with_digits == MAX_WITH_DIGITS))
    return FALSE;

  self->making->n_with_digits += digit;
  append_word (self->folded, self->folded_starts, piece->folded, piece->folded_length);
  append_word (self->marked, self->marked_starts, piece->marked, piece->marked_length);
  *entry = *code + 1;

  return TRUE;
}

static gboolean
find_word (HnArena     *self,
           const Piece *piece,
           guint       *code)
{
  for (guint32 at = hash_bytes (piece->marked, piece->marked_length);; at++)
    {
      guint32 *entry = &self->making->table[at % TABLE_SIZE];
      const char *word;

      if (*entry == 0)
        return learn_word (self, piece, entry, code);

      *code = *entry - 1;
      word = hn_arena_marked_word (self, *code);
      if (memcmp (word, piece->marked, piece->marked_length) == 0 && word[piece->marked_length] == '\0')
        return TRUE;
    }
}

static void
append_literal (HnArena     *self,
                const Piece *piece)
{
  const char mark = HN_ARENA_MARKED;

  g_array_append_vals (self->literals, piece->folded, (guint) piece->folded_length);
  g_array_append_vals (self->literals, "", 1);
  if (piece->folded_length == piece->marked_length && memcmp (piece->folded, piece->marked, piece->folded_length) == 0)
    return;

  g_array_append_vals (self->literals, &mark, 1);
  g_array_append_vals (self->literals, piece->marked, (guint) piece->marked_length);
  g_array_append_vals (self->literals, "", 1);
}

/* A word counts once, however often it stands in a row. */
static void
add_piece (HnArena     *self,
           const Piece *piece)
{
  guint32 row = self->starts->len;
  guint code;
  guint16 short_code;

  if (is_ones_own (piece) || !find_word (self, piece, &code))
    {
      append_literal (self, piece);
      return;
    }
  if (self->making->last_row[code] == row)
    return;

  self->making->last_row[code] = row;
  short_code = (guint16) code;
  g_array_append_val (self->codes, short_code);
}

static gboolean
next_piece (Piece *piece)
{
  piece->folded += piece->folded_length;
  piece->marked += piece->marked_length;
  while (*piece->folded == ' ' || *piece->folded == '\n')
    {
      piece->folded++;
      piece->marked++;
    }
  piece->folded_length = strcspn (piece->folded, " \n");
  piece->marked_length = strcspn (piece->marked, " \n");

  return piece->folded_length > 0 && piece->marked_length > 0;
}

/**
 * hn_arena_add:
 * @self: an arena that is not sealed
 * @folded: hn_haystack_folded() of a record
 * @marked: hn_haystack_marked() of it
 *
 * Adds the next row.
 *
 * Returns: %FALSE if the arena is full; it is of no use then
 */
gboolean
hn_arena_add (HnArena    *self,
              const char *folded,
              const char *marked)
{
  Piece piece = { folded, marked, 0, 0 };
  guint32 end;

  g_return_val_if_fail (self->making != NULL, FALSE);

  while (next_piece (&piece))
    add_piece (self, &piece);
  if (self->literals->len > G_MAXINT32 || self->codes->len > G_MAXINT32)
    return FALSE;

  end = self->codes->len;
  g_array_append_val (self->starts, end);
  end = self->literals->len;
  g_array_append_val (self->literal_starts, end);

  return TRUE;
}

/* What was allocated in advance goes back. */
static void
shrink (GArray **array,
        gsize    size)
{
  guint length = (*array)->len;
  gpointer data = g_array_free (g_steal_pointer (array), FALSE);

  *array = g_array_new_take (g_realloc (data, MAX (length, 1) * size), length, FALSE, size);
}

/**
 * hn_arena_seal:
 * @self: an arena
 *
 * No row will come any more. From now on several threads may search it at once.
 */
void
hn_arena_seal (HnArena *self)
{
  g_clear_pointer (&self->making, making_free);
  shrink (&self->codes, sizeof (guint16));
  shrink (&self->starts, sizeof (guint32));
  shrink (&self->literal_starts, sizeof (guint32));
  shrink (&self->literals, 1);
}

/**
 * hn_arena_get_length:
 * @self: an arena
 *
 * Returns: how many rows it has
 */
guint
hn_arena_get_length (const HnArena *self)
{
  return self->starts->len - 1;
}
