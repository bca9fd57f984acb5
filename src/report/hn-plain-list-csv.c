/* A list as separated text, as Excel reads it on a computer that is set up for Vietnam (decision 9). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plain-list.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-number.h"
#include "hn-plain-cell.h"
#include "hn-whole-file.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define SEPARATOR ';'

/* Written to the disk at a time. */
#define PIECE (64 * 1024)

typedef struct
{
  const HnPlainList *list;
  const char *path;
  int fd;
  GString *text;
} Writer;

static gboolean
flush (Writer  *self,
       GError **error)
{
  const char *at = self->text->str;
  gsize left = self->text->len;

  while (left > 0)
    {
      gssize written = write (self->fd, at, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          int reason = errno;
          g_autofree char *shown = g_filename_display_name (self->path);

          g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason),
                       _("“%s” cannot be written: %s"), shown, g_strerror (reason));
          return FALSE;
        }
      at += written;
      left -= (gsize) written;
    }
  g_string_truncate (self->text, 0);

  return TRUE;
}

/* RFC 4180: quoted where it must be. What begins like a formula gets an apostrophe, which spreadsheets take for the
 * mark of a text. */
static void
add_text (GString    *line,
          const char *text)
{
  gboolean formula = hn_plain_is_formula (text);

  if (!formula && strpbrk (text, ";\",\t\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }

  g_string_append_c (line, '"');
  if (formula)
    g_string_append_c (line, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *at);
    }
  g_string_append_c (line, '"');
}

/* Numbers stand without dots between thousands and with a decimal comma; an amount that is not in đồng says so, and
 * is no number any more: better than one that is taken for đồng. */
static void
add_number (GString           *line,
            const HnPlainCell *cell)
{
  gboolean percent = cell->type == HN_PLAIN_PERCENT;
  g_autofree char *number = hn_number_to_c (cell->number, percent ? cell->decimals - 2 : cell->decimals);

  g_string_append (line, g_strdelimit (number, ".", ','));
  if (percent)
    g_string_append_c (line, '%');
  if (cell->currency != NULL && !g_str_equal (cell->currency, "VND"))
    g_string_append_printf (line, " %s", cell->currency);
}

static void
add_cell (GString        *line,
          const HnRecord *record,
          const HnField  *field)
{
  g_auto (HnPlainCell) cell = { 0 };
  g_autofree char *date = NULL;

  hn_plain_cell_init (&cell, record, field);
  switch (cell.type)
    {
    case HN_PLAIN_NUMBER:
    case HN_PLAIN_PERCENT:
      add_number (line, &cell);
      break;
    case HN_PLAIN_DATE:
      date = hn_date_print (cell.date);
      g_string_append (line, date);
      break;
    case HN_PLAIN_TEXT:
      add_text (line, cell.text);
      break;
    case HN_PLAIN_EMPTY:
    default:
      break;
    }
}

static gboolean
write_record (const HnRecord  *record,
              gpointer         user_data,
              GError         **error)
{
  Writer *self = user_data;

  for (guint i = 0; i < self->list->fields->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, SEPARATOR);
      add_cell (self->text, record, g_ptr_array_index (self->list->fields, i));
    }
  g_string_append (self->text, "\r\n");

  return self->text->len < PIECE || flush (self, error);
}

static void
write_head (Writer *self)
{
  g_string_append (self->text, BYTE_ORDER_MARK);
  for (guint i = 0; i < self->list->fields->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, SEPARATOR);
      add_text (self->text, hn_plain_list_label (self->list, i));
    }
  g_string_append (self->text, "\r\n");
}

static gboolean
write_all (Writer        *self,
           HnRegister    *reg,
           const char    *unfinished,
           HnProgress     progress,
           gpointer       progress_data,
           GCancellable  *cancellable,
           GError       **error)
{
  gboolean good;

  self->fd = g_open (unfinished, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  write_head (self);
  good = hn_plain_list_for_each (self->list, reg, write_record, self, progress, progress_data, cancellable, error)
         && flush (self, error);

  return g_close (self->fd, good ? error : NULL) && good;
}

/**
 * hn_plain_list_write_csv:
 *
 * UTF-8 with a byte order mark, fields separated by semicolons, a decimal comma, lines ended by CR LF: what Excel
 * opens into columns by a double click where Windows has Vietnamese formats. See hn_plain_list_write().
 */
gboolean
hn_plain_list_write_csv (const HnPlainList  *self,
                         HnRegister         *reg,
                         const char         *path,
                         HnProgress          progress,
                         gpointer            progress_data,
                         GCancellable       *cancellable,
                         GError            **error)
{
  g_autofree char *unfinished = NULL;
  g_autoptr (GString) text = g_string_sized_new (PIECE * 2);
  Writer writer = { .list = self, .path = path, .text = text };

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  unfinished = hn_whole_file_begin (path, error);
  if (unfinished == NULL)
    return FALSE;
  if (write_all (&writer, reg, unfinished, progress, progress_data, cancellable, error))
    return hn_whole_file_finish (unfinished, path, error);

  hn_whole_file_abandon (unfinished);

  return FALSE;
}
