/* Periods by which a list is filtered: the usual ones, and typed ones. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-filter-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-fold.h"

static const char *const preset_labels[HN_N_PERIOD_PRESETS] = {
  [HN_PERIOD_THIS_YEAR] = N_("This Year"),       [HN_PERIOD_LAST_YEAR] = N_("Last Year"),
  [HN_PERIOD_THIS_QUARTER] = N_("This Quarter"), [HN_PERIOD_LAST_QUARTER] = N_("Last Quarter"),
  [HN_PERIOD_THIS_MONTH] = N_("This Month"),     [HN_PERIOD_LAST_MONTH] = N_("Last Month"),
};

/**
 * hn_filter_period_preset_label:
 *
 * Returns: what a period such as “this year” is called in the language of the program
 */
const char *
hn_filter_period_preset_label (HnPeriodPreset preset)
{
  const char *label;

  g_return_val_if_fail (preset < HN_N_PERIOD_PRESETS, NULL);

  label = preset_labels[preset];

  return _(label);
}

/* number is from 0, and may lie in another year */
static char *
make_quarter (int year,
              int number)
{
  HnDate first, last;

  year += number < 0 ? -1 : number / 4;
  number = (number + 4) % 4;
  first = (HnDate) { (guint16) year, (guint8) (number * 3 + 1), 0 };
  last = (HnDate) { (guint16) year, (guint8) (number * 3 + 3), 0 };

  return hn_filter_period_join (hn_date_first (first), hn_date_last (last));
}

static char *
make_month (int year,
            int month)
{
  HnDate date = { (guint16) (month < 1 ? year - 1 : year), (guint8) (month < 1 ? 12 : month), 0 };

  return hn_date_to_iso (date);
}

/**
 * hn_filter_period_preset:
 * @today: a full date
 *
 * Returns: (transfer full): the period, as a condition takes it: "2026", "2026-01-01..2026-03-31"
 */
char *
hn_filter_period_preset (HnPeriodPreset preset,
                         HnDate         today)
{
  g_return_val_if_fail (hn_date_is_full (today), NULL);

  switch (preset)
    {
    case HN_PERIOD_THIS_YEAR:
      return g_strdup_printf ("%u", today.year);
    case HN_PERIOD_LAST_YEAR:
      return g_strdup_printf ("%u", today.year - 1u);
    case HN_PERIOD_THIS_QUARTER:
      return make_quarter (today.year, (today.month - 1) / 3);
    case HN_PERIOD_LAST_QUARTER:
      return make_quarter (today.year, (today.month - 1) / 3 - 1);
    case HN_PERIOD_THIS_MONTH:
      return make_month (today.year, today.month);
    case HN_PERIOD_LAST_MONTH:
      return make_month (today.year, today.month - 1);
    case HN_N_PERIOD_PRESETS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* "q2/2021", "quy ii 2021": NULL for anything else */
static char *
parse_quarter (const char *folded)
{
  static const char *const numbers[] = { "1", "2", "3", "4", "i", "ii", "iii", "iv" };
  g_autofree char *copy = NULL;
  g_auto (GStrv) parts = NULL;
  gint64 year;

  if (!g_str_has_prefix (folded, "q"))
    return NULL;

  copy = g_strdup (folded
                   + (g_str_has_prefix (folded, "quarter") ? strlen ("quarter")
                      : g_str_has_prefix (folded, "quy")   ? strlen ("quy")
                                                           : 1));
  g_strdelimit (copy, "/-.,", ' ');
  parts = g_strsplit (g_strstrip (copy), " ", 2);
  if (parts[0] == NULL || parts[1] == NULL
      || !g_ascii_string_to_signed (g_strstrip (parts[1]), 10, 1700, 2200, &year, NULL))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (parts[0], numbers[i]))
      return make_quarter ((int) year, (int) i % 4);

  return NULL;
}

static gboolean
parse_ends (const char *text,
            HnDate      today,
            HnDate     *from,
            HnDate     *to)
{
  static const char *const marks[] = { "..", "–", "—", " - ", " đến ", " tới ", " to " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_auto (GStrv) ends = g_strsplit (text, marks[i], 2);

      if (g_strv_length (ends) == 2)
        return hn_date_parse (g_strstrip (ends[0]), today, from) && hn_date_parse (g_strstrip (ends[1]), today, to);
    }

  return hn_date_parse (text, today, from) && hn_date_parse (text, today, to);
}

/**
 * hn_filter_period_parse:
 * @text: a year, a month, a day, "Q2/2021", or two dates with a dash between
 * @today: the day that "today" is
 *
 * Returns: (transfer full) (nullable): the period, as a condition takes it; %NULL where the text is none
 */
char *
hn_filter_period_parse (const char *text,
                        HnDate      today)
{
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;
  char *quarter;
  HnDate from, to;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_strstrip (g_strdup (text));
  folded = hn_text_fold (clean);
  quarter = parse_quarter (folded);
  if (quarter != NULL)
    return quarter;
  if (!parse_ends (clean, today, &from, &to))
    return NULL;

  return hn_filter_period_join (from, to);
}

/**
 * hn_filter_period_join:
 * @from: the first day, or unset
 * @to: the last day, or unset
 *
 * Returns: (transfer full) (nullable): the period, as a condition takes it; %NULL where it would end before it begins,
 *   or has no end at all
 */
char *
hn_filter_period_join (HnDate from,
                       HnDate to)
{
  g_autofree char *first = hn_date_is_set (from) ? hn_date_to_iso (from) : g_strdup ("");
  g_autofree char *last = hn_date_is_set (to) ? hn_date_to_iso (to) : g_strdup ("");

  if (!hn_date_is_set (from) && !hn_date_is_set (to))
    return NULL;
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  if (hn_date_is_set (from) && hn_date_is_set (to) && hn_date_compare (hn_date_first (from), hn_date_last (to)) > 0)
    return NULL;

  return g_strdup_printf ("%s..%s", first, last);
}
