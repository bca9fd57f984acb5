/* What the files of a roster share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-roster.h"

G_BEGIN_DECLS

/* The text of a record that was added or changed since the base was loaded; without any it is gone. */
typedef struct
{
  char *folded;
  char *marked;
} HnRosterText;

/* One order of the rows, and how far it has followed the changes. */
typedef struct
{
  HnSequence *sequence;
  guint       seen;     /* of the roster's log */
} HnRosterLine;

/* Which rows meet some conditions, as long as nothing is changed in the register. */
typedef struct
{
  char   *conditions;
  gint64  number;
  guint8 *rows;
  guint   n_matching;
} HnRosterMask;

/* A list asks for all that its view shows, and for those of them that it is narrowed to. */
#define HN_ROSTER_N_MASKS 4

/* What the last search found, as long as no row of the roster changes. */
typedef struct
{
  char   *search;
  guint   seen;
  guint8 *ranks;
} HnRosterAnswer;

/* A row's number is its place in the base or, behind that, among those that were added since. */
struct _HnRoster
{
  HnRosterBase   *base;
  gint64          number;                   /* the last change of the register that is in */
  gint64          data_version;             /* of the connection that followed it */
  GArray         *added_ids;                /* of gint64 */
  GHashTable     *added;                    /* id to row */
  GHashTable     *texts;                    /* row to HnRosterText */
  GArray         *log;                      /* of guint32: the rows that changed, in time */
  HnRosterLine    own;
  GHashTable     *lines;                    /* field to HnRosterLine */
  HnRosterMask    masks[HN_ROSTER_N_MASKS];
  guint           next_mask;                /* the one that is given up next */
  HnRosterAnswer  answer;
};

/**
 * hn_roster_n_rows:
 *
 * Returns: how many rows there are, with those whose records are gone
 */
static inline guint
hn_roster_n_rows (const HnRoster *self)
{
  return self->base->ids->len + self->added_ids->len;
}

/**
 * hn_roster_get_id:
 *
 * Returns: the id of the record of a row
 */
static inline gint64
hn_roster_get_id (const HnRoster *self,
                  guint           row)
{
  guint n_base = self->base->ids->len;

  return row < n_base ? g_array_index (self->base->ids, gint64, row)
                      : g_array_index (self->added_ids, gint64, row - n_base);
}

gboolean          hn_roster_find     (const HnRoster  *self,
                                      gint64           id,
                                      guint           *row);

/* --- hn-roster-line.c */
void              hn_roster_drop_line (HnRoster      *self,
                                       const HnField *field);
const HnSequence *hn_roster_get_line  (HnRoster      *self,
                                       HnRegister    *reg,
                                       const HnField *field,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_END_DECLS
