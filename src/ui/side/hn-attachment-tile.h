/* One attachment among those of a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-attachment.h"

G_BEGIN_DECLS

/* What is asked of it comes as signals: "open", "save", "describe", "delete". */
#define HN_TYPE_ATTACHMENT_TILE (hn_attachment_tile_get_type ())
G_DECLARE_FINAL_TYPE (HnAttachmentTile, hn_attachment_tile, HN, ATTACHMENT_TILE, GtkFlowBoxChild)

GtkWidget    *hn_attachment_tile_new            (HnAttachment     *attachment,
                                                 gboolean          read_only);
HnAttachment *hn_attachment_tile_get_attachment (HnAttachmentTile *self);
void          hn_attachment_tile_set_picture    (HnAttachmentTile *self,
                                                 GdkPaintable     *picture);

G_END_DECLS
