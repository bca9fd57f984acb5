/* The provinces, to choose one of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hn_province_row_fill (AdwComboRow *row);

G_END_DECLS
