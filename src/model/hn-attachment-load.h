/* A file read into a record that is not saved yet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hn-gauge.h"
#include "hn-record.h"

G_BEGIN_DECLS

/* How much of several files has been read. */
typedef struct
{
  HnGauge *gauge; /* or NULL */
  guint64  done;
  guint64  total;
} HnLoading;

guint64   hn_attachment_size_of (GFile         *file,
                                 GCancellable  *cancellable);
HnRecord *hn_attachment_load    (GFile         *file,
                                 HnLoading     *loading,
                                 GCancellable  *cancellable,
                                 GError       **error);
HnRecord *hn_attachment_make    (const char    *name,
                                 GBytes        *content);

G_END_DECLS
