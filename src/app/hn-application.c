/* The program with a display: one window a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-application.h"

#include <errno.h>

#include <glib/gi18n.h>

#include "hn-register.h"
#include "hn-ui.h"
#include "hn-window.h"

struct _HnApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (HnApplication, hn_application, ADW_TYPE_APPLICATION)

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
open_register (HnApplication *self,
               const char    *path)
{
  GtkWidget *window = create_window (self);

  hn_window_open (HN_WINDOW (window), path);
  gtk_window_present (GTK_WINDOW (window));
}

/* The register of who names none, empty at the first start. */
static gboolean
prepare_own_register (const char  *path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (HnRegister) created = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder “%s” for the register cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }
  created = hn_register_create (path, error);

  return created != NULL;
}

static void
hn_application_activate (GApplication *application)
{
  HnApplication *self = HN_APPLICATION (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "huu-nghi", "so-dang-ky.huunghi", NULL);
  g_autoptr (GError) error = NULL;

  if (prepare_own_register (path, &error))
    open_register (self, path);
  else
    {
      GtkWidget *window = create_window (self);

      hn_window_fail (HN_WINDOW (window), path, error);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
hn_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      open_register (HN_APPLICATION (application), path != NULL ? path : uri);
    }
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window may ask about what was not saved. */
  for (GList *window = windows; window != NULL; window = window->next)
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
hn_application_startup (GApplication *application)
{
  const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
  };
  const char *const quit[] = { "<Control>q", NULL };

  HN_APPLICATION (application)->settings = g_settings_new (HN_APPLICATION_ID);
  hn_ui_init ();
  G_APPLICATION_CLASS (hn_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit);
}

static void
hn_application_finalize (GObject *object)
{
  HnApplication *self = HN_APPLICATION (object);

  g_clear_object (&self->settings);

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
