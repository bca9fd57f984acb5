/* A list that is written to a file, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-plain-list.h"
#include "hn-store.h"

G_BEGIN_DECLS

void     hn_list_save_async  (HnStore              *store,
                              HnPlainList          *list,
                              const char           *path,
                              HnGauge              *gauge,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gboolean hn_list_save_finish (HnStore              *store,
                              GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
