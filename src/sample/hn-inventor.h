/* Invents people: the same ones from the same seed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

typedef struct _HnInventor HnInventor;

HnInventor *hn_inventor_new            (HnRegister  *reg,
                                        guint32      seed,
                                        GError     **error);
void        hn_inventor_free           (HnInventor  *inventor);
HnRecord   *hn_inventor_make           (HnInventor  *inventor);
HnRecord   *hn_inventor_make_abroad    (HnInventor  *inventor,
                                        const char  *country);
HnRecord   *hn_inventor_make_somewhere (HnInventor  *inventor);
guint       hn_inventor_below          (HnInventor  *inventor,
                                        guint        limit);
gint64      hn_inventor_spread         (HnInventor  *inventor,
                                        gint64       limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnInventor, hn_inventor_free)

G_END_DECLS
