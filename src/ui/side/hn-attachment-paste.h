/* Files and pictures that come from the clipboard, or are dropped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *hn_attachment_list_files   (const GValue         *value);
void       hn_attachment_paste_async  (GdkClipboard         *clipboard,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean   hn_attachment_paste_finish (GAsyncResult         *result,
                                       GPtrArray           **files,
                                       GBytes              **picture,
                                       GError              **error);
char      *hn_attachment_paste_name   (void);

G_END_DECLS
