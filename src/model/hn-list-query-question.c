/* What a list asks for: of which kind, what is searched for, the conditions and the order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-query-private.h"

HnStore *
hn_list_query_get_store (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->store;
}

const HnKind *
hn_list_query_get_kind (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->kind;
}

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

const char *
hn_list_query_get_sort (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->sort;
}
