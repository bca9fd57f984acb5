/* The keyboard stays where it is while the window gets another size. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-window-private.h"

/* What insists on having it shall have it. */
#define MOST_RESTORED 3

/* Where a window becomes narrow or wide, libadwaita 1.7 takes its content away for a frame, and a dialog's for as long
 * as it moves to the window's edge; GTK then leads the focus to another control. What had it before is given it again,
 * as soon as it is there, unless the person has done something meanwhile.
 */

static void
forget (HnWindow *self)
{
  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->kept_focus == NULL)
    return;

  g_clear_signal_handler (&self->kept_handler, self->kept_focus);
  g_clear_weak_pointer (&self->kept_focus);
}

static gboolean
restore_cb (gpointer data)
{
  HnWindow *self = data;

  self->focus_source = 0;
  if (self->n_restored >= MOST_RESTORED)
    {
      forget (self);
      return G_SOURCE_REMOVE;
    }
  if (self->kept_focus == NULL || !gtk_widget_get_mapped (self->kept_focus)
      || gtk_widget_get_root (self->kept_focus) != GTK_ROOT (self) || gtk_widget_is_focus (self->kept_focus))
    return G_SOURCE_REMOVE;

  self->n_restored += 1;
  /* What is written stays as it is marked. */
  if (GTK_IS_TEXT (self->kept_focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (self->kept_focus));
  else
    gtk_widget_grab_focus (self->kept_focus);

  return G_SOURCE_REMOVE;
}

/* After the frame in which GTK moves the focus. */
static void
kept_mapped_cb (HnWindow *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_LOW, restore_cb, self, NULL);
}

/* GTK may move it also once all is there again. */
static void
focus_changed_cb (HnWindow *self)
{
  if (self->kept_focus != NULL && gtk_window_get_focus (GTK_WINDOW (self)) != self->kept_focus
      && gtk_widget_get_mapped (self->kept_focus))
    kept_mapped_cb (self);
}

static gboolean
event_cb (HnWindow *self,
          GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      forget (self);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

/**
 * hn_window_watch_focus:
 *
 * To be called once: what the person does counts for more than where the keyboard was.
 */
void
hn_window_watch_focus (HnWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "destroy", G_CALLBACK (forget), NULL);
}

/**
 * hn_window_keep_focus:
 * @width: which the window is about to have, in pixels
 * @height: the same
 *
 * To be called before the window's content gets the room.
 */
void
hn_window_keep_focus (HnWindow *self,
                      int       width,
                      int       height)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (width == self->width && height == self->height)
    return;

  self->width = width;
  self->height = height;
  self->n_restored = 0;
  if (self->kept_focus != NULL || focus == NULL)
    return;

  g_set_weak_pointer (&self->kept_focus, focus);
  self->kept_handler = g_signal_connect_object (focus, "map", G_CALLBACK (kept_mapped_cb), self, G_CONNECT_SWAPPED);
}
