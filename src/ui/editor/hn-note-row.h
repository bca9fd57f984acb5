/* A field of several lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_NOTE_ROW (hn_note_row_get_type ())
G_DECLARE_FINAL_TYPE (HnNoteRow, hn_note_row, HN, NOTE_ROW, HnFieldRow)

G_END_DECLS
