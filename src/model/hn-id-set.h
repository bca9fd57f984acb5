/* A set of the ids of records, quick at a million of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HnIdSet HnIdSet;

HnIdSet *hn_id_set_new      (void);
void     hn_id_set_free     (HnIdSet       *self);
guint    hn_id_set_get_size (const HnIdSet *self);
gboolean hn_id_set_contains (const HnIdSet *self,
                             gint64         id);
gboolean hn_id_set_add      (HnIdSet       *self,
                             gint64         id);
void     hn_id_set_add_many (HnIdSet       *self,
                             const gint64  *ids,
                             guint          n_ids);
gboolean hn_id_set_remove   (HnIdSet       *self,
                             gint64         id);
void     hn_id_set_clear    (HnIdSet       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnIdSet, hn_id_set_free)

G_END_DECLS
