/* Asking for the file of a copy: to save one, or to restore one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-copy-dialogs.h"

#include <glib/gi18n-lib.h>

#include "hn-copy-out.h"
#include "hn-failure.h"
#include "hn-register-place.h"
#include "hn-toast.h"
#include "hn-work-dialog.h"

#define ENDING ".huunghi"

static GtkFileDialog *
create_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) registers = gtk_file_filter_new ();

  gtk_file_filter_set_name (registers, _("Copies of Registers"));
  gtk_file_filter_add_suffix (registers, "huunghi");
  g_list_store_append (filters, registers);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }

  return dialog;
}

/* --- saving -------------------------------------------------------------- */

/* From the question where to until the copy is there. */
typedef struct
{
  GtkWidget *parent; /* weak */
  HnContext *context;
  GFile *file;
  HnWorkDialog *dialog;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->context);
  g_clear_object (&self->file);
  g_clear_object (&self->dialog);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *message = g_strdup_printf (_("The copy “%s” is there and checked"), name);
  gboolean good = hn_copy_out_finish (HN_STORE (source), result, &error);

  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  hn_work_dialog_done (self->dialog);
  if (self->parent == NULL || gtk_widget_get_root (self->parent) == NULL)
    return;

  if (good)
    hn_toast_say (self->parent, message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (self->parent, _("The Copy Was Not Saved"), error);
}

/* A name that was typed without its ending gets it; about that name nobody was asked whether it may be replaced. */
static GFile *
complete_name (GFile   *file,
               GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL, whole = NULL;

  /* In a sandbox only the very file that was named may be written. */
  if (g_str_has_suffix (base, ENDING)
      || (g_file_peek_path (file) != NULL && hn_register_place_is_lent (g_file_peek_path (file))))
    return g_object_ref (file);

  name = g_strconcat (base, ENDING, NULL);
  folder = g_file_get_parent (file);
  whole = folder != NULL ? g_file_get_child (folder, name) : NULL;
  if (whole == NULL)
    return g_object_ref (file);
  if (!g_file_query_exists (whole, NULL))
    return g_steal_pointer (&whole);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” is there already. Choose another name."), name);

  return NULL;
}

static void
start (Saving *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *title = g_strdup_printf (_("Saving the copy “%s”…"), name);

  /* A copy that is begun is brought to its end, whatever window is closed. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  self->dialog = hn_work_dialog_new (self->parent, title);
  hn_copy_out_async (hn_context_get_store (self->context), self->file, hn_work_dialog_get_gauge (self->dialog),
                     hn_work_dialog_get_cancellable (self->dialog), saved_cb, self);
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->parent == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  self->file = file != NULL ? complete_name (file, &error) : NULL;
  if (self->file != NULL)
    start (g_steal_pointer (&self));
  else
    hn_failure_show (self->parent, _("The Copy Was Not Saved"), error);
}

/**
 * hn_copy_dialogs_save:
 * @parent: over which it is asked, and said that the copy is there
 * @context: of whose register
 *
 * Asks where to, and saves a copy there.
 */
void
hn_copy_dialogs_save (GtkWidget *parent,
                      HnContext *context)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  Saving *saving;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));

  dialog = create_dialog (_("Save a Copy"));
  name = hn_copy_out_name (hn_store_get_path (hn_context_get_store (context)));
  saving = g_new0 (Saving, 1);
  g_set_weak_pointer (&saving->parent, parent);
  saving->context = g_object_ref (context);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, save_chosen_cb, saving);
}

/* --- restoring ----------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent; /* weak */
  HnFileChosen chosen;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_weak_pointer (&self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
open_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->parent == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file != NULL)
    self->chosen (self->parent, file);
  else
    hn_failure_show (self->parent, _("The File Cannot Be Chosen"), error);
}

/**
 * hn_copy_dialogs_open:
 * @parent: over which it is asked
 * @chosen: is called if a file is chosen and @parent is still there
 */
void
hn_copy_dialogs_open (GtkWidget    *parent,
                      HnFileChosen  chosen)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (chosen != NULL);

  dialog = create_dialog (_("Restore from a Copy"));
  opening = g_new0 (Opening, 1);
  g_set_weak_pointer (&opening->parent, parent);
  opening->chosen = chosen;
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, open_chosen_cb, opening);
}
