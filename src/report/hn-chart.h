/* What people would rather look at than read: a few figures as a picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

/* The charts of a report, of HnChart; those for which there is nothing are left out. */
GPtrArray *hn_charts_load (const HnFormContext  *context,
                           GError              **error);

G_END_DECLS
