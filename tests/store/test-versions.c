/* Registers that older versions of the program made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "hn-schema.h"
#include "hn-store.h"
#include "hn-test-register.h"

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static gint64
ask (HnRegister *reg,
     const char *sql)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, NULL, NULL);

  return rows != NULL && hn_rows_next (rows, NULL) ? hn_rows_integer (rows, 0) : -1;
}

/* What both registers have of a table. */
static void
copy_table (const char *path,
            const char *from,
            const char *table)
{
  g_autofree char *question =
    g_strdup_printf ("SELECT group_concat ('\"' || name || '\"') FROM pragma_table_info ('%s')", table);
  g_autofree char *columns = NULL, *sql = NULL;
  sqlite3_stmt *statement;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  columns = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  sql = g_strdup_printf ("ATTACH '%s' AS new; INSERT INTO main.\"%s\" (%s) SELECT %s FROM new.\"%s\"", from, table,
                         columns, columns, table);
  run_sql (path, sql);
}

/* A register with the schema of a version, and some content of a new one, as far as both have it. */
static char *
make_old (guint32 version)
{
  static const char *const tables[] = {
    "organization", "organization_countries", "person", "area", "country", "search_organization", "search_person",
    "search_area", "search_country", "change",
  };
  g_autofree char *new_path = hn_test_path ("new.hng");
  g_autoptr (GArray) migrations = hn_schema_list (NULL);
  char *path = hn_test_path ("old.hng");
  g_autofree char *mark = NULL;
  HnRegister *reg = hn_test_create (new_path);

  hn_test_add (reg, "organization", "name", "Hội hữu nghị Việt Nam – Lào", "kind", "bilateral", "countries", "LA",
               NULL);
  hn_test_add (reg, "person", "name", "Nguyễn Văn An", "birth", "1970", NULL);
  g_object_unref (reg);

  for (guint i = 0; i < migrations->len; i++)
    {
      const HnMigration *step = &g_array_index (migrations, HnMigration, i);

      if (step->version <= version)
        run_sql (path, step->sql);
    }
  mark = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d", version, HN_REGISTER_APPLICATION_ID);
  run_sql (path, mark);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    copy_table (path, new_path, tables[i]);

  return path;
}

static void
assert_content (HnRegister *reg)
{
  g_autofree char *people = hn_test_list (reg, "person", "an", "birth=1970", NULL);
  g_autofree char *organizations = hn_test_list (reg, "organization", NULL, "countries=LA", NULL);

  g_assert_cmpstr (people, ==, "Nguyễn Văn An");
  g_assert_cmpstr (organizations, ==, "Hội hữu nghị Việt Nam – Lào");
  g_assert_cmpint (ask (reg, "SELECT count (*) FROM change"), ==, 2);
}

/* The old one is kept beside it as it was, and opens no less. */
static void
test_version_1 (void)
{
  g_autofree char *path = make_old (1);
  g_autofree char *backup = g_strconcat (path, ".backup-v1", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  HnRegister *reg = hn_test_open (path);
  sqlite3 *db;

  g_assert_cmpint (ask (reg, "PRAGMA user_version"), ==, hn_schema_version ());
  g_assert_true (hn_schema_check (reg, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  assert_content (reg);
  hn_test_assert_fine (reg);

  /* What came with the new version works, and so does the log of the old one. */
  hn_test_add (reg, "saved_list", "name", "Hội với Lào", "list", "organization", "conditions", "countries=LA", NULL);
  g_assert_true (hn_register_undo (reg, NULL, NULL));
  g_assert_true (hn_register_undo (reg, NULL, NULL));
  g_assert_cmpint (ask (reg, "SELECT count (*) FROM person"), ==, 0);
  hn_test_assert_fine (reg);
  g_object_unref (reg);

  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpint (sqlite3_open (backup, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT 1 FROM saved_list", NULL, NULL, NULL), ==, SQLITE_ERROR);
  g_assert_cmpint (sqlite3_exec (db, "SELECT 1 FROM person", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  reg = hn_test_open (backup);
  assert_content (reg);
  g_object_unref (reg);
}

/* A window opens it with all its connections at once. */
static void
test_window (void)
{
  g_autofree char *path = make_old (1);
  g_autoptr (GError) error = NULL;
  HnStore *store = hn_store_new (path, &error);

  g_assert_no_error (error);
  assert_content (hn_store_get_reader (store));
  g_assert_finalize_object (store);
}

/* Who only wants to read gets it brought up to date too; what cannot be written cannot be, and says so. */
static void
test_read_only (void)
{
  g_autofree char *path = make_old (1);
  g_autofree char *locked = make_old (1);
  g_autofree char *before = hn_test_hash (locked);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_register_open (path, HN_REGISTER_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (hn_register_is_read_only (reg));
  assert_content (reg);
  g_object_unref (reg);

  g_assert_cmpint (g_chmod (locked, 0444), ==, 0);
  g_assert_null (hn_register_open (locked, HN_REGISTER_READ_ONLY, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  after = hn_test_hash (locked);
  g_assert_cmpstr (before, ==, after);
}

/* Who wants it as it is gets it so or not at all. */
static void
test_as_it_is (void)
{
  g_autofree char *old = make_old (1);
  g_autofree char *new = hn_test_path ("new.hng");
  g_autofree char *before = hn_test_hash (old);
  g_autofree char *backup = g_strconcat (old, ".backup-v1", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = NULL;

  g_assert_null (hn_register_open (old, HN_REGISTER_AS_IT_IS, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_clear_error (&error);
  after = hn_test_hash (old);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));

  g_object_unref (hn_test_create (new));
  reg = hn_register_open (new, HN_REGISTER_AS_IT_IS, &error);
  g_assert_no_error (error);
  g_assert_true (hn_register_is_read_only (reg));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/1", test_version_1);
  g_test_add_func ("/versions/window", test_window);
  g_test_add_func ("/versions/read-only", test_read_only);
  g_test_add_func ("/versions/as-it-is", test_as_it_is);

  return g_test_run ();
}
