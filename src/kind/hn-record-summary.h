/* What a clerk would say of a record in one line: what it is, and what it is beside another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

char    *hn_record_summary       (const HnRecord *record,
                                  GPtrArray      *used);
char    *hn_record_title_beside  (const HnRecord *record,
                                  const HnField  *field);
char    *hn_record_detail_beside (const HnRecord *record,
                                  const HnField  *field);
gboolean hn_kind_title_is        (const HnKind   *kind,
                                  const HnField  *field);

G_END_DECLS
