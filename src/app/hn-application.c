/* The program with a display: one process, with a window a register.
 *
 *   huu-nghi                    the last register, or how one begins      activate
 *   huu-nghi REGISTER           that register, where it is                command_line
 *   huu-nghi --restore [COPY]   what shall become of a copy               command_line
 *   the file manager            the same                                  open
 *
 * A second start hands what it was given to the first, and ends.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "hn-application-private.h"

#include "hn-appearance.h"
#include "hn-help-window.h"
#include "hn-language.h"
#include "hn-register-place.h"
#include "hn-toolkit-words.h"
#include "hn-ui.h"

#define RESTORE "restore"

G_DEFINE_FINAL_TYPE (HnApplication, hn_application, ADW_TYPE_APPLICATION)

/* --- starting ------------------------------------------------------------ */

/* What the program keeps, or has open, is opened; of anything else it is asked what shall become of it. */
static void
restore (HnApplication *self,
         GFile         *file)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL && (hn_register_place_is_own (path) || hn_application_find_window (self, path) != NULL))
    hn_application_open_register (self, path);
  else
    hn_window_restore (hn_application_present (self), file);
}

static void
open_in_place (HnApplication *self,
               GFile         *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *uri = path == NULL ? g_file_get_uri (file) : NULL;

  /* A file without its folder is no place for a register. */
  if (path != NULL && hn_register_place_is_lent (path))
    restore (self, file);
  else
    hn_application_open_register (self, path != NULL ? path : uri);
}

static void
hn_application_activate (GApplication *application)
{
  hn_application_present (HN_APPLICATION (application));
}

static void
hn_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    restore (HN_APPLICATION (application), files[i]);
}

static int
hn_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  HnApplication *self = HN_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names) || names[0] == NULL)
    {
      g_application_activate (application);
      return 0;
    }

  for (int i = 0; names[i] != NULL; i++)
    {
      /* Relative to where the second start was made. */
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, names[i]);

      if (g_variant_dict_contains (options, RESTORE))
        restore (self, file);
      else
        open_in_place (self, file);
    }

  return 0;
}

/* --- the language -------------------------------------------------------- */

static void
use_language (HnApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  hn_language_use (language, self->languages);
}

/* What is there is not translated again: a window in another language is another window. */
static void
language_changed_cb (HnApplication *self)
{
  GList *windows;

  use_language (self);
  hn_help_window_renew (GTK_APPLICATION (self));
  windows = hn_application_list_windows (self);
  for (GList *window = windows; window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data))
      hn_application_renew_window (self, window->data);
  g_list_free_full (windows, g_object_unref);
}

/* --- the object ---------------------------------------------------------- */

static G_NORETURN void
end_without_display (void)
{
  g_printerr ("huu-nghi: %s\n",
              _("There is no display to show the window on. Start Hữu Nghị from the desktop, or see what "
                "the command line can do: huu-nghi --help"));
  exit (EXIT_FAILURE);
}

static void
hn_application_startup (GApplication *application)
{
  HnApplication *self = HN_APPLICATION (application);

  /* GTK would warn in its own words, and end. */
  if (!gtk_init_check ())
    end_without_display ();
  hn_ui_init ();
  G_APPLICATION_CLASS (hn_application_parent_class)->startup (application);
  hn_toolkit_words_bind ();
  hn_appearance_follow (HN_APPLICATION (application)->settings);

  hn_application_install_actions (self);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  application_class->command_line = hn_application_command_line;
}

static void
hn_application_init (HnApplication *self)
{
  const GOptionEntry options[] = {
    { RESTORE, 0, 0, G_OPTION_ARG_NONE, NULL, N_("Ask what shall become of a copy of a register"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  self->settings = g_settings_new (HN_APPLICATION_ID);
  self->languages = g_strdup (g_getenv ("LANGUAGE"));
  /* Before the first word is translated. */
  use_language (self);
  gtk_window_set_default_icon_name (HN_APPLICATION_ID);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * hn_application_new:
 *
 * Without a session bus, each start is a program of its own; they see each other's changes in the file.
 */
GApplication *
hn_application_new (void)
{
  return g_object_new (HN_TYPE_APPLICATION, "application-id", HN_APPLICATION_ID, "resource-base-path", HN_RESOURCE_PATH,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE
                         | G_APPLICATION_CAN_OVERRIDE_APP_ID,
                       NULL);
}
