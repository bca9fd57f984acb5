/* What came late for a report that was sent, offered in the next one: "bổ sung". It is not added to the period's sums,
 * since the days that it is of are not in the period. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-supplement.h"

#include "hn-form.h"
#include "hn-sql.h"
#include "hn-submission-private.h"

/* So many are listed under a table; of more, the number is said. */
#define MAX_LINES 20

/* Reports are looked back at for so many years: what is later than that is history. */
#define YEARS_BACK 2

/* The forms that list what happened in the period, a row a record. The others show a state, or count what these
 * list. */
static const char *const forms[] = { "M04", "M05", "M06", "M07", "M08", "M10", "M11", NULL };

static const char sent_sql[] =
  "SELECT \"id\", \"period\", \"made_on\", \"to\" FROM \"submission\" WHERE \"counted\" IS NOT NULL AND \"to\" < ?1"
  " AND \"to\" >= ?2 ORDER BY \"to\", \"id\"";

/* One report that was sent. */
typedef struct
{
  gint64     id;
  HnPeriod  *period;
  HnDate     sent_on;
  HnCounted *counted;
} Sent;

static void
sent_free (gpointer data)
{
  Sent *sent = data;

  hn_period_free (sent->period);
  hn_counted_free (sent->counted);
  g_free (sent);
}

static gboolean
read_sent (HnRegister      *reg,
           const HnReport  *report,
           HnRows          *rows,
           HnPeriodRules   *calendar,
           GPtrArray       *all,
           GError         **error)
{
  g_autoptr (HnPeriod) period = hn_period_parse (hn_rows_text (rows, 1), calendar, NULL);
  g_autoptr (HnCounted) counted = NULL;
  Sent *sent;

  /* A month follows a month, and a year a year. */
  if (period == NULL || period->kind != report->period->kind)
    return TRUE;
  counted = hn_submission_read_figures (reg, hn_rows_integer (rows, 0), error);
  if (counted == NULL)
    return FALSE;

  sent = g_new0 (Sent, 1);
  sent->id = hn_rows_integer (rows, 0);
  sent->period = g_steal_pointer (&period);
  sent->counted = g_steal_pointer (&counted);
  hn_date_from_iso (hn_rows_text (rows, 2), &sent->sent_on);
  g_ptr_array_add (all, sent);

  return TRUE;
}

static GPtrArray *
list_sent (HnRegister      *reg,
           const HnReport  *report,
           GError         **error)
{
  HnDate oldest = report->period->from;
  g_autofree char *from = hn_date_to_iso (report->period->from);
  g_autofree char *back = NULL;
  g_autoptr (HnRows) rows = NULL;
  g_autoptr (HnPeriodRules) calendar = hn_period_rules_calendar ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (sent_free);
  g_autoptr (GError) local = NULL;

  oldest.year = (guint16) (oldest.year - YEARS_BACK);
  back = hn_date_to_iso (oldest);
  rows = hn_register_query (reg, sent_sql, "ss", error, from, back);
  while (rows != NULL && hn_rows_next (rows, &local))
    if (!read_sent (reg, report, rows, calendar, all, error))
      return NULL;

  return rows != NULL && hn_sql_done (&local, error) ? g_steal_pointer (&all) : NULL;
}

/* What was entered before a later report of the form was sent has been offered in that one. */
static gint64
offered_until (GPtrArray  *all,
               const Sent *sent,
               const char *form)
{
  gint64 change = sent->counted->change;

  for (guint i = 0; i < all->len; i++)
    {
      const Sent *other = g_ptr_array_index (all, i);

      if (hn_date_compare (other->counted->from, sent->counted->to) > 0
          && g_strv_contains ((const char *const *) other->counted->forms, form))
        change = MAX (change, other->counted->change);
    }

  return change;
}

static HnReportForm *
find_form (const HnReport *report,
           const char     *name)
{
  for (guint i = 0; i < report->forms->len; i++)
    {
      HnReportForm *form = g_ptr_array_index (report->forms, i);

      if (g_str_equal (form->form, name))
        return form;
    }

  return NULL;
}

static void
add_notes (HnReportForm *form,
           const Sent   *sent,
           GPtrArray    *late)
{
  g_autofree char *label = hn_period_label (sent->period);
  g_autofree char *day = hn_date_print (sent->sent_on);
  guint n = 0;

  for (guint i = 0; i < late->len; i++)
    n += g_str_equal (((HnLateRecord *) g_ptr_array_index (late, i))->form, form->form);
  if (n == 0)
    return;

  hn_form_add_note (form, "Bổ sung kỳ trước (%s, báo cáo gửi ngày %s): %u mục nhập sau khi gửi, chưa cộng vào kỳ này.",
                    label, day, n);
  n = 0;
  for (guint i = 0; i < late->len; i++)
    {
      const HnLateRecord *record = g_ptr_array_index (late, i);

      if (g_str_equal (record->form, form->form) && ++n <= MAX_LINES)
        hn_form_add_note (form, "Bổ sung: %s", record->line);
    }
  if (n > MAX_LINES)
    hn_form_add_note (form, "Bổ sung: và %u mục khác.", n - MAX_LINES);
}

static gboolean
add_form (HnReport      *report,
          HnRegister    *reg,
          GPtrArray     *all,
          const Sent    *sent,
          const char    *name,
          GCancellable  *cancellable,
          GError       **error)
{
  HnReportForm *form = find_form (report, name);
  g_autoptr (GPtrArray) late = NULL;

  if (form == NULL || !g_strv_contains ((const char *const *) sent->counted->forms, name))
    return TRUE;
  late = hn_counted_find_late (reg, sent->counted, name, offered_until (all, sent, name), cancellable, error);
  if (late == NULL)
    return FALSE;

  add_notes (form, sent, late);

  return TRUE;
}

/**
 * hn_supplement_add:
 * @report: of a period
 *
 * Adds notes to the forms that list what happened: which records were entered after the report of an earlier period
 * had been sent, unless a report that was sent since has named them.
 */
gboolean
hn_supplement_add (HnReport      *report,
                   HnRegister    *reg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) all = list_sent (reg, report, error);

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; forms[j] != NULL; j++)
      if (!add_form (report, reg, all, g_ptr_array_index (all, i), forms[j], cancellable, error))
        return FALSE;

  return TRUE;
}
