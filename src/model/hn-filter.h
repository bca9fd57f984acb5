/* Which of its records a list shows: conditions that do not change, only make others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-clause.h"
#include "hn-filter-slot.h"

G_BEGIN_DECLS

typedef struct _HnFilter HnFilter;

/* One condition. */
typedef struct
{
  char    *text;
  gboolean known;  /* whether the clause could be read from it */
  HnClause clause;
} HnFilterTerm;

HnFilter           *hn_filter_new       (const HnKind       *kind,
                                         const char *const  *where);
HnFilter           *hn_filter_ref       (HnFilter           *self);
void                hn_filter_unref     (HnFilter           *self);
const HnKind       *hn_filter_get_kind  (const HnFilter     *self);
const char *const  *hn_filter_get_where (const HnFilter     *self);
gboolean            hn_filter_is_empty  (const HnFilter     *self);
gboolean            hn_filter_equal     (const HnFilter     *a,
                                         const HnFilter     *b);
guint               hn_filter_get_size  (const HnFilter     *self);
const HnFilterTerm *hn_filter_get_term  (const HnFilter     *self,
                                         guint               index);
const HnFilterTerm *hn_filter_find      (const HnFilter     *self,
                                         const HnFilterSlot *slot);
HnFilter           *hn_filter_with      (const HnFilter     *self,
                                         const HnFilterSlot *slot,
                                         const char         *condition);
HnFilter           *hn_filter_without   (const HnFilter     *self,
                                         guint               index);

gboolean            hn_filter_slot_fits (const HnFilterSlot *slot,
                                         const HnFilterTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnFilter, hn_filter_unref)

G_END_DECLS
