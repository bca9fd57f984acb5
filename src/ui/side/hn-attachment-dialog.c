/* What is said about an attachment: its caption, its credit, its name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-attachment-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-clean.h"
#include "hn-dialog.h"
#include "hn-failure.h"

struct _HnAttachmentDialog
{
  AdwDialog parent_instance;

  HnContext *context;
  HnRecord *record;
  gboolean saving;

  GtkWidget *save_button;
  GtkEditable *caption_row;
  GtkEditable *credit_row;
  GtkEditable *name_row;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (HnAttachmentDialog, hn_attachment_dialog, ADW_TYPE_DIALOG)

static void
show_problem (HnAttachmentDialog *self,
              const char         *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
read_row (GtkEditable *row,
          HnRecord    *record,
          const char  *field)
{
  g_autofree char *text = hn_text_clean (gtk_editable_get_text (row), HN_CLEAN_LINE);

  hn_record_set_text (record, field, *text != '\0' ? text : NULL);
}

/* (transfer full): the attachment as it stands in the dialog */
static HnRecord *
read_rows (HnAttachmentDialog *self)
{
  HnRecord *record = hn_record_copy (self->record);

  read_row (self->caption_row, record, "caption");
  read_row (self->credit_row, record, "credit");
  read_row (self->name_row, record, "name");

  return record;
}

static void
changed_cb (HnAttachmentDialog *self)
{
  g_autoptr (HnRecord) record = NULL;

  if (self->record == NULL)
    return;

  record = read_rows (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->saving && hn_record_equal (record, self->record));
  if (hn_record_get (record, "name") != NULL)
    hn_failure_mark (GTK_WIDGET (self->name_row), GTK_WIDGET (self->problem), NULL);
  show_problem (self, NULL);
}

/* --- saving -------------------------------------------------------------- */

static void
set_saving (HnAttachmentDialog *self,
            gboolean            saving)
{
  self->saving = saving;
  gtk_widget_set_sensitive (self->save_button, !saving);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnAttachmentDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  set_saving (self, FALSE);
  if (hn_store_save_finish (HN_STORE (source), result, NULL, NULL, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    show_problem (self, error->message);
}

static void
save_cb (HnAttachmentDialog *self)
{
  g_autoptr (HnRecord) record = read_rows (self);

  if (self->saving)
    return;
  if (hn_record_get (record, "name") == NULL)
    {
      hn_failure_mark (GTK_WIDGET (self->name_row), GTK_WIDGET (self->problem), _("A file needs a name. Write one."));
      show_problem (self, _("A file needs a name. Write one."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }

  set_saving (self, TRUE);
  hn_store_save_over_async (hn_context_get_store (self->context), record, self->record, NULL, saved_cb,
                            g_object_ref (self));
}

/* --- closing ------------------------------------------------------------- */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HnAttachmentDialog) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (HnAttachmentDialog *self)
{
  AdwDialog *dialog;

  if (self->saving)
    return;

  dialog = hn_dialog_new_question (_("Discard What You Wrote?"), NULL);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Go On Editing"), "discard", _("_Discard"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
cancel_cb (HnAttachmentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_attachment_dialog_dispose (GObject *object)
{
  HnAttachmentDialog *self = HN_ATTACHMENT_DIALOG (object);

  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_ATTACHMENT_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->record, hn_record_unref);

  G_OBJECT_CLASS (hn_attachment_dialog_parent_class)->dispose (object);
}

/* Where a person begins. */
static gboolean
hn_attachment_dialog_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HN_ATTACHMENT_DIALOG (widget)->caption_row));
}

static void
hn_attachment_dialog_class_init (HnAttachmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_attachment_dialog_dispose;
  widget_class->grab_focus = hn_attachment_dialog_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-attachment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentDialog, caption_row);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentDialog, credit_row);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
}

static void
hn_attachment_dialog_init (HnAttachmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_row (GtkEditable    *row,
          const HnRecord *record,
          const char     *field)
{
  const HnField *about = hn_kind_get_field (hn_record_get_kind (record), field);
  const char *text = hn_record_get_text (record, field);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hn_field_get_label (about));
  gtk_editable_set_text (row, text != NULL ? text : "");
}

/**
 * hn_attachment_dialog_new:
 * @attachment: what is to be described
 */
AdwDialog *
hn_attachment_dialog_new (HnContext    *context,
                          HnAttachment *attachment)
{
  HnAttachmentDialog *self;
  HnRecord *record;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HN_IS_ATTACHMENT (attachment), NULL);

  self = g_object_new (HN_TYPE_ATTACHMENT_DIALOG, NULL);
  record = hn_attachment_get_record (attachment);
  self->context = g_object_ref (context);
  fill_row (self->caption_row, record, "caption");
  fill_row (self->credit_row, record, "credit");
  fill_row (self->name_row, record, "name");
  self->record = hn_record_ref (record);

  return ADW_DIALOG (self);
}
