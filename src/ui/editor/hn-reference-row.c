/* A field that names other records or countries: typed, completed, one or several. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-reference-row.h"

#include <glib/gi18n-lib.h>

#include "hn-editor.h"
#include "hn-suggestions.h"

/* So many of each kind are offered. */
#define SUGGESTIONS 8

struct _HnReferenceRow
{
  HnFieldRow parent_instance;

  GtkWidget *suggestions;
  GCancellable *cancellable; /* of the question that has no answer yet */
  gboolean is_entered;       /* Enter was pressed before the answer came */
  GStrv names;               /* on the chips */

  AdwWrapBox *chips;
  GtkText *text;
};

G_DEFINE_FINAL_TYPE (HnReferenceRow, hn_reference_row, HN_TYPE_FIELD_ROW)

static HnEdit *
get_edit (HnReferenceRow *self)
{
  return hn_field_row_get_edit (HN_FIELD_ROW (self));
}

static const HnField *
get_field (HnReferenceRow *self)
{
  return hn_field_row_get_field (HN_FIELD_ROW (self));
}

static gboolean
holds_several (HnReferenceRow *self)
{
  return (get_field (self)->flags & HN_FIELD_MULTIPLE) != 0;
}

static const char *
get_text (HnReferenceRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static void
set_text (HnReferenceRow *self,
          const char     *text)
{
  if (g_str_equal (get_text (self), text))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  if (gtk_widget_is_focus (GTK_WIDGET (self->text)))
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/* --- completing ---------------------------------------------------------- */

static void
forget_question (HnReferenceRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_entered = FALSE;
}

static void
stop_completing (HnReferenceRow *self)
{
  forget_question (self);
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

/* Where words may not stay, the best of what was found is what Enter takes. */
static gboolean
takes_first (HnReferenceRow *self,
             GPtrArray      *candidates)
{
  const HnCandidate *first = candidates->len > 0 ? g_ptr_array_index (candidates, 0) : NULL;

  return first != NULL && first->value != NULL && *get_text (self) != '\0'
         && (get_field (self)->flags & HN_FIELD_FREE_TEXT) == 0;
}

static void activate_cb (HnReferenceRow *self);

static void
completed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HnReferenceRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = hn_complete_finish (HN_STORE (source), result, &error);
  gboolean is_entered = self->is_entered;

  if (get_edit (self) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  forget_question (self);
  if (candidates == NULL)
    {
      hn_field_row_say (HN_FIELD_ROW (self), error->message);
      return;
    }

  hn_candidates_add_new (candidates, get_field (self), get_text (self));
  if (!gtk_widget_is_focus (GTK_WIDGET (self->text)))
    return;
  hn_suggestions_show (HN_SUGGESTIONS (self->suggestions), candidates, takes_first (self, candidates));
  if (is_entered)
    activate_cb (self);
}

/* Of one that is chosen already the others are shown too, not only those that are called so. */
static void
complete (HnReferenceRow *self,
          const char     *text)
{
  forget_question (self);
  self->cancellable = g_cancellable_new ();

  hn_complete_async (hn_context_get_store (hn_edit_get_context (get_edit (self))), get_field (self), text, SUGGESTIONS,
                     self->cancellable, completed_cb, g_object_ref (self));
}

static void
text_changed_cb (HnReferenceRow *self)
{
  const char *text = get_text (self);

  if (hn_field_row_is_updating (HN_FIELD_ROW (self)))
    return;

  hn_edit_set_input (get_edit (self), get_field (self), text);
  if (*text != '\0')
    complete (self, text);
  else
    stop_completing (self);
}

static void
leave (HnFieldRow *row)
{
  stop_completing (HN_REFERENCE_ROW (row));
}

/* --- choosing ------------------------------------------------------------ */

static void
take (HnReferenceRow *self,
      GVariant       *value,
      const char     *title)
{
  if (holds_several (self))
    {
      hn_edit_set_input (get_edit (self), get_field (self), "");
      hn_edit_add_value (get_edit (self), get_field (self), value, title);
    }
  else
    hn_edit_set_value (get_edit (self), get_field (self), value, title);
  hn_field_row_reset (HN_FIELD_ROW (self));
}

static void
created_cb (HnReferenceRow *self,
            gint64          id,
            HnEditor       *editor)
{
  g_autofree char *title = hn_editor_get_saved_title (editor);

  if (get_edit (self) != NULL)
    take (self, g_variant_new ("(sx)", hn_editor_get_kind (editor)->name, id), title);
}

static void
editor_closed_cb (HnReferenceRow *self)
{
  if (get_edit (self) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
create_record (HnReferenceRow *self,
               const HnKind   *kind,
               const char     *title)
{
  g_autoptr (HnRecord) record = hn_edit_begin_other (get_edit (self), kind, title);
  AdwDialog *editor = hn_editor_new_nested (hn_edit_get_context (get_edit (self)), record);

  g_signal_connect_object (editor, "saved", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "closed", G_CALLBACK (editor_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (editor, GTK_WIDGET (self));
}

static void
chosen_cb (HnReferenceRow    *self,
           const HnCandidate *candidate)
{
  g_autoptr (GVariant) value = candidate->value != NULL ? g_variant_ref (candidate->value) : NULL;
  g_autofree char *title = g_strdup (candidate->title);
  const HnKind *create = candidate->create;

  stop_completing (self);
  if (value != NULL)
    take (self, value, title);
  else
    create_record (self, create, title);
}

/* Enter takes the suggestion that is selected; otherwise it goes to the next field. Who types faster than names are
 * found means what was typed: what is offered then is still of an earlier letter, and Enter waits for the rest. */
static void
activate_cb (HnReferenceRow *self)
{
  const HnCandidate *candidate;
  gboolean goes_on;

  if (self->cancellable != NULL)
    {
      self->is_entered = TRUE;
      return;
    }
  candidate = hn_suggestions_get_selected (HN_SUGGESTIONS (self->suggestions));
  goes_on = candidate == NULL || (candidate->value != NULL && !holds_several (self));
  if (candidate != NULL)
    chosen_cb (self, candidate);
  if (goes_on)
    hn_field_row_next (HN_FIELD_ROW (self));
}

static gboolean
remove_last (HnReferenceRow *self)
{
  g_auto (GStrv) names = NULL;
  guint n;

  if (!holds_several (self) || *get_text (self) != '\0')
    return FALSE;

  names = hn_edit_list_values (get_edit (self), get_field (self));
  n = g_strv_length (names);
  if (n > 0)
    hn_edit_remove_value (get_edit (self), get_field (self), n - 1);

  return TRUE;
}

static gboolean
key_pressed_cb (HnReferenceRow  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  HnSuggestions *suggestions = HN_SUGGESTIONS (self->suggestions);
  gboolean open = gtk_widget_get_visible (self->suggestions);
  gboolean is_chosen =
    hn_record_get_reference (hn_draft_get_record (hn_edit_get_draft (get_edit (self))), get_field (self)->name, NULL)
    != 0;

  switch (keyval)
    {
    case GDK_KEY_Down:
      if (!open)
        complete (self, is_chosen ? "" : get_text (self));
      return open ? hn_suggestions_move (suggestions, 1) : TRUE;
    case GDK_KEY_Up:
      return hn_suggestions_move (suggestions, -1);
    case GDK_KEY_Escape:
      stop_completing (self);
      return open;
    case GDK_KEY_BackSpace:
      return remove_last (self);
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
  hn_edit_remove_value (get_edit (self), get_field (self), index);
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
  g_auto (GStrv) names = hn_edit_list_values (get_edit (self), get_field (self));
  GtkWidget *last = NULL, *chip;

  if (self->names != NULL && g_strv_equal ((const char *const *) names, (const char *const *) self->names))
    return;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != GTK_WIDGET (self->text))
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; names[i] != NULL; i++)
    {
      chip = create_chip (self, names[i]);
      adw_wrap_box_insert_child_after (self->chips, chip, last);
      last = chip;
    }
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnReferenceRow *self = HN_REFERENCE_ROW (row);
  HnDraft *draft = hn_edit_get_draft (get_edit (self));
  g_autofree char *input = NULL;

  if (holds_several (self))
    show_chips (self);
  if (typing)
    return;

  input = holds_several (self) ? g_strdup (hn_draft_get_typed (draft, get_field (self)))
                               : hn_draft_get_input (draft, get_field (self));
  set_text (self, input != NULL ? input : "");
}

static GtkWidget *
get_focus (HnFieldRow *row)
{
  return GTK_WIDGET (HN_REFERENCE_ROW (row)->text);
}

/* --- the object ---------------------------------------------------------- */

/* A form that is saved while names are offered takes them along. */
static void
hn_reference_row_unmap (GtkWidget *widget)
{
  stop_completing (HN_REFERENCE_ROW (widget));

  GTK_WIDGET_CLASS (hn_reference_row_parent_class)->unmap (widget);
}

static void
hn_reference_row_dispose (GObject *object)
{
  HnReferenceRow *self = HN_REFERENCE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->suggestions, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_REFERENCE_ROW);

  G_OBJECT_CLASS (hn_reference_row_parent_class)->dispose (object);
}

static void
hn_reference_row_finalize (GObject *object)
{
  g_strfreev (HN_REFERENCE_ROW (object)->names);

  G_OBJECT_CLASS (hn_reference_row_parent_class)->finalize (object);
}

static void
hn_reference_row_class_init (HnReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HnFieldRowClass *row_class = HN_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_reference_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hn_reference_row_finalize;
  widget_class->unmap = hn_reference_row_unmap;
  row_class->get_focus = get_focus;
  row_class->show = show_draft;
  row_class->leave = leave;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, chips);
  gtk_widget_class_bind_template_child (widget_class, HnReferenceRow, text);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hn_reference_row_init (HnReferenceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);

  self->suggestions = hn_suggestions_new ();
  gtk_widget_set_parent (self->suggestions, GTK_WIDGET (self));
  g_signal_connect_object (self->suggestions, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}
