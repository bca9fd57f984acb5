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

/**
 * hn_report_preview_read_page:
 *
 * Makes a page again that is not held any more; the item says when it is there.
 */
void
hn_report_preview_read_page (HnReportPreview  *self,
                             HnReportPageItem *item)
{
  g_return_if_fail (HN_IS_REPORT_PREVIEW (self));
  g_return_if_fail (HN_IS_REPORT_PAGE_ITEM (item));

  hn_report_page_item_read (item, self->store, self->cancellable);
}
