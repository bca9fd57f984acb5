/* Registers that the desktop's search cannot read: no results, no word about it, and nothing done to the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "hn-schema.h"
#include "hn-test-register.h"
#include "search-fixture.h"

/* Where the header of a file says which version its schema is of. */
#define VERSION_OFFSET 60

static void
assert_finds (SearchFixture *fixture,
              guint          n_results)
{
  g_auto (GStrv) results = search_fixture_find (fixture, "Hội Hữu nghị Việt Nam - Lào thành phố");

  g_assert_cmpuint (MIN (g_strv_length (results), 1), ==, n_results);
}

static void
assert_finds_nothing (SearchFixture *fixture)
{
  g_autoptr (GVariant) meta = search_fixture_describe (fixture, "person:1");

  assert_finds (fixture, 0);
  g_assert_null (meta);
}

/* The names of the files in the register's folder, in order. */
static char *
list_files (SearchFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);

  return g_strjoinv ("\n", (char **) names->pdata);
}

static void
set_version (const char *path,
             guint32     version)
{
  g_autofree char *content = NULL;
  gsize length;
  guint32 number = GUINT32_TO_BE (version);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  memcpy (content + VERSION_OFFSET, &number, sizeof number);
  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_left_alone (SearchFixture *fixture)
{
  g_autofree char *before = hn_test_hash (fixture->path), *files = list_files (fixture);
  g_autofree char *after = NULL, *files_after = NULL;

  assert_finds_nothing (fixture);
  after = hn_test_hash (fixture->path);
  files_after = list_files (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (files_after, ==, files);
}

static void
test_none (SearchFixture *fixture,
           gconstpointer  data)
{
  search_fixture_set_recent (fixture, NULL);
  assert_finds_nothing (fixture);
}

/* And none is made. */
static void
test_missing (SearchFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing.huunghi", NULL);

  search_fixture_set_recent (fixture, path);
  assert_finds_nothing (fixture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (SearchFixture *fixture,
             gconstpointer  data)
{
  search_fixture_set_recent (fixture, fixture->folder);
  assert_finds_nothing (fixture);
}

static void
test_older (SearchFixture *fixture,
            gconstpointer  data)
{
  set_version (fixture->path, hn_schema_version () - 1);
  assert_left_alone (fixture);
}

static void
test_newer (SearchFixture *fixture,
            gconstpointer  data)
{
  set_version (fixture->path, hn_schema_version () + 1);
  assert_left_alone (fixture);
}

static void
test_foreign (SearchFixture *fixture,
              gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "Họ và tên;Ngày sinh\n", -1, NULL));
  assert_left_alone (fixture);
}

/* Noise from the second page on. */
static void
test_damaged (SearchFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (gsize i = 4096; i < length; i++)
    content[i] = (char) (i * 31);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
  assert_left_alone (fixture);
}

static void
test_truncated (SearchFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length / 2, NULL));
  assert_left_alone (fixture);
}

/* Held by another program, and found in again when it lets go. */
static void
test_locked (SearchFixture *fixture,
             gconstpointer  data)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  assert_finds (fixture, 0);
  sqlite3_close (db);
  assert_finds (fixture, 1);
}

static void
take_answer_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      answer)
{
  g_set_object ((GAsyncResult **) answer, result);
}

static void
ask (SearchFixture  *fixture,
     const char     *word,
     GAsyncResult  **answer)
{
  const char *const terms[] = { word, NULL };

  g_dbus_connection_call (fixture->connection, "vn.huunghi.HuuNghi.SearchProvider",
                          "/vn/huunghi/HuuNghi/SearchProvider", "org.gnome.Shell.SearchProvider2",
                          "GetInitialResultSet", g_variant_new ("(^as)", terms), G_VARIANT_TYPE ("(as)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, take_answer_cb, answer);
}

/* A letter more before the last one was answered: what was asked before is given up, and other calls are answered
 * meanwhile. */
static void
test_given_up (SearchFixture *fixture,
               gconstpointer  data)
{
  sqlite3 *db;
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  g_autoptr (GVariant) answer = NULL, refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree const char **results = NULL;
  const char *const none[] = { NULL };

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  ask (fixture, "l", &first);
  ask (fixture, "la", &second);
  ask (fixture, "lao", &third);
  /* Once this is answered, all three have arrived. */
  refused = search_fixture_call (fixture, "ActivateResult", g_variant_new ("(s^asu)", "", none, 0u), &error);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS);
  g_clear_error (&error);
  sqlite3_close (db);

  while (first == NULL || second == NULL || third == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (g_dbus_connection_call_finish (fixture->connection, first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (g_dbus_connection_call_finish (fixture->connection, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  answer = g_dbus_connection_call_finish (fixture->connection, third, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(^a&s)", &results);
  g_assert_nonnull (results[0]);
}

/* A provider that runs already, and a register that is put aside, comes back, or is another one. */
static void
test_comes_and_goes (SearchFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".aside", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.huunghi", NULL);
  g_autofree char *person = NULL;
  g_auto (GStrv) results = NULL;
  HnRegister *reg = hn_test_create (other);

  person = hn_test_ref ("person", hn_test_add (reg, "person", "name", "Trịnh Xuân Đức", NULL));
  g_object_unref (reg);

  assert_finds (fixture, 1);
  g_assert_no_errno (g_rename (fixture->path, aside));
  assert_finds (fixture, 0);
  g_assert_no_errno (g_rename (aside, fixture->path));
  assert_finds (fixture, 1);
  g_assert_no_errno (g_rename (other, fixture->path));
  assert_finds (fixture, 0);
  results = search_fixture_find (fixture, "duc");
  g_assert_cmpuint (g_strv_length (results), ==, 1);
  g_assert_cmpstr (results[0], ==, person);
}

/* Nothing lies beside the register after it was searched, and nothing in it has changed. */
static void
test_read_only (SearchFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *before = hn_test_hash (fixture->path), *files = list_files (fixture);
  g_autofree char *after = NULL, *files_after = NULL;

  assert_finds (fixture, 1);
  /* It lets go of the register. */
  search_fixture_set_recent (fixture, NULL);
  for (gboolean gone = FALSE; !gone;)
    {
      g_auto (GStrv) results = search_fixture_find (fixture, "lao");

      gone = *results == NULL;
    }
  after = hn_test_hash (fixture->path);
  files_after = list_files (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (files_after, ==, files);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  search_fixture_take_arguments (argc, argv);

  SEARCH_TEST ("/search/refused/none", test_none);
  SEARCH_TEST ("/search/refused/missing", test_missing);
  SEARCH_TEST ("/search/refused/folder", test_folder);
  SEARCH_TEST ("/search/refused/older", test_older);
  SEARCH_TEST ("/search/refused/newer", test_newer);
  SEARCH_TEST ("/search/refused/foreign", test_foreign);
  SEARCH_TEST ("/search/refused/damaged", test_damaged);
  SEARCH_TEST ("/search/refused/truncated", test_truncated);
  SEARCH_TEST ("/search/refused/locked", test_locked);
  SEARCH_TEST ("/search/refused/given-up", test_given_up);
  SEARCH_TEST ("/search/refused/comes-and-goes", test_comes_and_goes);
  SEARCH_TEST ("/search/refused/read-only", test_read_only);

  return g_test_run ();
}
