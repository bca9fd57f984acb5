/* What a person chooses for a report, and making it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-choice.h"

#include "hn-rule-sets.h"

/**
 * hn_report_choice_new:
 *
 * Returns: (transfer full): all forms, of no period yet
 */
HnReportChoice *
hn_report_choice_new (void)
{
  HnReportChoice *self = g_new0 (HnReportChoice, 1);

  self->forms = g_strdupv ((char **) hn_report_form_names ());

  return self;
}

/**
 * hn_report_choice_copy:
 *
 * Returns: (transfer full): the same choice, which can be changed by itself
 */
HnReportChoice *
hn_report_choice_copy (const HnReportChoice *self)
{
  HnReportChoice *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->period = g_strdup (self->period);
  copy->rules = g_strdup (self->rules);
  copy->forms = g_strdupv (self->forms);

  return copy;
}

/**
 * hn_report_choice_free:
 *
 * Frees the names of the period and the forms.
 */
void
hn_report_choice_free (HnReportChoice *self)
{
  if (self == NULL)
    return;

  g_free (self->period);
  g_free (self->rules);
  g_strfreev (self->forms);
  g_free (self);
}

/**
 * hn_report_choice_equal:
 *
 * Returns: whether both would give the same report, so that nothing needs to be made again
 */
gboolean
hn_report_choice_equal (const HnReportChoice *self,
                        const HnReportChoice *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->period, other->period) == 0 && g_strcmp0 (self->rules, other->rules) == 0
         && g_strv_equal ((const char *const *) self->forms, (const char *const *) other->forms)
         && self->dress == other->dress && self->areas == other->areas && self->sensitive == other->sensitive
         && self->basis == other->basis && self->charts == other->charts;
}

/**
 * hn_report_choice_period:
 * @error: %HN_PERIOD_ERROR_MALFORMED, %HN_PERIOD_ERROR_NO_RULE, or what the register says
 *
 * Returns: (transfer full) (nullable): the period that is meant, as the rules cut it
 */
HnPeriod *
hn_report_choice_period (const HnReportChoice  *self,
                         HnRegister            *reg,
                         GError               **error)
{
  g_autoptr (HnPeriodRules) rules = NULL;

  g_return_val_if_fail (self != NULL && self->period != NULL, NULL);
  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);

  rules = self->rules != NULL ? hn_rule_sets_load (reg, self->rules, error)
                              : hn_rule_sets_for_period (reg, self->period, error);

  return rules != NULL ? hn_period_parse (self->period, rules, error) : NULL;
}

/**
 * hn_report_choice_options:
 *
 * Returns: the same for hn_report_build(); it points to what @self and @period own
 */
HnReportOptions
hn_report_choice_options (const HnReportChoice *self,
                          const HnPeriod       *period)
{
  return (HnReportOptions) {
    .period = period,
    .forms = (const char *const *) self->forms,
    .dress = self->dress,
    .areas = self->areas,
    .sensitive = self->sensitive,
    .basis = self->basis,
    .charts = self->charts,
  };
}
