/* A look at a file before it is opened as a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

/* What the first hundred bytes say. */
typedef struct
{
  gint64   size;      /* of the file, in bytes */
  guint32  version;   /* user_version */
  gboolean wal;       /* it uses a write-ahead log */
} HnFileHeader;

gboolean hn_file_inspect     (const char    *path,
                              HnFileHeader  *header,
                              GError       **error);
gboolean hn_file_can_make    (const char    *path,
                              const char    *shown,
                              GError       **error);
gboolean hn_file_is_writable (const char    *path);
char    *hn_file_sibling     (const char    *path);
gboolean hn_file_sync        (const char    *path,
                              GError       **error);
gboolean hn_file_place       (const char    *from,
                              const char    *to,
                              gboolean       replace,
                              GError       **error);

G_END_DECLS
