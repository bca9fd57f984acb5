/* Another language takes hold while the program runs: its window is another one, in which the person goes on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-application.h"
#include "hn-preferences.h"
#include "hn-register.h"
#include "hn-window.h"

static GtkWidget *
get_window (GApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  return windows != NULL ? windows->data : NULL;
}

/* (nullable): the preferences that are open in the only window */
static AdwDialog *
get_preferences (GApplication *application)
{
  GtkWidget *window = get_window (application);
  AdwDialog *dialog =
    HN_IS_WINDOW (window) ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) : NULL;

  return HN_IS_PREFERENCES (dialog) && gtk_widget_get_mapped (GTK_WIDGET (dialog)) ? dialog : NULL;
}

/* (nullable): what says @text below a widget */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hn-renewal-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "test.huunghi", NULL);
  g_autoptr (HnRegister) reg = hn_register_create (path, &error);
  g_autoptr (GSettings) settings = g_settings_new ("vn.huunghi.HuuNghi");
  GApplication *application = hn_application_new ();
  GtkWidget *first, *row;

  g_assert_no_error (error);
  g_clear_object (&reg);
  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-register", g_variant_new_string (path));
  first = get_window (application);
  g_assert_true (HN_IS_WINDOW (first));
  gtk_widget_activate_action (first, "win.preferences", NULL);
  while (get_preferences (application) == NULL)
    g_main_context_iteration (NULL, TRUE);

  row =
    gtk_widget_get_ancestor (find_label (GTK_WIDGET (get_preferences (application)), "Language"), ADW_TYPE_COMBO_ROW);
  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  while (first != NULL || get_preferences (application) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hn_window_get_path (HN_WINDOW (get_window (application))), ==, path);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "vi");

  gtk_window_destroy (GTK_WINDOW (get_window (application)));
  while (get_window (application) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_settings_reset (settings, "language");
  g_object_unref (application);
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renewal/language", test_language);

  return g_test_run ();
}
