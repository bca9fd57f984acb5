/* report: the workbook of a period, or its figures as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include "hn-cli-common.h"
#include "hn-report-arguments.h"

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

gboolean
hn_verb_report (const HnArguments  *arguments,
                HnOutput           *output,
                GError            **error)
{
  const char *path = hn_arguments_option (arguments, "output");
  g_autoptr (HnReportArguments) asked = NULL;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnReport) report = NULL;
  const char *format;

  if (!hn_arguments_format (arguments, "xlsx|json", &format, error))
    return FALSE;
  asked = hn_report_arguments_check (arguments, error);
  if (asked == NULL)
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  if (reg == NULL || !hn_report_arguments_find (asked, arguments, reg, error))
    return FALSE;
  report = hn_report_build (reg, &asked->options, NULL, NULL, NULL, error);
  if (report == NULL)
    return FALSE;

  if (g_str_equal (format, "json"))
    {
      g_autofree char *json = hn_report_to_json (report, reg, error);

      if (json == NULL)
        return FALSE;
      hn_output_printf (output, "%s\n", g_strchomp (json));
      return path == NULL || hn_report_write_xlsx (report, reg, path, NULL, NULL, NULL, error);
    }

  return write_workbook (report, reg, path, output, error);
}
