/* What is due in a year, and that nothing is late that was due before the register was begun. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-due.h"
#include "hn-test-register.h"
#include "report-fixture.h"

static HnDate
date (const char *iso)
{
  HnDate day;

  g_assert_true (hn_date_from_iso (iso, &day));

  return day;
}

static GPtrArray *
list (Fixture    *fixture,
      int         year,
      const char *today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = hn_due_list (fixture->reg, year, date (today), &error);

  g_assert_no_error (error);

  return all;
}

static guint
count (GPtrArray  *all,
       HnDueState  state)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const HnDue *) g_ptr_array_index (all, i))->state == state;

  return n;
}

/* A register that is begun today is late with nothing, and told what comes. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) now = list (fixture, 2026, "2026-11-22"), before = list (fixture, 2025, "2026-11-22");

  g_assert_cmpuint (count (now, HN_DUE_LATE), ==, 0);
  g_assert_cmpuint (count (now, HN_DUE_OPEN), >, 2);
  g_assert_cmpuint (before->len, ==, 0);
}

/* A window that is over and whose day is to come is asked for all the same. */
static void
test_last_window (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) all = list (fixture, 2026, "2026-11-16");
  gboolean found = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      const HnDue *due = g_ptr_array_index (all, i);

      found |= g_str_equal (due->period->name, "2026-11") && hn_due_is_by (due, "ND09") && due->state == HN_DUE_OPEN;
    }
  g_assert_true (found);
}

/* Who enters what happened before is late with the reports that would have told of it, and with no others. */
static void
test_entered_later (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL, next = NULL;
  HnDate day = date ("2019-05-06");

  hn_test_add (fixture->reg, "event", "title", "Giao lưu", "type", "exchange", "from", "2019-05-06", NULL);
  all = list (fixture, 2019, "2019-12-31");
  g_assert_cmpuint (count (all, HN_DUE_LATE), >, 2);
  for (guint i = 0; i < all->len; i++)
    g_assert_true (hn_period_contains (((const HnDue *) g_ptr_array_index (all, i))->period, day));
  next = list (fixture, 2020, "2020-12-31");
  g_assert_cmpuint (count (next, HN_DUE_LATE), ==, 0);
}

/* From the first change on, what is not sent is late, whether anything happened or not. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;

  hn_test_add (fixture->reg, "person", "name", "Nguyễn Văn An", NULL);
  all = list (fixture, 2098, "2099-06-30");
  g_assert_cmpuint (count (all, HN_DUE_LATE), ==, all->len);
  g_assert_cmpuint (all->len, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_ADD ("/due/new", test_new);
  FIXTURE_ADD ("/due/last-window", test_last_window);
  FIXTURE_ADD ("/due/entered-later", test_entered_later);
  FIXTURE_ADD ("/due/kept", test_kept);

  return g_test_run ();
}
