/* What can be asked of the application, from its windows and from elsewhere on the desktop. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "hn-application-private.h"
#include "hn-failure.h"
#include "hn-help-window.h"
#include "hn-register-make.h"
#include "hn-sample.h"
#include "hn-toast.h"
#include "hn-work-dialog.h"

/* --- going --------------------------------------------------------------- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = hn_application_list_windows (user_data);

  /* Each window may ask about what was not saved. */
  for (GList *window = windows; window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data))
      hn_window_leave (window->data);
    else
      gtk_window_close (window->data);
  g_list_free_full (windows, g_object_unref);
}

/* --- registers ----------------------------------------------------------- */

static void
open_register_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  hn_application_open_register (user_data, g_variant_get_string (parameter, NULL));
}

/* Its content is another: nothing of what the window had read is right any more. */
static void
renew_register_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  HnApplication *self = user_data;
  const char *path, *message;
  HnWindow *window;

  g_variant_get (parameter, "(&s&s)", &path, &message);
  window = hn_application_find_window (self, path);
  if (window != NULL)
    hn_application_renew_window (self, window);
  hn_toast_say (GTK_WIDGET (hn_application_open_register (self, path)), message);
}

/* --- the sample ---------------------------------------------------------- */

typedef struct
{
  HnApplication *application;
  HnWorkDialog *dialog;
} Sampling;

static HnRegister *
make_sample (const char  *path,
             gpointer     data,
             GError     **error)
{
  return hn_sample_write (path, error);
}

static void
sampled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Sampling *sampling = user_data;
  g_autoptr (HnApplication) self = sampling->application;
  g_autoptr (HnWorkDialog) dialog = sampling->dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_register_make_finish (result, &error);

  hn_work_dialog_done (dialog);
  if (path != NULL)
    hn_application_open_register (self, path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (GTK_WIDGET (hn_application_present (self)), _("The Register Was Not Made"), error);
  g_application_release (G_APPLICATION (self));
}

static void
new_sample_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  Sampling *sampling = g_new0 (Sampling, 1);
  HnWindow *window = hn_application_present (user_data);

  sampling->application = g_object_ref (user_data);
  sampling->dialog = hn_work_dialog_new (GTK_WIDGET (window), _("Making the sample register…"));
  g_application_hold (user_data);
  /* Translators: the name of the sample register */
  hn_register_make_async (_("Sample"), make_sample, NULL, NULL, hn_work_dialog_get_cancellable (sampling->dialog),
                          sampled_cb, sampling);
}

/* --- what is in them ----------------------------------------------------- */

/* (nullable): the window of a register, or for "" the one that the person works in; what keeps it from being shown
 * stands in it */
static HnWindow *
open_named (HnApplication *self,
            const char    *path)
{
  HnWindow *window = *path != '\0' ? hn_application_open_register (self, path) : hn_application_present (self);

  return hn_window_is_open (window) ? window : NULL;
}

static void
open_record_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  const char *path, *kind;
  HnWindow *window;
  gint64 id;

  g_variant_get (parameter, "(&s&sx)", &path, &kind, &id);
  window = open_named (user_data, path);
  if (window != NULL)
    hn_window_open_record (window, kind, id);
}

static void
find_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  const char *path, *text;
  HnWindow *window;

  g_variant_get (parameter, "(&s&s)", &path, &text);
  window = open_named (user_data, path);
  if (window != NULL)
    hn_window_find (window, text);
}

static void
show_submissions_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  HnWindow *window = open_named (user_data, g_variant_get_string (parameter, NULL));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-submissions", NULL);
}

/* --- about and help ------------------------------------------------------- */

static void
add_libraries (AdwAboutDialog *dialog)
{
  adw_about_dialog_add_legal_section (dialog, "SQLite", NULL, GTK_LICENSE_CUSTOM,
                                      _("SQLite is in the public domain."));
  adw_about_dialog_add_legal_section (dialog, "libxlsxwriter", "© John McNamara", GTK_LICENSE_BSD, NULL);
  adw_about_dialog_add_legal_section (dialog, "libcsv", "© Robert Gamble", GTK_LICENSE_LGPL_2_1, NULL);
  adw_about_dialog_add_legal_section (dialog, _("Names of countries: iso-codes"), "© Alastair McKinstry",
                                      GTK_LICENSE_LGPL_2_1, NULL);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  const char *const developers[] = { _("The Hữu Nghị authors"), NULL };
  AdwAboutDialog *dialog =
    ADW_ABOUT_DIALOG (adw_about_dialog_new_from_appdata (HN_RESOURCE_PATH "/metainfo.xml", HN_VERSION));

  adw_about_dialog_set_version (dialog, HN_VERSION);
  adw_about_dialog_set_comments (dialog, _("The register of a provincial Union of Friendship Organizations."));
  adw_about_dialog_set_developer_name (dialog, _("The Hữu Nghị authors"));
  adw_about_dialog_set_developers (dialog, (const char **) developers);
  adw_about_dialog_set_copyright (dialog, _("© 2026 The Hữu Nghị authors"));
  add_libraries (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  hn_help_window_present (user_data, g_variant_get_string (parameter, NULL));
}

/* --- all of them --------------------------------------------------------- */

/**
 * hn_application_install_actions:
 *
 * Adds the actions of the application.
 */
void
hn_application_install_actions (HnApplication *self)
{
  const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action, .parameter_type = "s" },
    { .name = "open-register", .activate = open_register_action, .parameter_type = "s" },
    { .name = "renew-register", .activate = renew_register_action, .parameter_type = "(ss)" },
    { .name = "new-sample", .activate = new_sample_action },
    { .name = "open-record", .activate = open_record_action, .parameter_type = "(ssx)" },
    { .name = "find", .activate = find_action, .parameter_type = "(ss)" },
    { .name = "show-submissions", .activate = show_submissions_action, .parameter_type = "s" },
  };
  const char *const quit[] = { "<Control>q", NULL };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit);
}
