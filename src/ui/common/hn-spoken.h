/* What a screen reader calls a control that GTK would name by what is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       hn_spoken_menu      (GtkWidget   *menu);
void       hn_spoken_menus     (GtkWidget   *root);
void       hn_spoken_name      (GtkWidget   *widget,
                                const char  *name,
                                const char  *value);
void       hn_spoken_value     (GtkDropDown *drop_down,
                                const char  *name,
                                const char  *value);
void       hn_spoken_drop_down (GtkDropDown *drop_down,
                                const char  *name);
GtkWidget *hn_spoken_picture   (const char  *icon_name);
void       hn_spoken_tabs      (GtkWidget   *switcher,
                                guint        selected);

G_END_DECLS
