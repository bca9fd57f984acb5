/* What the files of a page on the screen share:
 *   hn-paper-view.c          how it is painted
 *   hn-paper-view-figures.c  which of its figures is chosen
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-paper-view.h"

G_BEGIN_DECLS

struct _HnPaperView
{
  GtkWidget parent_instance;

  HnReportPreview *preview;
  HnReportPageItem *item;
  gulong changed;
  double zoom;
  GdkTexture *texture;
  GCancellable *painting; /* or NULL */
  double painted_scale;   /* of the texture that is there or being painted */
  gboolean stale;         /* it shows what was there before */
  GArray *spots;          /* of HnPaperSpot: the figures */
  guint current;          /* of these: under the pointer or chosen by keys; G_MAXUINT: none */
  gboolean by_keys;       /* chosen by keys, and the pointer rests since at */
  double rest_x, rest_y;  /* in the window */
};

/* --- hn-paper-view.c */
void               hn_paper_view_get_page        (HnPaperView     *self,
                                                  graphene_rect_t *page);

/* --- hn-paper-view-figures.c */
const HnPaperSpot *hn_paper_view_get_spot        (HnPaperView     *self);
void               hn_paper_view_set_current     (HnPaperView     *self,
                                                  guint            current);
void               hn_paper_view_update_spots    (HnPaperView     *self);
void               hn_paper_view_add_controllers (HnPaperView     *self);

G_END_DECLS
