/* Which records of a list are selected, by their ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-record-list.h"

G_BEGIN_DECLS

#define HN_TYPE_ID_SELECTION (hn_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (HnIdSelection, hn_id_selection, HN, ID_SELECTION, GObject)

HnIdSelection *hn_id_selection_new            (HnRecordList  *list);
guint          hn_id_selection_get_n_selected (HnIdSelection *self);
GArray        *hn_id_selection_get_ids        (HnIdSelection *self);
gint64         hn_id_selection_get_only_id    (HnIdSelection *self);
void           hn_id_selection_select_id      (HnIdSelection *self,
                                               gint64         id);

G_END_DECLS
