/* The preferences: each row does what it says, at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-appearance.h"
#include "hn-editor.h"
#include "hn-preferences.h"
#include "hn-tab-page.h"
#include "hn-ui.h"
#include "hn-window-private.h"
#include "sample-fixture.h"
#include "ui-fixture.h"

typedef struct
{
  SampleFixture sample;
  GSettings *settings;
  GtkWidget *window;
} Fixture;

static const char *const keys[] = { "color-scheme", "language", "notify-due", "report-rule", "tone-marks", "shown-lists" };

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
is_open (gpointer data)
{
  return HN_IS_PREFERENCES (get_dialog (data)) && gtk_widget_get_mapped (GTK_WIDGET (get_dialog (data)));
}

static gboolean
is_closed (gpointer data)
{
  return get_dialog (data) == NULL;
}

static gboolean
has_form (gpointer data)
{
  return HN_IS_EDITOR (get_dialog (data)) && gtk_widget_get_mapped (GTK_WIDGET (get_dialog (data)));
}

/* The dialog, with one of its pages. */
static GtkWidget *
show_page (Fixture    *fixture,
           const char *page)
{
  gtk_widget_activate_action (fixture->window, "win.preferences", NULL);
  ui_wait (is_open, fixture);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (get_dialog (fixture)), page);

  return GTK_WIDGET (get_dialog (fixture));
}

static void
close_dialog (Fixture *fixture)
{
  adw_dialog_force_close (get_dialog (fixture));
  ui_wait (is_closed, fixture);
}

/* The row that says @title, as soon as it does. */
static GtkWidget *
wait_row (GtkWidget  *root,
          const char *title)
{
  ui_wait_text (root, title);

  return gtk_widget_get_ancestor (ui_find (root, GTK_TYPE_LABEL, title), GTK_TYPE_LIST_BOX_ROW);
}

static void
press (GtkWidget *row)
{
  g_signal_emit_by_name (row, "activate");
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  sample_fixture_set_up (&fixture->sample, NULL);
  fixture->settings = g_settings_new ("vn.huunghi.HuuNghi");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->window = hn_window_new (NULL);
  hn_window_open (HN_WINDOW (fixture->window), hn_store_get_path (fixture->sample.store));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_assert_finalize_object (fixture->settings);
  sample_fixture_tear_down (&fixture->sample, NULL);
}

/* --- general ------------------------------------------------------------- */

static void
test_appearance (Fixture      *fixture,
                 gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *dialog = show_page (fixture, "general");
  GtkWidget *row = wait_row (dialog, "Appearance");

  hn_appearance_follow (fixture->settings);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (style));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_false (adw_style_manager_get_dark (style));
  close_dialog (fixture);

  /* It is chosen when one comes back. */
  row = wait_row (show_page (fixture, "general"), "Appearance");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
}

static gboolean
is_vietnamese (gpointer data)
{
  g_autofree char *language = g_settings_get_string (((Fixture *) data)->settings, "language");

  return g_str_equal (language, "vi");
}

static void
test_general (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = show_page (fixture, "general");
  GtkWidget *language = wait_row (dialog, "Language"), *reminders = wait_row (dialog, "Remind me of what is due");

  g_assert_false (g_settings_get_boolean (fixture->settings, "notify-due"));
  press (reminders);
  g_assert_true (g_settings_get_boolean (fixture->settings, "notify-due"));
  press (reminders);
  g_assert_false (g_settings_get_boolean (fixture->settings, "notify-due"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 1);
  ui_wait (is_vietnamese, fixture);
}

/* --- spelling ------------------------------------------------------------ */

static void
assert_tone_marks (Fixture    *fixture,
                   const char *expected)
{
  g_autofree char *marks = g_settings_get_string (fixture->settings, "tone-marks");

  g_assert_cmpstr (marks, ==, expected);
}

static void
test_spelling (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *dialog = show_page (fixture, "spelling");

  assert_tone_marks (fixture, "");
  press (wait_row (dialog, "hòa, khỏe, thủy"));
  assert_tone_marks (fixture, "old");
  press (wait_row (dialog, "hoà, khoẻ, thuỷ"));
  assert_tone_marks (fixture, "new");
  press (wait_row (dialog, "As typed"));
  assert_tone_marks (fixture, "");
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *title;
    const char *kind;
  } cases[] = {
    { "spelling", "Names of countries", "country" },
    { "reports", "Holidays", "holiday" },
    { "reports", "All period rules", "report_rule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      press (wait_row (show_page (fixture, cases[i].page), cases[i].title));
      ui_wait (is_closed, fixture);
      g_assert_cmpstr (hn_tab_page_get_kind (HN_WINDOW (fixture->window)->tab_page)->name, ==, cases[i].kind);
    }
}

/* --- the office ---------------------------------------------------------- */

static guint
count_profiles (Fixture *fixture)
{
  g_autoptr (GArray) ids = sample_fixture_list (&fixture->sample, "office_profile", NULL);

  return ids->len;
}

static gboolean
has_four (gpointer data)
{
  return count_profiles (data) == 4;
}

static void
test_office (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *dialog = show_page (fixture, "office");
  GtkWidget *first = wait_row (dialog, "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC GIANG");

  g_assert_nonnull (ui_find (first, GTK_TYPE_LABEL, "Bắc Giang · 12/10/1998 – 30/06/2025 · signed by Lương Khải Minh"));
  g_assert_null (ui_find (first, GTK_TYPE_LABEL, "In force"));
  ui_wait_text (dialog, "In force");
  press (first);
  ui_wait (has_form, fixture);
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (fixture)), ==, "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH BẮC GIANG");
  adw_dialog_force_close (get_dialog (fixture));
  ui_wait (is_open, fixture);

  /* The last one once more, which is seen when it is saved. */
  press (wait_row (dialog, "Add a Profile"));
  ui_wait (has_form, fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_dialog (fixture)), "editor.save", NULL);
  ui_wait (has_four, fixture);
}

/* --- reports ------------------------------------------------------------- */

static void
choose_rules (Fixture    *fixture,
              const char *name)
{
  GtkWidget *row = wait_row (show_page (fixture, "reports"), "Rules");
  g_autofree char *chosen = NULL;
  GListModel *labels;

  ui_wait_text (GTK_WIDGET (get_dialog (fixture)), "CALENDAR");
  labels = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    if (strstr (gtk_string_list_get_string (GTK_STRING_LIST (labels), i), name) != NULL)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  close_dialog (fixture);
}

static void
test_proposed (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *rules = NULL;
  GtkWidget *row;

  choose_rules (fixture, "58/2022");
  rules = g_settings_get_string (fixture->settings, "report-rule");
  g_assert_cmpstr (rules, ==, "ND58");

  /* What is due is that by these rules, until somebody wants to see all. */
  gtk_widget_activate_action (fixture->window, "win.show-submissions", NULL);
  ui_wait_text (fixture->window, "Năm 2022 (ND58)");
  g_assert_null (ui_find (fixture->window, GTK_TYPE_LABEL, "Năm 2022 (ND09)"));
  row = wait_row (fixture->window, "Rules");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_nonnull (ui_find (fixture->window, GTK_TYPE_LABEL, "Năm 2022 (ND09)"));
}

/* So is a report. */
static void
test_report (Fixture      *fixture,
             gconstpointer data)
{
  choose_rules (fixture, "dương lịch");
  gtk_widget_activate_action (fixture->window, "win.show-report", NULL);
  ui_wait_text (fixture->window, "01/01/2022 – 31/12/2022 (CALENDAR)");
}

static void
test_rule (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *dialog = show_page (fixture, "reports");
  GtkWidget *set = wait_row (dialog, "Nghị định 58/2022/NĐ-CP (tổ chức PCPNN)");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gtk_widget_get_ancestor (set, ADW_TYPE_EXPANDER_ROW)), TRUE);
  ui_wait_text (dialog, "From 15/12 of the year before to 14/12 · to be sent by 18/12");
  press (wait_row (dialog, "Year"));
  ui_wait (has_form, fixture);
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (fixture)), ==, "ND58 Year");
}

/* --- no trace ------------------------------------------------------------ */

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  gpointer dialog = show_page (fixture, "office");

  ui_wait_text (dialog, "In force");
  g_object_add_weak_pointer (dialog, &dialog);
  adw_dialog_force_close (dialog);
  ui_wait_gone (&dialog);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test) g_test_add ("/ui/preferences/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("appearance", test_appearance);
  ADD ("general", test_general);
  ADD ("spelling", test_spelling);
  ADD ("lists", test_lists);
  ADD ("office", test_office);
  ADD ("proposed", test_proposed);
  ADD ("report", test_report);
  ADD ("rule", test_rule);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
