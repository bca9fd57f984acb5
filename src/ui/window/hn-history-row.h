/* One change in the history. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-history-item.h"

G_BEGIN_DECLS

#define HN_TYPE_HISTORY_ROW (hn_history_row_get_type ())
G_DECLARE_FINAL_TYPE (HnHistoryRow, hn_history_row, HN, HISTORY_ROW, GtkBox)

GtkWidget *hn_history_row_new      (gboolean       read_only);
void       hn_history_row_set_item (HnHistoryRow  *self,
                                    HnHistoryItem *item);

G_END_DECLS
