/* What the files of a tab share:
 *   hn-tab-page.c       its lists
 *   hn-tab-page-side.c  the record beside them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record-side.h"
#include "hn-tab-page.h"

G_BEGIN_DECLS

/* In pixels, of the side. */
#define HN_SIDE_MIN_WIDTH 260
#define HN_SIDE_MAX_WIDTH 900

struct _HnTabPage
{
  AdwBin parent_instance;

  HnContext *context;
  GtkWidget *side; /* NULL until a record is selected */
  gboolean narrow;
  gboolean slim;
  gboolean wanted; /* the person wants to see the side where there is room */
  int side_width;
  int drag_width;

  GtkScrolledWindow *switcher_scroller;
  GtkWidget *switcher;
  AdwViewStack *lists;
  AdwOverlaySplitView *split;
  GtkBox *side_box;
  GtkWidget *handle;
};

/* --- hn-tab-page-side.c */
HnRecordSide *hn_tab_page_take_side       (HnTabPage      *self);
void          hn_tab_page_move_side       (HnTabPage      *self,
                                           gboolean        shown);
void          hn_tab_page_update_side     (HnTabPage      *self);
void          hn_tab_page_set_side_shown  (HnTabPage      *self,
                                           gboolean        shown);
void          hn_tab_page_set_side_wanted (HnTabPage      *self,
                                           gboolean        wanted);
void          hn_tab_page_set_side_width  (HnTabPage      *self,
                                           int             width);
void          hn_tab_page_update_width    (HnTabPage      *self);
void          hn_tab_page_bind_side       (GtkWidgetClass *widget_class);

G_END_DECLS
