/* What the files that write a workbook share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "hn-book.h"
#include "hn-form.h"

G_BEGIN_DECLS

/* How a cell looks. */
typedef enum
{
  HN_LOOK_NONE = 0,
  HN_LOOK_BOLD = 1 << 0,
  HN_LOOK_ITALIC = 1 << 1,
  HN_LOOK_BORDER = 1 << 2,
  HN_LOOK_LEFT = 1 << 3,
  HN_LOOK_CENTER = 1 << 4,
  HN_LOOK_RIGHT = 1 << 5,
  HN_LOOK_TOP = 1 << 6,    /* otherwise in the middle */
  HN_LOOK_WRAP = 1 << 7,
  HN_LOOK_NUMBER = 1 << 8, /* with dots between thousands */
  HN_LOOK_DATE = 1 << 9,
} HnLook;

/* The formats of a workbook, each made once. */
typedef struct
{
  lxw_workbook *book;
  GHashTable   *formats; /* look, size and decimals packed into an int, to lxw_format */
} HnStyles;

void        hn_styles_init  (HnStyles     *self,
                             lxw_workbook *book);
void        hn_styles_clear (HnStyles     *self);
lxw_format *hn_styles_get   (HnStyles     *self,
                             HnLook        look,
                             double        size,
                             guint         decimals);

/* A report while it is written. */
typedef struct
{
  HnBook          book;
  HnStyles        styles;
  const HnReport *report;
  HnRegister     *reg;         /* or NULL */
  guint           sheet_rows;  /* of tables, at most on one sheet */
  guint64         n_rows;      /* of all tables, and how many of them are written */
  guint64         done;
  HnProgress      progress;
  gpointer        progress_data;
  GCancellable   *cancellable;
} HnWorkbook;

/* How far the last page of a sheet is filled, in points. */
typedef struct
{
  double height;
  double used;
} HnPage;

/* A sheet while it is written, strictly from top to bottom. */
typedef struct
{
  HnWorkbook         *workbook;
  lxw_worksheet      *sheet;
  const HnReport     *report;
  const HnReportForm *form;
  HnDress             dress;
  gboolean            filter;    /* the table can be filtered by its heads, which stay in sight */
  guint               n_sheets;  /* of the form, so far */
  gboolean            formulas;  /* sums are: all that they are of is on this sheet */
  double             *widths;    /* of the columns in points */
  double              total;     /* of all of them */
  guint               split;     /* the first column of the letterhead's right side */
  double              size;      /* of the table's font */
  guint               row;       /* the next to be written */
  guint               head_row;  /* the table's first head row */
  guint               head_rows;
  double              head_height; /* of them together */
  guint               first_row; /* of the table below them */
  HnPage              pages[2];  /* by each of the scales that the sheet may be printed at */
  int                 scale;     /* the smaller one, in per cent */
  GArray             *breaks;    /* of lxw_row_t: rows that begin a page, ended by 0; or NULL */
  gboolean            dry;       /* nothing is written: only the height is wanted */
  double              height;    /* of what was not written */
  GError             *error;     /* the first thing that went wrong; nothing is written after it */
} HnSheet;

/* --- hn-sheet.c: single cells and rows */
void        hn_sheet_check      (HnSheet      *self,
                                 lxw_error     result);
double      hn_sheet_width      (HnSheet      *self,
                                 guint         first,
                                 guint         last);
double      hn_sheet_row_height (double        size,
                                 guint         lines);
guint       hn_sheet_lines      (HnSheet      *self,
                                 guint         first,
                                 guint         last,
                                 const char   *text,
                                 double        size,
                                 HnLook        look);
void        hn_sheet_set_height (HnSheet      *self,
                                 guint         row,
                                 double        height);
void        hn_sheet_skip       (HnSheet      *self,
                                 double        height);
void        hn_sheet_begin_pages(HnSheet      *self);
void        hn_sheet_keep_together
                                (HnSheet      *self,
                                 double        height);
gboolean    hn_sheet_has_room   (HnSheet      *self,
                                 double        height);
gboolean    hn_sheet_shrink     (HnSheet      *self,
                                 double        height);
void        hn_sheet_break_page (HnSheet      *self);
void        hn_sheet_put_text   (HnSheet      *self,
                                 guint         row,
                                 guint         first,
                                 guint         last,
                                 const char   *text,
                                 double        size,
                                 HnLook        look);
guint       hn_sheet_put_lines  (HnSheet      *self,
                                 guint         first,
                                 guint         last,
                                 const char   *text,
                                 double        size,
                                 HnLook        look);
void        hn_sheet_merge_down (HnSheet      *self,
                                 guint         column,
                                 guint         first_row,
                                 guint         last_row);
void        hn_sheet_add_line   (HnSheet      *self,
                                 const char   *text,
                                 double        size,
                                 HnLook        look);
void        hn_sheet_add_title  (HnSheet      *self,
                                 const char   *text,
                                 double        size,
                                 HnLook        look);
char       *hn_sheet_clean      (const char   *text);

/* --- hn-workbook.c: sheets */
gboolean    hn_sheet_begin      (HnSheet      *self,
                                 const char   *name);
void        hn_sheet_write_tail (HnSheet      *self);
void        hn_sheet_end        (HnSheet      *self);
gboolean    hn_workbook_tell    (HnWorkbook   *self,
                                 GError      **error);

/* --- hn-workbook-head.c */
void        hn_table_plan       (HnSheet      *self);
void        hn_table_set_widths (HnSheet      *self);

/* --- hn-workbook-table.c */
void        hn_table_write      (HnSheet      *self);

/* --- hn-workbook-small-table.c */
void        hn_table_write_appended (HnSheet            *self,
                                     const HnReportForm *table,
                                     gboolean            last);

/* --- hn-workbook-dress.c: what stands around a table */
void        hn_dress_write_top  (HnSheet      *self);
void        hn_dress_write_notes(HnSheet      *self);
void        hn_dress_write_end  (HnSheet      *self);
void        hn_dress_write_titles
                                (HnSheet      *self);

/* --- hn-workbook-charts.c */
gboolean    hn_charts_write     (HnWorkbook   *self,
                                 GError      **error);

/* --- hn-workbook-letterhead.c: of a report that stands by itself */
void        hn_letterhead_write (HnSheet      *self);
void        hn_signature_write  (HnSheet      *self);

G_END_DECLS
