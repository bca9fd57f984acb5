/* What the foot of a list says: how many, and what they add up to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-list-query.h"

G_BEGIN_DECLS

char *hn_foot_describe          (HnListQuery *query);
char *hn_foot_describe_selected (HnListQuery *query,
                                 guint        n_selected,
                                 GPtrArray   *sums);
char *hn_foot_describe_search   (HnListQuery *query);

G_END_DECLS
