/* What a start by the bus and a search cost by themselves: a service of the same interface that asks SQLite alone for
 * the people in whose text the words stand, in their order:
 *   bench-answer REGISTER */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-answer.h"

#include <sqlite3.h>

#define BARE_TYPE_ANSWER (bare_answer_get_type ())
G_DECLARE_FINAL_TYPE (BareAnswer, bare_answer, BARE, ANSWER, GApplication)

struct _BareAnswer
{
  GApplication parent_instance;

  const char *path;
};

G_DEFINE_FINAL_TYPE (BareAnswer, bare_answer, G_TYPE_APPLICATION)

/* So many does the desktop get. */
#define MOST 40

static const char introspection[] = "<node>"
                                    "  <interface name='" BENCH_ANSWER_INTERFACE "'>"
                                    "    <method name='" BENCH_ANSWER_METHOD "'>"
                                    "      <arg type='as' direction='in'/>"
                                    "      <arg type='as' direction='out'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

static sqlite3_stmt *
prepare (sqlite3           *db,
         const char *const *words)
{
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\" FROM \"search_person\" WHERE TRUE");
  sqlite3_stmt *statement = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (sql, " AND \"folded\" LIKE '%%%s%%'", words[i]);
  g_string_append (sql, " ORDER BY \"sort_key\"");
  if (sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql->str, sqlite3_errmsg (db));

  return statement;
}

/* The first of them; all are counted. */
static GStrv
find (const char        *path,
      const char *const *words)
{
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  sqlite3_stmt *statement;
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  statement = prepare (db, words);
  for (guint n = 0; sqlite3_step (statement) == SQLITE_ROW; n++)
    if (n < MOST)
      g_strv_builder_add (results, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return g_strv_builder_end (results);
}

static void
method_call (GDBusConnection       *connection,
             const char            *sender,
             const char            *object_path,
             const char            *interface_name,
             const char            *method_name,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  g_autofree const char **words = NULL;
  g_auto (GStrv) results = NULL;

  g_variant_get (parameters, "(^a&s)", &words);
  results = words[0] != NULL ? find (BARE_ANSWER (user_data)->path, words) : g_new0 (char *, 1);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", results));
}

/* Before the name is owned: a question comes with it. */
static gboolean
bare_answer_dbus_register (GApplication     *application,
                           GDBusConnection  *connection,
                           const char       *object_path,
                           GError          **error)
{
  static const GDBusInterfaceVTable vtable = { method_call, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  return g_dbus_connection_register_object (connection, BENCH_ANSWER_PATH, node->interfaces[0], &vtable, application,
                                            NULL, error)
         != 0;
}

static void
bare_answer_activate (GApplication *application)
{
}

static void
bare_answer_class_init (BareAnswerClass *klass)
{
  G_APPLICATION_CLASS (klass)->dbus_register = bare_answer_dbus_register;
  G_APPLICATION_CLASS (klass)->activate = bare_answer_activate;
}

static void
bare_answer_init (BareAnswer *self)
{
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (BareAnswer) self =
    g_object_new (BARE_TYPE_ANSWER, "application-id", BENCH_ANSWER_NAME, "flags", G_APPLICATION_IS_SERVICE, NULL);

  g_assert_cmpint (argc, ==, 2);
  self->path = argv[1];

  return g_application_run (G_APPLICATION (self), 1, argv);
}
