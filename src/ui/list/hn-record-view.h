/* The view of a list of records: its columns, their order and their widths. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-kind.h"

G_BEGIN_DECLS

void  hn_record_view_build      (GtkColumnView *view,
                                 const HnKind  *kind);
void  hn_record_view_fit        (GtkColumnView *view,
                                 GListModel    *rows);
void  hn_record_view_set_narrow (GtkColumnView *view,
                                 gboolean       narrow);
char *hn_record_view_get_sort   (GtkColumnView *view,
                                 const HnKind  *kind);

G_END_DECLS
