/* Says what was done, and takes it back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

AdwToast *hn_undo_toast_new (GtkWidget  *parent,
                             HnContext  *context,
                             const char *title,
                             gint64      change);
AdwToast *hn_undo_toast_new_saying
                            (GtkWidget  *parent,
                             HnContext  *context,
                             const char *message,
                             gint64      change);

G_END_DECLS
