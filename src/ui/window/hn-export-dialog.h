/* The workbook of a year: which year, where to, and how far it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_EXPORT_DIALOG (hn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnExportDialog, hn_export_dialog, HN, EXPORT_DIALOG, AdwDialog)

AdwDialog *hn_export_dialog_new (HnContext *context);

G_END_DECLS
