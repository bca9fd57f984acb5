/* What is done with a report that was sent: opened, saved out, compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"

G_BEGIN_DECLS

void hn_submission_open         (GtkWidget *parent,
                                 HnContext *context,
                                 gint64     id);
void hn_submission_save         (GtkWidget *parent,
                                 HnContext *context,
                                 gint64     id);
void hn_submission_show_changes (GtkWidget *parent,
                                 HnContext *context,
                                 gint64     id);

G_END_DECLS
