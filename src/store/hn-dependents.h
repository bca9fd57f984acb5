/* Which fields refer to a kind, and which records do so by them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-plan.h"
#include "hn-register.h"

G_BEGIN_DECLS

/* A field by which records of one kind refer to records of another, or of the same. */
typedef struct
{
  const HnKind  *kind;
  const HnField *field;
  const HnKind  *target;
} HnLink;

GPtrArray *hn_links_to       (const HnKind  *target);
const char *
           hn_link_column    (HnRegister    *reg,
                              const HnLink  *link);
GArray    *hn_link_find      (HnRegister    *reg,
                              const HnLink  *link,
                              gint64         id,
                              GError       **error);
GVariant  *hn_link_without   (const HnLink  *link,
                              GVariant      *value,
                              GVariant      *target,
                              GVariant      *replacement);
GVariant  *hn_link_value     (HnRegister    *reg,
                              const HnLink  *link,
                              gint64         id);

/* --- hn-register-dependents.c */
HnRecord  *hn_link_cleared   (HnRegister     *reg,
                              const HnLink   *link,
                              const HnRecord *record,
                              gint64          id);

G_END_DECLS
