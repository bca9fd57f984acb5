/* The keys that the window knows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_SHORTCUTS_DIALOG (hn_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnShortcutsDialog, hn_shortcuts_dialog, HN, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *hn_shortcuts_dialog_new (void);

G_END_DECLS
