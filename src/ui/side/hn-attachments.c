/* The attachments of a record: thumbnails with captions; added, opened, saved out, described, removed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-attachments.h"

#include <glib/gi18n-lib.h>

#include "hn-attachment-deeds.h"
#include "hn-attachment-dialog.h"
#include "hn-attachment-files.h"
#include "hn-attachment-list.h"
#include "hn-attachment-paste.h"
#include "hn-attachment-tile.h"
#include "hn-failure.h"
#include "hn-number.h"
#include "hn-thumbnails.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

/* Reading that is over sooner is not shown, in milliseconds. */
#define BLINK 300

struct _HnAttachments
{
  GtkWidget parent_instance;

  HnContext *context;
  HnAttachmentList *list;
  HnThumbnails *thumbnails;
  GCancellable *adding; /* files are being read */
  guint blink;

  GtkWidget *add_button;
  GtkLabel *count;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkLabel *failure;
  GtkFlowBox *tiles;
};

G_DEFINE_FINAL_TYPE (HnAttachments, hn_attachments, GTK_TYPE_WIDGET)

static void
update_actions (HnAttachments *self)
{
  gboolean writable =
    !hn_store_is_read_only (hn_context_get_store (self->context)) && hn_attachment_list_get_id (self->list) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.add", writable && self->adding == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.paste", writable && self->adding == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachments.cancel", self->adding != NULL);
}

/* --- adding -------------------------------------------------------------- */

static void
stop_adding (HnAttachments *self)
{
  g_clear_handle_id (&self->blink, g_source_remove);
  g_clear_object (&self->adding);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  update_actions (self);
}

static void
say_added (HnAttachments *self,
           const char    *title,
           gint64         change)
{
  g_autofree char *message = g_strdup_printf (_("Added “%s”"), title);

  hn_toast_show (GTK_WIDGET (self), hn_undo_toast_new_saying (GTK_WIDGET (self), self->context, message, change));
}

static void
say_refused (HnAttachments *self,
             const char    *refusals)
{
  g_autoptr (GError) error = g_error_new_literal (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNREADABLE, refusals);

  hn_failure_show (GTK_WIDGET (self), _("Not All Files Were Added"), error);
}

/* Whoever has turned to another window, or closed this one, is not told. */
static gboolean
is_alive (HnAttachments *self)
{
  return self->context != NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnAttachments) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *refusals = NULL;
  gint64 change;
  gboolean added = hn_attachment_add_finish (HN_STORE (source), result, &change, &title, &refusals, &error);

  if (!is_alive (self))
    return;

  stop_adding (self);
  if (added)
    {
      say_added (self, title, change);
      if (refusals != NULL)
        say_refused (self, refusals);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hn_failure_show (GTK_WIDGET (self), _("Nothing Was Added"), error);
}

static gboolean
blink_over_cb (gpointer data)
{
  HnAttachments *self = data;

  self->blink = 0;
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);

  return G_SOURCE_REMOVE;
}

static void
start_adding (HnAttachments *self)
{
  self->adding = g_cancellable_new ();
  self->blink = g_timeout_add (BLINK, blink_over_cb, self);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  update_actions (self);
}

static void
add_files (HnAttachments *self,
           GPtrArray     *files)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();

  if (files->len == 0 || self->adding != NULL)
    return;

  start_adding (self);
  g_object_bind_property (gauge, "progress", self->progress_bar, "fraction", G_BINDING_DEFAULT);
  hn_attachment_add_async (hn_context_get_store (self->context), hn_attachment_list_get_kind (self->list),
                           hn_attachment_list_get_id (self->list), files, gauge, self->adding, added_cb,
                           g_object_ref (self));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HnAttachments) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (!is_alive (self))
    return;
  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        hn_failure_show (GTK_WIDGET (self), _("Nothing Was Added"), error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  add_files (self, files);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_dialog_set_title (dialog, _("Add Files"));
  gtk_file_dialog_set_accept_label (dialog, _("_Add"));
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, files_chosen_cb,
                                 g_object_ref (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (HN_ATTACHMENTS (widget)->adding);
}

static gboolean
dropped_cb (HnAttachments *self,
            const GValue  *value)
{
  g_autoptr (GPtrArray) files = hn_attachment_list_files (value);

  if (hn_attachment_list_get_id (self->list) == 0 || self->adding != NULL)
    return FALSE;

  add_files (self, files);

  return TRUE;
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnAttachments) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *name = NULL;
  gboolean found = hn_attachment_paste_finish (result, &files, &picture, &error);

  if (!is_alive (self))
    return;

  if (!found)
    hn_toast_say (GTK_WIDGET (self), error->message);
  else if (files != NULL)
    add_files (self, files);
  else if (self->adding == NULL && hn_attachment_list_get_id (self->list) != 0)
    {
      start_adding (self);
      name = hn_attachment_paste_name ();
      hn_attachment_add_bytes_async (hn_context_get_store (self->context), hn_attachment_list_get_kind (self->list),
                                     hn_attachment_list_get_id (self->list), name, picture, added_cb,
                                     g_object_ref (self));
    }
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  hn_attachment_paste_async (gtk_widget_get_clipboard (widget), pasted_cb, g_object_ref (widget));
}

/* --- tiles --------------------------------------------------------------- */

static void
open_cb (HnAttachments    *self,
         HnAttachmentTile *tile)
{
  hn_attachment_open (GTK_WIDGET (self), self->context, hn_attachment_tile_get_attachment (tile));
}

static void
save_cb (HnAttachments    *self,
         HnAttachmentTile *tile)
{
  hn_attachment_save (GTK_WIDGET (self), self->context, hn_attachment_tile_get_attachment (tile));
}

static void
describe_cb (HnAttachments    *self,
             HnAttachmentTile *tile)
{
  adw_dialog_present (hn_attachment_dialog_new (self->context, hn_attachment_tile_get_attachment (tile)),
                      GTK_WIDGET (self));
}

static void
delete_cb (HnAttachments    *self,
           HnAttachmentTile *tile)
{
  hn_attachment_delete (GTK_WIDGET (self), self->context, hn_attachment_tile_get_attachment (tile));
}

static void
tile_activated_cb (HnAttachments    *self,
                   HnAttachmentTile *tile)
{
  open_cb (self, tile);
}

static GtkWidget *
create_tile (HnAttachments *self,
             HnAttachment  *attachment)
{
  GtkWidget *tile = hn_attachment_tile_new (attachment, hn_store_is_read_only (hn_context_get_store (self->context)));

  g_signal_connect_object (tile, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tile, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tile, "describe", G_CALLBACK (describe_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tile, "delete", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  if (hn_attachment_is_image (attachment))
    hn_thumbnails_show (self->thumbnails, HN_ATTACHMENT_TILE (tile));

  return tile;
}

/* The tile of an attachment that stays is kept, and with it the focus. */
static GtkWidget *
take_tile (HnAttachments *self,
           HnAttachment  *attachment)
{
  for (int i = 0;; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->tiles, i);

      if (child == NULL)
        return create_tile (self, attachment);
      if (hn_attachment_tile_get_attachment (HN_ATTACHMENT_TILE (child)) == attachment)
        return GTK_WIDGET (child);
    }
}

static void
remove_tiles (HnAttachments *self,
              GPtrArray     *kept)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->tiles));

  while (child != NULL)
    {
      GtkWidget *after = gtk_widget_get_next_sibling (child);

      if (kept == NULL || !g_ptr_array_find (kept, child, NULL))
        gtk_flow_box_remove (self->tiles, child);
      child = after;
    }
}

static void
update_head (HnAttachments *self,
             guint          n)
{
  g_autofree char *figures = n > 0 ? hn_number_print (n, 0) : g_strdup ("");

  gtk_label_set_label (self->count, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), n > 0);
}

static void
items_changed_cb (HnAttachments *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GPtrArray) tiles = g_ptr_array_new ();

  hn_thumbnails_stop (self->thumbnails);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HnAttachment) attachment = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_ptr_array_add (tiles, take_tile (self, attachment));
    }
  remove_tiles (self, tiles);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *tile = g_ptr_array_index (tiles, i);

      if (gtk_widget_get_parent (tile) == NULL)
        gtk_flow_box_insert (self->tiles, tile, (int) i);
    }
  update_head (self, n);
}

static void
failure_changed_cb (HnAttachments *self)
{
  const char *failure = hn_attachment_list_get_failure (self->list);

  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_attachments_dispose (GObject *object)
{
  HnAttachments *self = HN_ATTACHMENTS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->blink, g_source_remove);
  g_cancellable_cancel (self->adding);
  g_clear_object (&self->adding);
  if (self->thumbnails != NULL)
    hn_thumbnails_stop (self->thumbnails);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->list);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_ATTACHMENTS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (hn_attachments_parent_class)->dispose (object);
}

static void
hn_attachments_class_init (HnAttachmentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_attachments_dispose;

  gtk_widget_class_install_action (widget_class, "attachments.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "attachments.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "attachments.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "attachments.paste", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-attachments.ui");
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, add_button);
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, count);
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, failure);
  gtk_widget_class_bind_template_child (widget_class, HnAttachments, tiles);
  gtk_widget_class_bind_template_callback (widget_class, tile_activated_cb);
}

static void
hn_attachments_init (HnAttachments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
accept_drops (HnAttachments *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * hn_attachments_new:
 * @context: what the window works with
 *
 * Returns: a section that shows nothing until hn_attachments_set_record()
 */
GtkWidget *
hn_attachments_new (HnContext *context)
{
  HnAttachments *self;
  HnStore *store;

  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);

  self = g_object_new (HN_TYPE_ATTACHMENTS, NULL);
  store = hn_context_get_store (context);
  self->context = g_object_ref (context);
  self->list = hn_attachment_list_new (store);
  self->thumbnails = hn_thumbnails_new (store);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::failure", G_CALLBACK (failure_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->add_button, !hn_store_is_read_only (store));
  if (!hn_store_is_read_only (store))
    accept_drops (self);
  update_head (self, 0);
  update_actions (self);

  return GTK_WIDGET (self);
}

/**
 * hn_attachments_set_record:
 * @kind: (nullable): a kind or view
 * @id: a record of it; 0 shows nothing
 */
void
hn_attachments_set_record (HnAttachments *self,
                           const HnKind  *kind,
                           gint64         id)
{
  g_return_if_fail (HN_IS_ATTACHMENTS (self));

  hn_attachment_list_set_record (self->list, kind, id);
  update_actions (self);
}
