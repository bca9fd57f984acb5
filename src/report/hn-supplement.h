/* What came late for a report that was sent, offered in the next one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-report.h"

G_BEGIN_DECLS

gboolean hn_supplement_add (HnReport      *report,
                            HnRegister    *reg,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
