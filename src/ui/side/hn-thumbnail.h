/* Small pictures made of large ones, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        hn_thumbnail_make_async  (GBytes               *content,
                                      int                   size,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GdkTexture *hn_thumbnail_make_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
