/* What a list of changes asks of the reading thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-change-log.h"

G_BEGIN_DECLS

/* Which part of the log. */
typedef struct
{
  HnChangeQuery query;
  char         *search;      /* of the query */
  GArray       *numbers;     /* of the query */
  gint64        undone_from; /* the oldest change that is shown already, or 0 */
} HnHistoryRequest;

/* The answer. */
typedef struct
{
  GPtrArray *heads;    /* of HnChangeHead */
  GPtrArray *details;  /* of HnChangeDetails, one a head; NULL where that would be too much to read unasked */
  GArray    *undone;   /* of gint64: which of those that are shown already are taken back */
  gint64     newest;   /* the number of the last change in the log */
  gboolean   complete; /* no more changes answer the query */
} HnHistoryPart;

HnHistoryRequest *hn_history_request_new  (const HnChangeQuery *query,
                                           gint64               undone_from);
void              hn_history_request_free (HnHistoryRequest    *request);
void              hn_history_part_free    (HnHistoryPart       *part);
gpointer          hn_history_job          (HnRegister          *reg,
                                           gpointer             request,
                                           GCancellable        *cancellable,
                                           GError             **error);

/* What is wanted of one change. */
typedef struct
{
  gint64 number;
  gint64 record; /* only what became of it; 0 is of all */
  guint  limit;  /* of records */
} HnChangeRequest;

gpointer          hn_history_details_job  (HnRegister          *reg,
                                           gpointer             request,
                                           GCancellable        *cancellable,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnHistoryPart, hn_history_part_free)

G_END_DECLS
