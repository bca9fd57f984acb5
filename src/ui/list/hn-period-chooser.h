/* Chooses a period: this year, last month, or whatever is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_PERIOD_CHOOSER (hn_period_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HnPeriodChooser, hn_period_chooser, HN, PERIOD_CHOOSER, AdwBin)

GtkWidget *hn_period_chooser_new        (void);
void       hn_period_chooser_add_choice (HnPeriodChooser *self,
                                         const char      *period,
                                         const char      *label);
void       hn_period_chooser_set_period (HnPeriodChooser *self,
                                         const char      *period);

G_END_DECLS
