/* What the files of a list's question share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-query.h"

G_BEGIN_DECLS

struct _HnListQuery
{
  GObject parent_instance;

  HnStore *store;
  const HnKind *kind;
  char *search;
  char **where; /* NULL where there is no condition */
  char *sort;

  GCancellable *cancellable;
  guint generation;    /* of the latest question; the answer to an older one is dropped */
  gboolean loading;
  gboolean answered;
  gboolean replacing;  /* the answer is another list, not the same one after a save */
  GHashTable *touched; /* ids that were changed since the last answer */

  GArray *ids;
  guint total;
  GPtrArray *sums;
  GError *error;
};

G_END_DECLS
