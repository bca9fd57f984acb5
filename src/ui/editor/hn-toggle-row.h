/* A field with a few answers, which stand side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_TOGGLE_ROW (hn_toggle_row_get_type ())
G_DECLARE_FINAL_TYPE (HnToggleRow, hn_toggle_row, HN, TOGGLE_ROW, HnFieldRow)

G_END_DECLS
