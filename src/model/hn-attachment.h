/* A file that belongs to a record, without its content. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

#define HN_TYPE_ATTACHMENT (hn_attachment_get_type ())
G_DECLARE_FINAL_TYPE (HnAttachment, hn_attachment, HN, ATTACHMENT, GObject)

HnAttachment *hn_attachment_new            (HnRecord     *record);
HnRecord     *hn_attachment_get_record     (HnAttachment *self);
gint64        hn_attachment_get_id         (HnAttachment *self);
const char   *hn_attachment_get_name       (HnAttachment *self);
const char   *hn_attachment_get_media_type (HnAttachment *self);
const char   *hn_attachment_get_caption    (HnAttachment *self);
const char   *hn_attachment_get_credit     (HnAttachment *self);
guint64       hn_attachment_get_size       (HnAttachment *self);
gboolean      hn_attachment_is_image       (HnAttachment *self);
char         *hn_attachment_make_file_name (HnAttachment *self);

G_END_DECLS
