/* report: the workbook of a period, or its figures as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-paper.h"
#include "hn-report.h"
#include "hn-rule-sets.h"

static gboolean
check_forms (const char *const  *forms,
             GError            **error)
{
  const char *const *known = hn_report_form_names ();

  for (; forms != NULL && *forms != NULL; forms++)
    {
      if (!g_strv_contains (known, *forms))
        {
          g_autofree char *names = g_strjoinv (", ", (char **) known);

          g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not a form; there are %s."), *forms,
                       names);
          return FALSE;
        }
    }

  return TRUE;
}

/* The syntax is looked at before the register, so that a mistyped period is said to be one. */
static gboolean
check_period (const char  *text,
              GError     **error)
{
  g_autoptr (HnPeriodRules) rules = hn_period_rules_calendar ();
  g_autoptr (HnPeriod) period = NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("Say for which period with --period, such as 2021 or 2021-Q3."));
      return FALSE;
    }

  period = hn_period_parse (text, rules, error);
  return period != NULL;
}

static HnReport *
build (HnRegister         *reg,
       const char         *text,
       const char *const  *forms,
       GError            **error)
{
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reg, text, error);
  g_autoptr (HnPeriod) period = rules != NULL ? hn_period_parse (text, rules, error) : NULL;

  if (period == NULL)
    return NULL;

  return hn_report_build (reg, &(HnReportOptions) { .period = period, .forms = forms }, NULL, NULL, NULL, error);
}

static gboolean
write_workbook (const HnReport  *report,
                HnRegister      *reg,
                const char      *path,
                HnOutput        *output,
                GError         **error)
{
  g_autofree char *name = path == NULL ? hn_report_file_name (report) : NULL;

  if (path == NULL)
    path = name;
  if (!hn_report_write_xlsx (report, reg, path, NULL, NULL, NULL, error))
    return FALSE;

  hn_output_printf (output, "%s\n", path);
  return TRUE;
}

static gboolean
write_pdf (const HnReport  *report,
           HnRegister      *reg,
           const char      *path,
           GError         **error)
{
  g_autoptr (HnPaper) paper = hn_paper_new (report);

  return path == NULL || hn_paper_write_pdf (paper, reg, path, NULL, NULL, NULL, error);
}

gboolean
hn_verb_report (const HnArguments  *arguments,
                HnOutput           *output,
                GError            **error)
{
  const char *period = hn_arguments_option (arguments, "period");
  const char *path = hn_arguments_option (arguments, "output");
  const char *pdf = hn_arguments_option (arguments, "pdf");
  const char *const *forms = hn_arguments_options (arguments, "form");
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnReport) report = NULL;
  const char *format;

  if (!hn_arguments_format (arguments, "xlsx|json", &format, error) || !check_period (period, error)
      || !check_forms (forms, error))
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (reg == NULL)
    return FALSE;
  report = build (reg, period, forms, error);
  if (report == NULL)
    return FALSE;

  if (!write_pdf (report, reg, pdf, error))
    return FALSE;
  if (g_str_equal (format, "json"))
    {
      g_autofree char *json = hn_report_to_json (report);

      hn_output_printf (output, "%s\n", g_strchomp (json));
      return path == NULL || hn_report_write_xlsx (report, reg, path, NULL, NULL, NULL, error);
    }

  if (pdf != NULL)
    hn_output_printf (output, "%s\n", pdf);
  /* Who asks for pages only gets no workbook. */
  return (pdf != NULL && path == NULL) || write_workbook (report, reg, path, output, error);
}
