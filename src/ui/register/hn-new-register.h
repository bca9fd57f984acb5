/* How a register begins: with an office, as the sample, from a copy, or empty. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HN_TYPE_NEW_REGISTER (hn_new_register_get_type ())
G_DECLARE_FINAL_TYPE (HnNewRegister, hn_new_register, HN, NEW_REGISTER, AdwBin)

GtkWidget *hn_new_register_new     (const char *heading);
void       hn_new_register_present (GtkWidget  *window);

G_END_DECLS
