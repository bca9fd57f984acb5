/* Small registers, and reports of them as lines of text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include <glib/gstdio.h>

#include "hn-number.h"
#include "hn-rule-sets.h"

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->path = hn_test_path ("report.hng");
  fixture->reg = hn_test_create (fixture->path);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_pointer (&fixture->report, hn_report_free);
  g_assert_finalize_object (fixture->reg);
  g_unlink (fixture->path);
  g_free (fixture->path);
}

/* The form of that name over the period, by the cut-off that the register's office profile says. */
HnReportForm *
fixture_build (Fixture    *fixture,
               const char *form,
               const char *period)
{
  const char *const forms[] = { form, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (fixture->reg, period, &error);
  g_autoptr (HnPeriod) parsed = NULL;

  g_assert_no_error (error);
  parsed = hn_period_parse (period, rules, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->report, hn_report_free);
  fixture->report =
    hn_report_build (fixture->reg, &(HnReportOptions) { .period = parsed, .forms = forms, .basis = TRUE }, NULL, NULL,
                     NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->report->forms->len, ==, 1);

  return g_ptr_array_index (fixture->report->forms, 0);
}

static char *
print_cell (const HnCell *cell)
{
  switch (cell->type)
    {
    case HN_CELL_TEXT:
    case HN_CELL_DATE:
      return g_strdup (cell->text);
    case HN_CELL_INTEGER:
    case HN_CELL_DECIMAL:
    case HN_CELL_PERCENT:
      return hn_number_print (cell->number, cell->decimals);
    case HN_CELL_EMPTY:
    default:
      return g_strdup ("");
    }
}

/* The cells with | between them; a row that is not plain has its style before them. */
char *
row_line (const HnReportRow *row)
{
  static const char *const styles[] = { "", "group: ", "total: ", "nothing: " };
  g_autoptr (GString) line = g_string_new (styles[row->style]);

  for (guint i = 0; i < row->cells->len; i++)
    {
      g_autofree char *cell = print_cell (g_ptr_array_index (row->cells, i));

      g_string_append_printf (line, "%s%s", i > 0 ? "|" : "", cell);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

void
assert_row (const HnReportForm *form,
            guint               index,
            const char         *line)
{
  g_autofree char *actual = NULL;

  g_assert_cmpuint (index, <, form->rows->len);
  actual = row_line (g_ptr_array_index (form->rows, index));
  g_assert_cmpstr (actual, ==, line);
}

void
assert_total (const HnReportForm *form,
              const char         *line)
{
  g_autofree char *actual = row_line (form->total);

  g_assert_cmpstr (actual, ==, line);
}

void
assert_note (const HnReportForm *form,
             guint               index,
             const char         *note)
{
  g_assert_cmpuint (index, <, form->notes->len);
  g_assert_cmpstr (g_ptr_array_index (form->notes, index), ==, note);
}
