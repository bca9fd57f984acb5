/* Tests of the preview of a report on the sample register, and of the records behind its figures. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-preview.h"

#include <locale.h>
#include <stdarg.h>
#include <string.h>

#include "hn-figure.h"
#include "sample-fixture.h"

static HnReportChoice *
choose (const char *period,
        const char *form)
{
  HnReportChoice *choice = hn_report_choice_new ();
  const char *forms[] = { form, NULL };

  choice->period = g_strdup (period);
  if (form != NULL)
    {
      g_strfreev (choice->forms);
      choice->forms = g_strdupv ((char **) forms);
    }

  return choice;
}

static void
wait_made (HnReportPreview *preview)
{
  while (hn_report_preview_get_state (preview) == HN_PREVIEW_LOADING
         || (hn_report_preview_get_state (preview) == HN_PREVIEW_FULL && !hn_report_preview_is_complete (preview)))
    {
      /* As who looks at the last page does. */
      hn_report_preview_load_more (preview);
      g_main_context_iteration (NULL, TRUE);
    }
}

static guint
count_pages (HnReportPreview *preview)
{
  return g_list_model_get_n_items (G_LIST_MODEL (preview));
}

static const HnReport *
get_report (HnReportPreview *preview)
{
  return hn_report_preview_get_pages (preview)->report;
}

/* What is not answered yet holds the preview. */
static void
assert_goes (HnReportPreview *preview)
{
  gpointer pointer = preview;

  g_object_add_weak_pointer (G_OBJECT (preview), &pointer);
  g_object_unref (preview);
  while (pointer != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_year (SampleFixture *fixture,
           gconstpointer  data)
{
  HnReportPreview *preview = hn_report_preview_new (fixture->store);
  g_autoptr (HnReportChoice) choice = choose ("2021", NULL);
  g_autoptr (HnReportPageItem) item = NULL;
  g_autofree char *name = NULL, *from = NULL;

  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_EMPTY);
  hn_report_preview_set_choice (preview, choice);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_LOADING);
  wait_made (preview);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_FULL);
  g_assert_cmpuint (count_pages (preview), ==, hn_paper_get_n_pages (hn_report_preview_get_pages (preview)->paper));
  g_assert_cmpuint (count_pages (preview), >, 12);
  from = hn_date_print (get_report (preview)->period->from);
  g_assert_cmpstr (from, ==, "15/12/2020");

  item = g_list_model_get_item (G_LIST_MODEL (preview), 0);
  name = hn_report_page_item_get_name (item);
  g_assert_true (g_str_has_prefix (name, "M01 "));
  g_clear_object (&item);
  assert_goes (preview);
}

/* A new choice takes the place of the one before, also of one that is still being made. */
static void
test_choices (SampleFixture *fixture,
              gconstpointer  data)
{
  HnReportPreview *preview = hn_report_preview_new (fixture->store);
  static const char *const periods[] = { "2019", "2020", "2021", "2022-Q1", "2021-05" };
  g_autoptr (HnReportChoice) none = choose (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (HnReportChoice) choice = choose (periods[i], i % 2 == 0 ? "M04" : NULL);

      hn_report_preview_set_choice (preview, choice);
    }
  wait_made (preview);
  g_assert_cmpstr (get_report (preview)->period->name, ==, "2021-05");
  g_assert_cmpuint (get_report (preview)->forms->len, ==, 1);

  hn_report_preview_set_choice (preview, none);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_EMPTY);
  assert_goes (preview);
}

static void
test_failure (SampleFixture *fixture,
              gconstpointer  data)
{
  HnReportPreview *preview = hn_report_preview_new (fixture->store);
  g_autoptr (HnReportChoice) wrong = choose ("2021", "M08"), right = choose ("2021", "M08");

  wrong->rules = g_strdup ("NONE");
  hn_report_preview_set_choice (preview, wrong);
  wait_made (preview);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_FAILED);
  g_assert_nonnull (strstr (hn_report_preview_get_failure (preview), "NONE"));

  hn_report_preview_set_choice (preview, right);
  wait_made (preview);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_FULL);
  g_assert_null (hn_report_preview_get_failure (preview));
  assert_goes (preview);
}

/* --- figures ------------------------------------------------------------- */

/* The figure of a row in the column of that head; the row after the last is the total. */
static HnPaperSpot
find_spot (const HnReport *report,
           const char     *header,
           guint           row)
{
  const HnReportForm *form = g_ptr_array_index (report->forms, 0);
  HnPaperSpot spot = { .part = row < form->rows->len ? HN_PAPER_ROW : HN_PAPER_TOTAL, .row = row, .number = TRUE };

  while (spot.column < form->n_columns && !g_str_equal (form->columns[spot.column].header, header))
    spot.column++;
  g_assert_cmpuint (spot.column, <, form->n_columns);

  return spot;
}

static HnFigure *
explain (SampleFixture        *fixture,
         const HnReportChoice *choice,
         const HnPaperSpot    *spot)
{
  g_autoptr (GError) error = NULL;
  HnFigure *figure;

  hn_figure_explain_async (fixture->store, choice, spot, NULL, sample_fixture_answer_cb, fixture);
  figure = hn_figure_explain_finish (fixture->store, sample_fixture_wait (fixture), &error);
  g_assert_no_error (error);

  return figure;
}

static void
test_figure (SampleFixture *fixture,
             gconstpointer  data)
{
  HnReportPreview *preview = hn_report_preview_new (fixture->store);
  g_autoptr (HnReportChoice) choice = choose ("2021", "M01");
  g_autoptr (HnFigure) members = NULL;
  g_autofree char *words = NULL;
  HnPaperSpot spot;
  const HnFigureRecord *record;

  hn_report_preview_set_choice (preview, choice);
  wait_made (preview);
  spot = find_spot (get_report (preview), "Tổng số", 0);
  words = hn_figure_print (get_report (preview), &spot);
  g_assert_true (g_str_has_prefix (words, "Hội viên, Tổng số · "));

  members = explain (fixture, choice, &spot);
  g_assert_cmpint (members->n_records, ==, g_ascii_strtoll (members->value, NULL, 10));
  g_assert_true (g_str_has_suffix (words, members->value));
  g_assert_cmpuint (members->records->len, ==, (guint) members->n_records);
  record = g_ptr_array_index (members->records, 0);
  g_assert_cmpstr (record->kind->name, ==, "membership");
  g_assert_nonnull (record->title);
  assert_goes (preview);
}

static gint64
get_total (HnReportPreview *preview,
           guint            column)
{
  const HnReportForm *form = g_ptr_array_index (get_report (preview)->forms, 0);

  return ((HnCell *) g_ptr_array_index (form->total->cells, column))->number;
}

static void
page_changed_cb (guint *changes)
{
  (*changes)++;
}

/* A record is corrected: the pages follow, and who looks at one stays there. */
static void
test_correct (SampleFixture *fixture,
              gconstpointer  data)
{
  HnReportPreview *preview = hn_report_preview_new (fixture->store);
  g_autoptr (HnReportChoice) choice = choose ("2021", "M08");
  g_autoptr (HnReportPageItem) item = NULL;
  g_autoptr (HnFigure) figure = NULL;
  g_autoptr (GArray) donors = NULL;
  g_autofree char *donor = NULL;
  gint64 before;
  HnPaperSpot spot;
  guint changes = 0;

  hn_report_preview_set_choice (preview, choice);
  wait_made (preview);
  item = g_list_model_get_item (G_LIST_MODEL (preview), 0);
  spot = find_spot (get_report (preview), "Tổng giá trị",
                    ((HnReportForm *) g_ptr_array_index (get_report (preview)->forms, 0))->rows->len);
  before = get_total (preview, spot.column);
  figure = explain (fixture, choice, &spot);
  g_assert_cmpint (figure->n_records, >, 1);

  g_signal_connect_swapped (item, "changed", G_CALLBACK (page_changed_cb), &changes);
  donors = sample_fixture_list (fixture, "partner", NULL);
  donor = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (donors, gint64, 0));
  sample_fixture_add (fixture, "donation", "date", "6/5/2021", "donor", donor, "form", "money", "amount", "1000", NULL);
  g_assert_cmpint (hn_report_preview_get_state (preview), ==, HN_PREVIEW_LOADING);
  wait_made (preview);
  g_assert_cmpint (get_total (preview, spot.column), ==, before + 1000);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (hn_report_page_item_get_pages (item) == hn_report_preview_get_pages (preview));
  g_clear_object (&item);
  assert_goes (preview);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  SAMPLE_TEST ("/report-preview/year", test_year);
  SAMPLE_TEST ("/report-preview/choices", test_choices);
  SAMPLE_TEST ("/report-preview/failure", test_failure);
  SAMPLE_TEST ("/report-preview/figure", test_figure);
  SAMPLE_TEST ("/report-preview/correct", test_correct);

  return g_test_run ();
}
