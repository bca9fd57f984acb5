/* A report as a neutral value: what it says, not how it looks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"
#include "hn-register.h"
#include "hn-row-source.h"
#include "hn-words.h"

G_BEGIN_DECLS

#define HN_REPORT_ERROR (hn_report_error_quark ())

typedef enum
{
  HN_REPORT_ERROR_UNKNOWN_FORM,
  HN_REPORT_ERROR_WRITE,     /* the file could not be written */
  HN_REPORT_ERROR_TOO_LARGE, /* a number that a spreadsheet cannot hold exactly */
} HnReportError;

GQuark hn_report_error_quark (void);

/* What stands around the tables: Decree 30/2020/NĐ-CP, Appendix I. */
typedef enum
{
  HN_DRESS_REPORT,   /* letterhead, Kính gửi, table, signature, Nơi nhận */
  HN_DRESS_APPENDIX, /* Phụ lục, with the report that it goes with */
  HN_DRESS_LIST,     /* title and table */
} HnDress;

/* By which areas a statistic is cut: those of the period's end, or as asked. */
typedef enum
{
  HN_AREAS_OF_PERIOD,
  HN_AREAS_COMMUNES,  /* since 01/07/2025 */
  HN_AREAS_DISTRICTS, /* before */
} HnAreas;

/* What is asked for. */
typedef struct
{
  const HnPeriod    *period;
  const char *const *forms;     /* names, each of which is made once; NULL: all */
  HnDress            dress;
  HnAreas            areas;
  gint64             organization; /* whose members are listed, with all below it; 0: all */
  gboolean           sensitive; /* columns of personal data that are off unless asked for */
  gboolean           basis;     /* a sheet of the records behind the figures; without it, rows know their records
                                 * only where reading them costs nothing */
  gboolean           charts;    /* a sheet of charts */
  gboolean           without_late; /* leaves out the notes of records that came late for a report that was sent */
} HnReportOptions;

typedef enum
{
  HN_CELL_EMPTY,
  HN_CELL_TEXT,
  HN_CELL_INTEGER, /* a count or an amount in whole đồng */
  HN_CELL_DECIMAL, /* number / 10^decimals */
  HN_CELL_PERCENT, /* number / 10^decimals percent: 602 with one decimal is 60,2 */
  HN_CELL_DATE,    /* text is ISO, of any precision */
} HnCellType;

typedef struct
{
  HnCellType type;
  char      *text;
  gint64     number;
  guint      decimals;
} HnCell;

typedef enum
{
  HN_COLUMN_TEXT,
  HN_COLUMN_CODE,
  HN_COLUMN_DATE,
  HN_COLUMN_YEAR,
  HN_COLUMN_INTEGER,
  HN_COLUMN_DECIMAL,
  HN_COLUMN_PERCENT,
  HN_COLUMN_MONEY,
  HN_COLUMN_BOOLEAN, /* "Có", "Chưa", or nothing */
} HnColumnType;

typedef struct
{
  const char  *group;  /* the head above, shared by neighbours with the same one, or NULL */
  const char  *header;
  HnColumnType type;
  const char  *unit;   /* or NULL */
  gboolean     sum;    /* in the total row */
  double       width;  /* in characters */
} HnColumn;

typedef enum
{
  HN_ROW_PLAIN,
  HN_ROW_GROUP,    /* a heading over the rows that follow, bold; may hold subtotals */
  HN_ROW_TOTAL,
  HN_ROW_NOTHING,  /* "Không phát sinh" */
} HnRowStyle;

#define HN_BASIS_ROW (-1)

/* Records of one kind behind a row, or behind the figure in one of its columns. */
typedef struct
{
  int         column; /* or %HN_BASIS_ROW: behind all figures whose column has no records of its own */
  const char *kind;   /* an interned name */
  GArray     *ids;    /* of gint64 */
} HnBasis;

typedef struct _HnReportRow
{
  HnRowStyle style;
  int        level;  /* 0 for the outermost group */
  GPtrArray *cells;  /* of HnCell, one a column */
  GPtrArray *basis;  /* of HnBasis: the records that the row counts, see hn-basis.h */
} HnReportRow;

typedef struct
{
  char      *form;        /* M08 */
  char      *title;
  char      *subtitle;
  char      *unit_line;   /* "Đơn vị tính: đồng", or NULL */
  gboolean   landscape;
  const HnColumn *columns;
  guint      n_columns;
  GPtrArray *rows;        /* of HnReportRow */
  HnRowSource *source;    /* of more rows behind those, too many to be held, or NULL */
  HnReportRow *total;     /* or NULL */
  GPtrArray *notes;       /* of char*, under the table */
  char      *in_words;    /* "Bằng chữ: …", or NULL */
  GPtrArray *appended;    /* of HnReportForm: small tables below, or NULL */
  HnColumn  *own_columns; /* of a form whose columns depend on the register, or NULL */
  GStringChunk *words;    /* that they are called by */
} HnReportForm;

typedef enum
{
  HN_CHART_COLUMNS, /* standing, over time */
  HN_CHART_BARS,    /* lying, with long names */
} HnChartType;

/* One row of figures to look at. */
typedef struct
{
  HnChartType type;
  char       *title;
  const char *names_head;  /* static */
  const char *values_head;
  GPtrArray  *names;       /* of char* */
  GArray     *values;      /* of gint64, as many */
} HnChart;

/* The letterhead and the signature, as the office's profile says for the end of the period. */
typedef struct
{
  char  *superior;
  char  *name;
  char  *symbol;
  char  *place;
  char  *province;
  char **addressees;
  char  *authority;
  char  *title;
  char  *signatory;
  char  *preparer;
  char **recipients;
  HnWordsFlags words;
} HnLetterhead;

typedef struct
{
  HnPeriod     *period;
  HnLetterhead *letterhead;
  HnDate        made_on;  /* unset: the date line is left to be filled in by hand */
  char         *number;   /* with its symbol, 05/BC-LHHN; NULL: left to be filled in by hand */
  HnDress       dress;
  gboolean      basis;    /* whether the workbook has the sheet of records behind the figures */
  gboolean      charts;   /* and the one of charts */
  GPtrArray    *chart_list; /* of HnChart, or NULL */
  GPtrArray    *forms;    /* of HnReportForm */
} HnReport;

/* Called between rows with how much is done, 0 to 1; on whichever thread makes the report. */
typedef void (*HnProgress) (double   done,
                            gpointer user_data);

const char *const *hn_report_form_names (void);
const char        *hn_report_form_title (const char         *form);
HnReport          *hn_report_build      (HnRegister            *reg,
                                         const HnReportOptions *options,
                                         HnProgress             progress,
                                         gpointer               progress_data,
                                         GCancellable          *cancellable,
                                         GError               **error);
void               hn_report_free       (HnReport           *report);
char              *hn_report_to_json    (const HnReport     *report,
                                         HnRegister         *reg,
                                         GError            **error);
char              *hn_report_file_name  (const HnReport     *report);
gboolean           hn_report_write_xlsx (const HnReport     *report,
                                         HnRegister         *reg,
                                         const char         *path,
                                         HnProgress          progress,
                                         gpointer            progress_data,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean           hn_report_write_xlsx_each
                                        (const HnReport     *report,
                                         HnRegister         *reg,
                                         const char         *folder,
                                         GPtrArray         **paths,
                                         HnProgress          progress,
                                         gpointer            progress_data,
                                         GCancellable       *cancellable,
                                         GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnReport, hn_report_free)

G_END_DECLS
