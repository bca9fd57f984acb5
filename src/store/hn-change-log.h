/* The log of changes for somebody who leafs through it: heads page by page, and what one change did when it is looked
 * at, since a single change may have touched a hundred thousand records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* Which changes, newest first. */
typedef struct
{
  const HnKind *kind;    /* that touched records of it, or of its view's; NULL is any */
  gint64        record;  /* that touched this record; 0 is any */
  const char   *search;  /* with these words in title or author, as typed, or NULL */
  const GArray *numbers; /* of gint64: only these; NULL is all */
  gint64        before;  /* only older than this number; 0 is all */
  gint64        after;   /* only newer than this number */
  guint         limit;   /* 0 is all */
} HnChangeQuery;

/* A change without what it did. */
typedef struct
{
  gint64        number;
  char         *at;        /* ISO 8601, UTC */
  char         *author;
  char         *action;    /* add, set, delete, batch, undo, redo */
  char         *of_action; /* of an undo or redo: what the change is that it is about */
  const HnKind *kind;
  gint64        record;
  char         *title;     /* of the record, or of the batch */
  gboolean      undone;    /* and not made again */
  gboolean      exists;    /* whether the record is there now */
  gint64        size;      /* of what is logged of it, in bytes */
} HnChangeHead;

/* One record that a change touched. */
typedef struct
{
  HnRecordChange *change;
  char           *title;
  gboolean        exists; /* now */
} HnChangedRecord;

/* What a change did. */
typedef struct
{
  guint      n_records; /* all that it touched */
  GPtrArray *records;   /* of HnChangedRecord, as many of them as were asked for */
  GPtrArray *kinds;     /* of HnKind: of all of them */
  GPtrArray *fields;    /* of HnField: of all that were set */
  guint      n_by_type[HN_CHANGE_DELETE + 1];
} HnChangeDetails;

GPtrArray       *hn_register_change_heads   (HnRegister           *self,
                                             const HnChangeQuery  *query,
                                             GCancellable         *cancellable,
                                             GError              **error);
GArray          *hn_register_undone_changes (HnRegister           *self,
                                             gint64                from,
                                             GError              **error);
HnChangeDetails *hn_register_change_details (HnRegister           *self,
                                             gint64                number,
                                             gint64                only,
                                             guint                 limit,
                                             GHashTable           *titles,
                                             GError              **error);
void             hn_change_head_free        (HnChangeHead         *head);
void             hn_change_details_free     (HnChangeDetails      *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnChangeHead, hn_change_head_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnChangeDetails, hn_change_details_free)

G_END_DECLS
