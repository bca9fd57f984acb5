/* Where registers are: the person's own, those that were opened, and those that a sandbox only lends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *hn_register_place_own     (void);
gboolean hn_register_place_is_lent (const char *path);
gboolean hn_register_place_make    (const char *path,
                                    GError    **error);

void  hn_register_place_new_async  (const char         *path,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
void  hn_register_place_take_async (const char         *path,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
char *hn_register_place_finish     (GAsyncResult       *result,
                                    GError            **error);

void  hn_register_place_remember (GSettings  *settings,
                                  const char *path);
GStrv hn_register_place_list     (GSettings  *settings,
                                  const char *but);
char *hn_register_place_name     (const char *path);

G_END_DECLS
