/* A report as a workbook: one sheet a form, on A4 as Decree 30/2020/NĐ-CP, Appendix I, has it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-workbook-private.h"

#include <locale.h>
#include <glib/gi18n-lib.h>

#include "hn-package.h"

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

static void
write_sheet (HnSheet      *self,
             HnProgress    progress,
             gpointer      progress_data,
             double        from,
             double        to,
             GCancellable *cancellable)
{
  const HnReportForm *form = self->form;

  set_page (self);
  hn_table_plan (self);
  hn_letterhead_write (self);
  hn_table_write (self, progress, progress_data, from, to, cancellable);
  if (self->error != NULL)
    return;

  for (guint i = 0; i < form->notes->len; i++)
    hn_sheet_add_line (self, g_ptr_array_index (form->notes, i), 12, HN_LOOK_LEFT);
  for (guint i = 0; form->appended != NULL && i < form->appended->len; i++)
    hn_table_write_appended (self, g_ptr_array_index (form->appended, i));
  hn_signature_write (self);

  hn_sheet_check (self, worksheet_repeat_rows (self->sheet, self->head_row, self->head_row + self->head_rows - 1));
  hn_sheet_check (self, worksheet_print_area (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (form->n_columns - 1)));
}

static gboolean
write_form (lxw_workbook   *book,
            HnStyles       *styles,
            const HnReport *report,
            guint           index,
            HnProgress      progress,
            gpointer        progress_data,
            GCancellable   *cancellable,
            GError        **error)
{
  double n_forms = report->forms->len;
  HnSheet sheet = { .styles = styles, .report = report, .form = g_ptr_array_index (report->forms, index) };

  sheet.sheet = workbook_add_worksheet (book, sheet.form->form);
  if (sheet.sheet == NULL)
    {
      g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("Sheet %s could not be added."), sheet.form->form);
      return FALSE;
    }

  sheet.heights = g_array_new (FALSE, TRUE, sizeof (double));
  write_sheet (&sheet, progress, progress_data, index / n_forms, (index + 1) / n_forms, cancellable);
  g_free (sheet.widths);
  g_array_unref (sheet.heights);
  if (sheet.error == NULL)
    return TRUE;

  g_propagate_error (error, sheet.error);

  return FALSE;
}

static void
set_properties (lxw_workbook   *book,
                const HnReport *report)
{
  g_autofree char *label = hn_period_label (report->period);
  g_autofree char *title = g_strconcat ("Báo cáo ", label, NULL);
  lxw_doc_properties properties = {
    .title = title,
    .author = report->letterhead->name,
    .company = report->letterhead->name,
  };

  workbook_set_properties (book, &properties);
}

/* The whole package in memory, which the caller frees with free(). */
static gboolean
make_package (const HnReport *report,
              char          **package,
              gsize          *size,
              HnProgress      progress,
              gpointer        progress_data,
              GCancellable   *cancellable,
              GError        **error)
{
  lxw_workbook_options options = { .output_buffer = (const char **) package, .output_buffer_size = size };
  lxw_workbook *book = workbook_new_opt (NULL, &options);
  HnStyles styles;
  gboolean good = TRUE;
  lxw_error result;

  if (book == NULL)
    {
      g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be begun."));
      return FALSE;
    }

  hn_styles_init (&styles, book);
  set_properties (book, report);
  for (guint i = 0; i < report->forms->len && good; i++)
    good = write_form (book, &styles, report, i, progress, progress_data, cancellable, error);
  hn_styles_clear (&styles);
  if (!good)
    {
      lxw_workbook_free (book);
      return FALSE;
    }

  result = workbook_close (book);
  if (result == LXW_NO_ERROR && *package != NULL)
    return TRUE;

  g_set_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The workbook could not be written: %s"),
               lxw_strerror (result));

  return FALSE;
}

/* libxlsxwriter prints numbers with the locale of the thread: under vi_VN it would write 1234,56, which no program
 * reads, and report success. What is said of an error stays in the user's language. */
static gboolean
make_package_in_c_locale (const HnReport *report,
                          char          **package,
                          gsize          *size,
                          HnProgress      progress,
                          gpointer        progress_data,
                          GCancellable   *cancellable,
                          GError        **error)
{
  locale_t before = uselocale ((locale_t) 0);
  locale_t copy = duplocale (before);
  locale_t with_points = copy != (locale_t) 0 ? newlocale (LC_NUMERIC_MASK, "C", copy) : (locale_t) 0;
  gboolean good;

  if (with_points == (locale_t) 0)
    {
      if (copy != (locale_t) 0)
        freelocale (copy);
      g_set_error_literal (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE, _("The system’s C locale is missing."));
      return FALSE;
    }

  uselocale (with_points);
  good = make_package (report, package, size, progress, progress_data, cancellable, error);
  uselocale (before);
  freelocale (with_points);

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
 * cancellation the old one stands as it was.
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
  char *package = NULL;
  gsize size = 0;
  g_autoptr (GByteArray) finished = NULL;
  gboolean good;

  g_return_val_if_fail (report != NULL && report->forms->len > 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  good = make_package_in_c_locale (report, &package, &size, progress, progress_data, cancellable, error);
  if (good)
    finished = hn_package_hide_first_page_number ((const guint8 *) package, size, error);
  free (package);
  if (finished == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return g_file_set_contents_full (path, (const char *) finished->data, finished->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
