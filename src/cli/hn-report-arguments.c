/* The options that say which report is meant, for every verb that makes one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-arguments.h"

#include <glib/gi18n-lib.h>

#include "hn-rule-sets.h"

/* One of a few names; the first is the default. */
static gboolean
read_choice (const HnArguments  *arguments,
             const char         *option,
             const char *const  *names,
             int                *index,
             GError            **error)
{
  const char *chosen = hn_arguments_option (arguments, option);
  g_autofree char *all = NULL;

  for (*index = 0; chosen != NULL && names[*index] != NULL; ++*index)
    if (g_str_equal (names[*index], chosen))
      return TRUE;
  if (chosen == NULL)
    return TRUE;

  all = g_strjoinv (", ", (char **) names);
  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a value of --%s; there are %s."), chosen,
               option, all);

  return FALSE;
}

static void
refuse_form (const char  *name,
             GError     **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **) hn_report_form_names ());

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a form; there are %s."), name, all);
}

/* "--form M04 --form m08" and "--form M04,M08" are the same. */
static GStrv
read_forms (const HnArguments  *arguments,
            GError            **error)
{
  const char *const *typed = hn_arguments_options (arguments, "form");
  const char *const *known = hn_report_form_names ();
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();

  for (; *typed != NULL; typed++)
    {
      g_auto (GStrv) names = g_strsplit (*typed, ",", -1);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *name = g_ascii_strup (g_strstrip (names[i]), -1);

          if (!g_strv_contains (known, name))
            {
              refuse_form (names[i], error);
              return NULL;
            }
          g_strv_builder_add (forms, name);
        }
      if (names[0] == NULL)
        {
          refuse_form ("", error);
          return NULL;
        }
    }

  return g_strv_builder_end (forms);
}

/**
 * hn_cli_day:
 *
 * Reads a whole date as people type it: 14/12/2021 or 2021-12-14.
 */
gboolean
hn_cli_day (const char  *text,
            HnDate      *day,
            GError     **error)
{
  if (hn_date_parse (text, hn_date_today (), day) && hn_date_is_full (*day))
    return TRUE;

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a day. Write 14/12/2021 or 2021-12-14."),
               text);

  return FALSE;
}

/* The syntax is looked at before the register, so that a mistyped period is said to be one. */
static gboolean
check_period (const HnArguments  *arguments,
              GError            **error)
{
  const char *text = hn_arguments_option (arguments, "period");
  const char *as_of = hn_arguments_option (arguments, "as-of");
  g_autoptr (HnPeriodRules) rules = hn_period_rules_calendar ();
  g_autoptr (HnPeriod) period = NULL;
  HnDate day;

  if (text == NULL && as_of == NULL)
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("Say for which period with --period, such as 2021 or 2021-Q3."));
      return FALSE;
    }
  if (as_of != NULL && !hn_cli_day (as_of, &day, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  period = hn_period_parse (text, rules, error);

  return period != NULL;
}

/**
 * hn_report_arguments_check:
 *
 * Reads what can be read without a register.
 *
 * Returns: (transfer full) (nullable): the report that is asked for, as yet without its period
 */
HnReportArguments *
hn_report_arguments_check (const HnArguments  *arguments,
                           GError            **error)
{
  static const char *const dresses[] = { "report", "appendix", "list", NULL };
  static const char *const areas[] = { "period", "communes", "districts", NULL };
  g_autoptr (HnReportArguments) self = g_new0 (HnReportArguments, 1);
  int dress, area;

  if (!check_period (arguments, error) || !read_choice (arguments, "dress", dresses, &dress, error)
      || !read_choice (arguments, "areas", areas, &area, error))
    return NULL;
  if (hn_arguments_has (arguments, "form"))
    {
      self->forms = read_forms (arguments, error);
      if (self->forms == NULL)
        return NULL;
    }

  self->options.forms = (const char *const *) self->forms;
  self->options.dress = (HnDress) dress;
  self->options.areas = (HnAreas) area;
  self->options.sensitive = hn_arguments_has (arguments, "sensitive");
  self->options.basis = hn_arguments_has (arguments, "basis");
  self->options.charts = hn_arguments_has (arguments, "charts");

  return g_steal_pointer (&self);
}

/**
 * hn_report_arguments_free:
 *
 * Frees the period and the forms that were asked for.
 */
void
hn_report_arguments_free (HnReportArguments *self)
{
  hn_period_free (self->period);
  g_strfreev (self->forms);
  g_free (self);
}

/**
 * hn_cli_rules:
 * @name: of a rule set
 *
 * Returns: (transfer full) (nullable): the rules; %HN_CLI_ERROR_USAGE where there are none of that name
 */
HnPeriodRules *
hn_cli_rules (HnRegister  *reg,
              const char  *name,
              GError     **error)
{
  g_autoptr (GError) local = NULL;
  HnPeriodRules *rules = hn_rule_sets_load (reg, name, &local);

  if (rules != NULL)
    return rules;
  if (g_error_matches (local, HN_PERIOD_ERROR, HN_PERIOD_ERROR_NO_RULE))
    g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, local->message);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return NULL;
}

/* No period begins earlier. */
#define FIRST_YEAR 1900

/* Up to a day: from the beginning of the period that was named, or else of the day's report year. */
static HnPeriod *
cut (HnPeriod       *period,
     HnPeriodRules  *rules,
     HnDate          day,
     GError        **error)
{
  g_autofree char *name = period == NULL ? g_strdup_printf ("%d", hn_period_rules_year_of (rules, day)) : NULL;
  g_autoptr (HnPeriod) year = name != NULL ? hn_period_parse (name, rules, error) : hn_period_copy (period);
  g_autofree char *from = NULL, *to = hn_date_to_iso (day), *range = NULL;

  if (year == NULL)
    return NULL;
  if (hn_date_compare (day, year->from) < 0)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("The day %s is before the period begins."), to);
      return NULL;
    }
  if (year->from.year < FIRST_YEAR)
    year->from = (HnDate) { FIRST_YEAR, 1, 1 };
  from = hn_date_to_iso (year->from);
  range = g_strconcat (from, "..", to, NULL);

  return hn_period_parse (range, rules, error);
}

static gboolean
find_period (HnReportArguments  *self,
             const HnArguments  *arguments,
             HnRegister         *reg,
             GError            **error)
{
  const char *text = hn_arguments_option (arguments, "period");
  const char *as_of = hn_arguments_option (arguments, "as-of");
  const char *rule = hn_arguments_option (arguments, "rule");
  g_autoptr (HnPeriodRules) rules = NULL;
  g_autoptr (HnPeriod) period = NULL;
  g_autofree char *year = NULL;
  HnDate day;

  if (as_of != NULL && !hn_cli_day (as_of, &day, error))
    return FALSE;
  if (text == NULL)
    year = g_strdup_printf ("%d", day.year);
  rules =
    rule != NULL ? hn_cli_rules (reg, rule, error) : hn_rule_sets_for_period (reg, text != NULL ? text : year, error);
  if (rules == NULL)
    return FALSE;
  if (text != NULL)
    {
      period = hn_period_parse (text, rules, error);
      if (period == NULL)
        return FALSE;
    }
  self->period = as_of != NULL ? cut (period, rules, day, error) : g_steal_pointer (&period);
  self->options.period = self->period;

  return self->period != NULL;
}

static gboolean
find_organization (HnReportArguments  *self,
                   const HnArguments  *arguments,
                   HnRegister         *reg,
                   GError            **error)
{
  const char *text = hn_arguments_option (arguments, "organization");
  const HnField *field = hn_kind_get_field (hn_kind_lookup ("membership"), "organization");
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return TRUE;

  value = hn_register_parse (reg, field, text, NULL, &local);
  if (value == NULL)
    {
      g_set_error (error, HN_CLI_ERROR, local != NULL ? HN_CLI_ERROR_FAILED : HN_CLI_ERROR_USAGE, "%s",
                   local != NULL ? local->message : _("The option --organization needs a value."));
      return FALSE;
    }
  g_variant_take_ref (value);
  g_variant_get (value, "(&sx)", NULL, &self->options.organization);

  return TRUE;
}

/**
 * hn_report_arguments_find:
 *
 * Finds in the register what was named: the rules, the period that they cut, the organization.
 */
gboolean
hn_report_arguments_find (HnReportArguments  *self,
                          const HnArguments  *arguments,
                          HnRegister         *reg,
                          GError            **error)
{
  return find_period (self, arguments, reg, error) && find_organization (self, arguments, reg, error);
}
