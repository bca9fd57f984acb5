/* send: a report marked as sent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-report-arguments.h"
#include "hn-submission.h"

/* What was sent is kept as it is, so it had better be a workbook. */
static GBytes *
read_workbook (const char  *path,
               GError     **error)
{
  char *content;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  bytes = g_bytes_new_take (content, size);
  if (size > 4 && memcmp (content, "PK\3\4", 4) == 0)
    return g_steal_pointer (&bytes);

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED, _("“%s” is not a workbook."), path);

  return NULL;
}

static gboolean
read_day (const HnArguments  *arguments,
          HnDate             *day,
          GError            **error)
{
  const char *text = hn_arguments_option (arguments, "date");

  *day = hn_date_today ();

  return text == NULL || hn_cli_day (text, day, error);
}

static gboolean
read_number (const HnArguments  *arguments,
             HnRegister         *reg,
             HnDate              day,
             char              **number,
             GError            **error)
{
  const char *text = hn_arguments_option (arguments, "number");

  if (g_strcmp0 (text, "next") == 0)
    *number = hn_submission_suggest_number (reg, day, error);
  else
    *number = g_strdup (text);

  return *number != NULL || text == NULL;
}

gboolean
hn_verb_send (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  const char *path = hn_arguments_option (arguments, "workbook");
  g_autoptr (HnReportArguments) asked = NULL;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (GBytes) workbook = NULL;
  g_autofree char *number = NULL;
  HnSubmissionFacts facts = {
    .sent_to = hn_arguments_option (arguments, "to"),
    .note = hn_arguments_option (arguments, "note"),
  };
  gint64 id;

  asked = hn_report_arguments_check (arguments, error);
  if (asked == NULL || !read_day (arguments, &facts.sent_on, error))
    return FALSE;
  if (path != NULL)
    {
      workbook = facts.workbook = read_workbook (path, error);
      if (workbook == NULL)
        return FALSE;
    }
  reg = hn_cli_open (arguments, HN_REGISTER_READ_WRITE, error);
  if (reg == NULL || !hn_report_arguments_find (asked, arguments, reg, error)
      || !read_number (arguments, reg, facts.sent_on, &number, error))
    return FALSE;

  facts.number = number;
  id = hn_submission_freeze (reg, &asked->options, &facts, NULL, NULL, NULL, error);
  if (id == 0)
    return FALSE;

  hn_output_printf (output, "%" G_GINT64_FORMAT "\n", id);
  return TRUE;
}
