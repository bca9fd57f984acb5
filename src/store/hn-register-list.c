/* Which records of a kind, and in which order.
 *
 *   search ──> scan of search_KIND in the order of ids ──┬──> hits (id, rank)
 *   where ──> SQL over the kind's table ─────────────────┘       │
 *   sort ──> SQL over the sort keys ──> ids in order ────────────┴──> the hits among them, best ranks first
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "hn-order.h"
#include "hn-query.h"
#include "hn-register-private.h"
#include "hn-where.h"

/* So few hits are looked up one by one; for more it is faster to walk through the whole order. */
#define FEW_HITS 2000

/* How often a long question asks whether it is still wanted: steps of SQLite's machine, and rows. */
#define STEPS_BETWEEN_CHECKS 20000
#define ROWS_BETWEEN_CHECKS 4096

#define N_RANKS (HN_MATCH_INITIALS + 1)

typedef struct
{
  gint64  id;
  HnMatch rank;
} Hit;

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
watch (HnRegister   *self,
       GCancellable *cancellable)
{
  sqlite3_progress_handler (self->db, cancellable != NULL ? STEPS_BETWEEN_CHECKS : 0, is_cancelled, cancellable);
}

/* In the order of ids, as the table has them. */
static GArray *
find_hits (HnRegister    *self,
           const HnKind  *stored,
           const char    *search,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"id\", \"folded\", \"marked\" FROM \"search_%s\" ORDER BY \"id\"", stored->name);
  g_autoptr (HnQuery) query = hn_query_new (search);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (HnStatement) statement = { 0 };
  guint rows = 0;

  if (!hn_statement_prepare (&statement, self, sql, error))
    return NULL;

  while (hn_statement_next (&statement, error))
    {
      Hit hit;

      if (++rows % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      hit.rank = hn_query_match (query, hn_statement_text (&statement, 1), hn_statement_text (&statement, 2));
      if (hit.rank == HN_MATCH_NONE)
        continue;
      hit.id = hn_statement_integer (&statement, 0);
      g_array_append_val (hits, hit);
    }

  return statement.failed ? NULL : g_steal_pointer (&hits);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  gint64 first = ((const Hit *) a)->id;
  gint64 second = ((const Hit *) b)->id;

  return (first > second) - (first < second);
}

static HnMatch
rank_of (GArray *hits,
         gint64  id)
{
  Hit wanted = { id, HN_MATCH_NONE };
  const Hit *hit = bsearch (&wanted, hits->data, hits->len, sizeof (Hit), compare_hits);

  return hit != NULL ? hit->rank : HN_MATCH_NONE;
}

/* The ids of few hits as one JSON list, which SQL can join with. */
static char *
list_hits (GArray *hits)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (hits, Hit, i).id);
  g_string_append_c (list, ']');

  return g_string_free_and_steal (list);
}

/* --- the question ---------------------------------------------------- */

static gboolean
read_conditions (HnRegister       *self,
                 const HnListing  *listing,
                 HnWhere          *where,
                 GError          **error)
{
  if (listing->kind->filter != NULL && !hn_where_add (where, self, listing->kind, listing->kind->filter, error))
    return FALSE;

  for (guint i = 0; listing->where != NULL && listing->where[i] != NULL; i++)
    {
      if (!hn_where_add (where, self, listing->kind, listing->where[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_searched (const HnListing *listing)
{
  g_autoptr (HnQuery) query = NULL;

  if (listing->search == NULL)
    return FALSE;

  query = hn_query_new (listing->search);

  return !hn_query_is_empty (query);
}

/* Those that meet the conditions, in the order of ids; all of them match equally well. */
static GArray *
find_matches (HnRegister     *self,
              const HnKind   *stored,
              const HnWhere  *where,
              GError        **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT t.\"id\" FROM \"%s\" AS t WHERE 1%s ORDER BY t.\"id\"", stored->name, where->sql->str);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return NULL;

  hn_where_bind (where, &statement, 1);
  while (hn_statement_next (&statement, error))
    {
      Hit hit = { hn_statement_integer (&statement, 0), HN_MATCH_EXACT };

      g_array_append_val (hits, hit);
    }

  return statement.failed ? NULL : g_steal_pointer (&hits);
}

/* Of the hits of a search, those that meet the conditions too. */
static GArray *
intersect (GArray *found,
           GArray *matching)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint j = 0;

  for (guint i = 0; i < found->len; i++)
    {
      Hit hit = g_array_index (found, Hit, i);

      while (j < matching->len && g_array_index (matching, Hit, j).id < hit.id)
        j++;
      if (j < matching->len && g_array_index (matching, Hit, j).id == hit.id)
        g_array_append_val (both, hit);
    }

  return both;
}

/* In the own order the index over the sort keys is all that is read. For another one both tables are read side by
 * side in the order of ids, which CROSS holds SQLite to: going through them by that index, each row would be looked
 * up alone (16 s instead of 6 at a million). */
static char *
write_sql (HnRegister       *self,
           const HnListing  *listing,
           GArray           *hits,
           GError          **error)
{
  const char *table = hn_kind_stored (listing->kind)->name;
  g_autofree char *order = hn_order_sql (self, listing->kind, listing->sort, error);
  gboolean own;
  GString *sql;

  if (order == NULL)
    return NULL;

  own = strstr (order, "t.\"") == NULL;
  sql = g_string_new ("SELECT s.\"id\"");
  if (own)
    g_string_append_printf (sql, " FROM \"search_%s\" AS s", table);
  else
    g_string_append_printf (sql, " FROM \"%s\" AS t CROSS JOIN \"search_%s\" AS s ON s.\"id\" = t.\"id\"", table,
                            table);
  if (hits != NULL && hits->len <= FEW_HITS)
    g_string_append_printf (sql, " WHERE %s.\"id\" IN (SELECT \"value\" FROM json_each (?1))", own ? "s" : "t");
  g_string_append_printf (sql, " ORDER BY %s", order);
  if (hits == NULL && listing->limit > 0)
    g_string_append_printf (sql, " LIMIT %" G_GINT64_FORMAT, listing->limit);

  return g_string_free_and_steal (sql);
}

static GArray *
run_question (HnRegister  *self,
              const char  *sql,
              GArray      *hits,
              GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *list = hits != NULL && hits->len <= FEW_HITS ? list_hits (hits) : NULL;
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return NULL;

  if (list != NULL)
    hn_statement_bind_text (&statement, 1, list);
  while (hn_statement_next (&statement, error))
    {
      gint64 id = hn_statement_integer (&statement, 0);

      g_array_append_val (ids, id);
    }

  return statement.failed ? NULL : g_steal_pointer (&ids);
}

/* The best matches first; within a rank the order stays. */
static GArray *
order_hits (GArray *ids,
            GArray *hits,
            gint64  limit)
{
  GArray *ranks[N_RANKS] = { NULL };
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);

  for (guint i = 0; i < N_RANKS; i++)
    ranks[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      g_array_append_val (ranks[rank_of (hits, id)], id);
    }
  for (guint i = 0; i < N_RANKS; i++)
    {
      if (i != HN_MATCH_NONE)
        g_array_append_vals (ordered, ranks[i]->data, ranks[i]->len);
      g_array_unref (ranks[i]);
    }
  if (limit > 0 && (gint64) ordered->len > limit)
    g_array_set_size (ordered, (guint) limit);

  return ordered;
}

/* NULL without an error where neither a search nor a condition leaves any record out. */
static GArray *
find_wanted (HnRegister       *self,
             const HnListing  *listing,
             GCancellable     *cancellable,
             GError          **error)
{
  const HnKind *stored = hn_kind_stored (listing->kind);
  g_auto (HnWhere) where = { 0 };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) matching = NULL;

  hn_where_init (&where);
  if (!read_conditions (self, listing, &where, error))
    return NULL;
  if (is_searched (listing))
    {
      found = find_hits (self, stored, listing->search, cancellable, error);
      if (found == NULL || where.sql->len == 0)
        return g_steal_pointer (&found);
    }
  if (where.sql->len == 0)
    return NULL;

  matching = find_matches (self, stored, &where, error);

  return matching == NULL || found == NULL ? g_steal_pointer (&matching) : intersect (found, matching);
}

static GArray *
list_ids (HnRegister       *self,
          const HnListing  *listing,
          GCancellable     *cancellable,
          GError          **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GArray) hits = find_wanted (self, listing, cancellable, &reason);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *sql = NULL;

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  sql = write_sql (self, listing, hits, error);
  ids = sql != NULL ? run_question (self, sql, hits, error) : NULL;

  return ids == NULL || hits == NULL ? g_steal_pointer (&ids) : order_hits (ids, hits, listing->limit);
}

/**
 * hn_register_list:
 * @self: a register
 * @listing: which records, and in which order
 * @cancellable: (nullable): may end it early
 * @error: return location; %HN_REGISTER_ERROR_INVALID or one of %HN_KIND_ERROR for a condition or field that
 *   makes no sense
 *
 * With a search, those that match exactly come first, then those that match by whole words, by the beginnings of
 * words, inside of words, and by initials; within each the order is as without it.
 *
 * Returns: (transfer full) (element-type gint64): the ids
 */
GArray *
hn_register_list (HnRegister       *self,
                  const HnListing  *listing,
                  GCancellable     *cancellable,
                  GError          **error)
{
  GArray *ids;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (listing != NULL && listing->kind != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !hn_register_begin_read (self, &begun, error))
    return NULL;

  watch (self, cancellable);
  ids = list_ids (self, listing, cancellable, error);
  watch (self, NULL);
  hn_register_end_read (self, begun);

  return ids;
}

static gint64
count_rows (HnRegister       *self,
            const HnListing  *listing,
            GError          **error)
{
  g_auto (HnWhere) where = { 0 };
  g_auto (HnStatement) statement = { 0 };
  g_autofree char *sql = NULL;

  hn_where_init (&where);
  if (!read_conditions (self, listing, &where, error))
    return -1;

  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" AS t WHERE 1%s", hn_kind_stored (listing->kind)->name,
                         where.sql->str);
  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return -1;

  hn_where_bind (&where, &statement, 1);

  return hn_statement_next (&statement, error) ? hn_statement_integer (&statement, 0) : -1;
}

/**
 * hn_register_count:
 * @self: a register
 * @listing: which records; the order and the limit do not matter
 * @error: return location
 *
 * Returns: how many there are, or -1
 */
gint64
hn_register_count (HnRegister       *self,
                   const HnListing  *listing,
                   GError          **error)
{
  g_autoptr (GArray) ids = NULL;
  HnListing all;

  g_return_val_if_fail (HN_IS_REGISTER (self), -1);
  g_return_val_if_fail (listing != NULL && listing->kind != NULL, -1);

  if (!is_searched (listing))
    return count_rows (self, listing, error);

  all = *listing;
  all.limit = 0;
  all.sort = NULL;
  ids = hn_register_list (self, &all, NULL, error);

  return ids != NULL ? (gint64) ids->len : -1;
}
