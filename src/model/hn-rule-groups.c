/* The period rules of the register by their sets, and what each says in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-rule-groups.h"

#include <glib/gi18n-lib.h>

#include "hn-rule-sets.h"

/* From this day on, a day of a month is its last one, whichever month it is. */
#define LAST_DAY 31

/* Any year, with years on both sides. */
#define SOME_YEAR 2023

/* --- in words ------------------------------------------------------------ */

/* "15/12 of the year before": a year has known months. @month counts from 1, and may be in another year. */
static char *
describe_day_of_year (gint64 day,
                      gint64 month)
{
  int months = (int) month - 1 + 12 * SOME_YEAR;
  HnDate last = hn_date_last ((HnDate) { (guint16) (months / 12), (guint8) (months % 12 + 1), 0 });
  g_autofree char *name = g_strdup_printf ("%d/%d", (int) MIN (day, last.day), last.month);

  if (last.year == SOME_YEAR)
    return g_steal_pointer (&name);

  /* Translators: a day and month: 15/12 */
  return last.year < SOME_YEAR ? g_strdup_printf (_("%s of the year before"), name)
                               : g_strdup_printf (_("%s of the year after"), name);
}

/* "day 15 of the month before"; @name is "day 15" */
static char *
describe_shift (const char *name,
                gint64      shift)
{
  if (shift == 1)
    /* Translators: a day of a month: “day 10”, “the last day” */
    return g_strdup_printf (_("%s of the month after"), name);
  if (shift == -1)
    /* Translators: a day of a month: “day 15”, “the last day” */
    return g_strdup_printf (_("%s of the month before"), name);
  if (shift > 0)
    return g_strdup_printf (_("%s, %d months later"), name, (int) shift);

  return g_strdup_printf (_("%s, %d months earlier"), name, (int) -shift);
}

/* @shift counts from the first month of the period, or from its last one. */
static char *
describe_day (const HnRecord *rule,
              gint64          day,
              gint64          shift,
              gboolean        first)
{
  const char *period = hn_record_get_text (rule, "period");
  g_autofree char *name = NULL;

  if (g_str_equal (period, "year"))
    return describe_day_of_year (day, (first ? 1 : 12) + shift);

  name = day >= LAST_DAY ? g_strdup (_("the last day")) : g_strdup_printf (_("day %d"), (int) day);
  if (shift != 0)
    return describe_shift (name, shift);
  if (g_str_equal (period, "month"))
    return g_steal_pointer (&name);

  /* Translators: a day of a month: “day 1”, “the last day” */
  return first ? g_strdup_printf (_("%s of the first month"), name)
               : g_strdup_printf (_("%s of the last month"), name);
}

static gint64
get_number (const HnRecord *rule,
            const char     *field)
{
  gint64 number;

  return hn_record_get_number (rule, field, &number) ? number : 0;
}

static void
add_part (GString *text,
          char    *part)
{
  g_autofree char *owned = part;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", owned);
}

static void
add_due (GString        *text,
         const HnRecord *rule)
{
  gint64 after = get_number (rule, "due_after"), day = get_number (rule, "due_day");

  if (day > 0)
    {
      g_autofree char *words = describe_day (rule, day, get_number (rule, "due_shift"), FALSE);

      /* Translators: a report is due on “day 10 of the month after” */
      add_part (text, g_strdup_printf (_("to be sent by %s"), words));
    }
  else if (after > 0)
    add_part (text, g_strdup_printf (ngettext ("to be sent within %d working day", "to be sent within %d working days",
                                               (gulong) after),
                                     (int) after));
}

/**
 * hn_rule_describe:
 * @rule: a record of the kind report_rule
 *
 * Returns: (transfer full): which days the period has and when its report is due, in a line
 */
char *
hn_rule_describe (const HnRecord *rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *first = NULL, *last = NULL;
  HnDate end;

  g_return_val_if_fail (rule != NULL, NULL);

  if (get_number (rule, "part") > 0)
    /* Translators: which of the halves, quarters or months of a year, by its number */
    add_part (text, g_strdup_printf (_("Only number %d of the year"), (int) get_number (rule, "part")));
  first = describe_day (rule, get_number (rule, "start_day"), get_number (rule, "start_shift"), TRUE);
  last = describe_day (rule, get_number (rule, "end_day"), get_number (rule, "end_shift"), FALSE);
  /* Translators: days of months: from “day 15 of the month before” to “day 14” */
  add_part (text, g_strdup_printf (_("From %s to %s"), first, last));
  add_due (text, rule);
  end = hn_record_get_date (rule, "valid_to");
  if (hn_date_is_set (end))
    {
      g_autofree char *day = hn_date_print (end);

      /* Translators: a day; so long the rule was one */
      add_part (text, g_strdup_printf (_("in force until %s"), day));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* --- the sets ------------------------------------------------------------ */

static void
group_free (gpointer data)
{
  HnRuleGroup *group = data;

  g_free (group->name);
  g_free (group->label);
  g_ptr_array_unref (group->rules);
  g_free (group);
}

static GPtrArray *
make_groups (GPtrArray *sets)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < sets->len; i++)
    {
      const HnRuleSet *set = g_ptr_array_index (sets, i);
      HnRuleGroup *group = g_new0 (HnRuleGroup, 1);

      group->name = g_strdup (set->name);
      group->label = g_strdup (set->label != NULL ? set->label : set->name);
      group->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_unref);
      g_ptr_array_add (groups, group);
    }

  return groups;
}

/* @rule is (transfer full). Sets are told apart as they are loaded: in any case. */
static void
add_rule (GPtrArray *groups,
          HnRecord  *rule)
{
  const char *name = hn_record_get_text (rule, "rules");

  for (guint i = 0; i < groups->len; i++)
    {
      HnRuleGroup *group = g_ptr_array_index (groups, i);

      if (g_ascii_strcasecmp (group->name, name) != 0)
        continue;
      g_ptr_array_add (group->rules, rule);
      return;
    }
  hn_record_unref (rule);
}

/* As the choices of the field stand, then by time. */
static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const HnRecord *first = *(const HnRecord *const *) a, *second = *(const HnRecord *const *) b;
  const HnChoice *choices = hn_kind_get_field (hn_record_get_kind (first), "period")->choices;
  const char *one = hn_record_get_text (first, "period"), *two = hn_record_get_text (second, "period");

  for (guint i = 0; !g_str_equal (one, two) && choices[i].name != NULL; i++)
    if (g_str_equal (choices[i].name, one) || g_str_equal (choices[i].name, two))
      return g_str_equal (choices[i].name, one) ? -1 : 1;

  if (get_number (first, "part") != get_number (second, "part"))
    return get_number (first, "part") < get_number (second, "part") ? -1 : 1;

  return hn_date_compare (hn_record_get_date (first, "valid_from"), hn_record_get_date (second, "valid_from"));
}

/**
 * hn_rule_groups_list:
 *
 * Returns: (transfer full) (nullable): of #HnRuleGroup, as hn_rule_sets_list() orders them
 */
GPtrArray *
hn_rule_groups_list (HnRegister  *reg,
                     GError     **error)
{
  const HnKind *kind = hn_kind_lookup ("report_rule");
  const HnListing listing = { .kind = kind };
  g_autoptr (GPtrArray) sets = hn_rule_sets_list (reg, error);
  g_autoptr (GPtrArray) groups = sets != NULL ? make_groups (sets) : NULL;
  g_autoptr (GArray) ids = groups != NULL ? hn_register_list (reg, &listing, NULL, error) : NULL;

  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      HnRecord *rule = hn_register_load (reg, kind, g_array_index (ids, gint64, i), error);

      if (rule == NULL)
        return NULL;
      add_rule (groups, rule);
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (((HnRuleGroup *) g_ptr_array_index (groups, i))->rules, compare_rules);

  return g_steal_pointer (&groups);
}

static gpointer
groups_job (HnRegister    *reg,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return hn_rule_groups_list (reg, error);
}

/**
 * hn_rule_groups_load_async:
 *
 * hn_rule_groups_list() on a thread of the store.
 */
void
hn_rule_groups_load_async (HnStore             *store,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, groups_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                       user_data);
}

/**
 * hn_rule_groups_load_finish:
 * @error: return location, as of the store
 *
 * Returns: (transfer full) (nullable) (element-type HnRuleGroup): the sets of rules, each with its periods
 */
GPtrArray *
hn_rule_groups_load_finish (HnStore       *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  return hn_store_read_finish (store, result, error);
}
