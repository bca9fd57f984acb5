/* A few records with everything in them that a spreadsheet may take for something else. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-plain-list.h"

G_BEGIN_DECLS

HnPlainList *plain_donations (HnRegister *reg);

G_END_DECLS
