/* One field of several records set to the same value, as one change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64     change;   /* its number, to take it back */
  GPtrArray *refusals; /* of HnRefusal: why nothing was changed; empty where all were */
} HnBulkResult;

void          hn_bulk_result_free   (HnBulkResult         *result);

GPtrArray    *hn_bulk_fields        (const HnKind         *kind);

void          hn_bulk_change_async  (HnStore              *store,
                                     const char           *title,
                                     const HnKind         *kind,
                                     GArray               *ids,
                                     const HnField        *field,
                                     GVariant             *value,
                                     const char           *words,
                                     HnGauge              *gauge,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
HnBulkResult *hn_bulk_change_finish (HnStore              *store,
                                     GAsyncResult         *result,
                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnBulkResult, hn_bulk_result_free)

G_END_DECLS
