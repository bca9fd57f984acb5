/* The form of one record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-dialog.h"
#include "hn-editor-private.h"

#include <glib/gi18n-lib.h>

#include "hn-editor-questions.h"
#include "hn-tabs.h"

/* A short form is a small dialog, a long one scrolls; what is said about a field finds room. */
#define MIN_HEIGHT 240
#define MAX_HEIGHT 720
#define SAID_HEIGHT 20

enum
{
  PROP_0,
  PROP_PILING,
  N_PROPS
};

enum
{
  SAVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnEditor, hn_editor, ADW_TYPE_DIALOG)

/**
 * hn_editor_announce:
 *
 * Tells who cannot see it.
 */
void
hn_editor_announce (HnEditor   *self,
                    const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * hn_editor_emit_saved:
 * @id: of the record that was saved, or of the one that was there already and is to be shown instead
 */
void
hn_editor_emit_saved (HnEditor *self,
                      gint64    id)
{
  g_signal_emit (self, signals[SAVED], 0, id);
}

/* Without anything typed it closes as it is told; while it saves it does not. */
static void
update_closing (HnEditor *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self),
                            !hn_draft_is_changed (hn_edit_get_draft (self->edit)) && !hn_edit_get_saving (self->edit));
}

static void
update_title (HnEditor *self)
{
  HnDraft *draft = hn_edit_get_draft (self->edit);
  g_autofree char *title = hn_draft_is_new (draft) ? hn_tab_add_label (hn_edit_get_kind (self->edit))
                                                   : hn_record_title (hn_draft_get_original (draft));

  adw_dialog_set_title (ADW_DIALOG (self), title);
}

static void
update_similar (HnEditor *self)
{
  hn_similar_box_set_similar (self->similar_box, hn_edit_get_similar (self->edit));
}

/* "Changed elsewhere: Telephone, Area" */
static void
update_news (HnEditor *self)
{
  GPtrArray *news = hn_edit_get_news (self->edit);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *list = NULL, *said = NULL;

  for (guint i = 0; i < news->len; i++)
    g_strv_builder_add (builder, hn_field_get_label (g_ptr_array_index (news, i)));
  labels = g_strv_builder_end (builder);
  list = g_strjoinv (", ", labels);
  if (hn_edit_is_gone (self->edit))
    said = g_strdup (_("Somebody else has deleted this record."));
  else if (news->len > 0)
    said = g_strdup_printf (_("Changed elsewhere: %s"), list);

  adw_banner_set_title (self->news_banner, said != NULL ? said : "");
  adw_banner_set_revealed (self->news_banner, said != NULL);
  update_title (self);
  if (said != NULL)
    hn_editor_announce (self, said);
}

static void
save_cb (HnEditor *self)
{
  hn_editor_save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnEditor *self = HN_EDITOR (widget);

  self->go_on = FALSE;
  hn_editor_save (self);
}

static void
save_and_add_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  HnEditor *self = HN_EDITOR (widget);

  self->go_on = TRUE;
  hn_editor_save (self);
}

/* --- closing ------------------------------------------------------------- */

static void
leave_answered (GtkWidget      *editor,
                HnEditorAnswer  answer)
{
  if (answer == HN_ANSWER_DISCARD)
    adw_dialog_force_close (ADW_DIALOG (editor));
  else if (answer == HN_ANSWER_SAVE)
    gtk_widget_activate_action (editor, "editor.save", NULL);
}

static void
close_attempt_cb (HnEditor *self)
{
  if (!hn_edit_get_saving (self->edit))
    hn_editor_ask_leave (GTK_WIDGET (self), leave_answered);
}

/* --- what else happens in the form --------------------------------------- */

/* After the last field comes the button, which Enter presses. */
static void
end_cb (HnEditor *self)
{
  gtk_widget_grab_focus (self->save_button);
}

static gpointer
load_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const HnRecord *wanted = data;

  return hn_register_load (reg, hn_record_get_view (wanted), hn_record_get_id (wanted), error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_store_read_finish (HN_STORE (source), result, &error);

  if (self->edit == NULL)
    return;
  if (record == NULL)
    hn_editor_say_failure (self, error->message);
  else
    adw_dialog_present (hn_editor_new_nested (hn_edit_get_context (self->edit), record), GTK_WIDGET (self));
}

/* Over the form, which stays as it is: the person looks whether it is the same, and may add to it what was learned. */
static void
show_record_cb (HnEditor *self,
                gint64    id)
{
  HnRecord *wanted = hn_record_new_empty (hn_edit_get_kind (self->edit));

  hn_record_set_id (wanted, id);
  hn_store_read_async (hn_context_get_store (hn_edit_get_context (self->edit)), load_job, wanted,
                       (GDestroyNotify) hn_record_unref, (GDestroyNotify) hn_record_unref, NULL, loaded_cb,
                       g_object_ref (self));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_editor_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PILING:
      g_value_set_boolean (value, HN_EDITOR (object)->piling);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_editor_dispose (GObject *object)
{
  HnEditor *self = HN_EDITOR (object);

  hn_dialog_dispose_template (ADW_DIALOG (self), HN_TYPE_EDITOR);
  g_clear_object (&self->edit);

  G_OBJECT_CLASS (hn_editor_parent_class)->dispose (object);
}

static void
hn_editor_finalize (GObject *object)
{
  g_free (HN_EDITOR (object)->saved_title);

  G_OBJECT_CLASS (hn_editor_parent_class)->finalize (object);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "editor.save-and-add", NULL, save_and_add_action);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_CONTROL_MASK, "editor.save", NULL);
      gtk_widget_class_add_binding_action (widget_class, enters[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                           "editor.save-and-add", NULL);
    }
}

static void
hn_editor_class_init (HnEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hn_editor_get_property;
  object_class->dispose = hn_editor_dispose;
  object_class->finalize = hn_editor_finalize;

  properties[PROP_PILING] =
    g_param_spec_boolean ("piling", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HnEditor::saved:
   * @id: of the record
   *
   * Emitted for each record that is saved, also when the form goes on with the next.
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (HN_TYPE_EDITOR_FORM);
  g_type_ensure (HN_TYPE_SIMILAR_BOX);
  add_shortcuts (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HnEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, wide_slot);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, news_banner);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, similar_box);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, saved_label);
  gtk_widget_class_bind_template_child (widget_class, HnEditor, form);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_record_cb);
}

static void
hn_editor_init (HnEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fit_height (HnEditor *self)
{
  int natural;

  gtk_widget_measure (adw_dialog_get_child (ADW_DIALOG (self)), GTK_ORIENTATION_VERTICAL,
                      adw_dialog_get_content_width (ADW_DIALOG (self)), NULL, &natural, NULL, NULL);
  adw_dialog_set_content_height (ADW_DIALOG (self), CLAMP (natural + SAID_HEIGHT, MIN_HEIGHT, MAX_HEIGHT));
}

static HnEditor *
create (HnContext      *context,
        const HnRecord *record,
        gboolean        nested)
{
  HnEditor *self = g_object_new (HN_TYPE_EDITOR, NULL);

  self->nested = nested;
  self->edit = hn_edit_new (context, record);
  self->piling = !nested && hn_draft_is_new (hn_edit_get_draft (self->edit));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PILING]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save-and-add", self->piling);
  hn_editor_form_set_edit (self->form, self->edit);

  g_signal_connect_object (self->edit, "notify::draft", G_CALLBACK (update_closing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "notify::saving", G_CALLBACK (update_closing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "notify::similar", G_CALLBACK (update_similar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "notify::news", G_CALLBACK (update_news), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (self), hn_editor_form_get_first (self->form));
  update_closing (self);
  update_title (self);
  fit_height (self);

  return self;
}

/**
 * hn_editor_new:
 * @record: as it is in the register, or a new one, such as hn_record_duplicate() gives
 */
AdwDialog *
hn_editor_new (HnContext      *context,
               const HnRecord *record)
{
  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return ADW_DIALOG (create (context, record, FALSE));
}

/**
 * hn_editor_new_nested:
 * @record: as it is in the register, or a new one
 *
 * Returns: (transfer floating): a form over another one, for a record that is needed there: no pile follows, and one
 *   that is there already can be used instead
 */
AdwDialog *
hn_editor_new_nested (HnContext      *context,
                      const HnRecord *record)
{
  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return ADW_DIALOG (create (context, record, TRUE));
}

/**
 * hn_editor_get_kind:
 *
 * Returns: the kind or view that the form is of
 */
const HnKind *
hn_editor_get_kind (HnEditor *self)
{
  g_return_val_if_fail (HN_IS_EDITOR (self), NULL);

  return hn_edit_get_kind (self->edit);
}

/**
 * hn_editor_get_saved_title:
 *
 * Returns: (transfer full) (nullable): what the record is called that was saved last, or chosen in its place
 */
char *
hn_editor_get_saved_title (HnEditor *self)
{
  g_return_val_if_fail (HN_IS_EDITOR (self), NULL);

  return g_strdup (self->saved_title);
}
