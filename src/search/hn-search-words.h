/* How the desktop's search shows a record: a line under its title, and a picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-register.h"

G_BEGIN_DECLS

char       *hn_search_words (HnRegister     *reg,
                             const HnRecord *record);
const char *hn_search_icon  (const HnKind   *kind);

G_END_DECLS
