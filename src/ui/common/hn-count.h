/* How many records of what. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

char *hn_count_records (const HnKind *kind,
                        guint         n);

G_END_DECLS
