/* A list as a workbook: typed cells below a head that stays, made to be filtered and sorted on.
 *
 * libxlsxwriter keeps no more than a row in memory and the rest in temporary files, so that a million rows take as
 * little memory as ten. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plain-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hn-book.h"
#include "hn-number.h"
#include "hn-plain-styles.h"
#include "hn-text-width.h"
#include "hn-workbook-private.h"

#define SIZE HN_PLAIN_SIZE

/* What a sheet holds, less the title, the line below it and the head. */
#define TITLE_ROW 0
#define NOTE_ROW 1
#define HEAD_ROW 2
#define FIRST_ROW 3
#define SHEET_ROWS (1048576 - FIRST_ROW)

/* A sheet's name has 31 characters; some are for the number of a second one. */
#define NAME_LENGTH 25

/* By so many rows the columns get their widths; in points. */
#define MEASURED_ROWS 1000
#define NARROWEST 40.0
#define WIDEST 300.0
#define PADDING 14.0

/* A head that is longer takes two lines; the button of the filter stands at its end. */
#define HEAD_LINE 90.0
#define BUTTON 18.0

/* The rest is for packing. */
#define WRITTEN 0.95

typedef struct
{
  const HnPlainList *list;
  HnBook book;
  lxw_worksheet *sheet;
  HnPlainStyles styles;
  double *widths;      /* of the columns in points */
  guint n_rows;        /* on this sheet */
  guint n_sheets;
  HnProgress progress;
  gpointer progress_data;
} Writer;

static gboolean
check (lxw_error   result,
       GError    **error)
{
  if (result == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be written: %s"),
               lxw_strerror (result));

  return FALSE;
}

/* --- widths -------------------------------------------------------------- */

static void
measure (Writer     *self,
         guint       column,
         const char *text,
         gboolean    bold)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    self->widths[column] = MAX (self->widths[column], hn_text_width (lines[i], SIZE, bold) + PADDING);
}

/* In characters of the workbook's own font; see hn-workbook-head.c. */
static double
width_of_points (double points)
{
  return points / 6 - 5.0 / 7;
}

static void
measure_cell (Writer            *self,
              guint              column,
              const HnPlainCell *cell)
{
  g_autofree char *printed = NULL;

  if (self->n_rows >= MEASURED_ROWS || self->n_sheets > 1)
    return;

  switch (cell->type)
    {
    case HN_PLAIN_TEXT:
      measure (self, column, cell->text, FALSE);
      break;
    case HN_PLAIN_NUMBER:
    case HN_PLAIN_PERCENT:
      printed = hn_number_print_full (cell->number, cell->decimals);
      measure (self, column, printed, FALSE);
      if (cell->currency != NULL && !g_str_equal (cell->currency, "VND"))
        self->widths[column] = MAX (self->widths[column], hn_text_width (printed, SIZE, FALSE) + 4 * SIZE);
      break;
    case HN_PLAIN_DATE:
      measure (self, column, "00/00/0000", FALSE);
      break;
    case HN_PLAIN_EMPTY:
    default:
      break;
    }
}

/* --- cells --------------------------------------------------------------- */

static gboolean
write_text (Writer      *self,
            guint        row,
            guint        column,
            const char  *text,
            lxw_format  *format,
            GError     **error)
{
  g_autofree char *clean = hn_sheet_clean (text);

  return check (worksheet_write_string (self->sheet, row, (lxw_col_t) column, clean, format), error);
}

static gboolean
write_cell (Writer             *self,
            guint               column,
            const HnPlainCell  *cell,
            GError            **error)
{
  lxw_row_t row = FIRST_ROW + self->n_rows;
  lxw_col_t at = (lxw_col_t) column;
  lxw_datetime day = { .year = cell->date.year, .month = cell->date.month, .day = cell->date.day };

  switch (cell->type)
    {
    case HN_PLAIN_NUMBER:
    case HN_PLAIN_PERCENT:
      return check (worksheet_write_number (self->sheet, row, at, hn_plain_cell_double (cell),
                                            hn_plain_styles_number (&self->styles, cell)),
                    error);
    case HN_PLAIN_DATE:
      /* The slashes are escaped: they are no separator that Windows replaces by its own. Days stand where the years
       * and months of less exact dates do. */
      return check (worksheet_write_datetime (self->sheet, row, at, &day,
                                              hn_plain_styles_get (&self->styles, "dd\\/mm\\/yyyy", LXW_ALIGN_LEFT)),
                    error);
    case HN_PLAIN_TEXT:
      return write_text (self, row, column, cell->text, hn_plain_styles_get (&self->styles, "@", LXW_ALIGN_LEFT),
                         error);
    case HN_PLAIN_EMPTY:
    default:
      return TRUE;
    }
}

/* --- sheets -------------------------------------------------------------- */

static char *
sheet_name (Writer *self)
{
  g_autofree char *plural = g_strdup (self->list->kind->plural.vi);
  g_autofree char *name = g_utf8_substring (plural, 0, MIN (g_utf8_strlen (plural, -1), NAME_LENGTH));

  g_strdelimit (name, "[]:*?/\\'", ' ');

  return self->n_sheets == 0 ? g_steal_pointer (&name) : g_strdup_printf ("%s (%u)", name, self->n_sheets + 1);
}

static gboolean
write_labels (Writer      *self,
              lxw_format  *format,
              GError     **error)
{
  GPtrArray *fields = self->list->fields;
  guint lines = 1;

  for (guint i = 0; i < fields->len; i++)
    {
      const char *label = hn_plain_list_label (self->list, i);
      double width = hn_text_width (label, SIZE, TRUE);

      if (width > HEAD_LINE)
        {
          /* Words do not part in the middle. */
          width = MAX (hn_text_word (label, SIZE, TRUE), width * 0.65);
          lines = 2;
        }
      self->widths[i] = MAX (MAX (self->widths[i], NARROWEST), width + BUTTON);
    }

  if (!check (worksheet_set_row (self->sheet, HEAD_ROW, hn_sheet_row_height (SIZE, lines), NULL), error))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (!write_text (self, HEAD_ROW, i, hn_plain_list_label (self->list, i), format, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_head (Writer  *self,
            GError **error)
{
  const HnPlainList *list = self->list;
  g_autofree char *note = hn_plain_list_describe (list);
  lxw_format *title = hn_plain_styles_new (&self->styles), *head = hn_plain_styles_new (&self->styles);

  format_set_bold (title);
  format_set_font_size (title, SIZE + 2);
  format_set_bold (head);
  format_set_bottom (head, LXW_BORDER_THIN);
  format_set_text_wrap (head);
  if (!write_text (self, TITLE_ROW, 0, list->kind->plural.vi, title, error)
      || !write_text (self, NOTE_ROW, 0, note, hn_plain_styles_new (&self->styles), error))
    return FALSE;

  return write_labels (self, head, error);
}

static gboolean
begin_sheet (Writer  *self,
             GError **error)
{
  g_autofree char *name = sheet_name (self);

  self->sheet = hn_book_add_sheet (&self->book, name, FALSE, error);
  if (self->sheet == NULL)
    return FALSE;

  self->n_sheets++;
  self->n_rows = 0;
  worksheet_freeze_panes (self->sheet, FIRST_ROW, 0);
  worksheet_set_paper (self->sheet, 9); /* A4 */
  worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);

  return check (worksheet_repeat_rows (self->sheet, HEAD_ROW, HEAD_ROW), error) && write_head (self, error);
}

/* What a sheet says of its rows stands before them and is written last. */
static gboolean
end_sheet (Writer  *self,
           GError **error)
{
  guint n_columns = self->list->fields->len;

  for (guint i = 0; i < n_columns; i++)
    {
      double width = width_of_points (MIN (self->widths[i], WIDEST));

      if (!check (worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, width, NULL), error))
        return FALSE;
    }

  return n_columns == 0
         || check (worksheet_autofilter (self->sheet, HEAD_ROW, 0, HEAD_ROW + self->n_rows,
                                         (lxw_col_t) (n_columns - 1)),
                   error);
}

static gboolean
write_record (const HnRecord  *record,
              gpointer         user_data,
              GError         **error)
{
  Writer *self = user_data;
  guint most = self->list->sheet_rows > 0 ? self->list->sheet_rows : SHEET_ROWS;

  if (self->n_rows == most && (!end_sheet (self, error) || !begin_sheet (self, error)))
    return FALSE;

  for (guint i = 0; i < self->list->fields->len; i++)
    {
      g_auto (HnPlainCell) cell = { 0 };

      hn_plain_cell_init (&cell, record, g_ptr_array_index (self->list->fields, i));
      measure_cell (self, i, &cell);
      if (!write_cell (self, i, &cell, error))
        return FALSE;
    }
  self->n_rows++;

  return TRUE;
}

/* --- the workbook -------------------------------------------------------- */

static void
tell_written (double   done,
              gpointer user_data)
{
  Writer *self = user_data;

  if (self->progress != NULL)
    self->progress (done * WRITTEN, self->progress_data);
}

static void
tell_packed (double   done,
             gpointer user_data)
{
  Writer *self = user_data;

  if (self->progress != NULL)
    self->progress (WRITTEN + done * (1 - WRITTEN), self->progress_data);
}

static gboolean
fill_book (Writer        *self,
           HnRegister    *reg,
           GCancellable  *cancellable,
           GError       **error)
{
  lxw_doc_properties properties = { .title = self->list->kind->plural.vi };

  workbook_set_properties (self->book.book, &properties);

  return begin_sheet (self, error)
         && hn_plain_list_for_each (self->list, reg, write_record, self, tell_written, self, cancellable, error)
         && end_sheet (self, error);
}

static gboolean
write_book (Writer        *self,
            HnRegister    *reg,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  gboolean good;

  if (!hn_book_begin (&self->book, path, error))
    return FALSE;

  hn_plain_styles_init (&self->styles, self->book.book);
  good = fill_book (self, reg, cancellable, error);
  hn_plain_styles_clear (&self->styles);

  return good && hn_book_pack (&self->book, tell_packed, self, cancellable, error)
         && hn_book_finish (&self->book, error);
}

/**
 * hn_plain_list_write_xlsx:
 *
 * The list's name, what it is of and the head stay in sight; counts, amounts and full days are typed, everything else
 * is text and stays it. Rows that one sheet does not hold go on to the next. See hn_plain_list_write().
 */
gboolean
hn_plain_list_write_xlsx (const HnPlainList  *self,
                          HnRegister         *reg,
                          const char         *path,
                          HnProgress          progress,
                          gpointer            progress_data,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_autofree double *widths = NULL;
  Writer writer = { .list = self, .progress = progress, .progress_data = progress_data };
  gboolean good;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  writer.widths = widths = g_new0 (double, self->fields->len + 1);
  good = write_book (&writer, reg, path, cancellable, error);
  hn_book_clear (&writer.book);
  if (good && progress != NULL)
    progress (1, progress_data);

  return good;
}
