/* Says that something did not work, over the window in which it was tried. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hn_failure_show (GtkWidget    *parent,
                      const char   *heading,
                      const GError *error);

G_END_DECLS
