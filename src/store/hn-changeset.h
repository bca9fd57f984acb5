/* What a change did, read from the changeset that was logged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "hn-register.h"

G_BEGIN_DECLS

/* One row of a kind's table, or of the table of one of its lists. */
typedef struct
{
  const HnKind  *kind;
  const HnField *list;    /* NULL: the row is the record itself */
  gint64         id;      /* of the record */
  int            op;      /* SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE */
  gpointer       iter;    /* sqlite3_changeset_iter, at this row */
  GStrv          columns; /* the names of its columns */
} HnChangedRow;

typedef enum
{
  HN_SIDE_BEFORE,
  HN_SIDE_AFTER,
} HnChangedSide;

typedef gboolean (*HnRowFunc) (const HnChangedRow *row,
                               gpointer            data,
                               GError            **error);

/* What a change did to how many records. */
typedef struct
{
  guint      n_by_type[HN_CHANGE_DELETE + 1];
  GPtrArray *kinds;  /* of HnKind: of the records */
  GPtrArray *fields; /* of HnField: that were set in a record */
} HnChangesetSum;

sqlite3_value *
           hn_changed_row_get   (const HnChangedRow *row,
                                 int           column,
                                 HnChangedSide side);
gboolean   hn_changed_row_renames
                                (HnRegister   *reg,
                                 const HnChangedRow *row);
gboolean   hn_changeset_foreach (HnRegister  *reg,
                                 GBytes      *changeset,
                                 HnRowFunc    func,
                                 gpointer     data,
                                 GError     **error);
GPtrArray *hn_changeset_decode  (HnRegister  *reg,
                                 GBytes      *changeset,
                                 gint64       only,
                                 GHashTable  *titles,
                                 GError     **error);
GPtrArray *hn_changeset_decode_some
                                (HnRegister  *reg,
                                 GBytes      *changeset,
                                 gint64       only,
                                 guint        limit,
                                 GHashTable  *titles,
                                 HnChangesetSum *sum,
                                 GError     **error);

G_END_DECLS
