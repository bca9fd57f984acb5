/* What libxlsxwriter 1.2 cannot do is done to the package that it made.
 *
 * The rows of its sheets are put in here, deflated already: the library would write them twice and deflate them in one
 * call, which can neither be cancelled nor say how far it is. And Decree 30/2020/NĐ-CP, Appendix I, wants no page
 * number on the first page; the library has no call for a first page that differs.
 *
 * A package is a ZIP archive, and libxlsxwriter writes the plainest kind: deflated entries without extra fields, a
 * central directory, and its end record without a comment (APPNOTE.TXT 4.3.6 to 4.3.16). Anything else is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-package.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <glib/gi18n-lib.h>

#define LOCAL_SIGNATURE   0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE     0x06054b50
#define LOCAL_SIZE        30
#define CENTRAL_SIZE      46
#define END_SIZE          22
#define METHOD_DEFLATE    8

/* What is written between two looks at the cancellable. */
#define CHUNK (256 * 1024)

#define SHEETS "xl/worksheets/sheet"

/* The sizes of an archive without the extension for large ones, which not every reader knows. */
#define MAX_SIZE G_GUINT64_CONSTANT (0xfffffffe)

/* The package that is read, and the one that is written. */
typedef struct
{
  const guint8 *package;
  gsize         size;
  FILE         *out;
  guint64       at;        /* the length of @out so far */
  GPtrArray    *bodies;
  guint64       all;       /* the length of all bodies together */
  guint64       done;      /* of it is written */
  HnProgress    progress;
  gpointer      progress_data;
  GCancellable *cancellable;
} Packer;

/* An entry of the central directory; the fields that change are written back into it. */
typedef struct
{
  guint8       *central; /* its record in the new directory */
  const guint8 *data;    /* what it holds, deflated */
  guint32       size;    /* of @data */
} Entry;

static guint32
read_16 (const guint8 *at)
{
  return at[0] | (guint32) at[1] << 8;
}

static guint32
read_32 (const guint8 *at)
{
  return read_16 (at) | read_16 (at + 2) << 16;
}

static void
write_32 (guint8  *at,
          guint32  value)
{
  for (int i = 0; i < 4; i++)
    at[i] = (guint8) (value >> (8 * i));
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be finished."));

  return FALSE;
}

static gboolean
fail (int      reason,
      GError **error)
{
  g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be written: %s"),
               g_strerror (reason));

  return FALSE;
}

/* Finds an entry's data by its central record; everything is checked to lie inside of the package. */
static gboolean
find_data (const Packer *self,
           Entry        *entry,
           GError      **error)
{
  gsize offset = read_32 (entry->central + 42);
  gsize start;

  if (offset + LOCAL_SIZE > self->size || read_32 (self->package + offset) != LOCAL_SIGNATURE)
    return refuse (error);

  start = offset + LOCAL_SIZE + read_16 (self->package + offset + 26) + read_16 (self->package + offset + 28);
  entry->size = read_32 (entry->central + 20);
  entry->data = self->package + start;
  /* Bit 3 of the flags: the sizes stand behind the data. */
  if (start + entry->size > self->size || (read_16 (entry->central + 8) & 8) != 0)
    return refuse (error);

  return TRUE;
}

/* The number of a sheet's entry, from 1; 0 of another's. */
static guint
find_sheet (const Entry *entry)
{
  gsize length = read_16 (entry->central + 28);
  g_autofree char *name = g_strndup ((const char *) entry->central + CENTRAL_SIZE, length);

  return g_str_has_prefix (name, SHEETS) ? (guint) strtoul (name + strlen (SHEETS), NULL, 10) : 0;
}

static char *
inflate_entry (const Entry  *entry,
               GError      **error)
{
  guint32 size = read_32 (entry->central + 24);
  /* Deflate makes nothing smaller than that. */
  gboolean likely = size / 1032 <= entry->size;
  g_autofree char *text = likely ? g_try_malloc ((gsize) size + 1) : NULL;
  z_stream stream = { 0 };
  int result;

  if (text == NULL || read_16 (entry->central + 10) != METHOD_DEFLATE || inflateInit2 (&stream, -MAX_WBITS) != Z_OK)
    {
      refuse (error);
      return NULL;
    }

  stream.next_in = (Bytef *) entry->data;
  stream.avail_in = entry->size;
  stream.next_out = (Bytef *) text;
  stream.avail_out = size;
  result = inflate (&stream, Z_FINISH);
  inflateEnd (&stream);
  if (result != Z_STREAM_END || stream.total_out != size)
    {
      refuse (error);
      return NULL;
    }

  text[size] = '\0';

  return g_steal_pointer (&text);
}

static gboolean
put (Packer      *self,
     const void  *data,
     gsize        size,
     GError     **error)
{
  if (self->at + size > MAX_SIZE)
    return fail (EFBIG, error);
  if (fwrite (data, 1, size, self->out) != size)
    return fail (errno, error);

  self->at += size;

  return TRUE;
}

/* Writes an entry's local header, which repeats its central record. */
static gboolean
put_header (Packer       *self,
            const Entry  *entry,
            GError      **error)
{
  guint8 local[LOCAL_SIZE];
  guint32 name_length = read_16 (entry->central + 28);

  write_32 (entry->central + 42, (guint32) self->at);
  write_32 (local, LOCAL_SIGNATURE);
  memcpy (local + 4, entry->central + 6, 22); /* version to uncompressed size */
  local[26] = (guint8) name_length;
  local[27] = (guint8) (name_length >> 8);
  local[28] = local[29] = 0;

  return put (self, local, LOCAL_SIZE, error) && put (self, entry->central + CENTRAL_SIZE, name_length, error);
}

/* Deflates and writes some of what an entry holds. */
static gboolean
pack (Packer      *self,
      z_stream    *stream,
      const void  *data,
      gsize        size,
      int          flush,
      guint32     *crc,
      GError     **error)
{
  g_autofree guint8 *packed = g_malloc (CHUNK);
  int result;

  *crc = (guint32) crc32 (*crc, data, (uInt) size);
  stream->next_in = (Bytef *) data;
  stream->avail_in = (uInt) size;
  do
    {
      stream->next_out = packed;
      stream->avail_out = CHUNK;
      result = deflate (stream, flush);
      if (result == Z_STREAM_ERROR)
        return refuse (error);
      if (!put (self, packed, CHUNK - stream->avail_out, error))
        return FALSE;
    }
  while (stream->avail_out == 0);

  return TRUE;
}

static gboolean
put_body (Packer            *self,
          const HnDeflated  *body,
          GError           **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize size;

  rewind (body->file);
  while ((size = fread (chunk, 1, CHUNK, body->file)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !put (self, chunk, size, error))
        return FALSE;
      self->done += size;
      if (self->progress != NULL)
        self->progress ((double) self->done / (double) self->all, self->progress_data);
    }

  return ferror (body->file) == 0 || fail (errno, error);
}

/* Splits a sheet where its rows begin. */
static gboolean
split_sheet (const char       *sheet,
             const HnDeflated *body,
             gsize            *length)
{
  const char *rows = strstr (sheet, "<sheetData>");

  *length = rows != NULL ? (gsize) (rows - sheet) + strlen ("<sheetData>") : strlen (sheet);

  return rows != NULL || body == NULL;
}

/* The sheet's text and, where its rows begin, its body. Nothing behind the body may refer to what is before it: that is
 * what a full flush is for. */
static gboolean
pack_sheet (Packer            *self,
            const char        *text,
            const HnDeflated  *body,
            const Entry       *entry,
            GError           **error)
{
  z_stream stream = { 0 };
  guint32 crc = 0;
  guint64 raw = body != NULL ? body->size : 0, packed = body != NULL ? body->packed : 0;
  gsize length = strlen (text), first;
  gboolean good;

  if (!split_sheet (text, body, &first) || !hn_deflate_init (&stream))
    return refuse (error);

  good = pack (self, &stream, text, first, Z_FULL_FLUSH, &crc, error) && (body == NULL || put_body (self, body, error));
  if (body != NULL)
    crc = (guint32) crc32_combine (crc, body->crc, (z_off_t) body->size);
  good = good && pack (self, &stream, text + first, length - first, Z_FINISH, &crc, error);
  deflateEnd (&stream);
  raw += stream.total_in;
  packed += stream.total_out;
  if (good && (raw > MAX_SIZE || packed > MAX_SIZE))
    return fail (EFBIG, error);

  write_32 (entry->central + 16, crc);
  write_32 (entry->central + 20, (guint32) packed);
  write_32 (entry->central + 24, (guint32) raw);

  return good;
}

/* What a sheet's entry comes to is known when it is written; its header is written once more then. */
static gboolean
put_sheet (Packer            *self,
           const Entry       *entry,
           const HnDeflated  *body,
           GError           **error)
{
  g_autofree char *text = inflate_entry (entry, error);
  g_autoptr (GString) sheet = NULL;
  guint64 start = self->at, end;

  if (text == NULL)
    return FALSE;

  sheet = g_string_new (text);
  /* The header of the first page, which is not given, is empty. */
  g_string_replace (sheet, "<headerFooter>", "<headerFooter differentFirst=\"1\">", 1);
  if (!put_header (self, entry, error) || !pack_sheet (self, sheet->str, body, entry, error))
    return FALSE;

  end = self->at;
  self->at = start;
  if (fseeko (self->out, (off_t) start, SEEK_SET) != 0 || !put_header (self, entry, error)
      || fseeko (self->out, (off_t) end, SEEK_SET) != 0)
    return fail (errno, error);
  self->at = end;

  return TRUE;
}

static gboolean
put_entry (Packer       *self,
           const Entry  *entry,
           GError      **error)
{
  guint sheet = find_sheet (entry);

  if (sheet == 0)
    return put_header (self, entry, error) && put (self, entry->data, entry->size, error);

  return put_sheet (self, entry,
                    self->bodies != NULL && sheet <= self->bodies->len ? g_ptr_array_index (self->bodies, sheet - 1)
                                                                       : NULL,
                    error);
}

static gboolean
put_entries (Packer  *self,
             guint8  *directory,
             gsize    size,
             GError **error)
{
  gsize at = 0;

  while (at < size)
    {
      Entry entry = { .central = directory + at };

      if (at + CENTRAL_SIZE > size || read_32 (entry.central) != CENTRAL_SIGNATURE
          || at + CENTRAL_SIZE + read_16 (entry.central + 28) > size)
        return refuse (error);
      if (!find_data (self, &entry, error) || !put_entry (self, &entry, error))
        return FALSE;
      at += CENTRAL_SIZE + read_16 (entry.central + 28) + read_16 (entry.central + 30) + read_16 (entry.central + 32);
    }

  return TRUE;
}

/**
 * hn_package_finish:
 * @package: a workbook of libxlsxwriter's, small
 * @bodies: (nullable) (element-type HnDeflated): the rows that come before those of the first, the second … sheet, or
 *   %NULL where there are none
 * @out: an empty file that can be sought in
 * @progress: (nullable): called with how much of @bodies is written
 * @error: %HN_REPORT_ERROR_WRITE, %G_IO_ERROR_CANCELLED
 *
 * Writes the workbook with all its rows, and with the header left out on the first page of every sheet.
 */
gboolean
hn_package_finish (const guint8  *package,
                   gsize          size,
                   GPtrArray     *bodies,
                   FILE          *out,
                   HnProgress     progress,
                   gpointer       progress_data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Packer self = { package, size, out, 0, bodies, 0, 0, progress, progress_data, cancellable };
  const guint8 *end = size >= END_SIZE && size <= G_MAXINT32 ? package + size - END_SIZE : NULL;
  g_autofree guint8 *directory = NULL;
  guint8 new_end[END_SIZE];

  if (end == NULL || read_32 (end) != END_SIGNATURE
      || (gsize) read_32 (end + 16) + read_32 (end + 12) != size - END_SIZE)
    return refuse (error);

  for (guint i = 0; bodies != NULL && i < bodies->len; i++)
    {
      const HnDeflated *body = g_ptr_array_index (bodies, i);

      self.all += body != NULL ? body->packed : 0;
    }
  directory = g_memdup2 (package + read_32 (end + 16), read_32 (end + 12));
  if (!put_entries (&self, directory, read_32 (end + 12), error))
    return FALSE;

  memcpy (new_end, end, END_SIZE);
  write_32 (new_end + 16, (guint32) self.at);

  return put (&self, directory, read_32 (end + 12), error) && put (&self, new_end, END_SIZE, error)
         && (fflush (out) == 0 || fail (errno, error));
}
