/* Keys that put Vietnamese text in order by memcmp, the same in every locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *hn_sort_key_text (const char *text);
GBytes *hn_sort_key_name (const char *name,
                          const char *order);
int     hn_collate       (const char *a,
                          const char *b);

G_END_DECLS
