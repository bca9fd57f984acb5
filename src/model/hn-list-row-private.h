/* What only the list of records does with its rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-row.h"

G_BEGIN_DECLS

/* Fetches the record of a row that somebody wants to see; NULL where there is none any more. */
typedef HnRecord *(*HnListRowFetch) (GObject *source,
                                 gint64   id);

HnListRow *hn_list_row_new    (GObject    *source,
                      HnListRowFetch  fetch,
                      guint       position,
                      gint64      id);
void   hn_list_row_move   (HnListRow      *self,
                      guint       position);
void   hn_list_row_refill (HnListRow      *self,
                      gint64      id,
                      HnRecord   *record);

G_END_DECLS
