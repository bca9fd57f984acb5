/* One line of text in a row of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HN_TYPE_CELL (hn_cell_get_type ())
G_DECLARE_FINAL_TYPE (HnCell, hn_cell, HN, CELL, GtkWidget)

GtkWidget  *hn_cell_new         (PangoEllipsizeMode  ellipsize);
const char *hn_cell_get_text    (HnCell             *self);
void        hn_cell_set_text    (HnCell             *self,
                                 const char         *text);
void        hn_cell_set_numeric (HnCell             *self,
                                 gboolean            at_end);

G_END_DECLS
