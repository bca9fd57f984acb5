/* Deflates what is written to a stream, on a thread of its own.
 *
 *   who writes ──▶ stream ──▶ a few buffers ──▶ thread ──▶ file
 *
 * A workbook's rows are some ten times as long as what is kept of them. Deflated while they are written, they take
 * neither the room on the disk nor a second pass, and two processors share the work. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fopencookie() */
#include "hn-deflater.h"

#include <errno.h>
#include <string.h>

/* zlib's own default takes twice the time and saves a tenth of the size. */
#define LEVEL 4

/* Who writes waits when so many are full. */
#define N_BUFFERS   6
#define BUFFER_SIZE (256 * 1024)

typedef struct
{
  gsize  size;
  guint8 data[BUFFER_SIZE];
} Buffer;

struct _HnDeflater
{
  FILE        *stream;  /* NULL when it is closed */
  HnDeflated  *deflated;
  z_stream     zlib;
  GThread     *thread;
  GAsyncQueue *empty;   /* of Buffer */
  GAsyncQueue *full;    /* the same; one of size 0 is the last */
  int          failed;  /* atomic: the file cannot be written; or it is not wanted any more */
};

/**
 * hn_deflate_init:
 * @stream: all zeros
 *
 * Begins to deflate for an archive, which wants no head.
 */
gboolean
hn_deflate_init (z_stream *stream)
{
  return deflateInit2 (stream, LEVEL, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK;
}

/* --- the thread ---------------------------------------------------------- */

static gboolean
deflate_some (HnDeflater   *self,
              const guint8 *data,
              gsize         size,
              int           flush,
              guint8       *packed)
{
  HnDeflated *deflated = self->deflated;

  deflated->crc = (guint32) crc32 (deflated->crc, data, (uInt) size);
  deflated->size += size;
  self->zlib.next_in = (Bytef *) data;
  self->zlib.avail_in = (uInt) size;
  do
    {
      gsize made;

      self->zlib.next_out = packed;
      self->zlib.avail_out = BUFFER_SIZE;
      if (deflate (&self->zlib, flush) == Z_STREAM_ERROR)
        return FALSE;
      made = BUFFER_SIZE - self->zlib.avail_out;
      if (fwrite (packed, 1, made, deflated->file) != made)
        return FALSE;
      deflated->packed += made;
    }
  while (self->zlib.avail_out == 0);

  return TRUE;
}

/* After a failure it goes on to empty the buffers, so that nobody waits for one. */
static gpointer
run (gpointer data)
{
  HnDeflater *self = data;
  g_autofree guint8 *packed = g_malloc (BUFFER_SIZE);
  gboolean last = FALSE;

  while (!last)
    {
      Buffer *buffer = g_async_queue_pop (self->full);

      last = buffer->size == 0;
      if (!g_atomic_int_get (&self->failed)
          && !deflate_some (self, buffer->data, buffer->size, last ? Z_FULL_FLUSH : Z_NO_FLUSH, packed))
        g_atomic_int_set (&self->failed, TRUE);
      g_async_queue_push (self->empty, buffer);
    }
  if (!g_atomic_int_get (&self->failed) && fflush (self->deflated->file) != 0)
    g_atomic_int_set (&self->failed, TRUE);

  return NULL;
}

/* --- the stream ---------------------------------------------------------- */

static ssize_t
write_cookie (void       *cookie,
              const char *data,
              size_t      size)
{
  HnDeflater *self = cookie;

  for (gsize done = 0; done < size;)
    {
      Buffer *buffer = g_async_queue_pop (self->empty);

      if (g_atomic_int_get (&self->failed))
        {
          g_async_queue_push (self->empty, buffer);
          errno = ENOSPC;
          return 0;
        }
      buffer->size = MIN (size - done, BUFFER_SIZE);
      memcpy (buffer->data, data + done, buffer->size);
      done += buffer->size;
      g_async_queue_push (self->full, buffer);
    }

  return (ssize_t) size;
}

static int
close_cookie (void *cookie)
{
  HnDeflater *self = cookie;
  Buffer *buffer = g_async_queue_pop (self->empty);

  buffer->size = 0;
  g_async_queue_push (self->full, buffer);
  self->stream = NULL;

  return 0;
}

/* --- the object ---------------------------------------------------------- */

static void
deflater_free (HnDeflater *self)
{
  if (self->stream != NULL)
    fclose (self->stream);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  deflateEnd (&self->zlib);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_clear_pointer (&self->deflated, hn_deflated_free);
  g_free (self);
}

/**
 * hn_deflater_new:
 * @file: (transfer full): where the deflated data goes; it is closed in any case
 *
 * Returns: (transfer full) (nullable): %NULL where there is no memory for it
 */
HnDeflater *
hn_deflater_new (FILE *file)
{
  HnDeflater *self = g_new0 (HnDeflater, 1);

  self->deflated = g_new0 (HnDeflated, 1);
  self->deflated->file = file;
  self->empty = g_async_queue_new_full (g_free);
  self->full = g_async_queue_new_full (g_free);
  for (guint i = 0; i < N_BUFFERS; i++)
    g_async_queue_push (self->empty, g_new (Buffer, 1));

  if (hn_deflate_init (&self->zlib))
    self->stream = fopencookie (self, "w", (cookie_io_functions_t) { .write = write_cookie, .close = close_cookie });
  if (self->stream == NULL)
    {
      deflater_free (self);
      return NULL;
    }

  setvbuf (self->stream, NULL, _IOFBF, BUFFER_SIZE);
  self->thread = g_thread_new ("deflate", run, self);

  return self;
}

/**
 * hn_deflater_get_stream:
 *
 * Returns: (transfer none): what is written to, by one thread; hn_deflater_finish() closes it
 */
FILE *
hn_deflater_get_stream (HnDeflater *self)
{
  return self->stream;
}

/**
 * hn_deflater_finish:
 * @self: (transfer full):
 *
 * Waits until all that was written is deflated.
 *
 * Returns: (transfer full) (nullable): what came of it; %NULL where it could not be written
 */
HnDeflated *
hn_deflater_finish (HnDeflater *self)
{
  gboolean good = ferror (self->stream) == 0;
  HnDeflated *deflated = NULL;

  good = fclose (self->stream) == 0 && good;
  g_thread_join (g_steal_pointer (&self->thread));
  if (good && !self->failed)
    deflated = g_steal_pointer (&self->deflated);
  deflater_free (self);

  return deflated;
}

/**
 * hn_deflater_abandon:
 * @self: (transfer full):
 *
 * Ends it without doing what is left to be done.
 */
void
hn_deflater_abandon (HnDeflater *self)
{
  g_atomic_int_set (&self->failed, TRUE);
  deflater_free (self);
}

/**
 * hn_deflated_free:
 * @self: (transfer full): what was deflated; its file has no name, and goes with it
 */
void
hn_deflated_free (HnDeflated *self)
{
  fclose (self->file);
  g_free (self);
}
