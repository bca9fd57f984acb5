/* How a register begins, and what is said of a copy: without an application, and without a trace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-copy.h"
#include "hn-register-place.h"
#include "hn-ui.h"
#include "hn-window.h"
#include "ui-fixture.h"

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GtkWidget *
open_start (void)
{
  GtkWidget *window = hn_window_new (NULL);

  hn_window_start (HN_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_text (window, "Welcome to Hữu Nghị");

  return window;
}

/* The row of a choice, as a person presses it. */
static void
choose (GtkWidget  *window,
        const char *title)
{
  GtkWidget *label = ui_find (window, GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW));
}

static AdwDialog *
get_dialog (GtkWidget *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* --- beginning ----------------------------------------------------------- */

static void
test_start (UiFixture    *fixture,
            gconstpointer data)
{
  GtkWidget *window = open_start ();
  g_autofree char *folder = hn_register_place_folder ();

  g_assert_false (hn_window_is_open (HN_WINDOW (window)));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  /* A register takes the place of the question. */
  hn_window_open (HN_WINDOW (window), fixture->model.path);
  g_assert_true (hn_window_is_open (HN_WINDOW (window)));
  g_assert_null (ui_find (window, GTK_TYPE_LABEL, "Welcome to Hữu Nghị"));
  ui_close_window (window);
}

static void
test_make_empty (UiFixture    *fixture,
                 gconstpointer data)
{
  GtkWidget *window = open_start ();
  g_autofree char *path = hn_register_place_path ("Register");

  choose (window, "Start Empty");
  ui_wait (is_there, path);
  ui_close_window (window);
  g_unlink (path);
}

static void
test_make_office (UiFixture    *fixture,
                  gconstpointer data)
{
  GtkWidget *window = open_start (), *row, *button;
  g_autofree char *path = hn_register_place_path ("An Giang");

  choose (window, "New Register");
  ui_wait_text (window, "Letterhead and Signature");
  button = ui_find (window, GTK_TYPE_LABEL, "Create");
  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ui_wait_text (window, "Choose the province of the office.");

  row = ui_find (window, ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  row = gtk_widget_get_next_sibling (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Liên hiệp các tổ chức hữu nghị tỉnh An Giang");
  gtk_editable_set_text (GTK_EDITABLE (row), " ");
  g_signal_emit_by_name (button, "clicked");
  ui_wait_text (window, "Write the name of the office.");
  gtk_editable_set_text (GTK_EDITABLE (row), "Liên hiệp An Giang");
  g_signal_emit_by_name (button, "clicked");
  ui_wait (is_there, path);
  ui_close_window (window);
  g_unlink (path);
}

/* What cannot be made is said where the person is, and what was typed stays. */
static void
test_make_in_vain (UiFixture    *fixture,
                   gconstpointer data)
{
  GtkWidget *window = open_start (), *row, *button;
  g_autofree char *folder = hn_register_place_folder ();
  g_autofree char *path = hn_register_place_path ("An Giang");
  g_autofree char *sentence =
    g_strdup_printf ("“%s” cannot be written there. Choose a folder that you may write to.", path);

  g_mkdir_with_parents (folder, 0700);
  g_chmod (folder, 0500);
  choose (window, "New Register");
  ui_wait_text (window, "Letterhead and Signature");
  row = ui_find (window, ADW_TYPE_COMBO_ROW, NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  button = gtk_widget_get_ancestor (ui_find (window, GTK_TYPE_LABEL, "Create"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ui_wait_text (window, sentence);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  g_chmod (folder, 0700);
  ui_close_window (window);
}

static void
test_dialog (UiFixture    *fixture,
             gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  gpointer dialog;

  gtk_widget_activate_action (window, "win.new-register", NULL);
  dialog = get_dialog (window);
  g_object_add_weak_pointer (dialog, &dialog);
  ui_wait_text (window, "How shall the register begin?");
  adw_dialog_force_close (dialog);
  ui_wait_gone (&dialog);
  ui_close_window (window);
}

/* --- copies -------------------------------------------------------------- */

static void
test_restore (UiFixture    *fixture,
              gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  g_autofree char *path = g_build_filename (fixture->model.folder, "bản sao.huunghi", NULL);
  g_autofree char *own = hn_register_place_path ("bản sao");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gpointer dialog;

  g_assert_true (hn_register_copy_to (hn_store_get_reader (fixture->model.store), path, &error));
  g_assert_no_error (error);
  hn_window_restore (HN_WINDOW (window), file);
  dialog = get_dialog (window);
  g_object_add_weak_pointer (dialog, &dialog);
  ui_wait_text (window, "2 organizations · 1 person · 0 events");
  g_assert_nonnull (ui_find (window, GTK_TYPE_LABEL, "Not named yet"));
  g_assert_nonnull (ui_find (window, GTK_TYPE_LABEL, "As a register of its own"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_find (window, GTK_TYPE_LABEL, "Restore"), GTK_TYPE_BUTTON),
                         "clicked");
  ui_wait_gone (&dialog);
  g_assert_true (is_there (own));
  ui_close_window (window);
  g_unlink (own);
  g_unlink (path);
}

static void
test_restore_refused (UiFixture    *fixture,
                      gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  g_autofree char *path = g_build_filename (fixture->model.folder, "ảnh.huunghi", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  hn_window_restore (HN_WINDOW (window), file);
  ui_wait_text (window, "Nothing is in “ảnh.huunghi”. Choose another copy.");
  g_assert_null (ui_find (window, GTK_TYPE_LABEL, "Restore"));
  ui_close_window (window);
  g_unlink (path);
}

static gboolean
is_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  return dir == NULL || g_dir_read_name (dir) == NULL;
}

/* A window that goes while a copy is read leaves nothing, once the thread that reads it has noticed. */
static void
test_restore_left (UiFixture    *fixture,
                   gconstpointer data)
{
  GtkWidget *window = ui_open_window (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->model.path);
  g_autofree char *folder = hn_register_place_folder ();

  hn_window_restore (HN_WINDOW (window), file);
  ui_close_window (window);
  while (g_main_context_iteration (NULL, FALSE) || !is_empty (folder))
    g_thread_yield ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test) g_test_add ("/registers/" path, UiFixture, NULL, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("start", test_start);
  ADD ("make-empty", test_make_empty);
  ADD ("make-office", test_make_office);
  ADD ("make-in-vain", test_make_in_vain);
  ADD ("dialog", test_dialog);
  ADD ("restore", test_restore);
  ADD ("restore-refused", test_restore_refused);
  ADD ("restore-left", test_restore_left);
#undef ADD

  return g_test_run ();
}
