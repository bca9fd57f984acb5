/* The records of a kind as a list model that holds only their ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-query.h"
#include "hn-list-row.h"

G_BEGIN_DECLS

#define HN_TYPE_RECORD_LIST (hn_record_list_get_type ())
G_DECLARE_FINAL_TYPE (HnRecordList, hn_record_list, HN, RECORD_LIST, GObject)

HnRecordList *hn_record_list_new          (HnListQuery  *query);
HnListQuery  *hn_record_list_get_query    (HnRecordList *self);
void          hn_record_list_release_tail (HnRecordList *self);
void          hn_record_list_settle       (HnRecordList *self);
GArray       *hn_record_list_get_ids      (HnRecordList *self);
gboolean      hn_record_list_find         (HnRecordList *self,
                                           gint64        id,
                                           guint        *position);

G_END_DECLS
