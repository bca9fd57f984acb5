/* Periods by which a list is filtered: the usual ones, and typed ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-date.h"

G_BEGIN_DECLS

typedef enum
{
  HN_PERIOD_THIS_YEAR,
  HN_PERIOD_LAST_YEAR,
  HN_PERIOD_THIS_QUARTER,
  HN_PERIOD_LAST_QUARTER,
  HN_PERIOD_THIS_MONTH,
  HN_PERIOD_LAST_MONTH,
  HN_N_PERIOD_PRESETS,
} HnPeriodPreset;

const char *hn_filter_period_preset_label (HnPeriodPreset  preset);
char       *hn_filter_period_preset       (HnPeriodPreset  preset,
                                           HnDate          today);
char       *hn_filter_period_parse        (const char     *text,
                                           HnDate          today);
char       *hn_filter_period_join         (HnDate          from,
                                           HnDate          to);

G_END_DECLS
