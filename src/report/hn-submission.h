/* Reports that were sent: frozen, written again, and compared with what would be counted today. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-counted.h"

G_BEGIN_DECLS

#define HN_SUBMISSION_ERROR (hn_submission_error_quark ())

typedef enum
{
  HN_SUBMISSION_ERROR_NO_FIGURES, /* nothing to compare with is kept with the report */
  HN_SUBMISSION_ERROR_DAMAGED,    /* the workbook is not the one that was sent */
} HnSubmissionError;

GQuark hn_submission_error_quark (void);

/* What the office says about a report that it sends. */
typedef struct
{
  HnDate      sent_on;
  const char *sent_to;  /* or NULL */
  const char *number;   /* number and symbol, 05/BC-LHHN, or NULL */
  const char *note;     /* or NULL */
  GBytes     *workbook; /* the file that was sent; NULL: it is made now, with the number and day in it */
} HnSubmissionFacts;

/* Why a figure is another today. */
typedef enum
{
  HN_CAUSE_LATE,    /* added since */
  HN_CAUSE_CHANGED,
  HN_CAUSE_DELETED,
} HnCauseType;

typedef struct
{
  HnCauseType   type;
  const HnKind *kind;
  gint64        id;
  char         *title;
  GPtrArray    *fields; /* of HnFieldChange: then and now; empty where the history does not say */
} HnCause;

typedef enum
{
  HN_DIFFERENCE_FIGURE,    /* another figure in a row that was there */
  HN_DIFFERENCE_ROW_ADDED, /* the row was not in what was sent */
  HN_DIFFERENCE_ROW_GONE,
} HnDifferenceType;

typedef struct
{
  HnDifferenceType type;
  char      *form;   /* M04, or a small table below it */
  char      *row;    /* what it is of */
  char      *column; /* its head; NULL of a whole row */
  char      *then;   /* as the report prints it, NULL is empty */
  char      *now;
  GPtrArray *causes; /* of HnCause */
} HnDifference;

/* A record of a window that was closed, entered since. */
typedef struct
{
  char         *form;
  const HnKind *kind;
  gint64        id;
  char         *title;
  char         *line;  /* its row in the form */
} HnLateRecord;

HnRecord  *hn_submission_prepare        (HnRegister               *reg,
                                         const HnReportOptions    *options,
                                         const HnSubmissionFacts  *facts,
                                         HnProgress                progress,
                                         gpointer                  progress_data,
                                         GCancellable             *cancellable,
                                         GError                  **error);
gint64     hn_submission_freeze         (HnRegister               *reg,
                                         const HnReportOptions    *options,
                                         const HnSubmissionFacts  *facts,
                                         HnProgress                progress,
                                         gpointer                  progress_data,
                                         GCancellable             *cancellable,
                                         GError                  **error);
GBytes    *hn_submission_read_workbook  (HnRegister               *reg,
                                         gint64                    id,
                                         GError                  **error);
HnCounted *hn_submission_read_figures   (HnRegister               *reg,
                                         gint64                    id,
                                         GError                  **error);
gboolean   hn_submission_export         (HnRegister               *reg,
                                         gint64                    id,
                                         const char               *path,
                                         GError                  **error);
char      *hn_submission_file_name      (const HnRecord           *submission);
char      *hn_submission_suggest_number (HnRegister               *reg,
                                         HnDate                    day,
                                         GError                  **error);

/* --- today (hn-submission-compare.c) -------------------------------- */
GPtrArray *hn_submission_compare        (HnRegister               *reg,
                                         gint64                    id,
                                         GCancellable             *cancellable,
                                         GError                  **error);
HnCounted *hn_submission_count_again    (HnRegister               *reg,
                                         const HnCounted          *then,
                                         GCancellable             *cancellable,
                                         GError                  **error);

/* --- late (hn-submission-late.c) ------------------------------------ */
GPtrArray *hn_submission_late           (HnRegister               *reg,
                                         gint64                    id,
                                         GCancellable             *cancellable,
                                         GError                  **error);

G_END_DECLS
