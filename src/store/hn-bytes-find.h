/* Where some bytes stand among many. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hn_bytes_find (const char *bytes,
                           gsize       size,
                           const char *wanted,
                           gsize       length);

G_END_DECLS
