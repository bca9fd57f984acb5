/* Writes a report for programs that we did not write to read it: make-workbook FILE.xlsx [LOCALE [DRESS [REGISTER]]]
 *
 * Without a dress it is the short one made by hand, with one it has all that a workbook can have, and as "cut" sheets
 * that end early; with a register it is that one's year 2021. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hand-made.h"
#include "hn-rule-sets.h"
#include "hn-workbook.h"

/* Rows on a sheet that is cut. */
#define CUT 25

static HnDress
parse_dress (const char *name)
{
  if (strcmp (name, "appendix") == 0)
    return HN_DRESS_APPENDIX;

  return strcmp (name, "list") == 0 ? HN_DRESS_LIST : HN_DRESS_REPORT;
}

static HnReport *
build (HnRegister  *reg,
       HnDress      dress,
       GError     **error)
{
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reg, "2021", error);
  g_autoptr (HnPeriod) period = rules != NULL ? hn_period_parse ("2021", rules, error) : NULL;
  HnReportOptions options = { .period = period, .dress = dress, .basis = TRUE, .charts = TRUE };

  return period != NULL ? hn_report_build (reg, &options, NULL, NULL, NULL, error) : NULL;
}

static gboolean
write_xlsx (const HnReport  *report,
            HnRegister      *reg,
            const char      *path,
            gboolean         cut,
            GError         **error)
{
  if (cut)
    return hn_workbook_write (report, reg, path, CUT, NULL, NULL, NULL, error);

  return hn_report_write_xlsx (report, reg, path, NULL, NULL, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (HnReport) report = NULL;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 2 || (argc > 2 && setlocale (LC_ALL, argv[2]) == NULL))
    {
      g_printerr ("make-workbook: no file name, or no such locale\n");
      return 2;
    }

  if (argc > 4)
    {
      reg = hn_register_open (argv[4], HN_REGISTER_READ_ONLY, &error);
      report = reg != NULL ? build (reg, parse_dress (argv[3]), &error) : NULL;
    }
  else
    report = argc > 3 ? hand_made_full (parse_dress (argv[3])) : hand_made_report ();
  if (report != NULL && write_xlsx (report, reg, argv[1], argc > 3 && strcmp (argv[3], "cut") == 0, &error))
    return 0;

  g_printerr ("make-workbook: %s\n", error->message);

  return 1;
}
