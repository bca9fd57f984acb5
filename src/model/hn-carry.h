/* A whole file carried to another place, with how far it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-copy.h"

G_BEGIN_DECLS

gboolean hn_carry_in     (GFile           *from,
                          const char      *path,
                          HnCopyProgress   progress,
                          gpointer         data,
                          GCancellable    *cancellable,
                          GError         **error);
gboolean hn_carry_out    (const char      *path,
                          GFile           *to,
                          HnCopyProgress   progress,
                          gpointer         data,
                          GCancellable    *cancellable,
                          GError         **error);
gboolean hn_carry_is_same (const char     *path,
                           GFile          *file,
                           GCancellable   *cancellable,
                           GError        **error);

G_END_DECLS
