/* Records to the clipboard, as a table that a spreadsheet takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"

G_BEGIN_DECLS

void hn_list_copy (GtkWidget    *parent,
                   HnContext    *context,
                   const HnKind *kind,
                   GPtrArray    *fields,
                   GArray       *ids);

G_END_DECLS
