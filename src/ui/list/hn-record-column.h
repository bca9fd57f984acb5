/* The columns of a list of records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-kind.h"

G_BEGIN_DECLS

GtkColumnViewColumn *hn_record_column_new       (const HnKind        *kind,
                                                 const HnField       *field);
const HnField       *hn_record_column_get_field (GtkColumnViewColumn *column);
void                 hn_record_column_fit       (GtkColumnViewColumn *column,
                                                 GListModel          *rows,
                                                 GtkWidget           *widget);
int                  hn_record_column_get_width (GtkColumnViewColumn *column);
void                 hn_record_column_set_width (GtkColumnViewColumn *column,
                                                 int                  width);
gboolean             hn_record_column_get_range (GtkColumnViewColumn *column,
                                                 int                 *least,
                                                 int                 *usual,
                                                 int                 *most);
int                  hn_record_column_get_cut   (GtkColumnViewColumn *column);
gboolean             hn_record_column_is_roomy  (GtkColumnViewColumn *column);
void                 hn_record_column_adapt     (GtkColumnViewColumn *column,
                                                 int                  width);

void                 hn_record_cell_set_item    (GtkWidget           *cell,
                                                 GtkListItem         *item);
GtkListItem         *hn_record_cell_get_item    (GtkWidget           *widget);

G_END_DECLS
