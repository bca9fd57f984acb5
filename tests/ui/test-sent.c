/* A report is marked as sent, listed, and compared with today; its form shows what does not change any more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-comparison-page.h"
#include "hn-editor.h"
#include "hn-field-row.h"
#include "hn-report.h"
#include "hn-send-dialog.h"
#include "hn-submissions-page.h"
#include "hn-ui.h"
#include "ui-fixture.h"

static gint64
add_event (UiFixture  *fixture,
           const char *title)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("event"));

  hn_record_set_text (record, "title", title);
  hn_record_set_text (record, "type", "exchange");
  hn_record_set_text (record, "from", "2021-05-06");

  return model_fixture_save (&fixture->model, record);
}

/* A window with a page on top of another. */
static GtkWidget *
open_page (AdwNavigationPage *page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *navigation = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (navigation), page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), navigation);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The row that says @title. */
static GtkWidget *
wait_row (GtkWidget  *root,
          const char *title)
{
  GtkWidget *label;

  ui_wait_text (root, title);
  label = ui_find (root, GTK_TYPE_LABEL, title);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* The row of the year's whole workbook, which names its first form and its last. */
static GtkWidget *
wait_year (GtkWidget *root)
{
  const char *const *forms = hn_report_form_names ();
  g_autofree char *title = g_strdup_printf ("Năm 2021 · %s–%s", forms[0], forms[g_strv_length ((char **) forms) - 1]);

  return wait_row (root, title);
}

static void
press (GtkWidget  *root,
       const char *tooltip)
{
  GtkWidget *found = ui_find (root, GTK_TYPE_BUTTON, tooltip);

  g_assert_nonnull (found);
  g_signal_emit_by_name (found, "clicked");
}

/* (nullable): what a dialog is for; the rows of entries have such buttons too, which are not seen */
static GtkWidget *
find_suggested (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "suggested-action"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggested (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
send_it (GtkWidget *window)
{
  GtkWidget *dialog = ui_find (window, HN_TYPE_SEND_DIALOG, NULL);

  g_signal_emit_by_name (find_suggested (dialog), "clicked");
}

static gboolean
is_offered (gpointer data)
{
  GtkWidget *dialog = ui_find (data, HN_TYPE_SEND_DIALOG, NULL);

  return dialog != NULL && find_suggested (dialog) != NULL;
}

/* Marks the year 2021 as sent from its row in the page. */
static void
send_year (GtkWidget *window)
{
  GtkWidget *row = wait_row (window, "Năm 2021 (ND09)");

  press (row, "Mark as Sent…");
  ui_wait (is_offered, window);
  send_it (window);
  wait_year (window);
}

static gint64
find_submission (UiFixture *fixture)
{
  const HnListing listing = { .kind = hn_kind_lookup ("submission") };
  g_autoptr (GArray) ids = hn_register_list (hn_store_get_reader (fixture->model.store), &listing, NULL, NULL);

  g_assert_cmpuint (ids->len, ==, 1);

  return g_array_index (ids, gint64, 0);
}

static void
test_send_and_compare (UiFixture    *fixture,
                       gconstpointer data)
{
  GtkWidget *window;
  gint64 late;
  GtkWidget *cause;
  g_autoptr (GVariant) expected = NULL;

  add_event (fixture, "Giao lưu");
  window = open_page (hn_submissions_page_new (fixture->model.context));
  send_year (window);

  late = add_event (fixture, "Nhập muộn");
  press (wait_year (window), "Compare with Today");
  cause = wait_row (window, "Nhập muộn");
  expected = g_variant_ref_sink (g_variant_new ("(sx)", "event", late));
  while (!GTK_IS_ACTIONABLE (cause) || gtk_actionable_get_action_name (GTK_ACTIONABLE (cause)) == NULL)
    {
      cause = gtk_widget_get_ancestor (gtk_widget_get_parent (cause), GTK_TYPE_LIST_BOX_ROW);
      g_assert_nonnull (cause);
    }
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (cause)), ==, "win.show-record");
  g_assert_true (g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (cause)), expected));

  ui_close_window (window);
}

static void
test_same (UiFixture    *fixture,
           gconstpointer data)
{
  GtkWidget *window;

  add_event (fixture, "Giao lưu");
  window = open_page (hn_submissions_page_new (fixture->model.context));
  send_year (window);
  press (wait_year (window), "Compare with Today");
  ui_wait_text (window, "Nothing Differs");
  ui_close_window (window);
}

static void
test_day (UiFixture    *fixture,
          gconstpointer data)
{
  GtkWidget *window, *dialog, *row;

  add_event (fixture, "Giao lưu");
  window = open_page (hn_submissions_page_new (fixture->model.context));
  press (wait_row (window, "Năm 2021 (ND09)"), "Mark as Sent…");
  ui_wait (is_offered, window);
  dialog = ui_find (window, HN_TYPE_SEND_DIALOG, NULL);
  row = gtk_widget_get_ancestor (ui_find (dialog, GTK_TYPE_LABEL, "Day"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2021");
  send_it (window);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "15/12/2021");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  send_it (window);
  wait_year (window);
  ui_close_window (window);
}

static gboolean
can_edit (GtkWidget  *root,
          const char *title)
{
  GtkWidget *label;

  ui_wait_text (root, title);
  label = ui_find (root, GTK_TYPE_LABEL, title);

  return gtk_widget_get_sensitive (gtk_widget_get_ancestor (label, HN_TYPE_FIELD_ROW));
}

static void
test_editor (UiFixture    *fixture,
             gconstpointer data)
{
  GtkWidget *window;
  g_autoptr (HnRecord) record = NULL;
  AdwDialog *editor;

  add_event (fixture, "Giao lưu");
  window = open_page (hn_submissions_page_new (fixture->model.context));
  send_year (window);
  record = hn_register_load (hn_store_get_reader (fixture->model.store), hn_kind_lookup ("submission"),
                             find_submission (fixture), NULL);
  editor = hn_editor_new (fixture->model.context, record);
  adw_dialog_present (editor, window);
  g_assert_false (can_edit (GTK_WIDGET (editor), "Period"));
  g_assert_false (can_edit (GTK_WIDGET (editor), "Sent on"));
  g_assert_null (ui_find (GTK_WIDGET (editor), GTK_TYPE_LABEL, "What was counted"));
  adw_dialog_force_close (editor);
  ui_close_window (window);
}

#define ADD(path, function)                                                                                            \
  g_test_add (path, UiFixture, NULL, ui_fixture_set_up, function, ui_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  hn_ui_init ();

  ADD ("/sent/send-and-compare", test_send_and_compare);
  ADD ("/sent/same", test_same);
  ADD ("/sent/day", test_day);
  ADD ("/sent/editor", test_editor);

  return g_test_run ();
}
