/* Registers made, opened, copied and refused; what is refused is not touched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "hn-test-file.h"
#include "hn-test-register.h"

static void
assert_refused (const char      *path,
                HnRegisterError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? hn_test_hash (path) : NULL;
  g_autofree char *base = g_path_get_basename (path);

  for (guint i = 0; i < 2; i++)
    {
      HnRegister *reg = hn_register_open (path, i == 0 ? HN_REGISTER_READ_WRITE : HN_REGISTER_READ_ONLY, &error);

      g_assert_null (reg);
      g_assert_error (error, HN_REGISTER_ERROR, (int) code);
      hn_test_assert_sentence (error);
      g_assert_nonnull (strstr (error->message, base));
      g_clear_error (&error);
    }

  if (before != NULL)
    {
      g_autofree char *after = hn_test_hash (path);

      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);
    }
}

static void
patch (const char   *path,
       off_t         offset,
       const guint8 *bytes,
       gsize         length)
{
  int handle = g_open (path, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (pwrite (handle, bytes, length, offset), ==, (gssize) length);
  g_close (handle, NULL);
}

static void
test_no_path (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_register_open ("", HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH);
  hn_test_assert_sentence (error);
  g_clear_error (&error);
  g_assert_null (hn_register_open (NULL, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH);
  g_clear_error (&error);
  g_assert_null (hn_register_create ("", &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH);
}

static void
test_missing (void)
{
  g_autofree char *path = hn_test_path ("nowhere.hng");
  g_autofree char *below = g_build_filename (path, "file.hng", NULL);

  assert_refused (path, HN_REGISTER_ERROR_MISSING);
  assert_refused (below, HN_REGISTER_ERROR_MISSING);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (void)
{
  g_autofree char *path = hn_test_path ("folder");

  g_mkdir (path, 0755);
  assert_refused (path, HN_REGISTER_ERROR_IS_FOLDER);
}

static void
test_foreign (void)
{
  static const struct
  {
    const char *content;
    gssize length;
  } files[] = {
    { "", 0 },
    { "x", 1 },
    { "PK\003\004 a workbook, or so it seems", -1 },
    { "SQLite format 3", 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = hn_test_path ("foreign.hng");

      g_assert_true (g_file_set_contents (path, files[i].content, files[i].length, NULL));
      assert_refused (path, HN_REGISTER_ERROR_FOREIGN);
    }
}

static void
test_foreign_database (void)
{
  g_autofree char *path = hn_test_path ("other.sqlite");
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE person (id); PRAGMA user_version = 1", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  assert_refused (path, HN_REGISTER_ERROR_FOREIGN);
}

/* The application's number alone does not make a register. */
static void
test_hollow (void)
{
  g_autofree char *path = hn_test_path ("hollow.hng");
  g_autofree char *sql =
    g_strdup_printf ("CREATE TABLE person (id); PRAGMA user_version = 1; PRAGMA application_id = %d",
                     HN_REGISTER_APPLICATION_ID);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  assert_refused (path, HN_REGISTER_ERROR_DAMAGED);
}

static void
test_newer (void)
{
  g_autofree char *path = hn_test_make ();

  patch (path, 60, (const guint8[]) { 0, 0, 0x27, 0x0f }, 4);
  assert_refused (path, HN_REGISTER_ERROR_NEWER);
}

static void
test_truncated (void)
{
  g_autofree char *path = hn_test_make ();
  GStatBuf info;

  g_stat (path, &info);
  for (off_t size = info.st_size - 1; size > 4096; size -= info.st_size / 5)
    {
      g_assert_cmpint (truncate (path, size), ==, 0);
      assert_refused (path, HN_REGISTER_ERROR_DAMAGED);
    }
  g_assert_cmpint (truncate (path, 50), ==, 0);
  assert_refused (path, HN_REGISTER_ERROR_FOREIGN);
}

/* A page in the middle overwritten: the header knows nothing of it. */
static void
test_damaged (void)
{
  g_autofree char *path = hn_test_make ();
  guint8 rubbish[4096];
  GStatBuf info;

  g_stat (path, &info);
  memset (rubbish, 0xa5, sizeof rubbish);
  patch (path, info.st_size / 8192 * 4096, rubbish, sizeof rubbish);
  assert_refused (path, HN_REGISTER_ERROR_DAMAGED);
}

static void
test_damaged_schema (void)
{
  g_autofree char *path = hn_test_make ();
  guint8 rubbish[2000];

  memset (rubbish, 0xff, sizeof rubbish);
  patch (path, 100, rubbish, sizeof rubbish);
  assert_refused (path, HN_REGISTER_ERROR_DAMAGED);
}

static void
test_not_readable (void)
{
  g_autofree char *path = hn_test_make ();
  g_autoptr (GError) error = NULL;

  g_chmod (path, 0);
  if (g_access (path, R_OK) == 0)
    {
      g_test_skip ("the superuser may read everything");
      return;
    }
  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED);
  hn_test_assert_sentence (error);
}

static void
test_create (void)
{
  g_autofree char *path = hn_test_path ("tên có dấu & 100% ?#.hng");
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_test_create (path);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_cmpstr (hn_register_get_path (reg), ==, path);
  g_assert_false (hn_register_is_read_only (reg));
  hn_test_assert_fine (reg);
  g_object_unref (reg);
  g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content + 68, 4, "HNG1", 4);
  g_assert_cmpmem (content + 16, 2, "\x10\x00", 2);

  g_assert_null (hn_register_create (path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  hn_test_assert_sentence (error);
  reg = hn_test_open (path);
  hn_test_assert_reads (reg);
  g_object_unref (reg);
}

static void
test_create_refused (void)
{
  g_autofree char *missing = hn_test_path ("no-folder");
  g_autofree char *below = g_build_filename (missing, "register.hng", NULL);
  g_autofree char *folder = hn_test_path ("folder");
  g_autofree char *link = hn_test_path ("link");
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_register_create (below, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_MISSING);
  hn_test_assert_sentence (error);
  g_clear_error (&error);

  g_mkdir (folder, 0755);
  g_assert_null (hn_register_create (folder, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_cmpint (symlink (below, link), ==, 0);
  g_assert_null (hn_register_create (link, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
}

static void
test_copy (void)
{
  g_autofree char *path = hn_test_make ();
  g_autofree char *copy = hn_test_path ("copy.hng");
  g_autofree char *dump = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_test_open (path);
  HnRegister *other;

  g_assert_true (g_file_set_contents (copy, "an old file", -1, NULL));
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
  g_assert_true (hn_register_copy_to (reg, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hn_test_count_siblings (copy), ==, 0);
  other = hn_test_open (copy);
  dump = hn_test_dump (reg);
  copied = hn_test_dump (other);
  g_assert_cmpstr (dump, ==, copied);
  g_assert_true (hn_register_undo (other, NULL, &error));
  g_object_unref (other);

  g_assert_false (hn_register_copy_to (reg, path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (hn_register_copy_to (reg, "/nowhere/at/all.hng", &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_MISSING);
  g_object_unref (reg);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/no-path", test_no_path);
  g_test_add_func ("/open/missing", test_missing);
  g_test_add_func ("/open/folder", test_folder);
  g_test_add_func ("/open/foreign", test_foreign);
  g_test_add_func ("/open/foreign-database", test_foreign_database);
  g_test_add_func ("/open/hollow", test_hollow);
  g_test_add_func ("/open/newer", test_newer);
  g_test_add_func ("/open/truncated", test_truncated);
  g_test_add_func ("/open/damaged", test_damaged);
  g_test_add_func ("/open/damaged-schema", test_damaged_schema);
  g_test_add_func ("/open/not-readable", test_not_readable);
  g_test_add_func ("/open/create", test_create);
  g_test_add_func ("/open/create-refused", test_create_refused);
  g_test_add_func ("/open/copy", test_copy);

  return g_test_run ();
}
