/* All rows of a kind in memory, in step with the register: what its lists are answered from.
 *
 *   base: ids, words, own order ── as they were loaded
 *     + log, texts ── what changed since, from the register's log of changes (hn-roster-follow.c)
 *     + lines ── the rows by a field, each brought up to date when it is asked for (hn-roster-line.c)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-roster-private.h"

/* With so many changed texts, which are searched one by one, it is better to load them all anew. */
#define MANY_TEXTS 4000

/* So many rows of an order are looked at in one go. */
#define BLOCK 4096

#define N_RANKS (HN_MATCH_INITIALS + 1)

static void
text_free (gpointer data)
{
  HnRosterText *text = data;

  g_free (text->folded);
  g_free (text->marked);
  g_free (text);
}

static void
line_free (gpointer data)
{
  HnRosterLine *line = data;

  hn_sequence_unref (line->sequence);
  g_free (line);
}

/**
 * hn_roster_new:
 * @base: (transfer full): the rows of a kind
 * @number: a change of the register; those up to it are surely in @base
 * @data_version: that of SQLite, of the connection that asks the roster, when @number was the last change
 *
 * Returns: (transfer full): a roster, for one thread
 */
HnRoster *
hn_roster_new (HnRosterBase *base,
               gint64        number,
               gint64        data_version)
{
  HnRoster *self = g_new0 (HnRoster, 1);

  self->base = base;
  self->number = number;
  self->data_version = data_version;
  self->added_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (NULL, NULL, NULL, text_free);
  self->log = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->own.sequence = hn_sequence_ref (base->own);
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, line_free);

  return self;
}

/**
 * hn_roster_free:
 * @self: (transfer full): a roster
 */
void
hn_roster_free (HnRoster *self)
{
  for (guint i = 0; i < HN_ROSTER_N_MASKS; i++)
    {
      g_free (self->masks[i].conditions);
      g_free (self->masks[i].rows);
    }
  g_free (self->answer.search);
  g_free (self->answer.ranks);
  g_hash_table_unref (self->lines);
  hn_sequence_unref (self->own.sequence);
  g_array_unref (self->log);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->added);
  g_array_unref (self->added_ids);
  hn_roster_base_unref (self->base);
  g_free (self);
}

/**
 * hn_roster_find:
 * @row: (out): of the record
 *
 * Returns: whether it is or was there; %FALSE for a record that never was in it
 */
gboolean
hn_roster_find (const HnRoster *self,
                gint64          id,
                guint          *row)
{
  gpointer value;

  if (hn_roster_base_find (self->base, id, row))
    return TRUE;
  if (!g_hash_table_lookup_extended (self->added, &id, NULL, &value))
    return FALSE;

  *row = GPOINTER_TO_UINT (value);

  return TRUE;
}

/**
 * hn_roster_is_worn:
 * @self: a roster
 *
 * Returns: whether so much has changed that it should be loaded anew
 */
gboolean
hn_roster_is_worn (HnRoster *self)
{
  return g_hash_table_size (self->texts) > MANY_TEXTS;
}

/* --- conditions ------------------------------------------------------ */

static const HnRosterMask *
find_mask (HnRoster   *self,
           const char *conditions)
{
  for (guint i = 0; i < HN_ROSTER_N_MASKS; i++)
    {
      const HnRosterMask *mask = &self->masks[i];

      if (mask->number == self->number && g_strcmp0 (mask->conditions, conditions) == 0)
        return mask;
    }

  return NULL;
}

/**
 * hn_roster_knows_conditions:
 * @self: a roster
 * @conditions: (nullable): names some conditions
 *
 * Returns: whether it needs no list of those that meet them
 */
gboolean
hn_roster_knows_conditions (HnRoster   *self,
                            const char *conditions)
{
  return conditions == NULL || find_mask (self, conditions) != NULL;
}

static void
fill_mask (HnRoster     *self,
           HnRosterMask *mask,
           GArray       *matching)
{
  GArray *ids = self->base->ids;
  guint row = 0;

  for (guint i = 0; i < matching->len; i++)
    {
      gint64 id = g_array_index (matching, gint64, i);
      guint added;

      while (row < ids->len && g_array_index (ids, gint64, row) < id)
        row++;
      if (row < ids->len && g_array_index (ids, gint64, row) == id)
        mask->rows[row] = 1;
      else if (hn_roster_find (self, id, &added))
        mask->rows[added] = 1;
    }
}

/* Of a question that has conditions. */
static const HnRosterMask *
get_mask (HnRoster               *self,
          const HnRosterQuestion *question)
{
  const HnRosterMask *known = find_mask (self, question->conditions);
  HnRosterMask *mask = &self->masks[self->next_mask];

  if (known != NULL)
    return known;

  self->next_mask = (self->next_mask + 1) % HN_ROSTER_N_MASKS;
  g_set_str (&mask->conditions, question->conditions);
  g_free (mask->rows);
  mask->rows = g_new0 (guint8, hn_roster_n_rows (self));
  mask->number = self->number;
  mask->n_matching = question->matching->len;
  fill_mask (self, mask, question->matching);

  return mask;
}

/* --- search ---------------------------------------------------------- */

static void
match_changed (HnRoster *self,
               HnQuery  *query,
               guint8   *ranks)
{
  GHashTableIter iter;
  gpointer row;
  gpointer value;

  memset (ranks + self->base->ids->len, HN_MATCH_NONE, self->added_ids->len);
  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &row, &value))
    {
      const HnRosterText *text = value;

      ranks[GPOINTER_TO_UINT (row)] = (guint8) hn_query_match (query, text->folded, text->marked);
    }
}

static gboolean
is_fresh (HnRoster *self)
{
  return self->answer.search != NULL && self->answer.seen == self->log->len;
}

/* How well each row answers what was typed; NULL if that was cancelled. */
static const guint8 *
search_rows (HnRoster      *self,
             const char    *search,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (HnQuery) query = NULL;
  g_autofree guint8 *ranks = NULL;
  const guint8 *among = NULL;

  if (is_fresh (self) && g_str_equal (self->answer.search, search))
    return self->answer.ranks;
  if (is_fresh (self) && hn_query_narrows (self->answer.search, search))
    among = self->answer.ranks;

  query = hn_query_new (search);
  ranks = g_malloc (hn_roster_n_rows (self) + 1);
  if (!hn_arena_search (self->base->arena, query, among, ranks, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  match_changed (self, query, ranks);

  g_free (self->answer.ranks);
  self->answer.ranks = g_steal_pointer (&ranks);
  g_set_str (&self->answer.search, search);
  self->answer.seen = self->log->len;

  return self->answer.ranks;
}

/* --- answers --------------------------------------------------------- */

/* Where the ids of each rank go in the answer: those of the best rank first. */
typedef struct
{
  guint start[N_RANKS];
  guint next[N_RANKS];
} Ranks;

static void
plan_ranks (const guint8 *wanted,
            guint         n_rows,
            Ranks        *ranks)
{
  guint counts[N_RANKS] = { 0 };
  guint start = 0;

  for (guint row = 0; row < n_rows; row++)
    counts[wanted[row]]++;

  for (guint rank = HN_MATCH_EXACT; rank < N_RANKS; rank++)
    {
      ranks->start[rank] = ranks->next[rank] = start;
      start += counts[rank];
    }
  ranks->start[HN_MATCH_NONE] = start;
}

/* Rows that match but are in no order any more leave gaps. */
static void
close_gaps (GArray *ids,
            Ranks  *ranks)
{
  guint end = 0;

  for (guint rank = HN_MATCH_EXACT; rank < N_RANKS; rank++)
    {
      guint n = ranks->next[rank] - ranks->start[rank];

      if (n > 0 && end != ranks->start[rank])
        memmove (&g_array_index (ids, gint64, end), &g_array_index (ids, gint64, ranks->start[rank]),
                 n * sizeof (gint64));
      end += n;
    }

  g_array_set_size (ids, end);
}

/* Where the ids of the rows stand: those of a base lie all over the memory as an order goes through them, and so are
 * fetched some rows ahead. */
typedef struct
{
  const gint64 *base;
  guint         n_base;
  const gint64 *added;
} Ids;

#define AHEAD 16

static Ids
get_ids (const HnRoster *self)
{
  return (Ids) { (const gint64 *) (gpointer) self->base->ids->data, self->base->ids->len,
                 (const gint64 *) (gpointer) self->added_ids->data };
}

static inline gint64
look_up_id (const Ids     *ids,
            const guint32 *rows,
            guint          i,
            guint          n_rows)
{
  if (i + AHEAD < n_rows && rows[i + AHEAD] < ids->n_base)
    __builtin_prefetch (&ids->base[rows[i + AHEAD]]);

  return rows[i] < ids->n_base ? ids->base[rows[i]] : ids->added[rows[i] - ids->n_base];
}

static GArray *
take_wanted (HnRoster         *self,
             HnSequenceCursor *cursor,
             const guint8     *wanted)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (gint64));
  const Ids ids = get_ids (self);
  guint32 rows[BLOCK];
  guint n_rows;
  gint64 *places;
  Ranks ranks;

  plan_ranks (wanted, hn_roster_n_rows (self), &ranks);
  g_array_set_size (taken, ranks.start[HN_MATCH_NONE]);
  places = (gint64 *) (gpointer) taken->data;
  while ((n_rows = hn_sequence_next (cursor, rows, BLOCK)) > 0)
    {
      guint n_wanted = 0;

      for (guint i = 0; i < n_rows; i++)
        {
          rows[n_wanted] = rows[i];
          n_wanted += wanted[rows[i]] != HN_MATCH_NONE;
        }
      for (guint i = 0; i < n_wanted; i++)
        places[ranks.next[wanted[rows[i]]]++] = look_up_id (&ids, rows, i, n_wanted);
    }
  close_gaps (taken, &ranks);

  return taken;
}

static GArray *
take_all (HnRoster         *self,
          HnSequenceCursor *cursor,
          guint             n_wanted)
{
  GArray *taken = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_wanted);
  const Ids ids = get_ids (self);
  guint32 rows[BLOCK];
  guint n_rows;

  while ((n_rows = hn_sequence_next (cursor, rows, MIN (BLOCK, n_wanted - taken->len))) > 0)
    {
      gint64 *places = (gint64 *) (gpointer) taken->data + taken->len;

      for (guint i = 0; i < n_rows; i++)
        places[i] = look_up_id (&ids, rows, i, n_rows);
      g_array_set_size (taken, taken->len + n_rows);
    }

  return taken;
}

/* The ranks of what was searched, without those that do not meet the conditions. */
static guint8 *
join (HnRoster     *self,
      const guint8 *ranks,
      const guint8 *mask)
{
  guint n_rows = hn_roster_n_rows (self);
  guint8 *both = g_malloc (n_rows);

  for (guint row = 0; row < n_rows; row++)
    both[row] = mask[row] != 0 ? ranks[row] : HN_MATCH_NONE;

  return both;
}

static HnSequenceWay
way_of (const HnSorting *sorting)
{
  if (!sorting->descending)
    return HN_SEQUENCE_FORWARD;

  return sorting->field == NULL ? HN_SEQUENCE_BACKWARD : HN_SEQUENCE_GROUPS;
}

/**
 * hn_roster_list:
 * @self: a roster that follows @reg
 * @reg: a register, in the same transaction
 * @question: what is asked
 * @cancellable: (nullable): may end it early
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): what hn_register_list() says
 */
GArray *
hn_roster_list (HnRoster                *self,
                HnRegister              *reg,
                const HnRosterQuestion  *question,
                GCancellable            *cancellable,
                GError                 **error)
{
  const HnSequence *line = hn_roster_get_line (self, reg, question->sorting.field, cancellable, error);
  const HnRosterMask *mask = line != NULL && question->conditions != NULL ? get_mask (self, question) : NULL;
  const guint8 *wanted = mask != NULL ? mask->rows : NULL;
  g_autofree guint8 *both = NULL;
  HnSequenceCursor cursor;
  gint64 limit = question->limit;
  GArray *ids;

  if (line == NULL)
    return NULL;
  if (question->search != NULL)
    {
      wanted = search_rows (self, question->search, cancellable, error);
      if (wanted == NULL)
        return NULL;
      if (mask != NULL)
        wanted = both = join (self, wanted, mask->rows);
    }

  hn_sequence_begin (line, way_of (&question->sorting), &cursor);
  if (wanted == NULL)
    return take_all (self, &cursor,
                     limit > 0 ? (guint) MIN (limit, hn_sequence_get_length (line)) : hn_sequence_get_length (line));

  ids = take_wanted (self, &cursor, wanted);
  if (limit > 0 && (gint64) ids->len > limit)
    g_array_set_size (ids, (guint) limit);

  return ids;
}

/**
 * hn_roster_count:
 * @self: a roster that follows @reg
 * @reg: a register, in the same transaction
 * @question: what is asked, without a search
 * @error: return location
 *
 * Returns: how many records meet the conditions, or -1
 */
gint64
hn_roster_count (HnRoster                *self,
                 HnRegister              *reg,
                 const HnRosterQuestion  *question,
                 GError                 **error)
{
  const HnSequence *line = hn_roster_get_line (self, reg, NULL, NULL, error);

  if (line == NULL)
    return -1;
  if (question->conditions == NULL)
    return hn_sequence_get_length (line);

  return get_mask (self, question)->n_matching;
}
