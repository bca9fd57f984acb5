/* Reports as the window asks for them: how long its main loop stands still meanwhile, and how long it takes until
 * nothing is left of one that is cancelled: bench-live REGISTER FOLDER
 * And how long others wait to save while a long list is marked as sent: bench-live REGISTER FOLDER send; what it sends
 * stays in the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bench-common.h"
#include "hn-export.h"
#include "hn-report-preview.h"
#include "hn-rule-sets.h"
#include "hn-send.h"

#define PERIOD "2025"

typedef struct
{
  HnStore  *store;
  char     *folder;
  char     *path;
  double    last;    /* when the main loop was last alive */
  double    longest; /* that it was not */
  gboolean  done;
} Live;

static gboolean
beat (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
iterate (Live *self)
{
  g_main_context_iteration (NULL, TRUE);
  self->longest = MAX (self->longest, bench_now () - self->last);
  self->last = bench_now ();
}

static void
begin (Live *self)
{
  self->done = FALSE;
  self->longest = 0;
  self->last = bench_now ();
}

static HnReportChoice *
choose (const char *form)
{
  HnReportChoice *choice = hn_report_choice_new ();

  choice->period = g_strdup (PERIOD);
  if (form != NULL)
    {
      g_strfreev (choice->forms);
      choice->forms = g_strdupv ((char **) (const char *const[]) { form, NULL });
    }

  return choice;
}

/* Until the first pages are there, and those that are made ahead. */
static void
preview (Live       *self,
         const char *form)
{
  g_autoptr (HnReportPreview) preview = hn_report_preview_new (self->store);
  g_autoptr (HnReportChoice) choice = choose (form);
  g_autofree char *what = g_strdup_printf ("previewing %s", form);
  guint before = 0;

  begin (self);
  hn_report_preview_set_choice (preview, choice);
  while (hn_report_preview_get_state (preview) == HN_PREVIEW_LOADING
         || (!hn_report_preview_is_complete (preview) && before < 100))
    {
      iterate (self);
      before = g_list_model_get_n_items (G_LIST_MODEL (preview));
    }
  if (hn_report_preview_get_state (preview) != HN_PREVIEW_FULL)
    g_error ("%s: %s", form, hn_report_preview_get_failure (preview));
  bench_say ("report-stall", BENCH_OURS, what, self->longest);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Live *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_export_run_finish (HN_EXPORT (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error ("%s", error->message);
  self->done = TRUE;
}

static gboolean
is_empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  return folder != NULL && g_dir_read_name (folder) == NULL;
}

/* Cancels an export after so many milliseconds; returns whether it was not done by then. */
static gboolean
export (Live       *self,
        const char *form,
        double      after)
{
  g_autoptr (HnExport) export = hn_export_new (self->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnReportChoice) choice = choose (form);
  double start = bench_now (), cancelled;

  begin (self);
  hn_export_run_async (export, choice, HN_EXPORT_WORKBOOK, self->path, cancellable, exported_cb, self);
  while (!self->done && bench_now () - start < after)
    iterate (self);
  if (self->done)
    {
      bench_say ("report-stall", BENCH_OURS, "exporting", self->longest);
      return FALSE;
    }

  g_cancellable_cancel (cancellable);
  cancelled = bench_now ();
  while (!self->done)
    iterate (self);
  if (!is_empty (self->folder))
    g_error ("something is left in %s", self->folder);
  bench_say ("report-cancel", BENCH_OURS, form != NULL ? form : "all forms", bench_now () - cancelled);
  bench_say ("report-stall", BENCH_OURS, "exporting", self->longest);

  return TRUE;
}

/* --- marked as sent ------------------------------------------------------ */

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Live *self = user_data;
  g_autoptr (GError) error = NULL;

  if (hn_send_finish (HN_STORE (source), result, NULL, &error) == 0)
    g_error ("%s", error->message);
  self->done = TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean *saved = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_store_save_finish (HN_STORE (source), result, NULL, NULL, &error))
    g_error ("%s", error->message);
  *saved = TRUE;
}

/* Returns how long it took to save an event. */
static double
save (Live *self)
{
  g_autoptr (HnRecord) event = hn_record_new (hn_kind_lookup ("event"));
  double start = bench_now ();
  gboolean saved = FALSE;

  hn_record_set_text (event, "title", "Trong lúc gửi báo cáo");
  hn_record_set_text (event, "type", "exchange");
  hn_record_set_text (event, "from", "2025-05-06");
  hn_store_save_async (self->store, event, NULL, saved_cb, &saved);
  while (!saved)
    iterate (self);

  return bench_now () - start;
}

/* Somebody saves twice, early and in the middle: what is sent is begun again each time. */
static void
send (Live *self)
{
  static const char *const forms[] = { "M02", NULL };
  g_autoptr (GError) error = NULL;
  HnRegister *reader = hn_store_get_reader (self->store);
  g_autoptr (HnPeriodRules) rules = hn_rule_sets_for_period (reader, PERIOD, &error);
  g_autoptr (HnPeriod) period = rules != NULL ? hn_period_parse (PERIOD, rules, &error) : NULL;
  const HnReportOptions options = { .period = period, .forms = forms };
  const HnSubmissionFacts facts = { .sent_on = { 2025, 12, 15 } };
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  double start;

  if (period == NULL)
    g_error ("%s", error->message);

  begin (self);
  start = bench_now ();
  hn_send_async (self->store, "M02", &options, &facts, gauge, NULL, sent_cb, self);
  while (!self->done && hn_gauge_get_progress (gauge) < 0.3)
    iterate (self);
  bench_say ("send-wait", BENCH_OURS, "while it is written", save (self));
  bench_say ("send-wait", BENCH_OURS, "while it is counted", save (self));
  while (!self->done)
    iterate (self);
  bench_say ("send", BENCH_OURS, "M02", bench_now () - start);
  bench_say ("send-memory", BENCH_OURS, "M02", bench_memory ("VmHWM:"));
}

int
main (int   argc,
      char *argv[])
{
  static const double ends[] = { 20, 120, 350, 700, 1200, 2000, 4000, 8000 };
  const char *const *forms = hn_report_form_names ();
  g_autoptr (GError) error = NULL;
  Live self = { 0 };

  if (argc != 3 && (argc != 4 || !g_str_equal (argv[3], "send")))
    g_error ("bench-live REGISTER FOLDER [send]");

  self.store = hn_store_new (argv[1], &error);
  self.folder = g_build_filename (argv[2], "live-XXXXXX", NULL);
  if (self.store == NULL || g_mkdtemp (self.folder) == NULL)
    g_error ("%s", error != NULL ? error->message : self.folder);
  self.path = g_build_filename (self.folder, "report.xlsx", NULL);

  g_timeout_add (1, beat, NULL);
  if (argc == 4)
    send (&self);
  for (guint i = 0; argc == 3 && forms[i] != NULL; i++)
    preview (&self, forms[i]);
  for (guint i = 0; argc == 3 && i < G_N_ELEMENTS (ends); i++)
    if (!export (&self, "M02", ends[i]) || !export (&self, NULL, ends[i]))
      break;

  g_object_unref (self.store);
  g_free (self.path);
  g_free (self.folder);

  return EXIT_SUCCESS;
}
