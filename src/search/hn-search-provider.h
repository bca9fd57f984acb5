/* What the desktop's search asks: org.gnome.Shell.SearchProvider2 on a name of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HN_TYPE_SEARCH_PROVIDER (hn_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (HnSearchProvider, hn_search_provider, HN, SEARCH_PROVIDER, GApplication)

GApplication *hn_search_provider_new (void);

G_END_DECLS
