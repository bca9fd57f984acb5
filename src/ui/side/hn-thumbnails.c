/* The thumbnails of the attachments that are looked at: made one after the other, and kept for a while.
 *
 * One after the other, since each takes the whole file into memory while it is made: twenty photographs at once would
 * take a gigabyte. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-thumbnails.h"

#include "hn-attachment-files.h"
#include "hn-thumbnail.h"

/* The longer side, in pixels of the screen's scale. */
#define SIZE 200

/* How many are kept: some 200 kB each. */
#define MAX_KEPT 80

struct _HnThumbnails
{
  GObject parent_instance;

  HnStore *store;
  GQueue waiting;         /* of HnAttachmentTile */
  HnAttachmentTile *tile; /* whose thumbnail is being made */
  GCancellable *cancellable;
  GHashTable *kept;       /* record → texture, or NULL where none can be made */
  GQueue order;           /* the records in kept, the newest last */
};

G_DEFINE_FINAL_TYPE (HnThumbnails, hn_thumbnails, G_TYPE_OBJECT)

static void next (HnThumbnails *self);

/* A record is the key, so that another content of the same attachment gets another picture. */
static void
keep (HnThumbnails *self,
      HnRecord     *record,
      GdkTexture   *texture)
{
  if (g_hash_table_contains (self->kept, record))
    return;

  g_hash_table_insert (self->kept, hn_record_ref (record), texture != NULL ? g_object_ref (texture) : NULL);
  g_queue_push_tail (&self->order, record);
  if (g_queue_get_length (&self->order) > MAX_KEPT)
    g_hash_table_remove (self->kept, g_queue_pop_head (&self->order));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnThumbnails) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = hn_thumbnail_make_finish (result, &error);
  g_autoptr (HnAttachmentTile) tile = g_steal_pointer (&self->tile);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    keep (self, hn_attachment_get_record (hn_attachment_tile_get_attachment (tile)), texture);
  if (texture != NULL)
    hn_attachment_tile_set_picture (tile, GDK_PAINTABLE (texture));
  next (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnThumbnails) self = user_data;
  g_autoptr (GBytes) content = hn_attachment_read_finish (HN_STORE (source), result, NULL);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->tile));

  if (content != NULL)
    {
      hn_thumbnail_make_async (content, SIZE * scale, self->cancellable, made_cb, g_object_ref (self));
      return;
    }

  /* An attachment that is gone, or that nobody waits for any more. */
  g_clear_object (&self->tile);
  next (self);
}

static void
next (HnThumbnails *self)
{
  if (self->tile != NULL)
    return;

  self->tile = g_queue_pop_head (&self->waiting);
  if (self->tile == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_attachment_read_async (self->store, hn_attachment_get_id (hn_attachment_tile_get_attachment (self->tile)),
                            self->cancellable, read_cb, g_object_ref (self));
}

/* --- the object ---------------------------------------------------------- */

static void
unref_texture (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

static void
hn_thumbnails_finalize (GObject *object)
{
  HnThumbnails *self = HN_THUMBNAILS (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_queue_clear (&self->order);
  g_clear_object (&self->tile);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->kept);
  g_object_unref (self->store);

  G_OBJECT_CLASS (hn_thumbnails_parent_class)->finalize (object);
}

static void
hn_thumbnails_class_init (HnThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_thumbnails_finalize;
}

static void
hn_thumbnails_init (HnThumbnails *self)
{
  g_queue_init (&self->waiting);
  g_queue_init (&self->order);
  self->kept = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) hn_record_unref, unref_texture);
}

/**
 * hn_thumbnails_new:
 *
 * Returns: (transfer full): small pictures of attachments, which are made by another thread and kept while they are
 *   seen
 */
HnThumbnails *
hn_thumbnails_new (HnStore *store)
{
  HnThumbnails *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_THUMBNAILS, NULL);
  self->store = g_object_ref (store);

  return self;
}

/* (nullable): the picture that was made of the attachment; found says whether one was tried */
static GdkTexture *
look_up (HnThumbnails *self,
         HnAttachment *attachment,
         gboolean     *found)
{
  HnRecord *wanted = hn_attachment_get_record (attachment);

  for (GList *link = self->order.head; link != NULL; link = link->next)
    {
      if (!hn_record_equal (link->data, wanted))
        continue;
      *found = TRUE;
      return g_hash_table_lookup (self->kept, link->data);
    }
  *found = FALSE;

  return NULL;
}

/**
 * hn_thumbnails_show:
 * @tile: the tile of an image
 *
 * Gives the tile its picture, at once or when those before it have theirs.
 */
void
hn_thumbnails_show (HnThumbnails     *self,
                    HnAttachmentTile *tile)
{
  GdkTexture *texture;
  gboolean found;

  g_return_if_fail (HN_IS_THUMBNAILS (self));
  g_return_if_fail (HN_IS_ATTACHMENT_TILE (tile));

  texture = look_up (self, hn_attachment_tile_get_attachment (tile), &found);
  if (texture != NULL)
    hn_attachment_tile_set_picture (tile, GDK_PAINTABLE (texture));
  if (found)
    return;

  g_queue_push_tail (&self->waiting, g_object_ref (tile));
  next (self);
}

/**
 * hn_thumbnails_stop:
 *
 * Forgets the tiles that wait for their picture.
 */
void
hn_thumbnails_stop (HnThumbnails *self)
{
  g_return_if_fail (HN_IS_THUMBNAILS (self));

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_cancellable_cancel (self->cancellable);
}
