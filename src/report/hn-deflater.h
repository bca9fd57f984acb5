/* Deflates what is written to a stream, on a thread of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include <gio/gio.h>
#include <zlib.h>

G_BEGIN_DECLS

typedef struct _HnDeflater HnDeflater;

/* Deflated data that ends at a whole byte and refers to nothing before it, so that it may stand in the middle of an
 * entry of an archive. */
typedef struct
{
  FILE   *file;   /* positioned anywhere */
  guint64 size;   /* of what was deflated */
  guint64 packed; /* of the file */
  guint32 crc;    /* of what was deflated */
} HnDeflated;

HnDeflater *hn_deflater_new         (FILE        *file);
FILE       *hn_deflater_get_stream  (HnDeflater  *self);
HnDeflated *hn_deflater_finish      (HnDeflater  *self);
void        hn_deflater_abandon     (HnDeflater  *self);

void        hn_deflated_free        (HnDeflated  *self);
gboolean    hn_deflate_init         (z_stream    *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnDeflated, hn_deflated_free)

G_END_DECLS
