/* How pages of the guide are made: shared by the files of this folder. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-help-page.h"

G_BEGIN_DECLS

GPtrArray   *hn_help_spans_new (void);
HnHelpBlock *hn_help_block_new (HnHelpBlockType type);
HnHelpPage  *hn_help_page_new  (void);

G_END_DECLS
