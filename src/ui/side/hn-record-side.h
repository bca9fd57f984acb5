/* The selected record beside its list: what it is, what is known of it, and what hangs on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-kind.h"

G_BEGIN_DECLS

/* Actions that its buttons ask of who holds it: record.edit, record.duplicate, record.delete, record.close.
 * Property "sheet" (boolean): it lies over the list, and leads back to it. */
#define HN_TYPE_RECORD_SIDE (hn_record_side_get_type ())
G_DECLARE_FINAL_TYPE (HnRecordSide, hn_record_side, HN, RECORD_SIDE, AdwBin)

GtkWidget *hn_record_side_new         (HnContext    *context);
void       hn_record_side_set_record  (HnRecordSide *self,
                                       const HnKind *kind,
                                       gint64        id);
void       hn_record_side_set_several (HnRecordSide *self,
                                       const HnKind *kind,
                                       GArray       *ids);

G_END_DECLS
