/* The program's window and the list of people in it, watched from outside: when it paints, what it waits for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-record-list.h"

G_BEGIN_DECLS

/* Of the list that is measured. */
#define BENCH_KIND "person"

typedef struct
{
  double start;          /* of the program */
  int runs;              /* one is only to see that it can be done, and takes less of everything */
  const char *path;      /* the register */
  const char *folder;    /* for what is written */

  GtkWindow *window;
  GdkFrameClock *clock;
  guint n_frames;        /* painted so far */
  double frame_began;
  double frame_ended;
  gboolean shown;        /* rows were painted */

  GtkColumnView *view;   /* the people, once they are shown */
  HnRecordList *list;
  HnListQuery *query;
  GtkEditable *search;
  guint n_answers;
  double answered;

  double beat;           /* the last of the main loop */
  double longest;        /* that nothing was done in */
} BenchPage;

void     bench_page_watch       (BenchPage  *self,
                                 GtkWindow  *window);
gboolean bench_page_find_people (BenchPage  *self);
void     bench_page_start       (BenchPage  *self);
void     bench_page_settle      (BenchPage  *self);
double   bench_page_paint       (BenchPage  *self);
double   bench_page_await       (BenchPage  *self,
                                 guint       n_answers);
void     bench_page_calm        (BenchPage  *self);
void     bench_page_say_stall   (BenchPage  *self,
                                 const char *side,
                                 const char *what);
void     bench_page_to_top      (BenchPage  *self);

/* --- what is measured in a window; each in a program of its own */
void     bench_asks             (BenchPage  *self);
void     bench_export           (BenchPage  *self);
void     bench_memory_use       (BenchPage  *self);
void     bench_scroll           (BenchPage  *self);
void     bench_sort             (BenchPage  *self);
void     bench_type             (BenchPage  *self);

G_END_DECLS
