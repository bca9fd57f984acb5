/* The side of a tab: which record stands there, whether it is seen, and how wide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-tab-page-private.h"

/**
 * hn_tab_page_take_side:
 *
 * Returns: (transfer none): the side, which is made when it is first asked for
 */
HnRecordSide *
hn_tab_page_take_side (HnTabPage *self)
{
  if (self->side == NULL)
    {
      self->side = hn_record_side_new (self->context);
      gtk_widget_set_hexpand (self->side, TRUE);
      g_object_bind_property (self->split, "collapsed", self->side, "sheet", G_BINDING_SYNC_CREATE);
      gtk_box_append (self->side_box, self->side);
    }

  return HN_RECORD_SIDE (self->side);
}

/**
 * hn_tab_page_move_side:
 * @shown: whether it stands beside the list, or over it in a slim window
 *
 * libadwaita 1.7 divides the speed of its move by its width, which it has none of before it was laid out first: what is
 * beside it would get no width at all while it moves. Then it does not move, but stands there at once.
 */
void
hn_tab_page_move_side (HnTabPage *self,
                       gboolean   shown)
{
  GtkWidget *split = GTK_WIDGET (self->split);
  gboolean early = gtk_widget_get_mapped (split) && gtk_widget_get_width (split) == 0;

  if (early)
    g_object_set (gtk_widget_get_settings (split), "gtk-enable-animations", FALSE, NULL);
  adw_overlay_split_view_set_show_sidebar (self->split, shown);
  if (early)
    gtk_settings_reset_property (gtk_widget_get_settings (split), "gtk-enable-animations");
}

/**
 * hn_tab_page_update_side:
 *
 * Shows at the side what is selected in the list.
 */
void
hn_tab_page_update_side (HnTabPage *self)
{
  HnListPage *list = hn_tab_page_get_list (self);
  g_autoptr (GArray) ids = list != NULL ? hn_list_page_get_selected_ids (list) : NULL;

  if (ids == NULL || (ids->len == 0 && self->side == NULL))
    return;

  if (ids->len > 1)
    hn_record_side_set_several (hn_tab_page_take_side (self), hn_list_page_get_kind (list), ids);
  else
    hn_record_side_set_record (hn_tab_page_take_side (self), hn_list_page_get_kind (list),
                               ids->len == 1 ? g_array_index (ids, gint64, 0) : 0);

  /* It opens with the first record that is selected, and then stays: a list that jumps is no list. */
  if (ids->len > 0 && self->wanted && !self->slim)
    hn_tab_page_move_side (self, TRUE);
}

static void
shown_changed_cb (HnTabPage *self)
{
  gboolean shown = adw_overlay_split_view_get_show_sidebar (self->split);

  if (shown)
    hn_tab_page_update_side (self);
  g_object_notify (G_OBJECT (self), "side-shown");
}

/**
 * hn_tab_page_set_side_shown:
 * @shown: whether the side stands beside the list, or over it in a slim window
 */
void
hn_tab_page_set_side_shown (HnTabPage *self,
                            gboolean   shown)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split) == shown)
    return;

  if (shown)
    hn_tab_page_take_side (self);
  if (!self->slim && self->wanted != shown)
    {
      self->wanted = shown;
      g_object_notify (G_OBJECT (self), "side-wanted");
    }
  hn_tab_page_move_side (self, shown);
}

/**
 * hn_tab_page_set_side_wanted:
 * @wanted: whether the person wants to see the side where there is room
 */
void
hn_tab_page_set_side_wanted (HnTabPage *self,
                             gboolean   wanted)
{
  if (self->wanted == wanted)
    return;

  self->wanted = wanted;
  if (!self->slim && self->side != NULL)
    hn_tab_page_move_side (self, wanted);
  g_object_notify (G_OBJECT (self), "side-wanted");
}

/* --- its width ----------------------------------------------------------- */

/**
 * hn_tab_page_update_width:
 *
 * A sheet covers the whole list; next to it, the side is as wide as the person made it, but never more than half.
 */
void
hn_tab_page_update_width (HnTabPage *self)
{
  adw_overlay_split_view_set_max_sidebar_width (self->split, self->slim ? HN_SIDE_MAX_WIDTH : self->side_width);
  adw_overlay_split_view_set_sidebar_width_fraction (self->split, self->slim ? 1 : 0.5);
}

/**
 * hn_tab_page_set_side_width:
 * @width: in pixels, from %HN_SIDE_MIN_WIDTH to %HN_SIDE_MAX_WIDTH
 */
void
hn_tab_page_set_side_width (HnTabPage *self,
                            int        width)
{
  width = CLAMP (width, HN_SIDE_MIN_WIDTH, HN_SIDE_MAX_WIDTH);
  if (self->side_width == width)
    return;

  self->side_width = width;
  hn_tab_page_update_width (self);
  g_object_notify (G_OBJECT (self), "side-width");
}

static void
drag_begin_cb (HnTabPage *self)
{
  self->drag_width = gtk_widget_get_width (GTK_WIDGET (self->side_box));
}

/* The handle moves away under the pointer with what it drags: where it is now counts, not where it began. */
static void
drag_update_cb (HnTabPage *self,
                double     x,
                double     y)
{
  gboolean back = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  self->drag_width += (int) (back ? x : -x);
  hn_tab_page_set_side_width (self, MIN (self->drag_width, gtk_widget_get_width (GTK_WIDGET (self)) / 2));
}

/**
 * hn_tab_page_bind_side:
 *
 * Binds what the template of the class calls of the side.
 */
void
hn_tab_page_bind_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_update_cb);
}
