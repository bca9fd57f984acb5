/* Finding a record of any kind by a few words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

#define HN_TYPE_FIND_DIALOG (hn_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HnFindDialog, hn_find_dialog, HN, FIND_DIALOG, AdwDialog)

AdwDialog *hn_find_dialog_new      (HnContext    *context);
void       hn_find_dialog_set_text (HnFindDialog *self,
                                    const char   *text);

G_END_DECLS
