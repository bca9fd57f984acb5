/* Records that answer a question, as the database is asked for them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-query.h"
#include "hn-register.h"

G_BEGIN_DECLS

/* Arrays of hits are in the order of ids, as the tables have them. */
typedef struct
{
  gint64  id;
  HnMatch rank;
} HnHit;

GArray *hn_hits_find      (HnRegister     *reg,
                           const HnKind   *kind,
                           const HnQuery  *query,
                           GCancellable   *cancellable,
                           GError        **error);
GArray *hn_hits_get_ids   (GArray         *hits);
char   *hn_hits_print     (GArray         *hits);
GArray *hn_hits_intersect (GArray         *found,
                           GArray         *matching);
GArray *hn_hits_of_rank   (GArray         *hits,
                           HnMatch         rank);
HnMatch hn_hits_get_rank  (GArray         *hits,
                           gint64          id);
GArray *hn_hits_order     (GArray         *hits,
                           GArray         *ids);

G_END_DECLS
