/* The rosters of a store: loaded on a thread of their own once a list of many rows was asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-roster.h"

G_BEGIN_DECLS

typedef struct _HnRosters HnRosters;

HnRosters *hn_rosters_new  (const char   *path,
                            GRWLock      *turns);
void       hn_rosters_free (HnRosters    *self);
void       hn_rosters_wish (HnRosters    *self,
                            HnRegister   *reg,
                            const HnKind *kind);
HnRoster  *hn_rosters_get  (HnRosters    *self,
                            HnRegister   *reg,
                            const HnKind *kind);
void       hn_rosters_drop (HnRosters    *self,
                            const HnKind *kind);

G_END_DECLS
