/* Records that answer a question, as the database is asked for them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-hits.h"

#include <stdlib.h>
#include <string.h>

#include "hn-register-private.h"

#define ROWS_BETWEEN_CHECKS 4096

#define N_RANKS (HN_MATCH_INITIALS + 1)

/* Most rows lack the longest word: the text with marks need not be read of them. */
static gboolean
may_match (const HnQuery *query,
           const char    *folded)
{
  if (strstr (folded, hn_query_part_text (query, 0)) != NULL)
    return TRUE;

  for (guint part = hn_query_n_words (query); part < hn_query_n_parts (query); part++)
    {
      if (strstr (folded, hn_query_part_text (query, part)) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * hn_hits_find:
 * @reg: a register
 * @kind: a stored kind
 * @query: a query that is not empty
 * @cancellable: (nullable): may end it early
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnHit): the records that answer it
 */
GArray *
hn_hits_find (HnRegister     *reg,
              const HnKind   *kind,
              const HnQuery  *query,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"id\", \"folded\", \"marked\" FROM \"search_%s\" ORDER BY \"id\"", kind->name);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (HnHit));
  g_auto (HnStatement) statement = { 0 };
  guint rows = 0;

  if (!hn_statement_prepare (&statement, reg, sql, error))
    return NULL;

  while (hn_statement_next (&statement, error))
    {
      const char *folded = hn_statement_text (&statement, 1);
      HnHit hit;

      if (++rows % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!may_match (query, folded))
        continue;
      hit.rank = hn_query_match (query, folded, hn_statement_text (&statement, 2));
      if (hit.rank == HN_MATCH_NONE)
        continue;
      hit.id = hn_statement_integer (&statement, 0);
      g_array_append_val (hits, hit);
    }

  return statement.failed ? NULL : g_steal_pointer (&hits);
}

/**
 * hn_hits_get_ids:
 * @hits: (element-type HnHit): hits
 *
 * Returns: (transfer full) (element-type gint64): their ids
 */
GArray *
hn_hits_get_ids (GArray *hits)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);

  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ids, g_array_index (hits, HnHit, i).id);

  return ids;
}

/**
 * hn_hits_print:
 * @hits: (element-type HnHit): few hits
 *
 * Returns: (transfer full): their ids as one JSON list, which SQL can join with
 */
char *
hn_hits_print (GArray *hits)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (hits, HnHit, i).id);
  g_string_append_c (list, ']');

  return g_string_free_and_steal (list);
}

/**
 * hn_hits_intersect:
 * @found: (element-type HnHit): the hits of a search
 * @matching: (element-type HnHit): those that meet some conditions
 *
 * Returns: (transfer full) (element-type HnHit): those that are both, ranked as in @found
 */
GArray *
hn_hits_intersect (GArray *found,
                   GArray *matching)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (HnHit));
  guint j = 0;

  for (guint i = 0; i < found->len; i++)
    {
      HnHit hit = g_array_index (found, HnHit, i);

      while (j < matching->len && g_array_index (matching, HnHit, j).id < hit.id)
        j++;
      if (j < matching->len && g_array_index (matching, HnHit, j).id == hit.id)
        g_array_append_val (both, hit);
    }

  return both;
}

/**
 * hn_hits_of_rank:
 * @hits: (element-type HnHit): hits
 * @rank: how well
 *
 * Returns: (transfer full) (element-type HnHit): those that answer just so well
 */
GArray *
hn_hits_of_rank (GArray  *hits,
                 HnMatch  rank)
{
  GArray *equal = g_array_new (FALSE, FALSE, sizeof (HnHit));

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, HnHit, i).rank == rank)
      g_array_append_val (equal, g_array_index (hits, HnHit, i));

  return equal;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  gint64 first = ((const HnHit *) a)->id;
  gint64 second = ((const HnHit *) b)->id;

  return (first > second) - (first < second);
}

/**
 * hn_hits_get_rank:
 * @hits: (element-type HnHit): hits
 * @id: of a record
 *
 * Returns: how well the record answers; %HN_MATCH_NONE: it is none of the hits
 */
HnMatch
hn_hits_get_rank (GArray *hits,
                  gint64  id)
{
  HnHit wanted = { id, HN_MATCH_NONE };
  const HnHit *hit = bsearch (&wanted, hits->data, hits->len, sizeof (HnHit), compare_hits);

  return hit != NULL ? hit->rank : HN_MATCH_NONE;
}

/**
 * hn_hits_order:
 * @hits: (element-type HnHit): hits
 * @ids: (element-type gint64): all records of the kind, or at least the hits, in order
 *
 * Returns: (transfer full) (element-type gint64): the hits, those of the best ranks first; within a rank the order
 *   stays
 */
GArray *
hn_hits_order (GArray *hits,
               GArray *ids)
{
  GArray *ranks[N_RANKS] = { NULL };
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);

  for (guint i = 0; i < N_RANKS; i++)
    ranks[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_array_append_val (ranks[hn_hits_get_rank (hits, id)], id);
    }
  for (guint i = 0; i < N_RANKS; i++)
    {
      if (i != HN_MATCH_NONE)
        g_array_append_vals (ordered, ranks[i]->data, ranks[i]->len);
      g_array_unref (ranks[i]);
    }

  return ordered;
}
