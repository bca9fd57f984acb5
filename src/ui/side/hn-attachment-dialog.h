/* What is said about an attachment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-attachment.h"
#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_ATTACHMENT_DIALOG (hn_attachment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnAttachmentDialog, hn_attachment_dialog, HN, ATTACHMENT_DIALOG, AdwDialog)

AdwDialog *hn_attachment_dialog_new (HnContext    *context,
                                     HnAttachment *attachment);

G_END_DECLS
