/* Says that a record is deleted, and takes that back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

AdwToast *hn_undo_toast_new (GtkWidget  *parent,
                             HnContext  *context,
                             const char *title,
                             gint64      change);

G_END_DECLS
