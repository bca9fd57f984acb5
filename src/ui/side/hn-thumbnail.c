/* Small pictures made of large ones, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-thumbnail.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* A few kilobytes can claim to be a picture that takes gigabytes to unpack. The best cameras have half as many. */
#define MAX_PIXELS (120 * 1000 * 1000)

#define CHUNK (256 * 1024)

typedef struct
{
  GBytes *content;
  int size;
  gboolean refused;
} Making;

static void
making_free (Making *making)
{
  g_bytes_unref (making->content);
  g_free (making);
}

/* JPEG is unpacked in the smaller size at once. Nothing is made larger. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Making          *making)
{
  double scale = MIN (1, (double) making->size / MAX (width, height));

  making->refused = (gint64) width * height > MAX_PIXELS;
  if (making->refused)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (scale < 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)), MAX (1, (int) (height * scale)));
}

static gboolean
feed (GdkPixbufLoader  *loader,
      const Making     *making,
      GCancellable     *cancellable,
      GError          **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (making->content, &size);

  for (gsize done = 0; done < size; done += CHUNK)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !gdk_pixbuf_loader_write (loader, data + done, MIN (CHUNK, size - done), error))
        return FALSE;
      if (making->refused)
        {
          g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY, "Too many pixels");
          return FALSE;
        }
    }

  return TRUE;
}

static GdkTexture *
make_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GBytes) pixels = gdk_pixbuf_read_pixel_bytes (pixbuf);
  GdkMemoryFormat format = gdk_pixbuf_get_has_alpha (pixbuf) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8;

  return gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), format, pixels,
                                 (gsize) gdk_pixbuf_get_rowstride (pixbuf));
}

static GdkTexture *
make (Making        *making,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  gboolean fed, closed;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), making);
  fed = feed (loader, making, cancellable, error);
  closed = gdk_pixbuf_loader_close (loader, fed ? error : NULL);
  if (!fed || !closed)
    return NULL;
  if (gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      g_set_error_literal (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_CORRUPT_IMAGE, "No picture");
      return NULL;
    }

  /* Cameras say how they were held. */
  upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));

  return make_texture (upright);
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = make (data, cancellable, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hn_thumbnail_make_async:
 * @content: of an image file
 * @size: the longer side of what is made, in pixels
 */
void
hn_thumbnail_make_async (GBytes              *content,
                         int                  size,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (content != NULL);
  g_return_if_fail (size > 0);

  making = g_new0 (Making, 1);
  making->content = g_bytes_ref (content);
  making->size = size;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_thread);
}

/**
 * hn_thumbnail_make_finish:
 * @error: return location; it says why there is no picture in it, but not to a person: an icon will do
 *
 * Returns: (transfer full): the small picture
 */
GdkTexture *
hn_thumbnail_make_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
