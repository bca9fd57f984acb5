/* A report as a workbook: one sheet a form, on A4 as Decree 30/2020/NĐ-CP, Appendix I, has it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook.h"

#include "hn-basis-rows.h"
#include "hn-workbook-private.h"

#define MM_IN_INCHES(mm) ((mm) / 25.4)

static void
set_page (HnSheet *self)
{
  lxw_worksheet *sheet = self->sheet;
  lxw_header_footer_options header = { .margin = MM_IN_INCHES (10) };

  worksheet_set_paper (sheet, 9); /* A4 */
  if (self->form->landscape)
    worksheet_set_landscape (sheet);
  else
    worksheet_set_portrait (sheet);
  worksheet_set_margins (sheet, MM_IN_INCHES (30), MM_IN_INCHES (15), MM_IN_INCHES (20), MM_IN_INCHES (20));
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_start_page (sheet, 1);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  hn_sheet_check (self, worksheet_set_header_opt (sheet, "&C&\"Times New Roman,Regular\"&13&P", &header));
}

/* So many rows of a sheet are kept for what stands above and below a table. */
#define AROUND 1024
#define SHEET_ROWS (LXW_ROW_MAX - AROUND)

/* Packing the rows takes the rest. */
#define WRITTEN 0.95

/* Rows between two looks at the cancellable. */
#define PACE 256

/**
 * hn_workbook_tell:
 *
 * Called before each row of a table.
 */
gboolean
hn_workbook_tell (HnWorkbook  *self,
                  GError     **error)
{
  if (self->done++ % PACE != 0)
    return TRUE;
  if (self->progress != NULL)
    self->progress (WRITTEN * (double) self->done / (double) (self->n_rows + 1), self->progress_data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
tell_packed (double   done,
             gpointer user_data)
{
  HnWorkbook *self = user_data;

  if (self->progress != NULL)
    self->progress (WRITTEN + (1 - WRITTEN) * done, self->progress_data);
}

/**
 * hn_sheet_begin:
 *
 * Begins a sheet with the columns that were planned.
 */
gboolean
hn_sheet_begin (HnSheet    *self,
                const char *name)
{
  self->sheet = hn_book_add_sheet (&self->workbook->book, name, FALSE, &self->error);
  if (self->sheet == NULL)
    return FALSE;

  self->n_sheets++;
  self->row = self->head_row = self->head_rows = self->first_row = 0;
  g_clear_pointer (&self->breaks, g_array_unref);
  set_page (self);
  hn_table_set_widths (self);

  return self->error == NULL;
}

/**
 * hn_sheet_end:
 *
 * Says of the finished sheet what holds of its rows as a whole.
 */
void
hn_sheet_end (HnSheet *self)
{
  lxw_col_t last = (lxw_col_t) (self->form->n_columns - 1);
  char to[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *range = NULL;

  if (self->filter && self->row > self->first_row)
    {
      worksheet_freeze_panes (self->sheet, self->first_row, 0);
      hn_sheet_check (self, worksheet_autofilter (self->sheet, self->first_row - 1, 0, self->row - 1, last));
    }
  hn_sheet_check (self, worksheet_repeat_rows (self->sheet, self->head_row, self->head_row + self->head_rows - 1));
  hn_sheet_check (self, worksheet_print_area (self->sheet, 0, 0, self->row - 1, last));

  /* Telephone numbers, codes and years without a day are text, and Excel has nothing to warn of. */
  lxw_rowcol_to_cell (to, self->row, last);
  range = g_strconcat ("A1:", to, NULL);
  hn_sheet_check (self, worksheet_ignore_errors (self->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range));
}

/**
 * hn_sheet_write_tail:
 *
 * Writes all that stands below the table.
 */
void
hn_sheet_write_tail (HnSheet *self)
{
  GPtrArray *appended = self->form->appended;
  gboolean signed_below = self->dress == HN_DRESS_REPORT;

  hn_dress_write_notes (self);
  for (guint i = 0; appended != NULL && i < appended->len; i++)
    hn_table_write_appended (self, g_ptr_array_index (appended, i), signed_below && i + 1 == appended->len);
  hn_dress_write_end (self);
  if (signed_below)
    hn_signature_write (self);
}

static void
write_sheets (HnSheet *self)
{
  const HnReportForm *form = self->form;

  hn_table_plan (self);
  if (!hn_sheet_begin (self, form->form))
    return;

  hn_dress_write_top (self);
  hn_table_write (self);
  if (self->error != NULL)
    return;

  hn_sheet_write_tail (self);
  hn_sheet_end (self);
}

static gboolean
write_form (HnWorkbook         *self,
            const HnReportForm *form,
            HnDress             dress,
            gboolean            filter,
            GError            **error)
{
  HnSheet sheet = { .workbook = self, .report = self->report, .form = form, .dress = dress, .filter = filter };

  write_sheets (&sheet);
  g_free (sheet.widths);
  g_clear_pointer (&sheet.breaks, g_array_unref);
  if (sheet.error == NULL)
    return TRUE;

  g_propagate_error (error, sheet.error);

  return FALSE;
}

static void
set_properties (HnWorkbook *self)
{
  g_autofree char *label = hn_period_label (self->report->period);
  g_autofree char *title = g_strconcat ("Báo cáo ", label, NULL);
  lxw_doc_properties properties = {
    .title = title,
    .author = self->report->letterhead->name,
    .company = self->report->letterhead->name,
  };

  workbook_set_properties (self->book.book, &properties);
}

static void
count_rows (HnWorkbook         *self,
            const HnReportForm *form)
{
  self->n_rows += form->rows->len + (form->source != NULL ? form->source->n_rows : 0);
}

static gboolean
fill (HnWorkbook          *self,
      const HnReportForm  *basis,
      GError             **error)
{
  GPtrArray *forms = self->report->forms;

  set_properties (self);
  for (guint i = 0; i < forms->len; i++)
    count_rows (self, g_ptr_array_index (forms, i));
  if (basis != NULL)
    count_rows (self, basis);
  for (guint i = 0; i < forms->len; i++)
    if (!write_form (self, g_ptr_array_index (forms, i), self->report->dress, FALSE, error))
      return FALSE;

  return hn_charts_write (self, error) && (basis == NULL || write_form (self, basis, HN_DRESS_LIST, TRUE, error));
}

static gboolean
write_book (HnWorkbook  *self,
            const char  *path,
            GError     **error)
{
  g_autoptr (HnReportForm) basis = self->report->basis ? hn_basis_form_new (self->report) : NULL;
  gboolean good;

  if (!hn_book_begin (&self->book, path, error))
    return FALSE;

  hn_styles_init (&self->styles, self->book.book);
  good = fill (self, basis, error);
  hn_styles_clear (&self->styles);

  return good && hn_book_pack (&self->book, tell_packed, self, self->cancellable, error)
         && !g_cancellable_set_error_if_cancelled (self->cancellable, error) && hn_book_finish (&self->book, error);
}

/**
 * hn_workbook_write:
 * @sheet_rows: how many rows of a table one sheet holds at most
 *
 * As hn_report_write_xlsx(), with shorter sheets.
 */
gboolean
hn_workbook_write (const HnReport  *report,
                   HnRegister      *reg,
                   const char      *path,
                   guint            sheet_rows,
                   HnProgress       progress,
                   gpointer         progress_data,
                   GCancellable    *cancellable,
                   GError         **error)
{
  HnWorkbook self = {
    .report = report,
    .reg = reg,
    .sheet_rows = sheet_rows,
    .progress = progress,
    .progress_data = progress_data,
    .cancellable = cancellable,
  };
  gboolean good;

  good = write_book (&self, path, error);
  hn_book_clear (&self.book);
  if (good && progress != NULL)
    progress (1, progress_data);

  return good;
}

/**
 * hn_report_write_xlsx:
 * @reg: (nullable): the register that the report is of, where a form's rows are read while they are written
 * @path: where the workbook shall be; a file that is there is replaced
 * @progress: (nullable): called between rows
 * @error: %HN_REPORT_ERROR_WRITE, %HN_REPORT_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED, %G_FILE_ERROR
 *
 * Writes the whole workbook beside @path and then moves it there: never half a file, and after an error or a
 * cancellation the old one stands as it was. It takes no more memory for a million rows than for ten.
 */
gboolean
hn_report_write_xlsx (const HnReport *report,
                      HnRegister     *reg,
                      const char     *path,
                      HnProgress      progress,
                      gpointer        progress_data,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_return_val_if_fail (report != NULL && report->forms->len > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return hn_workbook_write (report, reg, path, SHEET_ROWS, progress, progress_data, cancellable, error);
}
