/* The search provider on a bus of the test's own, with the sample as the register that was opened last. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-fixture.h"

#include <glib/gstdio.h>

#include "hn-sample.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* From the arguments of the test: the program, and what is installed to make it known. */
static const char *program;
static const char *service_file;
static char *bus_name;
static char *object_path;

/* Reads the file by which a desktop knows whom to ask. */
static void
read_provider (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *desktop_file = NULL;
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  desktop_file = g_key_file_get_string (file, "Shell Search Provider", "DesktopId", NULL);
  g_assert_cmpstr (desktop_file, ==, "vn.huunghi.HuuNghi.desktop");
  g_assert_cmpint (g_key_file_get_integer (file, "Shell Search Provider", "Version", NULL), ==, 2);
  bus_name = g_key_file_get_string (file, "Shell Search Provider", "BusName", NULL);
  object_path = g_key_file_get_string (file, "Shell Search Provider", "ObjectPath", NULL);
}

/* PROGRAM SEARCH-PROVIDER.INI SERVICE-FILE */
void
search_fixture_take_arguments (int    argc,
                               char **argv)
{
  g_assert_cmpint (argc, ==, 4);
  program = argv[1];
  read_provider (argv[2]);
  service_file = argv[3];
}

/* The installed one, but for where the program is. */
static void
write_service (SearchFixture *fixture)
{
  g_autofree char *name = g_strconcat (bus_name, ".service", NULL);
  g_autofree char *path = g_build_filename (fixture->services, name, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, service_file, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  g_key_file_set_string (file, "D-BUS Service", "Exec", program);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
}

static void
write_register (SearchFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = NULL;

  fixture->path = g_build_filename (fixture->folder, "sample.huunghi", NULL);
  reg = hn_sample_write (fixture->path, &error);
  g_assert_no_error (error);
  search_fixture_set_recent (fixture, fixture->path);
}

void
search_fixture_set_up (SearchFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("hn-search-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->services = g_dir_make_tmp ("hn-services-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->settings = g_settings_new ("vn.huunghi.HuuNghi");
  write_service (fixture);
  write_register (fixture);

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (fixture->bus, fixture->services);
  g_test_dbus_up (fixture->bus);
  fixture->connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                                NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

void
search_fixture_tear_down (SearchFixture *fixture,
                          gconstpointer  data)
{
  /* The provider leaves with its bus. */
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_clear_object (&fixture->connection);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
  g_settings_reset (fixture->settings, "language");
  g_clear_object (&fixture->settings);
  remove_folder (fixture->folder);
  remove_folder (fixture->services);
  g_free (fixture->path);
}

/* The register, to be written. */
HnRegister *
search_fixture_open (SearchFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  HnRegister *reg = hn_register_open (fixture->path, HN_REGISTER_READ_WRITE, &error);

  g_assert_no_error (error);

  return reg;
}

/* @path: what is called the register that was opened last; NULL: none was */
void
search_fixture_set_recent (SearchFixture *fixture,
                           const char    *path)
{
  const char *const paths[] = { path, NULL };

  g_settings_set_strv (fixture->settings, "recent-registers", paths);
  g_settings_sync ();
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      answer)
{
  g_set_object ((GAsyncResult **) answer, result);
}

/* Not one of the calls that block: the provider may ask this process something before it answers. */
GVariant *
search_fixture_call (SearchFixture *fixture,
                     const char    *method,
                     GVariant      *parameters,
                     GError       **error)
{
  g_autoptr (GAsyncResult) answer = NULL;

  g_dbus_connection_call (fixture->connection, bus_name, object_path, INTERFACE, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_dbus_connection_call_finish (fixture->connection, answer, error);
}

/* The results of a first search for the words of @text. */
GStrv
search_fixture_find (SearchFixture *fixture,
                     const char    *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    search_fixture_call (fixture, "GetInitialResultSet", g_variant_new ("(^as)", terms), &error);
  GStrv results = NULL;

  g_assert_no_error (error);
  g_variant_get (answer, "(^as)", &results);

  return results;
}

/* Returns: (nullable): a{sv}, what is said of a result */
GVariant *
search_fixture_describe (SearchFixture *fixture,
                         const char    *result)
{
  const char *const results[] = { result, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    search_fixture_call (fixture, "GetResultMetas", g_variant_new ("(^as)", results), &error);
  g_autoptr (GVariant) metas = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (g_variant_get_type_string (answer), ==, "(aa{sv})");
  metas = g_variant_get_child_value (answer, 0);

  return g_variant_n_children (metas) > 0 ? g_variant_get_child_value (metas, 0) : NULL;
}
