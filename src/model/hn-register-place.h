/* Where registers are: in the program's own folder, and where others were opened. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *hn_register_place_folder      (void);
gboolean hn_register_place_make_folder (GError     **error);
gboolean hn_register_place_is_lent     (const char  *path);
gboolean hn_register_place_is_own      (const char  *path);

char    *hn_register_place_path        (const char  *name);
char    *hn_register_place_name        (const char  *path);
void     hn_register_place_speak_of    (GError      *error,
                                        const char  *path,
                                        const char  *name);

void     hn_register_place_remember    (GSettings   *settings,
                                        const char  *path);
GStrv    hn_register_place_list        (GSettings   *settings);
char    *hn_register_place_last        (GSettings   *settings);
char    *hn_register_place_missing     (GSettings   *settings);

G_END_DECLS
