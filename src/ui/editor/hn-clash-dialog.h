/* Which of two people's values stays, field by field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-edit.h"

G_BEGIN_DECLS

#define HN_TYPE_CLASH_DIALOG (hn_clash_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnClashDialog, hn_clash_dialog, HN, CLASH_DIALOG, AdwDialog)

/* Signal "settled" (HnClashDialog *dialog): every field is decided, and the record shall be saved. */

AdwDialog *hn_clash_dialog_new (HnEdit *edit);

G_END_DECLS
