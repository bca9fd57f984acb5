/* A figure of a report, and the records behind it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"
#include "hn-report-choice.h"
#include "hn-report-pages.h"
#include "hn-store.h"

G_BEGIN_DECLS

/* One of the records. */
typedef struct
{
  const HnKind *kind;
  gint64        id;
  char         *title;
  char         *detail; /* or NULL */
} HnFigureRecord;

typedef struct
{
  char      *value;     /* as it is printed */
  char      *about;     /* of which row and column */
  char      *sentence;  /* how many records there are, and why not as many as the figure says */
  gint64     n_records;
  GPtrArray *records;   /* of HnFigureRecord: the first of them */
} HnFigure;

void      hn_figure_free           (HnFigure              *self);
char     *hn_figure_print          (const HnReport        *report,
                                    const HnPaperSpot     *spot);
void      hn_figure_explain_async  (HnStore               *store,
                                    const HnReportChoice  *choice,
                                    const HnPaperSpot     *spot,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data);
HnFigure *hn_figure_explain_finish (HnStore               *store,
                                    GAsyncResult          *result,
                                    GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnFigure, hn_figure_free)

G_END_DECLS
