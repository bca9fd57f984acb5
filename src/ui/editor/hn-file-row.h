/* A field that holds the content of a file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-field-row.h"

G_BEGIN_DECLS

#define HN_TYPE_FILE_ROW (hn_file_row_get_type ())
G_DECLARE_FINAL_TYPE (HnFileRow, hn_file_row, HN, FILE_ROW, HnFieldRow)

G_END_DECLS
