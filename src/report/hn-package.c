/* Decree 30/2020/NĐ-CP, Appendix I: the page number is not shown on the first page. libxlsxwriter 1.2 has no call for
 * a first page that differs, so that one attribute is put into the sheets of the package that it made.
 *
 * A package is a ZIP archive, and libxlsxwriter writes the plainest kind: deflated entries without extra fields, a
 * central directory, and its end record without a comment (APPNOTE.TXT 4.3.6 to 4.3.16). Anything else is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-package.h"

#include <string.h>
#include <zlib.h>
#include <glib/gi18n-lib.h>

#include "hn-report.h"

#define LOCAL_SIGNATURE   0x04034b50
#define CENTRAL_SIGNATURE 0x02014b50
#define END_SIGNATURE     0x06054b50
#define LOCAL_SIZE        30
#define CENTRAL_SIZE      46
#define END_SIZE          22
#define METHOD_DEFLATE    8

/* An entry of the central directory; the fields that change are written back into it. */
typedef struct
{
  const guint8 *package;
  gsize         package_size;
  guint8       *central;  /* its record in the new directory */
  const guint8 *data;     /* what it holds, deflated */
  guint32       size;     /* of @data */
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

/* Finds an entry's data by its central record; everything is checked to lie inside of the package. */
static gboolean
find_data (Entry   *entry,
           GError **error)
{
  gsize offset = read_32 (entry->central + 42);
  gsize start;

  if (offset + LOCAL_SIZE > entry->package_size || read_32 (entry->package + offset) != LOCAL_SIGNATURE)
    return refuse (error);

  start = offset + LOCAL_SIZE + read_16 (entry->package + offset + 26) + read_16 (entry->package + offset + 28);
  entry->size = read_32 (entry->central + 20);
  entry->data = entry->package + start;
  /* Bit 3 of the flags: the sizes stand behind the data. */
  if (start + entry->size > entry->package_size || (read_16 (entry->central + 8) & 8) != 0)
    return refuse (error);

  return TRUE;
}

static gboolean
is_sheet (const Entry *entry)
{
  static const char folder[] = "xl/worksheets/sheet";
  gsize length = read_16 (entry->central + 28);

  return length > strlen (folder) && memcmp (entry->central + CENTRAL_SIZE, folder, strlen (folder)) == 0;
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

static guint8 *
deflate_text (const char *text,
              gsize       length,
              guint32    *size)
{
  z_stream stream = { 0 };
  g_autofree guint8 *data = NULL;
  int result;

  if (length > G_MAXUINT32
      || deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;

  *size = (guint32) deflateBound (&stream, length);
  data = g_malloc (*size);
  stream.next_in = (Bytef *) text;
  stream.avail_in = (guint32) length;
  stream.next_out = data;
  stream.avail_out = *size;
  result = deflate (&stream, Z_FINISH);
  *size = (guint32) stream.total_out;
  deflateEnd (&stream);

  return result == Z_STREAM_END ? g_steal_pointer (&data) : NULL;
}

/* Writes the entry's local header, which repeats its central record, and its data. */
static void
append_entry (GByteArray   *out,
              const Entry  *entry,
              const guint8 *data,
              guint32       size)
{
  guint8 local[LOCAL_SIZE];
  guint32 name_length = read_16 (entry->central + 28);

  write_32 (entry->central + 42, out->len);
  write_32 (local, LOCAL_SIGNATURE);
  memcpy (local + 4, entry->central + 6, 22); /* version to uncompressed size */
  local[26] = (guint8) name_length;
  local[27] = (guint8) (name_length >> 8);
  local[28] = local[29] = 0;
  g_byte_array_append (out, local, LOCAL_SIZE);
  g_byte_array_append (out, entry->central + CENTRAL_SIZE, name_length);
  g_byte_array_append (out, data, size);
}

static gboolean
append_sheet (GByteArray   *out,
              const Entry  *entry,
              GError      **error)
{
  g_autofree char *text = inflate_entry (entry, error);
  g_autofree guint8 *data = NULL;
  g_autoptr (GString) sheet = NULL;
  guint32 size;

  if (text == NULL)
    return FALSE;

  sheet = g_string_new (text);
  /* The header of the first page, which is not given, is empty. */
  g_string_replace (sheet, "<headerFooter>", "<headerFooter differentFirst=\"1\">", 1);
  data = deflate_text (sheet->str, sheet->len, &size);
  if (data == NULL)
    return refuse (error);

  write_32 (entry->central + 16, (guint32) crc32 (0, (const Bytef *) sheet->str, (uInt) sheet->len));
  write_32 (entry->central + 20, size);
  write_32 (entry->central + 24, (guint32) sheet->len);
  append_entry (out, entry, data, size);

  return TRUE;
}

/**
 * hn_package_hide_first_page_number:
 * @package: a workbook of libxlsxwriter's
 * @error: %HN_REPORT_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): the workbook with the header left out on the first page of every sheet
 */
GByteArray *
hn_package_hide_first_page_number (const guint8  *package,
                                   gsize          size,
                                   GError       **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) size);
  g_autofree guint8 *directory = NULL;
  const guint8 *end;
  gsize directory_size, at = 0;
  guint8 new_end[END_SIZE];

  end = size >= END_SIZE && size <= G_MAXINT32 ? package + size - END_SIZE : NULL;
  if (end == NULL || read_32 (end) != END_SIGNATURE
      || (gsize) read_32 (end + 16) + read_32 (end + 12) != size - END_SIZE)
    {
      refuse (error);
      return NULL;
    }

  directory_size = read_32 (end + 12);
  directory = g_memdup2 (package + read_32 (end + 16), directory_size);
  while (at < directory_size)
    {
      Entry entry = { package, size, directory + at, NULL, 0 };

      if (at + CENTRAL_SIZE > directory_size || read_32 (entry.central) != CENTRAL_SIGNATURE
          || at + CENTRAL_SIZE + read_16 (entry.central + 28) > directory_size)
        {
          refuse (error);
          return NULL;
        }
      if (!find_data (&entry, error))
        return NULL;
      if (!is_sheet (&entry))
        append_entry (out, &entry, entry.data, entry.size);
      else if (!append_sheet (out, &entry, error))
        return NULL;
      at += CENTRAL_SIZE + read_16 (entry.central + 28) + read_16 (entry.central + 30) + read_16 (entry.central + 32);
    }

  memcpy (new_end, end, END_SIZE);
  write_32 (new_end + 16, out->len);
  g_byte_array_append (out, directory, (guint) directory_size);
  g_byte_array_append (out, new_end, END_SIZE);

  return g_steal_pointer (&out);
}
