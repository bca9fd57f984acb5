/* Asking for the file of a copy: to save one, or to restore one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hn-context.h"

G_BEGIN_DECLS

/* Is handed the file that was chosen. */
typedef void (*HnFileChosen) (GtkWidget *parent,
                              GFile     *file);

void hn_copy_dialogs_save (GtkWidget    *parent,
                           HnContext    *context);
void hn_copy_dialogs_open (GtkWidget    *parent,
                           HnFileChosen  chosen);

G_END_DECLS
