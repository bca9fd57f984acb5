/* A field with many answers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-choice-row.h"

#include "hn-edit-answers.h"
#include "hn-spoken.h"

/* Letters that come later than this after the one before, in milliseconds, begin another word. */
#define TYPING_PAUSE 1000

struct _HnChoiceRow
{
  HnFieldRow parent_instance;

  GtkDropDown *drop_down;
  GPtrArray *answers; /* of HnAnswer, as the rows of the list */
  GString *typed;
  guint32 typed_at;
};

G_DEFINE_FINAL_TYPE (HnChoiceRow, hn_choice_row, HN_TYPE_FIELD_ROW)

static void
choose (HnChoiceRow *self,
        guint        selected)
{
  HnFieldRow *row = HN_FIELD_ROW (self);
  const HnAnswer *answer;

  if (hn_field_row_is_updating (row) || selected >= self->answers->len)
    return;

  answer = g_ptr_array_index (self->answers, selected);
  hn_edit_leave (hn_field_row_get_edit (row), hn_field_row_get_field (row));
  hn_edit_set_value (hn_field_row_get_edit (row), hn_field_row_get_field (row), answer->value, NULL);
}

static void
selected_cb (HnChoiceRow *self)
{
  choose (self, gtk_drop_down_get_selected (self->drop_down));
}

static gboolean
is_open (HnChoiceRow *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->drop_down));
}

/* Letters choose the answer that begins with them, without opening the list. */
static gboolean
take_letter (HnChoiceRow *self,
             gunichar     letter,
             guint32      at)
{
  int found;

  if (at - self->typed_at > TYPING_PAUSE)
    g_string_truncate (self->typed, 0);
  if (!g_unichar_isalnum (letter) && (letter != ' ' || self->typed->len == 0))
    return FALSE;

  g_string_append_unichar (self->typed, letter);
  self->typed_at = at;
  found = hn_answers_match (self->answers, self->typed->str);
  if (found >= 0)
    choose (self, (guint) found);

  return TRUE;
}

static gboolean
key_pressed_cb (HnChoiceRow           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || is_open (self))
    return FALSE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      hn_field_row_next (HN_FIELD_ROW (self));
      return TRUE;
    }

  return take_letter (self, gdk_keyval_to_unicode (keyval),
                      gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys)));
}

/* The answers as they are now: "nothing" goes when a field that must be filled in is. */
static void
list_answers (HnChoiceRow *self)
{
  HnFieldRow *row = HN_FIELD_ROW (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = hn_edit_list_answers (hn_field_row_get_edit (row), hn_field_row_get_field (row));
  for (guint i = 0; i < self->answers->len; i++)
    gtk_string_list_append (labels, ((const HnAnswer *) g_ptr_array_index (self->answers, i))->label);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnChoiceRow *self = HN_CHOICE_ROW (row);
  HnEdit *edit = hn_field_row_get_edit (row);
  int selected;

  if (self->answers == NULL || hn_edit_find_answer (edit, hn_field_row_get_field (row), self->answers) < 0)
    list_answers (self);
  selected = hn_edit_find_answer (edit, hn_field_row_get_field (row), self->answers);
  gtk_drop_down_set_selected (self->drop_down, selected >= 0 ? (guint) selected : GTK_INVALID_LIST_POSITION);
  hn_spoken_value (self->drop_down, hn_field_get_label (hn_field_row_get_field (row)),
                   selected >= 0 ? ((const HnAnswer *) g_ptr_array_index (self->answers, (guint) selected))->label
                                 : NULL);
}

static void
hn_choice_row_finalize (GObject *object)
{
  HnChoiceRow *self = HN_CHOICE_ROW (object);

  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (hn_choice_row_parent_class)->finalize (object);
}

static void
hn_choice_row_class_init (HnChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_choice_row_finalize;
  HN_FIELD_ROW_CLASS (klass)->show = show_draft;
}

static void
hn_choice_row_init (HnChoiceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->typed = g_string_new (NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "field-answers");
  g_object_set (self, "input", self->drop_down, NULL);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
