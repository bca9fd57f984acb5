/* A copy of a register, saved where the person wants it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-gauge.h"
#include "hn-store.h"

G_BEGIN_DECLS

char    *hn_copy_out_name   (const char           *path);
void     hn_copy_out_async  (HnStore              *store,
                             GFile                *to,
                             HnGauge              *gauge,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
gboolean hn_copy_out_finish (HnStore              *store,
                             GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
