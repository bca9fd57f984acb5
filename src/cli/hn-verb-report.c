/* report: the workbook of a period, its pages, or its figures as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-cli-common.h"
#include "hn-paper.h"
#include "hn-report-arguments.h"

static gboolean
write_workbook (const HnReport  *report,
                HnRegister      *reg,
                const char      *path,
                GError         **error)
{
  return hn_report_write_xlsx (report, reg, path, NULL, NULL, NULL, error);
}

static gboolean
write_pdf (const HnReport  *report,
           HnRegister      *reg,
           const char      *path,
           GError         **error)
{
  g_autoptr (HnPaper) paper = hn_paper_new (report);

  return hn_paper_write_pdf (paper, reg, path, NULL, NULL, NULL, error);
}

/* The pages and the workbook, or neither: what was not there before goes again when the other fails. */
static gboolean
write_files (const HnReport  *report,
             HnRegister      *reg,
             const char      *pdf,
             const char      *workbook,
             GError         **error)
{
  gboolean is_new = pdf != NULL && !g_file_test (pdf, G_FILE_TEST_EXISTS);

  if (pdf != NULL && !write_pdf (report, reg, pdf, error))
    return FALSE;
  if (workbook == NULL || write_workbook (report, reg, workbook, error))
    return TRUE;

  if (is_new)
    g_unlink (pdf);

  return FALSE;
}

/* The workbook is not to be lost behind the pages, nor are files to be left where nobody said. */
static gboolean
check_files (const HnArguments  *arguments,
             GError            **error)
{
  const char *path = hn_arguments_option (arguments, "output");
  const char *pdf = hn_arguments_option (arguments, "pdf");
  const char *folder = hn_arguments_option (arguments, "each");
  g_autofree char *workbook = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *pages = pdf != NULL ? g_canonicalize_filename (pdf, NULL) : NULL;

  if (folder != NULL && *folder == '\0')
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("The folder of --each has no name. Say where the workbooks shall go."));
      return FALSE;
    }
  if (workbook == NULL || pages == NULL || !g_str_equal (workbook, pages))
    return TRUE;

  g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                       _("The workbook and the pages cannot be one file. Give --output and --pdf different names."));

  return FALSE;
}

static gboolean
write_json (const HnReport  *report,
            HnRegister      *reg,
            HnOutput        *output,
            GError         **error)
{
  g_autofree char *json = hn_report_to_json (report, reg, error);

  if (json == NULL)
    return FALSE;

  hn_output_printf (output, "%s\n", g_strchomp (json));

  return TRUE;
}

static gboolean
write_each (const HnReport  *report,
            HnRegister      *reg,
            const char      *folder,
            HnOutput        *output,
            GError         **error)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (!hn_report_write_xlsx_each (report, reg, folder, &paths, NULL, NULL, NULL, error))
    return FALSE;

  for (guint i = 0; i < paths->len; i++)
    hn_output_printf (output, "%s\n", (const char *) g_ptr_array_index (paths, i));

  return TRUE;
}

/* Who asks for pages, figures or a workbook a form gets no other. */
static gboolean
write_report (const HnArguments  *arguments,
              const HnReport     *report,
              HnRegister         *reg,
              gboolean            as_json,
              HnOutput           *output,
              GError            **error)
{
  const char *path = hn_arguments_option (arguments, "output");
  const char *pdf = hn_arguments_option (arguments, "pdf");
  const char *folder = hn_arguments_option (arguments, "each");
  gboolean by_name = path == NULL && pdf == NULL && folder == NULL && !as_json;
  g_autofree char *name = by_name ? hn_report_file_name (report) : NULL;

  if (path == NULL)
    path = name;
  if (!write_files (report, reg, pdf, path, error))
    return FALSE;
  if (folder != NULL && !write_each (report, reg, folder, output, error))
    return FALSE;
  if (as_json)
    return write_json (report, reg, output, error);

  if (pdf != NULL)
    hn_output_printf (output, "%s\n", pdf);
  if (path != NULL)
    hn_output_printf (output, "%s\n", path);

  return TRUE;
}

gboolean
hn_verb_report (const HnArguments  *arguments,
                HnOutput           *output,
                GError            **error)
{
  g_autoptr (HnReportArguments) asked = NULL;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnReport) report = NULL;
  const char *format;

  if (!hn_arguments_format (arguments, "xlsx|json", &format, error) || !check_files (arguments, error))
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

  return write_report (arguments, report, reg, g_str_equal (format, "json"), output, error);
}
