/* The records behind a figure, beside the page that it stands on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-figure.h"

G_BEGIN_DECLS

/* Signal "closed": the person has seen enough. */
#define HN_TYPE_FIGURE_SIDE (hn_figure_side_get_type ())
G_DECLARE_FINAL_TYPE (HnFigureSide, hn_figure_side, HN, FIGURE_SIDE, AdwBin)

void hn_figure_side_set_context (HnFigureSide          *self,
                                 HnContext             *context);
void hn_figure_side_explain     (HnFigureSide          *self,
                                 const HnReportChoice  *choice,
                                 const HnPaperSpot     *spot);
void hn_figure_side_reload      (HnFigureSide          *self);

G_END_DECLS
