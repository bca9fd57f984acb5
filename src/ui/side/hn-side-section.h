/* What hangs on a record by one field: how many, the first few, all of them, and one more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-record-details.h"

G_BEGIN_DECLS

GtkWidget *hn_side_section_new (const HnRecordDetails *details, const HnRelatedSection *section);
const HnField *hn_side_section_get_field (GtkWidget *widget);

G_END_DECLS
