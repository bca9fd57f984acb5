/* A field of several lines. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-note-row.h"

struct _HnNoteRow
{
  AdwPreferencesRow parent_instance;

  HnEdit *edit;
  const HnField *field;
  gboolean updating; /* by the program, not by a person */

  GtkLabel *title_label;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *problem_label;
};

static void field_row_iface_init (HnFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnNoteRow, hn_note_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HN_TYPE_FIELD_ROW, field_row_iface_init))

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
  g_autofree char *text = NULL;

  if (self->updating || self->edit == NULL)
    return;

  text = get_text (self);
  hn_edit_set_input (self->edit, self->field, text);
}

static void
focus_changed_cb (HnNoteRow *self)
{
  if (self->edit != NULL && !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    hn_edit_leave (self->edit, self->field);
}

static const HnField *
get_field (HnFieldRow *row)
{
  return HN_NOTE_ROW (row)->field;
}

static void
update (HnFieldRow *row)
{
  HnNoteRow *self = HN_NOTE_ROW (row);

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    {
      g_autofree char *input = hn_draft_get_input (hn_edit_get_draft (self->edit), self->field);

      self->updating = TRUE;
      gtk_text_buffer_set_text (self->buffer, input, -1);
      self->updating = FALSE;
    }
  hn_field_row_say (GTK_WIDGET (self), self->problem_label, GTK_WIDGET (self->view),
                    hn_edit_get_problem (self->edit, self->field));
}

static void
field_row_iface_init (HnFieldRowInterface *iface)
{
  iface->get_field = get_field;
  iface->update = update;
}

static gboolean
hn_note_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HN_NOTE_ROW (widget)->view));
}

static void
hn_note_row_dispose (GObject *object)
{
  HnNoteRow *self = HN_NOTE_ROW (object);

  g_clear_object (&self->edit);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_NOTE_ROW);

  G_OBJECT_CLASS (hn_note_row_parent_class)->dispose (object);
}

static void
hn_note_row_class_init (HnNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_note_row_dispose;
  widget_class->grab_focus = hn_note_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, view);
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, buffer);
  gtk_widget_class_bind_template_child (widget_class, HnNoteRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
}

static void
hn_note_row_init (HnNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hn_note_row_new (HnEdit        *edit,
                 const HnField *field)
{
  HnNoteRow *self = g_object_new (HN_TYPE_NOTE_ROW, "title", hn_field_get_label (field), NULL);

  self->edit = g_object_ref (edit);
  self->field = field;
  gtk_label_set_label (self->title_label, hn_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_field_get_label (field), -1);
  update (HN_FIELD_ROW (self));

  return GTK_WIDGET (self);
}
