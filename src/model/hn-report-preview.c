/* The pages of a report as it is chosen.
 *
 *   choice ──> one job of the reading thread: figures, first pages ──> items ──> more pages, a piece at a time
 *     ▲
 *   store "changed": the same again; the items stay, and show the new pages
 *
 * A new choice ends the job of the one before; what comes too late is dropped.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-report-preview-private.h"

#include <gio/gio.h>

/* What is made at once, so that something is seen. */
#define FIRST_PAGES 2

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnReportPreview, hn_report_preview, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- what is told -------------------------------------------------------- */

/**
 * hn_report_preview_set_state:
 * @failure: (nullable): why there is no report, in words
 *
 * Tells whoever shows the pages.
 */
void
hn_report_preview_set_state (HnReportPreview *self,
                             HnPreviewState   state,
                             const char      *failure)
{
  g_set_str (&self->failure, failure);
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * hn_report_preview_append_items:
 *
 * Offers the pages that were laid out since.
 */
void
hn_report_preview_append_items (HnReportPreview *self)
{
  guint before = self->items->len, n_pages = hn_paper_get_n_pages (self->pages->paper);

  for (guint i = before; i < n_pages; i++)
    g_ptr_array_add (self->items, hn_report_page_item_new (self->pages, i));
  if (n_pages > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_pages - before);
}

/* The person stays at the page that she looks at. */
static void
take_pages (HnReportPreview *self,
            HnReportPages   *pages)
{
  guint before = self->items->len, n_pages = hn_paper_get_n_pages (pages->paper);

  g_clear_pointer (&self->pages, hn_report_pages_unref);
  self->pages = pages;
  if (n_pages < before)
    {
      g_ptr_array_set_size (self->items, (int) n_pages);
      g_list_model_items_changed (G_LIST_MODEL (self), n_pages, before - n_pages, 0);
    }
  for (guint i = 0; i < self->items->len; i++)
    hn_report_page_item_set_pages (g_ptr_array_index (self->items, i), pages);
  hn_report_preview_append_items (self);
}

/* --- making it ----------------------------------------------------------- */

typedef struct
{
  HnReportChoice *choice;
  guint n_pages;
} BuildJob;

static void
build_job_free (gpointer data)
{
  BuildJob *job = data;

  hn_report_choice_free (job->choice);
  g_free (job);
}

/* The records behind the figures are read when somebody asks for them: here they would only be waited for. */
static gpointer
build_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  BuildJob *job = data;
  g_autoptr (HnPeriod) period = hn_report_choice_period (job->choice, reg, error);
  g_autoptr (HnReportPages) pages = NULL;
  HnReportOptions options;
  HnReport *report;

  if (period == NULL)
    return NULL;

  options = hn_report_choice_options (job->choice, period);
  options.basis = FALSE;
  report = hn_report_build (reg, &options, NULL, NULL, cancellable, error);
  if (report == NULL)
    return NULL;

  pages = hn_report_pages_new (report);
  if (!hn_paper_lay_out (pages->paper, reg, job->n_pages, cancellable, error))
    return NULL;

  return g_steal_pointer (&pages);
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  HnReportPages *pages = hn_store_read_finish (HN_STORE (source), result, &error);

  /* It may have been made just before another was chosen. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&pages, hn_report_pages_unref);
      return;
    }
  if (pages == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hn_report_preview_set_state (self, HN_PREVIEW_FAILED, error->message);
      return;
    }

  take_pages (self, pages);
  hn_report_preview_set_state (self, HN_PREVIEW_FULL, NULL);
  hn_report_preview_load_ahead (self);
}

/* With at least as many pages as are looked at. */
static void
build (HnReportPreview *self,
       guint            n_pages)
{
  BuildJob *job;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->more = FALSE;
  if (self->choice == NULL || self->choice->period == NULL || self->choice->forms[0] == NULL)
    {
      hn_report_preview_set_state (self, HN_PREVIEW_EMPTY, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  job = g_new0 (BuildJob, 1);
  job->choice = hn_report_choice_copy (self->choice);
  job->n_pages = MAX (n_pages, FIRST_PAGES);
  hn_report_preview_set_state (self, HN_PREVIEW_LOADING, NULL);
  hn_store_read_async (self->store, build_job, job, build_job_free, (GDestroyNotify) hn_report_pages_unref,
                       self->cancellable, built_cb, g_object_ref (self));
}

/* --- the object ---------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return HN_TYPE_REPORT_PAGE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return HN_REPORT_PREVIEW (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HnReportPreview *self = HN_REPORT_PREVIEW (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hn_report_preview_dispose (GObject *object)
{
  HnReportPreview *self = HN_REPORT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hn_report_preview_parent_class)->dispose (object);
}

static void
hn_report_preview_finalize (GObject *object)
{
  HnReportPreview *self = HN_REPORT_PREVIEW (object);

  hn_report_choice_free (self->choice);
  g_clear_pointer (&self->pages, hn_report_pages_unref);
  g_ptr_array_unref (self->items);
  g_free (self->failure);

  G_OBJECT_CLASS (hn_report_preview_parent_class)->finalize (object);
}

static void
hn_report_preview_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, HN_REPORT_PREVIEW (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_report_preview_class_init (HnReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hn_report_preview_dispose;
  object_class->finalize = hn_report_preview_finalize;
  object_class->get_property = hn_report_preview_get_property;

  /**
   * HnReportPreview:state:
   *
   * An HnPreviewState; also notified when more pages are known.
   */
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, HN_PREVIEW_FAILED, HN_PREVIEW_EMPTY,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_report_preview_init (HnReportPreview *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hn_report_preview_new:
 *
 * Returns: (transfer full): a preview of nothing yet, which makes its report again whenever the register changes
 */
HnReportPreview *
hn_report_preview_new (HnStore *store)
{
  HnReportPreview *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_REPORT_PREVIEW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (hn_report_preview_reload), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hn_report_preview_set_choice:
 * @choice: without a period or forms, nothing is shown
 *
 * Makes another report, if it is another.
 */
void
hn_report_preview_set_choice (HnReportPreview      *self,
                              const HnReportChoice *choice)
{
  g_return_if_fail (HN_IS_REPORT_PREVIEW (self));
  g_return_if_fail (choice != NULL);

  if (self->choice != NULL && hn_report_choice_equal (self->choice, choice))
    return;

  hn_report_choice_free (self->choice);
  self->choice = hn_report_choice_copy (choice);
  build (self, FIRST_PAGES);
}

/**
 * hn_report_preview_get_choice:
 *
 * Returns: (nullable): what is shown, or is going to be
 */
const HnReportChoice *
hn_report_preview_get_choice (HnReportPreview *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PREVIEW (self), NULL);

  return self->choice;
}

/**
 * hn_report_preview_get_state:
 *
 * Returns: what there is to show: a report, none yet, or why there is none
 */
HnPreviewState
hn_report_preview_get_state (HnReportPreview *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PREVIEW (self), HN_PREVIEW_EMPTY);

  return self->state;
}

/**
 * hn_report_preview_get_failure:
 *
 * Returns: (nullable): why there is no report, in words
 */
const char *
hn_report_preview_get_failure (HnReportPreview *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PREVIEW (self), NULL);

  return self->failure;
}

/**
 * hn_report_preview_get_pages:
 *
 * Returns: (nullable) (transfer none): the report that is shown
 */
HnReportPages *
hn_report_preview_get_pages (HnReportPreview *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PREVIEW (self), NULL);

  return self->pages;
}

/**
 * hn_report_preview_is_complete:
 *
 * Returns: whether all pages of what is shown are known, and offered: they are laid out before the main thread hears of
 *   it
 */
gboolean
hn_report_preview_is_complete (HnReportPreview *self)
{
  g_return_val_if_fail (HN_IS_REPORT_PREVIEW (self), FALSE);

  return self->pages != NULL && !self->more && hn_paper_is_complete (self->pages->paper);
}

/**
 * hn_report_preview_reload:
 *
 * Makes the same report again, from the register as it is now.
 */
void
hn_report_preview_reload (HnReportPreview *self)
{
  g_return_if_fail (HN_IS_REPORT_PREVIEW (self));

  if (self->choice != NULL)
    build (self, MIN (self->items->len, HN_PREVIEW_AHEAD));
}
