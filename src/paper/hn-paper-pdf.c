/* A report's pages as PDF. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-paper-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "hn-whole-file.h"

/* A PDF while it is written. */
typedef struct
{
  const HnReport  *report;
  HnRegister      *reg;
  cairo_surface_t *surface;
  cairo_t         *cr;
  HnProgress       progress;
  gpointer         progress_data;
  GCancellable    *cancellable;
} Pdf;

static void
set_metadata (cairo_surface_t *surface,
              const HnReport  *report)
{
  g_autofree char *label = hn_period_label (report->period);
  g_autofree char *title = g_strconcat ("Báo cáo ", label, NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (report->letterhead->name != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, report->letterhead->name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Hữu Nghị");
}

static gboolean
check (Pdf     *self,
       GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, HN_PAPER_ERROR, HN_PAPER_ERROR_WRITE, _("The PDF could not be written: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

/* A reader finds the forms in the PDF's table of contents. */
static void
add_to_contents (Pdf   *self,
                 guint  form,
                 guint  page)
{
  const HnReportForm *about = g_ptr_array_index (self->report->forms, form);
  g_autofree char *place = g_strdup_printf ("page=%u", page);
  g_autofree char *name = g_strdup_printf ("%s. %s", about->form, about->title);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, name, place, 0);
}

static gboolean
write_form (Pdf     *self,
            guint    form,
            guint   *page,
            GError **error)
{
  const HnReportForm *about = g_ptr_array_index (self->report->forms, form);
  g_autoptr (HnPaperFlow) flow = hn_paper_flow_new (self->report, form);
  guint n_items = hn_paper_flow_n_items (flow), number = 1;
  HnPaperMark mark = { 0 };

  cairo_pdf_surface_set_size (self->surface, about->landscape ? HN_PAPER_LONG : HN_PAPER_SHORT,
                              about->landscape ? HN_PAPER_SHORT : HN_PAPER_LONG);
  do
    {
      g_autoptr (HnPaperSheet) sheet = hn_paper_flow_fill (flow, self->reg, number, &mark, self->cancellable, error);

      if (sheet == NULL)
        return FALSE;
      if (number == 1)
        add_to_contents (self, form, *page);
      hn_paper_sheet_draw (sheet, self->cr);
      cairo_show_page (self->cr);
      if (!check (self, error))
        return FALSE;
      number++;
      (*page)++;
      if (self->progress != NULL)
        self->progress ((form + (double) mark.item / MAX (n_items, 1)) / self->report->forms->len, self->progress_data);
    }
  while (mark.item < n_items);

  return TRUE;
}

static gboolean
write_pages (Pdf         *self,
             const char  *path,
             GError     **error)
{
  guint page = 1;
  gboolean good = TRUE;

  self->surface = cairo_pdf_surface_create (path, HN_PAPER_SHORT, HN_PAPER_LONG);
  self->cr = cairo_create (self->surface);
  set_metadata (self->surface, self->report);
  for (guint i = 0; i < self->report->forms->len && good; i++)
    good = write_form (self, i, &page, error);
  cairo_surface_finish (self->surface);
  good = good && check (self, error);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);

  return good;
}

/**
 * hn_paper_write_pdf:
 * @reg: (nullable): the register that the report is of
 * @path: where the PDF shall be; a file that is there is replaced
 * @progress: (nullable): called between pages
 * @error: %HN_PAPER_ERROR_WRITE, %G_FILE_ERROR, %G_IO_ERROR_CANCELLED, or what the register says
 *
 * Writes all pages, the same as are drawn, beside @path and then moves the file there: never half a file, and after an
 * error or a cancellation the old one stands as it was. Nothing of what is laid out is used or changed: on any thread
 * that may use @reg.
 */
gboolean
hn_paper_write_pdf (HnPaper       *self,
                    HnRegister    *reg,
                    const char    *path,
                    HnProgress     progress,
                    gpointer       progress_data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Pdf pdf = { .reg = reg, .progress = progress, .progress_data = progress_data, .cancellable = cancellable };
  g_autofree char *unfinished = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  unfinished = hn_whole_file_begin (path, error);
  if (unfinished == NULL)
    return FALSE;

  pdf.report = hn_paper_get_report (self);
  if (!write_pages (&pdf, unfinished, error))
    {
      hn_whole_file_abandon (unfinished);
      return FALSE;
    }

  return hn_whole_file_finish (unfinished, path, error);
}
