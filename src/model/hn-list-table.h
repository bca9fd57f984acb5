/* Records as a table for the clipboard: as text for a letter, and as cells for a spreadsheet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-plain-list.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* More rows than this are a list to be exported, not a table to be pasted. */
#define HN_LIST_TABLE_MAX_ROWS 200000

typedef struct
{
  char   *text; /* tabs between cells, a line a row */
  GBytes *html; /* the same as a table whose cells have types */
  guint   n_rows;
} HnListTable;

HnListTable *hn_list_table_new    (HnRegister           *reg,
                                   const HnPlainList    *list,
                                   HnProgress            progress,
                                   gpointer              progress_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
void         hn_list_table_free   (HnListTable          *self);

void         hn_list_table_async  (HnStore              *store,
                                   HnPlainList          *list,
                                   HnGauge              *gauge,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
HnListTable *hn_list_table_finish (HnStore              *store,
                                   GAsyncResult         *result,
                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnListTable, hn_list_table_free)

G_END_DECLS
