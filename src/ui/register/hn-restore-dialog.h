/* What is in a copy of a register, and what shall become of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_RESTORE_DIALOG (hn_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnRestoreDialog, hn_restore_dialog, HN, RESTORE_DIALOG, AdwDialog)

AdwDialog *hn_restore_dialog_new (GFile      *file,
                                  const char *replaceable);

G_END_DECLS
