/* Which fields a form shows, and in which order and company. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-draft.h"

G_BEGIN_DECLS

/* The first section is open and needs no words; the others are folded until they hold something. */
typedef struct
{
  const char *title;  /* NULL for the first */
  GPtrArray  *fields; /* of HnField, at least one but in the first */
} HnEditSection;

gboolean   hn_edit_section_is_filled (const HnEditSection *section,
                                      const HnDraft       *draft);
char      *hn_edit_section_describe  (const HnEditSection *section,
                                      const HnDraft       *draft);
GPtrArray *hn_edit_layout            (const HnKind        *kind);

G_END_DECLS
