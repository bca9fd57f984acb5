/* What hangs on a record: the fields by which records of other kinds refer to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

typedef struct
{
  const HnKind *kind;   /* of the records that refer */
  const HnField *field; /* by which they do */
  gboolean offered;     /* shown even when there is none: one can be added */
} HnRelated;

GArray     *hn_related_list      (const HnKind    *kind);
const char *hn_related_get_label (const HnRelated *related);
char       *hn_related_get_value (const HnRecord  *record);

G_END_DECLS
