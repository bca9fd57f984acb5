/* The deleting of one or several records, and the one question about what refers to them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"

G_BEGIN_DECLS

void hn_bulk_delete (GtkWidget    *parent,
                     HnContext    *context,
                     const HnKind *kind,
                     GArray       *ids);

G_END_DECLS
