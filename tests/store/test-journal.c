/* The journal of a register: which one, what is set with it, and what a program that was ended left in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-journal.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "hn-test-file.h"
#include "hn-test-register.h"

static void
test_mode (void)
{
  static const struct
  {
    int version;
    gboolean wal;
  } versions[] = {
    { 3007000, FALSE }, { 3044005, FALSE }, { 3044006, TRUE }, { 3044007, FALSE },
    { 3046001, FALSE }, { 3050006, FALSE }, { 3050007, TRUE }, { 3051000, FALSE },
    { 3051002, FALSE }, { 3051003, TRUE },  { 3053004, TRUE }, { 4000000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_assert_cmpint (hn_journal_can_wal (versions[i].version), ==, versions[i].wal);
      g_assert_cmpstr (hn_journal_mode (versions[i].version), ==, versions[i].wal ? "wal" : "truncate");
    }
}

static void
assert_pragma (HnRegister *reg,
               const char *pragma,
               const char *expected)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", pragma, NULL);
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, NULL, NULL);

  g_assert_true (hn_rows_next (rows, NULL));
  g_assert_cmpstr (hn_rows_text (rows, 0), ==, expected);
}

/* What makes a save safe is set on every connection. */
static void
test_pragmas (void)
{
  g_autofree char *path = hn_test_make ();
  g_autoptr (HnRegister) reg = hn_test_open (path);

  assert_pragma (reg, "synchronous", "2");
  assert_pragma (reg, "foreign_keys", "1");
  assert_pragma (reg, "trusted_schema", "0");
  assert_pragma (reg, "cell_size_check", "1");
  assert_pragma (reg, "mmap_size", "0");
  assert_pragma (reg, "journal_mode", hn_journal_mode (sqlite3_libversion_number ()));
}

/* A log that an earlier SQLite left is taken over, with what was saved in it. */
static void
test_from_wal (void)
{
  g_autofree char *path = hn_test_make ();
  g_autofree char *found = NULL;
  HnRegister *reg;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = WAL; UPDATE area SET note = 'log' WHERE name = 'Tỉnh Hà Bắc'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_close (db);
  g_assert_cmpuint (hn_test_count_siblings (path), >, 0);

  reg = hn_test_open (path);
  found = hn_test_list (reg, "area", NULL, "note=log", NULL);
  g_assert_cmpstr (found, ==, "Tỉnh Hà Bắc");
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
  g_object_unref (reg);
  g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);
}

/* A register with a journal beside it, as a power cut leaves it in the middle of a save. */
static char *
make_interrupted (void)
{
  g_autofree char *path = hn_test_make ();
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  char *copy = hn_test_path ("interrupted.hng");
  g_autofree char *copied_journal = g_strconcat (copy, "-journal", NULL);
  const char *const pairs[][2] = { { path, copy }, { journal, copied_journal } };
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
                                 "UPDATE area SET note = 'half'; UPDATE country SET aliases = 'half'",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (pairs[i][0], &content, &length, NULL));
      g_assert_true (g_file_set_contents (pairs[i][1], content, (gssize) length, NULL));
    }
  sqlite3_close (db);

  return copy;
}

static void
test_interrupted (void)
{
  g_autofree char *path = make_interrupted ();
  g_autofree char *found = NULL;
  HnRegister *reg = hn_test_open (path);

  found = hn_test_list (reg, "area", NULL, "note=half", NULL);
  g_assert_cmpstr (found, ==, "");
  hn_test_assert_fine (reg);
  g_object_unref (reg);
  g_assert_cmpuint (hn_test_count_siblings (path), ==, 0);
}

static void
test_interrupted_read_only (void)
{
  g_autofree char *path = make_interrupted ();
  g_autofree char *before = hn_test_hash (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_chmod (path, 0444);
  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  hn_test_assert_sentence (error);
  after = hn_test_hash (path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/mode", test_mode);
  g_test_add_func ("/journal/pragmas", test_pragmas);
  g_test_add_func ("/journal/from-wal", test_from_wal);
  g_test_add_func ("/journal/interrupted", test_interrupted);
  g_test_add_func ("/journal/interrupted-read-only", test_interrupted_read_only);

  return g_test_run ();
}
