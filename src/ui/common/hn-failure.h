/* Says that something did not work, over the window in which it was tried. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void hn_failure_show (GtkWidget    *parent,
                      const char   *heading,
                      const GError *error);
void hn_failure_say  (GtkWidget    *from,
                      const char   *message);
void hn_failure_reveal
                     (AdwBanner    *banner,
                      const char   *message);
void hn_failure_fill (AdwStatusPage *page,
                      const char    *message);
void hn_failure_mark (GtkWidget    *field,
                      GtkWidget    *words,
                      const char   *problem);

G_END_DECLS
