/* A report on a printer: the same pages as are seen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-report-files.h"
#include "hn-work-dialog.h"

/* Lives until the last page is printed. */
typedef struct
{
  GtkWidget *parent; /* weak */
  HnStore *store;
  HnReportPages *pages;
  HnWorkDialog *dialog; /* weak */
  GtkPrintOperation *operation;
  cairo_t *cr;          /* of the page that is being read again, or NULL */
  guint page;
} Printing;

static void
printing_clear (Printing *self)
{
  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->dialog);
  g_object_unref (self->store);
  hn_report_pages_unref (self->pages);
  g_clear_object (&self->operation);
}

static void
printing_unref (Printing *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) printing_clear);
}

/* --- pages --------------------------------------------------------------- */

/* A page lies as its form does. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       Printing          *self)
{
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  hn_paper_get_size (self->pages->paper, (guint) page, &width, &height);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static gpointer
read_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Printing *self = data;

  return hn_paper_read (self->pages->paper, reg, self->page, cancellable, error) ? self : NULL;
}

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Printing *self = user_data;
  g_autoptr (GError) error = NULL;

  if (hn_store_read_finish (HN_STORE (source), result, &error) == NULL)
    gtk_print_operation_cancel (self->operation);
  else
    hn_paper_draw (self->pages->paper, self->page, self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  gtk_print_operation_draw_page_finish (self->operation);
  printing_unref (self);
}

/* Of a long list only some pages are held; another is read again meanwhile. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (hn_paper_draw (self->pages->paper, (guint) page, cr))
    return;

  gtk_print_operation_set_defer_drawing (operation);
  self->page = (guint) page;
  self->cr = cairo_reference (cr);
  hn_store_read_async (self->store, read_job, self, NULL, NULL, NULL, page_read_cb, g_rc_box_acquire (self));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Printing                *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->parent != NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      hn_failure_show (self->parent, _("The Report Cannot Be Printed"), error);
    }
}

static void
run (Printing *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *label = hn_period_label (self->pages->report->period);

  g_set_object (&self->operation, operation);
  gtk_print_operation_set_job_name (operation, label);
  gtk_print_operation_set_n_pages (operation, (int) hn_paper_get_n_pages (self->pages->paper));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_rc_box_acquire (self),
                         (GClosureNotify) (void (*) (void)) printing_unref, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (self->parent)), NULL);
}

/* --- all of them --------------------------------------------------------- */

static gpointer
lay_out_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Printing *self = data;

  return hn_paper_lay_out (self->pages->paper, reg, G_MAXUINT, cancellable, error) ? self : NULL;
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Printing *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = hn_store_read_finish (HN_STORE (source), result, &error) != NULL;

  if (self->dialog != NULL)
    hn_work_dialog_done (self->dialog);
  if (self->parent != NULL && gtk_widget_get_root (self->parent) != NULL)
    {
      if (good)
        run (self);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hn_failure_show (self->parent, _("The Report Cannot Be Printed"), error);
    }
  printing_unref (self);
}

/**
 * hn_report_print:
 * @parent: over which it is asked how
 *
 * Prints pages through the system's dialog, all of them, each as its form lies.
 */
void
hn_report_print (GtkWidget     *parent,
                 HnContext     *context,
                 HnReportPages *pages)
{
  Printing *self = g_rc_box_new0 (Printing);
  HnWorkDialog *dialog = hn_work_dialog_new (parent, _("Laying Out the Pages…"));

  g_set_weak_pointer (&self->parent, parent);
  g_set_weak_pointer (&self->dialog, dialog);
  self->store = g_object_ref (hn_context_get_store (context));
  self->pages = hn_report_pages_ref (pages);
  hn_store_read_async (self->store, lay_out_job, self, NULL, NULL, hn_work_dialog_get_cancellable (dialog), laid_out_cb,
                       self);
}
