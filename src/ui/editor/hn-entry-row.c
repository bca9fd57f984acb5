/* A field of one line: words, a number, a date, an amount. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-entry-row.h"

#include <glib/gi18n-lib.h>

#include "hn-digit-groups.h"

struct _HnEntryRow
{
  AdwPreferencesRow parent_instance;

  HnEdit *edit;
  const HnField *field;
  gboolean updating; /* by the program, not by a person */

  GtkLabel *title_label;
  GtkText *text;
  GtkLabel *hint_label;
  GtkLabel *problem_label;
  GtkMenuButton *calendar_button;
};

static void field_row_iface_init (HnFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnEntryRow, hn_entry_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HN_TYPE_FIELD_ROW, field_row_iface_init))

static gboolean
is_grouped (const HnField *field)
{
  return field->type == HN_TYPE_MONEY || field->type == HN_TYPE_INTEGER;
}

static void
set_text (HnEntryRow *self,
          const char *text)
{
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    return;

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->updating = FALSE;
}

/* (transfer full): what stands in the field, as it should stand there; cursor is in and out */
static char *
read_text (HnEntryRow *self,
           int        *cursor)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  *cursor = gtk_editable_get_position (GTK_EDITABLE (self->text));

  return is_grouped (self->field) ? hn_digit_groups (text, cursor) : g_strdup (text);
}

static gboolean
group_digits_cb (gpointer data)
{
  g_autoptr (HnEntryRow) self = data;
  int cursor;

  if (self->edit != NULL && gtk_widget_has_focus (GTK_WIDGET (self->text)))
    {
      g_autofree char *grouped = read_text (self, &cursor);

      set_text (self, grouped);
      gtk_editable_set_position (GTK_EDITABLE (self->text), cursor);
    }

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (HnEntryRow *self)
{
  g_autofree char *text = NULL;
  int cursor;

  if (self->updating || self->edit == NULL)
    return;

  text = read_text (self, &cursor);
  hn_edit_set_input (self->edit, self->field, text);
  /* The text is in the middle of being changed: it and its cursor can only be set afterwards. */
  if (is_grouped (self->field))
    g_idle_add_full (GTK_PRIORITY_RESIZE - 1, group_digits_cb, g_object_ref (self), NULL);
}

static void
focus_changed_cb (HnEntryRow *self)
{
  if (self->edit == NULL || gtk_widget_has_focus (GTK_WIDGET (self->text)))
    return;

  hn_edit_leave (self->edit, self->field);
  hn_field_row_update (HN_FIELD_ROW (self));
}

static void
activate_cb (HnEntryRow *self)
{
  hn_field_row_next (HN_FIELD_ROW (self));
}

static const HnField *
get_field (HnFieldRow *row)
{
  return HN_ENTRY_ROW (row)->field;
}

static void
update (HnFieldRow *row)
{
  HnEntryRow *self = HN_ENTRY_ROW (row);
  g_autofree char *hint = hn_edit_get_hint (self->edit, self->field);

  /* What a person is typing stays as typed until the field is left. */
  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    {
      g_autofree char *input = hn_draft_get_input (hn_edit_get_draft (self->edit), self->field);

      set_text (self, input);
    }

  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
  hn_field_row_say (GTK_WIDGET (self), self->problem_label, GTK_WIDGET (self->text),
                    hn_edit_get_problem (self->edit, self->field));
}

static void
field_row_iface_init (HnFieldRowInterface *iface)
{
  iface->get_field = get_field;
  iface->update = update;
}

/* --- the calendar of a date ---------------------------------------------- */

static void
day_selected_cb (HnEntryRow  *self,
                 GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  if (self->updating)
    return;

  hn_edit_set_value (self->edit, self->field, g_variant_new_string (iso), NULL);
  gtk_menu_button_popdown (self->calendar_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
select_day (HnEntryRow  *self,
            GtkCalendar *calendar)
{
  HnDate date = hn_record_get_date (hn_draft_get_record (hn_edit_get_draft (self->edit)), self->field->name);
  g_autoptr (GDateTime) day = NULL;

  if (!hn_date_is_set (date))
    return;
  date = hn_date_first (date);
  day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);

  self->updating = TRUE;
  gtk_calendar_select_day (calendar, day);
  self->updating = FALSE;
}

static void
create_calendar_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  HnEntryRow *self = user_data;
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget *calendar = popover != NULL ? gtk_popover_get_child (GTK_POPOVER (popover)) : NULL;

  if (calendar == NULL)
    {
      popover = gtk_popover_new ();
      calendar = gtk_calendar_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), calendar);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
    }
  select_day (self, GTK_CALENDAR (calendar));
}

static gboolean
hn_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HN_ENTRY_ROW (widget)->text));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_entry_row_dispose (GObject *object)
{
  HnEntryRow *self = HN_ENTRY_ROW (object);

  g_clear_object (&self->edit);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (hn_entry_row_parent_class)->dispose (object);
}

static void
hn_entry_row_class_init (HnEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_entry_row_dispose;
  widget_class->grab_focus = hn_entry_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, text);
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, calendar_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
row_pressed_cb (HnEntryRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
hn_entry_row_init (HnEntryRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (press, "released", G_CALLBACK (row_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
set_purpose (HnEntryRow *self)
{
  switch ((int) self->field->type)
    {
    case HN_TYPE_PHONE:
      gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_PHONE);
      break;
    case HN_TYPE_EMAIL:
      gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_EMAIL);
      break;
    case HN_TYPE_NAME:
      gtk_text_set_input_purpose (self->text, GTK_INPUT_PURPOSE_NAME);
      break;
    case HN_TYPE_DATE:
      gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), TRUE);
      /* Who types goes from field to field, not over the calendar. */
      gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->calendar_button)), FALSE);
      gtk_menu_button_set_create_popup_func (self->calendar_button, create_calendar_cb, self, NULL);
      break;
    default:
      break;
    }
}

GtkWidget *
hn_entry_row_new (HnEdit        *edit,
                  const HnField *field)
{
  HnEntryRow *self = g_object_new (HN_TYPE_ENTRY_ROW, "title", hn_field_get_label (field), NULL);

  self->edit = g_object_ref (edit);
  self->field = field;
  gtk_label_set_label (self->title_label, hn_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hn_field_get_label (field), -1);
  if (hn_field_is_number (field))
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  set_purpose (self);
  update (HN_FIELD_ROW (self));

  return GTK_WIDGET (self);
}
