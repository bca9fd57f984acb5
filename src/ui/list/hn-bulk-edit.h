/* One value for a field of several records at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_BULK_EDIT (hn_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (HnBulkEdit, hn_bulk_edit, HN, BULK_EDIT, AdwDialog)

AdwDialog *hn_bulk_edit_new     (HnContext    *context,
                                 const HnKind *kind,
                                 GArray       *ids);
void       hn_bulk_edit_present (GtkWidget    *parent,
                                 HnContext    *context,
                                 const HnKind *kind,
                                 GArray       *ids);

G_END_DECLS
