/* Conditions of a list, from what a person typed to SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-clause.h"
#include "hn-register.h"
#include "hn-statement.h"

G_BEGIN_DECLS

/* SQL with a mark for each value. */
typedef struct
{
  GString    *sql;    /* " AND (...)" for each condition */
  GPtrArray  *values; /* of GVariant: s or x */
  const char *row;    /* what the SQL calls a row of the kind's table: t, unless the one who asks says otherwise */
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

/* --- between the files that write it --------------------------------- */
void     hn_where_add_text    (HnWhere          *self,
                               const char       *value);
void     hn_where_add_integer (HnWhere          *self,
                               gint64            value);

/* --- hn-where-date.c */
gboolean hn_where_add_date    (HnWhere          *self,
                               const HnClause   *clause,
                               const char       *text,
                               GError          **error);
void     hn_where_add_span    (HnWhere          *self,
                               const char       *column,
                               const HnDateSpan *span);

/* --- hn-where-reference.c */
void     hn_where_add_reference (HnWhere        *self,
                                 HnRegister     *reg,
                                 const HnKind   *kind,
                                 const HnClause *clause,
                                 GVariant       *value);
gboolean hn_where_add_tree    (HnWhere          *self,
                               HnRegister       *reg,
                               const HnKind     *kind,
                               const HnClause   *clause,
                               GError          **error);

/* --- hn-where-words.c */
gboolean hn_where_add_words   (HnWhere          *self,
                               HnRegister       *reg,
                               const HnKind     *kind,
                               const HnClause   *clause,
                               GError          **error);

/* --- hn-where-related.c */
gboolean hn_where_add_related (HnWhere          *self,
                               HnRegister       *reg,
                               const HnKind     *kind,
                               const HnClause   *clause,
                               GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnWhere, hn_where_clear)

G_END_DECLS
