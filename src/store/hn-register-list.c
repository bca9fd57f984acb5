/* Which records of a kind, and in which order.
 *
 *   search ──> scan of search_KIND in the order of ids ──┬──> hits (id, rank)
 *   where ──> SQL over the kind's table ─────────────────┘       │
 *   sort ──> SQL over the sort keys ──> ids in order ────────────┴──> the hits among them, best ranks first
 *
 * A window's store holds the rows of large kinds in memory and answers from there, but for where (hn-roster.c).
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-hits.h"
#include "hn-order.h"
#include "hn-register-private.h"
#include "hn-rosters.h"
#include "hn-where.h"

/* So few hits are looked up one by one; for more it is faster to walk through the whole order. */
#define FEW_HITS 2000

/* So few that meet the conditions are put in order by SQL even where all rows are in memory. */
#define FEW_MATCHES 500

/* How often a long question asks whether it is still wanted, in steps of SQLite's machine. */
#define STEPS_BETWEEN_CHECKS 20000

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

/* A listing, read. */
typedef struct
{
  HnWhere    where;
  HnQuery   *query;    /* NULL: nothing is searched */
  HnSorting  sorting;
  GArray    *matching; /* of HnHit: those that meet the conditions, once they were looked for */
} Question;

static void
question_clear (Question *question)
{
  hn_where_clear (&question->where);
  g_clear_pointer (&question->query, hn_query_unref);
  g_clear_pointer (&question->matching, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
question_read (Question         *question,
               HnRegister       *self,
               const HnListing  *listing,
               GError          **error)
{
  hn_where_init (&question->where);
  question->query = hn_query_new (listing->search);
  if (hn_query_is_empty (question->query))
    g_clear_pointer (&question->query, hn_query_unref);

  return read_conditions (self, listing, &question->where, error)
         && hn_order_parse (listing->kind, listing->sort, &question->sorting, error);
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
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (HnHit));
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return NULL;

  hn_where_bind (where, &statement, 1);
  while (hn_statement_next (&statement, error))
    {
      HnHit hit = { hn_statement_integer (&statement, 0), HN_MATCH_EXACT };

      g_array_append_val (hits, hit);
    }

  return statement.failed ? NULL : g_steal_pointer (&hits);
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

/* With a limit only hits are taken, and no row is read once there are so many. */
static GArray *
run_question (HnRegister  *self,
              const char  *sql,
              GArray      *hits,
              gint64       limit,
              GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *list = hits != NULL && hits->len <= FEW_HITS ? hn_hits_print (hits) : NULL;
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return NULL;

  if (list != NULL)
    hn_statement_bind_text (&statement, 1, list);
  while ((limit == 0 || (gint64) ids->len < limit) && hn_statement_next (&statement, error))
    {
      gint64 id = hn_statement_integer (&statement, 0);

      if (limit == 0 || hn_hits_get_rank (hits, id) != HN_MATCH_NONE)
        g_array_append_val (ids, id);
    }

  return statement.failed ? NULL : g_steal_pointer (&ids);
}

/* NULL without an error where neither a search nor a condition leaves any record out. */
static GArray *
find_wanted (HnRegister       *self,
             const HnListing  *listing,
             Question         *question,
             GCancellable     *cancellable,
             GError          **error)
{
  const HnKind *stored = hn_kind_stored (listing->kind);
  g_autoptr (GArray) found = NULL;

  if (question->query != NULL)
    {
      found = hn_hits_find (self, stored, question->query, cancellable, error);
      if (found == NULL || question->where.sql->len == 0)
        return g_steal_pointer (&found);
    }
  if (question->where.sql->len == 0)
    return NULL;
  if (question->matching == NULL)
    question->matching = find_matches (self, stored, &question->where, error);
  if (question->matching == NULL || found == NULL)
    return g_steal_pointer (&question->matching);

  return hn_hits_intersect (found, question->matching);
}

static GArray *
order_all (HnRegister       *self,
           const HnListing  *listing,
           GArray           *hits,
           GError          **error)
{
  g_autofree char *sql = write_sql (self, listing, hits, error);
  g_autoptr (GArray) ids = sql != NULL ? run_question (self, sql, hits, 0, error) : NULL;

  return ids == NULL || hits == NULL ? g_steal_pointer (&ids) : hn_hits_order (hits, ids);
}

/* Rank by rank, the best first, until there are enough: where a name that half the register has was typed, the order
 * is read no further than its first few. */
static GArray *
order_best (HnRegister       *self,
            const HnListing  *listing,
            GArray           *hits,
            GError          **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (HnMatch rank = HN_MATCH_EXACT; rank <= HN_MATCH_INITIALS && (gint64) ids->len < listing->limit; rank++)
    {
      g_autoptr (GArray) equal = hn_hits_of_rank (hits, rank);
      g_autofree char *sql = equal->len > 0 ? write_sql (self, listing, equal, error) : NULL;
      g_autoptr (GArray) next = NULL;

      if (equal->len == 0)
        continue;
      next = sql != NULL ? run_question (self, sql, equal, listing->limit - ids->len, error) : NULL;
      if (next == NULL)
        return NULL;
      g_array_append_vals (ids, next->data, next->len);
    }

  return g_steal_pointer (&ids);
}

static GArray *
ask_database (HnRegister       *self,
              const HnListing  *listing,
              Question         *question,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GArray) hits = find_wanted (self, listing, question, cancellable, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  return hits != NULL && listing->limit > 0 ? order_best (self, listing, hits, error)
                                            : order_all (self, listing, hits, error);
}

/* --- from memory ----------------------------------------------------- */

/* The conditions as a text that is the same only for the same ones. */
static char *
name_conditions (const HnWhere *where)
{
  g_autoptr (GString) name = NULL;

  if (where->sql->len == 0)
    return NULL;

  name = g_string_new (where->sql->str);
  for (guint i = 0; i < where->values->len; i++)
    {
      g_string_append_c (name, '\n');
      g_variant_print_string (g_ptr_array_index (where->values, i), name, TRUE);
    }

  return g_string_free_and_steal (g_steal_pointer (&name));
}

/* Where the roster does not know them yet, finds those that meet the conditions. FALSE without an error: SQL is to
 * answer the question, as it does best where they are few. */
static gboolean
prepare_roster (HnRegister              *self,
                HnRoster                *roster,
                const HnKind            *stored,
                Question                *question,
                HnRosterQuestion        *asked,
                GError                 **error)
{
  if (hn_roster_knows_conditions (roster, asked->conditions))
    return TRUE;

  question->matching = find_matches (self, stored, &question->where, error);
  if (question->matching == NULL || (question->query == NULL && question->matching->len <= FEW_MATCHES))
    return FALSE;

  asked->matching = hn_hits_get_ids (question->matching);

  return TRUE;
}

/* Answers from memory if what is wanted is there: the ids, or only how many. */
static gboolean
ask_roster (HnRegister       *self,
            const HnListing  *listing,
            Question         *question,
            GArray          **ids,
            gint64           *count,
            GCancellable     *cancellable,
            GError          **error)
{
  const HnKind *stored = hn_kind_stored (listing->kind);
  HnRoster *roster = self->rosters != NULL ? hn_rosters_get (self->rosters, self, stored) : NULL;
  g_autofree char *conditions = roster != NULL ? name_conditions (&question->where) : NULL;
  HnRosterQuestion asked = { question->query != NULL ? listing->search : NULL, conditions, NULL, question->sorting,
                             listing->limit };
  gboolean good;

  if (roster == NULL || !prepare_roster (self, roster, stored, question, &asked, error))
    return FALSE;

  if (ids != NULL)
    good = (*ids = hn_roster_list (roster, self, &asked, cancellable, error)) != NULL;
  else
    good = (*count = hn_roster_count (roster, self, &asked, error)) >= 0;
  g_clear_pointer (&asked.matching, g_array_unref);
  if (good || g_cancellable_is_cancelled (cancellable))
    return good;

  hn_rosters_drop (self->rosters, stored);
  g_clear_error (error);

  return FALSE;
}

static GArray *
list_ids (HnRegister       *self,
          const HnListing  *listing,
          GCancellable     *cancellable,
          GError          **error)
{
  g_auto (Question) question = { 0 };
  g_autoptr (GError) reason = NULL;
  GArray *ids = NULL;

  if (!question_read (&question, self, listing, error))
    return NULL;
  if (ask_roster (self, listing, &question, &ids, NULL, cancellable, &reason))
    return ids;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  ids = ask_database (self, listing, &question, cancellable, error);
  if (ids != NULL && self->rosters != NULL && (question.query != NULL || ids->len > FEW_HITS))
    hn_rosters_wish (self->rosters, self, hn_kind_stored (listing->kind));

  return ids;
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
count_in_database (HnRegister     *self,
                   const HnKind   *stored,
                   const HnWhere  *where,
                   GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" AS t WHERE 1%s", stored->name, where->sql->str);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return -1;

  hn_where_bind (where, &statement, 1);

  return hn_statement_next (&statement, error) ? hn_statement_integer (&statement, 0) : -1;
}

static gint64
count_matches (HnRegister       *self,
               const HnListing  *listing,
               GError          **error)
{
  g_auto (Question) question = { 0 };
  g_autoptr (GError) reason = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 count = -1;

  if (!question_read (&question, self, listing, error))
    return -1;
  if (question.query != NULL)
    {
      ids = list_ids (self, listing, NULL, error);
      return ids != NULL ? (gint64) ids->len : -1;
    }
  if (ask_roster (self, listing, &question, NULL, &count, NULL, &reason))
    return count;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return -1;
    }
  if (question.matching != NULL)
    return question.matching->len;

  return count_in_database (self, hn_kind_stored (listing->kind), &question.where, error);
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
  HnListing all;
  gboolean begun;
  gint64 count;

  g_return_val_if_fail (HN_IS_REGISTER (self), -1);
  g_return_val_if_fail (listing != NULL && listing->kind != NULL, -1);

  all = *listing;
  all.limit = 0;
  all.sort = NULL;
  if (!hn_register_begin_read (self, &begun, error))
    return -1;

  count = count_matches (self, &all, error);
  hn_register_end_read (self, begun);

  return count;
}
