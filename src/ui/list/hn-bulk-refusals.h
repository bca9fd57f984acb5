/* The records that cannot take a value, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-kind.h"

G_BEGIN_DECLS

#define HN_TYPE_BULK_REFUSALS (hn_bulk_refusals_get_type ())
G_DECLARE_FINAL_TYPE (HnBulkRefusals, hn_bulk_refusals, HN, BULK_REFUSALS, AdwBin)

void hn_bulk_refusals_show (HnBulkRefusals *self,
                            const HnKind   *kind,
                            GPtrArray      *refusals);

G_END_DECLS
