/* What was changed, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-history-item.h"

G_BEGIN_DECLS

char       *hn_history_day        (GDateTime             *day,
                                   GDateTime             *now);
char       *hn_history_moment     (GDateTime             *at,
                                   GDateTime             *now);
char       *hn_change_sentence    (const HnChangeHead    *head);
char       *hn_change_byline      (HnHistoryItem         *item);
char       *hn_change_sum         (const HnChangeDetails *details);
const char *hn_change_type_label  (HnChangeType           type);
char       *hn_text_shorten       (const char            *text,
                                   gsize                  n_chars);

G_END_DECLS
