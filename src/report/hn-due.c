/* Which reports are expected in a year, and what has become of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-due.h"

#include <string.h>

#include "hn-begun.h"
#include "hn-rule-sets.h"
#include "hn-sql.h"

static const char sent_sql[] =
  "SELECT \"id\", \"form\", \"period\", \"rules\", \"made_on\", \"sent_to\", \"number\" FROM \"submission\""
  " ORDER BY \"made_on\", \"id\"";

/* One report that was sent. */
typedef struct
{
  gint64    id;
  char     *forms;
  HnPeriod *period;
  HnDate    sent_on;
  char     *sent_to;
  char     *number;
  gboolean  answers; /* what some rule asks for */
} Sent;

static void
sent_free (gpointer data)
{
  Sent *sent = data;

  g_free (sent->forms);
  hn_period_free (sent->period);
  g_free (sent->sent_to);
  g_free (sent->number);
  g_free (sent);
}

static void
due_free (HnDue *due)
{
  hn_period_free (due->period);
  g_free (due->forms);
  g_free (due->sent_to);
  g_free (due->number);
  g_free (due);
}

/**
 * hn_due_is_by:
 * @rules: (nullable): the name of a rule set, in any case; "" or %NULL is any
 *
 * Returns: whether it is a report of these rules
 */
gboolean
hn_due_is_by (const HnDue *due,
              const char  *rules)
{
  return rules == NULL || *rules == '\0'
         || g_ascii_strcasecmp (hn_period_rules_get_name (due->period->rules), rules) == 0;
}

/**
 * hn_periods_of_year:
 *
 * Returns: (transfer full): of #HnPeriod: the months, quarters, halves, nine months and the year itself, as far as
 *   @rules have them
 */
GPtrArray *
hn_periods_of_year (HnPeriodRules *rules,
                    int            year)
{
  static const char *const parts[] = { "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-9M", "" };
  GPtrArray *periods = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_period_free);

  for (int i = 1; i <= 12 + (int) G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name =
        i <= 12 ? g_strdup_printf ("%04d-%02d", year, i) : g_strdup_printf ("%04d%s", year, parts[i - 13]);
      HnPeriod *period = hn_period_parse (name, rules, NULL);

      if (period != NULL)
        g_ptr_array_add (periods, period);
    }

  return periods;
}

static Sent *
read_sent (HnRegister *reg,
           HnRows     *rows)
{
  const char *name = hn_rows_text (rows, 3);
  g_autoptr (HnPeriodRules) rules =
    name != NULL ? hn_rule_sets_load (reg, name, NULL) : hn_rule_sets_for_period (reg, hn_rows_text (rows, 2), NULL);
  Sent *sent;

  if (rules == NULL)
    rules = hn_period_rules_calendar ();
  sent = g_new0 (Sent, 1);
  sent->id = hn_rows_integer (rows, 0);
  sent->forms = g_strdup (hn_rows_text (rows, 1));
  sent->period = hn_period_parse (hn_rows_text (rows, 2), rules, NULL);
  hn_date_from_iso (hn_rows_text (rows, 4), &sent->sent_on);
  sent->sent_to = g_strdup (hn_rows_text (rows, 5));
  sent->number = g_strdup (hn_rows_text (rows, 6));

  return sent;
}

static GPtrArray *
list_sent (HnRegister  *reg,
           GError     **error)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sent_sql, "", error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (sent_free);
  g_autoptr (GError) local = NULL;

  while (rows != NULL && hn_rows_next (rows, &local))
    g_ptr_array_add (all, read_sent (reg, rows));

  return rows != NULL && hn_sql_done (&local, error) ? g_steal_pointer (&all) : NULL;
}

static gboolean
is_for (const Sent     *sent,
        const HnPeriod *period)
{
  return sent->period != NULL && g_ascii_strcasecmp (sent->period->name, period->name) == 0
         && g_ascii_strcasecmp (hn_period_rules_get_name (sent->period->rules),
                                hn_period_rules_get_name (period->rules))
              == 0;
}

static void
take_sent (HnDue      *due,
           const Sent *sent)
{
  due->submission = sent->id;
  due->forms = g_strdup (sent->forms);
  due->sent_on = sent->sent_on;
  due->sent_to = g_strdup (sent->sent_to);
  due->number = g_strdup (sent->number);
}

static void
settle (HnDue *due,
        HnDate today)
{
  HnDate day = due->submission != 0 ? due->sent_on : today;
  int days = hn_date_is_set (due->due) ? hn_date_days (due->due, day) : 0;

  due->days = ABS (days);
  if (due->submission != 0)
    due->state = days > 0 ? HN_DUE_SENT_LATE : HN_DUE_SENT;
  else
    due->state = days > 0 ? HN_DUE_LATE : HN_DUE_OPEN;
}

/* One a report that was sent for it; a report may be sent in parts, or again. What was due before the register was
 * begun is not late: nobody can tell what became of it. */
static void
add_expected (GPtrArray      *list,
              GPtrArray      *sent,
              const HnBegun  *begun,
              const HnPeriod *period,
              HnDate          today)
{
  gboolean answered = FALSE;

  for (guint i = 0; i <= sent->len; i++)
    {
      Sent *answer = i < sent->len ? g_ptr_array_index (sent, i) : NULL;
      HnDue *due;

      if (answer != NULL ? !is_for (answer, period) : answered)
        continue;
      due = g_new0 (HnDue, 1);
      due->period = hn_period_copy (period);
      due->due = hn_period_due (period);
      if (answer != NULL)
        take_sent (due, answer);
      settle (due, today);
      if (due->state == HN_DUE_LATE && !hn_begun_covers (begun, period))
        due_free (due);
      else
        g_ptr_array_add (list, due);
      if (answer != NULL)
        answered = answer->answers = TRUE;
    }
}

/* Windows can be cut by rules that were not in force yet, but nothing was due by them. */
static gboolean
is_in_force (const HnPeriod *period)
{
  HnDate from, to;
  const HnPeriodRule *rule =
    hn_period_rules_cover (period->rules, period->kind, period->first, period->last, &from, &to);

  return (!hn_date_is_set (rule->valid_from) || hn_date_compare (rule->valid_from, to) <= 0)
         && (!hn_date_is_set (rule->valid_to) || hn_date_compare (to, rule->valid_to) <= 0);
}

static gboolean
add_rules (GPtrArray      *list,
           GPtrArray      *sent,
           const HnBegun  *begun,
           HnRegister     *reg,
           const char     *name,
           int             year,
           HnDate          today,
           GError        **error)
{
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_load (reg, name, error);
  g_autoptr (GPtrArray) periods = NULL;

  if (rules == NULL)
    return FALSE;
  periods = hn_periods_of_year (rules, year);
  for (guint i = 0; i < periods->len; i++)
    {
      const HnPeriod *period = g_ptr_array_index (periods, i);

      if (hn_date_is_set (hn_period_due (period)) && is_in_force (period))
        add_expected (list, sent, begun, period, today);
    }

  return TRUE;
}

/* What nothing asked for was sent all the same. */
static void
add_others (GPtrArray *list,
            GPtrArray *sent,
            int        year,
            HnDate     today)
{
  for (guint i = 0; i < sent->len; i++)
    {
      const Sent *other = g_ptr_array_index (sent, i);
      HnDue *due;

      if (other->answers || other->period == NULL || other->period->year != year)
        continue;
      due = g_new0 (HnDue, 1);
      due->period = hn_period_copy (other->period);
      due->due = hn_period_due (due->period);
      take_sent (due, other);
      settle (due, today);
      g_ptr_array_add (list, due);
    }
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const HnDue *first = *(const HnDue *const *) a, *second = *(const HnDue *const *) b;
  HnDate one = hn_date_is_set (first->due) ? first->due : first->period->to;
  HnDate two = hn_date_is_set (second->due) ? second->due : second->period->to;
  int order = hn_date_compare (one, two);

  if (order == 0)
    order = hn_date_compare (second->period->from, first->period->from);
  if (order == 0)
    order = strcmp (hn_period_rules_get_name (first->period->rules), hn_period_rules_get_name (second->period->rules));

  return order != 0 ? order : hn_date_compare (first->sent_on, second->sent_on);
}

/**
 * hn_due_list:
 * @year: the report year
 * @today: from which days are counted
 *
 * What every rule of the register that knows a day asks for in @year, and what was sent. Of what is late, only that for
 * which the register can answer, see hn_begun_covers().
 *
 * Returns: (transfer full) (nullable): of #HnDue, by the day on which they are due
 */
GPtrArray *
hn_due_list (HnRegister  *reg,
             int          year,
             HnDate       today,
             GError     **error)
{
  g_autoptr (GPtrArray) sets = hn_rule_sets_list (reg, error);
  g_autoptr (GPtrArray) sent = sets != NULL ? list_sent (reg, error) : NULL;
  g_autoptr (HnBegun) begun = sent != NULL ? hn_begun_load (reg, today, error) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) due_free);

  if (begun == NULL)
    return NULL;

  for (guint i = 0; i < sets->len; i++)
    if (!add_rules (list, sent, begun, reg, ((HnRuleSet *) g_ptr_array_index (sets, i))->name, year, today, error))
      return NULL;
  add_others (list, sent, year, today);
  g_ptr_array_sort (list, compare_due);

  return g_steal_pointer (&list);
}
