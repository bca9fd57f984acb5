/* The rules that most tests count by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-rules.h"

/* NĐ 09/2019/NĐ-CP, Điều 12, sent two working days later. */
static HnPeriodRules *
make_nd09 (void)
{
  HnPeriodRules *rules = hn_period_rules_new ("ND09", NULL);

  for (int kind = HN_PERIOD_MONTH; kind <= HN_PERIOD_YEAR; kind++)
    {
      HnPeriodRule rule = { .kind = (HnPeriodKind) kind, .from = { 15, -1 }, .to = { 14, 0 }, .due_after = 2 };

      hn_period_rules_add (rules, &rule);
    }

  return rules;
}

/* (transfer full) */
HnPeriodRules *
test_rules (TestRules which)
{
  return which == ND09 ? make_nd09 () : hn_period_rules_calendar ();
}

/* (transfer full): a period that must be one */
HnPeriod *
test_rules_parse (const char *text,
                  TestRules   which)
{
  g_autoptr (HnPeriodRules) rules = test_rules (which);
  g_autoptr (GError) error = NULL;
  HnPeriod *period = hn_period_parse (text, rules, &error);

  g_assert_no_error (error);
  g_assert_nonnull (period);

  return period;
}
