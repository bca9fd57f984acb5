/* The schema and the kinds say the same; a register is brought from one version to the next. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <sqlite3.h>
#include <string.h>

#include "hn-schema.h"
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

static char *
make_register (void)
{
  char *path = hn_test_path ("register.hng");

  g_object_unref (hn_test_create (path));

  return path;
}

static GPtrArray *
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_test_open (path);
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (hn_schema_check (reg, problems, &error));
  g_assert_no_error (error);

  return problems;
}

static void
test_fits_kinds (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (GPtrArray) problems = check (path);

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every difference is found and named. */
static void
test_differs (void)
{
  static const struct
  {
    const char *sql;
    const char *named;
  } differences[] = {
    { "ALTER TABLE person DROP COLUMN city", "person" },
    { "ALTER TABLE person RENAME COLUMN city TO town", "city" },
    { "ALTER TABLE person ADD COLUMN shoe_size INTEGER", "person" },
    { "DROP TABLE event_countries", "event_countries" },
    { "DROP TABLE search_term", "search_term" },
    { "DROP TABLE remittance; CREATE TABLE remittance (id INTEGER PRIMARY KEY, \"from\" TEXT NOT NULL, \"to\" TEXT NOT NULL,"
      " amount TEXT NOT NULL, currency TEXT, source TEXT, note TEXT)",
      "remittance.amount" },
    { "DROP TABLE term; CREATE TABLE term (id INTEGER PRIMARY KEY, organization INTEGER NOT NULL, number TEXT NOT NULL,"
      " congress_date TEXT, \"from\" TEXT, \"to\" TEXT, delegates INTEGER, note TEXT) STRICT",
      "term.organization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *path = make_register ();
      g_autoptr (GPtrArray) problems = NULL;
      gboolean named = FALSE;

      run_sql (path, differences[i].sql);
      problems = check (path);
      g_assert_cmpuint (problems->len, >, 0);
      for (guint j = 0; j < problems->len; j++)
        named = named || strstr (g_ptr_array_index (problems, j), differences[i].named) != NULL;
      g_assert_true (named);
    }
}

/* What the register's own check finds when somebody else has been at the file. */
static void
test_verify (void)
{
  static const char *const harms[] = {
    "PRAGMA foreign_keys = OFF; DELETE FROM country WHERE code = 'JP'",
    "DELETE FROM search_area WHERE id IN (SELECT id FROM area LIMIT 1)",
    "UPDATE search_area SET folded = 'x' WHERE id IN (SELECT id FROM area LIMIT 1)",
    "INSERT INTO search_person VALUES (5, x'00', 'x', 'x')",
    "UPDATE area SET name = 'Xã Khác' WHERE name = 'Tỉnh Hà Bắc'",
    "INSERT INTO attachment VALUES (7, 'person', 4711, 'a', 'text/plain', x'00', NULL, NULL)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *path = make_register ();
      g_autoptr (HnRegister) reg = hn_test_open (path);
      g_autoptr (GPtrArray) problems = NULL;

      hn_test_add (reg, "person", "name", "Nguyễn Văn An", "country", "JP", NULL);
      hn_test_assert_fine (reg);
      run_sql (path, harms[i]);
      problems = hn_register_verify (reg, NULL, NULL);
      g_assert_cmpuint (problems->len, >, 0);
      for (guint j = 0; j < problems->len; j++)
        g_assert_true (g_str_has_suffix (g_ptr_array_index (problems, j), "."));
    }
}

static void
test_verify_cancelled (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (HnRegister) reg = hn_test_open (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hn_register_verify (reg, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a kind promises, the file keeps too, whoever writes into it. */
static void
test_constraints (void)
{
  static const char *const statements[] = {
    "INSERT INTO person (id, name) VALUES (1, '')",
    "INSERT INTO person (id) VALUES (1)",
    "INSERT INTO person (id, name, birth) VALUES (1, 'An', '6/5/1970')",
    "INSERT INTO person (id, name, gender) VALUES (1, 'An', 'unknown')",
    "INSERT INTO person (id, name, party_member) VALUES (1, 'An', 2)",
    "INSERT INTO person (id, name, country) VALUES (1, 'An', 'ZZ')",
    "INSERT INTO person (id, name, home_area) VALUES (1, 'An', 1)",
    "INSERT INTO person (id, name, birth) VALUES (1, 'An', 1970.5)",
    "INSERT INTO donation (id, date, direction, donor_text, form, state, amount) VALUES (1, '2021', 'received', 'A', 'money', 'received', 5)",
    "INSERT INTO donation (id, date, direction, form, state) VALUES (1, '2021', 'received', 'money', 'received')",
    "INSERT INTO donation (id, date, direction, donor_text, form, state, value) VALUES (1, '2021', 'received', 'A', 'goods', 'received', -1)",
    "INSERT INTO diaspora_count (id, as_of, qualifier, share) VALUES (1, '2021', 'about', 10001)",
  };
  g_autofree char *path = make_register ();
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      int result = sqlite3_exec (db, statements[i], NULL, NULL, NULL);

      if (result != SQLITE_CONSTRAINT)
        g_test_message ("%s: %s", statements[i], sqlite3_errmsg (db));
      g_assert_cmpint (result, ==, SQLITE_CONSTRAINT);
    }
  sqlite3_close (db);
}

/* --- migrations ------------------------------------------------------ */

static GArray *
list_with (const char *second)
{
  GArray *migrations = hn_schema_list (NULL);
  HnMigration next = { g_array_index (migrations, HnMigration, migrations->len - 1).version + 1, g_strdup (second) };

  g_array_append_val (migrations, next);

  return migrations;
}

static gint64
ask (HnRegister *reg,
     const char *sql)
{
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, NULL, NULL);

  return rows != NULL && hn_rows_next (rows, NULL) ? hn_rows_integer (rows, 0) : -1;
}

static void
test_migrate (void)
{
  g_autofree char *path = make_register ();
  g_autofree char *backup = g_strdup_printf ("%s.backup-v%u", path, hn_schema_version ());
  g_autoptr (GArray) migrations =
    list_with ("ALTER TABLE person ADD COLUMN shoe_size INTEGER; UPDATE area SET note = 'moved'");
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_test_open (path);
  HnRegister *old;

  hn_test_add (reg, "person", "name", "Nguyễn Văn An", NULL);
  g_assert_true (hn_schema_migrate (reg, migrations, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (reg, "PRAGMA user_version"), ==, hn_schema_version () + 1);
  g_assert_cmpint (ask (reg, "SELECT count (*) FROM person WHERE shoe_size IS NULL"), ==, 1);

  /* Once there, nothing happens any more. */
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_true (hn_schema_migrate (reg, migrations, &error));
  g_object_unref (reg);

  g_assert_null (hn_register_open (path, HN_REGISTER_READ_WRITE, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NEWER);
  old = hn_test_open (backup);
  g_assert_cmpint (ask (old, "SELECT count (*) FROM person"), ==, 1);
  g_assert_cmpint (ask (old, "SELECT count (*) FROM area WHERE note = 'moved'"), ==, 0);
  hn_test_assert_fine (old);
  g_object_unref (old);
}

/* A step that fails leaves the register as it was, and its backup beside it. */
static void
test_migrate_fails (void)
{
  g_autofree char *path = make_register ();
  g_autofree char *second = g_strdup_printf ("%s.backup-v%u-2", path, hn_schema_version ());
  g_autoptr (GArray) migrations = list_with ("UPDATE area SET note = 'moved'; INSERT INTO nowhere VALUES (1)");
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_test_open (path);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (hn_schema_migrate (reg, migrations, &error));
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED);
      g_clear_error (&error);
      g_assert_cmpint (ask (reg, "PRAGMA user_version"), ==, hn_schema_version ());
      g_assert_cmpint (ask (reg, "SELECT count (*) FROM area WHERE note = 'moved'"), ==, 0);
    }
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  hn_test_assert_fine (reg);
}

/* --- what a new register holds --------------------------------------- */

static void
assert_area (HnRegister *reg,
             const char *where,
             const char *field,
             const char *expected)
{
  const char *const conditions[] = { where, NULL };
  HnListing listing = { .kind = hn_kind_lookup ("area"), .where = conditions };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, NULL, NULL);
  g_autofree char *shown = NULL;

  g_assert_cmpuint (ids->len, ==, 1);
  shown = hn_test_get (reg, "area", g_array_index (ids, gint64, 0), field);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_areas (void)
{
  g_autofree char *path = make_register ();
  g_autoptr (HnRegister) reg = hn_test_open (path);

  g_assert_cmpint (ask (reg, "SELECT count (*) FROM area"), ==, 494);
  assert_area (reg, "name=Tỉnh Hà Bắc", "valid_to", "31/12/1996");
  assert_area (reg, "name=Tỉnh Bắc Giang", "valid_to", "30/06/2025");
  assert_area (reg, "name=Tỉnh Bắc Giang", "successor", "Tỉnh Bắc Ninh");
  assert_area (reg, "name=Thành phố Bắc Giang", "parent", "Tỉnh Bắc Giang");
  assert_area (reg, "name=Huyện Tân Yên", "parent", "Tỉnh Bắc Giang");
  assert_area (reg, "name=Phường Bắc Giang", "parent", "Thành phố Bắc Ninh");
  assert_area (reg, "name=Xã Thượng Lan", "parent", "Thị xã Việt Yên");
  assert_area (reg, "name=Phường Thọ Xương", "successor", "Phường Bắc Giang");

  /* The merged province and its city follow one another. */
  g_assert_cmpint (
    ask (reg,
         "SELECT count (*) FROM area AS a JOIN area AS b ON b.id = a.successor JOIN area AS c ON c.id = b.successor"
         " WHERE a.name = 'Tỉnh Bắc Giang' AND b.name = 'Tỉnh Bắc Ninh' AND c.name = 'Thành phố Bắc Ninh'"),
    ==, 1);
  /* Nobody has a parent that ended before it began, or follows itself. */
  g_assert_cmpint (ask (reg, "SELECT count (*) FROM area WHERE successor = id OR parent = id"), ==, 0);
  g_assert_cmpint (
    ask (reg, "SELECT count (*) FROM area AS a JOIN area AS p ON p.id = a.parent WHERE p.valid_to < a.valid_from"), ==,
    0);
  g_assert_cmpint (ask (reg, "SELECT count (*) FROM area WHERE level <> 'province' AND parent IS NULL"), ==, 0);
}

/* Two offices' registers give the same area and country the same id. */
static void
test_same_ids (void)
{
  g_autofree char *first_path = make_register ();
  g_autofree char *second_path = make_register ();
  g_autoptr (HnRegister) first = hn_test_open (first_path);
  g_autoptr (HnRegister) second = hn_test_open (second_path);
  g_autofree char *first_dump = hn_test_dump (first);
  g_autofree char *second_dump = hn_test_dump (second);

  g_assert_cmpstr (first_dump, ==, second_dump);
  g_assert_cmpint (ask (first, "SELECT count (*) FROM country"), >, 200);
  g_assert_cmpint (ask (first, "SELECT min (id) > 0 FROM area"), ==, 1);
  g_assert_cmpint (ask (first, "SELECT count (*) FROM area JOIN country USING (id)"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/fits-kinds", test_fits_kinds);
  g_test_add_func ("/schema/differs", test_differs);
  g_test_add_func ("/schema/verify", test_verify);
  g_test_add_func ("/schema/verify-cancelled", test_verify_cancelled);
  g_test_add_func ("/schema/constraints", test_constraints);
  g_test_add_func ("/schema/migrate", test_migrate);
  g_test_add_func ("/schema/migrate-fails", test_migrate_fails);
  g_test_add_func ("/schema/areas", test_areas);
  g_test_add_func ("/schema/same-ids", test_same_ids);

  return g_test_run ();
}
