/* What a list of records asks of a reading thread: its ids in order, and the sums at its foot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-jobs.h"

/* What the first frame shows; GTK builds 205 rows of whatever it is offered. */
#define FIRST_ROWS 20

/* So many records are sorted in some milliseconds. */
#define SHORT_LIST 1000

static void
sum_free (HnSum *sum)
{
  g_free (sum->currency);
  g_free (sum);
}

/**
 * hn_list_request_new:
 * @search: (nullable): what was typed
 * @where: (nullable): conditions, as #HnListing takes them
 * @sort: (nullable): a field, with - before it from the greatest; %NULL is the kind's own order
 */
HnListRequest *
hn_list_request_new (const HnKind      *kind,
                     const char        *search,
                     const char *const *where,
                     const char        *sort)
{
  HnListRequest *request = g_new0 (HnListRequest, 1);

  request->kind = kind;
  request->search = g_strdup (search);
  request->where = g_strdupv ((char **) where);
  request->sort = g_strdup (sort);

  return request;
}

/**
 * hn_list_request_free:
 *
 * A #GDestroyNotify for what a list asks the store.
 */
void
hn_list_request_free (HnListRequest *request)
{
  g_free (request->search);
  g_strfreev (request->where);
  g_free (request->sort);
  g_free (request);
}

/**
 * hn_list_answer_free:
 *
 * A #GDestroyNotify for the ids that a list was answered.
 */
void
hn_list_answer_free (HnListAnswer *answer)
{
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

/**
 * hn_list_job:
 * @request: an #HnListRequest
 *
 * An #HnStoreJob.
 *
 * Returns: (transfer full): an #HnListAnswer
 */
gpointer
hn_list_job (HnRegister    *reg,
             gpointer       request,
             GCancellable  *cancellable,
             GError       **error)
{
  const HnListRequest *wanted = request;
  const HnListing listing = {
    .kind = wanted->kind,
    .search = wanted->search,
    .where = (const char *const *) wanted->where,
    .sort = wanted->sort,
  };
  const HnListing everything = { .kind = wanted->kind };
  g_autoptr (HnListAnswer) answer = g_new0 (HnListAnswer, 1);
  gint64 total;

  answer->ids = hn_register_list (reg, &listing, cancellable, error);
  if (answer->ids == NULL)
    return NULL;

  if (wanted->search == NULL && wanted->where == NULL)
    total = answer->ids->len;
  else
    total = hn_register_count (reg, &everything, error);
  if (total < 0)
    return NULL;
  answer->total = (guint) total;

  return g_steal_pointer (&answer);
}

/* Whether there are so few records that they can be sorted at once. */
static gboolean
is_short (HnRegister   *reg,
          const HnKind *kind)
{
  const HnListing listing = { .kind = kind, .limit = SHORT_LIST + 1 };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, NULL);

  return ids != NULL && ids->len <= SHORT_LIST;
}

/**
 * hn_list_first_ids:
 * @sort: (nullable): as of hn_list_request_new()
 *
 * What the first frame shows of a list, without a wait: in the own order that takes 0.01 ms at any size; in another
 * one all records would have to be sorted, which is done here only for a short list.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first ids; none where that would take too long
 */
GArray *
hn_list_first_ids (HnRegister    *reg,
                   const HnKind  *kind,
                   const char    *sort,
                   GError       **error)
{
  const HnListing listing = { .kind = kind, .sort = sort, .limit = FIRST_ROWS };

  if (sort != NULL && !is_short (reg, kind))
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  return hn_register_list (reg, &listing, NULL, error);
}

static gboolean
is_summed (const HnField *field)
{
  return field->type == HN_TYPE_MONEY && (field->flags & HN_FIELD_LIST) != 0;
}

/**
 * hn_kind_has_sums:
 *
 * Returns: whether lists of the kind show an amount of money, which can be added up
 */
gboolean
hn_kind_has_sums (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_summed (&kind->fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * hn_sum_request_new:
 * @ids: (nullable) (element-type gint64): what to add up; %NULL is every record of the kind
 */
HnSumRequest *
hn_sum_request_new (const HnKind *kind,
                    GArray       *ids)
{
  HnSumRequest *request = g_new0 (HnSumRequest, 1);

  request->kind = kind;
  request->ids = ids != NULL ? g_array_ref (ids) : NULL;

  return request;
}

/**
 * hn_sum_request_free:
 *
 * A #GDestroyNotify for the ids whose values are added up.
 */
void
hn_sum_request_free (HnSumRequest *request)
{
  g_clear_pointer (&request->ids, g_array_unref);
  g_free (request);
}

/* As one JSON list, which SQL can join with. */
static char *
list_ids (GArray *ids)
{
  GString *list = g_string_sized_new (ids->len * 8 + 2);

  g_string_append_c (list, '[');
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (list, ']');

  return g_string_free_and_steal (list);
}

/* Amounts without a currency are none. */
static char *
write_sql (const HnKind  *kind,
           const HnField *field,
           gboolean       some)
{
  g_autofree char *currency =
    field->currency != NULL ? g_strdup_printf ("\"%s\"", field->currency) : g_strdup ("'VND'");

  return g_strdup_printf ("SELECT %s AS \"currency\", sum (\"%s\") FROM \"%s\""
                          " WHERE \"%s\" IS NOT NULL AND %s IS NOT NULL%s GROUP BY 1 ORDER BY 1",
                          currency, field->name, hn_kind_stored (kind)->name, field->name, currency,
                          some ? " AND \"id\" IN (SELECT \"value\" FROM json_each (?1))" : "");
}

static gboolean
add_field (GPtrArray      *sums,
           HnRegister     *reg,
           const HnKind   *kind,
           const HnField  *field,
           const char     *ids,
           GError        **error)
{
  g_autofree char *sql = write_sql (kind, field, ids != NULL);
  g_autoptr (HnRows) rows = NULL;
  g_autoptr (GError) reason = NULL;

  rows = ids != NULL ? hn_register_query (reg, sql, "s", error, ids) : hn_register_query (reg, sql, NULL, error);
  if (rows == NULL)
    return FALSE;

  while (hn_rows_next (rows, &reason))
    {
      HnSum *sum = g_new0 (HnSum, 1);

      sum->field = field;
      sum->currency = g_strdup (hn_rows_text (rows, 0));
      sum->amount = hn_rows_integer (rows, 1);
      g_ptr_array_add (sums, sum);
    }
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

/**
 * hn_sum_job:
 * @request: an #HnSumRequest
 *
 * An #HnStoreJob: adds up the amounts of money that a list shows, each currency by itself (one is never added to
 * another without a dated rate).
 *
 * Returns: (transfer full): a #GPtrArray of #HnSum, by field and currency
 */
gpointer
hn_sum_job (HnRegister    *reg,
            gpointer       request,
            GCancellable  *cancellable,
            GError       **error)
{
  const HnSumRequest *wanted = request;
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sum_free);
  g_autofree char *ids = wanted->ids != NULL ? list_ids (wanted->ids) : NULL;

  for (guint i = 0; i < wanted->kind->n_fields; i++)
    {
      const HnField *field = &wanted->kind->fields[i];

      if (!is_summed (field))
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_field (sums, reg, wanted->kind, field, ids, error))
        return NULL;
    }

  return g_steal_pointer (&sums);
}
