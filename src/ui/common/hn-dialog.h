/* What all dialogs have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hn_dialog_dispose_template (AdwDialog *self,
                                 GType      type);
void hn_dialog_begin_at         (AdwDialog *self,
                                 GtkWidget *first);
AdwDialog *hn_dialog_new_question
                                (const char *heading,
                                 const char *body);

G_END_DECLS
