/* What the files of the list of changes share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-history-jobs.h"
#include "hn-history.h"

G_BEGIN_DECLS

struct _HnHistory
{
  GObject parent_instance;

  HnStore *store;
  gint64 record;
  const HnKind *kind;
  char *search;
  GArray *numbers;

  GPtrArray *items;
  gint64 newest;   /* the last number in the log when it was last read */
  guint generation;
  GCancellable *cancellable;
  gboolean loading;
  gboolean begun;  /* the first page is there */
  gboolean complete;
  char *failure;
};

/* --- hn-history.c */
void hn_history_set_failure (HnHistory     *self,
                             const char    *failure);

/* --- hn-history-answer.c */
void hn_history_take_older  (HnHistory     *self,
                             HnHistoryPart *part);
void hn_history_take_newer  (HnHistory     *self,
                             HnHistoryPart *part);

G_END_DECLS
