/* The form of one record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-editor.h"

#include <glib/gi18n-lib.h>

#include "hn-edit.h"
#include "hn-field-row.h"
#include "hn-tabs.h"

struct _HnEditor
{
  AdwDialog parent_instance;

  HnEdit *edit;
  GPtrArray *rows; /* of HnFieldRow, owned by the groups */

  GtkWidget *save_button;
  AdwBanner *failure_banner;
  AdwPreferencesGroup *main_group;
  AdwPreferencesGroup *more_group;
  AdwExpanderRow *more_row;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnEditor, hn_editor, ADW_TYPE_DIALOG)

static gboolean
is_detail (HnEditor   *self,
           HnFieldRow *row)
{
  return gtk_widget_is_ancestor (GTK_WIDGET (row), GTK_WIDGET (self->more_row));
}

/* Fields that do not apply are not there. */
static void
update_rows (HnEditor *self)
{
  HnDraft *draft = hn_edit_get_draft (self->edit);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) details = NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      HnFieldRow *row = g_ptr_array_index (self->rows, i);
      const HnField *field = hn_field_row_get_field (row);
      gboolean applies = hn_draft_applies (draft, field);

      gtk_widget_set_visible (GTK_WIDGET (row), applies);
      hn_field_row_update (row);
      if (applies && is_detail (self, row))
        g_strv_builder_add (names, hn_field_get_label (field));
    }

  details = g_strv_builder_end (names);
  subtitle = g_strjoinv (", ", details);
  adw_expander_row_set_subtitle (self->more_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), details[0] != NULL);
}

static void
update_closing (HnEditor *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self),
                            !hn_draft_is_changed (hn_edit_get_draft (self->edit)) && !hn_edit_get_saving (self->edit));
}

static void
edited_cb (HnEditor *self)
{
  update_rows (self);
  update_closing (self);
}

static HnFieldRow *
find_row (HnEditor      *self,
          const HnField *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HnFieldRow *row = g_ptr_array_index (self->rows, i);

      if (hn_field_row_get_field (row) == field)
        return row;
    }

  return NULL;
}

static void
focus_first_problem (HnEditor *self)
{
  const HnField *field = hn_edit_first_problem (self->edit);
  HnFieldRow *row = field != NULL ? find_row (self, field) : NULL;

  if (row == NULL)
    return;

  if (is_detail (self, row))
    adw_expander_row_set_expanded (self->more_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (hn_edit_save_finish (HN_EDIT (source), result, &id, &error))
    {
      g_signal_emit (self, signals[SAVED], 0, id);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  if (hn_edit_first_problem (self->edit) != NULL)
    {
      focus_first_problem (self);
      return;
    }
  adw_banner_set_title (self->failure_banner, error->message);
  adw_banner_set_revealed (self->failure_banner, TRUE);
}

static void
save_cb (HnEditor *self)
{
  if (hn_edit_get_saving (self->edit))
    return;

  adw_banner_set_revealed (self->failure_banner, FALSE);
  hn_edit_save_async (self->edit, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (HN_EDITOR (widget));
}

static void
close_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (HnEditor) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (g_str_equal (response, "save"))
    save_cb (self);
}

static void
close_attempt_cb (HnEditor *self)
{
  AdwDialog *dialog;

  if (hn_edit_get_saving (self->edit))
    return;

  dialog = adw_alert_dialog_new (_("Save Changes?"), _("What was typed is lost if it is not saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Go On Editing"), "discard", _("_Discard"),
                                  "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, close_answered_cb, g_object_ref (self));
}

/* --- building ------------------------------------------------------------ */

/* A view says which fields come first; the rest follow in the order of the kind. */
static GPtrArray *
list_fields (const HnKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();
  g_auto (GStrv) first = kind->columns != NULL ? g_strsplit (kind->columns, " ", -1) : g_new0 (char *, 1);

  for (guint i = 0; first[i] != NULL; i++)
    g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, first[i]));
  for (guint i = 0; i < kind->n_fields; i++)
    if (!g_ptr_array_find (fields, &kind->fields[i], NULL))
      g_ptr_array_add (fields, (gpointer) &kind->fields[i]);

  return fields;
}

/* What a view shows first matters there, whatever it is in the kind's own form. */
static gboolean
is_main (const HnKind  *kind,
         const HnField *field,
         guint          position)
{
  if (kind->columns != NULL)
    return position < 7;

  return (field->flags & (HN_FIELD_MAIN | HN_FIELD_REQUIRED)) != 0;
}

static void
add_rows (HnEditor *self)
{
  const HnKind *kind = hn_edit_get_kind (self->edit);
  HnDraft *draft = hn_edit_get_draft (self->edit);
  g_autoptr (GPtrArray) fields = list_fields (kind);
  gboolean filled = FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (fields, i);
      GtkWidget *row = hn_field_row_new (self->edit, field);

      g_ptr_array_add (self->rows, row);
      if (is_main (kind, field, i))
        {
          adw_preferences_group_add (self->main_group, row);
          continue;
        }
      adw_expander_row_add_row (self->more_row, row);
      filled = filled || hn_draft_is_filled (draft, field);
    }

  adw_expander_row_set_expanded (self->more_row, filled);
}

static void
set_title (HnEditor *self)
{
  HnDraft *draft = hn_edit_get_draft (self->edit);
  g_autofree char *title = hn_draft_is_new (draft) ? hn_tab_add_label (hn_edit_get_kind (self->edit))
                                                   : hn_record_title (hn_draft_get_record (draft));

  adw_dialog_set_title (ADW_DIALOG (self), title);
}

static void
hn_editor_dispose (GObject *object)
{
  HnEditor *self = HN_EDITOR (object);

  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_EDITOR);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_editor_parent_class)->dispose (object);
}

static void
hn_editor_finalize (GObject *object)
{
  HnEditor *self = HN_EDITOR (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hn_editor_parent_class)->finalize (object);
}

static void
hn_editor_class_init (HnEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_editor_dispose;
  object_class->finalize = hn_editor_finalize;

  /**
   * HnEditor::saved:
   * @id: of the record
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "editor.save", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HnEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, main_group);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, more_group);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, more_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
hn_editor_init (HnEditor *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hn_editor_new:
 * @record: as it is in the register, or a new one
 */
AdwDialog *
hn_editor_new (HnContext      *context,
               const HnRecord *record)
{
  HnEditor *self;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (HN_TYPE_EDITOR, NULL);
  self->edit = hn_edit_new (context, record);
  add_rows (self);
  set_title (self);
  adw_dialog_set_focus (ADW_DIALOG (self), g_ptr_array_index (self->rows, 0));
  g_signal_connect_object (self->edit, "notify::problems", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "notify::saving", G_CALLBACK (update_closing), self, G_CONNECT_SWAPPED);
  edited_cb (self);

  return ADW_DIALOG (self);
}
