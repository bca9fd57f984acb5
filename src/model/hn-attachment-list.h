/* The attachments of a record as a list model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-attachment.h"
#include "hn-store.h"

G_BEGIN_DECLS

#define HN_TYPE_ATTACHMENT_LIST (hn_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (HnAttachmentList, hn_attachment_list, HN, ATTACHMENT_LIST, GObject)

HnAttachmentList *hn_attachment_list_new         (HnStore          *store);
void              hn_attachment_list_set_record  (HnAttachmentList *self,
                                                  const HnKind     *kind,
                                                  gint64            id);
const HnKind     *hn_attachment_list_get_kind    (HnAttachmentList *self);
gint64            hn_attachment_list_get_id      (HnAttachmentList *self);
gboolean          hn_attachment_list_get_loading (HnAttachmentList *self);
const char       *hn_attachment_list_get_failure (HnAttachmentList *self);

G_END_DECLS
