/* What a change did to its records, a line a field: before and after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-change-log.h"

G_BEGIN_DECLS

gboolean hn_change_lines_are_cut (const HnChangeDetails *details);
void     hn_change_lines_fill    (GtkBox                *box,
                                  const HnChangeDetails *details,
                                  gboolean               whole,
                                  GCallback              pressed,
                                  gpointer               user_data);

G_END_DECLS
