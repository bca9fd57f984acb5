/* One line of what was found: a record, or the way to all of its kind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-find-job.h"

G_BEGIN_DECLS

#define HN_TYPE_FIND_ROW (hn_find_row_get_type ())
G_DECLARE_FINAL_TYPE (HnFindRow, hn_find_row, HN, FIND_ROW, GtkListBoxRow)

GtkWidget    *hn_find_row_new         (const HnFindGroup *group,
                                       const HnFindHit   *hit);
GtkWidget    *hn_find_row_new_all     (const HnFindGroup *group);
const HnKind *hn_find_row_get_kind    (HnFindRow         *self);
gint64        hn_find_row_get_id      (HnFindRow         *self);
const char   *hn_find_row_get_heading (HnFindRow         *self);

G_END_DECLS
