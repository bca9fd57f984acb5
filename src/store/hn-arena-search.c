/* The search text of many records looked through: each word of the dictionary once, then the numbers of the words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-arena-private.h"
#include "hn-bytes-find.h"

/* How many rows are gone through between two looks whether anybody still waits. */
#define CHUNK 16384

/* A pass over the rows looks for so many parts of a query at once, with a bit for each rank of each part. */
#define PASS_PARTS 6
#define RANK_BITS 5

/* Some parts of a query, looked for in one go. */
typedef struct
{
  const HnArena *arena;
  const HnQuery *query;
  guint          first;
  guint          n_parts;
  guint32       *flags;    /* by the number of a word: which part it matches how well */
  gboolean       in_words; /* whether any is set */
  guint32       *found;    /* by the row of a chunk: the same of its literals */
} Pass;

static guint32
make_flag (guint   part,
           HnMatch match)
{
  return match == HN_MATCH_NONE ? 0 : 1u << (part * RANK_BITS + (guint) match - 1);
}

/* Where a place in the folded words is, @code or a later one. */
static guint
word_at (const HnArena *self,
         guint          code,
         gsize          place)
{
  guint high = self->folded_starts->len;

  while (code + 1 < high)
    {
      guint middle = code + (high - code) / 2;

      if (g_array_index (self->folded_starts, guint32, middle) <= place)
        code = middle;
      else
        high = middle;
    }

  return code;
}

static void
look_up_part (Pass  *pass,
              guint  part)
{
  const HnArena *arena = pass->arena;
  const char *wanted = hn_query_part_text (pass->query, pass->first + part);
  gsize length = strlen (wanted);
  const char *end = arena->folded->str + arena->folded->len;
  const char *place = arena->folded->str;
  guint code = 0;

  while ((place = hn_bytes_find (place, (gsize) (end - place), wanted, length)) != NULL)
    {
      HnMatch match;

      code = word_at (arena, code, (gsize) (place - arena->folded->str));
      match = hn_query_match_part (pass->query, pass->first + part, hn_arena_folded_word (arena, code),
                                   hn_arena_marked_word (arena, code));
      pass->flags[code] |= make_flag (part, match);
      pass->in_words = pass->in_words || match != HN_MATCH_NONE;
      if (code + 1 == arena->folded_starts->len)
        return;
      place = hn_arena_folded_word (arena, code + 1);
    }
}

/* The literal that @place stands in, of those between @start and @end: it or, behind it, its text with marks. Gives
 * where the next one begins. */
static const char *
match_literal (const Pass *pass,
               const char *start,
               const char *place,
               const char *end,
               guint       part,
               guint32    *flags)
{
  const char *folded = place;
  const char *marked;
  const char *next = place + strlen (place) + 1;

  while (folded > start && folded[-1] != '\0')
    folded--;
  if (*folded == HN_ARENA_MARKED)
    return next;

  marked = folded;
  if (next < end && *next == HN_ARENA_MARKED)
    {
      marked = next + 1;
      next += strlen (next) + 1;
    }
  *flags |= make_flag (part, hn_query_match_part (pass->query, pass->first + part, folded, marked));

  return next;
}

/* In the literals of the rows from @from to @to, which lie side by side. */
static void
look_into_literals (const Pass *pass,
                    guint       from,
                    guint       to,
                    guint       part)
{
  const HnArena *arena = pass->arena;
  const guint32 *starts = (const guint32 *) (gpointer) arena->literal_starts->data;
  const char *literals = arena->literals->data;
  const char *wanted = hn_query_part_text (pass->query, pass->first + part);
  gsize length = strlen (wanted);
  const char *place = literals + starts[from];
  const char *end = literals + starts[to];
  guint row = from;

  while ((place = hn_bytes_find (place, (gsize) (end - place), wanted, length)) != NULL)
    {
      while (starts[row + 1] <= (gsize) (place - literals))
        row++;
      place = match_literal (pass, literals + starts[row], place, end, part, &pass->found[row - from]);
    }
}

/* Every word of a query has to be found: the worst counts. */
static guint8
join_words (guint32 flags,
            guint   n_parts)
{
  guint8 worst = 0;

  for (guint part = 0; part < n_parts; part++, flags >>= RANK_BITS)
    {
      guint32 ranks = flags & ((1u << RANK_BITS) - 1);

      if (ranks == 0)
        return HN_MATCH_NONE;
      worst = MAX (worst, (guint8) (__builtin_ctz (ranks) + 1));
    }

  return worst;
}

/* One of the ways to find a phone number is enough: the best counts. */
static guint8
join_numbers (guint32 flags,
              guint   n_parts)
{
  guint8 best = HN_MATCH_NONE;

  for (guint part = 0; part < n_parts; part++, flags >>= RANK_BITS)
    {
      guint32 ranks = flags & ((1u << RANK_BITS) - 1);
      guint8 rank = ranks != 0 ? (guint8) (__builtin_ctz (ranks) + 1) : HN_MATCH_NONE;

      if (rank != HN_MATCH_NONE && (best == HN_MATCH_NONE || rank < best))
        best = rank;
    }

  return best;
}

static inline guint32
join_flags (const guint32 *flags,
            const guint16 *code,
            const guint16 *end)
{
  guint32 joined = 0;

  for (; code < end; code++)
    joined |= flags[*code];

  return joined;
}

/* What the loop reads stands in variables of its own: the compiler would read it anew after each rank that is written,
 * which, being of bytes, might be part of it. */
static void
search_words_of_chunk (const Pass   *pass,
                       guint         from,
                       guint         to,
                       const guint8 *among,
                       guint8       *ranks)
{
  const guint32 *starts = (const guint32 *) (gpointer) pass->arena->starts->data;
  const guint16 *codes = (const guint16 *) (gpointer) pass->arena->codes->data;
  const guint32 *flags = pass->flags;
  const guint32 *found = pass->found;
  gboolean in_words = pass->in_words;
  gboolean first_pass = pass->first == 0;
  guint n_parts = pass->n_parts;

  for (guint row = from; row < to; row++)
    {
      guint32 joined = found[row - from];
      guint8 rank = HN_MATCH_NONE;

      if (first_pass ? among == NULL || among[row] != 0 : ranks[row] != HN_MATCH_NONE)
        {
          if (in_words)
            joined |= join_flags (flags, codes + starts[row], codes + starts[row + 1]);
          if (joined != 0)
            rank = join_words (joined, n_parts);
        }
      ranks[row] = first_pass || rank == HN_MATCH_NONE ? rank : MAX (ranks[row], rank);
    }
}

/* Phone numbers stand among the literals only. */
static void
search_numbers_of_chunk (const Pass   *pass,
                         guint         from,
                         guint         to,
                         const guint8 *among,
                         guint8       *ranks)
{
  for (guint row = from; row < to; row++)
    {
      guint8 rank = pass->found[row - from] != 0 ? join_numbers (pass->found[row - from], pass->n_parts) : 0;

      if (rank != HN_MATCH_NONE && (among == NULL || among[row] != 0)
          && (ranks[row] == HN_MATCH_NONE || rank < ranks[row]))
        ranks[row] = rank;
    }
}

static void
pass_clear (Pass *pass)
{
  g_free (pass->flags);
  g_free (pass->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

static gboolean
run_pass (const HnArena *self,
          const HnQuery *query,
          guint          first,
          guint          n_parts,
          gboolean       numbers,
          const guint8  *among,
          guint8        *ranks,
          GCancellable  *cancellable)
{
  g_auto (Pass) pass = { self, query, first, n_parts };
  guint length = hn_arena_get_length (self);

  pass.flags = g_new0 (guint32, HN_ARENA_MAX_WORDS);
  pass.found = g_new (guint32, CHUNK);
  for (guint part = 0; part < n_parts && !numbers; part++)
    look_up_part (&pass, part);

  for (guint from = 0; from < length; from += CHUNK)
    {
      guint to = MIN (from + CHUNK, length);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      memset (pass.found, 0, (to - from) * sizeof (guint32));
      for (guint part = 0; part < n_parts; part++)
        look_into_literals (&pass, from, to, part);
      if (numbers)
        search_numbers_of_chunk (&pass, from, to, among, ranks);
      else
        search_words_of_chunk (&pass, from, to, among, ranks);
    }

  return TRUE;
}

/**
 * hn_arena_search:
 * @self: a sealed arena
 * @query: a query that is not empty
 * @among: (nullable) (array): where it is 0, the row is left out
 * @ranks: (array): gets the #HnMatch of each row, as hn_query_match() says it of its texts
 * @cancellable: (nullable): may end it early
 *
 * Returns: whether it was not cancelled
 */
gboolean
hn_arena_search (const HnArena *self,
                 const HnQuery *query,
                 const guint8  *among,
                 guint8        *ranks,
                 GCancellable  *cancellable)
{
  guint n_words = hn_query_n_words (query);
  guint n_parts = hn_query_n_parts (query);

  g_return_val_if_fail (self->making == NULL, FALSE);
  g_return_val_if_fail (n_words > 0, FALSE);

  for (guint first = 0; first < n_words; first += PASS_PARTS)
    {
      if (!run_pass (self, query, first, MIN (PASS_PARTS, n_words - first), FALSE, among, ranks, cancellable))
        return FALSE;
    }

  return n_words == n_parts || run_pass (self, query, n_words, n_parts - n_words, TRUE, among, ranks, cancellable);
}
