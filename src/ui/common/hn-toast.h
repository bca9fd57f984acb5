/* Says something in passing, over whatever the person looks at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hn_toast_show (GtkWidget  *from,
                    AdwToast   *toast);
void hn_toast_say  (GtkWidget  *from,
                    const char *message);

G_END_DECLS
