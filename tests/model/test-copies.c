/* Copies of a register, saved where a person wants them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "forgetful-file.h"
#include "hn-copy-out.h"

static gboolean
save_to (const char *register_path,
         GFile      *file,
         GError    **error)
{
  g_autoptr (HnStore) store = hn_store_new (register_path, NULL);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;
  gboolean good;

  g_assert_nonnull (store);
  hn_copy_out_async (store, file, gauge, NULL, files_done_cb, &result);
  good = hn_copy_out_finish (store, files_wait_for (&result), error);

  return good;
}

static gboolean
save_copy (const char *register_path,
           const char *path,
           GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return save_to (register_path, file, error);
}

static void
test_saved (FilesFixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.huunghi", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "huu-nghi", NULL);
  g_autofree char *name = hn_copy_out_name (path), *day = hn_date_to_iso (hn_date_today ());
  g_autofree char *expected = g_strdup_printf ("mau %s.huunghi", day);
  g_autoptr (GError) error = NULL, itself = NULL;

  g_assert_cmpstr (name, ==, expected);
  g_assert_true (g_file_set_contents (copy, "something else", -1, NULL));
  g_assert_true (save_copy (path, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (files_count (copy, "person"), ==, files_count (path, "person"));
  g_assert_cmpuint (files_n_in (cache), ==, 0);

  g_assert_false (save_copy (path, path, &itself));
  g_assert_error (itself, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (files_count (path, "person"), >, 100);
}

static void
test_refused (FilesFixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = files_make_office ("Lào Cai", NULL, NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
  g_autoptr (GError) error = NULL;

  g_chmod (fixture->folder, 0500);
  g_assert_false (save_copy (path, copy, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "sao.huunghi"));
  g_chmod (fixture->folder, 0700);
  g_assert_cmpuint (files_n_in (fixture->folder), ==, 0);
}

/* What was there stays where the disk is full. */
static void
test_full (FilesFixture *fixture,
           gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = files_make_office ("Lào Cai", NULL, NULL);
      g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
      g_autofree char *content = NULL;
      struct rlimit limit = { 100000, 100000 };
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (copy, "before", -1, NULL));
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (save_copy (path, copy, &error));
      g_assert_nonnull (error);
      g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "before");
      g_assert_cmpuint (files_n_in (fixture->folder), ==, 1);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_cancelled (FilesFixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
  g_autoptr (HnStore) store = hn_store_new (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hn_copy_out_async (store, file, gauge, cancellable, files_done_cb, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      if (hn_gauge_get_progress (gauge) > 0)
        g_cancellable_cancel (cancellable);
    }
  g_assert_false (hn_copy_out_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* A stick may take what it does not keep: nothing is left that would be taken for a copy, or it is said. */
static void
test_forgotten (FilesFixture *fixture,
                gconstpointer data)
{
  g_autofree char *path = files_make_office ("Lào Cai", NULL, NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
  g_autoptr (GFile) file = forgetful_file_new (copy, FALSE), lasting = forgetful_file_new (copy, TRUE);
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_false (save_to (path, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "“sao.huunghi”"));
  g_assert_cmpuint (files_n_in (fixture->folder), ==, 0);

  g_assert_false (save_to (path, lasting, &other));
  g_assert_cmpuint (files_n_in (fixture->folder), ==, 1);
  g_assert_cmpstr (error->message, !=, other->message);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/copies/" path, FilesFixture, NULL, files_set_up, test, files_tear_down)
  ADD ("saved", test_saved);
  ADD ("refused", test_refused);
  ADD ("full", test_full);
  ADD ("cancelled", test_cancelled);
  ADD ("forgotten", test_forgotten);
#undef ADD

  return g_test_run ();
}
