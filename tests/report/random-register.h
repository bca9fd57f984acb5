/* Registers of random records of every kind that a form reads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

void random_register_fill (HnRegister *reg,
                           guint32     seed);

G_END_DECLS
