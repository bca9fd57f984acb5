/* A list as a plain .xlsx or .csv: what goes in, where to, and how far it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_LIST_EXPORT (hn_list_export_get_type ())
G_DECLARE_FINAL_TYPE (HnListExport, hn_list_export, HN, LIST_EXPORT, AdwDialog)

AdwDialog *hn_list_export_new              (HnContext    *context,
                                            const HnKind *kind,
                                            GPtrArray    *fields,
                                            GArray       *ids,
                                            const char   *filter);
void       hn_list_export_present_filtered (GtkWidget    *parent,
                                            HnContext    *context,
                                            const HnKind *kind,
                                            GPtrArray    *fields,
                                            GArray       *ids,
                                            const char   *filter);

G_END_DECLS
