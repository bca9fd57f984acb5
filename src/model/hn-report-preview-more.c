/* Pages of a report behind the first ones: laid out a piece at a time, and read again when they are looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-preview-private.h"

/* So many in one piece, between which others may read. */
#define MORE_PAGES 16

/* --- pages that are not known yet ---------------------------------------- */

static gpointer
more_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  HnReportPages *pages = data;
  guint n_pages = hn_paper_get_n_pages (pages->paper);

  if (!hn_paper_lay_out (pages->paper, reg, n_pages + MORE_PAGES, cancellable, error))
    return NULL;

  return hn_report_pages_ref (pages);
}

static void
more_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnReportPages) pages = hn_store_read_finish (HN_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  self->more = FALSE;
  if (pages == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hn_report_preview_set_state (self, HN_PREVIEW_FAILED, error->message);
      return;
    }

  hn_report_preview_append_items (self);
  /* Who shows how many there are hears of it. */
  g_object_notify (G_OBJECT (self), "state");
  hn_report_preview_load_ahead (self);
}

/**
 * hn_report_preview_load_more:
 *
 * Lays out some more pages, if there are; for who looks at the last ones.
 */
void
hn_report_preview_load_more (HnReportPreview *self)
{
  g_return_if_fail (HN_IS_REPORT_PREVIEW (self));

  if (self->state != HN_PREVIEW_FULL || self->more || hn_report_preview_is_complete (self))
    return;

  self->more = TRUE;
  hn_store_read_async (self->store, more_job, hn_report_pages_ref (self->pages), (GDestroyNotify) hn_report_pages_unref,
                       (GDestroyNotify) hn_report_pages_unref, self->cancellable, more_cb, g_object_ref (self));
}

/**
 * hn_report_preview_load_ahead:
 *
 * Lays out more pages as long as fewer are known than are made without being asked for.
 */
void
hn_report_preview_load_ahead (HnReportPreview *self)
{
  if (self->items->len < HN_PREVIEW_AHEAD)
    hn_report_preview_load_more (self);
}

/* --- pages that are not held any more ------------------------------------ */

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
 * hn_report_preview_read_page:
 *
 * Makes a page again that is not held any more; the item says when it is there.
 */
void
hn_report_preview_read_page (HnReportPreview  *self,
                             HnReportPageItem *item)
{
  ReadJob *job;

  g_return_if_fail (HN_IS_REPORT_PREVIEW (self));
  g_return_if_fail (HN_IS_REPORT_PAGE_ITEM (item));

  job = g_new0 (ReadJob, 1);
  job->pages = hn_report_pages_ref (hn_report_page_item_get_pages (item));
  job->page = hn_report_page_item_get_index (item);
  hn_store_read_async (self->store, read_job, job, read_job_free, (GDestroyNotify) hn_report_pages_unref,
                       self->cancellable, read_cb, g_object_ref (item));
}
