/* A file read into a record that is not saved yet: not for the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-load.h"

#include <glib/gi18n-lib.h>

#include "hn-attachment-files.h"
#include "hn-attachment-name.h"
#include "hn-size.h"

#define CHUNK (1024 * 1024)

/* So much of a file says what it is. */
#define ENOUGH_TO_GUESS (64 * 1024)

G_DEFINE_QUARK (hn-attachment-error-quark, hn_attachment_error)

/* Where the system's reason is one of these, the person is told what it means for them. */
static void
explain (const GError  *reason,
         const char    *name,
         GError       **error)
{
  if (reason->domain == G_IO_ERROR && reason->code == G_IO_ERROR_CANCELLED)
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_GONE,
                 _("“%s” is not there any more: it was moved, renamed or deleted. Choose it again."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNREADABLE,
                 _("You may not read “%s”. Ask whoever it belongs to for a copy."), name);
  else
    g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNREADABLE, _("“%s” cannot be read: %s."), name,
                 reason->message);
}

static gboolean
refuse_size (const char  *name,
             guint64      size,
             GError     **error)
{
  g_autofree char *printed = hn_size_print (size);
  g_autofree char *limit = hn_size_print (HN_ATTACHMENT_MAX_SIZE);

  g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_TOO_LARGE,
               _("“%s” has %s; an attachment may have %s, since every copy of the register carries it along. Make it "
                 "smaller, or note where it is kept."),
               name, printed, limit);

  return FALSE;
}

static gboolean
check (GFileInfo   *info,
       const char  *name,
       GError     **error)
{
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_NO_FILE,
                   _("“%s” is a folder. Choose the files in it."), name);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_NO_FILE,
                   _("“%s” is not a file that can be kept."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > HN_ATTACHMENT_MAX_SIZE)
    return refuse_size (name, (guint64) g_file_info_get_size (info), error);

  return TRUE;
}

static void
tell (HnLoading *loading,
      gsize      size)
{
  loading->done += size;
  if (loading->gauge != NULL && loading->total > 0)
    hn_gauge_tell (MIN (1, (double) loading->done / (double) loading->total), loading->gauge);
}

/* No more than may be kept, whatever the file said about its size. */
static GByteArray *
read_all (GInputStream  *stream,
          HnLoading     *loading,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  while (content->len <= HN_ATTACHMENT_MAX_SIZE)
    {
      gssize size = g_input_stream_read (stream, chunk, CHUNK, cancellable, error);

      if (size < 0)
        return NULL;
      if (size == 0)
        break;
      g_byte_array_append (content, chunk, (guint) size);
      tell (loading, (gsize) size);
    }

  return g_steal_pointer (&content);
}

static char *
guess_media_type (const char *name,
                  GBytes     *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  g_autofree char *type = g_content_type_guess (name, data, MIN (size, ENOUGH_TO_GUESS), NULL);
  char *media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

/**
 * hn_attachment_make:
 * @name: what the file is called
 * @content: what it holds
 *
 * Returns: (transfer full): an attachment of no record yet
 */
HnRecord *
hn_attachment_make (const char *name,
                    GBytes     *content)
{
  HnRecord *record;
  g_autofree char *clean = NULL, *media_type = NULL;

  g_return_val_if_fail (name != NULL && content != NULL, NULL);

  record = hn_record_new (hn_kind_lookup ("attachment"));
  clean = hn_attachment_name_clean (name);
  media_type = guess_media_type (clean, content);
  hn_record_set_text (record, "name", *clean != '\0' ? clean : _("No name"));
  hn_record_set_text (record, "media_type", media_type);
  hn_record_set (record, "content", g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, content, TRUE));

  return record;
}

/**
 * hn_attachment_size_of:
 * @file: any file
 *
 * Returns: how much of it hn_attachment_load() will read
 */
guint64
hn_attachment_size_of (GFile        *file,
                       GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  goffset size = info != NULL ? g_file_info_get_size (info) : 0;

  return size <= HN_ATTACHMENT_MAX_SIZE ? (guint64) size : 0;
}

/**
 * hn_attachment_load:
 * @file: what a person chose
 * @loading: how far the work is, of which this file is a part
 * @cancellable: (nullable): may end it
 * @error: return location, in the domain %HN_ATTACHMENT_ERROR
 *
 * Returns: (transfer full): an attachment of no record yet
 */
HnRecord *
hn_attachment_load (GFile         *file,
                    HnLoading     *loading,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *fallback = g_file_get_basename (file);
  g_autofree char *name = hn_attachment_name_clean (fallback != NULL ? fallback : "");
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;
  g_autoptr (GBytes) bytes = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                           "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                            G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info != NULL && !check (info, name, error))
    return NULL;

  stream = info != NULL ? g_file_read (file, cancellable, &reason) : NULL;
  content = stream != NULL ? read_all (G_INPUT_STREAM (stream), loading, cancellable, &reason) : NULL;
  if (content == NULL)
    {
      explain (reason, name, error);
      return NULL;
    }
  if (content->len == 0)
    {
      g_set_error (error, HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_EMPTY,
                   _("“%s” is empty: there is nothing in it to keep."), name);
      return NULL;
    }
  if (content->len > HN_ATTACHMENT_MAX_SIZE)
    {
      refuse_size (name, content->len, error);
      return NULL;
    }

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&content));

  return hn_attachment_make (g_file_info_get_display_name (info), bytes);
}
