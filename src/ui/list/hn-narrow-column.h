/* The only column of a list in a narrow window: a record in two lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-kind.h"

G_BEGIN_DECLS

GtkColumnViewColumn *hn_narrow_column_new (const HnKind *kind);

G_END_DECLS
