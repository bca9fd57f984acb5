/* Registers that may not be written, by the system, by choice, or for as long as another program writes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "hn-journal.h"
#include "hn-test-file.h"
#include "hn-test-register.h"

static void
test_read_only_file (void)
{
  g_autofree char *path = hn_test_make ();
  g_autofree char *before = hn_test_hash (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  HnRegister *reg;

  g_chmod (path, 0444);
  reg = hn_test_open (path);
  g_assert_true (hn_register_is_read_only (reg));
  hn_test_assert_reads (reg);
  hn_test_assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_false (hn_register_undo (reg, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_object_unref (reg);
  after = hn_test_hash (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);
}

static void
test_read_only_folder (void)
{
  g_autofree char *folder = hn_test_path ("shelf");
  g_autofree char *path = g_build_filename (folder, "register.hng", NULL);
  HnRegister *reg;

  g_mkdir (folder, 0755);
  g_object_unref (hn_test_create (path));
  g_chmod (folder, 0555);
  reg = hn_test_open (path);
  g_assert_true (hn_register_is_read_only (reg));
  hn_test_assert_reads (reg);
  hn_test_assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
  g_object_unref (reg);
  g_chmod (folder, 0755);
}

/* One that another SQLite left in WAL mode, where no index of the log can be made. */
static void
test_read_only_wal (void)
{
  g_autofree char *folder = hn_test_path ("shelf");
  g_autofree char *path = g_build_filename (folder, "register.hng", NULL);
  HnRegister *reg;
  sqlite3 *db;

  g_mkdir (folder, 0755);
  g_object_unref (hn_test_create (path));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_chmod (path, 0444);
  g_chmod (folder, 0555);
  reg = hn_test_open (path);
  g_assert_true (hn_register_is_read_only (reg));
  hn_test_assert_reads (reg);
  g_object_unref (reg);
  g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);
  g_chmod (folder, 0755);
}

static void
test_asked_to_read (void)
{
  g_autofree char *path = hn_test_make ();
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, NULL);

  g_assert_true (hn_register_is_read_only (reg));
  hn_test_assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
}

static void
test_locked (void)
{
  g_autofree char *path = hn_test_make ();
  g_autoptr (GError) error = NULL;
  HnRegister *reg;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_LOCKED);
  hn_test_assert_sentence (error);

  /* Somebody who is about to write does not keep us from reading. */
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK; BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  if (!hn_journal_can_wal (sqlite3_libversion_number ()))
    {
      reg = hn_test_open (path);
      hn_test_assert_reads (reg);
      hn_test_assert_saving_fails (reg, HN_REGISTER_ERROR_LOCKED);
      g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
      hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
      g_object_unref (reg);
    }
  sqlite3_close (other);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-only/file", test_read_only_file);
  g_test_add_func ("/read-only/folder", test_read_only_folder);
  g_test_add_func ("/read-only/wal", test_read_only_wal);
  g_test_add_func ("/read-only/asked-to-read", test_asked_to_read);
  g_test_add_func ("/read-only/locked", test_locked);

  return g_test_run ();
}
