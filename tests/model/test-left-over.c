/* What a killed program has left is removed by a later one, but nothing of another's. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

#include "hn-left-over.h"

static const struct utimbuf long_ago = { 1000000000, 1000000000 };

static void
age (const char *path)
{
  g_assert_cmpint (g_utime (path, (struct utimbuf *) &long_ago), ==, 0);
}

/* Returns: (transfer full): the path of a file in @folder, which is made */
static char *
put (const char *folder,
     const char *name,
     gboolean    old)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  if (old)
    age (path);

  return path;
}

/* As opening a register does. */
static void
sweep (FilesFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "x.huunghi", NULL);
  g_autoptr (GAsyncResult) result = NULL;

  hn_left_over_sweep_async (path, files_done_cb, &result);
  files_wait_for (&result);
}

static void
assert_there (const char *path,
              gboolean    there)
{
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == there);
}

static void
test_parts (FilesFixture *fixture,
            gconstpointer data)
{
  g_autofree char *old = put (fixture->own, ".An Giang.huunghi.1234abcd.part", TRUE);
  g_autofree char *journal = put (fixture->own, ".An Giang.huunghi.1234abcd.part-journal", TRUE);
  g_autofree char *fresh = put (fixture->own, ".An Giang.huunghi.abcd1234.part", FALSE);
  g_autofree char *reg = put (fixture->own, "An Giang.huunghi", TRUE);

  sweep (fixture);
  assert_there (old, FALSE);
  assert_there (journal, FALSE);
  assert_there (fresh, TRUE);
  assert_there (reg, TRUE);
}

/* A copy whose process was killed, and one that is being written. */
static void
test_copies (FilesFixture *fixture,
             gconstpointer data)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "huu-nghi", NULL);
  g_autofree char *folder = g_build_filename (cache, "copy-a1B2c3", NULL);
  g_autofree char *busy = g_build_filename (cache, "copy-d4E5f6", NULL);
  g_autofree char *copy = put (folder, "copy.huunghi", TRUE), *part = put (folder, ".copy.huunghi.12.part", TRUE);
  g_autofree char *whole = put (busy, "copy.huunghi", TRUE), *young = put (busy, ".copy.huunghi.34.part", FALSE);

  age (folder);
  age (busy);
  sweep (fixture);
  assert_there (folder, FALSE);
  assert_there (whole, TRUE);
  assert_there (young, TRUE);

  age (young);
  age (busy);
  sweep (fixture);
  assert_there (busy, FALSE);
}

/* Beside the register; what is called otherwise is the person's. */
static void
test_sent (FilesFixture *fixture,
           gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, ".huu-nghi-a1B2c3", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, ".huu-nghi-mine-too", NULL);
  g_autofree char *sent = put (folder, "sent.xlsx", TRUE), *own = put (other, "sent.xlsx", TRUE);

  age (folder);
  age (other);
  sweep (fixture);
  assert_there (folder, FALSE);
  assert_there (own, TRUE);
  g_unlink (own);
  g_rmdir (other);
}

/* What is linked to, and a folder that holds a folder, is nothing that the program has made. */
static void
test_foreign (FilesFixture *fixture,
              gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "ảnh", NULL);
  g_autofree char *picture = put (target, "một.jpg", TRUE);
  g_autofree char *link = g_build_filename (fixture->folder, ".huu-nghi-linked", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, ".huu-nghi-nested", NULL);
  g_autofree char *nested = g_build_filename (folder, "x", NULL);
  g_autofree char *beside = put (folder, "sent.xlsx", TRUE);

  g_assert_cmpint (symlink (target, link), ==, 0);
  g_assert_cmpint (g_mkdir (nested, 0700), ==, 0);
  age (nested);
  age (folder);
  age (target);
  sweep (fixture);
  assert_there (picture, TRUE);
  assert_there (link, TRUE);
  assert_there (beside, TRUE);

  g_unlink (picture);
  g_rmdir (target);
  g_unlink (beside);
  g_rmdir (nested);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/left-over/" path, FilesFixture, NULL, files_set_up, test, files_tear_down)
  ADD ("parts", test_parts);
  ADD ("copies", test_copies);
  ADD ("sent", test_sent);
  ADD ("foreign", test_foreign);
#undef ADD

  return g_test_run ();
}
