/* Members by age and sex: a small table below a form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-form.h"

G_BEGIN_DECLS

HnReportForm *hn_member_ages_new         (const HnFormContext  *context,
                                          const char           *form,
                                          GError              **error);
gint64        hn_member_ages_get_members (HnReportForm         *table);

G_END_DECLS
