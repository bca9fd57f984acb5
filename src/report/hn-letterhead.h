/* The office's letterhead as it stood at a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

gboolean      hn_letterhead_find_profile (HnRegister          *reg,
                                          HnDate               day,
                                          HnRecord           **profile,
                                          GError             **error);
HnLetterhead *hn_letterhead_new          (const HnRecord      *profile);
void          hn_letterhead_free         (HnLetterhead        *letterhead);
char         *hn_letterhead_name_in_text (const HnLetterhead  *letterhead);
char         *hn_letterhead_province     (const HnLetterhead  *letterhead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HnLetterhead, hn_letterhead_free)

G_END_DECLS
