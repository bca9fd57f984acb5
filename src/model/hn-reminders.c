/* What a person is reminded of on a day: reports and follow-ups that are due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-reminders.h"

#include <glib/gi18n-lib.h>

#include "hn-due.h"
#include "hn-sql.h"

/* A report that nobody has sent for longer will not be sent because of a reminder. */
#define MAX_DAYS_LATE 365

/* So many are named. */
#define MAX_LINES 3

static const char follow_ups_sql[] =
  "SELECT \"id\", \"follow_up_due\" FROM \"contact_log\""
  " WHERE \"follow_up_due\" <= ?1 AND COALESCE (\"done\", 0) = 0 ORDER BY \"follow_up_due\", \"id\"";

/**
 * hn_reminder_subject_name:
 *
 * Returns: by which a subject is remembered
 */
const char *
hn_reminder_subject_name (HnReminderSubject subject)
{
  return subject == HN_REMINDER_REPORTS ? "reports" : "follow-ups";
}

static void
reminder_free (HnReminder *reminder)
{
  g_free (reminder->title);
  g_free (reminder->body);
  g_free (reminder);
}

static HnReminder *
reminder_new (HnReminderSubject subject,
              const char       *title,
              guint             n)
{
  HnReminder *reminder = g_new0 (HnReminder, 1);

  reminder->subject = subject;
  reminder->n = n;
  reminder->title = g_strdup (title);

  return reminder;
}

/* @lines is of text, the most pressing of @n first. */
static char *
join_lines (GPtrArray *lines,
            guint      n)
{
  g_autoptr (GString) body = g_string_new (NULL);
  guint shown = MIN (lines->len, MAX_LINES);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  if (n > shown)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("and %u other", "and %u others", n - shown), n - shown);
    }

  return g_string_free_and_steal (g_steal_pointer (&body));
}

/* --- reports ------------------------------------------------------------- */

static gboolean
is_pressing (const HnDue *due,
             const char  *rules,
             HnDate       today)
{
  if (due->submission != 0 || !hn_date_is_set (due->due) || !hn_due_is_by (due, rules))
    return FALSE;
  if (due->state == HN_DUE_LATE)
    return due->days <= MAX_DAYS_LATE;

  return hn_date_compare (due->due, hn_period_rules_work_from (due->period->rules, today, HN_REMINDER_DAYS)) <= 0;
}

/* "Tháng 11 năm 2026 (ND09), due on 18/11/2026" */
static char *
describe_due (const HnDue *due)
{
  g_autofree char *label = hn_period_label (due->period);
  g_autofree char *day = hn_date_print (due->due);
  const char *rules = hn_period_rules_get_name (due->period->rules);

  if (due->state == HN_DUE_LATE)
    /* Translators: a reporting period, its rules, and a day that is over */
    return g_strdup_printf (_("%s (%s), was due on %s"), label, rules, day);

  /* Translators: a reporting period, its rules, and a day */
  return g_strdup_printf (_("%s (%s), due on %s"), label, rules, day);
}

/* What is to come, then what is over, the latest first. */
static int
compare_pressing (gconstpointer a,
                  gconstpointer b)
{
  const HnDue *first = *(const HnDue *const *) a, *second = *(const HnDue *const *) b;

  if (first->state != second->state)
    return first->state == HN_DUE_OPEN ? -1 : 1;

  return first->state == HN_DUE_OPEN ? hn_date_compare (first->due, second->due)
                                     : hn_date_compare (second->due, first->due);
}

/* @n_late of @n are late, the others due soon. */
static char *
title_of_reports (guint n,
                  guint n_late)
{
  if (n_late == 0)
    return g_strdup_printf (ngettext ("%u report is due soon", "%u reports are due soon", n), n);
  if (n_late == n)
    return g_strdup_printf (ngettext ("%u report is late", "%u reports are late", n), n);

  return g_strdup_printf (_("Reports: %u due soon, %u late"), n - n_late, n_late);
}

static HnReminder *
remind_of_reports (GPtrArray *pressing)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  HnReminder *reminder;
  guint n_late = 0;

  for (guint i = 0; i < pressing->len; i++)
    n_late += ((const HnDue *) g_ptr_array_index (pressing, i))->state == HN_DUE_LATE;
  for (guint i = 0; i < MIN (pressing->len, MAX_LINES); i++)
    g_ptr_array_add (lines, describe_due (g_ptr_array_index (pressing, i)));
  title = title_of_reports (pressing->len, n_late);
  reminder = reminder_new (HN_REMINDER_REPORTS, title, pressing->len);
  reminder->body = join_lines (lines, pressing->len);

  return reminder;
}

/* What a year asks for may be due in the next one. */
static gboolean
add_reports (GPtrArray   *reminders,
             HnRegister  *reg,
             const char  *rules,
             HnDate       today,
             GError     **error)
{
  g_autoptr (GPtrArray) pressing = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = hn_due_list (reg, today.year - 1, today, error);
  g_autoptr (GPtrArray) now = before != NULL ? hn_due_list (reg, today.year, today, error) : NULL;
  GPtrArray *const lists[] = { before, now };

  if (now == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (is_pressing (g_ptr_array_index (lists[i], j), rules, today))
        g_ptr_array_add (pressing, g_ptr_array_index (lists[i], j));
  g_ptr_array_sort (pressing, compare_pressing);
  if (pressing->len > 0)
    g_ptr_array_add (reminders, remind_of_reports (pressing));

  return TRUE;
}

/* --- follow-ups ---------------------------------------------------------- */

/* "2022-03" is due when the month ends. */
static gboolean
is_over (const char *due,
         HnDate      today)
{
  HnDate day;

  return hn_date_from_iso (due, &day) && hn_date_compare (hn_date_last (day), today) <= 0;
}

/* "Nguyễn Văn An, 18/02/2022 – due on 04/03/2022" */
static char *
describe_follow_up (HnRegister *reg,
                    gint64      id,
                    const char *due)
{
  g_autofree char *title = hn_register_get_title (reg, hn_kind_lookup ("contact_log"), id);
  g_autofree char *day = NULL;
  HnDate date;

  hn_date_from_iso (due, &date);
  day = hn_date_print (date);

  /* Translators: whom somebody spoke with and when, and the day by which something was promised */
  return g_strdup_printf (_("%s – due on %s"), title != NULL ? title : "", day);
}

static HnReminder *
remind_of_follow_ups (GPtrArray *lines,
                      guint      n,
                      gint64     first)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u follow-up is due", "%u follow-ups are due", n), n);
  HnReminder *reminder = reminder_new (HN_REMINDER_FOLLOW_UPS, title, n);

  reminder->body = join_lines (lines, n);
  reminder->record = first;

  return reminder;
}

static gboolean
add_follow_ups (GPtrArray   *reminders,
                HnRegister  *reg,
                HnDate       today,
                GError     **error)
{
  g_autofree char *iso = hn_date_to_iso (today);
  g_autoptr (HnRows) rows = hn_register_query (reg, follow_ups_sql, "s", error, iso);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  gint64 first = 0;
  guint n = 0;

  while (rows != NULL && hn_rows_next (rows, &local))
    {
      gint64 id = hn_rows_integer (rows, 0);
      const char *due = hn_rows_text (rows, 1);

      if (!is_over (due, today))
        continue;
      first = n++ == 0 ? id : first;
      if (lines->len < MAX_LINES)
        g_ptr_array_add (lines, describe_follow_up (reg, id, due));
    }
  if (rows == NULL || !hn_sql_done (&local, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (reminders, remind_of_follow_ups (lines, n, first));

  return TRUE;
}

/* --- both ---------------------------------------------------------------- */

/**
 * hn_reminders_list:
 * @rules: the name of the rule set whose reports count, or "" for every one
 * @today: a full date
 *
 * Reports that were not sent and are due within %HN_REMINDER_DAYS working days, or late; follow-ups that were to be
 * done by @today and are not.
 *
 * Returns: (transfer full) (nullable): of #HnReminder, at most one a subject
 */
GPtrArray *
hn_reminders_list (HnRegister  *reg,
                   const char  *rules,
                   HnDate       today,
                   GError     **error)
{
  g_autoptr (GPtrArray) reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) reminder_free);

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (hn_date_is_full (today), NULL);

  if (!add_reports (reminders, reg, rules, today, error) || !add_follow_ups (reminders, reg, today, error))
    return NULL;

  return g_steal_pointer (&reminders);
}

typedef struct
{
  char *rules;
  HnDate today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->rules);
  g_free (question);
}

static gpointer
reminders_job (HnRegister    *reg,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Question *question = data;

  return hn_reminders_list (reg, question->rules, question->today, error);
}

/**
 * hn_reminders_load_async:
 *
 * hn_reminders_list() on a thread of the store.
 */
void
hn_reminders_load_async (HnStore             *store,
                         const char          *rules,
                         HnDate               today,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);

  g_return_if_fail (HN_IS_STORE (store));

  question->rules = g_strdup (rules);
  question->today = today;
  hn_store_read_async (store, reminders_job, question, question_free, (GDestroyNotify) g_ptr_array_unref, cancellable,
                       callback, user_data);
}

/**
 * hn_reminders_load_finish:
 * @error: return location, as of the store
 *
 * Returns: (transfer full) (nullable) (element-type HnReminder): what is due, at most one a subject
 */
GPtrArray *
hn_reminders_load_finish (HnStore       *store,
                          GAsyncResult  *result,
                          GError       **error)
{
  return hn_store_read_finish (store, result, error);
}
