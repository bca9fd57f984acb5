/* Which figures of a report each record stands behind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

/* A record, once in each form. */
typedef struct
{
  const char *form;      /* M04 */
  const char *kind;      /* an interned name */
  gint64      id;
  guint       first;     /* of its figures */
  guint       n_figures;
} HnBasisRecord;

typedef struct
{
  GArray *records; /* of HnBasisRecord, in the order of forms and of the first figure of each */
  GArray *uses;    /* of guint: figures of the records */
  GArray *figures; /* private */
} HnBasisUses;

HnBasisUses *hn_basis_uses_new      (const HnReport      *report);
void         hn_basis_uses_free     (HnBasisUses         *self);
char        *hn_basis_uses_describe (const HnBasisUses   *self,
                                     const HnBasisRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnBasisUses, hn_basis_uses_free)

G_END_DECLS
