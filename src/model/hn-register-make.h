/* A new register among the program's own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* Writes a whole register at @path, where nothing is yet; it is called on a thread of its own. */
typedef HnRegister *(*HnRegisterMaker) (const char  *path,
                                        gpointer     data,
                                        GError     **error);

void  hn_register_make_async        (const char          *name,
                                     HnRegisterMaker      maker,
                                     gpointer             data,
                                     GDestroyNotify       free_data,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void  hn_register_make_office_async (const char          *name,
                                     HnRecord            *profile,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
char *hn_register_make_finish       (GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
