/* The latest answer that a list got: what was found, what it adds up to, or why there is none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-query-private.h"

/**
 * hn_list_query_get_state:
 *
 * Returns: which of its faces a page shows; "notify::state" says when to ask
 */
HnListState
hn_list_query_get_state (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), HN_LIST_FAILED);

  if (self->error != NULL)
    return HN_LIST_FAILED;
  if (self->ids->len > 0)
    return HN_LIST_FULL;
  if (!self->answered)
    return HN_LIST_LOADING;

  return self->total > 0 ? HN_LIST_NOTHING : HN_LIST_EMPTY;
}

/**
 * hn_list_query_get_loading:
 *
 * Returns: whether an answer is awaited
 */
gboolean
hn_list_query_get_loading (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), FALSE);

  return self->loading;
}

/**
 * hn_list_query_get_error:
 *
 * Returns: (nullable): why the list, a record or the sums could not be read
 */
const GError *
hn_list_query_get_error (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->error;
}

/**
 * hn_list_query_get_ids:
 *
 * Returns: (transfer none) (element-type gint64): what was found, in order; never changed, only replaced
 */
GArray *
hn_list_query_get_ids (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->ids;
}

/**
 * hn_list_query_get_total:
 *
 * Returns: how many records of the kind there are, found or not
 */
guint
hn_list_query_get_total (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), 0);

  return self->total;
}

/**
 * hn_list_query_get_sums:
 *
 * Returns: (transfer none) (nullable) (element-type HnSum): the amounts of what was found; %NULL while they are
 *   added up, and for a kind without any
 */
GPtrArray *
hn_list_query_get_sums (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->sums;
}
