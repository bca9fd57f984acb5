/* A field that names other records or countries: typed, completed, one or several. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_REFERENCE_ROW (hn_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (HnReferenceRow, hn_reference_row, HN, REFERENCE_ROW, HnFieldRow)

G_END_DECLS
