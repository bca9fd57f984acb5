/* The rules that most tests count by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hn-period.h"

G_BEGIN_DECLS

typedef enum
{
  ND09,
  CALENDAR,
} TestRules;

HnPeriodRules *test_rules        (TestRules   which);
HnPeriod      *test_rules_parse  (const char *text,
                                  TestRules   which);

G_END_DECLS
