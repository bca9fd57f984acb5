/* The rule sets of the register: the office edits them like any other record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-rule-sets.h"

#include <glib/gi18n-lib.h>

#include "hn-letterhead.h"
#include "hn-sql.h"

/* By the names of the choices of report_rule.period. */
static const char *const kind_names[] = {
  [HN_PERIOD_MONTH] = "month", [HN_PERIOD_QUARTER] = "quarter",         [HN_PERIOD_HALF] = "half",
  [HN_PERIOD_YEAR] = "year",   [HN_PERIOD_NINE_MONTHS] = "nine_months",
};

static const char rules_sql[] =
  "SELECT \"period\", \"start_day\", \"start_shift\", \"end_day\", \"end_shift\", \"due_day\", \"due_shift\","
  " \"due_after\", \"valid_from\", \"valid_to\", \"source\", \"rules\", \"label\", \"part\" FROM \"report_rule\""
  " WHERE upper (\"rules\") = upper (?1) ORDER BY \"period\", \"valid_from\", \"id\"";

static const char holidays_sql[] =
  "SELECT \"from\", COALESCE (\"to\", \"from\"), \"yearly\", \"working\" FROM \"holiday\" ORDER BY \"working\", \"from\", \"id\"";

static const char sets_sql[] =
  "SELECT \"rules\", max (\"label\") FROM \"report_rule\" GROUP BY upper (\"rules\") ORDER BY min (\"valid_from\"), 1";

static HnDate
read_date (HnRows *rows,
           int     column)
{
  HnDate date = { 0 };

  if (!hn_rows_is_null (rows, column))
    hn_date_from_iso (hn_rows_text (rows, column), &date);

  return date;
}

static gboolean
find_kind (const char   *name,
           HnPeriodKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], name))
      {
        *kind = (HnPeriodKind) i;
        return TRUE;
      }

  return FALSE;
}

static void
add_rule (HnPeriodRules *rules,
          HnRows        *rows)
{
  HnPeriodRule rule = {
    .from = { (int) hn_rows_integer (rows, 1), (int) hn_rows_integer (rows, 2) },
    .to = { (int) hn_rows_integer (rows, 3), (int) hn_rows_integer (rows, 4) },
    .due = { (int) hn_rows_integer (rows, 5), (int) hn_rows_integer (rows, 6) },
    .due_after = (int) hn_rows_integer (rows, 7),
    .valid_from = read_date (rows, 8),
    .valid_to = read_date (rows, 9),
    .source = (char *) hn_rows_text (rows, 10),
    .part = (int) hn_rows_integer (rows, 13),
  };

  if (find_kind (hn_rows_text (rows, 0), &rule.kind))
    hn_period_rules_add (rules, &rule);
}

static gboolean
add_rules (HnRegister     *reg,
           const char     *name,
           HnPeriodRules **rules,
           GError        **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, rules_sql, "s", error, name);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      if (*rules == NULL)
        *rules = hn_period_rules_new (hn_rows_text (rows, 11), hn_rows_text (rows, 12));
      add_rule (*rules, rows);
    }

  return rows != NULL && hn_sql_done (&local, error);
}

static gboolean
add_holidays (HnRegister     *reg,
              HnPeriodRules  *rules,
              GError        **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, holidays_sql, "", error);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    hn_period_rules_add_holiday (rules, hn_date_first (read_date (rows, 0)), hn_date_last (read_date (rows, 1)),
                                 hn_rows_integer (rows, 2) != 0, hn_rows_integer (rows, 3) != 0);

  return rows != NULL && hn_sql_done (&local, error);
}

/**
 * hn_rule_sets_load:
 * @name: of a set, in any case: ND09
 * @error: %HN_PERIOD_ERROR_NO_RULE where the register has no set of that name
 *
 * Returns: (transfer full) (nullable): its rules, and the office's holidays
 */
HnPeriodRules *
hn_rule_sets_load (HnRegister  *reg,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (HnPeriodRules) rules = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!add_rules (reg, name, &rules, error))
    return NULL;
  if (rules == NULL)
    {
      g_autoptr (GPtrArray) sets = hn_rule_sets_list (reg, NULL);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; sets != NULL && i < sets->len; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((HnRuleSet *) g_ptr_array_index (sets, i))->name);
      g_set_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_NO_RULE,
                   _("There are no rules “%s” for periods; there are %s."), name, names->str);
      return NULL;
    }

  return add_holidays (reg, rules, error) ? g_steal_pointer (&rules) : NULL;
}

static void
rule_set_free (gpointer data)
{
  HnRuleSet *set = data;

  g_free (set->name);
  g_free (set->label);
  g_free (set);
}

/**
 * hn_rule_sets_list:
 *
 * Returns: (transfer full) (nullable): of #HnRuleSet, those that the register has
 */
GPtrArray *
hn_rule_sets_list (HnRegister  *reg,
                   GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sets_sql, "", error);
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func (rule_set_free);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      HnRuleSet *set = g_new0 (HnRuleSet, 1);

      set->name = g_strdup (hn_rows_text (rows, 0));
      set->label = g_strdup (hn_rows_text (rows, 1));
      g_ptr_array_add (sets, set);
    }

  return rows != NULL && hn_sql_done (&local, error) ? g_steal_pointer (&sets) : NULL;
}

/**
 * hn_rule_sets_for_period:
 * @period: as for hn_period_parse()
 *
 * How the office's report years are cut, by the profile that is valid at the end of @period. Decree 09 where there
 * is no profile, as the office's superiors follow it.
 *
 * Returns: (transfer full) (nullable): the rules, or %NULL with @error set
 */
HnPeriodRules *
hn_rule_sets_for_period (HnRegister  *reg,
                         const char  *period,
                         GError     **error)
{
  g_autoptr (HnPeriodRules) calendar = hn_period_rules_calendar ();
  g_autoptr (HnPeriod) parsed = hn_period_parse (period, calendar, error);
  g_autoptr (HnRecord) profile = NULL;
  const char *name = NULL;

  if (parsed == NULL || !hn_letterhead_find_profile (reg, parsed->to, &profile, error))
    return NULL;
  if (profile != NULL)
    name = hn_record_get_text (profile, "cutoff");

  return hn_rule_sets_load (reg, name != NULL ? name : "ND09", error);
}
