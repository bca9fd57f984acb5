/* One change as a list of them shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-change-log.h"

G_BEGIN_DECLS

#define HN_TYPE_HISTORY_ITEM (hn_history_item_get_type ())
G_DECLARE_FINAL_TYPE (HnHistoryItem, hn_history_item, HN, HISTORY_ITEM, GObject)

HnHistoryItem         *hn_history_item_new           (HnChangeHead    *head,
                                                      HnChangeDetails *details);
const HnChangeHead    *hn_history_item_get_head      (HnHistoryItem   *self);
GDateTime             *hn_history_item_get_time      (HnHistoryItem   *self);
HnChangeDetails       *hn_history_item_get_details   (HnHistoryItem   *self);
void                   hn_history_item_set_details   (HnHistoryItem   *self,
                                                      HnChangeDetails *details);
const char            *hn_history_item_get_heading   (HnHistoryItem   *self);
void                   hn_history_item_set_heading   (HnHistoryItem   *self,
                                                      const char      *heading);
gboolean               hn_history_item_get_undone    (HnHistoryItem   *self);
void                   hn_history_item_set_undone    (HnHistoryItem   *self,
                                                      gboolean         undone);
gboolean               hn_history_item_get_busy      (HnHistoryItem   *self);
void                   hn_history_item_set_busy      (HnHistoryItem   *self,
                                                      gboolean         busy);
gboolean               hn_history_item_get_expanded  (HnHistoryItem   *self);
void                   hn_history_item_set_expanded  (HnHistoryItem   *self,
                                                      gboolean         expanded);
gboolean               hn_history_item_can_take_back (HnHistoryItem   *self);

G_END_DECLS
