/* What the desktop's search opens in the program, and when it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-search-provider.h"
#include "hn-search.h"
#include "hn-test-register.h"
#include "search-fixture.h"

/* What the program was asked to do. */
typedef struct
{
  guint registration;
  guint owner;
  gboolean owned;
  char *action;
  GVariant *parameter;
  char *startup;
} Program;

static void
asked_cb (GDBusConnection       *connection,
          const char            *sender,
          const char            *object_path,
          const char            *interface_name,
          const char            *method_name,
          GVariant              *parameters,
          GDBusMethodInvocation *invocation,
          gpointer               user_data)
{
  Program *self = user_data;
  g_autoptr (GVariant) list = NULL, platform = NULL;

  g_assert_cmpstr (method_name, ==, "ActivateAction");
  g_variant_get (parameters, "(s@av@a{sv})", &self->action, &list, &platform);
  g_assert_cmpuint (g_variant_n_children (list), ==, 1);
  g_variant_get_child (list, 0, "v", &self->parameter);
  g_variant_lookup (platform, "desktop-startup-id", "s", &self->startup);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  ((Program *) user_data)->owned = TRUE;
}

static void
program_start (Program       *self,
               SearchFixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { asked_cb, NULL, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (
    "<node><interface name='org.freedesktop.Application'><method name='ActivateAction'>"
    "<arg type='s' direction='in'/><arg type='av' direction='in'/><arg type='a{sv}' direction='in'/>"
    "</method></interface></node>",
    &error);

  g_assert_no_error (error);
  self->registration = g_dbus_connection_register_object (fixture->connection, "/vn/huunghi/HuuNghi",
                                                          node->interfaces[0], &vtable, self, NULL, &error);
  g_assert_no_error (error);
  self->owner = g_bus_own_name_on_connection (fixture->connection, "vn.huunghi.HuuNghi", G_BUS_NAME_OWNER_FLAGS_NONE,
                                              owned_cb, NULL, self, NULL);
  while (!self->owned)
    g_main_context_iteration (NULL, TRUE);
}

static void
program_end (Program       *self,
             SearchFixture *fixture)
{
  g_bus_unown_name (self->owner);
  g_dbus_connection_unregister_object (fixture->connection, self->registration);
  g_free (self->action);
  g_clear_pointer (&self->parameter, g_variant_unref);
  g_free (self->startup);
}

static void
test_activate (SearchFixture *fixture,
               gconstpointer  data)
{
  Program program = { 0 };
  g_auto (GStrv) found = search_fixture_find (fixture, "lao");
  const char *const terms[] = { "lao", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL, expected = NULL;

  program_start (&program, fixture);
  /* Results are of the register that was searched. */
  search_fixture_set_recent (fixture, "/nowhere/else.huunghi");
  answer = search_fixture_call (fixture, "ActivateResult", g_variant_new ("(s^asu)", found[0], terms, 4711u), &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (found[0], "organization:"));
  expected = g_variant_ref_sink (
    g_variant_new ("(ssx)", fixture->path, "organization", g_ascii_strtoll (strchr (found[0], ':') + 1, NULL, 10)));
  g_assert_cmpstr (program.action, ==, "open-record");
  g_assert_cmpvariant (program.parameter, expected);
  g_assert_cmpstr (program.startup, ==, "_TIME4711");
  program_end (&program, fixture);
}

static void
test_launch (SearchFixture *fixture,
             gconstpointer  data)
{
  Program program = { 0 };
  const char *const terms[] = { "hữu", "nghị", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL, expected = NULL;

  program_start (&program, fixture);
  answer = search_fixture_call (fixture, "LaunchSearch", g_variant_new ("(^asu)", terms, 0u), &error);
  g_assert_no_error (error);
  expected = g_variant_ref_sink (g_variant_new ("(ss)", fixture->path, "hữu nghị"));
  g_assert_cmpstr (program.action, ==, "find");
  g_assert_cmpvariant (program.parameter, expected);
  program_end (&program, fixture);
}

/* What is no result of ours opens nothing; without the program, the desktop hears that nothing came of it. */
static void
test_activate_refused (SearchFixture *fixture,
                       gconstpointer  data)
{
  Program program = { 0 };
  const char *const terms[] = { NULL };
  const char *const wrong[] = { "", "person", "partner:1", "person:x", "person:1; DROP", "saved_list:1" };

  program_start (&program, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) answer =
        search_fixture_call (fixture, "ActivateResult", g_variant_new ("(s^asu)", wrong[i], terms, 0u), &error);

      g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS);
      g_assert_null (answer);
    }
  g_assert_null (program.action);
  program_end (&program, fixture);
}

static void
test_without_program (SearchFixture *fixture,
                      gconstpointer  data)
{
  const char *const terms[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    search_fixture_call (fixture, "ActivateResult", g_variant_new ("(s^asu)", "person:1", terms, 0u), &error);

  g_assert_null (answer);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
}

static void
leave_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      answered)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(gboolean *) answered = answer != NULL;
}

/* Once asked and answered, it ends by itself. */
static void
test_leaves (SearchFixture *fixture,
             gconstpointer  data)
{
  GApplication *provider = hn_search_provider_new ();
  const char *const terms[] = { "lao", NULL };
  gboolean answered = FALSE;

  g_assert_cmpuint (g_application_get_inactivity_timeout (provider), >=, 5000);
  g_assert_cmpuint (g_application_get_inactivity_timeout (provider), <=, 60000);
  g_application_set_inactivity_timeout (provider, 1);
  g_assert_true (g_application_register (provider, NULL, NULL));
  g_dbus_connection_call (fixture->connection, "vn.huunghi.HuuNghi.SearchProvider",
                          "/vn/huunghi/HuuNghi/SearchProvider", "org.gnome.Shell.SearchProvider2",
                          "GetInitialResultSet", g_variant_new ("(^as)", terms), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          leave_cb, &answered);
  g_assert_cmpint (g_application_run (provider, 0, NULL), ==, 0);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (provider);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  search_fixture_take_arguments (argc, argv);

  SEARCH_TEST ("/search/opening/activate", test_activate);
  SEARCH_TEST ("/search/opening/launch", test_launch);
  SEARCH_TEST ("/search/opening/activate-refused", test_activate_refused);
  SEARCH_TEST ("/search/opening/without-program", test_without_program);
  SEARCH_TEST ("/search/opening/leaves", test_leaves);

  return g_test_run ();
}
