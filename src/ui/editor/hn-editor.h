/* The form of one record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-record.h"

G_BEGIN_DECLS

#define HN_TYPE_EDITOR (hn_editor_get_type ())
G_DECLARE_FINAL_TYPE (HnEditor, hn_editor, HN, EDITOR, AdwDialog)

/* Signal "saved" (HnEditor *editor, gint64 id): a record was saved; the form may go on with the next of a pile. */

AdwDialog    *hn_editor_new             (HnContext      *context,
                                         const HnRecord *record);
AdwDialog    *hn_editor_new_nested      (HnContext      *context,
                                         const HnRecord *record);
const HnKind *hn_editor_get_kind        (HnEditor       *self);
char         *hn_editor_get_saved_title (HnEditor       *self);

G_END_DECLS
