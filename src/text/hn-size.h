/* The size of a file in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hn_size_print (guint64 bytes);

G_END_DECLS
