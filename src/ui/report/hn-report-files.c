/* A report into a file: where to, how far it is, and opening it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-report-files.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-file-open.h"
#include "hn-work-dialog.h"

/* From the question where to until the file is there. */
typedef struct
{
  GtkWidget *parent; /* weak */
  HnExport *export;
  HnReportChoice *choice;
  HnExportAs as;
  GFile *file;
  HnWorkDialog *dialog; /* weak */
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->export);
  hn_report_choice_free (self->choice);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* --- when it is there ---------------------------------------------------- */

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = hn_export_run_finish (HN_EXPORT (source), result, &error);

  if (self->dialog != NULL)
    hn_work_dialog_done (self->dialog);
  if (self->parent == NULL || gtk_widget_get_root (self->parent) == NULL)
    return;

  if (good)
    hn_file_say_written (self->parent, self->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (self->parent, _("The Report Cannot Be Written"), error);
}

/* --- where to ------------------------------------------------------------ */

static void
progress_cb (Saving *self)
{
  if (self->dialog != NULL)
    hn_gauge_tell (hn_export_get_progress (self->export), hn_work_dialog_get_gauge (self->dialog));
}

static void
start (Saving *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *title = g_strdup_printf (_("Writing “%s”…"), name);
  HnWorkDialog *dialog = hn_work_dialog_new (self->parent, title);

  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_swapped (self->export, "notify::progress", G_CALLBACK (progress_cb), self);
  hn_export_run_async (self->export, self->choice, self->as, path, hn_work_dialog_get_cancellable (dialog), exported_cb,
                       self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->as == HN_EXPORT_WORKBOOKS)
    self->file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  else
    self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->parent == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (self->file != NULL && !g_file_is_native (self->file))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("A report can only be written into a folder of this computer. Choose another one."));
      g_clear_object (&self->file);
    }
  if (self->file == NULL)
    {
      hn_failure_show (self->parent, _("The Report Cannot Be Written"), error);
      return;
    }

  start (g_steal_pointer (&self));
}

static GListModel *
list_filters (gboolean pdf)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, pdf ? _("PDF Documents") : _("Excel Workbooks"));
  gtk_file_filter_add_suffix (filter, pdf ? "pdf" : "xlsx");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static char *
suggest_name (const HnReport *report,
              gboolean        pdf)
{
  g_autofree char *name = hn_report_file_name (report);
  g_autoptr (GString) changed = g_string_new (name);

  if (pdf)
    g_string_replace (changed, ".xlsx", ".pdf", 0);

  return g_string_free_and_steal (g_steal_pointer (&changed));
}

static void
ask_file (GtkFileDialog  *dialog,
          GtkWidget      *parent,
          const HnReport *report,
          Saving         *saving)
{
  gboolean pdf = saving->as == HN_EXPORT_PDF;
  g_autofree char *name = suggest_name (report, pdf);
  g_autoptr (GListModel) filters = list_filters (pdf);

  gtk_file_dialog_set_title (dialog, pdf ? _("Save the Pages") : _("Save the Workbook"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb, saving);
}

static void
ask_folder (GtkFileDialog *dialog,
            GtkWidget     *parent,
            Saving        *saving)
{
  gtk_file_dialog_set_title (dialog, _("Folder of the Workbooks"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb, saving);
}

/**
 * hn_report_save_present:
 * @parent: over which it is asked, and said that the file is there
 * @report: as it is shown, by which the file is called
 * @as: what is written
 *
 * Asks where to, and writes the report there.
 */
void
hn_report_save_present (GtkWidget            *parent,
                        HnContext            *context,
                        const HnReportChoice *choice,
                        const HnReport       *report,
                        HnExportAs            as)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->parent, parent);
  saving->export = hn_export_new (hn_context_get_store (context));
  saving->choice = hn_report_choice_copy (choice);
  saving->as = as;
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }

  if (as == HN_EXPORT_WORKBOOKS)
    ask_folder (dialog, parent, saving);
  else
    ask_file (dialog, parent, report, saving);
}
