/* A file that was written, in the program that the person uses for files like it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-file-open.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-toast.h"

typedef struct
{
  GtkWidget *parent;
  char *failure;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->parent);
  g_free (self->failure);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* Nobody is told by a page that was left meanwhile. */
static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && gtk_widget_get_root (self->parent) != NULL)
    hn_failure_show (self->parent, self->failure, error);
}

/**
 * hn_file_open:
 * @parent: over which is said if it does not work
 * @file: is opened by whatever program the person uses for it
 * @failure: the heading of what is said then
 */
void
hn_file_open (GtkWidget  *parent,
              GFile      *file,
              const char *failure)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (parent);
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->failure = g_strdup (failure);
  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb, opening);
}

static void
open_pressed_cb (GtkWidget *parent,
                 AdwToast  *toast)
{
  hn_file_open (parent, g_object_get_data (G_OBJECT (toast), "file"), _("The File Cannot Be Opened"));
}

/**
 * hn_file_say_written:
 *
 * Says that @file is there, with a button that opens it.
 */
void
hn_file_say_written (GtkWidget *parent,
                     GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (_("“%s” is written"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_pressed_cb), parent, G_CONNECT_SWAPPED);
  hn_toast_show (parent, toast);
}
