/* The view of a list of records: its columns, their order and their widths. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-list-memory.h"

G_BEGIN_DECLS

void                 hn_record_view_build         (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   const HnListLayout *layout);
void                 hn_record_view_set_layout    (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   const HnListLayout *layout);
HnListLayout        *hn_record_view_get_layout    (GtkColumnView      *view,
                                                   const HnKind       *kind);
void                 hn_record_view_fit           (GtkColumnView      *view,
                                                   GListModel         *rows);
void                 hn_record_view_adapt         (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   int                 room);
void                 hn_record_view_set_narrow    (GtkColumnView      *view,
                                                   gboolean            narrow);
guint                hn_record_view_get_n_columns (GtkColumnView      *view);
GPtrArray           *hn_record_view_get_fields    (GtkColumnView      *view);
GtkColumnViewColumn *hn_record_view_find_column   (GtkColumnView      *view,
                                                   const HnField      *field);
void                 hn_record_view_show_column   (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   const HnField      *field,
                                                   gboolean            shown);
char                *hn_record_view_get_sort      (GtkColumnView      *view,
                                                   const HnKind       *kind);
const HnField       *hn_record_view_find_order    (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   gboolean           *descending);
void                 hn_record_view_sort_by       (GtkColumnView      *view,
                                                   const HnKind       *kind,
                                                   const char         *sort);

G_END_DECLS
