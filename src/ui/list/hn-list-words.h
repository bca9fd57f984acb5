/* What a list of each kind is for, in a sentence and a picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-kind.h"

G_BEGIN_DECLS

const char *hn_list_words_icon     (const HnKind *kind);
const char *hn_list_words_describe (const HnKind *kind);

G_END_DECLS
