/* A report that is made and its pages, held by all who show them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-pages.h"

#include <glib/gi18n-lib.h>

/**
 * hn_report_pages_new:
 * @report: (transfer full): a report
 *
 * Returns: (transfer full): its pages
 */
HnReportPages *
hn_report_pages_new (HnReport *report)
{
  HnReportPages *self = g_atomic_rc_box_new0 (HnReportPages);

  self->report = report;
  self->paper = hn_paper_new (report);

  return self;
}

/**
 * hn_report_pages_ref:
 *
 * Pages are painted by another thread, which holds them meanwhile.
 *
 * Returns: (transfer full): the same pages
 */
HnReportPages *
hn_report_pages_ref (HnReportPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
pages_clear (HnReportPages *self)
{
  hn_paper_unref (self->paper);
  hn_report_free (self->report);
}

/**
 * hn_report_pages_unref:
 *
 * Frees the report with its pages when no list and no thread holds it.
 */
void
hn_report_pages_unref (HnReportPages *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) pages_clear);
}

struct _HnReportPageItem
{
  GObject parent_instance;

  HnReportPages *pages;
  guint index;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnReportPageItem, hn_report_page_item, G_TYPE_OBJECT)

static void
hn_report_page_item_finalize (GObject *object)
{
  hn_report_pages_unref (HN_REPORT_PAGE_ITEM (object)->pages);

  G_OBJECT_CLASS (hn_report_page_item_parent_class)->finalize (object);
}

static void
hn_report_page_item_class_init (HnReportPageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_report_page_item_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hn_report_page_item_init (HnReportPageItem *self)
{
}

/**
 * hn_report_page_item_new:
 * @pages: the report
 * @index: of the page, from 0
 *
 * Returns: (transfer full): what the list of pages shows
 */
HnReportPageItem *
hn_report_page_item_new (HnReportPages *pages,
                         guint          index)
{
  HnReportPageItem *self = g_object_new (HN_TYPE_REPORT_PAGE_ITEM, NULL);

  self->pages = hn_report_pages_ref (pages);
  self->index = index;

  return self;
}

/**
 * hn_report_page_item_set_pages:
 * @pages: a report that was made again; the item stands for the page of the same number in it
 */
void
hn_report_page_item_set_pages (HnReportPageItem *self,
                               HnReportPages    *pages)
{
  g_return_if_fail (HN_IS_REPORT_PAGE_ITEM (self));

  hn_report_pages_ref (pages);
  hn_report_pages_unref (self->pages);
  self->pages = pages;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hn_report_page_item_get_pages:
 *
 * Returns: (transfer none): the report that the page is of
 */
HnReportPages *
hn_report_page_item_get_pages (HnReportPageItem *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PAGE_ITEM (self), NULL);

  return self->pages;
}

/**
 * hn_report_page_item_get_index:
 *
 * Returns: which page it is, from 0
 */
guint
hn_report_page_item_get_index (HnReportPageItem *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PAGE_ITEM (self), 0);

  return self->index;
}

/**
 * hn_report_page_item_get_name:
 *
 * Returns: (transfer full): which page it is, for those who cannot see it: "M08, page 2"
 */
char *
hn_report_page_item_get_name (HnReportPageItem *self)
{
  const HnReportForm *form;
  guint number = 1, index;

  g_return_val_if_fail (HN_IS_REPORT_PAGE_ITEM (self), NULL);

  index = hn_paper_get_form (self->pages->paper, self->index, &number);
  form = g_ptr_array_index (self->pages->report->forms, index);

  return g_strdup_printf (_("%s %s, page %u"), form->form, form->title, number);
}

/* --- a page that is not held any more --------------------------------------- */

typedef struct
{
  HnReportPages *pages;
  guint page;
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  hn_report_pages_unref (job->pages);
  g_free (job);
}

static gpointer
read_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  ReadJob *job = data;

  return hn_paper_read (job->pages->paper, reg, job->page, cancellable, error) ? hn_report_pages_ref (job->pages)
                                                                               : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnReportPageItem) item = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnReportPages) pages = hn_store_read_finish (HN_STORE (source), result, &error);

  if (pages != NULL && pages == hn_report_page_item_get_pages (item))
    hn_report_page_item_set_pages (item, pages);
}

/**
 * hn_report_page_item_read:
 * @store: of whose register the report is
 * @cancellable: (nullable): ends it
 *
 * Makes the page again if it is not held any more; the item says when it is there.
 */
void
hn_report_page_item_read (HnReportPageItem *self,
                          HnStore          *store,
                          GCancellable     *cancellable)
{
  ReadJob *job;

  g_return_if_fail (HN_IS_REPORT_PAGE_ITEM (self));
  g_return_if_fail (HN_IS_STORE (store));

  job = g_new0 (ReadJob, 1);
  job->pages = hn_report_pages_ref (hn_report_page_item_get_pages (self));
  job->page = hn_report_page_item_get_index (self);
  hn_store_read_async (store, read_job, job, read_job_free, (GDestroyNotify) hn_report_pages_unref, cancellable,
                       read_cb, g_object_ref (self));
}
