/* What a search over every kind of record finds, and what was worked on last. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-query.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* Of a hit whose title does not answer: the words stand elsewhere in the record. */
#define HN_FIND_WORST_RANK (HN_MATCH_INITIALS + 1)

/* A record that was found. */
typedef struct
{
  const HnKind *kind;
  gint64        id;
  char         *title;
  char         *detail; /* what tells it from another of its title; may be empty */
  guint         rank;   /* how well its title answers, as of HnMatch: 1 is best; 0 where nothing was asked */
} HnFindHit;

/* The best hits of one kind. */
typedef struct
{
  const HnKind *kind;    /* NULL: of any kind, what was worked on last */
  guint         n_found; /* of which hits are the first few */
  GPtrArray    *hits;    /* of HnFindHit */
} HnFindGroup;

typedef struct _HnFindRequest HnFindRequest;

HnFindRequest *hn_find_request_new  (const char     *text,
                                     guint           n_hits);
void           hn_find_request_limit(HnFindRequest  *request,
                                     const char     *const *kinds);
void           hn_find_request_free (HnFindRequest  *request);
gpointer       hn_find_job          (HnRegister     *reg,
                                     gpointer        request,
                                     GCancellable   *cancellable,
                                     GError        **error);

G_END_DECLS
