/* A report into a file: where to, how far it is, and opening it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hn-context.h"
#include "hn-export.h"
#include "hn-report-choice.h"
#include "hn-report-pages.h"

G_BEGIN_DECLS

void hn_report_save_present (GtkWidget             *parent,
                             HnContext             *context,
                             const HnReportChoice  *choice,
                             const HnReport        *report,
                             HnExportAs             as);
void hn_report_print        (GtkWidget             *parent,
                             HnContext             *context,
                             HnReportPages         *pages);

G_END_DECLS
