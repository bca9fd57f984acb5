/* What the desktop's search waits for: the provider started by the bus until its first answer, and a bare service
 * beside it:
 *   bench-search TURN FOLDER REGISTER PROVIDER BARE */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-answer.h"
#include "bench-common.h"

#define PROVIDER_NAME HN_APPLICATION_ID ".SearchProvider"
#define PROVIDER_PATH HN_RESOURCE_PATH "/SearchProvider"

/* A name that many have, one that nobody has, and nothing, which takes no search: the start alone. */
static const struct
{
  const char *figure;
  const char *name;
  const char *const words[3];
  gboolean is_known;
} questions[] = {
  { "search", "common", { "nguyen", "van" }, TRUE },
  { "search", "unknown", { "xyzw" }, FALSE },
  { "search-start", "start", { NULL }, FALSE },
};

/* So that the bus can start it. */
static void
write_service (const char *folder,
               const char *name,
               const char *program,
               const char *argument)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *base = g_strconcat (name, ".service", NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autofree char *line = g_strjoin (" ", program, argument, NULL);
  g_autoptr (GError) error = NULL;

  g_key_file_set_string (file, "D-BUS Service", "Name", name);
  g_key_file_set_string (file, "D-BUS Service", "Exec", line);
  if (!g_key_file_save_to_file (file, path, &error))
    g_error ("%s", error->message);
}

/* As a desktop asks; the first question of a bus starts the service. */
static void
ask (GDBusConnection *connection,
     const char      *name,
     const char      *path,
     guint            question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_sync (connection, name, path, BENCH_ANSWER_INTERFACE, BENCH_ANSWER_METHOD,
                                 g_variant_new ("(^as)", questions[question].words), G_VARIANT_TYPE ("(as)"),
                                 G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, &error);
  g_autofree const char **results = NULL;

  if (answer == NULL)
    g_error ("%s: %s", name, error->message);
  g_variant_get (answer, "(^a&s)", &results);
  if (questions[question].is_known != (results[0] != NULL))
    g_error ("%s: an answer that was not expected to “%s”", name, questions[question].name);
}

static void
measure (const char *folder,
         gboolean    ours,
         guint       question)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  g_test_dbus_add_service_dir (bus, folder);
  g_test_dbus_up (bus);
  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                         | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  if (connection == NULL)
    g_error ("%s", error->message);

  start = bench_now ();
  if (ours)
    ask (connection, PROVIDER_NAME, PROVIDER_PATH, question);
  else
    ask (connection, BENCH_ANSWER_NAME, BENCH_ANSWER_PATH, question);
  bench_say (questions[question].figure, ours ? BENCH_OURS : BENCH_BESIDE, questions[question].name,
             bench_now () - start);

  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_clear_object (&connection);
  g_test_dbus_down (bus);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  const char *recent[] = { NULL, NULL };
  guint turn;

  g_assert_cmpint (argc, ==, 6);
  turn = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  recent[0] = argv[3];
  /* Another process reads them. */
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  settings = g_settings_new (HN_APPLICATION_ID);
  g_settings_set_strv (settings, "recent-registers", recent);
  g_settings_sync ();
  write_service (argv[2], PROVIDER_NAME, argv[4], NULL);
  write_service (argv[2], BENCH_ANSWER_NAME, argv[5], argv[3]);

  for (guint question = 0; question < G_N_ELEMENTS (questions); question++)
    for (guint i = 0; i < 2; i++)
      measure (argv[2], BENCH_OURS_FIRST (turn + i), question);

  return 0;
}
