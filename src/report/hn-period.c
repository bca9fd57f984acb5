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

/* NĐ 09/2019/NĐ-CP, Điều 12: a month's figures run from the 15th of the month before to its 14th, and
 * quarters, halves and the year are made of such months. Nine months is no period of the decree, but
 * provinces use it, cut the same way. */
static void
cover_months (HnPeriod *period,
              HnMonths  months)
{
  if (period->cutoff == HN_CUTOFF_CALENDAR)
    {
      period->from = (HnDate) { period->year, months.first, 1 };
      period->to = hn_date_last ((HnDate) { period->year, months.last, 0 });
      return;
    }

  if (months.first == 1)
    period->from = (HnDate) { period->year - 1, 12, 15 };
  else
    period->from = (HnDate) { period->year, months.first - 1, 15 };
  period->to = (HnDate) { period->year, months.last, 14 };
}

/* The report year that a day belongs to. */
static int
year_of_day (HnDate   day,
             HnCutoff cutoff)
{
  gboolean next = cutoff == HN_CUTOFF_ND09 && day.month == 12 && day.day > 14;

  return day.year + (next ? 1 : 0);
}

static const struct
{
  const char *text;
  HnMonths    months;
} parts[] = {
  { "", { 1, 12 } },
  { "-H1", { 1, 6 } },
  { "-H2", { 7, 12 } },
  { "-9M", { 1, 9 } },
  { "-Q1", { 1, 3 } },
  { "-Q2", { 4, 6 } },
  { "-Q3", { 7, 9 } },
  { "-Q4", { 10, 12 } },
};

/* What follows the four digits of the year. */
static gboolean
parse_part (const char *text,
            HnMonths   *months)
{
  int month;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_ascii_strcasecmp (text, parts[i].text) == 0)
      {
        *months = parts[i].months;
        return TRUE;
      }

  if (strlen (text) != 3 || !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]))
    return FALSE;

  month = (text[1] - '0') * 10 + (text[2] - '0');
  *months = (HnMonths) { month, month };

  return month >= 1 && month <= 12;
}

static gboolean
parse_named (const char *text,
             HnPeriod   *period)
{
  HnMonths months;

  for (guint i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[4] != '\0' && text[4] != '-')
    return FALSE;

  /* It stops at the dash. */
  period->year = (int) g_ascii_strtoll (text, NULL, 10);
  if (period->year < FIRST_YEAR || period->year > LAST_YEAR || !parse_part (text + 4, &months))
    return FALSE;

  cover_months (period, months);

  return TRUE;
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

  period->from = hn_date_first (from);
  period->to = hn_date_last (to);
  period->year = year_of_day (period->to, period->cutoff);

  return hn_date_compare (period->from, period->to) <= 0;
}

static HnPeriod *
new_range (HnDate   from,
           HnDate   to,
           HnCutoff cutoff)
{
  HnPeriod *period = g_new0 (HnPeriod, 1);
  g_autofree char *first = hn_date_to_iso (from);
  g_autofree char *last = hn_date_to_iso (to);

  period->name = g_strconcat (first, "..", last, NULL);
  period->cutoff = cutoff;
  period->from = from;
  period->to = to;
  period->year = year_of_day (to, cutoff);

  return period;
}

/**
 * hn_period_parse:
 * @text: `2021`, `2021-H1`, `2021-H2`, `2021-9M`, `2021-Q1` to `-Q4`, `2021-01` to `-12`, or two dates with
 *   `..` between them, of any precision
 * @cutoff: where months end; a range of dates is taken as it stands
 * @error: %HN_PERIOD_ERROR_MALFORMED
 *
 * The days of @cutoff %HN_CUTOFF_ND09 are those of NĐ 09/2019/NĐ-CP, Điều 12: the year 2021 runs from
 * 15/12/2020 to 14/12/2021.
 *
 * Returns: (nullable): the period, %NULL if @text says none
 */
HnPeriod *
hn_period_parse (const char  *text,
                 HnCutoff     cutoff,
                 GError     **error)
{
  g_autoptr (HnPeriod) period = g_new0 (HnPeriod, 1);

  g_return_val_if_fail (text != NULL, NULL);

  period->name = g_strdup (text);
  period->cutoff = cutoff;
  if (parse_named (text, period) || parse_range (text, period))
    return g_steal_pointer (&period);

  g_set_error (
    error, HN_PERIOD_ERROR, HN_PERIOD_ERROR_MALFORMED,
    _("“%s” is not a period. Write 2021, 2021-H1, 2021-9M, 2021-Q3, 2021-05 or 2020-12-15..2021-12-14."), text);

  return NULL;
}

void
hn_period_free (HnPeriod *period)
{
  if (period == NULL)
    return;

  g_free (period->name);
  g_free (period);
}

/**
 * hn_period_year_start:
 *
 * The window of a figure "since the beginning of the year": from the first day of the report year to the
 * last day of @period. Of a range that begins before that day, the range itself.
 */
HnPeriod *
hn_period_year_start (const HnPeriod *period)
{
  HnPeriod year = { .cutoff = period->cutoff, .year = period->year };

  cover_months (&year, (HnMonths) { 1, 12 });
  if (hn_date_compare (period->from, year.from) < 0)
    year.from = period->from;

  return new_range (year.from, period->to, period->cutoff);
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
 * The same period of the year before. 29 February becomes the 28th in a range of dates.
 */
HnPeriod *
hn_period_year_ago (const HnPeriod *period)
{
  g_autofree char *name = NULL;

  if (strstr (period->name, "..") != NULL)
    return new_range (one_year_before (period->from), one_year_before (period->to), period->cutoff);

  name = g_strdup_printf ("%04d%s", period->year - 1, period->name + 4);

  return hn_period_parse (name, period->cutoff, NULL);
}

/**
 * hn_period_label:
 *
 * What a report calls the period, in Vietnamese: "Năm 2021", "6 tháng đầu năm 2021", "Quý III/2021",
 * "Tháng 5/2021"; of a range its days.
 */
char *
hn_period_label (const HnPeriod *period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  const char *part = period->name + 4;

  if (strstr (period->name, "..") != NULL)
    {
      g_autofree char *window = hn_period_window (period);

      return g_strconcat ("T", window + 1, NULL);
    }
  if (*part == '\0')
    return g_strdup_printf ("Năm %d", period->year);
  if (g_ascii_strcasecmp (part, "-H1") == 0)
    return g_strdup_printf ("6 tháng đầu năm %d", period->year);
  if (g_ascii_strcasecmp (part, "-H2") == 0)
    return g_strdup_printf ("6 tháng cuối năm %d", period->year);
  if (g_ascii_strcasecmp (part, "-9M") == 0)
    return g_strdup_printf ("9 tháng đầu năm %d", period->year);
  if (part[1] == 'Q' || part[1] == 'q')
    return g_strdup_printf ("Quý %s/%d", quarters[part[2] - '1'], period->year);

  return g_strdup_printf ("Tháng %d/%d", (int) g_ascii_strtoll (part + 1, NULL, 10), period->year);
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
