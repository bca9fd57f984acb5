/* The order of a list as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

char *hn_order_sql (HnRegister    *reg,
                    const HnKind  *kind,
                    const char    *sort,
                    GError       **error);

G_END_DECLS
