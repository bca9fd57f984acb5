/* Where the fields of a kind are stored: columns of its table, and tables of their own for lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"
#include "hn-statement.h"

G_BEGIN_DECLS

typedef enum
{
  HN_COLUMN_VALUE,  /* the value itself, or the country's code */
  HN_COLUMN_TARGET, /* the id of a record of kind target */
  HN_COLUMN_WORDS,  /* free words instead of a reference */
  HN_COLUMN_KIND,   /* of a reference to any kind: the kind */
  HN_COLUMN_ANY,    /* and the id */
} HnColumnRole;

typedef struct
{
  char          *name;
  const HnField *field;
  HnColumnRole   role;
  const HnKind  *target;
} HnColumn;

/* The table of a field that holds several countries or references. */
typedef struct
{
  char          *table;
  const HnField *field;
  const HnKind  *target; /* NULL: countries, by their codes */
  char          *select;
  char          *insert;
  char          *remove;
} HnListTable;

typedef struct
{
  const HnKind *kind;
  GArray       *columns; /* of HnColumn */
  GArray       *lists;   /* of HnListTable */
  char         *select;  /* id and columns by id */
  char         *insert;
  char         *update;
  char         *remove;
} HnPlan;

HnPlan     *hn_plan_new        (const HnKind   *kind);
void        hn_plan_free       (HnPlan         *self);
void        hn_plan_bind       (const HnPlan   *self,
                                HnStatement    *statement,
                                const HnRecord *record);
void        hn_column_read     (const HnColumn *column,
                                HnRecord       *record,
                                sqlite3_value  *value,
                                sqlite3_value  *kind);
const char *hn_column_sql_type (const HnColumn *column);

G_END_DECLS
