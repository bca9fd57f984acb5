/* What a list of records asks of a reading thread: its ids in order, and the sums at its foot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-jobs.h"

/* So many records are in memory at once while they are added up. */
#define BLOCK 512

void
hn_sum_free (HnSum *sum)
{
  g_free (sum->currency);
  g_free (sum);
}

/**
 * hn_list_request_new:
 * @search: (nullable): what was typed
 * @sort: (nullable): a field, with - before it from the greatest; %NULL is the kind's own order
 */
HnListRequest *
hn_list_request_new (const HnKind *kind,
                     const char   *search,
                     const char   *sort)
{
  HnListRequest *request = g_new0 (HnListRequest, 1);

  request->kind = kind;
  request->search = g_strdup (search);
  request->sort = g_strdup (sort);

  return request;
}

void
hn_list_request_free (HnListRequest *request)
{
  g_free (request->search);
  g_free (request->sort);
  g_free (request);
}

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
  const HnListing listing = { .kind = wanted->kind, .search = wanted->search, .sort = wanted->sort };
  const HnListing everything = { .kind = wanted->kind };
  g_autoptr (HnListAnswer) answer = g_new0 (HnListAnswer, 1);
  gint64 total;

  answer->ids = hn_register_list (reg, &listing, cancellable, error);
  if (answer->ids == NULL)
    return NULL;

  if (wanted->search == NULL)
    total = answer->ids->len;
  else
    total = hn_register_count (reg, &everything, error);
  if (total < 0)
    return NULL;
  answer->total = (guint) total;

  return g_steal_pointer (&answer);
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

HnSumRequest *
hn_sum_request_new (const HnKind *kind,
                    GArray       *ids)
{
  HnSumRequest *request = g_new0 (HnSumRequest, 1);

  request->kind = kind;
  request->ids = g_array_ref (ids);

  return request;
}

void
hn_sum_request_free (HnSumRequest *request)
{
  g_array_unref (request->ids);
  g_free (request);
}

static HnSum *
find_sum (GPtrArray     *sums,
          const HnField *field,
          const char    *currency)
{
  HnSum *sum;

  for (guint i = 0; i < sums->len; i++)
    {
      sum = g_ptr_array_index (sums, i);
      if (sum->field == field && g_str_equal (sum->currency, currency))
        return sum;
    }

  sum = g_new0 (HnSum, 1);
  sum->field = field;
  sum->currency = g_strdup (currency);
  g_ptr_array_add (sums, sum);

  return sum;
}

static gboolean
add_record (GPtrArray       *sums,
            const HnRecord  *record,
            GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      const char *currency = "VND";
      HnSum *sum;
      gint64 amount;

      if (!is_summed (field) || !hn_record_get_number (record, field->name, &amount))
        continue;
      if (field->currency != NULL)
        currency = hn_record_get_text (record, field->currency);
      if (currency == NULL)
        continue;

      sum = find_sum (sums, field, currency);
      if (__builtin_add_overflow (sum->amount, amount, &sum->amount))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The sum is too large");
          return FALSE;
        }
    }

  return TRUE;
}

static gint
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const HnSum *first = *(HnSum *const *) a, *second = *(HnSum *const *) b;

  if (first->field != second->field)
    return first->field < second->field ? -1 : 1;

  return g_strcmp0 (first->currency, second->currency);
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
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_sum_free);

  for (guint start = 0; start < wanted->ids->len; start += BLOCK)
    {
      const gint64 *ids = &g_array_index (wanted->ids, gint64, start);
      g_autoptr (GPtrArray) records = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      records = hn_register_load_many (reg, wanted->kind, ids, MIN (BLOCK, wanted->ids->len - start), error);
      if (records == NULL)
        return NULL;

      for (guint i = 0; i < records->len; i++)
        {
          const HnRecord *record = g_ptr_array_index (records, i);

          if (record != NULL && !add_record (sums, record, error))
            return NULL;
        }
    }
  g_ptr_array_sort (sums, compare_sums);

  return g_steal_pointer (&sums);
}
