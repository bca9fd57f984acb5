/* A whole file carried to another place, with how far it is.
 *
 * Either may be on a stick, on a share of the network, or lent to a sandbox: only what GFile can do is done with it.
 * What is replaced stays as it was until all is there.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-carry.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define CHUNK (256 * 1024)

/* --- what is said -------------------------------------------------------- */

static char *
get_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

static char *
describe_writing (const GError *error,
                  const char   *name)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (_("There is no space left for “%s”. Make room or choose another place."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup_printf (_("“%s” cannot be written there. Choose a folder that you may write to."), name);

  return g_strdup_printf (_("“%s” could not be written (%s). Try again or choose another place."), name,
                          error->message);
}

static char *
describe_reading (const GError *error,
                  const char   *name)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup_printf (_("“%s” is not there any more. Choose another file."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup_printf (_("“%s” is a folder. Choose a register in it."), name);

  return g_strdup_printf (_("“%s” could not be read (%s). Try again or choose another file."), name,
                          error->message);
}

typedef char *(*Describe) (const GError *error,
                           const char   *name);

/* Says in a sentence why something could not be done with a file. */
static void
explain (GFile    *file,
         Describe  describe,
         GError  **error)
{
  g_autofree char *name = get_name (file);
  char *sentence;

  if (error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = describe (*error, name);
  g_free ((*error)->message);
  (*error)->message = sentence;
}

/* --- carrying ------------------------------------------------------------ */

static goffset
get_size (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

typedef struct
{
  GFile *from;
  GFile *to;
  HnCopyProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Carry;

/* Returns: whether all went from one to the other */
static gboolean
pour (Carry         *carry,
      GInputStream  *input,
      GOutputStream *output,
      GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  goffset size = get_size (carry->from, carry->cancellable), done = 0;

  while (TRUE)
    {
      gssize n = g_input_stream_read (input, buffer, CHUNK, carry->cancellable, error);

      if (n < 0)
        explain (carry->from, describe_reading, error);
      if (n <= 0)
        return n == 0;
      if (!g_output_stream_write_all (output, buffer, (gsize) n, NULL, carry->cancellable, error))
        {
          explain (carry->to, describe_writing, error);
          return FALSE;
        }
      done += n;
      if (carry->progress != NULL && size > 0)
        carry->progress (MIN (1.0, (double) done / (double) size), carry->data);
    }
}

/* Closing puts what was written in the place of what was there: not where it is not all. */
static void
drop (GOutputStream *output,
      GFile         *file,
      gboolean       was_there)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (output, cancelled, NULL);
  if (!was_there)
    g_file_delete (file, NULL, NULL);
}

static gboolean
carry_all (Carry   *carry,
           GError **error)
{
  gboolean was_there = g_file_query_exists (carry->to, NULL);
  g_autoptr (GFileInputStream) input = g_file_read (carry->from, carry->cancellable, error);
  g_autoptr (GFileOutputStream) output = NULL;

  if (input == NULL)
    {
      explain (carry->from, describe_reading, error);
      return FALSE;
    }
  output = g_file_replace (carry->to, NULL, FALSE, G_FILE_CREATE_NONE, carry->cancellable, error);
  if (output == NULL)
    {
      explain (carry->to, describe_writing, error);
      return FALSE;
    }
  if (!pour (carry, G_INPUT_STREAM (input), G_OUTPUT_STREAM (output), error))
    {
      drop (G_OUTPUT_STREAM (output), carry->to, was_there);
      return FALSE;
    }
  if (g_output_stream_close (G_OUTPUT_STREAM (output), carry->cancellable, error))
    return TRUE;

  explain (carry->to, describe_writing, error);
  if (!was_there)
    g_file_delete (carry->to, NULL, NULL);

  return FALSE;
}

/**
 * hn_carry_in:
 * @from: any file
 * @path: where it goes
 * @progress: (nullable) (scope call): is told how far it is
 * @error: return location, of %G_IO_ERROR, a sentence for the person
 *
 * Blocks: for a thread.
 *
 * Returns: whether all of it is there; if not, what was at @path is as it was
 */
gboolean
hn_carry_in (GFile           *from,
             const char      *path,
             HnCopyProgress   progress,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GFile) to = g_file_new_for_path (path);
  Carry carry = { from, to, progress, data, cancellable };

  return carry_all (&carry, error);
}

/**
 * hn_carry_out:
 * @path: a file
 * @to: where it goes
 *
 * As hn_carry_in(), the other way.
 */
gboolean
hn_carry_out (const char      *path,
              GFile           *to,
              HnCopyProgress   progress,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  Carry carry = { from, to, progress, data, cancellable };

  return carry_all (&carry, error);
}

static gboolean
compare (GInputStream *a,
         GInputStream *b,
         GCancellable *cancellable,
         gboolean     *same,
         GError      **error)
{
  g_autofree char *first = g_malloc (CHUNK), *second = g_malloc (CHUNK);
  gsize n, m;

  do
    {
      if (!g_input_stream_read_all (a, first, CHUNK, &n, cancellable, error)
          || !g_input_stream_read_all (b, second, CHUNK, &m, cancellable, error))
        return FALSE;
      *same = n == m && memcmp (first, second, n) == 0;
    }
  while (*same && n == CHUNK);

  return TRUE;
}

static void
refuse (GFile    *file,
        gboolean  removed,
        GError  **error)
{
  g_autofree char *name = get_name (file);

  if (removed)
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      _("“%s” did not read as it was written and was removed. Choose another place, such as another stick."),
      name);
  else
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED,
      _("“%s” is not there as it was written. Delete it and choose another place, such as another stick."), name);
}

/**
 * hn_carry_is_same:
 * @path: what was carried
 * @file: where it was carried to
 * @error: return location, of %G_IO_ERROR, a sentence for the person
 *
 * Reads both: a stick may take what it does not keep. A file that is not the same, or cannot be read again, is removed,
 * since it would be taken for what it is not. Where this is cancelled it stays: all of it was written.
 *
 * Returns: whether every byte of the one is in the other
 */
gboolean
hn_carry_is_same (const char    *path,
                  GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GFile) original = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) a = g_file_read (original, cancellable, error);
  g_autoptr (GFileInputStream) b = a != NULL ? g_file_read (file, cancellable, error) : NULL;
  gboolean same = FALSE;

  if (b == NULL || !compare (G_INPUT_STREAM (a), G_INPUT_STREAM (b), cancellable, &same, error))
    {
      explain (file, describe_reading, error);
      if (!g_cancellable_is_cancelled (cancellable))
        g_file_delete (file, NULL, NULL);
      return FALSE;
    }
  if (!same)
    refuse (file, g_file_delete (file, NULL, NULL), error);

  return same;
}
