/* Since when a register is kept, and of which days it tells all the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"
#include "hn-register.h"

G_BEGIN_DECLS

typedef struct _HnBegun HnBegun;

HnBegun *hn_begun_load   (HnRegister      *reg,
                          HnDate           today,
                          GError         **error);
void     hn_begun_free   (HnBegun         *self);
gboolean hn_begun_covers (const HnBegun   *self,
                          const HnPeriod  *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnBegun, hn_begun_free)

G_END_DECLS
