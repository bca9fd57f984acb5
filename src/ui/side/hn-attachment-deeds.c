/* What is done with an attachment: opened, saved out, deleted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-deeds.h"

#include <glib/gi18n-lib.h>

#include "hn-attachment-files.h"
#include "hn-failure.h"
#include "hn-file-open.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

typedef struct
{
  GtkWidget *parent;
  HnContext *context;
  HnAttachment *attachment;
} Deed;

static Deed *
deed_new (GtkWidget    *parent,
          HnContext    *context,
          HnAttachment *attachment)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->parent = g_object_ref (parent);
  deed->context = g_object_ref (context);
  deed->attachment = g_object_ref (attachment);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->parent);
  g_object_unref (deed->context);
  g_object_unref (deed->attachment);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- opened -------------------------------------------------------------- */

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = hn_attachment_unpack_finish (HN_STORE (source), result, &error);

  if (file != NULL)
    hn_file_open (deed->parent, file, _("The Attachment Cannot Be Opened"));
  else
    hn_failure_show (deed->parent, _("The Attachment Cannot Be Opened"), error);
}

/**
 * hn_attachment_open:
 * @parent: over which is said if it does not work
 *
 * Shows an attachment in the program that the person uses for files like it.
 */
void
hn_attachment_open (GtkWidget    *parent,
                    HnContext    *context,
                    HnAttachment *attachment)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hn_attachment_unpack_async (hn_context_get_store (context), attachment, NULL, unpacked_cb,
                              deed_new (parent, context, attachment));
}

/* --- saved out ----------------------------------------------------------- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!hn_attachment_write_finish (HN_STORE (source), result, &error))
    {
      hn_failure_show (deed->parent, _("The Attachment Cannot Be Saved"), error);
      return;
    }

  message = g_strdup_printf (_("“%s” is saved"), hn_attachment_get_name (deed->attachment));
  hn_toast_say (deed->parent, message);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    {
      HnStore *store = hn_context_get_store (deed->context);
      HnAttachment *attachment = deed->attachment;

      hn_attachment_write_async (store, attachment, file, NULL, written_cb, g_steal_pointer (&deed));
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hn_failure_show (deed->parent, _("The Attachment Cannot Be Saved"), error);
}

/**
 * hn_attachment_save:
 * @parent: over which is asked where
 *
 * Saves an attachment as a file.
 */
void
hn_attachment_save (GtkWidget    *parent,
                    HnContext    *context,
                    HnAttachment *attachment)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  name = hn_attachment_make_file_name (attachment);
  gtk_file_dialog_set_title (dialog, _("Save the Attachment"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (parent), NULL, place_chosen_cb, deed_new (parent, context, attachment));
}

/* --- deleted ------------------------------------------------------------- */

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  gint64 change;

  if (hn_store_delete_finish (HN_STORE (source), result, &change, &error))
    hn_toast_show (deed->parent,
                   hn_undo_toast_new (deed->parent, deed->context, hn_attachment_get_name (deed->attachment), change));
  else
    hn_failure_show (deed->parent, _("The Attachment Cannot Be Deleted"), error);
}

/**
 * hn_attachment_delete:
 * @parent: over which is said that it is deleted
 *
 * Deletes an attachment at once, and offers to undo that.
 */
void
hn_attachment_delete (GtkWidget    *parent,
                      HnContext    *context,
                      HnAttachment *attachment)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hn_store_delete_async (hn_context_get_store (context), hn_kind_lookup ("attachment"),
                         hn_attachment_get_id (attachment), HN_DELETE_ALONE, 0, NULL, deleted_cb,
                         deed_new (parent, context, attachment));
}
