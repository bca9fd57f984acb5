/* What is done with an attachment: opened, saved out, deleted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-attachment.h"
#include "hn-context.h"

G_BEGIN_DECLS

void hn_attachment_open   (GtkWidget    *parent,
                           HnContext    *context,
                           HnAttachment *attachment);
void hn_attachment_save   (GtkWidget    *parent,
                           HnContext    *context,
                           HnAttachment *attachment);
void hn_attachment_delete (GtkWidget    *parent,
                           HnContext    *context,
                           HnAttachment *attachment);

G_END_DECLS
