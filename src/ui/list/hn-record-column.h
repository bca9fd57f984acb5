/* The columns of a list of records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-kind.h"

G_BEGIN_DECLS

GPtrArray           *hn_record_column_fields   (const HnKind        *kind);
GtkColumnViewColumn *hn_record_column_new      (const HnKind        *kind,
                                                const HnField       *field);
GtkColumnViewColumn *hn_record_column_new_narrow (const HnKind      *kind);
const HnField       *hn_record_column_get_field (GtkColumnViewColumn *column);
void                 hn_record_column_fit      (GtkColumnViewColumn *column,
                                                GListModel          *rows,
                                                GtkWidget           *widget);

G_END_DECLS
