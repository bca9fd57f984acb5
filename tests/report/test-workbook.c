/* Writing a workbook: files are whole or untouched, too large numbers are refused, any locale is the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gstdio.h>

#include "hand-made.h"
#include "hn-form.h"
#include "hn-package.h"
#include "test-rules.h"

typedef struct
{
  HnReport *report;
  char     *folder;
  char     *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->report = hand_made_report ();
  fixture->folder = g_dir_make_tmp ("report-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "báo cáo.xlsx", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  hn_report_free (fixture->report);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
remember_progress (double   done,
                   gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (done, >=, *last);
  g_assert_cmpfloat (done, <=, 1);
  *last = done;
}

static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;
  double progress = 0;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  hn_report_write_xlsx (fixture->report, NULL, fixture->path, remember_progress, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (progress, 1, 0.001);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_cmpmem (content, 4, "PK\3\4", 4);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
assert_old_stands (Fixture *fixture)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
cancel_half_way (double   done,
                 gpointer user_data)
{
  if (done > 0.5)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_assert_false (
    hn_report_write_xlsx (fixture->report, NULL, fixture->path, cancel_half_way, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_stands (fixture);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  HnReportForm *form = g_ptr_array_index (fixture->report->forms, 1);
  HnReportRow *row = hn_form_add_row (form, HN_ROW_PLAIN);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "old", -1, NULL);
  hn_row_set_integer (row, 4, (G_GINT64_CONSTANT (1) << 53) + 1);
  g_assert_false (hn_report_write_xlsx (fixture->report, NULL, fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE);
  assert_old_stands (fixture);

  g_clear_error (&error);
  hn_row_set_integer (row, 4, G_GINT64_CONSTANT (1) << 53);
  hn_report_write_xlsx (fixture->report, NULL, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Rows that are made while they are written: stopping among them leaves as little behind. */
static void
test_cancel_source (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  hn_report_free (fixture->report);
  fixture->report = hand_made_full (HN_DRESS_LIST);
  g_file_set_contents (fixture->path, "old", -1, NULL);
  g_assert_false (
    hn_report_write_xlsx (fixture->report, NULL, fixture->path, cancel_half_way, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_old_stands (fixture);

  g_clear_error (&error);
  hn_report_write_xlsx (fixture->report, NULL, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A sum that no 64 bits hold is refused when it is made. */
static void
test_sum_too_large (Fixture       *fixture,
                    gconstpointer  data)
{
  HnReportForm *form = g_ptr_array_index (fixture->report->forms, 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    hn_row_set_integer (hn_form_add_row (form, HN_ROW_PLAIN), 4, G_MAXINT64);
  g_assert_false (hn_form_sum_groups (form, &error));
  g_assert_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_TOO_LARGE);
}

/* One file a form: all of them, or none. */
static void
test_each (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) error = NULL;
  double progress = 0;

  g_assert_false (hn_report_write_xlsx_each (fixture->report, NULL, fixture->folder, &paths, cancel_half_way,
                                             cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (paths);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  g_clear_error (&error);
  hn_report_write_xlsx_each (fixture->report, NULL, fixture->folder, &paths, remember_progress, &progress, NULL,
                             &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paths->len, ==, 3);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (paths, 1), "/bao-cao-nam-2021-m08.xlsx"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
  for (guint i = 0; i < paths->len; i++)
    g_assert_cmpint (g_unlink (g_ptr_array_index (paths, i)), ==, 0);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "report.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hn_report_write_xlsx (fixture->report, NULL, path, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* The workbook is made with the locale C and the thread's own is put back. */
static void
test_locale (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  locale_t before = uselocale ((locale_t) 0);

  hn_report_write_xlsx (fixture->report, NULL, fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (uselocale ((locale_t) 0) == before);
}

/* Subtotals are of their own rows, and the total counts each row once. */
static void
test_totals (Fixture       *fixture,
             gconstpointer  data)
{
  HnReportForm *form = g_ptr_array_index (fixture->report->forms, 1);

  g_assert_cmpint (hn_row_cell (g_ptr_array_index (form->rows, 0), 4)->number, ==, 254000000);
  g_assert_cmpint (hn_row_cell (g_ptr_array_index (form->rows, 5), 4)->number, ==, 80000000);
  g_assert_cmpint (hn_row_cell (form->total, 4)->number, ==, 334000000);
  g_assert_cmpint (hn_row_cell (form->total, 11)->number, ==, 507000000);
  /* Quantities of different goods are never summed, and what nobody knows is no zero. */
  g_assert_cmpint (hn_row_cell (form->total, 9)->type, ==, HN_CELL_EMPTY);
  form = g_ptr_array_index (fixture->report->forms, 0);
  g_assert_cmpint (hn_row_cell (form->total, 8)->type, ==, HN_CELL_EMPTY);
}

static void
test_file_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *several = hn_report_file_name (fixture->report);
  g_autofree char *one = NULL;

  g_assert_cmpstr (several, ==, "bao-cao-nam-2021.xlsx");
  g_ptr_array_set_size (fixture->report->forms, 1);
  hn_period_free (fixture->report->period);
  fixture->report->period = test_rules_parse ("2021-Q3", ND09);
  one = hn_report_file_name (fixture->report);
  g_assert_cmpstr (one, ==, "bao-cao-quy-iii-2021-m04.xlsx");
}

static gboolean
finish_package (const void  *package,
                gsize        size,
                GError     **error)
{
  FILE *out = tmpfile ();
  gboolean good;

  g_assert_nonnull (out);
  good = hn_package_finish (package, size, NULL, out, NULL, NULL, NULL, error);
  fclose (out);

  return good;
}

/* Anything that is no package of libxlsxwriter's is refused, however it is cut or changed, and never read beyond. */
static void
test_package (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (hn_report_write_xlsx (fixture->report, NULL, fixture->path, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (finish_package (content, size, NULL));
  for (gsize cut = 0; cut < size; cut += cut < 100 ? 1 : 97)
    {
      g_autofree guint8 *part = g_memdup2 (content, MAX (cut, 1));
      g_autoptr (GError) error = NULL;

      g_assert_false (finish_package (part, cut, &error));
      g_assert_error (error, HN_REPORT_ERROR, HN_REPORT_ERROR_WRITE);
    }
  for (guint i = 0; i < 500; i++)
    {
      g_autofree guint8 *broken = g_memdup2 (content, size);

      broken[g_test_rand_int_range (0, (gint32) size)] ^= (guint8) g_test_rand_int_range (1, 256);
      finish_package (broken, size, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/workbook/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("write", test_write);
  ADD ("cancel", test_cancel);
  ADD ("cancel-source", test_cancel_source);
  ADD ("too-large", test_too_large);
  ADD ("sum-too-large", test_sum_too_large);
  ADD ("each", test_each);
  ADD ("no-folder", test_no_folder);
  ADD ("locale", test_locale);
  ADD ("totals", test_totals);
  ADD ("file-name", test_file_name);
  ADD ("package", test_package);
#undef ADD

  return g_test_run ();
}
