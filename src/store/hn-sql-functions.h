/* Functions of ours that SQL may call. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

void hn_sql_functions_add (HnRegister *reg);

G_END_DECLS
