/* A condition of a list in its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"
#include "hn-register.h"

G_BEGIN_DECLS

typedef enum
{
  HN_CLAUSE_IS,
  HN_CLAUSE_IS_NOT,
  HN_CLAUSE_AT_LEAST,
  HN_CLAUSE_AT_MOST,
  HN_CLAUSE_ABOVE,
  HN_CLAUSE_BELOW,
  HN_CLAUSE_CONTAINS, /* FIELD~WORDS */
  HN_CLAUSE_WITHIN,   /* FIELD^=VALUE: what is meant, or anything below it in its tree */
  HN_CLAUSE_HAS,      /* has:KIND: a record of the kind refers to this one */
  HN_CLAUSE_LACKS,
} HnClauseType;

/* From the first day that is meant to the last; where one is not set, it is open. */
typedef struct
{
  HnDate from;
  HnDate to;
} HnDateSpan;

typedef struct
{
  HnClauseType   type;
  const HnField *field;   /* NULL: the id, or of has and lacks any field that refers to the kind of the list */
  char          *text;    /* what stands behind the operator */
  char         **values;  /* the text, cut at |; an empty one means that nothing is set */
  const HnKind  *related; /* of has and lacks */
  const HnField *dated;   /* the field of it that must lie in the span, or NULL */
  HnDateSpan     span;
} HnClause;

gboolean hn_clause_parse   (HnClause      *clause,
                            const HnKind  *kind,
                            const char    *condition,
                            GError       **error);
void     hn_clause_clear   (HnClause      *clause);

gboolean hn_date_span_parse (HnDateSpan    *span,
                             const char    *text,
                             GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HnClause, hn_clause_clear)

G_END_DECLS
