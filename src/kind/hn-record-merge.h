/* Two people's changes of one record brought together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-record.h"

G_BEGIN_DECLS

GPtrArray *hn_record_merge (HnRecord       *mine,
                            const HnRecord *base,
                            const HnRecord *theirs);

G_END_DECLS
