/* All rows of a kind as they were read into memory once: ids, search text and order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-arena.h"
#include "hn-register.h"
#include "hn-sequence.h"
#include "hn-statement.h"

G_BEGIN_DECLS

/* Does not change once it is loaded, so that several threads may use it. A row's number is its place among the ids. */
typedef struct
{
  gatomicrefcount  references;
  const HnKind    *kind;       /* a stored one */
  GArray          *ids;        /* of gint64, rising */
  HnArena         *arena;
  HnSequence      *own;        /* by the key that is stored, upwards */
} HnRosterBase;

HnRosterBase *hn_roster_base_load   (HnRegister          *reg,
                                     const HnKind        *kind,
                                     GRWLock             *turns,
                                     GCancellable        *cancellable,
                                     GError             **error);
HnRosterBase *hn_roster_base_ref    (HnRosterBase        *self);
void          hn_roster_base_unref  (HnRosterBase        *self);
GPtrArray    *hn_roster_base_sort   (const HnRosterBase  *self,
                                     HnRegister          *reg,
                                     GPtrArray           *fields,
                                     GRWLock             *turns,
                                     GCancellable        *cancellable,
                                     GError             **error);
gboolean      hn_roster_base_find   (const HnRosterBase  *self,
                                     gint64               id,
                                     guint               *row);
gboolean      hn_roster_read_value  (HnStatement         *statement,
                                     int                  column,
                                     GByteArray          *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnRosterBase, hn_roster_base_unref)

G_END_DECLS
