/* The guide: its topics at the side, a page of it beside them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-help-leaf.h"

G_BEGIN_DECLS

#define HN_TYPE_HELP_WINDOW (hn_help_window_get_type ())
G_DECLARE_FINAL_TYPE (HnHelpWindow, hn_help_window, HN, HELP_WINDOW, AdwWindow)

GtkWidget  *hn_help_window_new      (void);
void        hn_help_window_show     (HnHelpWindow   *self,
                                     const char     *target);
HnHelpLeaf *hn_help_window_get_leaf (HnHelpWindow   *self);

void        hn_help_window_present  (GtkApplication *application,
                                     const char     *target);
void        hn_help_window_renew    (GtkApplication *application);

G_END_DECLS
