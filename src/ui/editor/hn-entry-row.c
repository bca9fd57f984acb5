/* A field of one line: words, a number, a date, an amount. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-entry-row.h"

#include <glib/gi18n-lib.h>

#include "hn-currency-picker.h"
#include "hn-digit-groups.h"
#include "hn-spoken.h"

struct _HnEntryRow
{
  HnFieldRow parent_instance;

  char *before;       /* what stood there before the last key */
  gboolean selecting; /* in the calendar, what the field holds */
  GtkWidget *picker;  /* of the currency, or NULL */

  GtkText *text;
  GtkMenuButton *calendar_button;
};

G_DEFINE_FINAL_TYPE (HnEntryRow, hn_entry_row, HN_TYPE_FIELD_ROW)

static HnEdit *
get_edit (HnEntryRow *self)
{
  return hn_field_row_get_edit (HN_FIELD_ROW (self));
}

static const HnField *
get_field (HnEntryRow *self)
{
  return hn_field_row_get_field (HN_FIELD_ROW (self));
}

static const char *
get_text (HnEntryRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

static void
set_text (HnEntryRow *self,
          const char *text)
{
  if (!g_str_equal (get_text (self), text))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  g_set_str (&self->before, text);
}

/* (transfer full): what stands in the field, as it should stand there; cursor is in and out */
static char *
read_text (HnEntryRow *self,
           int        *cursor)
{
  *cursor = gtk_editable_get_position (GTK_EDITABLE (self->text));

  return hn_field_is_number (get_field (self)) ? hn_digit_groups (self->before, get_text (self), cursor)
                                               : g_strdup (get_text (self));
}

static gboolean
group_digits_cb (gpointer data)
{
  g_autoptr (HnEntryRow) self = data;
  g_autofree char *grouped = NULL;
  int cursor;

  if (hn_field_row_is_updating (HN_FIELD_ROW (self)))
    return G_SOURCE_REMOVE;

  grouped = read_text (self, &cursor);
  if (!g_str_equal (grouped, get_text (self)))
    {
      set_text (self, grouped);
      gtk_editable_set_position (GTK_EDITABLE (self->text), cursor);
    }
  g_set_str (&self->before, grouped);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (HnEntryRow *self)
{
  g_autofree char *text = NULL;
  int cursor;

  if (hn_field_row_is_updating (HN_FIELD_ROW (self)))
    return;

  text = read_text (self, &cursor);
  hn_edit_set_input (get_edit (self), get_field (self), text);
  /* The text is in the middle of being changed: it and its cursor can only be set afterwards. */
  if (hn_field_is_number (get_field (self)))
    g_idle_add_full (GTK_PRIORITY_RESIZE - 1, group_digits_cb, g_object_ref (self), NULL);
}

static void
activate_cb (HnEntryRow *self)
{
  hn_field_row_next (HN_FIELD_ROW (self));
}

static void
show_draft (HnFieldRow *row,
            gboolean    typing)
{
  HnEntryRow *self = HN_ENTRY_ROW (row);
  g_autofree char *input = NULL;

  if (self->picker != NULL)
    hn_currency_picker_update (HN_CURRENCY_PICKER (self->picker));
  if (typing)
    return;

  input = hn_draft_get_input (hn_edit_get_draft (get_edit (self)), get_field (self));
  set_text (self, input);
}

static GtkWidget *
get_focus (HnFieldRow *row)
{
  return GTK_WIDGET (HN_ENTRY_ROW (row)->text);
}

/* --- the calendar of a date ---------------------------------------------- */

static void
day_selected_cb (HnEntryRow  *self,
                 GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  if (self->selecting || hn_field_row_is_updating (HN_FIELD_ROW (self)))
    return;

  hn_edit_set_value (get_edit (self), get_field (self), g_variant_new_string (iso), NULL);
}

/* A press or Enter on a day is the answer. */
static void
day_chosen_cb (HnEntryRow *self)
{
  gtk_menu_button_popdown (self->calendar_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* How far the arrow keys go over the days: days, or months. */
static gboolean
find_step (guint  keyval,
           int   *days,
           int   *months)
{
  static const struct
  {
    guint keyval;
    int days, months;
  } steps[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, -7, 0 },
    { GDK_KEY_Down, 7, 0 },  { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_Page_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keyval == keyval)
      {
        *days = steps[i].days;
        *months = steps[i].months;
        return TRUE;
      }

  return FALSE;
}

/* GTK 4.18 paints the days and says nothing of them: the calendar is called by the one that is chosen. */
static void
name_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%d/%m/%Y");

  gtk_accessible_update_property (GTK_ACCESSIBLE (calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Its four buttons are arrows without words, a month back and on, a year back and on. */
static void
name_steps (GtkWidget *widget,
            guint     *n_named)
{
  const char *const names[] = { _("Previous Month"), _("Next Month"), _("Previous Year"), _("Next Year") };

  if (GTK_IS_BUTTON (widget) && *n_named < G_N_ELEMENTS (names))
    {
      hn_spoken_name (widget, names[*n_named], NULL);
      *n_named += 1;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_steps (child, n_named);
}

static void
select_silently (HnEntryRow  *self,
                 GtkCalendar *calendar,
                 GDateTime   *day)
{
  self->selecting = TRUE;
  gtk_calendar_select_day (calendar, day);
  self->selecting = FALSE;
}

/* The keys go over the days on the way to the one that Enter takes. */
static gboolean
calendar_key_cb (HnEntryRow            *self,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 GtkEventControllerKey *keys)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  g_autoptr (GDateTime) now = gtk_calendar_get_date (calendar), then = NULL;
  g_autofree char *said = NULL;
  int days, months;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      day_selected_cb (self, calendar);
      day_chosen_cb (self);
      return TRUE;
    }
  if (!find_step (keyval, &days, &months))
    return FALSE;

  then = months != 0 ? g_date_time_add_months (now, months) : g_date_time_add_days (now, days);
  select_silently (self, calendar, then);
  said = g_date_time_format (then, "%d/%m/%Y");
  gtk_accessible_announce (GTK_ACCESSIBLE (calendar), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return TRUE;
}

static GtkCalendar *
create_calendar (HnEntryRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  guint n_named = 0;

  name_steps (calendar, &n_named);
  name_day (GTK_CALENDAR (calendar));
  g_signal_connect (calendar, "notify::day", G_CALLBACK (name_day), NULL);
  g_signal_connect (calendar, "notify::month", G_CALLBACK (name_day), NULL);
  g_signal_connect (calendar, "notify::year", G_CALLBACK (name_day), NULL);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (calendar_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (calendar, keys);
  g_signal_connect_object (press, "released", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (press));
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (self->calendar_button, popover);

  return GTK_CALENDAR (calendar);
}

static void
select_day (HnEntryRow  *self,
            GtkCalendar *calendar)
{
  const HnRecord *record = hn_draft_get_record (hn_edit_get_draft (get_edit (self)));
  HnDate date = hn_record_get_date (record, get_field (self)->name);
  g_autoptr (GDateTime) day = NULL;

  if (!hn_date_is_set (date))
    return;
  date = hn_date_first (date);
  day = g_date_time_new_local (date.year, date.month, date.day, 0, 0, 0);
  select_silently (self, calendar, day);
}

static void
create_calendar_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  HnEntryRow *self = user_data;
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkCalendar *calendar = popover != NULL ? GTK_CALENDAR (gtk_popover_get_child (popover)) : create_calendar (self);

  select_day (self, calendar);
}

static gboolean
key_pressed_cb (HnEntryRow      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || (state & GDK_ALT_MASK) == 0)
    return FALSE;

  gtk_menu_button_popup (self->calendar_button);

  return TRUE;
}

static void
add_calendar (HnEntryRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->calendar_button), TRUE);
  /* Who types goes from field to field, not over the calendar. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->calendar_button)), FALSE);
  gtk_menu_button_set_create_popup_func (self->calendar_button, create_calendar_cb, self, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
}

/* --- what stands behind a number ----------------------------------------- */

static void
add_unit (HnEntryRow *self,
          const char *sign)
{
  GtkWidget *label = gtk_label_new (sign);

  gtk_widget_add_css_class (label, "dim-label");
  g_object_set (self, "suffix", label, NULL);
}

static void
begin_number (HnEntryRow *self)
{
  const HnField *field = get_field (self);
  const HnKind *kind = hn_edit_get_kind (get_edit (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  if (field->type == HN_TYPE_PERCENT)
    add_unit (self, "%");
  if (field->type != HN_TYPE_MONEY)
    return;
  if (field->currency == NULL)
    {
      add_unit (self, "đ");
      return;
    }

  self->picker = hn_currency_picker_new (get_edit (self), hn_kind_get_field (kind, field->currency));
  g_object_set (self, "suffix", self->picker, NULL);
}

/* --- the object ---------------------------------------------------------- */

static void
begin (HnFieldRow *row)
{
  HnEntryRow *self = HN_ENTRY_ROW (row);

  if (hn_field_is_number (get_field (self)))
    begin_number (self);

  switch ((int) get_field (self)->type)
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
      add_calendar (self);
      break;
    default:
      break;
    }
}

static void
hn_entry_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_ENTRY_ROW);

  G_OBJECT_CLASS (hn_entry_row_parent_class)->dispose (object);
}

static void
hn_entry_row_finalize (GObject *object)
{
  g_free (HN_ENTRY_ROW (object)->before);

  G_OBJECT_CLASS (hn_entry_row_parent_class)->finalize (object);
}

static void
hn_entry_row_class_init (HnEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HnFieldRowClass *row_class = HN_FIELD_ROW_CLASS (klass);

  object_class->dispose = hn_entry_row_dispose;
  object_class->finalize = hn_entry_row_finalize;
  row_class->get_focus = get_focus;
  row_class->begin = begin;
  row_class->show = show_draft;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, text);
  gtk_widget_class_bind_template_child (widget_class, HnEntryRow, calendar_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
hn_entry_row_init (HnEntryRow *self)
{
  self->before = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}
