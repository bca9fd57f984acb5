/* What a list of changes asks of the reading thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-history-jobs.h"

/* What a change did is read along with its head up to this size of what is logged of it: some dozen fields of some
 * hundred records, which takes a few milliseconds. */
#define MAX_SIZE_UNASKED (32 * 1024)

/* And of so many records. */
#define MAX_RECORDS_UNASKED 10

/**
 * hn_history_request_new:
 * @query: which changes
 * @undone_from: the oldest change of which it shall be said whether it is taken back, or 0
 */
HnHistoryRequest *
hn_history_request_new (const HnChangeQuery *query,
                        gint64               undone_from)
{
  HnHistoryRequest *request = g_new0 (HnHistoryRequest, 1);

  request->query = *query;
  request->query.search = request->search = g_strdup (query->search);
  if (query->numbers != NULL)
    request->query.numbers = request->numbers = g_array_copy ((GArray *) query->numbers);
  request->undone_from = undone_from;

  return request;
}

/**
 * hn_history_request_free:
 *
 * A #GDestroyNotify for what a job of the history is asked with.
 */
void
hn_history_request_free (HnHistoryRequest *request)
{
  g_free (request->search);
  g_clear_pointer (&request->numbers, g_array_unref);
  g_free (request);
}

/**
 * hn_history_part_free:
 *
 * A #GDestroyNotify for what a job of the history answered.
 */
void
hn_history_part_free (HnHistoryPart *part)
{
  g_clear_pointer (&part->heads, g_ptr_array_unref);
  g_clear_pointer (&part->details, g_ptr_array_unref);
  g_clear_pointer (&part->undone, g_array_unref);
  g_free (part);
}

static void
free_details (gpointer details)
{
  if (details != NULL)
    hn_change_details_free (details);
}

/* A change whose details cannot be read is shown without them: somebody who asks for them is told why. */
static GPtrArray *
read_details (HnRegister          *reg,
              const HnChangeQuery *query,
              GPtrArray           *heads)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (free_details);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < heads->len; i++)
    {
      const HnChangeHead *head = g_ptr_array_index (heads, i);

      g_ptr_array_add (details, head->size > MAX_SIZE_UNASKED
                                  ? NULL
                                  : hn_register_change_details (reg, head->number, query->record, MAX_RECORDS_UNASKED,
                                                                titles, NULL));
    }

  return details;
}

/**
 * hn_history_job:
 * @request: an HnHistoryRequest
 *
 * Returns: (transfer full): an HnHistoryPart
 */
gpointer
hn_history_job (HnRegister    *reg,
                gpointer       request,
                GCancellable  *cancellable,
                GError       **error)
{
  const HnHistoryRequest *asked = request;
  g_autoptr (HnHistoryPart) part = g_new0 (HnHistoryPart, 1);

  part->newest = hn_register_last_change (reg);
  part->heads = hn_register_change_heads (reg, &asked->query, cancellable, error);
  if (part->heads == NULL)
    return NULL;
  if (asked->undone_from > 0)
    {
      part->undone = hn_register_undone_changes (reg, asked->undone_from, error);
      if (part->undone == NULL)
        return NULL;
    }
  part->complete = asked->query.limit == 0 || part->heads->len < asked->query.limit;
  part->details = read_details (reg, &asked->query, part->heads);

  return g_steal_pointer (&part);
}

/**
 * hn_history_details_job:
 * @request: an HnChangeRequest
 *
 * Returns: (transfer full): HnChangeDetails
 */
gpointer
hn_history_details_job (HnRegister    *reg,
                        gpointer       request,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const HnChangeRequest *asked = request;

  return hn_register_change_details (reg, asked->number, asked->record, asked->limit, NULL, error);
}
