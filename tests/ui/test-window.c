/* The window: where its actions lead, what it shows at which size, what it remembers, and that it goes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-editor.h"
#include "hn-history-page.h"
#include "hn-office-page.h"
#include "hn-record-side.h"
#include "hn-ui.h"
#include "hn-window-private.h"
#include "ui-fixture.h"

#define OPENINGS 50

/* More than the side moves for. */
#define N_FRAMES 40

static GtkWidget *
get_side (HnWindow *window)
{
  return window->tab_page != NULL ? hn_tab_page_get_side (window->tab_page) : NULL;
}

static const char *
get_kind (HnWindow *window)
{
  return hn_tab_page_get_kind (window->tab_page)->name;
}

static gboolean
has_side (gpointer data)
{
  return get_side (data) != NULL;
}

static void
show_record (GtkWidget  *window,
             const char *kind,
             gint64      id)
{
  gtk_widget_activate_action (window, "win.show-record", "(sx)", kind, id);
}

/* --- going places -------------------------------------------------------- */

static void
test_show_record (UiFixture    *fixture,
                  gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  HnWindow *window = HN_WINDOW (widget);

  g_assert_null (get_side (window));
  show_record (widget, "organization", fixture->organization);
  ui_wait (has_side, window);
  ui_wait_text (get_side (window), "Bilateral association · founded 1998");
  g_assert_nonnull (ui_find (get_side (window), GTK_TYPE_LABEL, "Hội Việt – Lào"));
  g_assert_nonnull (ui_find (get_side (window), GTK_TYPE_LABEL, "Chi hội Yên Thế"));
  g_assert_nonnull (ui_find (get_side (window), GTK_TYPE_LABEL, "Chủ tịch – Nguyễn Văn An"));
  g_assert_nonnull (ui_find (get_side (window), GTK_TYPE_BUTTON, "Add donation"));
  g_assert_cmpint (hn_list_page_get_selected_id (hn_window_get_list (window)), ==, fixture->organization);

  /* Another tab, another list, and a view of what is a person elsewhere. */
  show_record (widget, "person", fixture->person);
  g_assert_cmpstr (get_kind (window), ==, "person");
  ui_wait_text (get_side (window), "Nguyễn Văn An");
  show_record (widget, "campaign", 0);
  g_assert_cmpstr (get_kind (window), ==, "campaign");

  ui_close_window (widget);
}

static void
test_show_list (UiFixture    *fixture,
                gconstpointer data)
{
  const char *const where[] = { "kind=branch", NULL };
  GtkWidget *widget = ui_open_window (fixture);

  gtk_widget_activate_action (widget, "win.show-list", "(s^as)", "organization", where);
  ui_wait_text (widget, "1 of 2 organizations");
  g_assert_cmpstr (get_kind (HN_WINDOW (widget)), ==, "organization");

  gtk_widget_activate_action (widget, "win.search-list", "(ss)", "person", "nguyen");
  g_assert_cmpstr (get_kind (HN_WINDOW (widget)), ==, "person");
  ui_wait_text (widget, "1 of 1 person");

  ui_close_window (widget);
}

static void
test_keys (UiFixture    *fixture,
           gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  HnWindow *window = HN_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.show-tab", "s", "events");
  g_assert_cmpstr (get_kind (window), ==, "event");
  gtk_widget_activate_action (widget, "win.step-list", "i", 1);
  g_assert_cmpstr (get_kind (window), ==, "participant");
  gtk_widget_activate_action (widget, "win.step-list", "i", -1);
  gtk_widget_activate_action (widget, "win.step-list", "i", -1);
  g_assert_cmpstr (get_kind (window), ==, "task");
  gtk_widget_activate_action (widget, "win.list", "s", "agreement");
  g_assert_cmpstr (get_kind (window), ==, "agreement");

  gtk_widget_activate_action (widget, "win.toggle-side", NULL);
  g_assert_nonnull (get_side (window));
  gtk_widget_activate_action (widget, "win.step-pane", "i", 1);
  gtk_widget_activate_action (widget, "win.toggle-side", NULL);
  g_assert_null (get_side (window));

  ui_close_window (widget);
}

static void
test_pages (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  HnWindow *window = HN_WINDOW (widget);

  gtk_widget_activate_action (widget, "win.show-office", NULL);
  g_assert_true (HN_IS_OFFICE_PAGE (adw_navigation_view_get_visible_page (window->navigation)));
  g_assert_cmpstr (get_kind (window), ==, "office_profile");
  gtk_widget_activate_action (widget, "win.show-whole-history", NULL);
  g_assert_true (HN_IS_HISTORY_PAGE (adw_navigation_view_get_visible_page (window->navigation)));
  /* There is no list here to add to. */
  g_assert_null (window->tab_page);
  gtk_widget_activate_action (widget, "win.show-history", "(sx)", "organization", fixture->organization);
  g_assert_true (HN_IS_HISTORY_PAGE (adw_navigation_view_get_visible_page (window->navigation)));

  show_record (widget, "organization", fixture->organization);
  g_assert_true (adw_navigation_view_get_visible_page (window->navigation) == window->main_page);
  ui_wait (has_side, window);

  ui_close_window (widget);
}

static gboolean
count_frame (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       n_frames)
{
  ++*(guint *) n_frames;

  return G_SOURCE_CONTINUE;
}

static gboolean
has_moved (gpointer n_frames)
{
  return *(guint *) n_frames > N_FRAMES;
}

/* The side of a tab that is shown for the first time, before the first frame: a warning of GTK ends the test. */
static void
test_early_side (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  HnWindow *window = HN_WINDOW (widget);
  guint n_frames = 0, ticking;

  g_object_set (gtk_widget_get_settings (widget), "gtk-enable-animations", TRUE, NULL);
  gtk_widget_activate_action (widget, "win.show-tab", "s", "events");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->tab_page)));
  g_object_set (window->tab_page, "side-shown", TRUE, NULL);
  ticking = gtk_widget_add_tick_callback (widget, count_frame, &n_frames, NULL);
  ui_wait (has_moved, &n_frames);
  g_assert_cmpint (gtk_widget_get_width (get_side (window)), >, 0);

  gtk_widget_remove_tick_callback (widget, ticking);
  gtk_settings_reset_property (gtk_widget_get_settings (widget), "gtk-enable-animations");
  ui_close_window (widget);
}

/* --- adding -------------------------------------------------------------- */

static void
test_add_record (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->organization);
  g_auto (GVariantBuilder) fields = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  AdwDialog *dialog;

  g_variant_builder_add (&fields, "(ss)", "organization", id);
  gtk_widget_activate_action (widget, "win.add-record", "(sa(ss))", "headcount", &fields);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));
  g_assert_true (HN_IS_EDITOR (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  ui_close_window (widget);
  g_assert_null (dialog);
}

/* Who quits with a form open in which nothing was typed is not asked. */
static void
test_leave (UiFixture    *fixture,
            gconstpointer data)
{
  gpointer window = ui_open_window (fixture);

  gtk_widget_activate_action (window, "win.add", NULL);
  g_assert_true (HN_IS_EDITOR (adw_application_window_get_visible_dialog (window)));
  g_object_add_weak_pointer (window, &window);
  hn_window_leave (window);
  ui_wait_gone (&window);
}

static AdwDialog *
get_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window);
}

static gboolean
is_asked (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (window));
}

static gboolean
is_to_stay (gpointer window)
{
  return HN_IS_EDITOR (get_dialog (window)) && !HN_WINDOW (window)->leaving;
}

/* The question is the dialog that is seen. */
static void
answer (gpointer    window,
        const char *label)
{
  GtkWidget *said;

  ui_wait_text (GTK_WIDGET (get_dialog (window)), label);
  said = ui_find (GTK_WIDGET (get_dialog (window)), GTK_TYPE_LABEL, label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (said, GTK_TYPE_BUTTON), "clicked");
}

/* (nullable): what is typed into, by its place in the form; @left counts down */
static GtkEditable *
find_text (GtkWidget *root,
           guint     *left)
{
  if (GTK_IS_TEXT (root) && (*left)-- == 0)
    return GTK_EDITABLE (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_text (child, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (gpointer    window,
      guint       place,
      const char *text)
{
  gtk_editable_set_text (find_text (GTK_WIDGET (get_dialog (window)), &place), text);
}

/* Who quits and wants what was typed to be saved is rid of the window when it is, and not before. */
static void
test_leave_saving (UiFixture    *fixture,
                   gconstpointer data)
{
  gpointer window = ui_open_window (fixture);

  gtk_widget_activate_action (window, "win.add-record", "(s@a(ss))", "campaign", g_variant_new ("a(ss)", NULL));
  type (window, 1, "Ủy ban nhân dân tỉnh");
  hn_window_leave (window);
  ui_wait (is_asked, window);
  answer (window, "Save");
  ui_wait_text (window, "“Name” must be filled in.");
  ui_wait (is_to_stay, window);

  type (window, 0, "Quỹ mới");
  hn_window_leave (window);
  ui_wait (is_asked, window);
  g_object_add_weak_pointer (window, &window);
  answer (window, "Save");
  ui_wait_gone (&window);
}

/* --- sizes --------------------------------------------------------------- */

static void
test_sizes (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);
  HnWindow *window = HN_WINDOW (widget);

  show_record (widget, "organization", fixture->organization);
  ui_wait (has_side, window);

  /* Next to the list as long as there is room, then behind it until a record is asked for. */
  g_object_set (window, "narrow", TRUE, NULL);
  g_assert_nonnull (get_side (window));
  g_object_set (window, "slim", TRUE, NULL);
  g_assert_null (get_side (window));
  show_record (widget, "organization", fixture->branch);
  g_assert_nonnull (get_side (window));
  gtk_widget_activate_action (get_side (window), "record.close", NULL);
  g_assert_null (get_side (window));
  g_object_set (window, "narrow", FALSE, "slim", FALSE, NULL);
  g_assert_nonnull (get_side (window));

  ui_close_window (widget);
}

/* --- what is remembered -------------------------------------------------- */

static void
test_remembered (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *widget = ui_open_window (fixture);

  gtk_widget_activate_action (widget, "win.list", "s", "membership");
  gtk_widget_activate_action (widget, "win.show-tab", "s", "diaspora");
  gtk_widget_activate_action (widget, "win.toggle-side", NULL);
  gtk_widget_activate_action (widget, "win.toggle-side", NULL);
  ui_close_window (widget);

  widget = ui_open_window (fixture);
  g_assert_cmpstr (get_kind (HN_WINDOW (widget)), ==, "overseas_contact");
  gtk_widget_activate_action (widget, "win.show-tab", "s", "associations");
  g_assert_cmpstr (get_kind (HN_WINDOW (widget)), ==, "membership");
  /* Who has put the side away does not get it back by selecting. */
  show_record (widget, "organization", fixture->organization);
  g_assert_null (get_side (HN_WINDOW (widget)));
  gtk_widget_activate_action (widget, "win.toggle-side", NULL);
  ui_close_window (widget);
}

/* --- no trace ------------------------------------------------------------ */

/* Threads of stores that are still there. */
static guint
count_store_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *task;
  guint n = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", task, "comm", NULL);
      g_autofree char *name = NULL;

      if (g_file_get_contents (path, &name, NULL, NULL) && g_str_has_prefix (name, "hn-"))
        n++;
    }

  return n;
}

static void
watch (GPtrArray *watched,
       gpointer   object)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, object);
  g_ptr_array_add (watched, ref);
}

static void
unwatch (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
are_gone (gpointer data)
{
  GPtrArray *watched = data;

  for (guint i = 0; i < watched->len; i++)
    {
      g_autoptr (GObject) object = g_weak_ref_get (g_ptr_array_index (watched, i));

      if (object != NULL)
        return FALSE;
    }

  return TRUE;
}

static void
test_often (UiFixture    *fixture,
            gconstpointer data)
{
  guint n_threads = count_store_threads ();

  for (int i = 0; i < OPENINGS; i++)
    {
      g_autoptr (GPtrArray) watched = g_ptr_array_new_with_free_func (unwatch);
      GtkWidget *widget = ui_open_window (fixture);
      HnWindow *window = HN_WINDOW (widget);

      watch (watched, window->context);
      watch (watched, hn_context_get_store (window->context));
      gtk_widget_activate_action (widget, "win.show-tab", "s", hn_tabs[i % HN_N_TABS].name);
      gtk_widget_activate_action (widget, "win.step-list", "i", 1 + i);
      watch (watched, window->tab_page);
      watch (watched, hn_window_get_list (window));
      show_record (widget, "organization", fixture->organization);
      ui_wait (has_side, window);
      watch (watched, get_side (window));
      /* Every other one is closed before the side has its answer. */
      if (i % 2 == 0)
        ui_wait_text (get_side (window), "Bilateral association · founded 1998");
      gtk_widget_activate_action (widget, "win.show-office", NULL);
      watch (watched, window->tab_page);

      ui_close_window (widget);
      ui_wait (are_gone, watched);
      g_assert_cmpuint (count_store_threads (), ==, n_threads);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test) g_test_add ("/ui/window/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("show-record", test_show_record);
  ADD ("show-list", test_show_list);
  ADD ("keys", test_keys);
  ADD ("pages", test_pages);
  ADD ("early-side", test_early_side);
  ADD ("add-record", test_add_record);
  ADD ("leave", test_leave);
  ADD ("leave-saving", test_leave_saving);
  ADD ("sizes", test_sizes);
  ADD ("remembered", test_remembered);
  ADD ("often", test_often);
#undef ADD

  return g_test_run ();
}
