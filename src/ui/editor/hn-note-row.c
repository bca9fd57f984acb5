/* A field of several lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-note-row.h"

struct _HnNoteRow
{
  HnFieldRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (HnNoteRow, hn_note_row, HN_TYPE_FIELD_ROW)

static char *
get_text (HnNoteRow *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
text_changed_cb (HnNoteRow *self)
{
  HnFieldRow *row = HN_FIELD_ROW (self);
  g_autofree char *text = NULL;

  if (hn_field_row_is_updating (row))
    return;

  text = get_text (self);
  hn_edit_set_input (hn_field_row_get_edit (row), hn_field_row_get_field (row), text);
}

/* Ctrl+Enter is for the dialog; a text of several lines would take it for another line. */
static gboolean
key_pressed_cb (HnNoteRow             *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  return dialog != NULL && gtk_event_controller_key_forward (keys, dialog);
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnNoteRow *self = HN_NOTE_ROW (row);
  g_autofree char *now = get_text (self);
  g_autofree char *input =
    hn_draft_get_input (hn_edit_get_draft (hn_field_row_get_edit (row)), hn_field_row_get_field (row));

  if (!typing && !g_str_equal (now, input))
    gtk_text_buffer_set_text (self->buffer, input, -1);
}

static void
hn_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (hn_note_row_parent_class)->dispose (object);
}

static void
hn_note_row_class_init (HnNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_note_row_dispose;
  HN_FIELD_ROW_CLASS (klass)->show = show_draft;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, view);
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
hn_note_row_init (HnNoteRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
