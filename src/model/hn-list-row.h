/* One place in a list of records: it stays at its position while what it shows changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

#define HN_TYPE_LIST_ROW (hn_list_row_get_type ())
G_DECLARE_FINAL_TYPE (HnListRow, hn_list_row, HN, LIST_ROW, GObject)

gint64    hn_list_row_get_id       (HnListRow *self);
guint     hn_list_row_get_position (HnListRow *self);
HnRecord *hn_list_row_get_record   (HnListRow *self);

G_END_DECLS
