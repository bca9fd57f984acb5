/* Other registers: chosen, opened in a window of their own, or made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-register-place.h"
#include "hn-window-private.h"

static GListModel *
register_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = gtk_file_filter_new ();

  gtk_file_filter_set_name (registers, _("Registers of Hữu Nghị"));
  gtk_file_filter_add_suffix (registers, "huunghi");
  g_list_store_append (filters, registers);

  return G_LIST_MODEL (filters);
}

/* Where other registers are likely to be: beside this one, unless that is in the program's own folder, which nobody
 * knows. */
static GFile *
find_folder (HnWindow *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  g_autofree char *own = hn_register_place_own ();
  g_autofree char *own_folder = g_path_get_dirname (own);

  if (folder != NULL && !g_str_equal (folder, own_folder) && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (folder);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

static GtkFileDialog *
create_dialog (HnWindow   *self,
               const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = register_filters ();
  g_autoptr (GFile) folder = find_folder (self);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_folder (dialog, folder);

  return dialog;
}

/* The program has one window a register. A window that failed to open one makes room for the one that opens. */
static void
open_file (HnWindow *self,
           GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL)
    return;
  g_application_open (G_APPLICATION (application), &file, 1, "");
  if (self->context == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

/* --- opening ------------------------------------------------------------- */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    open_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hn_failure_show (GTK_WIDGET (self), _("The File Cannot Be Chosen"), error);
}

static void
open_register_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = create_dialog (self, _("Open a Register"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, chosen_cb, g_object_ref (self));
}

static void
open_path_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  open_file (HN_WINDOW (widget), file);
}

/* --- making -------------------------------------------------------------- */

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hn_register_place_finish (result, &error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL)
    open_file (self, file);
  else
    hn_failure_show (GTK_WIDGET (self), _("The Register Was Not Made"), error);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    {
      hn_register_place_new_async (path, made_cb, g_object_ref (self));
      return;
    }
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (error == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("A register can only be in a folder of this computer. Choose another one."));
  hn_failure_show (GTK_WIDGET (self), _("The Register Was Not Made"), error);
}

static void
new_register_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = create_dialog (self, _("New Register"));

  /* Translators: the suggested name of a file; .huunghi stays */
  gtk_file_dialog_set_initial_name (dialog, _("register.huunghi"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, named_cb, g_object_ref (self));
}

/**
 * hn_window_install_files:
 *
 * Installs the actions that lead to other registers.
 */
void
hn_window_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-register", NULL, open_register_action);
  gtk_widget_class_install_action (widget_class, "win.open-path", "s", open_path_action);
  gtk_widget_class_install_action (widget_class, "win.new-register", NULL, new_register_action);
}
