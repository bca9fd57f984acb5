/* The workbook of a year: which year, where to, and how far it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-export.h"
#include "hn-report-years.h"

struct _HnExportDialog
{
  AdwDialog parent_instance;

  HnContext *context;
  HnReportYears *years;
  HnExport *export;
  GCancellable *cancellable;
  GFile *file;

  GtkWidget *export_button;
  AdwBanner *failure_banner;
  GtkStack *faces;
  AdwComboRow *year_row;
  AdwActionRow *period_row;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnExportDialog, hn_export_dialog, ADW_TYPE_DIALOG)

static const HnPeriod *
get_period (HnExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->year_row);

  if (self->years == NULL || selected >= self->years->periods->len)
    return NULL;

  return g_ptr_array_index (self->years->periods, selected);
}

static void
year_changed_cb (HnExportDialog *self)
{
  const HnPeriod *period = get_period (self);
  g_autofree char *from = NULL, *to = NULL, *days = NULL;

  gtk_widget_set_sensitive (self->export_button, period != NULL);
  if (period == NULL)
    return;

  from = hn_date_print (period->from);
  to = hn_date_print (period->to);
  days = g_strdup_printf ("%s – %s", from, to);
  adw_action_row_set_subtitle (self->period_row, days);
}

static void
show_failure (HnExportDialog *self,
              const GError   *error)
{
  adw_banner_set_title (self->failure_banner, error->message);
  adw_banner_set_revealed (self->failure_banner, TRUE);
}

static void
show_choice (HnExportDialog *self)
{
  gtk_stack_set_visible_child_name (self->faces, "choose");
  gtk_widget_set_visible (self->export_button, TRUE);
}

static void
progress_cb (HnExportDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, hn_export_get_progress (self->export));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HnExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hn_export_run_finish (HN_EXPORT (source), result, &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, self->file);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  show_choice (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static void
start (HnExportDialog *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *label = g_strdup_printf (_("Writing “%s”…"), name);

  gtk_label_set_label (self->progress_label, label);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->faces, "progress");
  gtk_widget_set_visible (self->export_button, FALSE);

  hn_export_run_async (self->export, get_period (self), path, self->cancellable, exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HnExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) || self->context == NULL)
    return;
  if (file == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (!g_file_is_native (file))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("A workbook can only be written into a folder of this computer. Choose another one."));
      show_failure (self, error);
      return;
    }

  g_set_object (&self->file, file);
  start (self);
}

static GListModel *
workbook_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Excel Workbooks"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
export_cb (HnExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = hn_export_file_name (get_period (self));
  g_autoptr (GListModel) filters = workbook_filters ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  adw_banner_set_revealed (self->failure_banner, FALSE);
  gtk_file_dialog_set_title (dialog, _("Save the Workbook"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

static void
closed_cb (HnExportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
take_years (HnExportDialog *self,
            HnReportYears  *years)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->years = years;
  for (guint i = 0; i < years->periods->len; i++)
    gtk_string_list_append (names, ((const HnPeriod *) g_ptr_array_index (years->periods, i))->name);
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->year_row, years->likely);
  year_changed_cb (self);
}

static void
years_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  HnReportYears *years = hn_report_years_load_finish (HN_STORE (source), result, &error);

  if (years != NULL)
    take_years (self, years);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
}

static void
hn_export_dialog_dispose (GObject *object)
{
  HnExportDialog *self = HN_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->export);
  g_clear_object (&self->file);
  g_clear_pointer (&self->years, hn_report_years_free);

  G_OBJECT_CLASS (hn_export_dialog_parent_class)->dispose (object);
}

static void
hn_export_dialog_finalize (GObject *object)
{
  HnExportDialog *self = HN_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (hn_export_dialog_parent_class)->finalize (object);
}

static void
hn_export_dialog_class_init (HnExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_export_dialog_dispose;
  object_class->finalize = hn_export_dialog_finalize;

  /**
   * HnExportDialog::exported:
   * @file: the workbook
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, faces);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HnExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
}

static void
hn_export_dialog_init (HnExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_export_dialog_new:
 *
 * Closing it stops an export that runs; the chosen name is then as it was before.
 */
AdwDialog *
hn_export_dialog_new (HnContext *context)
{
  HnExportDialog *self;
  HnStore *store;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_EXPORT_DIALOG, NULL);
  store = hn_context_get_store (context);
  self->context = g_object_ref (context);
  self->export = hn_export_new (store);
  g_signal_connect_object (self->export, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  hn_report_years_load_async (store, self->cancellable, years_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
