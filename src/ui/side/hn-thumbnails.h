/* The thumbnails of the attachments that are looked at: made one after the other, and kept for a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-attachment-tile.h"
#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_THUMBNAILS (hn_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (HnThumbnails, hn_thumbnails, HN, THUMBNAILS, GObject)

HnThumbnails *hn_thumbnails_new  (HnStore          *store);
void          hn_thumbnails_show (HnThumbnails     *self,
                                  HnAttachmentTile *tile);
void          hn_thumbnails_stop (HnThumbnails     *self);

G_END_DECLS
