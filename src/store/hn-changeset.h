/* What a change did, read from the changeset that was logged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

typedef gboolean (*HnRowFunc) (const HnChangedRow *row,
                               gpointer            data,
                               GError            **error);

gboolean   hn_changeset_foreach (HnRegister  *reg,
                                 GBytes      *changeset,
                                 HnRowFunc    func,
                                 gpointer     data,
                                 GError     **error);
GPtrArray *hn_changeset_decode  (HnRegister  *reg,
                                 GBytes      *changeset,
                                 GHashTable  *titles,
                                 GError     **error);

G_END_DECLS
