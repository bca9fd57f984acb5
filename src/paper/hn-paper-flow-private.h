/* What the files that bring a form from page to page share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-paper-private.h"

G_BEGIN_DECLS

/* Rows that were made to see whether they fit, and are wanted again at the top of the next page. */
#define HN_FLOW_N_KEPT 8

typedef enum
{
  HN_FLOW_ROW,
  HN_FLOW_TOTAL,
  HN_FLOW_WORDS,
  HN_FLOW_NOTE,
  HN_FLOW_TABLE_TITLE,
  HN_FLOW_TABLE_ROW, /* of a small table, or behind its rows the total */
  HN_FLOW_END,       /* the mark of it, where the last is a table */
  HN_FLOW_SIGNATURE, /* with the mark above them their index is 1 */
} HnFlowItemKind;

/* Something below the rows. */
typedef struct
{
  HnFlowItemKind kind;
  guint    table;
  guint    index;
} HnFlowItem;

struct _HnPaperFlow
{
  const HnReport     *report;
  guint               index;
  const HnReportForm *form;
  HnPen              *pen;    /* of the thread that fills pages */
  double              width;  /* between the margins */
  double              bottom;
  double              line_edges[2];
  HnTablePlan        *plan;
  GPtrArray          *tables; /* of HnTablePlan: the appended ones */
  guint               n_rows;
  GArray             *tail;   /* of HnFlowItem */
  HnBlock            *kept[HN_FLOW_N_KEPT];
  guint               kept_item[HN_FLOW_N_KEPT];
  guint               source_row; /* which the source gives next; G_MAXUINT: none */
  HnRegister         *source_reg; /* not owned: that it was told to read from */
};

/* A page while it is filled. */
typedef struct
{
  HnPaperFlow       *flow;
  HnRegister        *reg;
  HnPaperSheet      *sheet;
  double             y;
  gboolean           fresh; /* nothing stands there yet but a letterhead */
  const HnTablePlan *table; /* whose heads stand above */
  GCancellable      *cancellable;
} HnFlowPage;

/* --- hn-paper-flow-items.c: what there is, and how high it is */
HnFlowItem         hn_flow_get_item      (const HnPaperFlow   *self,
                                          guint                item);
const HnBlock     *hn_flow_get_block     (HnFlowPage          *page,
                                          guint                item,
                                          GError             **error);
const HnTablePlan *hn_flow_get_table     (const HnPaperFlow   *self,
                                          HnFlowItem           item);
double             hn_flow_space_above   (HnFlowItem           item);
double             hn_flow_height_before (const HnFlowPage    *page,
                                          HnFlowItem           item,
                                          gboolean             fresh,
                                          const HnTablePlan   *table);
gboolean           hn_flow_measure       (HnFlowPage          *page,
                                          guint                first,
                                          guint                end,
                                          double              *height,
                                          GError             **error);

/* --- hn-paper-flow-keep.c: what stays together */
gboolean           hn_flow_find_keep     (HnFlowPage          *page,
                                          guint                item,
                                          guint               *end,
                                          GError             **error);

G_END_DECLS
