/* What figures are counted once more by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-fixture.h"

G_BEGIN_DECLS

#define PEOPLE(column) "COALESCE (\"participants_" column "\", 0)"
#define ALL_PEOPLE PEOPLE ("domestic") " + " PEOPLE ("foreign") " + " PEOPLE ("online")

/* Whole đồng of an amount by the record's own rate, half of one rounded up. */
#define CONVERTED(amount) \
  "CASE WHEN \"currency\" = 'JPY' THEN (" amount " * \"exchange_rate\" + 5000) / 10000" \
  " WHEN \"currency\" <> 'VND' THEN (" amount " * \"exchange_rate\" + 500000) / 1000000 END"
#define DONG(amount) "CASE WHEN \"currency\" = 'VND' THEN " amount " END"
#define USD(amount) "CASE WHEN \"currency\" = 'USD' THEN " amount " END"

guint     recount_full_decimals (const HnReportForm *form,
                                 const HnReportRow  *row,
                                 guint               column);
HnReport *recount_build         (Fixture            *fixture,
                                 const char         *period,
                                 gboolean            basis);

G_END_DECLS
