/* A field of one line: words, a number, a date, an amount. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_ENTRY_ROW (hn_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (HnEntryRow, hn_entry_row, HN, ENTRY_ROW, HnFieldRow)

G_END_DECLS
