/* The years that reports can be made for, and the making of a workbook away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gstdio.h>

#include "hn-export.h"
#include "hn-report-years.h"
#include "hn-sample.h"

typedef struct
{
  char    *folder;
  HnStore *store;
  gboolean done;
  GError  *error;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (HnRegister) reg = NULL;

  fixture->folder = g_dir_make_tmp ("hn-export-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "sample.huunghi", NULL);
  reg = hn_sample_write (path, &error);
  g_assert_no_error (error);
  g_clear_object (&reg);
  fixture->store = hn_store_new (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->store);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_clear_error (&fixture->error);
}

static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  HnRegister *reg = hn_store_get_reader (fixture->store);
  const struct
  {
    HnDate today;
    const char *newest;
    const char *likely;
  } cases[] = {
    /* The last year that is over, where it holds something. */
    { { 2022, 3, 1 }, "2022", "2021" },
    /* Decree 09/2019 ends the year of 2022 on 14/12. */
    { { 2022, 12, 20 }, "2023", "2022" },
    /* Long after: the latest that holds something. */
    { { 2026, 11, 21 }, "2026", "2022" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HnReportYears) years = hn_report_years_list (reg, cases[i].today, &error);
      const HnPeriod *newest, *likely;

      g_assert_no_error (error);
      newest = g_ptr_array_index (years->periods, 0);
      likely = g_ptr_array_index (years->periods, years->likely);
      g_assert_cmpstr (newest->name, ==, cases[i].newest);
      g_assert_cmpstr (likely->name, ==, cases[i].likely);
    }
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Fixture *fixture = user_data;

  hn_export_run_finish (HN_EXPORT (source), result, &fixture->error);
  fixture->done = TRUE;
}

static char *
run (Fixture      *fixture,
     HnExport     *export,
     GCancellable *cancellable)
{
  g_autoptr (HnReportChoice) choice = hn_report_choice_new ();
  char *path = g_build_filename (fixture->folder, "bao-cao-nam-2021.xlsx", NULL);

  choice->period = g_strdup ("2021");
  hn_export_run_async (export, choice, HN_EXPORT_WORKBOOK, path, cancellable, exported_cb, fixture);
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);

  return path;
}

static void
progress_cb (HnExport   *export,
             GParamSpec *pspec,
             double     *last)
{
  double progress = hn_export_get_progress (export);

  g_assert_cmpfloat (progress, >=, *last);
  *last = progress;
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  HnExport *export = hn_export_new (fixture->store);
  g_autofree char *path = NULL;
  double last = 0;

  g_signal_connect (export, "notify::progress", G_CALLBACK (progress_cb), &last);
  path = run (fixture, export, NULL);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (last, ==, 1.0);

  g_assert_finalize_object (export);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  HnExport *export = hn_export_new (fixture->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  gboolean exists;

  g_signal_connect_swapped (export, "notify::progress", G_CALLBACK (g_cancellable_cancel), cancellable);
  path = run (fixture, export, cancellable);

  /* Either it was too late, and the workbook is whole, or there is none. */
  exists = g_file_test (path, G_FILE_TEST_EXISTS);
  if (fixture->error != NULL)
    {
      g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_false (exists);
    }
  else
    g_assert_true (exists);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (export);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/export/years", Fixture, NULL, set_up, test_years, tear_down);
  g_test_add ("/model/export/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/model/export/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}
