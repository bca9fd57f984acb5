/* A field that names other records or countries: typed, completed, one or several. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-reference-row.h"

#include <glib/gi18n-lib.h>

#include "hn-suggestions.h"

/* So many of each kind are offered. */
#define SUGGESTIONS 8

struct _HnReferenceRow
{
  AdwPreferencesRow parent_instance;

  HnEdit *edit;
  const HnField *field;
  GtkWidget *suggestions;
  GCancellable *cancellable;
  gboolean updating; /* by the program, not by a person */

  GtkLabel *title_label;
  AdwWrapBox *chips;
  GtkText *text;
  GtkLabel *problem_label;
};

static void field_row_iface_init (HnFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnReferenceRow, hn_reference_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HN_TYPE_FIELD_ROW, field_row_iface_init))

static gboolean
holds_several (HnReferenceRow *self)
{
  return (self->field->flags & HN_FIELD_MULTIPLE) != 0;
}

static void
set_text (HnReferenceRow *self,
          const char     *text)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    return;

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  self->updating = FALSE;
}

static void
stop_completing (HnReferenceRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HnReferenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = hn_complete_finish (HN_STORE (source), result, &error);

  if (self->edit == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (candidates == NULL)
    {
      hn_field_row_say (GTK_WIDGET (self), self->problem_label, GTK_WIDGET (self->text), error->message);
      return;
    }
  if (gtk_widget_has_focus (GTK_WIDGET (self->text)))
    hn_suggestions_show (HN_SUGGESTIONS (self->suggestions), candidates);
}

static void
complete (HnReferenceRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  hn_complete_async (hn_context_get_store (hn_edit_get_context (self->edit)), self->field,
                     gtk_editable_get_text (GTK_EDITABLE (self->text)), SUGGESTIONS, self->cancellable, completed_cb,
                     g_object_ref (self));
}

static void
text_changed_cb (HnReferenceRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (self->updating || self->edit == NULL)
    return;

  hn_edit_set_input (self->edit, self->field, text);
  if (*text != '\0')
    complete (self);
  else
    stop_completing (self);
}

static void
focus_changed_cb (HnReferenceRow *self)
{
  if (self->edit == NULL || gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;

  stop_completing (self);
  hn_edit_leave (self->edit, self->field);
  hn_field_row_update (HN_FIELD_ROW (self));
}

static void
chosen_cb (HnReferenceRow    *self,
           const HnCandidate *candidate)
{
  g_autoptr (GVariant) value = g_variant_ref (candidate->value);
  g_autofree char *title = g_strdup (candidate->title);

  stop_completing (self);
  set_text (self, holds_several (self) ? "" : title);
  if (holds_several (self))
    hn_edit_add_value (self->edit, self->field, value);
  else
    hn_edit_set_value (self->edit, self->field, value, title);
}

/* Enter takes the suggestion that the arrow keys went to; otherwise it goes to the next field. */
static void
activate_cb (HnReferenceRow *self)
{
  const HnCandidate *candidate = hn_suggestions_get_selected (HN_SUGGESTIONS (self->suggestions));

  if (candidate != NULL)
    chosen_cb (self, candidate);
  else
    hn_field_row_next (HN_FIELD_ROW (self));
}

static gboolean
key_pressed_cb (HnReferenceRow  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  HnSuggestions *suggestions = HN_SUGGESTIONS (self->suggestions);
  gboolean open = gtk_widget_get_visible (self->suggestions);

  switch (keyval)
    {
    case GDK_KEY_Down:
      if (!open)
        complete (self);
      return open ? hn_suggestions_move (suggestions, 1) : TRUE;
    case GDK_KEY_Up:
      return hn_suggestions_move (suggestions, -1);
    case GDK_KEY_Escape:
      stop_completing (self);
      return open;
    case GDK_KEY_BackSpace:
      if (!holds_several (self) || *gtk_editable_get_text (GTK_EDITABLE (self->text)) != '\0')
        return FALSE;
      {
        g_auto (GStrv) names = hn_edit_list_values (self->edit, self->field);
        guint n = g_strv_length (names);

        if (n > 0)
          hn_edit_remove_value (self->edit, self->field, n - 1);
      }
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- what is there already ----------------------------------------------- */

static void
remove_pressed_cb (HnReferenceRow *self,
                   GtkWidget      *button)
{
  guint index = 0;
  GtkWidget *chip = gtk_widget_get_parent (button);

  for (GtkWidget *before = gtk_widget_get_prev_sibling (chip); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  hn_edit_remove_value (self->edit, self->field, index);
}

static GtkWidget *
create_chip (HnReferenceRow *self,
             const char     *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tooltip = g_strdup_printf (_("Remove “%s”"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);

  return chip;
}

static void
show_chips (HnReferenceRow *self)
{
  g_auto (GStrv) names = hn_edit_list_values (self->edit, self->field);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; names[i] != NULL; i++)
    adw_wrap_box_append (self->chips, create_chip (self, names[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), names[0] != NULL);
}

static const HnField *
get_field (HnFieldRow *row)
{
  return HN_REFERENCE_ROW (row)->field;
}

static void
update (HnFieldRow *row)
{
  HnReferenceRow *self = HN_REFERENCE_ROW (row);
  HnDraft *draft = hn_edit_get_draft (self->edit);

  if (holds_several (self))
    show_chips (self);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    {
      g_autofree char *input = holds_several (self) ? g_strdup (hn_draft_get_typed (draft, self->field))
                                                    : hn_draft_get_input (draft, self->field);

      set_text (self, input != NULL ? input : "");
    }
  hn_field_row_say (GTK_WIDGET (self), self->problem_label, GTK_WIDGET (self->text),
                    hn_edit_get_problem (self->edit, self->field));
}

static void
field_row_iface_init (HnFieldRowInterface *iface)
{
  iface->get_field = get_field;
  iface->update = update;
}

static gboolean
hn_reference_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HN_REFERENCE_ROW (widget)->text));
}

static void
hn_reference_row_dispose (GObject *object)
{
  HnReferenceRow *self = HN_REFERENCE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->suggestions, gtk_widget_unparent);
  g_clear_object (&self->edit);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_REFERENCE_ROW);

  G_OBJECT_CLASS (hn_reference_row_parent_class)->dispose (object);
}

static void
hn_reference_row_class_init (HnReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_reference_row_dispose;
  widget_class->grab_focus = hn_reference_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, chips);
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, text);
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
row_pressed_cb (HnReferenceRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
hn_reference_row_init (HnReferenceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_swapped (press, "released", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  self->suggestions = hn_suggestions_new ();
  gtk_widget_set_parent (self->suggestions, GTK_WIDGET (self));
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hn_reference_row_new (HnEdit        *edit,
                      const HnField *field)
{
  HnReferenceRow *self = g_object_new (HN_TYPE_REFERENCE_ROW, "title", hn_field_get_label (field), NULL);

  self->edit = g_object_ref (edit);
  self->field = field;
  gtk_label_set_label (self->title_label, hn_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_field_get_label (field), -1);
  update (HN_FIELD_ROW (self));

  return GTK_WIDGET (self);
}
