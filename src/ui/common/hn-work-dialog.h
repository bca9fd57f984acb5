/* A work that may take longer than a blink: what it is, how far, and a way to end it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-gauge.h"

G_BEGIN_DECLS

#define HN_TYPE_WORK_DIALOG (hn_work_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnWorkDialog, hn_work_dialog, HN, WORK_DIALOG, AdwDialog)

HnWorkDialog *hn_work_dialog_new             (GtkWidget    *parent,
                                              const char   *title);
HnGauge      *hn_work_dialog_get_gauge       (HnWorkDialog *self);
GCancellable *hn_work_dialog_get_cancellable (HnWorkDialog *self);
void          hn_work_dialog_done            (HnWorkDialog *self);

G_END_DECLS
