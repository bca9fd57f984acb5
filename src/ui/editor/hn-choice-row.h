/* A field with many answers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_CHOICE_ROW (hn_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (HnChoiceRow, hn_choice_row, HN, CHOICE_ROW, HnFieldRow)

G_END_DECLS
