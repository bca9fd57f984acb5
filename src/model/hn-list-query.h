/* What a list asks of the store, and the latest answer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-jobs.h"

G_BEGIN_DECLS

typedef enum
{
  HN_LIST_LOADING, /* nothing to show yet */
  HN_LIST_EMPTY,   /* no record of the kind at all */
  HN_LIST_NOTHING, /* none that was searched for */
  HN_LIST_FULL,
  HN_LIST_FAILED,
} HnListState;

#define HN_TYPE_LIST_QUERY (hn_list_query_get_type ())
G_DECLARE_FINAL_TYPE (HnListQuery, hn_list_query, HN, LIST_QUERY, GObject)

HnListQuery  *hn_list_query_new         (HnStore      *store,
                                         const HnKind *kind);
HnListQuery  *hn_list_query_new_sorted  (HnStore      *store,
                                         const HnKind *kind,
                                         const char   *sort);
HnStore      *hn_list_query_get_store   (HnListQuery  *self);
const HnKind *hn_list_query_get_kind    (HnListQuery  *self);

const char   *hn_list_query_get_search  (HnListQuery  *self);
void          hn_list_query_set_search  (HnListQuery  *self,
                                         const char   *search);
const char   *hn_list_query_get_sort    (HnListQuery  *self);
void          hn_list_query_set_sort    (HnListQuery  *self,
                                         const char   *sort);
const char *const *
              hn_list_query_get_where   (HnListQuery  *self);
void          hn_list_query_set_where   (HnListQuery  *self,
                                         const char *const *where);
gboolean      hn_list_query_is_filtered (HnListQuery  *self);
void          hn_list_query_reload      (HnListQuery  *self);
void          hn_list_query_fail        (HnListQuery  *self,
                                         const GError *error);

HnListState   hn_list_query_get_state   (HnListQuery  *self);
gboolean      hn_list_query_get_loading (HnListQuery  *self);
const GError *hn_list_query_get_error   (HnListQuery  *self);
GArray       *hn_list_query_get_ids     (HnListQuery  *self);
guint         hn_list_query_get_total   (HnListQuery  *self);
GPtrArray    *hn_list_query_get_sums    (HnListQuery  *self);

G_END_DECLS
