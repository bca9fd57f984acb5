/* A register for a window: one thread writes, others read, and the main thread hears what changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

#define HN_TYPE_STORE (hn_store_get_type ())
G_DECLARE_FINAL_TYPE (HnStore, hn_store, HN, STORE, GObject)

/* Signal "changed" (HnStore *store, GPtrArray *changes): emitted on the thread that made the store, after a
 * save, undo or redo; changes are HnRecordChange without their fields. NULL: anything may have changed. */

/* Runs on a thread of the store with a register of its own. */
typedef gpointer (*HnStoreJob) (HnRegister    *reg,
                                gpointer       data,
                                GCancellable  *cancellable,
                                GError       **error);

/* Changes the register on the store's writing thread, inside one recorded change: what it saves and deletes there is
 * undone in one step. Where it returns FALSE, nothing of it is kept. */
typedef gboolean (*HnStoreWork) (HnRegister    *reg,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

HnStore    *hn_store_new           (const char          *path,
                                    GError             **error);
const char *hn_store_get_path      (HnStore             *self);
gboolean    hn_store_is_read_only  (HnStore             *self);
HnRegister *hn_store_get_reader    (HnStore             *self);
void        hn_store_poll          (HnStore             *self);

void        hn_store_save_async    (HnStore             *self,
                                    HnRecord            *record,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean    hn_store_save_finish   (HnStore             *self,
                                    GAsyncResult        *result,
                                    gint64              *id,
                                    gint64              *change,
                                    GError             **error);
void        hn_store_save_over_async
                                   (HnStore             *self,
                                    HnRecord            *record,
                                    const HnRecord      *base,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void        hn_store_change_async  (HnStore             *self,
                                    const char          *title,
                                    HnStoreWork          work,
                                    gpointer             data,
                                    GDestroyNotify       free_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean    hn_store_change_finish (HnStore             *self,
                                    GAsyncResult        *result,
                                    gint64              *change,
                                    GError             **error);
void        hn_store_delete_async  (HnStore             *self,
                                    const HnKind        *kind,
                                    gint64               id,
                                    HnDeleteMode         mode,
                                    gint64               replacement,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean    hn_store_delete_finish (HnStore             *self,
                                    GAsyncResult        *result,
                                    gint64              *change,
                                    GError             **error);
void        hn_store_revert_async  (HnStore             *self,
                                    gint64               change,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void        hn_store_undo_async    (HnStore             *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void        hn_store_redo_async    (HnStore             *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean    hn_store_undo_finish   (HnStore             *self,
                                    GAsyncResult        *result,
                                    char               **title,
                                    GError             **error);
void        hn_store_read_async    (HnStore             *self,
                                    HnStoreJob           job,
                                    gpointer             data,
                                    GDestroyNotify       free_data,
                                    GDestroyNotify       free_result,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gpointer    hn_store_read_finish   (HnStore             *self,
                                    GAsyncResult        *result,
                                    GError             **error);

G_END_DECLS
