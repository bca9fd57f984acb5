/* What the comparison of a report that was sent with today's is made of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-since.h"
#include "hn-submission.h"

G_BEGIN_DECLS

/* A row then and now; one of them is NULL where there is none. */
typedef struct
{
  const HnCountedRow *then;
  const HnCountedRow *now;
  guint               then_at; /* where it stands in its table */
  guint               now_at;
} HnRowPair;

GArray    *hn_rows_match          (const HnCountedTable *then,
                                   const HnCountedTable *now);

typedef struct _HnCauseFinder HnCauseFinder;

HnCauseFinder *hn_cause_finder_new      (HnRegister          *reg,
                                         const HnCounted     *then,
                                         GHashTable          *since);
void           hn_cause_finder_free     (HnCauseFinder       *self);
GPtrArray     *hn_causes_new            (void);
void           hn_causes_add            (GPtrArray           *causes,
                                         const HnCause       *cause);
void           hn_causes_sort           (GPtrArray           *causes);
void           hn_cause_finder_direct   (HnCauseFinder       *self,
                                         const HnCountedRow  *then,
                                         int                  then_column,
                                         const HnCountedRow  *now,
                                         int                  now_column,
                                         GPtrArray           *causes);
void           hn_cause_finder_indirect (HnCauseFinder       *self,
                                         const HnCountedRow  *then,
                                         const HnCountedRow  *now,
                                         GPtrArray           *causes);
void           hn_cause_finder_common   (HnCauseFinder       *self,
                                         GPtrArray           *causes);

GPtrArray     *hn_counted_find_late     (HnRegister          *reg,
                                         const HnCounted     *then,
                                         const char          *form,
                                         gint64               after,
                                         GCancellable        *cancellable,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnCauseFinder, hn_cause_finder_free)

G_END_DECLS
