/* periods: the windows of a year, and when their reports are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-cli-common.h"
#include "hn-due.h"
#include "hn-json-writer.h"
#include "hn-report-arguments.h"
#include "hn-rule-sets.h"
#include "hn-table.h"

enum
{
  COLUMN_PERIOD,
  COLUMN_LABEL,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_DUE,
  N_COLUMNS
};

static HnPeriodRules *
find_rules (HnRegister  *reg,
            const char  *rule,
            int          year,
            GError     **error)
{
  g_autofree char *period = g_strdup_printf ("%d", year);

  return rule != NULL ? hn_cli_rules (reg, rule, error) : hn_rule_sets_for_period (reg, period, error);
}

/* Without a register the rules are those that every new one begins with. */
static HnPeriodRules *
find_first_rules (const char  *rule,
                  int          year,
                  GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("huu-nghi-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "rules.huunghi", NULL) : NULL;
  HnRegister *reg = path != NULL ? hn_register_create (path, error) : NULL;
  HnPeriodRules *rules = reg != NULL ? find_rules (reg, rule, year, error) : NULL;

  g_clear_object (&reg);
  if (path != NULL)
    g_unlink (path);
  if (folder != NULL)
    g_rmdir (folder);

  return rules;
}

static void
fill_cells (const HnPeriod  *period,
            char           **cells,
            char          *(*print) (HnDate))
{
  HnDate due = hn_period_due (period);

  cells[COLUMN_PERIOD] = g_strdup (period->name);
  cells[COLUMN_LABEL] = hn_period_label (period);
  cells[COLUMN_FROM] = print (period->from);
  cells[COLUMN_TO] = print (period->to);
  cells[COLUMN_DUE] = hn_date_is_set (due) ? print (due) : NULL;
}

static void
print_table (GPtrArray *periods,
             HnOutput  *output)
{
  const char *const heads[] = { _("Period"), _("Name"), _("From"), _("To"), _("Due"), NULL };
  g_autoptr (HnTable) table = hn_table_new (N_COLUMNS);

  hn_table_measure (table, heads);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < periods->len; i++)
        {
          g_auto (GStrv) cells = g_new0 (char *, N_COLUMNS + 1);

          fill_cells (g_ptr_array_index (periods, i), cells, hn_date_print);
          if (cells[COLUMN_DUE] == NULL)
            cells[COLUMN_DUE] = g_strdup ("");
          if (pass == 0)
            hn_table_measure (table, (const char *const *) cells);
          else
            hn_table_print (table, output, (const char *const *) cells);
        }
      if (pass == 0)
        {
          hn_table_print (table, output, heads);
          hn_table_rule (table, output);
        }
    }
}

static void
print_json (GPtrArray     *periods,
            HnPeriodRules *rules,
            HnOutput      *output)
{
  static const char *const names[] = { "period", "label", "from", "to", "due" };
  HnJsonWriter json = { .output = output };

  hn_json_begin (&json, '[');
  for (guint i = 0; i < periods->len; i++)
    {
      g_auto (GStrv) cells = g_new0 (char *, N_COLUMNS + 1);

      fill_cells (g_ptr_array_index (periods, i), cells, hn_date_to_iso);
      hn_json_begin (&json, '{');
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          hn_json_name (&json, names[j]);
          hn_json_string (&json, cells[j]);
        }
      hn_json_name (&json, "rules");
      hn_json_string (&json, hn_period_rules_get_name (rules));
      hn_json_end (&json, '}');
    }
  hn_json_end (&json, ']');
}

gboolean
hn_verb_periods (const HnArguments  *arguments,
                 HnOutput           *output,
                 GError            **error)
{
  const char *rule = hn_arguments_option (arguments, "rule");
  gint64 year = hn_date_today ().year;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnPeriodRules) rules = NULL;
  g_autoptr (GPtrArray) periods = NULL;
  const char *format;

  if (!hn_arguments_format (arguments, "table|json", &format, error) || !hn_cli_year (arguments, "year", &year, error))
    return FALSE;
  if (hn_arguments_count (arguments) > 0)
    {
      reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
      if (reg == NULL)
        return FALSE;
    }
  rules = reg != NULL ? find_rules (reg, rule, (int) year, error) : find_first_rules (rule, (int) year, error);
  if (rules == NULL)
    return FALSE;

  periods = hn_periods_of_year (rules, (int) year);
  if (periods->len == 0)
    {
      g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED, _("The rules %s were not valid in %d."),
                   hn_period_rules_get_name (rules), (int) year);
      return FALSE;
    }
  if (g_str_equal (format, "json"))
    print_json (periods, rules, output);
  else
    {
      hn_output_printf (output, "%s: %s\n", hn_period_rules_get_name (rules), hn_period_rules_get_label (rules));
      print_table (periods, output);
    }

  return TRUE;
}
