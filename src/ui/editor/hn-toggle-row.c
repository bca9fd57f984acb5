/* A field with a few answers, which stand side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-toggle-row.h"

#include "hn-edit-answers.h"

struct _HnToggleRow
{
  HnFieldRow parent_instance;

  AdwToggleGroup *group;
  GPtrArray *answers; /* of HnAnswer, as the toggles */
};

G_DEFINE_FINAL_TYPE (HnToggleRow, hn_toggle_row, HN_TYPE_FIELD_ROW)

static void
active_cb (HnToggleRow *self)
{
  HnFieldRow *row = HN_FIELD_ROW (self);
  guint active = adw_toggle_group_get_active (self->group);
  const HnAnswer *answer;

  if (hn_field_row_is_updating (row) || active >= self->answers->len)
    return;

  answer = g_ptr_array_index (self->answers, active);
  hn_edit_leave (hn_field_row_get_edit (row), hn_field_row_get_field (row));
  hn_edit_set_value (hn_field_row_get_edit (row), hn_field_row_get_field (row), answer->value, NULL);
}

/* Space chooses; Enter goes on, as everywhere in the form. */
static gboolean
key_pressed_cb (HnToggleRow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  hn_field_row_next (HN_FIELD_ROW (self));

  return TRUE;
}

/* A toggle for each answer but "choose", which is seen by none being pressed. */
static void
add_toggles (HnToggleRow *self)
{
  HnFieldRow *row = HN_FIELD_ROW (self);
  gboolean required = (hn_field_row_get_field (row)->flags & HN_FIELD_REQUIRED) != 0;

  self->answers = hn_edit_list_answers (hn_field_row_get_edit (row), hn_field_row_get_field (row));
  if (required && ((const HnAnswer *) g_ptr_array_index (self->answers, 0))->value == NULL)
    g_ptr_array_remove_index (self->answers, 0);

  for (guint i = 0; i < self->answers->len; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, ((const HnAnswer *) g_ptr_array_index (self->answers, i))->label);
      adw_toggle_group_add (self->group, toggle);
    }
}

static void
begin (HnFieldRow *row)
{
  add_toggles (HN_TOGGLE_ROW (row));
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnToggleRow *self = HN_TOGGLE_ROW (row);
  int active = hn_edit_find_answer (hn_field_row_get_edit (row), hn_field_row_get_field (row), self->answers);

  adw_toggle_group_set_active (self->group, active >= 0 ? (guint) active : GTK_INVALID_LIST_POSITION);
}

static void
hn_toggle_row_finalize (GObject *object)
{
  g_clear_pointer (&HN_TOGGLE_ROW (object)->answers, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_toggle_row_parent_class)->finalize (object);
}

static void
hn_toggle_row_class_init (HnToggleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_toggle_row_finalize;
  HN_FIELD_ROW_CLASS (klass)->begin = begin;
  HN_FIELD_ROW_CLASS (klass)->show = show_draft;
}

static void
hn_toggle_row_init (HnToggleRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->group), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->group), "field-answers");
  g_object_set (self, "input", self->group, NULL);
  g_signal_connect_object (self->group, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
