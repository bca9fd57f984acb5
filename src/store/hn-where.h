/* Conditions of a list, from what a person typed to SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"
#include "hn-statement.h"

G_BEGIN_DECLS

/* SQL with a mark for each value. */
typedef struct
{
  GString   *sql;    /* " AND (...)" for each condition; t is the kind's table */
  GPtrArray *values; /* of GVariant: s or x */
} HnWhere;

void     hn_where_init  (HnWhere       *self);
void     hn_where_clear (HnWhere       *self);
gboolean hn_where_add   (HnWhere       *self,
                         HnRegister    *reg,
                         const HnKind  *kind,
                         const char    *condition,
                         GError       **error);
void     hn_where_bind  (const HnWhere *self,
                         HnStatement   *statement,
                         int            first);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnWhere, hn_where_clear)

G_END_DECLS
