/* One attachment among those of a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-attachment-tile.h"

#include <glib/gi18n-lib.h>

#include "hn-size.h"
#include "hn-spoken.h"

struct _HnAttachmentTile
{
  GtkFlowBoxChild parent_instance;

  HnAttachment *attachment;

  GtkStack *pictures;
  GtkImage *icon;
  GtkPicture *picture;
  GtkMenuButton *menu_button;
  GtkLabel *caption;
  GtkLabel *credit;
  GtkLabel *name;
  GtkLabel *size;
};

enum
{
  OPEN,
  SAVE,
  DESCRIBE,
  DELETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnAttachmentTile, hn_attachment_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
describe_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[DESCRIBE], 0);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[DELETE], 0);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (HN_ATTACHMENT_TILE (widget)->menu_button);
}

static void
secondary_pressed_cb (HnAttachmentTile *self)
{
  gtk_menu_button_popup (self->menu_button);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_attachment_tile_dispose (GObject *object)
{
  HnAttachmentTile *self = HN_ATTACHMENT_TILE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_ATTACHMENT_TILE);
  g_clear_object (&self->attachment);

  G_OBJECT_CLASS (hn_attachment_tile_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "attachment.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "attachment.describe", NULL, describe_action);
  gtk_widget_class_install_action (widget_class, "attachment.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "attachment.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "attachment.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "attachment.describe", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "attachment.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "attachment.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "attachment.menu", NULL);
}

static void
hn_attachment_tile_class_init (HnAttachmentTileClass *klass)
{
  static const char *const names[N_SIGNALS] = { "open", "save", "describe", "delete" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_attachment_tile_dispose;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] =
      g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-attachment-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, pictures);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, icon);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, picture);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, caption);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, credit);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, name);
  gtk_widget_class_bind_template_child (widget_class, HnAttachmentTile, size);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
}

static void
hn_attachment_tile_init (HnAttachmentTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_menus (GTK_WIDGET (self));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* Everything that stands below the picture, for who cannot see it or sees it cut off. */
static char *
describe (HnAttachment *attachment,
          const char   *size)
{
  GString *text = g_string_new (NULL);
  const char *const parts[] = {
    hn_attachment_get_caption (attachment),
    hn_attachment_get_credit (attachment),
    hn_attachment_get_name (attachment),
    size,
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", parts[i]);
    }

  return g_string_free_and_steal (text);
}

static void
fill (HnAttachmentTile *self)
{
  g_autofree char *type = g_content_type_from_mime_type (hn_attachment_get_media_type (self->attachment));
  g_autoptr (GIcon) icon = g_content_type_get_icon (type != NULL ? type : "application/octet-stream");
  g_autofree char *size = hn_size_print (hn_attachment_get_size (self->attachment));
  g_autofree char *all = describe (self->attachment, size);

  gtk_image_set_from_gicon (self->icon, icon);
  show_text (self->caption, hn_attachment_get_caption (self->attachment));
  show_text (self->credit, hn_attachment_get_credit (self->attachment));
  show_text (self->name, hn_attachment_get_name (self->attachment));
  show_text (self->size, size);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

/**
 * hn_attachment_tile_new:
 * @read_only: it can be looked at only
 */
GtkWidget *
hn_attachment_tile_new (HnAttachment *attachment,
                        gboolean      read_only)
{
  HnAttachmentTile *self;

  g_return_val_if_fail (HN_IS_ATTACHMENT (attachment), NULL);

  self = g_object_new (HN_TYPE_ATTACHMENT_TILE, NULL);
  self->attachment = g_object_ref (attachment);
  fill (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.describe", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.delete", !read_only);

  return GTK_WIDGET (self);
}

/**
 * hn_attachment_tile_get_attachment:
 *
 * Returns: (transfer none) (nullable): the attachment that the tile shows
 */
HnAttachment *
hn_attachment_tile_get_attachment (HnAttachmentTile *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT_TILE (self), NULL);

  return self->attachment;
}

/**
 * hn_attachment_tile_set_picture:
 * @picture: what the attachment looks like, instead of an icon
 */
void
hn_attachment_tile_set_picture (HnAttachmentTile *self,
                                GdkPaintable     *picture)
{
  g_return_if_fail (HN_IS_ATTACHMENT_TILE (self));
  g_return_if_fail (GDK_IS_PAINTABLE (picture));

  gtk_picture_set_paintable (self->picture, picture);
  gtk_picture_set_alternative_text (self->picture, hn_attachment_get_caption (self->attachment));
  gtk_stack_set_visible_child_name (self->pictures, "picture");
}
