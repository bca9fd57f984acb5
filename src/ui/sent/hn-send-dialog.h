/* A report marked as sent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"
#include "hn-report.h"

G_BEGIN_DECLS

#define HN_TYPE_SEND_DIALOG (hn_send_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnSendDialog, hn_send_dialog, HN, SEND_DIALOG, AdwDialog)

void hn_send_dialog_present (GtkWidget             *parent,
                             HnContext             *context,
                             const HnReportOptions *options);

G_END_DECLS
