/* Registers made, opened and refused; what is refused is not touched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "hn-journal.h"
#include "hn-test-register.h"

static char *
make_register (void)
{
  char *path = hn_test_path ("register.hng");

  g_object_unref (hn_test_create (path));

  return path;
}

/* What lies in the folder of a file beside it, whose names begin with its own. */
static guint
count_siblings (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (strstr (name, base) != NULL && !g_str_equal (name, base))
        count++;
    }

  return count;
}

static void
assert_sentence (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

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
      assert_sentence (error);
      g_assert_nonnull (strstr (error->message, base));
      g_clear_error (&error);
    }

  if (before != NULL)
    {
      g_autofree char *after = hn_test_hash (path);

      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (count_siblings (path), ==, 0);
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
  assert_sentence (error);
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
  g_autofree char *path = make_register ();

  patch (path, 60, (const guint8[]) { 0, 0, 0x27, 0x0f }, 4);
  assert_refused (path, HN_REGISTER_ERROR_NEWER);
}

static void
test_truncated (void)
{
  g_autofree char *path = make_register ();
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
  g_autofree char *path = make_register ();
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
  g_autofree char *path = make_register ();
  guint8 rubbish[2000];

  memset (rubbish, 0xff, sizeof rubbish);
  patch (path, 100, rubbish, sizeof rubbish);
  assert_refused (path, HN_REGISTER_ERROR_DAMAGED);
}

static void
test_not_readable (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (GError) error = NULL;

  g_chmod (path, 0);
  if (g_access (path, R_OK) == 0)
    {
      g_test_skip ("the superuser may read everything");
      return;
    }
  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED);
  assert_sentence (error);
}

static void
assert_saving_fails (HnRegister      *reg,
                     HnRegisterError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

  hn_record_set_text (record, "name", "Nguyễn Văn An");
  g_assert_false (hn_register_save (reg, record, &error));
  g_assert_error (error, HN_REGISTER_ERROR, (int) code);
  assert_sentence (error);
  g_assert_cmpint (hn_record_get_id (record), ==, 0);
}

static void
assert_reads (HnRegister *reg)
{
  g_autofree char *found = hn_test_list (reg, "area", NULL, "name=Tỉnh Hà Bắc", NULL);

  g_assert_cmpstr (found, ==, "Tỉnh Hà Bắc");
}

static void
test_read_only_file (void)
{
  g_autofree char *path = make_register ();
  g_autofree char *before = hn_test_hash (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  HnRegister *reg;

  g_chmod (path, 0444);
  reg = hn_test_open (path);
  g_assert_true (hn_register_is_read_only (reg));
  assert_reads (reg);
  assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_false (hn_register_undo (reg, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_object_unref (reg);
  after = hn_test_hash (path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_siblings (path), ==, 0);
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
  assert_reads (reg);
  assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
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
  assert_reads (reg);
  g_object_unref (reg);
  g_assert_cmpuint (count_siblings (path), ==, 0);
  g_chmod (folder, 0755);
}

static void
test_asked_to_read (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, NULL);

  g_assert_true (hn_register_is_read_only (reg));
  assert_saving_fails (reg, HN_REGISTER_ERROR_READ_ONLY);
}

static void
test_locked (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (GError) error = NULL;
  HnRegister *reg;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_LOCKED);
  assert_sentence (error);

  /* Somebody who is about to write does not keep us from reading. */
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK; BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  if (!hn_journal_can_wal (sqlite3_libversion_number ()))
    {
      reg = hn_test_open (path);
      assert_reads (reg);
      assert_saving_fails (reg, HN_REGISTER_ERROR_LOCKED);
      g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
      hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
      g_object_unref (reg);
    }
  sqlite3_close (other);
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
  g_assert_cmpuint (count_siblings (path), ==, 0);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content + 68, 4, "HNG1", 4);
  g_assert_cmpmem (content + 16, 2, "\x10\x00", 2);

  g_assert_null (hn_register_create (path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  assert_sentence (error);
  reg = hn_test_open (path);
  assert_reads (reg);
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
  assert_sentence (error);
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
  g_autofree char *path = make_register ();
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
  g_assert_cmpuint (count_siblings (copy), ==, 0);
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

static void
test_journal (void)
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
  g_autofree char *path = make_register ();
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
  g_autofree char *path = make_register ();
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
  g_assert_cmpuint (count_siblings (path), >, 0);

  reg = hn_test_open (path);
  found = hn_test_list (reg, "area", NULL, "note=log", NULL);
  g_assert_cmpstr (found, ==, "Tỉnh Hà Bắc");
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
  g_object_unref (reg);
  g_assert_cmpuint (count_siblings (path), ==, 0);
}

/* A register with a journal beside it, as a power cut leaves it in the middle of a save. */
static char *
make_interrupted (void)
{
  g_autofree char *path = make_register ();
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
  g_assert_cmpuint (count_siblings (path), ==, 0);
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
  assert_sentence (error);
  after = hn_test_hash (path);
  g_assert_cmpstr (before, ==, after);
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
  g_test_add_func ("/open/read-only-file", test_read_only_file);
  g_test_add_func ("/open/read-only-folder", test_read_only_folder);
  g_test_add_func ("/open/read-only-wal", test_read_only_wal);
  g_test_add_func ("/open/asked-to-read", test_asked_to_read);
  g_test_add_func ("/open/locked", test_locked);
  g_test_add_func ("/open/create", test_create);
  g_test_add_func ("/open/create-refused", test_create_refused);
  g_test_add_func ("/open/copy", test_copy);
  g_test_add_func ("/open/journal", test_journal);
  g_test_add_func ("/open/pragmas", test_pragmas);
  g_test_add_func ("/open/from-wal", test_from_wal);
  g_test_add_func ("/open/interrupted", test_interrupted);
  g_test_add_func ("/open/interrupted-read-only", test_interrupted_read_only);

  return g_test_run ();
}
