/* What a start by the bus costs by itself: a service of the same interface that knows nothing and says so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-answer.h"

static const char introspection[] = "<node>"
                                    "  <interface name='" BENCH_ANSWER_INTERFACE "'>"
                                    "    <method name='" BENCH_ANSWER_METHOD "'>"
                                    "      <arg type='as' direction='in'/>"
                                    "      <arg type='as' direction='out'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

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
  const char *const none[] = { NULL };

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", none));
}

static void
startup_cb (GApplication *application)
{
  static const GDBusInterfaceVTable vtable = { method_call, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  g_dbus_connection_register_object (g_application_get_dbus_connection (application), BENCH_ANSWER_PATH,
                                     node->interfaces[0], &vtable, NULL, NULL, NULL);
  g_application_hold (application);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GApplication) application = g_application_new (BENCH_ANSWER_NAME, G_APPLICATION_IS_SERVICE);

  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);

  return g_application_run (application, argc, argv);
}
