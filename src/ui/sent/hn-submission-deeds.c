/* What is done with a report that was sent: opened, saved out, compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-submission-deeds.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "hn-comparison-page.h"
#include "hn-failure.h"
#include "hn-file-open.h"
#include "hn-sent.h"
#include "hn-toast.h"

typedef struct
{
  GtkWidget *parent;
  HnContext *context;
  gint64 id;
} Deed;

static Deed *
deed_new (GtkWidget *parent,
          HnContext *context,
          gint64     id)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->parent = g_object_ref (parent);
  deed->context = g_object_ref (context);
  deed->id = id;

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->parent);
  g_object_unref (deed->context);
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
  g_autoptr (GFile) file = hn_submission_unpack_finish (HN_STORE (source), result, &error);

  if (file != NULL)
    hn_file_open (deed->parent, file, _("The Workbook Cannot Be Opened"));
  else
    hn_failure_show (deed->parent, _("The Workbook Cannot Be Opened"), error);
}

/**
 * hn_submission_open:
 * @parent: over which is said if it does not work
 *
 * Shows the workbook as it was sent in the program that the person uses for workbooks.
 */
void
hn_submission_open (GtkWidget *parent,
                    HnContext *context,
                    gint64     id)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hn_submission_unpack_async (hn_context_get_store (context), id, NULL, unpacked_cb, deed_new (parent, context, id));
}

/* --- saved out ----------------------------------------------------------- */

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  if (hn_submission_export_finish (HN_STORE (source), result, &error))
    hn_toast_say (deed->parent, _("The workbook is written as it was sent"));
  else
    hn_failure_show (deed->parent, _("The Workbook Cannot Be Saved"), error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    {
      HnStore *store = hn_context_get_store (deed->context);
      gint64 id = deed->id;

      hn_submission_export_async (store, id, path, NULL, exported_cb, g_steal_pointer (&deed));
      return;
    }
  if (file != NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("A workbook can only be written into a folder of this computer. Choose another one."));
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hn_failure_show (deed->parent, _("The Workbook Cannot Be Saved"), error);
}

/**
 * hn_submission_save:
 * @parent: over which is asked where
 *
 * Writes the workbook again, byte for byte as it was sent.
 */
void
hn_submission_save (GtkWidget *parent,
                    HnContext *context,
                    gint64     id)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  record = hn_register_load (hn_context_get_reader (context), hn_kind_lookup ("submission"), id, &error);
  if (record == NULL)
    {
      hn_failure_show (parent, _("The Workbook Cannot Be Saved"), error);
      return;
    }
  name = hn_submission_file_name (record);
  gtk_file_dialog_set_title (dialog, _("Save the Workbook"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (parent), NULL, place_chosen_cb, deed_new (parent, context, id));
}

/* --- compared ------------------------------------------------------------ */

/**
 * hn_submission_show_changes:
 * @parent: in a navigation view, on which the page comes
 *
 * Shows what would be counted otherwise today.
 */
void
hn_submission_show_changes (GtkWidget *parent,
                            HnContext *context,
                            gint64     id)
{
  GtkWidget *navigation;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  navigation = gtk_widget_get_ancestor (parent, ADW_TYPE_NAVIGATION_VIEW);
  g_return_if_fail (navigation != NULL);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), hn_comparison_page_new (context, id));
}
