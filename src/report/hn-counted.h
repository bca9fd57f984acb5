/* What a report counted: its figures, and the records behind each, as they are kept with a report that was sent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

/* A record that a row counts; column as of #HnBasis. */
typedef struct
{
  const HnKind *kind;
  gint64        id;
  int           column;
} HnCountedRecord;

typedef struct
{
  HnRowStyle style;
  int        level;
  char      *label;   /* what the row is of: the event, the country, the indicator */
  GPtrArray *cells;   /* of char*, as the report prints them; NULL is empty */
  guint64    numbers; /* a bit for each of the first 64 cells that is a number */
  GArray    *records; /* of HnCountedRecord */
} HnCountedRow;

typedef struct
{
  char         *name;    /* M10; of a small table below it, with its title */
  char         *title;
  GPtrArray    *columns; /* of char*: their heads */
  guint64       summed;  /* a bit for each of the first 64 that the total row sums */
  GPtrArray    *rows;    /* of HnCountedRow, without the total */
  HnCountedRow *total;   /* or NULL */
} HnCountedTable;

typedef struct
{
  gint64      change;       /* the newest in the register's log when it was counted */
  char       *period;
  char       *rules;
  HnDate      from;
  HnDate      to;
  GStrv       forms;
  HnDress     dress;
  HnAreas     areas;
  gint64      organization;
  gboolean    sensitive;
  GPtrArray  *tables;       /* of HnCountedTable */
  GHashTable *names;        /* id to what the record was called, for when it is there no more */
} HnCounted;

HnCounted      *hn_counted_new        (HnRegister             *reg,
                                       const HnReport         *report,
                                       const HnReportOptions  *options,
                                       GCancellable           *cancellable,
                                       GError                **error);
void            hn_counted_free       (HnCounted              *self);
HnCountedTable *hn_counted_find_table (const HnCounted        *self,
                                       const char             *name);
gboolean        hn_counted_is_ordinal (const HnCountedTable   *table,
                                       guint                   column);

GBytes         *hn_counted_to_bytes   (const HnCounted        *self,
                                       GError                **error);
HnCounted      *hn_counted_from_bytes (GBytes                 *bytes,
                                       GError                **error);
char           *hn_counted_summary    (const HnCounted        *self);

HnCountedRow   *hn_counted_row_new    (void);
void            hn_counted_row_free   (HnCountedRow           *row);
HnCountedTable *hn_counted_table_new  (void);
void            hn_counted_table_free (HnCountedTable         *table);
HnCounted      *hn_counted_new_empty  (void);
void            hn_counted_add_name   (HnCounted              *self,
                                       gint64                  id,
                                       const char             *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnCounted, hn_counted_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnCountedRow, hn_counted_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnCountedTable, hn_counted_table_free)

G_END_DECLS
