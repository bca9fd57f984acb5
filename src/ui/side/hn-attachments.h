/* The attachments of a record: thumbnails with captions; added, opened, saved out, described, removed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"
#include "hn-kind.h"

G_BEGIN_DECLS

#define HN_TYPE_ATTACHMENTS (hn_attachments_get_type ())
G_DECLARE_FINAL_TYPE (HnAttachments, hn_attachments, HN, ATTACHMENTS, GtkWidget)

GtkWidget *hn_attachments_new        (HnContext     *context);
void       hn_attachments_set_record (HnAttachments *self,
                                      const HnKind  *kind,
                                      gint64         id);

G_END_DECLS
