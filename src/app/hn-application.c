/* The program with a display: one window a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-application.h"

#include <glib/gi18n.h>

#include "hn-help-window.h"
#include "hn-language.h"
#include "hn-register-place.h"
#include "hn-ui.h"
#include "hn-window.h"

struct _HnApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  char *languages; /* what LANGUAGE was when the program began */
};

G_DEFINE_FINAL_TYPE (HnApplication, hn_application, ADW_TYPE_APPLICATION)

/* --- windows ------------------------------------------------------------- */

static GtkWidget *
create_window (HnApplication *self)
{
  GtkWidget *window = hn_window_new (GTK_APPLICATION (self));

  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);

  return window;
}

static void
show_failure (HnApplication *self,
              const char    *path,
              const GError  *error)
{
  GtkWidget *window = create_window (self);

  hn_window_fail (HN_WINDOW (window), path, error);
  gtk_window_present (GTK_WINDOW (window));
}

/* (nullable): the window that shows a register already */
static GtkWindow *
find_window (HnApplication *self,
             const char    *path)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data) && hn_window_is_open (window->data)
        && g_strcmp0 (hn_window_get_path (window->data), path) == 0)
      return window->data;

  return NULL;
}

static void
open_register (HnApplication *self,
               const char    *path)
{
  GtkWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = GTK_WINDOW (create_window (self));
      hn_window_open (HN_WINDOW (window), path);
    }
  gtk_window_present (window);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_register_place_finish (result, &error);

  if (path != NULL)
    open_register (self, path);
  else
    show_failure (self, "", error);
  g_application_release (G_APPLICATION (self));
}

static void
hn_application_activate (GApplication *application)
{
  HnApplication *self = HN_APPLICATION (application);
  g_autofree char *path = hn_register_place_own ();
  g_autoptr (GError) error = NULL;

  /* The register of who names none, empty at the first start. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) || hn_register_place_make (path, &error))
    open_register (self, path);
  else
    show_failure (self, path, error);
}

static void
hn_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (path == NULL || !hn_register_place_is_lent (path))
        {
          open_register (HN_APPLICATION (application), path != NULL ? path : uri);
          continue;
        }
      g_application_hold (application);
      hn_register_place_take_async (path, taken_cb, g_object_ref (application));
    }
}

/* --- the language -------------------------------------------------------- */

/* What is there is not translated again: a window in another language is another window. One with a form open is left
 * as it is until it is closed. */
static void
renew_window (HnApplication *self,
              HnWindow      *window)
{
  g_autofree char *path = g_strdup (hn_window_get_path (window));
  GtkWidget *other;

  if (!hn_window_is_open (window)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return;

  other = create_window (self);
  hn_window_open (HN_WINDOW (other), path);
  gtk_window_present (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
use_language (HnApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  hn_language_use (language, self->languages);
}

static void
language_changed_cb (HnApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  use_language (self);
  hn_help_window_renew (GTK_APPLICATION (self));
  for (GList *window = windows; window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data))
      renew_window (self, window->data);
}

/* --- actions ------------------------------------------------------------- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window may ask about what was not saved. */
  for (GList *window = windows; window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data))
      hn_window_leave (window->data);
    else
      gtk_window_close (window->data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (dialog), _("Hữu Nghị"));
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), HN_APPLICATION_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), HN_VERSION);
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (dialog), GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (ADW_ABOUT_DIALOG (dialog),
                                 _("The register of a provincial Union of Friendship Organizations."));
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  hn_help_window_present (user_data, g_variant_get_string (parameter, NULL));
}

static void
hn_application_startup (GApplication *application)
{
  const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action, .parameter_type = "s" },
  };
  const char *const quit[] = { "<Control>q", NULL };

  hn_ui_init ();
  G_APPLICATION_CLASS (hn_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit);
  g_signal_connect_object (HN_APPLICATION (application)->settings, "changed::language",
                           G_CALLBACK (language_changed_cb), application, G_CONNECT_SWAPPED);
}

static void
hn_application_finalize (GObject *object)
{
  HnApplication *self = HN_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->languages);

  G_OBJECT_CLASS (hn_application_parent_class)->finalize (object);
}

static void
hn_application_class_init (HnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hn_application_finalize;

  application_class->startup = hn_application_startup;
  application_class->activate = hn_application_activate;
  application_class->open = hn_application_open;
}

static void
hn_application_init (HnApplication *self)
{
  self->settings = g_settings_new (HN_APPLICATION_ID);
  self->languages = g_strdup (g_getenv ("LANGUAGE"));
  /* Before the first word is translated. */
  use_language (self);
  gtk_window_set_default_icon_name (HN_APPLICATION_ID);
}

/**
 * hn_application_new:
 *
 * Programs do not share a process: each has the register that it was started on, and they see each other's changes
 * in the file.
 */
GApplication *
hn_application_new (void)
{
  return g_object_new (HN_TYPE_APPLICATION, "application-id", HN_APPLICATION_ID, "resource-base-path", HN_RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, NULL);
}
