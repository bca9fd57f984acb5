/* Whether what a person typed is the name of something in a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *hn_name_fold         (const char *text);
gboolean hn_name_matches      (const char *name,
                               const char *folded);
gboolean hn_name_list_matches (const char *names,
                               const char *folded);

G_END_DECLS
