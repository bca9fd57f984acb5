/* The form of one record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-record.h"

G_BEGIN_DECLS

#define HN_TYPE_EDITOR (hn_editor_get_type ())
G_DECLARE_FINAL_TYPE (HnEditor, hn_editor, HN, EDITOR, AdwDialog)

AdwDialog *hn_editor_new (HnContext      *context,
                          const HnRecord *record);

G_END_DECLS
