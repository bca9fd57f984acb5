/* The pages of a report, as they are looked at, printed and written as PDF. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hn-report.h"

G_BEGIN_DECLS

#define HN_PAPER_ERROR (hn_paper_error_quark ())

typedef enum
{
  HN_PAPER_ERROR_WRITE, /* the PDF could not be written */
} HnPaperError;

GQuark hn_paper_error_quark (void);

/* Threads: pages are laid out by one thread at a time, that whose register is given; what is laid out is looked at,
 * drawn and picked from by any thread at any time. */
typedef struct _HnPaper HnPaper;

/* On its page, in points from the upper left corner. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} HnPaperBox;

typedef enum
{
  HN_PAPER_ROW,      /* of the form's table */
  HN_PAPER_TOTAL,    /* the row below it */
  HN_PAPER_APPENDED, /* a row of a small table below */
} HnPaperPart;

/* A cell of a table, where it stands on its page. */
typedef struct
{
  guint       form;   /* of the report's */
  HnPaperPart part;
  guint       table;  /* of the form's appended ones */
  guint       row;
  guint       column;
  gboolean    number; /* whether it is a figure */
  HnPaperBox  cell;
  HnPaperBox  text;   /* what is written in it */
} HnPaperSpot;

HnPaper  *hn_paper_new         (const HnReport    *report);
void      hn_paper_unref       (HnPaper           *self);

gboolean  hn_paper_lay_out     (HnPaper           *self,
                                HnRegister        *reg,
                                guint              n_pages,
                                GCancellable      *cancellable,
                                GError           **error);
gboolean  hn_paper_read        (HnPaper           *self,
                                HnRegister        *reg,
                                guint              page,
                                GCancellable      *cancellable,
                                GError           **error);

guint     hn_paper_get_n_pages (HnPaper           *self);
gboolean  hn_paper_is_complete (HnPaper           *self);
double    hn_paper_get_done    (HnPaper           *self);
void      hn_paper_get_size    (HnPaper           *self,
                                guint              page,
                                double            *width,
                                double            *height);
guint     hn_paper_get_form    (HnPaper           *self,
                                guint              page,
                                guint             *number);
gboolean  hn_paper_draw        (HnPaper           *self,
                                guint              page,
                                cairo_t           *cr);
gboolean  hn_paper_pick        (HnPaper           *self,
                                guint              page,
                                double             x,
                                double             y,
                                HnPaperSpot       *spot);
GArray   *hn_paper_list_spots  (HnPaper           *self,
                                guint              page);

gboolean  hn_paper_write_pdf   (HnPaper           *self,
                                HnRegister        *reg,
                                const char        *path,
                                HnProgress         progress,
                                gpointer           progress_data,
                                GCancellable      *cancellable,
                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPaper, hn_paper_unref)

G_END_DECLS
