/* The guide in its window: every page is shown, links lead on and back, words are found, and F1 leads to the page that
 * fits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-help-text.h"
#include "hn-help-window.h"
#include "hn-ui.h"
#include "hn-window-private.h"
#include "ui-fixture.h"

/* --- every page ---------------------------------------------------------- */

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* How many lines below a widget have words; one without is a mistake. */
static guint
count_lines (GtkWidget *widget)
{
  guint n = 0;

  if (HN_IS_HELP_TEXT (widget))
    {
      GtkWidget *label = gtk_widget_get_first_child (widget);

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), !=, "");
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_lines (child);

  return n;
}

static void
test_pages (void)
{
  static const char *const languages[] = { "C", "vi" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      HnHelpBook *book = hn_help_book_new (languages[i]);
      const GPtrArray *pages = hn_help_book_get_pages (book);
      GtkWidget *window = gtk_window_new (), *view = adw_navigation_view_new ();

      gtk_window_set_child (GTK_WINDOW (window), view);
      gtk_window_present (GTK_WINDOW (window));
      for (guint j = 0; j < pages->len; j++)
        {
          AdwNavigationPage *leaf = hn_help_leaf_new (book, pages->pdata[j], NULL);

          g_test_message ("%s/%s", languages[i], hn_help_leaf_get_page (HN_HELP_LEAF (leaf))->id);
          adw_navigation_view_replace (ADW_NAVIGATION_VIEW (view), &leaf, 1);
          ui_wait (is_mapped, leaf);
          g_assert_cmpuint (count_lines (GTK_WIDGET (leaf)), >=, 2);
        }
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (book);
    }
}

/* --- the window ---------------------------------------------------------- */

static HnHelpWindow *
open_guide (const char *target)
{
  GtkWidget *window = hn_help_window_new ();

  hn_help_window_show (HN_HELP_WINDOW (window), target);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait (is_mapped, hn_help_window_get_leaf (HN_HELP_WINDOW (window)));

  return HN_HELP_WINDOW (window);
}

static void
close_guide (HnHelpWindow *window)
{
  ui_close_window (GTK_WIDGET (window));
}

static const char *
get_page (HnHelpWindow *window)
{
  return hn_help_leaf_get_page (hn_help_window_get_leaf (window))->id;
}

typedef struct
{
  HnHelpWindow *window;
  const char *page;
} Wanted;

static gboolean
shows (gpointer data)
{
  Wanted *wanted = data;
  HnHelpLeaf *leaf = hn_help_window_get_leaf (wanted->window);

  return g_str_equal (hn_help_leaf_get_page (leaf)->id, wanted->page) && gtk_widget_get_mapped (GTK_WIDGET (leaf));
}

static void
wait_page (HnHelpWindow *window,
           const char   *page)
{
  Wanted wanted = { window, page };

  ui_wait (shows, &wanted);
}

static void
test_show (void)
{
  HnHelpWindow *window = open_guide ("");

  g_assert_cmpstr (get_page (window), ==, "index");
  hn_help_window_show (window, "report#explain");
  wait_page (window, "report");
  hn_help_window_show (window, "nothing");
  wait_page (window, "index");
  close_guide (window);
}

static const char *
get_focused_text (HnHelpWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return HN_IS_HELP_TEXT (focus) ? gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (focus))) : "";
}

typedef struct
{
  HnHelpWindow *window;
  const char *text;
} Focused;

static gboolean
has_focus (gpointer data)
{
  Focused *focused = data;

  return g_str_equal (get_focused_text (focused->window), focused->text);
}

/* Who hears the page begins at its title, or at the section that was asked for. */
static void
test_focus (void)
{
  HnHelpWindow *window = open_guide ("report#explain");
  Focused section = { window, "Explain a number" }, title = { window, "Period and Rule" };

  ui_wait (has_focus, &section);
  hn_help_window_show (window, "period");
  ui_wait (has_focus, &title);
  close_guide (window);
}

/* (nullable): the first line of the page that has a link */
static GtkWidget *
find_link (GtkWidget  *widget,
           const char *target)
{
  g_autofree char *address = g_strdup_printf ("\"%s\"", target);

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), address) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child, target);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_links (void)
{
  HnHelpWindow *window = open_guide ("report");
  GtkWidget *label = find_link (GTK_WIDGET (hn_help_window_get_leaf (window)), "period");
  gboolean handled = FALSE;

  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", "period", &handled);
  g_assert_true (handled);
  wait_page (window, "period");
  gtk_widget_activate_action (GTK_WIDGET (hn_help_window_get_leaf (window)), "navigation.pop", NULL);
  wait_page (window, "report");

  /* A link to where one is already goes to the section, and nowhere to come back from. */
  gtk_widget_activate_action (GTK_WIDGET (hn_help_window_get_leaf (window)), "help.show", "s", "report#explain");
  g_assert_cmpstr (get_page (window), ==, "report");
  gtk_widget_activate_action (GTK_WIDGET (hn_help_window_get_leaf (window)), "navigation.pop", NULL);
  wait_page (window, "report");
  close_guide (window);
}

static GtkWidget *
find_row (HnHelpWindow *window,
          const char   *title)
{
  GtkWidget *label = ui_find (GTK_WIDGET (window), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static void
activate_row (GtkWidget *row)
{
  gtk_widget_activate (row);
}

/* What is chosen at the side has nothing before it. */
static void
test_side (void)
{
  HnHelpWindow *window = open_guide ("");

  activate_row (find_row (window, "Filters"));
  wait_page (window, "filters");
  gtk_widget_activate_action (GTK_WIDGET (hn_help_window_get_leaf (window)), "navigation.pop", NULL);
  g_assert_cmpstr (get_page (window), ==, "filters");
  close_guide (window);
}

static void
test_search (void)
{
  HnHelpWindow *window = open_guide ("");
  GtkWidget *entry = ui_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "ghi chu nao do");
  ui_wait_text (GTK_WIDGET (window), "Nothing Found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "keyboard shortc");
  ui_wait_text (GTK_WIDGET (window), "Everything can be done without the mouse.");
  g_signal_emit_by_name (entry, "activate");
  wait_page (window, "keys");

  g_signal_emit_by_name (entry, "stop-search");
  ui_wait_text (GTK_WIDGET (window), "The First Start");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  close_guide (window);
}

/* --- F1 in the window ---------------------------------------------------- */

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         char         **asked)
{
  g_free (*asked);
  *asked = g_variant_dup_string (parameter, NULL);
}

/* The application's action, as far as the window knows it. */
static void
add_help (GtkWidget  *window,
          char      **asked)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("help", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (help_cb), asked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (group));
}

static void
assert_help (GtkWidget  *window,
             char      **asked,
             const char *page)
{
  gtk_widget_activate_action (window, "win.help", NULL);
  g_assert_cmpstr (*asked, ==, page);
}

static void
test_context (UiFixture    *fixture,
              gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  HnHelpBook *book = hn_help_book_new ("C");
  g_autofree char *asked = NULL;
  const HnKind *const *kinds;
  guint n_kinds;

  add_help (window, &asked);
  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (hn_window_show_list (HN_WINDOW (window), kinds[i]) == NULL)
        continue;
      gtk_widget_activate_action (window, "win.help", NULL);
      g_test_message ("%s: %s", kinds[i]->name, asked);
      g_assert_nonnull (hn_help_book_get_page (book, asked));
    }

  gtk_widget_activate_action (window, "win.list", "s", "donation");
  hn_window_show_list (HN_WINDOW (window), hn_kind_lookup ("campaign"));
  assert_help (window, &asked, "donations");
  gtk_widget_activate_action (window, "win.show-whole-history", NULL);
  assert_help (window, &asked, "history");
  gtk_widget_activate_action (window, "win.show-report", NULL);
  assert_help (window, &asked, "report");
  gtk_widget_activate_action (window, "win.show-submissions", NULL);
  assert_help (window, &asked, "due");
  hn_window_show_list (HN_WINDOW (window), hn_kind_lookup ("office_profile"));
  assert_help (window, &asked, "office-profile");

  ui_close_window (window);
  g_assert_finalize_object (book);
}

static void
close_dialog (GtkWidget *window)
{
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

static void
test_dialogs (UiFixture    *fixture,
              gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  g_autofree char *asked = NULL;

  add_help (window, &asked);
  gtk_widget_activate_action (window, "win.find", NULL);
  assert_help (window, &asked, "find");
  close_dialog (window);
  gtk_widget_activate_action (window, "win.add", NULL);
  assert_help (window, &asked, "fill-in");
  close_dialog (window);
  gtk_widget_activate_action (window, "win.show-shortcuts", NULL);
  assert_help (window, &asked, "keys");
  close_dialog (window);
  assert_help (window, &asked, "associations");

  ui_close_window (window);
}

/* A window that could not open its register. */
static void
test_failed (void)
{
  GtkWidget *window = hn_window_new (NULL);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "It cannot be opened.");
  g_autofree char *asked = NULL;

  add_help (window, &asked);
  hn_window_fail (HN_WINDOW (window), "/nowhere.huunghi", error);
  assert_help (window, &asked, "trouble");
  ui_close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/show", test_show);
  g_test_add_func ("/help/focus", test_focus);
  g_test_add_func ("/help/links", test_links);
  g_test_add_func ("/help/side", test_side);
  g_test_add_func ("/help/search", test_search);
  g_test_add ("/help/context", UiFixture, NULL, ui_fixture_set_up, test_context, ui_fixture_tear_down);
  g_test_add ("/help/dialogs", UiFixture, NULL, ui_fixture_set_up, test_dialogs, ui_fixture_tear_down);
  g_test_add_func ("/help/failed", test_failed);

  return g_test_run ();
}
