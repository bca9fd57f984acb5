/* The search text of many records looked through: each word of the dictionary once, then the numbers of the words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-arena-private.h"
#include "hn-bytes-find.h"

/* How many rows are gone through between two looks whether anybody still waits. */
#define CHUNK 16384

/* So many rows are worth a thread of their own, and more threads than this have to wait for the memory. */
#define ROWS_A_THREAD 32768
#define MAX_THREADS 4

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
  gboolean       numbers;  /* whether the parts are the ways to find a phone number */
  const guint8  *among;
  guint8        *ranks;
  GCancellable  *cancellable;
} Pass;

/* The rows of a pass that one thread looks at. */
typedef struct
{
  const Pass *pass;
  guint       from;
  guint       to;
  guint32    *found;  /* by the row of a chunk: the flags of its literals */
  GThread    *thread;
} Share;

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
                    guint       part,
                    guint32    *found)
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
      place = match_literal (pass, literals + starts[row], place, end, part, &found[row - from]);
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
search_words_of_chunk (const Pass    *pass,
                       guint          from,
                       guint          to,
                       const guint32 *found)
{
  const guint32 *starts = (const guint32 *) (gpointer) pass->arena->starts->data;
  const guint16 *codes = (const guint16 *) (gpointer) pass->arena->codes->data;
  const guint32 *flags = pass->flags;
  const guint8 *among = pass->among;
  guint8 *ranks = pass->ranks;
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
search_numbers_of_chunk (const Pass    *pass,
                         guint          from,
                         guint          to,
                         const guint32 *found)
{
  const guint8 *among = pass->among;
  guint8 *ranks = pass->ranks;

  for (guint row = from; row < to; row++)
    {
      guint8 rank = found[row - from] != 0 ? join_numbers (found[row - from], pass->n_parts) : 0;

      if (rank != HN_MATCH_NONE && (among == NULL || among[row] != 0)
          && (ranks[row] == HN_MATCH_NONE || rank < ranks[row]))
        ranks[row] = rank;
    }
}

/* A GThreadFunc; what is cancelled is left as it is. */
static gpointer
search_share (gpointer data)
{
  Share *share = data;
  const Pass *pass = share->pass;

  for (guint from = share->from; from < share->to && !g_cancellable_is_cancelled (pass->cancellable); from += CHUNK)
    {
      guint to = MIN (from + CHUNK, share->to);

      memset (share->found, 0, (to - from) * sizeof (guint32));
      for (guint part = 0; part < pass->n_parts; part++)
        look_into_literals (pass, from, to, part, share->found);
      if (pass->numbers)
        search_numbers_of_chunk (pass, from, to, share->found);
      else
        search_words_of_chunk (pass, from, to, share->found);
    }

  return NULL;
}

static guint
count_threads (guint n_rows)
{
  guint most = MIN (g_get_num_processors (), MAX_THREADS);

  return CLAMP (n_rows / ROWS_A_THREAD, 1, most);
}

/* The last share is the caller's own, and so is that of a thread which cannot be made. */
static void
share_out (const Pass *pass)
{
  Share shares[MAX_THREADS] = { 0 };
  guint length = hn_arena_get_length (pass->arena);
  guint n = count_threads (length);
  guint part = length / n;

  for (guint i = 0; i < n; i++)
    {
      Share *share = &shares[i];

      share->pass = pass;
      share->from = i * part;
      share->to = i + 1 < n ? share->from + part : length;
      share->found = g_new (guint32, CHUNK);
      if (i + 1 < n)
        share->thread = g_thread_try_new ("search", search_share, share, NULL);
      if (share->thread == NULL)
        search_share (share);
    }
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&shares[i].thread, g_thread_join);
      g_free (shares[i].found);
    }
}

static void
run_pass (Pass *pass)
{
  g_autofree guint32 *flags = g_new0 (guint32, HN_ARENA_MAX_WORDS);

  pass->flags = flags;
  for (guint part = 0; part < pass->n_parts && !pass->numbers; part++)
    look_up_part (pass, part);
  share_out (pass);
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
      Pass pass = { self,
                    query,
                    first,
                    MIN (PASS_PARTS, n_words - first),
                    .among = among,
                    .ranks = ranks,
                    .cancellable = cancellable };

      run_pass (&pass);
    }
  if (n_words < n_parts)
    {
      Pass pass = { self,
                    query,
                    n_words,
                    n_parts - n_words,
                    .numbers = TRUE,
                    .among = among,
                    .ranks = ranks,
                    .cancellable = cancellable };

      run_pass (&pass);
    }

  return !g_cancellable_is_cancelled (cancellable);
}
