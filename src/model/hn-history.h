/* The log of changes as a list model that grows as somebody reads on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-history-item.h"
#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_HISTORY (hn_history_get_type ())
G_DECLARE_FINAL_TYPE (HnHistory, hn_history, HN, HISTORY, GObject)

HnHistory    *hn_history_new          (HnStore       *store,
                                       gint64         record);
void          hn_history_set_kind     (HnHistory     *self,
                                       const HnKind  *kind);
void          hn_history_set_search   (HnHistory     *self,
                                       const char    *search);
void          hn_history_set_numbers  (HnHistory     *self,
                                       const GArray  *numbers);
gboolean      hn_history_is_filtered  (HnHistory     *self);
void          hn_history_load_more    (HnHistory     *self);
void          hn_history_reload       (HnHistory     *self);
void          hn_history_load_details (HnHistory     *self,
                                       HnHistoryItem *item);
gboolean      hn_history_get_loading  (HnHistory     *self);
gboolean      hn_history_get_complete (HnHistory     *self);
const char   *hn_history_get_failure  (HnHistory     *self);

G_END_DECLS
