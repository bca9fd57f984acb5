/* The taking back of a single change, and what is said where others stand on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"
#include "hn-history-item.h"

G_BEGIN_DECLS

/* The person wants to see the changes that stand in the way: their numbers, and what they stand on. */
typedef void (*HnShowChanges) (GtkWidget    *parent,
                               const GArray *numbers,
                               const char   *sentence);

void hn_take_back (GtkWidget     *parent,
                   HnContext     *context,
                   HnHistoryItem *item,
                   HnShowChanges  show);

G_END_DECLS
