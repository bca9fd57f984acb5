/* Dates as offices know them: a year, a month of it, or a day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-date.h"

#include <string.h>

#include "hn-char.h"
#include "hn-clean.h"
#include "hn-fold.h"

/* Nobody whom a register keeps was born before, and a year beyond is a slip of the key. */
#define MIN_YEAR 1700 /* national days are older than any record: 4 July 1776 */
#define MAX_YEAR 2200

/* How a date may be written when it is folded, with / for every kind of mark between numbers:
 * D one or two digits, Y four. */
static const struct
{
  const char *shape;
  const char *order; /* what each number is */
} shapes[] = {
  { "D/D/Y", "dmy" },
  { "Y/D/D", "ymd" },
  { "D/D", "dm" },
  { "D/Y", "my" },
  { "Y/D", "ym" },
  { "Y", "y" },
  { "ngay D/D/Y", "dmy" },
  { "ngay D thang D nam Y", "dmy" },
  { "ngay D thang D/Y", "dmy" },
  { "D thang D nam Y", "dmy" },
  { "D thang D/Y", "dmy" },
  { "thang D/Y", "my" },
  { "thang D nam Y", "my" },
  { "nam Y", "y" },
};

/* Words for days, as an offset from today. */
static const struct
{
  const char *words;
  int         days;
} relatives[] = {
  { "hom kia", -2 },
  { "hom qua", -1 },
  { "yesterday", -1 },
  { "hom nay", 0 },
  { "today", 0 },
  { "ngay mai", 1 },
  { "tomorrow", 1 },
};

static gboolean
is_valid (guint year,
          guint month,
          guint day)
{
  if (year < MIN_YEAR || year > MAX_YEAR || month > 12)
    return FALSE;
  if (month == 0)
    return day == 0;
  return day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static gboolean
set_date (HnDate *date,
          guint   year,
          guint   month,
          guint   day)
{
  if (!is_valid (year, month, day))
    return FALSE;
  *date = (HnDate) { (guint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

static void
to_gdate (HnDate  date,
          GDate  *gdate)
{
  g_date_clear (gdate, 1);
  g_date_set_dmy (gdate, date.day, (GDateMonth) date.month, date.year);
}

/**
 * hn_date_is_set:
 * @date: a date
 *
 * Returns: whether at least its year is known
 */
gboolean
hn_date_is_set (HnDate date)
{
  return date.year != 0;
}

/**
 * hn_date_is_full:
 * @date: a date
 *
 * Returns: whether it is known to the day
 */
gboolean
hn_date_is_full (HnDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/* Reads @n digits at *@at; a wrong character makes it FALSE. */
static gboolean
read_digits (const char **at,
             gsize        n,
             guint       *number)
{
  *number = 0;
  for (gsize i = 0; i < n; i++, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (guint) (**at - '0');
    }
  return TRUE;
}

/**
 * hn_date_from_iso:
 * @text: (nullable): a date as it is stored
 * @date: (out): the date, unset where the function fails
 *
 * Reads `2021`, `2021-05` or `2021-05-06` and nothing else.
 *
 * Returns: whether @text is a day, month or year between 1700 and 2200
 */
gboolean
hn_date_from_iso (const char *text,
                  HnDate     *date)
{
  guint year, month = 0, day = 0;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = (HnDate) { 0 };
  if (text == NULL || !read_digits (&text, 4, &year))
    return FALSE;
  if (*text == '-' && (text++, !read_digits (&text, 2, &month) || month == 0))
    return FALSE;
  if (*text == '-' && (text++, !read_digits (&text, 2, &day) || day == 0))
    return FALSE;
  return *text == '\0' && set_date (date, year, month, day);
}

/* Folds @text with / for dashes and dots, and no spaces round it. */
static char *
fold_marks (const char *text)
{
  g_autofree char *clean = hn_text_clean (text, HN_CLEAN_LINE);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ',')
        continue;
      g_string_append_unichar (marks, c == '.' || hn_char_is_dash (c) ? '/' : c);
    }
  g_string_replace (marks, " /", "/", 0);
  g_string_replace (marks, "/ ", "/", 0);
  return hn_text_fold (marks->str);
}

/* Replaces each number by D or Y and keeps its value. Returns NULL where one has a wrong length or there are too
 * many. */
static char *
find_shape (const char *folded,
            guint       numbers[3])
{
  g_autoptr (GString) shape = g_string_new (NULL);
  gsize n = 0;

  while (*folded != '\0')
    {
      gsize length = strspn (folded, "0123456789");

      if (length == 0)
        {
          g_string_append_c (shape, *folded++);
          continue;
        }
      if (n == 3 || length == 3 || length > 4)
        return NULL;
      g_string_append_c (shape, length == 4 ? 'Y' : 'D');
      read_digits (&folded, length, &numbers[n++]);
    }
  return g_string_free_and_steal (g_steal_pointer (&shape));
}

typedef struct
{
  guint year;
  guint month;
  guint day;
} Parts;

/* A day of a month without its year is one of the year in which @today is. */
static gboolean
read_shape (const char *shape,
            const guint numbers[3],
            HnDate      today,
            Parts      *parts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      const char *order = shapes[i].order;

      if (strcmp (shapes[i].shape, shape) != 0)
        continue;
      *parts = (Parts) { 0 };
      for (gsize j = 0; order[j] != '\0'; j++)
        *(order[j] == 'y' ? &parts->year : order[j] == 'm' ? &parts->month : &parts->day) = numbers[j];
      if ((strchr (order, 'm') != NULL && parts->month == 0) || (strchr (order, 'd') != NULL && parts->day == 0))
        return FALSE;
      if (strchr (order, 'y') == NULL)
        parts->year = today.year;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_parts (const char *folded,
            HnDate      today,
            Parts      *parts)
{
  guint numbers[3] = { 0, 0, 0 };
  g_autofree char *shape = find_shape (folded, numbers);

  return shape != NULL && read_shape (shape, numbers, today, parts);
}

/**
 * hn_date_parse:
 * @text: (nullable): what a person wrote
 * @today: the day that "hôm nay" is; may be unset, such words and days without a year are refused then
 * @date: (out): the date, unset where the function fails
 *
 * Reads dates as Vietnamese offices write them, day before month, never in American order: `6/5/2021` (also with
 * dots or dashes), `6/5` of this year, `5/2021`, `2021`, `2021-05-06`, `2021-05`, `ngày 6 tháng 5 năm 2021`,
 * `tháng 5/2021`, `tháng 5 năm 2021`, `năm 2021`, and `hôm kia`, `hôm qua`, `hôm nay`, `ngày mai`, also `yesterday`,
 * `today` and `tomorrow`; marks and capitals do not matter. Years of two digits are refused, as are days that do not
 * exist and years before 1700 or after 2200.
 *
 * Returns: whether @text is a date
 */
gboolean
hn_date_parse (const char *text,
               HnDate      today,
               HnDate     *date)
{
  g_autofree char *folded = NULL;
  Parts parts;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = (HnDate) { 0 };
  if (text == NULL)
    return FALSE;
  folded = fold_marks (text);

  for (gsize i = 0; i < G_N_ELEMENTS (relatives); i++)
    if (strcmp (folded, relatives[i].words) == 0)
      {
        if (!hn_date_is_full (today))
          return FALSE;
        *date = hn_date_add_days (today, relatives[i].days);
        return hn_date_is_set (*date);
      }

  return read_parts (folded, today, &parts) && set_date (date, parts.year, parts.month, parts.day);
}

/**
 * hn_date_parse_month:
 * @text: (nullable): what a person wrote
 * @today: as for hn_date_parse()
 * @month: (out): the month, where the function succeeds
 *
 * For what hn_date_parse() refused: a slip such as `31/4/2021` is told from what is no date at all.
 *
 * Returns: how many days the month has that @text names together with a day that it does not have, or 0
 */
guint
hn_date_parse_month (const char *text,
                     HnDate      today,
                     HnDate     *month)
{
  g_autofree char *folded = NULL;
  Parts parts;

  g_return_val_if_fail (month != NULL, 0);

  if (text == NULL)
    return 0;
  folded = fold_marks (text);
  if (!read_parts (folded, today, &parts) || parts.day == 0 || !set_date (month, parts.year, parts.month, 0)
      || is_valid (parts.year, parts.month, parts.day))
    return 0;

  return g_date_get_days_in_month ((GDateMonth) parts.month, (GDateYear) parts.year);
}

/**
 * hn_date_today:
 *
 * Returns: the day that it is in the local time zone
 */
HnDate
hn_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return (HnDate) { (guint16) year, (guint8) month, (guint8) day };
}

/**
 * hn_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): `2021`, `2021-05` or `2021-05-06`, or %NULL for an unset date
 */
char *
hn_date_to_iso (HnDate date)
{
  if (date.year == 0)
    return NULL;
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

/**
 * hn_date_print:
 * @date: a date
 *
 * Prints a date as it stands in tables.
 *
 * Returns: (transfer full): `06/05/2021`, `5/2021` or `2021`, or "" for an unset date
 */
char *
hn_date_print (HnDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%u/%u", date.month, date.year);
  return g_strdup_printf ("%02u/%02u/%u", date.day, date.month, date.year);
}

/**
 * hn_date_print_long:
 * @date: a date
 *
 * Prints a date as the heads of documents have it: Decree 30/2020/NĐ-CP, Appendix I, wants a leading zero for days
 * below 10 and for January and February, so that nobody can put a 1 before them, but not for the other months.
 *
 * Returns: (transfer full): `ngày 05 tháng 01 năm 2026`, `ngày 29 tháng 6 năm 2019`, `tháng 6 năm 2019`,
 *   `năm 2019`, or "" for an unset date
 */
char *
hn_date_print_long (HnDate date)
{
  const char *zero = date.month < 3 ? "0" : "";

  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("năm %u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("tháng %s%u năm %u", zero, date.month, date.year);
  return g_strdup_printf ("ngày %02u tháng %s%u năm %u", date.day, zero, date.month, date.year);
}

/**
 * hn_date_first:
 * @date: a date
 *
 * Returns: the first day that @date can mean, unset for an unset one
 */
HnDate
hn_date_first (HnDate date)
{
  if (date.year == 0)
    return date;
  return (HnDate) { date.year, MAX (date.month, 1), MAX (date.day, 1) };
}

/**
 * hn_date_last:
 * @date: a date
 *
 * Returns: the last day that @date can mean, unset for an unset one
 */
HnDate
hn_date_last (HnDate date)
{
  if (date.year == 0)
    return date;
  if (date.month == 0)
    date.month = 12;
  if (date.day == 0)
    date.day = g_date_get_days_in_month ((GDateMonth) date.month, date.year);
  return date;
}

/**
 * hn_date_add_days:
 * @date: a date known to the day
 * @days: how many days later; may be negative
 *
 * Returns: the other day, unset if its year is outside of 1700 to 2200
 */
HnDate
hn_date_add_days (HnDate date,
                  int    days)
{
  HnDate result = { 0 };
  gint64 julian;
  GDate gdate;

  g_return_val_if_fail (hn_date_is_full (date), result);

  to_gdate (date, &gdate);
  julian = (gint64) g_date_get_julian (&gdate) + days;
  if (julian < 1 || julian > G_MAXINT32)
    return result;
  g_date_set_julian (&gdate, (guint32) julian);
  if (g_date_valid (&gdate))
    set_date (&result, g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate));
  return result;
}

/**
 * hn_date_compare:
 * @a: a date
 * @b: another one
 *
 * Orders dates for a list: unset ones first, and what is not known before what is, so that 1955 stands before
 * 1/1955 and that before 01/01/1955.
 *
 * Returns: less than, equal to or greater than 0
 */
int
hn_date_compare (HnDate a,
                 HnDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

/**
 * hn_date_days:
 * @from: a date known to the day
 * @to: another one
 *
 * Returns: how many days @to is after @from, 0 on the same day, negative before it
 */
int
hn_date_days (HnDate from,
              HnDate to)
{
  GDate first, second;

  g_return_val_if_fail (hn_date_is_full (from) && hn_date_is_full (to), 0);

  to_gdate (from, &first);
  to_gdate (to, &second);
  return g_date_days_between (&first, &second);
}
