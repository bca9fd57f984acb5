/* How one order of ids becomes another by a few splices. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At position, removed ids go and added come; positions count what the splices before this one did. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} HnIdSplice;

GArray *hn_id_splices (GArray     *before,
                       GArray     *after,
                       GHashTable *touched);

G_END_DECLS
