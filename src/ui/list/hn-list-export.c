/* A list as a plain .xlsx or .csv: what goes in, where to, and how far it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-list-export.h"

#include <glib/gi18n-lib.h>

#include "hn-count.h"
#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-file-open.h"
#include "hn-list-save.h"

/* As the rows of format_row. */
static const char *const suffixes[] = { "xlsx", "csv" };

/* As the rows of columns_row. */
enum
{
  COLUMNS_SHOWN,
  COLUMNS_ALL,
};

struct _HnListExport
{
  AdwDialog parent_instance;

  HnContext *context;
  const HnKind *kind;
  GPtrArray *shown; /* of HnField */
  GPtrArray *all;   /* of HnField */
  GArray *ids;
  char *filter;
  HnGauge *gauge;
  GCancellable *cancellable;
  GFile *file;

  GtkWidget *export_button;
  AdwBanner *failure_banner;
  GtkStack *faces;
  AdwPreferencesGroup *choose_group;
  AdwComboRow *format_row;
  AdwComboRow *columns_row;
  AdwSwitchRow *sensitive_row;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnListExport, hn_list_export, ADW_TYPE_DIALOG)

/* --- what goes in -------------------------------------------------------- */

static GPtrArray *
get_columns (HnListExport *self)
{
  return adw_combo_row_get_selected (self->columns_row) == COLUMNS_ALL ? self->all : self->shown;
}

static gboolean
is_sensitive (const HnField *field)
{
  return (field->flags & HN_FIELD_SENSITIVE) != 0;
}

/* What is sensitive only goes in if the person says so (NĐ 356/2025, Điều 4). */
static GPtrArray *
list_chosen (HnListExport *self)
{
  GPtrArray *columns = get_columns (self), *chosen = g_ptr_array_new ();
  gboolean sensitive =
    gtk_widget_get_visible (GTK_WIDGET (self->sensitive_row)) && adw_switch_row_get_active (self->sensitive_row);

  for (guint i = 0; i < columns->len; i++)
    if (sensitive || !is_sensitive (g_ptr_array_index (columns, i)))
      g_ptr_array_add (chosen, g_ptr_array_index (columns, i));

  return chosen;
}

static void
choice_changed_cb (HnListExport *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *joined = NULL;
  GPtrArray *columns;

  if (self->context == NULL)
    return;

  columns = get_columns (self);
  for (guint i = 0; i < columns->len; i++)
    if (is_sensitive (g_ptr_array_index (columns, i)))
      g_strv_builder_add (builder, hn_field_get_label (g_ptr_array_index (columns, i)));
  labels = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", labels);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sensitive_row), joined);
  gtk_widget_set_visible (GTK_WIDGET (self->sensitive_row), labels[0] != NULL);
}

/* --- writing ------------------------------------------------------------- */

static void
show_failure (HnListExport *self,
              const char   *message)
{
  hn_failure_reveal (self->failure_banner, message);
}

static void
progress_cb (HnListExport *self)
{
  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, hn_gauge_get_progress (self->gauge));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnListExport) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hn_list_save_finish (HN_STORE (source), result, &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, self->file);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->context == NULL)
    return;

  gtk_stack_set_visible_child_name (self->faces, "choose");
  gtk_widget_set_visible (self->export_button, TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static void
start (HnListExport *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *message = g_strdup_printf (_("Writing “%s”…"), name);
  g_autoptr (GPtrArray) fields = list_chosen (self);
  g_autoptr (HnPlainList) list = hn_plain_list_new (self->kind, fields, self->ids, self->filter);

  gtk_label_set_label (self->progress_label, message);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->faces, "progress");
  gtk_widget_set_visible (self->export_button, FALSE);

  hn_list_save_async (hn_context_get_store (self->context), list, path, self->gauge, self->cancellable, saved_cb,
                      g_object_ref (self));
}

/* A name that was typed without an ending gets that of the chosen format. */
static GFile *
complete_name (HnListExport *self,
               GFile        *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *ending = g_strconcat (".", suffixes[i], NULL);

      if (g_str_has_suffix (lower, ending))
        return g_object_ref (file);
    }
  whole = g_strconcat (path, ".", suffixes[adw_combo_row_get_selected (self->format_row)], NULL);

  return g_file_new_for_path (whole);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HnListExport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->context == NULL || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file == NULL || !g_file_is_native (file))
    {
      show_failure (self, file == NULL
                            ? error->message
                            : _("A list can only be written into a folder of this computer. Choose another one."));
      return;
    }

  g_clear_object (&self->file);
  self->file = complete_name (self, file);
  /* About the name without its ending nobody was asked whether it may be replaced. */
  if (!g_file_equal (self->file, file) && g_file_query_exists (self->file, NULL))
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *message = g_strdup_printf (_("“%s” is there already. Choose another name."), name);

      show_failure (self, message);
      return;
    }
  start (self);
}

static GtkFileFilter *
filter_new (guint format)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, format == 0 ? _("Excel Workbooks") : _("Separated Text"));
  gtk_file_filter_add_suffix (filter, suffixes[format]);

  return filter;
}

static GListModel *
list_filters (guint format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GtkFileFilter) filter = filter_new ((format + i) % G_N_ELEMENTS (suffixes));

      g_list_store_append (filters, filter);
    }

  return G_LIST_MODEL (filters);
}

static void
export_cb (HnListExport *self)
{
  guint format = adw_combo_row_get_selected (self->format_row);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters (format);
  g_autofree char *name = hn_plain_list_file_name (self->kind, suffixes[format]);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  adw_banner_set_revealed (self->failure_banner, FALSE);
  gtk_file_dialog_set_title (dialog, _("Save the List"));
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
closed_cb (HnListExport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_list_export_dispose (GObject *object)
{
  HnListExport *self = HN_LIST_EXPORT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_LIST_EXPORT);

  G_OBJECT_CLASS (hn_list_export_parent_class)->dispose (object);
}

static void
hn_list_export_finalize (GObject *object)
{
  HnListExport *self = HN_LIST_EXPORT (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->filter);
  g_object_unref (self->gauge);
  g_object_unref (self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (hn_list_export_parent_class)->finalize (object);
}

static void
hn_list_export_class_init (HnListExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_list_export_dispose;
  object_class->finalize = hn_list_export_finalize;

  /**
   * HnListExport::exported:
   * @file: what was written
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-list-export.ui");
  gtk_widget_class_bind_template_child (widget_class, HnListExport, export_button);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, faces);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, choose_group);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, format_row);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, columns_row);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, sensitive_row);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HnListExport, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
hn_list_export_init (HnListExport *self)
{
  self->gauge = hn_gauge_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Mostly all is right as it is. */
  hn_dialog_begin_at (ADW_DIALOG (self), self->export_button);
  g_signal_connect_object (self->gauge, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

static GPtrArray *
list_all (const HnKind *kind)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != HN_TYPE_BYTES)
      g_ptr_array_add (all, (gpointer) &kind->fields[i]);

  return all;
}

static void
fill (HnListExport *self)
{
  g_autofree char *count = hn_count_records (self->kind, self->ids->len);
  g_autofree char *shown = g_strdup_printf (_("As shown in the list (%u)"), self->shown->len);
  g_autofree char *all = g_strdup_printf (_("All fields (%u)"), self->all->len);
  const char *const choices[] = { shown, all, NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);
  g_autofree char *description = self->filter != NULL ? g_strjoin (" · ", count, self->filter, NULL) : NULL;
  g_autofree char *markup = g_markup_escape_text (description != NULL ? description : count, -1);

  adw_combo_row_set_model (self->columns_row, G_LIST_MODEL (model));
  adw_preferences_group_set_description (self->choose_group, markup);
  choice_changed_cb (self);
}

/**
 * hn_list_export_new:
 * @kind: a kind or view
 * @fields: (element-type HnField): the columns that are shown, in their order
 * @ids: (element-type gint64): the records in their order
 * @filter: (nullable): what the list is filtered by, in words
 *
 * Closing it stops an export that runs; the chosen name is then as it was before.
 */
AdwDialog *
hn_list_export_new (HnContext    *context,
                    const HnKind *kind,
                    GPtrArray    *fields,
                    GArray       *ids,
                    const char   *filter)
{
  HnListExport *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (kind != NULL && fields != NULL && ids != NULL, NULL);

  self = g_object_new (HN_TYPE_LIST_EXPORT, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->shown = g_ptr_array_copy (fields, NULL, NULL);
  g_ptr_array_set_free_func (self->shown, NULL);
  self->all = list_all (kind);
  self->ids = g_array_copy (ids);
  self->filter = filter != NULL && *filter != '\0' ? g_strdup (filter) : NULL;
  fill (self);

  return ADW_DIALOG (self);
}

/* --- shown --------------------------------------------------------------- */

/**
 * hn_list_export_present_filtered:
 * @parent: over which the dialog comes up, and where it is said that the file is written
 * @filter: (nullable): what the list is filtered by, in words; stands in the file
 */
void
hn_list_export_present_filtered (GtkWidget    *parent,
                                 HnContext    *context,
                                 const HnKind *kind,
                                 GPtrArray    *fields,
                                 GArray       *ids,
                                 const char   *filter)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = hn_list_export_new (context, kind, fields, ids, filter);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (hn_file_say_written), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}
