/* One value for a field of several records at once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-bulk-edit.h"

#include <glib/gi18n-lib.h>

#include "hn-bulk-change.h"
#include "hn-bulk-refusals.h"
#include "hn-count.h"
#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-field-row.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

struct _HnBulkEdit
{
  AdwDialog parent_instance;

  HnContext *context;
  const HnKind *kind;
  GArray *ids;
  GPtrArray *fields;     /* of HnField, as the rows of field_row after its first */
  HnEdit *edit;          /* of a record with nothing but the value, or NULL before a field is chosen */
  const HnField *field;
  GtkWidget *value_row;  /* an HnFieldRow, the group's */
  HnGauge *gauge;
  GCancellable *cancellable;
  char *done;            /* what is said when it is done */

  GtkWidget *change_button;
  AdwBanner *failure_banner;
  GtkStack *faces;
  AdwPreferencesGroup *value_group;
  AdwComboRow *field_row;
  AdwSwitchRow *empty_row;
  GtkLabel *preview_label;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  HnBulkRefusals *refusals;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnBulkEdit, hn_bulk_edit, ADW_TYPE_DIALOG)

/* --- what is chosen ------------------------------------------------------ */

static gboolean
makes_empty (HnBulkEdit *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->empty_row)) && adw_switch_row_get_active (self->empty_row);
}

static gboolean
is_looked_up (const HnField *field)
{
  return field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY;
}

/* (nullable): what stands in the row and is no value yet */
static const char *
get_typed (HnBulkEdit *self)
{
  return hn_draft_get_typed (hn_edit_get_draft (self->edit), self->field);
}

/* (nullable): the value as it is printed */
static char *
print_value (HnBulkEdit *self)
{
  const HnRecord *record = hn_draft_get_record (hn_edit_get_draft (self->edit));
  const char *typed = get_typed (self);
  g_auto (GStrv) names = NULL;

  if (typed != NULL)
    return is_looked_up (self->field) && *typed != '\0' ? g_strdup (typed) : NULL;
  if (hn_record_get (record, self->field->name) == NULL)
    return NULL;
  if ((self->field->flags & HN_FIELD_MULTIPLE) == 0)
    return hn_record_print (record, self->field->name);

  names = hn_edit_list_values (self->edit, self->field);

  return g_strjoinv ("; ", names);
}

/* (nullable): "37 events: Area → Yên Thế" */
static char *
describe (HnBulkEdit *self)
{
  g_autofree char *value = NULL;
  g_autofree char *count = NULL;

  if (self->field == NULL)
    return NULL;
  value = makes_empty (self) ? g_strdup (C_("value of a field", "empty")) : print_value (self);
  if (value == NULL)
    return NULL;
  count = hn_count_records (self->kind, self->ids->len);

  /* Translators: "37 events: Area → Yên Thế" */
  return g_strdup_printf (_("%s: %s → %s"), count, hn_field_get_label (self->field), value);
}

static void
update_preview (HnBulkEdit *self)
{
  g_autofree char *preview = describe (self);

  gtk_label_set_label (self->preview_label, preview != NULL ? preview : "");
  gtk_widget_set_visible (GTK_WIDGET (self->preview_label), preview != NULL);
}

static void
edited_cb (HnBulkEdit *self)
{
  if (self->value_row == NULL)
    return;

  hn_field_row_update (HN_FIELD_ROW (self->value_row));
  adw_banner_set_revealed (self->failure_banner, FALSE);
  update_preview (self);
}

static void
empty_changed_cb (HnBulkEdit *self)
{
  if (self->value_row != NULL)
    gtk_widget_set_sensitive (self->value_row, !makes_empty (self));
  adw_banner_set_revealed (self->failure_banner, FALSE);
  update_preview (self);
}

/* --- choosing a field ---------------------------------------------------- */

static void
drop_value_row (HnBulkEdit *self)
{
  if (self->value_row != NULL)
    adw_preferences_group_remove (self->value_group, self->value_row);
  self->value_row = NULL;
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  g_clear_object (&self->edit);
  self->field = NULL;
}

/* The row stands between that of the field and that which empties it. */
static void
add_value_row (HnBulkEdit    *self,
               const HnField *field)
{
  g_autoptr (HnRecord) record = hn_record_new_empty (self->kind);
  g_autoptr (GtkWidget) empty_row = g_object_ref (GTK_WIDGET (self->empty_row));

  self->field = field;
  self->edit = hn_edit_new (self->context, record);
  self->value_row = hn_field_row_new (self->edit, field);
  g_signal_connect_object (self->edit, "notify::draft", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "notify::problems", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_group_remove (self->value_group, empty_row);
  adw_preferences_group_add (self->value_group, self->value_row);
  adw_preferences_group_add (self->value_group, empty_row);
}

static void
field_changed_cb (HnBulkEdit *self)
{
  guint selected = adw_combo_row_get_selected (self->field_row);
  const HnField *field =
    self->fields != NULL && selected > 0 && selected <= self->fields->len ? self->fields->pdata[selected - 1] : NULL;

  if (self->context == NULL || field == self->field)
    return;

  drop_value_row (self);
  if (field != NULL)
    add_value_row (self, field);
  adw_switch_row_set_active (self->empty_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_row), field != NULL && (field->flags & HN_FIELD_REQUIRED) == 0);
  adw_banner_set_revealed (self->failure_banner, FALSE);
  update_preview (self);
}

/* --- changing ------------------------------------------------------------ */

static void
show_failure (HnBulkEdit *self,
              const char *message)
{
  hn_failure_reveal (self->failure_banner, message);
}

static void
show_choice (HnBulkEdit *self)
{
  gtk_stack_set_visible_child_name (self->faces, "choose");
  gtk_widget_set_visible (self->change_button, TRUE);
}

static void
back_cb (HnBulkEdit *self)
{
  show_choice (self);
  gtk_widget_grab_focus (self->value_row);
}

static void
progress_cb (HnBulkEdit *self)
{
  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, hn_gauge_get_progress (self->gauge));
}

static void
changed_cb (GObject      *source,
            GAsyncResult *answer,
            gpointer      user_data)
{
  g_autoptr (HnBulkEdit) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnBulkResult) result = hn_bulk_change_finish (HN_STORE (source), answer, &error);

  if (self->context == NULL)
    return;

  if (result != NULL && result->refusals->len == 0)
    {
      g_signal_emit (self, signals[CHANGED], 0, self->done, result->change);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (result != NULL)
    {
      hn_bulk_refusals_show (self->refusals, self->kind, result->refusals);
      gtk_stack_set_visible_child_name (self->faces, "refused");
      return;
    }
  show_choice (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static void
start (HnBulkEdit *self,
       const char *title)
{
  const HnRecord *record = hn_draft_get_record (hn_edit_get_draft (self->edit));
  gboolean empty = makes_empty (self);
  const char *words = empty ? NULL : get_typed (self);
  GVariant *value = empty || words != NULL ? NULL : hn_record_get (record, self->field->name);

  g_set_str (&self->done, title);
  gtk_label_set_label (self->progress_label, title);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->faces, "progress");
  gtk_widget_set_visible (self->change_button, FALSE);

  hn_bulk_change_async (hn_context_get_store (self->context), title, self->kind, self->ids, self->field, value, words,
                        self->gauge, self->cancellable, changed_cb, g_object_ref (self));
}

/* Whether the value may be tried; if not, the eye is taken to what is wrong with it. */
static gboolean
check_value (HnBulkEdit *self)
{
  g_autofree char *value = NULL;

  if (makes_empty (self))
    return TRUE;

  hn_edit_leave (self->edit, self->field);
  value = print_value (self);
  if (value != NULL && (get_typed (self) != NULL || hn_edit_get_problem (self->edit, self->field) == NULL))
    return TRUE;

  if (value == NULL && get_typed (self) == NULL)
    show_failure (self, (self->field->flags & HN_FIELD_REQUIRED) != 0
                          ? _("Give a value.")
                          : _("Give a value, or choose to make the field empty."));
  gtk_widget_grab_focus (self->value_row);

  return FALSE;
}

static void
change_cb (HnBulkEdit *self)
{
  g_autofree char *title = NULL;

  if (!gtk_widget_get_visible (self->change_button))
    return;
  adw_banner_set_revealed (self->failure_banner, FALSE);
  if (self->field == NULL)
    {
      show_failure (self, _("Choose the field that is to be changed."));
      gtk_widget_grab_focus (GTK_WIDGET (self->field_row));
      return;
    }
  if (!check_value (self))
    return;

  title = describe (self);
  start (self, title);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  change_cb (HN_BULK_EDIT (widget));
}

static void
closed_cb (HnBulkEdit *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_bulk_edit_dispose (GObject *object)
{
  HnBulkEdit *self = HN_BULK_EDIT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);
  self->value_row = NULL;
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_BULK_EDIT);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_bulk_edit_parent_class)->dispose (object);
}

static void
hn_bulk_edit_finalize (GObject *object)
{
  HnBulkEdit *self = HN_BULK_EDIT (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_object_unref (self->gauge);
  g_object_unref (self->cancellable);
  g_free (self->done);

  G_OBJECT_CLASS (hn_bulk_edit_parent_class)->finalize (object);
}

static void
hn_bulk_edit_class_init (HnBulkEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_bulk_edit_dispose;
  object_class->finalize = hn_bulk_edit_finalize;

  /**
   * HnBulkEdit::changed:
   * @what: "37 events: Area → Yên Thế"
   * @change: the number of the change
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "bulk.change", NULL, change_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "bulk.change", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "bulk.change", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-bulk-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, change_button);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, faces);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, value_group);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, field_row);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, empty_row);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, preview_label);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HnBulkEdit, refusals);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
hn_bulk_edit_init (HnBulkEdit *self)
{
  self->gauge = hn_gauge_new ();
  self->cancellable = g_cancellable_new ();
  g_type_ensure (HN_TYPE_BULK_REFUSALS);
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->field_row));
  g_signal_connect_object (self->gauge, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (HnBulkEdit *self)
{
  g_autofree char *count = hn_count_records (self->kind, self->ids->len);
  /* Translators: %s is "37 events" */
  g_autofree char *title = g_strdup_printf (_("Change %s"), count);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (labels, hn_field_get_label (g_ptr_array_index (self->fields, i)));
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (labels));
  update_preview (self);
}

/**
 * hn_bulk_edit_new:
 * @kind: a kind or view
 * @ids: (element-type gint64): which of its records
 *
 * Closing it while records are changed leaves all of them as they were.
 */
AdwDialog *
hn_bulk_edit_new (HnContext    *context,
                  const HnKind *kind,
                  GArray       *ids)
{
  HnBulkEdit *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (kind != NULL && ids != NULL, NULL);

  self = g_object_new (HN_TYPE_BULK_EDIT, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->ids = g_array_copy (ids);
  self->fields = hn_bulk_fields (kind);
  fill (self);

  return ADW_DIALOG (self);
}

static void
say_changed_cb (GtkWidget  *parent,
                const char *what,
                gint64      change,
                HnBulkEdit *dialog)
{
  hn_toast_show (parent, hn_undo_toast_new_saying (parent, dialog->context, what, change));
}

/**
 * hn_bulk_edit_present:
 * @parent: over which the dialog comes up, and where an undo is offered
 */
void
hn_bulk_edit_present (GtkWidget    *parent,
                      HnContext    *context,
                      const HnKind *kind,
                      GArray       *ids)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ids != NULL);

  if (ids->len == 0)
    return;

  dialog = hn_bulk_edit_new (context, kind, ids);
  g_signal_connect_object (dialog, "changed", G_CALLBACK (say_changed_cb), parent, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}
