/* Records as a test types them, on a day that stays the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-value.h"

G_BEGIN_DECLS

#define RECORD_TODAY ((HnDate) { 2022, 7, 20 })

HnRecord *record_new            (const char     *kind);
void      record_type           (HnRecord       *record,
                                 const char     *field,
                                 const char     *text);
void      record_assert_printed (const HnRecord *record,
                                 const char     *field,
                                 const char     *expected);

G_END_DECLS
