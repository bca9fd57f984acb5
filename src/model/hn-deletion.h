/* Records that are to be deleted together: what refers to them, and their going as one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-report.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct _HnDeletion HnDeletion;

HnDeletion   *hn_deletion_new         (const HnKind         *kind,
                                       GArray               *ids);
void          hn_deletion_unref       (HnDeletion           *self);
const HnKind *hn_deletion_get_kind    (const HnDeletion     *self);
guint         hn_deletion_get_count   (const HnDeletion     *self);
gint64        hn_deletion_get_first   (const HnDeletion     *self);

void          hn_deletion_look_async  (HnDeletion           *self,
                                       HnStore              *store,
                                       HnGauge              *gauge,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray    *hn_deletion_look_finish (HnStore              *store,
                                       GAsyncResult         *result,
                                       GError              **error);

void          hn_deletion_run_async   (HnDeletion           *self,
                                       HnStore              *store,
                                       HnDeleteMode          mode,
                                       const char           *title,
                                       HnGauge              *gauge,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean      hn_deletion_run_finish  (HnStore              *store,
                                       GAsyncResult         *result,
                                       gint64               *change,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnDeletion, hn_deletion_unref)

G_END_DECLS
