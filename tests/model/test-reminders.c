/* What a person is reminded of on a given day, and what the office has settled, as lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-due.h"
#include "hn-office-profiles.h"
#include "hn-reminders.h"
#include "hn-report-years.h"
#include "hn-rule-groups.h"
#include "hn-rule-sets.h"
#include "hn-submission.h"
#include "sample-fixture.h"

static HnDate
date (const char *iso)
{
  HnDate day;

  g_assert_true (hn_date_from_iso (iso, &day));

  return day;
}

static GPtrArray *
list (SampleFixture *fixture,
      const char    *rules,
      const char    *today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *reminders = hn_reminders_list (sample_fixture_reader (fixture), rules, date (today), &error);

  g_assert_no_error (error);

  return reminders;
}

/* How many are due of a subject, 0 where it is not spoken of. */
static guint
count (SampleFixture     *fixture,
       HnReminderSubject  subject,
       const char        *rules,
       const char        *today)
{
  g_autoptr (GPtrArray) reminders = list (fixture, rules, today);
  guint n = 0;

  for (guint i = 0; i < reminders->len; i++)
    {
      const HnReminder *reminder = g_ptr_array_index (reminders, i);

      if (reminder->subject == subject)
        n += reminder->n;
    }

  return n;
}

/* --- reports ------------------------------------------------------------- */

/* ND58 asks for one report a year, by 18 December; from 2022-11-01 on. 2023-12-18 is a Monday. */
static void
test_days (SampleFixture *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *today;
    guint n;
  } cases[] = {
    { "2023-12-10", 0 },                      /* a Sunday: six working days before */
    { "2023-12-11", 1 },                      /* five */
    { "2023-12-18", 1 }, { "2023-12-19", 1 }, /* late */
    { "2024-06-01", 1 },
  };

  /* Nothing of the year would be late if the register told nothing of it. */
  sample_fixture_add (fixture, "event", "title", "Giao lưu", "type", "exchange", "from", "2023-05-06", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* The report of the year before, of which nobody speaks after a year. */
      guint before = i < 3 && g_strcmp0 (cases[i].today, "2023-12-18") <= 0 ? 1 : 0;

      g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "ND58", cases[i].today), ==, cases[i].n + before);
    }
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "nd58", "2023-12-18"), ==, 2);
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "CALENDAR", "2023-12-18"), ==, 0);
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "", "2023-12-18"), >, 2);
}

/* Days on which nobody works do not count. */
static void
test_holidays (SampleFixture *fixture,
               gconstpointer  data)
{
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "ND58", "2022-12-09"), ==, 0);
  sample_fixture_add (fixture, "holiday", "name", "Nghỉ", "from", "2022-12-12", "to", "2022-12-13", NULL);
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "ND58", "2022-12-09"), ==, 1);
}

static void
send_report (SampleFixture *fixture,
             const char    *period_name,
             const char    *rule_set,
             const char    *day)
{
  static const char *const forms[] = { "M12", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_register_open (hn_store_get_path (fixture->store), HN_REGISTER_READ_WRITE, &error);
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_load (reg, rule_set, &error);
  g_autoptr (HnPeriod) period = hn_period_parse (period_name, rules, &error);
  const HnReportOptions options = { .period = period, .forms = forms };
  const HnSubmissionFacts facts = { .sent_on = date (day) };

  g_assert_no_error (error);
  hn_submission_freeze (reg, &options, &facts, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What was sent is done, and what is sent too late too. */
static void
test_sent (SampleFixture *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "ND58", "2022-12-20"), ==, 1);
  send_report (fixture, "2022", "ND58", "2022-12-19");
  g_assert_cmpuint (count (fixture, HN_REMINDER_REPORTS, "ND58", "2022-12-20"), ==, 0);
}

/* The office's own rules ask for reports that fall together: what is to come is named first. */
static void
test_words (SampleFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) one = list (fixture, "ND58", "2022-12-15");
  g_autoptr (GPtrArray) late = list (fixture, "ND58", "2022-12-20");
  g_autoptr (GPtrArray) many = list (fixture, "ND09", "2022-12-15");
  const HnReminder *reminder = g_ptr_array_index (one, 0);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (reminder->subject, ==, HN_REMINDER_REPORTS);
  g_assert_cmpstr (reminder->title, ==, "1 report is due soon");
  g_assert_cmpstr (reminder->body, ==, "Năm 2022 (ND58), due on 18/12/2022");

  reminder = g_ptr_array_index (late, 0);
  g_assert_cmpstr (reminder->title, ==, "1 report is late");
  g_assert_cmpstr (reminder->body, ==, "Năm 2022 (ND58), was due on 18/12/2022");

  reminder = g_ptr_array_index (many, 0);
  g_assert_cmpuint (reminder->n, >, 4);
  g_assert_true (g_str_has_prefix (reminder->title, "Reports: "));
  lines = g_strsplit (reminder->body, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_suffix (lines[0], "(ND09), due on 16/12/2022"));
  g_assert_true (g_str_has_prefix (lines[3], "and "));
}

/* --- follow-ups ---------------------------------------------------------- */

/* The sample has one that is not done, by 06/05/2022. */
static void
test_follow_ups (SampleFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) reminders = NULL;
  const HnReminder *reminder;
  gint64 month;

  g_assert_cmpuint (count (fixture, HN_REMINDER_FOLLOW_UPS, "CALENDAR", "2022-05-05"), ==, 0);
  g_assert_cmpuint (count (fixture, HN_REMINDER_FOLLOW_UPS, "CALENDAR", "2022-05-06"), ==, 1);
  reminders = list (fixture, "CALENDAR", "2022-05-07");
  g_assert_cmpuint (reminders->len, ==, 1);
  reminder = g_ptr_array_index (reminders, 0);
  g_assert_cmpstr (reminder->title, ==, "1 follow-up is due");
  g_assert_true (g_str_has_suffix (reminder->body, ", 06/04/2022 – due on 06/05/2022"));
  g_assert_cmpint (reminder->record, !=, 0);

  /* A month is over on its last day. */
  sample_fixture_add (fixture, "person", "name", "Nguyễn Thử Nghiệm", NULL);
  month = sample_fixture_add (fixture, "contact_log", "contact", "Nguyễn Thử Nghiệm", "date", "2022-04-01", "topic",
                              "other", "follow_up_due", "04/2022", NULL);
  g_assert_cmpuint (count (fixture, HN_REMINDER_FOLLOW_UPS, "CALENDAR", "2022-04-29"), ==, 0);
  g_assert_cmpuint (count (fixture, HN_REMINDER_FOLLOW_UPS, "CALENDAR", "2022-04-30"), ==, 1);
  g_clear_pointer (&reminders, g_ptr_array_unref);
  reminders = list (fixture, "CALENDAR", "2022-05-06");
  reminder = g_ptr_array_index (reminders, 0);
  g_assert_cmpuint (reminder->n, ==, 2);
  g_assert_cmpint (reminder->record, ==, month);
}

/* --- what the office has settled ----------------------------------------- */

static void
assert_profile (GPtrArray  *profiles,
                guint       i,
                const char *from,
                const char *to,
                gboolean    in_force)
{
  const HnOfficeProfile *profile = g_ptr_array_index (profiles, i);
  g_autofree char *first = hn_date_to_iso (profile->from);
  g_autofree char *last = hn_date_is_set (profile->to) ? hn_date_to_iso (profile->to) : NULL;

  g_assert_cmpstr (first, ==, from);
  g_assert_cmpstr (last, ==, to);
  g_assert_cmpint (profile->in_force, ==, in_force);
}

static void
test_profiles (SampleFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  HnRegister *reg = sample_fixture_reader (fixture);
  g_autoptr (GPtrArray) profiles = hn_office_profiles_list (reg, date ("2026-09-19"), &error);
  g_autoptr (GPtrArray) later = hn_office_profiles_list (reg, date ("2026-09-20"), &error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (HnRecord) next = NULL, soon = NULL, first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (profiles->len, ==, 3);
  assert_profile (profiles, 0, "1998-10-12", "2025-06-30", FALSE);
  assert_profile (profiles, 1, "2025-07-01", "2026-09-19", TRUE);
  assert_profile (profiles, 2, "2026-09-20", NULL, FALSE);
  assert_profile (later, 1, "2025-07-01", "2026-09-19", FALSE);
  assert_profile (later, 2, "2026-09-20", NULL, TRUE);

  next = hn_office_profiles_begin_next (profiles, date ("2027-03-01"));
  g_assert_cmpint (hn_record_get_id (next), ==, 0);
  g_assert_cmpstr (hn_record_get_text (next, "valid_from"), ==, "2027-03-01");
  g_assert_cmpstr (hn_record_get_text (next, "place"), ==, "Bắc Ninh");
  g_assert_cmpstr (hn_record_get_text (next, "province"), ==, "thành phố Bắc Ninh");
  /* Two do not begin on one day, nor the next before the last. */
  soon = hn_office_profiles_begin_next (profiles, date ("2026-09-19"));
  g_assert_cmpstr (hn_record_get_text (soon, "valid_from"), ==, "2026-09-21");
  first = hn_office_profiles_begin_next (none, date ("2026-09-19"));
  g_assert_null (hn_record_get_text (first, "valid_from"));
}

/* The sample ends in 2022. */
static void
test_years (SampleFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *today;
    int likely;
    int working;
  } cases[] = {
    { "2022-06-01", 2021, 2022 },
    { "2022-12-20", 2022, 2022 },
    { "2026-11-22", 2022, 2022 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HnReportYears) years =
        hn_report_years_list (sample_fixture_reader (fixture), date (cases[i].today), &error);

      g_assert_no_error (error);
      g_assert_cmpint (((HnPeriod *) g_ptr_array_index (years->periods, years->likely))->year, ==, cases[i].likely);
      g_assert_cmpint (((HnPeriod *) g_ptr_array_index (years->periods, years->working))->year, ==, cases[i].working);
    }
}

static char *
describe (GPtrArray *groups,
          guint      group,
          guint      rule)
{
  return hn_rule_describe (g_ptr_array_index (((HnRuleGroup *) g_ptr_array_index (groups, group))->rules, rule));
}

static guint
find_group (GPtrArray  *groups,
            const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((HnRuleGroup *) g_ptr_array_index (groups, i))->name, name))
      return i;
  g_assert_not_reached ();
}

static void
test_rules (SampleFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hn_rule_groups_list (sample_fixture_reader (fixture), &error);
  guint nd09 = find_group (groups, "ND09"), tt23 = find_group (groups, "TT23"), nd80 = find_group (groups, "ND80");
  g_autofree char *month = describe (groups, nd09, 0),
                  *calendar = describe (groups, find_group (groups, "CALENDAR"), 0);
  g_autofree char *quarter = describe (groups, nd09, 1), *year = describe (groups, nd09, 4);
  g_autofree char *aid_month = describe (groups, tt23, 0), *aid_year = describe (groups, tt23, 3);
  g_autofree char *aid_half = describe (groups, tt23, 2);
  g_autofree char *old = describe (groups, nd80, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 7);
  g_assert_cmpuint (((HnRuleGroup *) g_ptr_array_index (groups, nd09))->rules->len, ==, 5);
  g_assert_cmpstr (month, ==, "From day 15 of the month before to day 14 · to be sent within 2 working days");
  g_assert_cmpstr (quarter, ==,
                   "From day 15 of the month before to day 14 of the last month · to be sent within 2 working days");
  g_assert_cmpstr (year, ==, "From 15/12 of the year before to 14/12 · to be sent within 2 working days");
  g_assert_cmpstr (calendar, ==, "From day 1 to the last day");
  g_assert_cmpstr (aid_month, ==, "From day 1 to the last day · to be sent by day 10 of the month after");
  g_assert_cmpstr (aid_half, ==,
                   "Only number 2 of the year · From day 1 of the first month to the last day of the last month"
                   " · to be sent by day 15, 2 months later");
  g_assert_cmpstr (aid_year, ==, "From 1/1 to 31/1 of the year after · to be sent by 28/2 of the year after");
  g_assert_cmpstr (old, ==, "From 1/1 to 31/12 · to be sent by 15/1 of the year after · in force until 08/12/2025");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  SAMPLE_TEST ("/reminders/days", test_days);
  SAMPLE_TEST ("/reminders/holidays", test_holidays);
  SAMPLE_TEST ("/reminders/sent", test_sent);
  SAMPLE_TEST ("/reminders/words", test_words);
  SAMPLE_TEST ("/reminders/follow-ups", test_follow_ups);
  SAMPLE_TEST ("/settled/profiles", test_profiles);
  SAMPLE_TEST ("/settled/rules", test_rules);
  SAMPLE_TEST ("/settled/years", test_years);

  return g_test_run ();
}
