/* What is printed alike on paper and in a workbook (Decree 30/2020/NĐ-CP, Appendix I). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-words.h"

#include <string.h>

#include "hn-letterhead.h"

/**
 * hn_report_number_line:
 *
 * The number is given when the report is signed: until then room is left for it.
 */
char *
hn_report_number_line (const HnReport *report)
{
  const char *symbol = report->letterhead->symbol;

  if (report->number != NULL)
    return g_strconcat ("Số: ", report->number, NULL);

  return symbol != NULL ? g_strconcat ("Số:          /BC-", symbol, NULL) : g_strdup ("Số:          /BC");
}

/**
 * hn_report_date_line:
 *
 * "Bắc Ninh, ngày 14 tháng 12 năm 2021"; before it is signed, with room for the day.
 */
char *
hn_report_date_line (const HnReport *report)
{
  const char *place = report->letterhead->place;
  g_autofree char *date = NULL;

  if (hn_date_is_full (report->made_on))
    date = hn_date_print_long (report->made_on);
  else
    date = g_strdup_printf ("ngày      tháng      năm %d", report->period->to.year);

  return place != NULL ? g_strconcat (place, ", ", date, NULL) : g_steal_pointer (&date);
}

/**
 * hn_report_appendix:
 * @form: one of the report's
 *
 * "Phụ lục", and with a Roman number where there are several.
 */
char *
hn_report_appendix (const HnReport     *report,
                    const HnReportForm *form)
{
  static const char *const ones[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
  g_autofree char *tens = NULL;
  guint index;

  if (report->forms->len == 1 || !g_ptr_array_find (report->forms, form, &index))
    return g_strdup ("Phụ lục");

  tens = g_strnfill ((index + 1) / 10, 'X');

  return g_strconcat ("Phụ lục ", tens, ones[(index + 1) % 10], NULL);
}

/**
 * hn_report_goes_with:
 *
 * The line of an appendix that names the paper it goes with, which has no number and day yet: there is room for them.
 */
char *
hn_report_goes_with (const HnReport *report)
{
  const HnLetterhead *head = report->letterhead;
  g_autofree char *office = hn_letterhead_name_in_text (head);

  return g_strdup_printf ("(Kèm theo Báo cáo số ......../BC%s%s ngày ...... tháng ...... năm .......... của %s)",
                          head->symbol != NULL ? "-" : "", head->symbol != NULL ? head->symbol : "",
                          office != NULL ? office : "..............................");
}

/**
 * hn_report_end_mark:
 * @text: the last line of what an official paper says
 *
 * Returns: (transfer full): it with the mark that nothing follows (Appendix III of the decree)
 */
char *
hn_report_end_mark (const char *text)
{
  gsize length = strlen (text);

  return g_strdup_printf ("%.*s" HN_REPORT_END, (int) (g_str_has_suffix (text, ".") ? length - 1 : length), text);
}

/**
 * hn_report_ends_with_table:
 * @dress: of the paper; a list has no mark
 *
 * Returns: whether the last of an official paper is a table, so that %HN_REPORT_END stands on a line of its own
 */
gboolean
hn_report_ends_with_table (const HnReportForm *form,
                           HnDress             dress)
{
  gboolean appended = form->appended != NULL && form->appended->len > 0;

  return dress != HN_DRESS_LIST && (appended || (form->in_words == NULL && form->notes->len == 0));
}
