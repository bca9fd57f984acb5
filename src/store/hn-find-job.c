/* What a search over every kind of record finds, and what was worked on last. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-find-job.h"

#include <string.h>

#include "hn-record-summary.h"

/* A list knows no better order among equal hits than its own; of so many at its top, those that are called by the
 * words come first. */
#define CANDIDATES 40

/* How far back in the history there is something to open again. */
#define CHANGES 300

struct _HnFindRequest
{
  char *text;
  guint n_hits; /* of a kind */
  GStrv kinds;  /* the only ones that are looked through, or NULL */
};

/* While groups are put in order. */
typedef struct
{
  HnFindGroup *group;
  guint rank; /* how well its best hit answers */
  guint order;
} Ranked;

/**
 * hn_find_request_new:
 * @text: as typed; empty asks for what was worked on last
 * @n_hits: how many hits of a kind at most
 */
HnFindRequest *
hn_find_request_new (const char *text,
                     guint       n_hits)
{
  HnFindRequest *request = g_new0 (HnFindRequest, 1);

  request->text = g_strdup (text);
  request->n_hits = n_hits;

  return request;
}

/**
 * hn_find_request_limit:
 * @request: what is asked
 * @kinds: (array zero-terminated=1): names of kinds; no other is looked through
 *
 * Who asks so wants the best hits and does not ask how many there are, which is faster: #HnFindGroup.n_found ends at
 * what was looked at.
 */
void
hn_find_request_limit (HnFindRequest     *request,
                       const char *const *kinds)
{
  g_strfreev (request->kinds);
  request->kinds = g_strdupv ((char **) kinds);
}

/**
 * hn_find_request_free:
 * @request: (transfer full): what was asked
 *
 * A #GDestroyNotify for hn_store_read_async().
 */
void
hn_find_request_free (HnFindRequest *request)
{
  g_strfreev (request->kinds);
  g_free (request->text);
  g_free (request);
}

static void
hit_free (HnFindHit *hit)
{
  g_free (hit->title);
  g_free (hit->detail);
  g_free (hit);
}

static HnFindHit *
hit_new (const HnRecord *record,
         guint           rank)
{
  HnFindHit *hit = g_new0 (HnFindHit, 1);

  hit->kind = hn_record_get_kind (record);
  hit->id = hn_record_get_id (record);
  hit->title = hn_record_title (record);
  hit->detail = hn_record_summary (record, NULL);
  hit->rank = rank;

  return hit;
}

static HnFindGroup *
group_new (const HnKind *kind)
{
  HnFindGroup *group = g_new0 (HnFindGroup, 1);

  group->kind = kind;
  group->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free);

  return group;
}

static void
group_free (HnFindGroup *group)
{
  g_ptr_array_unref (group->hits);
  g_free (group);
}

/* --- what is found ------------------------------------------------------- */

/* Titles that differ less than this in length answer a few words equally well. */
#define LENGTH_STEP 16

/* A candidate's rank: the HnMatch of its title above, the length of the title below. */
#define RANK_SHIFT 16

/* While hits are put in order. */
typedef struct
{
  HnRecord *record;
  guint rank;
  guint order;
} Candidate;

/* From 1 for a record that is called by the very words, to a number beyond all others for one that they stand in
 * elsewhere; of equals, that goes first of whose name they are the larger part: the association before its branches,
 * the association before those who belong to it. */
static guint
rank_title (const HnQuery *query,
            const char    *title)
{
  g_autoptr (HnHaystack) haystack = hn_haystack_new ();
  HnMatch match;
  guint length = (guint) g_utf8_strlen (title, -1) / LENGTH_STEP;

  hn_haystack_add_name (haystack, title);
  match = hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack));

  return ((match != HN_MATCH_NONE ? match : HN_FIND_WORST_RANK) << RANK_SHIFT) + MIN (length, (1u << RANK_SHIFT) - 1);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* Whether records of the kind have names of their own, or are called by what they refer to. */
static gboolean
has_own_names (const HnKind *kind)
{
  const char *brace = strchr (kind->title, '{');
  g_autofree char *name = g_strndup (brace + 1, strcspn (brace + 1, "}"));

  return hn_field_is_text (hn_kind_get_field (kind, name));
}

/* The first of the list, those first that are called by the words. Returns how well the best of them answers: a
 * person goes before a membership, which is called by the person too. */
static guint
take_best (HnFindGroup   *group,
           const HnQuery *query,
           GPtrArray     *records,
           guint          n_hits)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < records->len; i++)
    {
      Candidate candidate = { g_ptr_array_index (records, i), 0, i };
      g_autofree char *title = candidate.record != NULL ? hn_record_title (candidate.record) : NULL;

      if (title == NULL)
        continue;
      candidate.rank = rank_title (query, title);
      g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (candidates->len, n_hits); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      g_ptr_array_add (group->hits, hit_new (candidate->record, candidate->rank >> RANK_SHIFT));
    }

  if (candidates->len == 0)
    return G_MAXUINT;

  return (g_array_index (candidates, Candidate, 0).rank >> RANK_SHIFT) * 2 + (has_own_names (group->kind) ? 0 : 1);
}

static gboolean
search_kind (HnRegister           *reg,
             const HnFindRequest  *request,
             const HnQuery        *query,
             Ranked               *ranked,
             GCancellable         *cancellable,
             GError              **error)
{
  HnFindGroup *group = ranked->group;
  const HnListing listing = { .kind = group->kind,
                              .search = request->text,
                              .limit = request->kinds != NULL ? CANDIDATES : 0 };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, cancellable, error);
  g_autoptr (GPtrArray) records = NULL;

  if (ids == NULL)
    return FALSE;
  group->n_found = ids->len;
  if (ids->len == 0)
    return TRUE;

  records =
    hn_register_load_many (reg, group->kind, (const gint64 *) (gpointer) ids->data, MIN (ids->len, CANDIDATES), error);
  if (records == NULL)
    return FALSE;
  ranked->rank = take_best (group, query, records, request->n_hits);

  return TRUE;
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* A view would show records a second time; what has no list cannot be gone to. */
static gboolean
is_searched (const HnKind        *kind,
             const HnFindRequest *request)
{
  return kind->base == NULL && kind->tab != HN_TAB_NONE
         && (request->kinds == NULL || g_strv_contains ((const char *const *) request->kinds, kind->name));
}

static GPtrArray *
search (HnRegister           *reg,
        const HnFindRequest  *request,
        const HnQuery        *query,
        GCancellable         *cancellable,
        GError              **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      Ranked next = { NULL, G_MAXUINT, i };

      if (!is_searched (kinds[i], request))
        continue;
      next.group = group_new (kinds[i]);
      g_ptr_array_add (groups, next.group);
      if (!search_kind (reg, request, query, &next, cancellable, error))
        return NULL;
      g_array_append_val (ranked, next);
    }

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    groups->pdata[i] = g_array_index (ranked, Ranked, i).group;
  for (guint i = groups->len; i > 0; i--)
    if (((HnFindGroup *) g_ptr_array_index (groups, i - 1))->hits->len == 0)
      g_ptr_array_remove_index (groups, i - 1);

  return g_steal_pointer (&groups);
}

/* --- what was worked on -------------------------------------------------- */

/* From the rows of the log, which say of which record they are; what it was does not need to be unpacked. */
static gboolean
add_recent (HnRegister           *reg,
            HnFindGroup          *group,
            const HnFindRequest  *request,
            const char           *kind_name,
            gint64                id,
            GError              **error)
{
  const HnKind *kind = hn_kind_lookup (kind_name);
  g_autoptr (GPtrArray) records = NULL;

  if (kind == NULL || !is_searched (kind, request))
    return TRUE;

  records = hn_register_load_many (reg, kind, &id, 1, error);
  if (records == NULL)
    return FALSE;
  if (records->len > 0 && g_ptr_array_index (records, 0) != NULL)
    g_ptr_array_add (group->hits, hit_new (g_ptr_array_index (records, 0), 0));

  return TRUE;
}

static gboolean
fill_recent (HnRegister           *reg,
             HnFindGroup          *group,
             const HnFindRequest  *request,
             guint                 n_hits,
             GCancellable         *cancellable,
             GError              **error)
{
  GError *reason = NULL;
  g_autoptr (HnRows) rows =
    hn_register_query (reg,
                       "SELECT \"kind\", \"record\", max (\"number\") AS \"last\" FROM"
                       " (SELECT \"kind\", \"record\", \"number\" FROM \"change\" ORDER BY \"number\" DESC LIMIT ?1)"
                       " WHERE \"kind\" IS NOT NULL AND \"record\" > 0"
                       " GROUP BY \"kind\", \"record\" ORDER BY \"last\" DESC",
                       "i", error, (gint64) CHANGES);

  if (rows == NULL)
    return FALSE;

  while (group->hits->len < n_hits && hn_rows_next (rows, &reason))
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_recent (reg, group, request, hn_rows_text (rows, 0), hn_rows_integer (rows, 1), error))
      return FALSE;
  if (reason != NULL)
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  group->n_found = group->hits->len;

  return TRUE;
}

static GPtrArray *
list_recent (HnRegister           *reg,
             const HnFindRequest  *request,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  HnFindGroup *group = group_new (NULL);

  g_ptr_array_add (groups, group);
  /* As many as of three kinds: there is nothing else to look at. */
  if (!fill_recent (reg, group, request, request->n_hits * 3, cancellable, error))
    return NULL;
  if (group->hits->len == 0)
    g_ptr_array_set_size (groups, 0);

  return g_steal_pointer (&groups);
}

/**
 * hn_find_job:
 * @request: an #HnFindRequest
 *
 * An #HnStoreJob: searches every kind that has a list, or those that the request is limited to. The kinds of the best
 * hits come first, and within each the records that are called by what was typed. Without words it is the records that
 * were changed last.
 *
 * Returns: (transfer full) (element-type HnFindGroup): the kinds of which there is something
 */
gpointer
hn_find_job (HnRegister    *reg,
             gpointer       request,
             GCancellable  *cancellable,
             GError       **error)
{
  const HnFindRequest *wanted = request;
  g_autoptr (HnQuery) query = hn_query_new (wanted->text);

  if (hn_query_is_empty (query))
    return list_recent (reg, wanted, cancellable, error);

  return search (reg, wanted, query, cancellable, error);
}
