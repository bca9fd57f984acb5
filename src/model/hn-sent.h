/* Reports that were sent and are due, read away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-due.h"
#include "hn-store.h"
#include "hn-submission.h"

G_BEGIN_DECLS

void       hn_due_load_async            (HnStore              *store,
                                         int                   year,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *hn_due_load_finish           (HnStore              *store,
                                         GAsyncResult         *result,
                                         GError              **error);
void       hn_submission_compare_async  (HnStore              *store,
                                         gint64                id,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *hn_submission_compare_finish (HnStore              *store,
                                         GAsyncResult         *result,
                                         GError              **error);
void       hn_submission_unpack_async   (HnStore              *store,
                                         gint64                id,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GFile     *hn_submission_unpack_finish  (HnStore              *store,
                                         GAsyncResult         *result,
                                         GError              **error);
void       hn_submission_export_async   (HnStore              *store,
                                         gint64                id,
                                         const char           *path,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean   hn_submission_export_finish  (HnStore              *store,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
