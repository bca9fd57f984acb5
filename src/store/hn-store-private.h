/* What the files of the store share about its threads' work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-store.h"

G_BEGIN_DECLS

typedef struct _HnStoreTask HnStoreTask;

typedef void (*HnStoreTaskFunc) (HnStoreTask *work,
                                 HnRegister  *reg);

/* What a thread does, and what came of it. It is made, answered and freed on the main thread, which so holds
 * every reference to the store and to the task. */
struct _HnStoreTask
{
  HnStoreTaskFunc func;
  GTask          *task;
  /* what is asked for */
  HnRecord       *record;
  HnRecord       *base;
  const HnKind   *kind;
  gint64          id;
  HnDeleteMode    mode;
  gint64          replacement;
  HnStoreJob      job;
  HnStoreWork     change_work; /* and "title" is what the change is called */
  gpointer        data;
  GDestroyNotify  free_data;
  GDestroyNotify  free_result;
  /* the answer */
  gboolean        good;
  GError         *error;
  gint64          change;
  char           *title;
  gpointer        result;
  gboolean        has_changes;
  GPtrArray      *changes;
};

/* What a finish function hands out. */
typedef struct
{
  gint64 id;
  gint64 change;
  char  *title;
} HnStoreOutcome;

/* --- hn-store.c */
void         hn_store_push_write   (HnStore             *self,
                                    HnStoreTask         *work);
void         hn_store_push_read    (HnStore             *self,
                                    HnStoreTask         *work);

/* --- hn-store-task.c */
HnStoreTask *hn_store_task_new     (HnStore             *self,
                                    HnStoreTaskFunc      func,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void         hn_store_task_answer  (HnStoreTask         *work);
void         hn_store_task_free    (HnStoreTask         *work);
void         hn_store_outcome_free (gpointer             data);

G_END_DECLS
