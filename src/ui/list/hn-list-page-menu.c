/* The keys of a list, and the menu on its rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-list-page-private.h"
#include "hn-record-column.h"
#include "hn-spoken.h"

/* --- which row ----------------------------------------------------------- */

/* (nullable): the first of what is in a widget, depth first, that belongs to a row of the list */
static GtkListItem *
find_item_below (GtkWidget *widget)
{
  GtkListItem *item = hn_record_cell_get_item (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); item == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    item = find_item_below (child);

  return item;
}

/* Whether there is a row at a widget of the view, and which. */
static gboolean
find_row (HnListPage *self,
          GtkWidget  *widget,
          guint      *position)
{
  GtkListItem *item = NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self->view) && item == NULL; widget = gtk_widget_get_parent (widget))
    {
      item = hn_record_cell_get_item (widget);
      if (item == NULL && g_str_equal (gtk_widget_get_css_name (widget), "row"))
        item = find_item_below (widget);
    }
  if (item == NULL)
    return FALSE;
  *position = gtk_list_item_get_position (item);

  return *position < hn_record_list_get_ids (self->list)->len;
}

/* --- the menu ------------------------------------------------------------ */

static void
popup (HnListPage *self,
       double      x,
       double      y)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

/* Back to the rows: left to itself, the focus would go to whatever comes next. What was chosen happens after this. */
static void
menu_closed_cb (HnListPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A press on what is not selected selects it: the menu is about what is marked. */
static void
secondary_pressed_cb (HnListPage *self,
                      int         n_press,
                      double      x,
                      double      y,
                      GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;
  guint position;

  if (picked == NULL || !find_row (self, picked, &position)
      || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self, point.x, point.y);
}

/* At the row that has the keyboard. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  HnListPage *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  guint position;

  if (focus == NULL || !find_row (self, focus, &position)
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return FALSE;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  popup (self, bounds.origin.x + 40, bounds.origin.y + bounds.size.height / 2);

  return TRUE;
}

/* --- keys ---------------------------------------------------------------- */

static void
add_shortcut (GtkShortcutController *keys,
              guint                  keyval,
              GdkModifierType        modifiers,
              const char            *action)
{
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                                                gtk_named_action_new (action)));
}

static void
add_menu_shortcut (HnListPage            *self,
                   GtkShortcutController *keys,
                   guint                  keyval,
                   GdkModifierType        modifiers)
{
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                                                gtk_callback_action_new (menu_key_cb, self, NULL)));
}

/* The keys are those of the view: in the search they belong to the text. */
static void
add_keys (HnListPage *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  add_shortcut (keys, GDK_KEY_Delete, 0, "list.delete");
  add_shortcut (keys, GDK_KEY_KP_Delete, 0, "list.delete");
  add_shortcut (keys, GDK_KEY_d, GDK_CONTROL_MASK, "list.duplicate");
  add_shortcut (keys, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy");
  add_menu_shortcut (self, keys, GDK_KEY_Menu, 0);
  add_menu_shortcut (self, keys, GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (keys));
}

/* A touch on a row of a narrow window opens it; with a key held down it selects as everywhere. */
static void
released_cb (HnListPage *self,
             int         n_press,
             double      x,
             double      y,
             GtkGesture *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  guint position;

  if (!self->narrow || n_press > 1 || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 || picked == NULL
      || !find_row (self, picked, &position))
    return;

  hn_list_page_activate (self, position);
}

static gboolean
search_key_cb (HnListPage      *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  hn_list_page_focus_rows (self);

  return GDK_EVENT_STOP;
}

/**
 * hn_list_page_build_menu:
 *
 * Gives the list its menu and its keys.
 */
void
hn_list_page_build_menu (HnListPage *self)
{
  GtkGesture *secondary = gtk_gesture_click_new (), *primary = gtk_gesture_click_new ();
  GtkEventController *search_keys = gtk_event_controller_key_new ();

  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
  hn_spoken_menu (self->row_menu);
  g_signal_connect_object (self->row_menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_object (primary, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (primary));

  gtk_event_controller_set_propagation_phase (search_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (search_keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), search_keys);

  add_keys (self);
}
