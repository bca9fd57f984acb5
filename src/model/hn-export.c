/* The making of a workbook or a PDF, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-export.h"

#include "hn-paper.h"

/* The steps of a progress bar. */
#define STEPS 1000

struct _HnExport
{
  GObject parent_instance;

  HnStore *store;
  double progress;
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HnExport, hn_export, G_TYPE_OBJECT)

static void
hn_export_finalize (GObject *object)
{
  HnExport *self = HN_EXPORT (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (hn_export_parent_class)->finalize (object);
}

static void
hn_export_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  HnExport *self = HN_EXPORT (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_export_class_init (HnExportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_export_finalize;
  object_class->get_property = hn_export_get_property;

  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_export_init (HnExport *self)
{
}

/**
 * hn_export_new:
 *
 * Returns: (transfer full): one that writes files from the records of the store, one at a time
 */
HnExport *
hn_export_new (HnStore *store)
{
  HnExport *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_EXPORT, NULL);
  self->store = g_object_ref (store);

  return self;
}

/**
 * hn_export_get_progress:
 *
 * Returns: how much is done, 0 to 1; "notify::progress" comes on the thread that started the export
 */
double
hn_export_get_progress (HnExport *self)
{
  g_return_val_if_fail (HN_IS_EXPORT (self), 0);

  return self->progress;
}

/* What the reading thread needs and tells. */
typedef struct
{
  HnExport *export;
  HnReportChoice *choice;
  char *path;
  HnExportAs as;
  GMainContext *context; /* of whoever waits */
  int step;              /* atomic: how far the export is */
  int told;              /* atomic: whether somebody is on the way to say so */
  double base;
} Job;

static Job *
job_new (HnExport             *self,
         const HnReportChoice *choice,
         HnExportAs            as,
         const char           *path)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->export = g_object_ref (self);
  job->choice = hn_report_choice_copy (choice);
  job->as = as;
  job->path = g_strdup (path);
  job->context = g_main_context_ref_thread_default ();

  return job;
}

static void
job_clear (Job *job)
{
  g_object_unref (job->export);
  hn_report_choice_free (job->choice);
  g_free (job->path);
  g_main_context_unref (job->context);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

static gboolean
tell_cb (gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->told, FALSE);
  job->export->progress = (double) g_atomic_int_get (&job->step) / STEPS;
  g_object_notify_by_pspec (G_OBJECT (job->export), properties[PROP_PROGRESS]);

  return G_SOURCE_REMOVE;
}

/* Half of the way is gathering the figures, the other half writing them. */
static void
progress_cb (double   done,
             gpointer user_data)
{
  Job *job = user_data;
  int step = (int) ((job->base + CLAMP (done, 0, 1) / 2) * STEPS);
  g_autoptr (GSource) source = NULL;

  if (g_atomic_int_exchange (&job->step, step) == step || g_atomic_int_exchange (&job->told, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, g_atomic_rc_box_acquire (job), (GDestroyNotify) job_unref);
  g_source_attach (source, job->context);
}

static gboolean
write_pages (const Job       *job,
             const HnReport  *report,
             HnRegister      *reg,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (HnPaper) paper = hn_paper_new (report);

  return hn_paper_write_pdf (paper, reg, job->path, progress_cb, (gpointer) job, cancellable, error);
}

static gboolean
write_files (const Job       *job,
             const HnReport  *report,
             HnRegister      *reg,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GPtrArray) paths = NULL;

  switch (job->as)
    {
    case HN_EXPORT_WORKBOOKS:
      return hn_report_write_xlsx_each (report, reg, job->path, &paths, progress_cb, (gpointer) job, cancellable,
                                        error);
    case HN_EXPORT_PDF:
      return write_pages (job, report, reg, cancellable, error);
    case HN_EXPORT_WORKBOOK:
    default:
      return hn_report_write_xlsx (report, reg, job->path, progress_cb, (gpointer) job, cancellable, error);
    }
}

static gpointer
export_job (HnRegister    *reg,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Job *job = data;
  g_autoptr (HnPeriod) period = hn_report_choice_period (job->choice, reg, error);
  g_autoptr (HnReport) report = NULL;
  HnReportOptions options;

  if (period == NULL)
    return NULL;

  options = hn_report_choice_options (job->choice, period);
  report = hn_report_build (reg, &options, progress_cb, job, cancellable, error);
  if (report == NULL)
    return NULL;

  job->base = 0.5;
  if (!write_files (job, report, reg, cancellable, error))
    return NULL;

  return g_strdup (job->path);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *path = hn_store_read_finish (HN_STORE (source), result, &error);

  if (path != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * hn_export_run_async:
 * @choice: what the report is of
 * @as: what is written
 * @path: where to: a file, of which an old one is replaced when the new one is complete; of several workbooks the
 *   folder, in which each has its own name
 *
 * Builds the forms and writes them on a reading thread.
 */
void
hn_export_run_async (HnExport             *self,
                     const HnReportChoice *choice,
                     HnExportAs            as,
                     const char           *path,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  GTask *task;

  g_return_if_fail (HN_IS_EXPORT (self));
  g_return_if_fail (choice != NULL && path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  hn_store_read_async (self->store, export_job, job_new (self, choice, as, path), (GDestroyNotify) job_unref, g_free,
                       cancellable, exported_cb, task);
}

/**
 * hn_export_run_finish:
 *
 * Returns: whether all that was asked for is there; if not, nothing is, and what was there before is as it was
 */
gboolean
hn_export_run_finish (HnExport      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
