/* Reporting periods: reading them, what days they cover, what they are called. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-period.h"

#include <string.h>
#include <glib/gi18n-lib.h>

/* A spreadsheet knows no day before 1900, and hn_date_from_iso() none after 2200. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2200

G_DEFINE_QUARK (hn-period-error-quark, hn_period_error)

/* A part of a report year by its months, both inside: the whole year is 1 to 12. */
typedef struct
{
  int first;
  int last;
} HnMonths;

static const char *const kind_names[] = {
  [HN_PERIOD_MONTH] = N_("months"),  [HN_PERIOD_QUARTER] = N_("quarters"),        [HN_PERIOD_HALF] = N_("halves"),
  [HN_PERIOD_YEAR] = N_("years"),    [HN_PERIOD_NINE_MONTHS] = N_("nine months"), [HN_PERIOD_TERM] = N_("terms"),
  [HN_PERIOD_RANGE] = N_("ranges"),
};

/* From the first of some months to the last of some others, as the rules cut them. */
static gboolean
cover (HnPeriod  *period,
       GError   **error)
{
  const char *kind = kind_names[period->kind];

  if (hn_period_rules_cover (period->rules, period->kind, period->first, period->last, &period->from, &period->to)
      != NULL)
    return TRUE;

  g_set_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_NO_RULE,
               _("The rules %s know no %s. Choose other rules, or write the days: 2020-12-15..2021-12-14."),
               hn_period_rules_get_name (period->rules), _(kind));

  return FALSE;
}

static const struct
{
  const char  *text;
  HnPeriodKind kind;
  HnMonths     months;
} parts[] = {
  { "", HN_PERIOD_YEAR, { 1, 12 } },
  { "-H1", HN_PERIOD_HALF, { 1, 6 } },
  { "-H2", HN_PERIOD_HALF, { 7, 12 } },
  { "-9M", HN_PERIOD_NINE_MONTHS, { 1, 9 } },
  { "-Q1", HN_PERIOD_QUARTER, { 1, 3 } },
  { "-Q2", HN_PERIOD_QUARTER, { 4, 6 } },
  { "-Q3", HN_PERIOD_QUARTER, { 7, 9 } },
  { "-Q4", HN_PERIOD_QUARTER, { 10, 12 } },
};

/* What follows the four digits of the year. */
static gboolean
parse_part (const char   *text,
            HnPeriodKind *kind,
            HnMonths     *months)
{
  int month;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_ascii_strcasecmp (text, parts[i].text) == 0)
      {
        *kind = parts[i].kind;
        *months = parts[i].months;
        return TRUE;
      }

  if (strlen (text) != 3 || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]))
    return FALSE;

  month = (text[1] - '0') * 10 + (text[2] - '0');
  *kind = HN_PERIOD_MONTH;
  *months = (HnMonths) { month, month };

  return month >= 1 && month <= 12;
}

/* (out): four digits of a year that a report can be about, which end with @end */
static gboolean
parse_year (const char *text,
            char        end,
            int        *year)
{
  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[4] != end)
    return FALSE;

  *year = (int) g_ascii_strtoll (text, NULL, 10);

  return *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

static gboolean
parse_term (const char *text,
            HnPeriod   *period)
{
  int first;

  if (!parse_year (text, '-', &first) || !parse_year (text + 5, '\0', &period->year) || first > period->year)
    return FALSE;

  period->kind = HN_PERIOD_TERM;
  period->first = (HnDate) { (guint16) first, 1, 0 };
  period->last = (HnDate) { (guint16) period->year, 12, 0 };

  return TRUE;
}

static gboolean
parse_named (const char *text,
             HnPeriod   *period)
{
  HnMonths months;

  if (!parse_year (text, '-', &period->year) && !parse_year (text, '\0', &period->year))
    return FALSE;
  if (!parse_part (text + 4, &period->kind, &months))
    return FALSE;

  period->first = (HnDate) { (guint16) period->year, (guint8) months.first, 0 };
  period->last = (HnDate) { (guint16) period->year, (guint8) months.last, 0 };

  return TRUE;
}

static void
set_range (HnPeriod *period,
           HnDate    from,
           HnDate    to)
{
  period->kind = HN_PERIOD_RANGE;
  period->from = period->first = from;
  period->to = period->last = to;
  period->year = hn_period_rules_year_of (period->rules, to);
}

static gboolean
parse_range (const char *text,
             HnPeriod   *period)
{
  g_auto (GStrv) ends = g_strsplit (text, "..", 2);
  HnDate from, to;

  if (g_strv_length (ends) != 2 || !hn_date_from_iso (ends[0], &from) || !hn_date_from_iso (ends[1], &to))
    return FALSE;
  if (!hn_date_is_set (from) || !hn_date_is_set (to) || from.year < FIRST_YEAR)
    return FALSE;

  set_range (period, hn_date_first (from), hn_date_last (to));

  return hn_date_compare (period->from, period->to) <= 0;
}

static HnPeriod *
new_range (HnDate         from,
           HnDate         to,
           HnPeriodRules *rules)
{
  HnPeriod *period = g_new0 (HnPeriod, 1);
  g_autofree char *first = hn_date_to_iso (from);
  g_autofree char *last = hn_date_to_iso (to);

  period->name = g_strconcat (first, "..", last, NULL);
  period->rules = hn_period_rules_ref (rules);
  set_range (period, from, to);

  return period;
}

/**
 * hn_period_parse:
 * @text: `2021`, `2021-H1`, `2021-H2`, `2021-9M`, `2021-Q1` to `-Q4`, `2021-01` to `-12`, `2016-2021`, or two dates
 *   with `..` between them, of any precision
 * @rules: where months end; a range of dates is taken as it stands
 * @error: %HN_PERIOD_ERROR_MALFORMED, %HN_PERIOD_ERROR_NO_RULE
 *
 * By NĐ 09/2019/NĐ-CP, Điều 12, the year 2021 runs from 15/12/2020 to 14/12/2021.
 *
 * Returns: (nullable): the period, %NULL if @text says none
 */
HnPeriod *
hn_period_parse (const char     *text,
                 HnPeriodRules  *rules,
                 GError        **error)
{
  g_autoptr (HnPeriod) period = g_new0 (HnPeriod, 1);

  g_return_val_if_fail (text != NULL && rules != NULL, NULL);

  period->name = g_strdup (text);
  period->rules = hn_period_rules_ref (rules);
  if (parse_range (text, period))
    return g_steal_pointer (&period);
  if (parse_named (text, period) || parse_term (text, period))
    return cover (period, error) ? g_steal_pointer (&period) : NULL;

  g_set_error (error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_MALFORMED,
               _("“%s” is not a period. Write 2021, 2021-H1, 2021-9M, 2021-Q3, 2021-05, 2016-2021 or"
                 " 2020-12-15..2021-12-14."),
               text);

  return NULL;
}

/**
 * hn_period_free:
 *
 * Frees a period; its rules may be others' as well.
 */
void
hn_period_free (HnPeriod *period)
{
  if (period == NULL)
    return;

  g_free (period->name);
  g_clear_pointer (&period->rules, hn_period_rules_unref);
  g_free (period);
}

/**
 * hn_period_copy:
 *
 * Returns: (transfer full): the same days and name, by the same rules
 */
HnPeriod *
hn_period_copy (const HnPeriod *period)
{
  HnPeriod *copy = g_memdup2 (period, sizeof *period);

  copy->name = g_strdup (period->name);
  hn_period_rules_ref (copy->rules);

  return copy;
}

/**
 * hn_period_year_start:
 *
 * The window of a figure "since the beginning of the year": from the first day of the report year to the
 * last day of @period. Of a term, or of a range that begins before that day, the period itself.
 */
HnPeriod *
hn_period_year_start (const HnPeriod *period)
{
  const HnDate first = { (guint16) period->year, 1, 0 }, last = { (guint16) period->year, 12, 0 };
  HnDate from, to;

  if (hn_period_rules_cover (period->rules, HN_PERIOD_YEAR, first, last, &from, &to) == NULL
      || hn_date_compare (period->from, from) < 0)
    from = period->from;

  return new_range (from, period->to, period->rules);
}

static HnDate
one_year_before (HnDate day)
{
  HnDate before = { day.year - 1, day.month, day.day };
  HnDate last = hn_date_last ((HnDate) { before.year, before.month, 0 });

  if (before.day > last.day)
    before.day = last.day;

  return before;
}

/**
 * hn_period_year_ago:
 *
 * The same period of the year before; of a term, the term before it. 29 February becomes the 28th in a range of dates.
 */
HnPeriod *
hn_period_year_ago (const HnPeriod *period)
{
  int years = period->last.year - period->first.year + 1;
  g_autofree char *name = NULL;

  if (period->kind == HN_PERIOD_RANGE)
    return new_range (one_year_before (period->from), one_year_before (period->to), period->rules);

  if (period->kind == HN_PERIOD_TERM)
    name = g_strdup_printf ("%04d-%04d", period->first.year - years, period->last.year - years);
  else
    name = g_strdup_printf ("%04d%s", period->year - 1, period->name + 4);

  return hn_period_parse (name, period->rules, NULL);
}

/**
 * hn_period_label:
 *
 * What a report calls the period, in Vietnamese: "Năm 2021", "6 tháng đầu năm 2021", "Quý III/2021",
 * "Tháng 5/2021", "Giai đoạn 2016 - 2021"; of a range its days.
 */
char *
hn_period_label (const HnPeriod *period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  g_autofree char *window = hn_period_window (period);

  switch (period->kind)
    {
    case HN_PERIOD_MONTH:
      return g_strdup_printf ("Tháng %d/%d", period->first.month, period->year);
    case HN_PERIOD_QUARTER:
      return g_strdup_printf ("Quý %s/%d", quarters[period->first.month / 3], period->year);
    case HN_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %d", period->first.month == 1 ? "đầu" : "cuối", period->year);
    case HN_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("9 tháng đầu năm %d", period->year);
    case HN_PERIOD_YEAR:
      return g_strdup_printf ("Năm %d", period->year);
    case HN_PERIOD_TERM:
      return g_strdup_printf ("Giai đoạn %d - %d", period->first.year, period->last.year);
    case HN_PERIOD_RANGE:
    default:
      return g_strconcat ("T", window + 1, NULL);
    }
}

/**
 * hn_period_window:
 *
 * The days as they are printed on every report: "từ ngày 15/12/2020 đến ngày 14/12/2021".
 */
char *
hn_period_window (const HnPeriod *period)
{
  return g_strdup_printf ("từ ngày %02d/%02d/%04d đến ngày %02d/%02d/%04d", period->from.day, period->from.month,
                          period->from.year, period->to.day, period->to.month, period->to.year);
}

/**
 * hn_period_due:
 *
 * Returns: the day on which the report over the period must be sent, unset where the rules know none
 */
HnDate
hn_period_due (const HnPeriod *period)
{
  return hn_period_rules_due (period->rules, period->kind, period->last, period->to);
}

/**
 * hn_period_contains:
 * @date: a date of any precision
 *
 * A date known only by its month or year counts as the first day that it can mean, so that every record
 * falls into exactly one month, quarter, half and year, whatever the cut-off. An unset date falls into none.
 */
gboolean
hn_period_contains (const HnPeriod *period,
                    HnDate          date)
{
  HnDate first;

  if (!hn_date_is_set (date))
    return FALSE;

  first = hn_date_first (date);

  return hn_date_compare (period->from, first) <= 0 && hn_date_compare (first, period->to) <= 0;
}
