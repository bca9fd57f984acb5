/* Rule sets of reporting periods: where months, quarters and years begin and end, and when their reports are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-period-rules.h"

/* The days of a report are counted from Monday to Friday; Saturdays on which the State works are entered as such. */
#define FIRST_DAY_OFF G_DATE_SATURDAY

/* More days off in a row than any Tết. */
#define MAX_DAYS_OFF 60

typedef struct
{
  HnDate   from;
  HnDate   to;
  gboolean yearly;  /* on these days of any year */
  gboolean working; /* a weekend that is worked on instead */
} Holiday;

struct _HnPeriodRules
{
  gatomicrefcount  ref_count;
  char            *name;
  char            *label;
  GArray          *rules;    /* of HnPeriodRule */
  GArray          *holidays; /* of Holiday */
};

static void
clear_rule (gpointer data)
{
  g_free (((HnPeriodRule *) data)->source);
}

/**
 * hn_period_rules_new:
 * @name: as it is written on the command line: ND09
 * @label: what an office calls it
 *
 * Returns: (transfer full): a set without rules, which are added before anybody else holds it
 */
HnPeriodRules *
hn_period_rules_new (const char *name,
                     const char *label)
{
  HnPeriodRules *self = g_new0 (HnPeriodRules, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->label = g_strdup (label);
  self->rules = g_array_new (FALSE, TRUE, sizeof (HnPeriodRule));
  g_array_set_clear_func (self->rules, clear_rule);
  self->holidays = g_array_new (FALSE, TRUE, sizeof (Holiday));

  return self;
}

/**
 * hn_period_rules_calendar:
 *
 * Returns: (transfer full): months as the calendar has them, without any day on which a report is due: what holds
 *   where no register says otherwise
 */
HnPeriodRules *
hn_period_rules_calendar (void)
{
  HnPeriodRules *self = hn_period_rules_new ("CALENDAR", "Năm dương lịch");

  for (int kind = HN_PERIOD_MONTH; kind <= HN_PERIOD_YEAR; kind++)
    {
      HnPeriodRule rule = { .kind = (HnPeriodKind) kind, .from = { 1, 0 }, .to = { 31, 0 } };

      hn_period_rules_add (self, &rule);
    }

  return self;
}

/**
 * hn_period_rules_ref:
 *
 * Rules are read once for a report and shared by all of its periods.
 *
 * Returns: (transfer full): the same rules
 */
HnPeriodRules *
hn_period_rules_ref (HnPeriodRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * hn_period_rules_unref:
 *
 * Frees them when no period holds them any more.
 */
void
hn_period_rules_unref (HnPeriodRules *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->label);
  g_array_unref (self->rules);
  g_array_unref (self->holidays);
  g_free (self);
}

/**
 * hn_period_rules_add:
 * @rule: copied; of several for one kind of period that one holds which is valid on the period's last day
 */
void
hn_period_rules_add (HnPeriodRules      *self,
                     const HnPeriodRule *rule)
{
  HnPeriodRule copy = *rule;

  copy.source = g_strdup (rule->source);
  g_array_append_val (self->rules, copy);
}

/**
 * hn_period_rules_add_holiday:
 * @from: a full date
 * @to: the last day off
 * @yearly: on these days of every year
 * @working: instead: days of a weekend on which the State works; of two that name a day the later added one holds
 */
void
hn_period_rules_add_holiday (HnPeriodRules *self,
                             HnDate         from,
                             HnDate         to,
                             gboolean       yearly,
                             gboolean       working)
{
  Holiday holiday = { from, to, yearly, working };

  g_array_append_val (self->holidays, holiday);
}

/**
 * hn_period_rules_get_name:
 *
 * Returns: by what name periods refer to the rules, as they are kept in the register
 */
const char *
hn_period_rules_get_name (const HnPeriodRules *self)
{
  return self->name;
}

/**
 * hn_period_rules_get_label:
 *
 * Returns: what the rules are called where a person chooses them
 */
const char *
hn_period_rules_get_label (const HnPeriodRules *self)
{
  return self->label;
}

/* --- days ---------------------------------------------------------------- */

static HnDate
day_in_month (HnDate     month,
              HnMonthDay place)
{
  int months = month.year * 12 + month.month - 1 + place.shift;
  HnDate day = { (guint16) (months / 12), (guint8) (months % 12 + 1), 0 };
  HnDate last = hn_date_last (day);

  day.day = (guint8) MIN (place.day, last.day);

  return day;
}

static gboolean
is_valid (const HnPeriodRule *rule,
          HnDate              day)
{
  if (hn_date_is_set (rule->valid_from) && hn_date_compare (day, hn_date_first (rule->valid_from)) < 0)
    return FALSE;

  return !hn_date_is_set (rule->valid_to) || hn_date_compare (day, hn_date_last (rule->valid_to)) <= 0;
}

/* Which one of its year the period is that ends with the month @last. */
static int
part_of_year (HnPeriodKind kind,
              HnDate       last)
{
  switch (kind)
    {
    case HN_PERIOD_MONTH:
      return last.month;
    case HN_PERIOD_QUARTER:
      return (last.month + 2) / 3;
    case HN_PERIOD_HALF:
      return (last.month + 5) / 6;
    case HN_PERIOD_NINE_MONTHS:
    case HN_PERIOD_YEAR:
    case HN_PERIOD_TERM:
    case HN_PERIOD_RANGE:
    default:
      return 1;
    }
}

/* How many days the rule is from being in force on the last day that it gives. */
static int
days_away (const HnPeriodRule *rule,
           HnDate              last)
{
  HnDate day = day_in_month (last, rule->to);

  if (is_valid (rule, day))
    return 0;

  return hn_date_is_set (rule->valid_from) && hn_date_compare (day, hn_date_first (rule->valid_from)) < 0
           ? hn_date_days (day, hn_date_first (rule->valid_from))
           : hn_date_days (hn_date_last (rule->valid_to), day);
}

/* Of two rules for the same period: the one that is in force, or was or will be so the soonest; of those the newer, as
 * it need not be said of an old rule when it ended; of those the one that is for this part of the year. */
static gboolean
is_better (const HnPeriodRule *rule,
           const HnPeriodRule *other,
           HnDate              last)
{
  int away = days_away (rule, last), other_away = days_away (other, last);
  int newer = hn_date_compare (rule->valid_from, other->valid_from);

  if (away != other_away)
    return away < other_away;

  return newer != 0 ? newer > 0 : rule->part > 0 && other->part == 0;
}

/* Before a set has its first rule, or after its last one, the nearest that it has still says how it cuts. */
static const HnPeriodRule *
find_rule (const HnPeriodRules *self,
           HnPeriodKind         kind,
           HnDate               last)
{
  const HnPeriodRule *found = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const HnPeriodRule *rule = &g_array_index (self->rules, HnPeriodRule, i);

      if (rule->kind != kind || (rule->part > 0 && rule->part != part_of_year (kind, last)))
        continue;
      if (found == NULL || is_better (rule, found, last))
        found = rule;
    }

  return found;
}

/* Where a new rule takes over from an old one, its first period begins behind the old one's last: no day is lost
 * between them, and none belongs to both. */
static void
join_to_old_rule (const HnPeriodRules *self,
                  const HnPeriodRule  *rule,
                  HnDate               first,
                  HnDate               to,
                  HnDate              *from)
{
  HnDate before = hn_date_add_days ((HnDate) { first.year, first.month, 1 }, -1);
  const HnPeriodRule *old = find_rule (self, rule->kind, (HnDate) { before.year, before.month, 0 });
  HnDate end;

  if (old == NULL || old == rule || old->part != rule->part)
    return;

  end = day_in_month ((HnDate) { before.year, before.month, 0 }, old->to);
  if (is_valid (old, end) && hn_date_compare (end, to) < 0)
    *from = hn_date_add_days (end, 1);
}

/**
 * hn_period_rules_cover:
 * @first: the first month of the period, its day left out
 * @last: and the last
 * @from: (out): the first day whose figures belong to it
 * @to: (out): and the last
 *
 * A term is cut as its years are.
 *
 * Returns: (nullable): the rule; %NULL where the set has none for such periods
 */
const HnPeriodRule *
hn_period_rules_cover (const HnPeriodRules *self,
                       HnPeriodKind         kind,
                       HnDate               first,
                       HnDate               last,
                       HnDate              *from,
                       HnDate              *to)
{
  const HnPeriodRule *rule = find_rule (self, kind == HN_PERIOD_TERM ? HN_PERIOD_YEAR : kind, last);

  if (rule == NULL)
    return NULL;

  *from = day_in_month (first, rule->from);
  *to = day_in_month (last, rule->to);
  join_to_old_rule (self, rule, first, *to, from);

  return rule;
}

/**
 * hn_period_rules_year_of:
 *
 * Returns: the report year that a full date belongs to: 16/12/2025 is in 2026 under Decree 09/2019
 */
int
hn_period_rules_year_of (const HnPeriodRules *self,
                         HnDate               day)
{
  for (int year = day.year - 1; year <= day.year + 1; year++)
    {
      HnDate from, to;

      if (hn_period_rules_cover (self, HN_PERIOD_YEAR, (HnDate) { (guint16) year, 1, 0 },
                                 (HnDate) { (guint16) year, 12, 0 }, &from, &to)
            != NULL
          && hn_date_compare (from, day) <= 0 && hn_date_compare (day, to) <= 0)
        return year;
    }

  return day.year;
}

/* --- when it is due ------------------------------------------------------ */

static gboolean
is_on (const Holiday *holiday,
       HnDate         day)
{
  HnDate from = holiday->from, to = holiday->to;

  if (!holiday->yearly)
    return hn_date_compare (from, day) <= 0 && hn_date_compare (day, to) <= 0;

  /* Days over New Year are those of this year's end, or of the last one's. */
  for (int year = day.year - (to.year - from.year); year <= day.year; year++)
    {
      HnDate first = { (guint16) year, from.month, from.day };
      HnDate last = { (guint16) (year + to.year - from.year), to.month, to.day };

      if (hn_date_compare (first, day) <= 0 && hn_date_compare (day, last) <= 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_working_day (const HnPeriodRules *self,
                HnDate               day)
{
  GDate date;

  for (guint i = self->holidays->len; i > 0; i--)
    {
      const Holiday *holiday = &g_array_index (self->holidays, Holiday, i - 1);

      if (is_on (holiday, day))
        return holiday->working;
    }
  g_date_set_dmy (&date, day.day, (GDateMonth) day.month, day.year);

  return g_date_get_weekday (&date) < FIRST_DAY_OFF;
}

static HnDate
next_working_day (const HnPeriodRules *self,
                  HnDate               day)
{
  for (int i = 0; i < MAX_DAYS_OFF; i++)
    {
      day = hn_date_add_days (day, 1);
      if (is_working_day (self, day))
        return day;
    }

  return day;
}

/**
 * hn_period_rules_work_from:
 * @n_days: how many, from 0
 *
 * Returns: the day on which @n_days working days after @day are over, as the office's holidays have them
 */
HnDate
hn_period_rules_work_from (const HnPeriodRules *self,
                           HnDate               day,
                           int                  n_days)
{
  for (int i = 0; i < n_days; i++)
    day = next_working_day (self, day);

  return day;
}

/**
 * hn_period_rules_due:
 * @last: the last month of the period
 * @to: its last day
 *
 * The day on which the report must be sent: some working days after the last day, or a fixed one.
 *
 * Returns: unset where the rule knows none
 */
HnDate
hn_period_rules_due (const HnPeriodRules *self,
                     HnPeriodKind         kind,
                     HnDate               last,
                     HnDate               to)
{
  const HnPeriodRule *rule = find_rule (self, kind == HN_PERIOD_TERM ? HN_PERIOD_YEAR : kind, last);

  if (rule == NULL || kind == HN_PERIOD_RANGE)
    return (HnDate) { 0 };
  if (rule->due.day > 0)
    return day_in_month (last, rule->due);
  if (rule->due_after <= 0)
    return (HnDate) { 0 };

  return hn_period_rules_work_from (self, to, rule->due_after);
}
