/* The workbook of a report beside bare libxlsxwriter, which writes the same cells in constant memory with formats made
 * beforehand, and the first page of each form beside its bare SQL:
 * bench-report list|bare|cells|cancel|year|preview REGISTER FOLDER name|row|FORM
 *
 * Each side of a list is a program of its own, so that its peak of memory is its own. "cells" leaves those of the list
 * in cells.csv, for what others write. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-bare.h"
#include "bench-common.h"
#include "bench-people.h"
#include "hn-paper.h"
#include "hn-rule-sets.h"

#define PERIOD "2025"

typedef struct
{
  HnRegister *reg;
  char       *path;
  const char *order;
} Bench;

static HnPeriod *
parse_period (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (self->reg, PERIOD, &error);
  HnPeriod *period = rules != NULL ? hn_period_parse (PERIOD, rules, &error) : NULL;

  if (period == NULL)
    g_error ("period: %s", error->message);

  return period;
}

/* By name, M02 with its members; by row, all people as they are kept, in the report of the smallest form. */
static HnReport *
make_list (Bench *self)
{
  gboolean by_name = g_str_equal (self->order, "name");
  const char *const forms[] = { by_name ? "M02" : "M12", NULL };
  g_autoptr (HnPeriod) period = parse_period (self);
  g_autoptr (GError) error = NULL;
  HnReport *report =
    hn_report_build (self->reg, &(HnReportOptions) { .period = period, .forms = forms }, NULL, NULL, NULL, &error);

  if (report == NULL)
    g_error ("report: %s", error->message);
  if (!by_name)
    {
      g_ptr_array_set_size (report->forms, 0);
      g_ptr_array_add (report->forms, bench_people_form (self->reg));
    }

  return report;
}

static void
write_ours (Bench          *self,
            const HnReport *report)
{
  g_autoptr (GError) error = NULL;

  if (!hn_report_write_xlsx (report, self->reg, self->path, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
list (Bench *self)
{
  g_autoptr (HnReport) report = make_list (self);
  double start = bench_now ();

  write_ours (self, report);
  bench_say ("list", BENCH_OURS, self->order, bench_now () - start);
  bench_say ("list-memory", BENCH_OURS, self->order, bench_memory ("VmHWM:"));
}

static void
bare (Bench *self)
{
  g_autoptr (HnReport) report = make_list (self);
  g_autoptr (BenchCells) cells = bench_cells_read (report, self->reg);
  double start = bench_now ();

  bench_cells_write (cells, self->path);
  bench_say ("list", BENCH_BESIDE, self->order, bench_now () - start);
}

static void
cells (Bench *self)
{
  g_autoptr (HnReport) report = make_list (self);
  g_autoptr (BenchCells) all = bench_cells_read (report, self->reg);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "cells.csv", NULL);

  bench_cells_print (all, path);
}

/* --- stalls and cancelling: the work is done on another thread ----------- */

typedef struct
{
  Bench        *bench;
  HnReport     *report;
  GCancellable *cancellable;
  double        stop_at;    /* how far it may come */
  gint          stopped;    /* it has come there */
  gint          done;
} Job;

static void
watch_progress (double   done,
                gpointer user_data)
{
  Job *job = user_data;

  if (done >= job->stop_at)
    g_atomic_int_set (&job->stopped, TRUE);
}

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  hn_register_set_cancellable (job->bench->reg, job->cancellable);
  if (!hn_report_write_xlsx (job->report, job->bench->reg, job->bench->path, watch_progress, job, job->cancellable,
                             &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error ("%s", error->message);
  hn_register_set_cancellable (job->bench->reg, NULL);
  g_atomic_int_set (&job->done, TRUE);
  g_main_context_wakeup (NULL);

  return NULL;
}

static gboolean
beat (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the job beside a main loop until @end is set; returns the longest time that nothing was done in. */
static double
run_beside (Job  *job,
            gint *end)
{
  double last = bench_now (), longest = 0;

  while (!g_atomic_int_get (end) && !g_atomic_int_get (&job->done))
    {
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, bench_now () - last);
      last = bench_now ();
    }

  return longest;
}

static void
cancel (Bench *self)
{
  static const double stops[] = { 0.05, 0.3, 0.6, 0.9, 0.97 };
  g_autoptr (HnReport) report = make_list (self);
  guint source = g_timeout_add (1, beat, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      Job job = { self, report, g_cancellable_new (), stops[i], FALSE, FALSE };
      GThread *thread = g_thread_new ("report", run_job, &job);
      double stall = run_beside (&job, &job.stopped), start = bench_now ();

      g_cancellable_cancel (job.cancellable);
      g_thread_join (thread);
      bench_say ("list-cancel", BENCH_OURS, "cancelled", bench_now () - start);
      bench_say ("list-stall", BENCH_OURS, "writing a list", stall);
      g_object_unref (job.cancellable);
    }
  g_source_remove (source);
}

/* --- the year ------------------------------------------------------------ */

static void
year (Bench *self)
{
  g_autoptr (HnPeriod) period = parse_period (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (BenchQueries) queries = bench_queries_record ();
  g_autoptr (HnReport) report = NULL;
  g_autoptr (BenchCells) cells = NULL;
  double start = bench_now (), sql;

  report = hn_report_build (self->reg, &(HnReportOptions) { .period = period }, NULL, NULL, NULL, &error);
  if (report == NULL)
    g_error ("report: %s", error->message);
  write_ours (self, report);
  bench_say ("year", BENCH_OURS, "all forms", bench_now () - start);

  bench_queries_stop (queries);
  sql = bench_queries_run (queries);
  cells = bench_cells_read (report, self->reg);
  start = bench_now ();
  bench_cells_write (cells, self->path);
  bench_say ("year", BENCH_BESIDE, "all forms", bench_now () - start + sql);
}

/* --- the first page ------------------------------------------------------ */

static double
make_page (Bench          *self,
           const HnPeriod *period,
           const char     *form)
{
  const char *const forms[] = { form, NULL };
  double start = bench_now ();
  g_autoptr (GError) error = NULL;
  HnReport *report =
    hn_report_build (self->reg, &(HnReportOptions) { .period = period, .forms = forms }, NULL, NULL, NULL, &error);
  g_autoptr (HnPaper) paper = report != NULL ? hn_paper_new (report) : NULL;

  if (paper == NULL || !hn_paper_lay_out (paper, self->reg, 1, NULL, &error))
    g_error ("%s: %s", form, error->message);

  return bench_now () - start;
}

static void
preview (Bench *self)
{
  g_autoptr (HnPeriod) period = parse_period (self);
  g_autoptr (BenchQueries) queries = bench_queries_record ();

  make_page (self, period, self->order);
  bench_queries_stop (queries);
  for (guint turn = 0; turn < 2; turn++)
    for (guint side = 0; side < 2; side++)
      if ((side == 0) == BENCH_OURS_FIRST (turn))
        bench_say ("preview", BENCH_OURS, self->order, make_page (self, period, self->order));
      else
        bench_say ("preview", BENCH_BESIDE, self->order, bench_queries_run (queries));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Bench *self);
  } figures[] = { { "list", list },     { "bare", bare }, { "cells", cells },
                  { "cancel", cancel }, { "year", year }, { "preview", preview } };
  g_autoptr (GError) error = NULL;
  Bench self = { 0 };

  if (argc != 5)
    g_error ("bench-report list|bare|cells|cancel|year|preview REGISTER FOLDER name|row|FORM");

  bench_queries_watch ();
  self.reg = hn_register_open (argv[2], HN_REGISTER_READ_ONLY, &error);
  if (self.reg == NULL)
    g_error ("%s", error->message);
  self.path = g_build_filename (argv[3], "report.xlsx", NULL);
  self.order = argv[4];
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, argv[1]))
      figures[i].run (&self);
  g_remove (self.path);
  g_free (self.path);
  g_object_unref (self.reg);

  return EXIT_SUCCESS;
}
