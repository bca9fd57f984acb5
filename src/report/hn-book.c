/* Beginning and finishing a workbook of any length.
 *
 * libxlsxwriter keeps no more than a row in memory and writes the rows before it to a temporary file, one a sheet. In
 * its place it is given a stream that deflates them. At the end it packs a workbook that has only the last row of each
 * sheet, and hn_package_finish() puts the others in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-book.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-package.h"
#include "hn-whole-file.h"

/* What libxlsxwriter writes while it packs a workbook without rows; it does not look whether it could. */
#define FRAME_SIZE (4 * 1024 * 1024)

/* libxlsxwriter prints numbers with the locale of the thread: under vi_VN it would write 1234,56, which no program
 * reads, and report success. What is said of an error stays in the user's language. */
static gboolean
enter_c_locale (HnBook  *self,
                GError **error)
{
  locale_t copy = duplocale (uselocale ((locale_t) 0));

  self->with_points = copy != (locale_t) 0 ? newlocale (LC_NUMERIC_MASK, "C", copy) : (locale_t) 0;
  if (self->with_points != (locale_t) 0)
    {
      self->before = uselocale (self->with_points);
      return TRUE;
    }

  if (copy != (locale_t) 0)
    freelocale (copy);
  g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The system’s C locale is missing."));

  return FALSE;
}

static gboolean
fail_full (GError **error)
{
  g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE,
                       _("The disk is full. Make room on it, or choose a folder on another one."));

  return FALSE;
}

static void
free_body (gpointer body)
{
  if (body != NULL)
    hn_deflated_free (body);
}

/**
 * hn_book_begin:
 * @self: all zeros
 * @path: where the workbook shall be
 *
 * Call hn_book_clear() in any case, on the same thread.
 */
gboolean
hn_book_begin (HnBook      *self,
               const char  *path,
               GError     **error)
{
  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->bodies = g_ptr_array_new_with_free_func (free_body);
  self->unfinished = hn_whole_file_begin (path, error);
  self->frame = self->unfinished != NULL ? hn_whole_file_begin (path, error) : NULL;
  if (self->frame == NULL || !enter_c_locale (self, error))
    return FALSE;

  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = self->folder };

  self->book = workbook_new_opt (self->frame, &options);
  if (self->book != NULL)
    return TRUE;

  g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be begun."));

  return FALSE;
}

/* A file without a name, beside the workbook. */
static FILE *
open_unnamed (HnBook  *self,
              GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, ".huu-nghi-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  FILE *file = fd >= 0 ? fdopen (fd, "w+") : NULL;

  if (fd >= 0)
    g_unlink (path);
  if (file == NULL)
    fail_full (error);

  return file;
}

/* Lets the library write the rows of a new sheet into a deflater's stream. */
static gboolean
give_stream (HnBook  *self,
             GError **error)
{
  FILE *file = open_unnamed (self, error);

  if (file == NULL)
    return FALSE;
  self->deflater = hn_deflater_new (file);
  if (self->deflater == NULL)
    return fail_full (error);

  fclose (self->sheet->optimize_tmpfile);
  self->sheet->optimize_tmpfile = self->sheet->file = hn_deflater_get_stream (self->deflater);

  return TRUE;
}

/* Takes the rows of the last sheet out of the library, all but the last one, which it still holds. */
static gboolean
take_rows (HnBook  *self,
           GError **error)
{
  HnDeflated *body;
  FILE *rest;

  if (self->deflater == NULL)
    return TRUE;
  rest = open_unnamed (self, error);
  if (rest == NULL)
    return FALSE;

  self->sheet->optimize_tmpfile = self->sheet->file = rest;
  body = hn_deflater_finish (g_steal_pointer (&self->deflater));
  if (body == NULL)
    return fail_full (error);
  self->bodies->pdata[self->bodies->len - 1] = body;

  return TRUE;
}

/**
 * hn_book_add_sheet:
 * @in_memory: whether its cells are needed as long as the workbook is written, as those of a chart are
 *
 * Nothing can be written into the sheet before it any more.
 *
 * Returns: (nullable): the sheet
 */
lxw_worksheet *
hn_book_add_sheet (HnBook      *self,
                   const char  *name,
                   gboolean     in_memory,
                   GError     **error)
{
  if (!take_rows (self, error))
    return NULL;

  self->book->options.constant_memory = in_memory ? LXW_FALSE : LXW_TRUE;
  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    {
      g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("Sheet %s could not be added."), name);
      return NULL;
    }

  g_ptr_array_add (self->bodies, NULL);

  return in_memory || give_stream (self, error) ? self->sheet : NULL;
}

static gboolean
check_room (HnBook  *self,
            GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (self->folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (place, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
      || g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) >= FRAME_SIZE)
    return TRUE;

  return fail_full (error);
}

static gboolean
close_frame (HnBook  *self,
             GError **error)
{
  lxw_error result = workbook_close (g_steal_pointer (&self->book));

  if (result == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be written: %s"),
               lxw_strerror (result));

  return FALSE;
}

/**
 * hn_book_pack:
 * @progress: (nullable): called with how much of the rows is packed, 0 to 1
 *
 * Packs what was written; nothing can be written after it.
 */
gboolean
hn_book_pack (HnBook        *self,
              HnProgress     progress,
              gpointer       progress_data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *frame = NULL;
  gsize size;
  FILE *out;
  gboolean good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !take_rows (self, error) || !check_room (self, error)
      || !close_frame (self, error) || !g_file_get_contents (self->frame, &frame, &size, error))
    return FALSE;

  out = fopen (self->unfinished, "we");
  if (out == NULL)
    return fail_full (error);
  good =
    hn_package_finish ((const guint8 *) frame, size, self->bodies, out, progress, progress_data, cancellable, error);
  if (fclose (out) != 0 && good)
    return fail_full (error);

  return good;
}

/**
 * hn_book_finish:
 *
 * Moves what was packed to its place.
 */
gboolean
hn_book_finish (HnBook  *self,
                GError **error)
{
  g_autofree char *unfinished = g_steal_pointer (&self->unfinished);

  return hn_whole_file_finish (unfinished, self->path, error);
}

static void
close_sheets (HnBook *self)
{
  lxw_worksheet *sheet;

  if (self->deflater != NULL)
    {
      if (self->sheet->optimize_tmpfile == hn_deflater_get_stream (self->deflater))
        self->sheet->optimize_tmpfile = NULL;
      hn_deflater_abandon (g_steal_pointer (&self->deflater));
    }
  STAILQ_FOREACH (sheet, self->book->worksheets, list_pointers)
  if (sheet->optimize_tmpfile != NULL)
    {
      fclose (sheet->optimize_tmpfile);
      sheet->optimize_tmpfile = NULL;
    }
}

/**
 * hn_book_clear:
 *
 * Leaves nothing behind of a workbook that was not finished.
 */
void
hn_book_clear (HnBook *self)
{
  if (self->book != NULL)
    {
      close_sheets (self);
      lxw_workbook_free (self->book);
    }
  if (self->with_points != (locale_t) 0)
    {
      uselocale (self->before);
      freelocale (self->with_points);
    }
  if (self->frame != NULL)
    hn_whole_file_abandon (self->frame);
  if (self->unfinished != NULL)
    hn_whole_file_abandon (self->unfinished);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->unfinished);
  g_free (self->frame);
  *self = (HnBook) { 0 };
}
