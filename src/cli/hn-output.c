/* Standard output with one place where its errors are kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-output.h"

#include <errno.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)

struct _HnOutput
{
  int      fd;
  GString *text;
  int      failure; /* errno of the first write that failed, or 0 */
};

static void
flush (HnOutput *self)
{
  const char *at = self->text->str;
  gsize left = self->text->len;

  while (left > 0 && self->failure == 0)
    {
      gssize written = write (self->fd, at, left);

      if (written >= 0)
        {
          at += written;
          left -= (gsize) written;
        }
      else if (errno != EINTR)
        {
          self->failure = errno;
        }
    }

  g_string_truncate (self->text, 0);
}

static void
flush_if_large (HnOutput *self)
{
  if (self->text->len >= PIECE)
    flush (self);
}

/**
 * hn_output_new:
 * @fd: an open file descriptor, which stays the caller's
 *
 * Returns: (transfer full): an output that writes to @fd
 */
HnOutput *
hn_output_new (int fd)
{
  HnOutput *self = g_new0 (HnOutput, 1);

  self->fd = fd;
  self->text = g_string_sized_new (PIECE + 1024);

  return self;
}

/**
 * hn_output_free:
 *
 * What was not flushed yet is not written any more.
 */
void
hn_output_free (HnOutput *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * hn_output_text:
 *
 * Adds text as it is; it is written when there is enough of it, or with hn_output_finish().
 */
void
hn_output_text (HnOutput   *self,
                const char *text)
{
  g_string_append (self->text, text);
  flush_if_large (self);
}

/**
 * hn_output_printf:
 *
 * Adds text as printf() makes it; see hn_output_text().
 */
void
hn_output_printf (HnOutput   *self,
                  const char *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
  flush_if_large (self);
}

/**
 * hn_output_is_closed:
 *
 * Returns: whether nothing more can be written, so that a long list may stop
 */
gboolean
hn_output_is_closed (HnOutput *self)
{
  return self->failure != 0;
}

/**
 * hn_output_finish:
 *
 * Writes what is left. A reader that has gone, such as head, has got what it wanted: that is no error.
 *
 * Returns: %FALSE with an error if something could not be written
 */
gboolean
hn_output_finish (HnOutput  *self,
                  GError   **error)
{
  flush (self);
  if (self->failure == 0 || self->failure == EPIPE)
    return TRUE;

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (self->failure),
               _("The result could not be written: %s"), g_strerror (self->failure));
  return FALSE;
}
