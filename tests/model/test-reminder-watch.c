/* Notifications as a desktop receives them: none unless somebody asked, one a day, gone when nothing is due. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-reminder-watch.h"
#include "model-fixture.h"

#define DESKTOP_NAME "org.freedesktop.Notifications"
#define DESKTOP_PATH "/org/freedesktop/Notifications"

static const char desktop_xml[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "</interface></node>";

typedef struct
{
  ModelFixture model;
  GSettings *settings;
  GTestDBus *bus;
  GDBusConnection *desktop; /* that of who shows notifications */
  GDBusNodeInfo *info;
  GApplication *application;
  HnReminderWatch *watch;
  gint64 person;
  guint object;
  guint owned;
  gboolean ready;
  guint n_shown;
  guint n_closed;
  char *title; /* of the latest */
  char *body;
  GVariant *pressed; /* what app.open-record was given */
} Fixture;

/* --- a desktop ----------------------------------------------------------- */

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (method, "Notify"))
    {
      g_clear_pointer (&fixture->title, g_free);
      g_clear_pointer (&fixture->body, g_free);
      g_variant_get_child (parameters, 3, "s", &fixture->title);
      g_variant_get_child (parameters, 4, "s", &fixture->body);
      fixture->n_shown++;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", fixture->n_shown));
    }
  else if (g_str_equal (method, "CloseNotification"))
    {
      fixture->n_closed++;
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new_parsed ("(@as [],)"));
}

static const GDBusInterfaceVTable desktop = { .method_call = called_cb };

static void
owned_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  ((Fixture *) user_data)->ready = TRUE;
}

static void
start_desktop (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->desktop = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->bus),
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                               | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->info = g_dbus_node_info_new_for_xml (desktop_xml, &error);
  g_assert_no_error (error);
  fixture->object = g_dbus_connection_register_object (fixture->desktop, DESKTOP_PATH, fixture->info->interfaces[0],
                                                       &desktop, fixture, NULL, &error);
  g_assert_no_error (error);
  fixture->owned = g_bus_own_name_on_connection (fixture->desktop, DESKTOP_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, owned_cb,
                                                 NULL, fixture, NULL);
  while (!fixture->ready)
    g_main_context_iteration (NULL, TRUE);
}

static void
pressed_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Fixture *fixture = user_data;

  fixture->pressed = g_variant_ref (parameter);
}

static void
start_application (Fixture *fixture)
{
  const GActionEntry entries[] = { { .name = "open-record", .parameter_type = "(ssx)", .activate = pressed_cb } };
  g_autoptr (GError) error = NULL;

  fixture->application = g_application_new ("vn.huunghi.HuuNghi", G_APPLICATION_DEFAULT_FLAGS);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->application), entries, G_N_ELEMENTS (entries), fixture);
  g_application_register (fixture->application, NULL, &error);
  g_assert_no_error (error);
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

  hn_record_set_text (record, "name", "Nguyễn Văn An");

  return model_fixture_save (&fixture->model, record);
}

static gint64
add_follow_up (Fixture *fixture)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("contact_log"));

  hn_record_set_reference (record, "contact", hn_kind_lookup ("person"), fixture->person);
  hn_record_set_text (record, "date", "2001-02-03");
  hn_record_set_text (record, "topic", "other");
  hn_record_set_text (record, "follow_up_due", "2001-03-04");

  return model_fixture_save (&fixture->model, record);
}

static void
set_done (Fixture *fixture,
          gint64   id,
          gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRecord) record =
    hn_register_load (hn_store_get_reader (fixture->model.store), hn_kind_lookup ("contact_log"), id, &error);

  g_assert_no_error (error);
  hn_record_set (record, "done", g_variant_new_boolean (done));
  model_fixture_save (&fixture->model, record);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  start_desktop (fixture);
  model_fixture_set_up (&fixture->model, NULL);
  fixture->settings = g_settings_new ("vn.huunghi.HuuNghi");
  g_settings_reset (fixture->settings, "reminded");
  g_settings_reset (fixture->settings, "notify-due");
  /* No report is ever due by these. */
  g_settings_set_string (fixture->settings, "report-rule", "CALENDAR");
  fixture->person = add_person (fixture);
  start_application (fixture);
}

/* As a window does when it opens the register. */
static void
watch (Fixture *fixture)
{
  fixture->watch = hn_reminder_watch_new (fixture->application, fixture->settings, fixture->model.store);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      done)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_assert_nonnull (answer);
  *(gboolean *) done = TRUE;
}

/* Returns when the program has heard all that was said to it before: messages keep their order. */
static void
ask (Fixture    *fixture,
     const char *name,
     const char *method)
{
  g_autofree char *path = g_strdelimit (g_strconcat ("/", name, NULL), ".", '/');
  gboolean done = FALSE;

  g_dbus_connection_call (g_application_get_dbus_connection (fixture->application), name, path, name, method, NULL,
                          NULL, G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, answered_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* So many notifications, and the program knows it. */
static void
wait_shown (Fixture *fixture,
            guint    n)
{
  while (fixture->n_shown < n)
    g_main_context_iteration (NULL, TRUE);
  ask (fixture, DESKTOP_NAME, "GetCapabilities");
}

static void
wait_closed (Fixture *fixture,
             guint    n)
{
  while (fixture->n_closed < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
drop_watch (Fixture *fixture)
{
  g_object_run_dispose (G_OBJECT (fixture->watch));
  g_clear_object (&fixture->watch);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  drop_watch (fixture);
  g_clear_pointer (&fixture->pressed, g_variant_unref);
  /* GLib 2.84 does not survive a desktop that goes when the application is gone, but has notifications left. */
  g_bus_unown_name (fixture->owned);
  ask (fixture, "org.freedesktop.DBus", "GetId");
  g_assert_finalize_object (fixture->application);
  g_dbus_connection_unregister_object (fixture->desktop, fixture->object);
  g_dbus_node_info_unref (fixture->info);
  g_dbus_connection_close_sync (fixture->desktop, NULL, NULL);
  g_object_unref (fixture->desktop);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
  g_settings_reset (fixture->settings, "report-rule");
  g_settings_reset (fixture->settings, "notify-due");
  g_settings_reset (fixture->settings, "reminded");
  g_assert_finalize_object (fixture->settings);
  model_fixture_tear_down (&fixture->model, NULL);
  g_free (fixture->title);
  g_free (fixture->body);
}

/* --- tests --------------------------------------------------------------- */

/* Messages keep their order: what was sent before the first that is expected would be counted with it. */
static void
test_switch (Fixture      *fixture,
             gconstpointer data)
{
  watch (fixture);
  add_follow_up (fixture);
  hn_reminder_watch_check_day (fixture->watch);
  g_settings_set_boolean (fixture->settings, "notify-due", TRUE);
  wait_shown (fixture, 1);
  g_assert_cmpuint (fixture->n_shown, ==, 1);
  g_assert_cmpuint (fixture->n_closed, ==, 0);
  g_assert_nonnull (strstr (fixture->body, "Nguyễn Văn An, 03/02/2001"));

  /* Who does not want to hear of it does not see it any longer either. */
  g_settings_set_boolean (fixture->settings, "notify-due", FALSE);
  wait_closed (fixture, 1);
  add_follow_up (fixture);
  g_settings_set_boolean (fixture->settings, "notify-due", TRUE);
  wait_shown (fixture, 2);
  g_assert_cmpuint (fixture->n_shown, ==, 2);
}

/* What was said today is not said again by a program that starts anew, until it is another day. */
static void
test_once_a_day (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 id = add_follow_up (fixture);
  GVariantBuilder days = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autofree char *key = g_strconcat ("follow-ups:", fixture->model.path, NULL);

  g_settings_set_boolean (fixture->settings, "notify-due", TRUE);
  watch (fixture);
  wait_shown (fixture, 1);
  drop_watch (fixture);
  watch (fixture);
  add_follow_up (fixture);
  set_done (fixture, id, TRUE);
  drop_watch (fixture);

  g_variant_builder_add (&days, "{ss}", key, "2001-03-04");
  g_settings_set_value (fixture->settings, "reminded", g_variant_builder_end (&days));
  watch (fixture);
  wait_shown (fixture, 2);
  g_assert_cmpuint (fixture->n_shown, ==, 2);
  g_assert_cmpuint (fixture->n_closed, ==, 0);
}

/* It goes when it is done, and comes back with an undo. */
static void
test_done (Fixture      *fixture,
           gconstpointer data)
{
  gint64 id = add_follow_up (fixture);

  g_settings_set_boolean (fixture->settings, "notify-due", TRUE);
  watch (fixture);
  wait_shown (fixture, 1);
  set_done (fixture, id, TRUE);
  wait_closed (fixture, 1);
  set_done (fixture, id, FALSE);
  wait_shown (fixture, 2);
  g_assert_cmpuint (fixture->n_shown, ==, 2);
}

static void
test_pressed (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = add_follow_up (fixture);
  g_autoptr (GError) error = NULL;
  const char *path, *kind;
  gint64 record;

  g_settings_set_boolean (fixture->settings, "notify-due", TRUE);
  watch (fixture);
  wait_shown (fixture, 1);
  g_dbus_connection_emit_signal (fixture->desktop, NULL, DESKTOP_PATH, DESKTOP_NAME, "ActionInvoked",
                                 g_variant_new ("(us)", fixture->n_shown, "default"), &error);
  g_assert_no_error (error);
  while (fixture->pressed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_variant_get (fixture->pressed, "(&s&sx)", &path, &kind, &record);
  g_assert_cmpstr (path, ==, fixture->model.path);
  g_assert_cmpstr (kind, ==, "contact_log");
  g_assert_cmpint (record, ==, id);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/reminder-watch/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("switch", test_switch);
  ADD ("once-a-day", test_once_a_day);
  ADD ("done", test_done);
  ADD ("pressed", test_pressed);
#undef ADD

  return g_test_run ();
}
