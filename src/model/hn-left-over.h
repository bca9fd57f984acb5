/* What a program that was killed has left aside, removed by a later one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void hn_left_over_remove_folders (const char          *folder,
                                  const char          *pattern);
void hn_left_over_sweep_async    (const char          *path,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

G_END_DECLS
