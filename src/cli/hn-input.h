/* FIELD=VALUE, as add and set take them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

gboolean hn_input_apply (HnRegister         *reg,
                         HnRecord           *record,
                         const char *const  *assignments,
                         GError            **error);

G_END_DECLS
