/* The figures of a page of a report on the screen: pointed at, gone through by keys, pressed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-view-private.h"

#include <math.h>

#include "hn-figure.h"

/**
 * hn_paper_view_get_spot:
 *
 * Returns: (transfer none) (nullable): the figure under the pointer, or that keys have chosen
 */
const HnPaperSpot *
hn_paper_view_get_spot (HnPaperView *self)
{
  return self->current < self->spots->len ? &g_array_index (self->spots, HnPaperSpot, self->current) : NULL;
}

/**
 * hn_paper_view_set_current:
 * @current: the place of a figure on the page, or %G_MAXUINT
 *
 * Makes it the one that is pressed by Enter, and says it to a screen reader.
 */
void
hn_paper_view_set_current (HnPaperView *self,
                           guint        current)
{
  const HnPaperSpot *spot;
  g_autofree char *words = NULL;

  if (self->current == current)
    return;

  self->current = current;
  spot = hn_paper_view_get_spot (self);
  if (spot != NULL)
    words = hn_figure_print (hn_report_page_item_get_pages (self->item)->report, spot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), spot != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint
find_spot (HnPaperView *self,
           double       x,
           double       y)
{
  graphene_rect_t page;

  hn_paper_view_get_page (self, &page);
  x = (x - (double) page.origin.x) / self->zoom;
  y = (y - (double) page.origin.y) / self->zoom;
  for (guint i = 0; i < self->spots->len; i++)
    {
      const HnPaperBox *cell = &g_array_index (self->spots, HnPaperSpot, i).cell;

      if (x >= cell->x && x < cell->x + cell->width && y >= cell->y && y < cell->y + cell->height)
        return i;
    }

  return G_MAXUINT;
}

/**
 * hn_paper_view_update_spots:
 *
 * Reads anew where the figures of the page are.
 */
void
hn_paper_view_update_spots (HnPaperView *self)
{
  g_autoptr (GArray) all = NULL;

  g_array_set_size (self->spots, 0);
  if (self->item == NULL)
    return;

  all =
    hn_paper_list_spots (hn_report_page_item_get_pages (self->item)->paper, hn_report_page_item_get_index (self->item));
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, HnPaperSpot, i).number)
      g_array_append_val (self->spots, g_array_index (all, HnPaperSpot, i));
}

static gboolean
get_pointer (HnPaperView *self,
             double      *x,
             double      *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  return native != NULL && pointer != NULL
         && gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, x, y, NULL);
}

/* The pages move below a pointer that rests when keys bring a figure into view, and that is a motion to the toolkit. */
static gboolean
pointer_rests (HnPaperView *self)
{
  double x, y;

  return self->by_keys && get_pointer (self, &x, &y) && fabs (x - self->rest_x) < 1 && fabs (y - self->rest_y) < 1;
}

static void
motion_cb (HnPaperView *self,
           double       x,
           double       y)
{
  if (pointer_rests (self))
    return;

  self->by_keys = FALSE;
  hn_paper_view_set_current (self, find_spot (self, x, y));
}

static void
leave_cb (HnPaperView *self)
{
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    hn_paper_view_set_current (self, G_MAXUINT);
}

static void
press_current (HnPaperView *self)
{
  const HnPaperSpot *spot = hn_paper_view_get_spot (self);
  HnPaperSpot copy;

  if (spot == NULL)
    return;

  copy = *spot;
  g_signal_emit_by_name (self, "pressed", &copy);
}

static void
released_cb (HnPaperView *self,
             int          n_press,
             double       x,
             double       y)
{
  hn_paper_view_set_current (self, find_spot (self, x, y));
  if (self->current == G_MAXUINT)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  press_current (self);
}

/* The figure nearest below or above, in the same column. */
static guint
find_vertical (HnPaperView *self,
               int          by)
{
  const HnPaperSpot *from = hn_paper_view_get_spot (self);

  for (guint i = self->current + (guint) by; from != NULL && i < self->spots->len; i += (guint) by)
    {
      const HnPaperSpot *spot = &g_array_index (self->spots, HnPaperSpot, i);

      if (fabs (spot->cell.x - from->cell.x) < 1 && fabs (spot->cell.y - from->cell.y) > 1)
        return i;
    }

  return G_MAXUINT;
}

static guint
find_next (HnPaperView *self,
           guint        keyval)
{
  guint n = self->spots->len;

  if (n == 0)
    return G_MAXUINT;
  if (self->current == G_MAXUINT)
    return 0;

  switch (keyval)
    {
    case GDK_KEY_Left:
      return self->current > 0 ? self->current - 1 : G_MAXUINT;
    case GDK_KEY_Right:
      return self->current + 1 < n ? self->current + 1 : G_MAXUINT;
    case GDK_KEY_Up:
      return find_vertical (self, -1);
    case GDK_KEY_Down:
      return find_vertical (self, 1);
    default:
      return G_MAXUINT;
    }
}

/* What keys have chosen is brought into view and said. */
static void
show_current (HnPaperView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const HnPaperSpot *spot = hn_paper_view_get_spot (self);
  g_autofree char *words = hn_figure_print (hn_report_page_item_get_pages (self->item)->report, spot);
  graphene_point_t at;
  graphene_rect_t page;
  GtkAdjustment *adjustment;
  double top, height = spot->cell.height * self->zoom;

  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  hn_paper_view_get_page (self, &page);
  if (viewport == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), viewport,
                                    &GRAPHENE_POINT_INIT (0, page.origin.y + (float) (spot->cell.y * self->zoom)), &at))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (viewport));
  top = gtk_adjustment_get_value (adjustment) + (double) at.y;
  gtk_adjustment_clamp_page (adjustment, top - height, top + 2 * height);
}

static gboolean
key_cb (HnPaperView     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  modifiers)
{
  guint next;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      press_current (self);
      return self->current != G_MAXUINT;
    }

  next = find_next (self, keyval);
  if (next == G_MAXUINT
      || !(keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    return FALSE;

  self->by_keys = get_pointer (self, &self->rest_x, &self->rest_y);
  hn_paper_view_set_current (self, next);
  show_current (self);

  return TRUE;
}

/**
 * hn_paper_view_add_controllers:
 *
 * Lets the pointer and the keys choose figures.
 */
void
hn_paper_view_add_controllers (HnPaperView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
