/* The search text of many records held in memory, a few bytes a word. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-query.h"

G_BEGIN_DECLS

typedef struct _HnArena HnArena;

HnArena *hn_arena_new        (void);
void     hn_arena_free       (HnArena       *self);
gboolean hn_arena_add        (HnArena       *self,
                              const char    *folded,
                              const char    *marked);
void     hn_arena_seal       (HnArena       *self);
guint    hn_arena_get_length (const HnArena *self);
gboolean hn_arena_search     (const HnArena *self,
                              const HnQuery *query,
                              const guint8  *among,
                              guint8        *ranks,
                              GCancellable  *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnArena, hn_arena_free)

G_END_DECLS
