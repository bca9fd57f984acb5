/* What a list asks for: of which kind, what is searched for, the conditions and the order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-query-private.h"

/**
 * hn_list_query_get_store:
 *
 * Returns: (transfer none): where it asks
 */
HnStore *
hn_list_query_get_store (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->store;
}

/**
 * hn_list_query_get_kind:
 *
 * Returns: the kind or view whose records it asks for
 */
const HnKind *
hn_list_query_get_kind (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->kind;
}

/**
 * hn_list_query_get_search:
 *
 * Returns: (nullable): the words that are searched for, as typed
 */
const char *
hn_list_query_get_search (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->search;
}

/**
 * hn_list_query_get_where:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the conditions that records must meet; %NULL is none
 */
const char *const *
hn_list_query_get_where (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return (const char *const *) self->where;
}

/**
 * hn_list_query_is_filtered:
 *
 * Returns: whether a search or a condition may leave records out
 */
gboolean
hn_list_query_is_filtered (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), FALSE);

  return self->search != NULL || self->where != NULL;
}

/**
 * hn_list_query_get_sort:
 *
 * Returns: (nullable): the field that the list is ordered by, with - before it where it is descending; %NULL is the
 *   kind's own order
 */
const char *
hn_list_query_get_sort (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->sort;
}
