/* What the files that lay out pages share. Lengths are points. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "hn-paper.h"

G_BEGIN_DECLS

#define HN_MM(mm) ((mm) * 72 / 25.4)

/* Decree 30/2020/NĐ-CP, Appendix I: A4 with 20 mm above and below, 30 at the left, 15 at the right. */
#define HN_PAPER_SHORT  HN_MM (210.0)
#define HN_PAPER_LONG   HN_MM (297.0)
#define HN_PAPER_TOP    HN_MM (20.0)
#define HN_PAPER_BOTTOM HN_MM (20.0)
#define HN_PAPER_LEFT   HN_MM (30.0)
#define HN_PAPER_RIGHT  HN_MM (15.0)

/* From one line to the next, in sizes of the font. */
#define HN_LINE_HEIGHT 1.2

/* What a cell keeps free, on each side. */
#define HN_CELL_SIDE  2.5
#define HN_CELL_ABOVE 2.0

typedef enum
{
  HN_FACE_UPRIGHT = 0,
  HN_FACE_BOLD = 1 << 0,
  HN_FACE_ITALIC = 1 << 1,
} HnFace;

typedef enum
{
  HN_SIDE_LEFT,
  HN_SIDE_CENTER,
  HN_SIDE_RIGHT,
} HnSide;

/* --- hn-paper-text.c: how wide text is, and where its lines break */

typedef struct _HnPen HnPen;

/* One line; the text lives as long as the block or sheet that it is in. */
typedef struct
{
  const char *text;
  double      width;
} HnTextLine;

HnPen    *hn_pen_get       (void);
double    hn_pen_width     (HnPen         *self,
                            const char    *text,
                            double         size,
                            HnFace         face);
double    hn_pen_word      (HnPen         *self,
                            const char    *text,
                            double         size,
                            HnFace         face);
GArray   *hn_pen_break     (HnPen         *self,
                            const char    *text,
                            double         size,
                            HnFace         face,
                            double         width,
                            GStringChunk  *strings);
GArray   *hn_pen_balance   (HnPen         *self,
                            const char    *text,
                            double         size,
                            HnFace         face,
                            double         width,
                            GStringChunk  *strings);
void      hn_pen_prepare   (PangoLayout   *layout,
                            double         size,
                            HnFace         face);

/* --- hn-paper-draw.c: what stands on a page */

typedef struct _HnPaperSheet HnPaperSheet;

HnPaperSheet *hn_paper_sheet_new        (void);
HnPaperSheet *hn_paper_sheet_ref        (HnPaperSheet        *self);
void          hn_paper_sheet_unref      (HnPaperSheet        *self);
void          hn_paper_sheet_add_text   (HnPaperSheet        *self,
                                         const HnTextLine    *line,
                                         double               x,
                                         double               top,
                                         double               width,
                                         HnSide               side,
                                         double               size,
                                         HnFace               face);
void          hn_paper_sheet_add_line   (HnPaperSheet        *self,
                                         double               x1,
                                         double               y1,
                                         double               x2,
                                         double               y2,
                                         double               thickness);
void          hn_paper_sheet_add_spot   (HnPaperSheet        *self,
                                         const HnPaperSpot   *spot);
void          hn_paper_sheet_draw       (const HnPaperSheet  *self,
                                         cairo_t             *cr);
gboolean      hn_paper_sheet_pick       (const HnPaperSheet  *self,
                                         double               x,
                                         double               y,
                                         HnPaperSpot         *spot);
GArray       *hn_paper_sheet_list_spots (const HnPaperSheet  *self);

/* --- hn-paper-block.c: a row of cells with their broken text */

typedef struct
{
  guint    first;   /* column, and */
  guint    last;    /* the last that it runs over */
  guint    column;  /* whose value it is */
  GArray  *lines;   /* of HnTextLine */
  HnSide   side;
  HnFace   face;
  double   size;
  gboolean number;
} HnBlockCell;

typedef struct
{
  HnPaperSpot   spot;    /* of which only the place in the report is set */
  gboolean      spots;   /* whether its cells can be pointed at */
  gboolean      open;    /* without borders: a line of text */
  const double *edges;   /* of the columns, one more than there are */
  double        pitch;   /* of the lines */
  guint         n_lines; /* of the cell that has most */
  HnRowStyle    style;
  GArray       *cells;   /* of HnBlockCell */
  GStringChunk *strings;
} HnBlock;

HnBlock      *hn_block_new     (const double        *edges,
                                double               size);
void          hn_block_free    (HnBlock             *self);
void          hn_block_add     (HnBlock             *self,
                                HnPen               *pen,
                                guint                first,
                                guint                last,
                                guint                column,
                                const char          *text,
                                HnSide               side,
                                HnFace               face,
                                double               size,
                                gboolean             number);
double        hn_block_height  (const HnBlock       *self,
                                guint                n_lines);
void          hn_block_place   (const HnBlock       *self,
                                HnPaperSheet        *sheet,
                                double               y,
                                double               height,
                                guint                first_line,
                                guint                n_lines);

/* --- hn-paper-plan.c: the columns of a table and its heads */

typedef struct
{
  const HnReportForm *form;
  double              width; /* of the page between its margins */
  double              size;  /* of the font */
  double             *edges; /* of the columns, from the left margin */
  GPtrArray          *heads; /* of HnBlock: groups, names, numbers */
  double              head_heights[3];
  double              head_height;
} HnTablePlan;

HnTablePlan *hn_table_plan_new        (const HnReportForm *form,
                                       HnPen              *pen,
                                       double              width,
                                       gboolean            fill,
                                       gboolean            numbers);
void         hn_table_plan_free       (HnTablePlan        *self);
double       hn_table_plan_put_heads  (const HnTablePlan  *self,
                                       HnPaperSheet       *sheet,
                                       double              y);

/* --- hn-paper-table.c: the rows of a table */

char    *hn_paper_cell_text  (const HnReportForm *form,
                              const HnReportRow  *row,
                              guint               column);
HnBlock *hn_paper_row_block  (const HnTablePlan  *plan,
                              HnPen              *pen,
                              const HnReportRow  *row);

/* --- hn-paper-letterhead.c: what stands above and below the table */

double hn_paper_put_head           (const HnReport      *report,
                                    guint                form,
                                    HnPen               *pen,
                                    HnPaperSheet        *sheet,
                                    double               width);
double hn_paper_signature_height   (const HnReport      *report,
                                    HnPen               *pen,
                                    double               width);
void   hn_paper_put_signature      (const HnReport      *report,
                                    HnPen               *pen,
                                    HnPaperSheet        *sheet,
                                    double               width,
                                    double               y);

/* --- hn-paper-flow.c: a form's way from page to page */

/* Where a page begins: a row of the table, or behind the last one an item of what follows it. */
typedef struct
{
  guint item;
  guint line; /* of a row that is higher than a page */
} HnPaperMark;

typedef struct _HnPaperFlow HnPaperFlow;

HnPaperFlow  *hn_paper_flow_new       (const HnReport      *report,
                                       guint                form);
void          hn_paper_flow_free      (HnPaperFlow         *self);
guint         hn_paper_flow_n_items   (const HnPaperFlow   *self);
HnPaperSheet *hn_paper_flow_fill      (HnPaperFlow         *self,
                                       HnRegister          *reg,
                                       guint                number,
                                       HnPaperMark         *mark,
                                       GCancellable        *cancellable,
                                       GError             **error);

/* --- hn-paper.c */

const HnReport *hn_paper_get_report (HnPaper       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPaperSheet, hn_paper_sheet_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnPaperFlow, hn_paper_flow_free)

G_END_DECLS
