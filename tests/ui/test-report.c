/* The page of the report: what is chosen is seen, a figure leads to its records, a record to its form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "hn-editor.h"
#include "hn-figure-side.h"
#include "hn-paper-view.h"
#include "hn-report-forms.h"
#include "hn-report-page.h"
#include "hn-report-period.h"
#include "hn-report-view.h"
#include "hn-ui.h"
#include "sample-fixture.h"

typedef struct
{
  SampleFixture sample;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

/* --- looking for widgets ------------------------------------------------- */

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root)
      && (text == NULL || strstr (gtk_label_get_label (GTK_LABEL (root)), text) != NULL))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *text)
{
  GtkWidget *found;

  while ((found = find (fixture->window, type, text)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return found;
}

static void
wait_text (Fixture    *fixture,
           const char *text)
{
  wait_for (fixture, GTK_TYPE_LABEL, text);
}

static void
open_page (Fixture *fixture,
           int      width)
{
  GtkWidget *navigation = adw_navigation_view_new ();

  fixture->window = adw_window_new ();
  fixture->page = GTK_WIDGET (hn_report_page_new (fixture->sample.context));
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), navigation);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, HN_TYPE_PAPER_VIEW, NULL);
}

static void
close_page (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->page != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  sample_fixture_set_up (&fixture->sample, NULL);
  g_settings_reset (hn_context_get_settings (fixture->sample.context), "report-choice");
  open_page (fixture, GPOINTER_TO_INT (data));
  wait_text (fixture, "14/12/2022");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_page (fixture);
  sample_fixture_tear_down (&fixture->sample, NULL);
}

/* --- the tests ----------------------------------------------------------- */

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const forms[] = { "M08", NULL };
  HnReportForms *list = HN_REPORT_FORMS (wait_for (fixture, HN_TYPE_REPORT_FORMS, NULL));
  HnReportPeriod *period = HN_REPORT_PERIOD (wait_for (fixture, HN_TYPE_REPORT_PERIOD, NULL));
  static const char *const none[] = { NULL };

  hn_report_period_set_year (period, 2021);
  wait_text (fixture, "15/12/2020 – 14/12/2021 (ND09)");
  hn_report_forms_set_forms (list, forms);
  wait_text (fixture, "Page 1 of 2");
  hn_report_forms_set_forms (list, none);
  wait_text (fixture, "Nothing Chosen Yet");
  hn_report_forms_set_forms (list, forms);
  wait_text (fixture, "Page 1 of 2");
}

/* The page begins with what was chosen last; days from one to another are asked for once. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const forms[] = { "M04", "M08", NULL };
  HnReportForms *list = HN_REPORT_FORMS (wait_for (fixture, HN_TYPE_REPORT_FORMS, NULL));
  HnReportPeriod *period = HN_REPORT_PERIOD (wait_for (fixture, HN_TYPE_REPORT_PERIOD, NULL));
  g_auto (GStrv) kept = NULL;

  hn_report_forms_set_forms (list, forms);
  hn_report_period_set_kind (period, "quarter", 3);
  wait_text (fixture, "15/06/2022 – 14/09/2022 (ND09)");
  hn_report_period_set_kind (period, "range", 1);
  wait_text (fixture, "Nothing Chosen Yet");
  close_page (fixture);

  open_page (fixture, GPOINTER_TO_INT (data));
  /* Of the sample's latest year the last quarter is over. */
  wait_text (fixture, "15/09/2022 – 14/12/2022 (ND09)");
  list = HN_REPORT_FORMS (wait_for (fixture, HN_TYPE_REPORT_FORMS, NULL));
  period = HN_REPORT_PERIOD (wait_for (fixture, HN_TYPE_REPORT_PERIOD, NULL));
  kept = hn_report_forms_get_forms (list);
  g_assert_cmpstrv (kept, forms);
  g_assert_cmpstr (hn_report_period_get_kind (period), ==, "quarter");
}

/* The first figure of a page that has one. */
static HnPaperSpot
find_figure (HnReportPageItem *item)
{
  HnReportPages *pages = hn_report_page_item_get_pages (item);
  g_autoptr (GArray) spots = hn_paper_list_spots (pages->paper, hn_report_page_item_get_index (item));

  for (guint i = 0; i < spots->len; i++)
    {
      HnPaperSpot spot = g_array_index (spots, HnPaperSpot, i);

      if (spot.number && spot.column > 0)
        return spot;
    }

  g_assert_not_reached ();
}

static void
test_figure (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *view = wait_for (fixture, HN_TYPE_REPORT_VIEW, NULL);
  GtkWidget *list_view = find (view, GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr (HnReportPageItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view))), 0);
  HnPaperSpot spot = find_figure (item);
  GtkWidget *side, *list, *dialog;

  g_signal_emit_by_name (view, "pressed", &spot);
  side = wait_for (fixture, HN_TYPE_FIGURE_SIDE, NULL);
  wait_text (fixture, "record");
  list = find (side, GTK_TYPE_LIST_BOX, NULL);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  dialog = wait_for (fixture, HN_TYPE_EDITOR, NULL);
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
zoomed_cb (gboolean *zoomed)
{
  *zoomed = TRUE;
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = wait_for (fixture, HN_TYPE_REPORT_VIEW, NULL);
  gboolean zoomed = FALSE, fit;
  double before, after;

  g_object_get (view, "zoom", &before, NULL);
  gtk_widget_activate_action (fixture->page, "report.zoom", "i", 1);
  g_object_get (view, "zoom", &after, "fit", &fit, NULL);
  g_assert_cmpfloat (after, >, before);
  g_assert_false (fit);

  g_signal_connect_swapped (view, "notify::zoom", G_CALLBACK (zoomed_cb), &zoomed);
  gtk_widget_activate_action (fixture->page, "report.zoom", "i", 0);
  while (!zoomed)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (view, "zoom", &after, NULL);
  g_assert_cmpfloat_with_epsilon (after, before, 0.05);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define REPORT_TEST(path, width, function)                                                                             \
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)

  REPORT_TEST ("/ui/report/choose", 1200, test_choose);
  REPORT_TEST ("/ui/report/figure", 1200, test_figure);
  REPORT_TEST ("/ui/report/figure-narrow", 360, test_figure);
  REPORT_TEST ("/ui/report/remembered", 1200, test_remembered);
  REPORT_TEST ("/ui/report/zoom", 1200, test_zoom);

  return g_test_run ();
}
