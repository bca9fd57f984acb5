/* What figures are counted once more by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recount.h"

#include "hn-form.h"
#include "hn-rule-sets.h"

/* How many decimals the figures of a column have before zeros at the end are left out. */
guint
recount_full_decimals (const HnReportForm *form,
                       const HnReportRow  *row,
                       guint               column)
{
  const HnCell *cell = hn_row_cell ((HnReportRow *) row, column);
  const char *unit = g_str_equal (form->form, "M03") ? hn_row_cell ((HnReportRow *) row, 2)->text : NULL;

  if (unit == NULL)
    return cell->decimals;
  if (column == 3)
    return 2;

  return g_str_equal (unit, "triệu đồng") ? 6 : g_str_equal (unit, "USD") ? 2 : g_str_equal (unit, "triệu USD") ? 8 : 0;
}

/* All forms of a period, with the records behind each figure or without. */
HnReport *
recount_build (Fixture    *fixture,
               const char *period,
               gboolean    basis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, period, &error);
  g_autoptr (HnPeriod) parsed = hn_period_parse (period, rules, &error);
  HnReport *report =
    hn_report_build (fixture->reg, &(HnReportOptions) { .period = parsed, .basis = basis }, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}
