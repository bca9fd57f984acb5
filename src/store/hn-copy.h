/* Copies of a register with how far they are, and a copy put in a register's place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* Is told how far it is, 0 to 1. */
typedef void (*HnCopyProgress) (double   done,
                                gpointer data);

gboolean hn_copy_write    (HnRegister      *reg,
                           const char      *path,
                           HnCopyProgress   progress,
                           gpointer         data,
                           GCancellable    *cancellable,
                           GError         **error);
gboolean hn_copy_keep     (HnRegister      *reg,
                           const char      *path,
                           guint           *version,
                           HnCopyProgress   progress,
                           gpointer         data,
                           GCancellable    *cancellable,
                           GError         **error);
gboolean hn_copy_put_over (HnRegister      *copy,
                           HnRegister      *reg,
                           guint            version,
                           gboolean        *overtaken,
                           HnCopyProgress   progress,
                           gpointer         data,
                           GCancellable    *cancellable,
                           GError         **error);
gboolean hn_copy_check    (HnRegister      *copy,
                           GCancellable    *cancellable,
                           GError         **error);

G_END_DECLS
