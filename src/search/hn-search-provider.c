/* What the desktop's search asks: org.gnome.Shell.SearchProvider2 on a name of its own.
 *
 *   GetInitialResultSet, GetSubsearchResultSet, GetResultMetas ──> HnSearch, in this process
 *   ActivateResult, LaunchSearch ──> org.freedesktop.Application.ActivateAction of the program, which starts if need be
 *
 * It is started by the first question and leaves when none has come for a while. A thread finds, one question after the
 * other in the order in which they come; a desktop asks with every letter, and what it asked before is given up then:
 * in a very large register no one would otherwise wait for the last word, but for each letter of it.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-search-provider.h"

#include "hn-language.h"
#include "hn-search.h"

#define PROVIDER_ID HN_APPLICATION_ID ".SearchProvider"

/* How long it stays for a next question, in milliseconds: while a person types, and goes back to typing. */
#define PATIENCE 20000

#define RECENT_KEY "recent-registers"
#define LANGUAGE_KEY "language"

struct _HnSearchProvider
{
  GApplication parent_instance;

  GSettings *settings;
  char *languages; /* what LANGUAGE was when the program began */
  char *language;  /* the one that is spoken, as the settings have it */
  HnSearch *search;     /* finds; the thread's, while a question is being answered */
  HnSearch *describing; /* what the results look like, meanwhile */
  GQueue questions;     /* of Question: the first is being answered */
  guint registration;
};

/* What the desktop wants to have found. */
typedef struct
{
  GDBusMethodInvocation *invocation;
  char                  *text;
  GStrv                  previous; /* NULL: anything; else only what was found before */
  GCancellable          *given_up;
} Question;

G_DEFINE_FINAL_TYPE (HnSearchProvider, hn_search_provider, G_TYPE_APPLICATION)

static const char introspection[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/* --- finding ------------------------------------------------------------- */

static void
question_free (Question *question)
{
  g_free (question->text);
  g_strfreev (question->previous);
  g_object_unref (question->given_up);
  g_free (question);
}

/* (nullable): the register that was opened last, at this moment */
static char *
get_recent (HnSearchProvider *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, RECENT_KEY);

  return g_strdup (paths[0]);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  HnSearchProvider *self = source;
  const Question *question = task_data;
  GStrv results = question->previous != NULL ? hn_search_narrow (self->search, (const char *const *) question->previous,
                                                                 question->text, cancellable)
                                             : hn_search_find (self->search, question->text, cancellable);

  g_task_return_pointer (task, results, (GDestroyNotify) g_strfreev);
}

static void answer_first (HnSearchProvider *self);

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  HnSearchProvider *self = HN_SEARCH_PROVIDER (source);
  Question *question = g_queue_pop_head (&self->questions);
  g_auto (GStrv) results = g_task_propagate_pointer (G_TASK (result), NULL);

  if (results != NULL)
    g_dbus_method_invocation_return_value (question->invocation, g_variant_new ("(^as)", results));
  else
    g_dbus_method_invocation_return_error_literal (question->invocation, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                   "Another question came after this one");
  question_free (question);
  answer_first (self);
  g_application_release (G_APPLICATION (self));
}

/* The register is looked up anew: another may have been opened since the last question. */
static void
answer_first (HnSearchProvider *self)
{
  Question *question = g_queue_peek_head (&self->questions);
  g_autofree char *path = question != NULL ? get_recent (self) : NULL;
  g_autoptr (GTask) task = NULL;

  if (question == NULL)
    return;

  hn_search_set_path (self->search, path);
  task = g_task_new (self, question->given_up, found_cb, NULL);
  g_task_set_task_data (task, question, NULL);
  g_task_run_in_thread (task, find_in_thread);
}

/* @previous: (transfer full) (nullable) */
static void
ask (HnSearchProvider      *self,
     const char           **terms,
     GStrv                  previous,
     GDBusMethodInvocation *invocation)
{
  const char *sender = g_dbus_method_invocation_get_sender (invocation);
  Question *question = g_new0 (Question, 1);

  for (GList *link = self->questions.head; link != NULL; link = link->next)
    {
      const Question *earlier = link->data;

      if (g_strcmp0 (g_dbus_method_invocation_get_sender (earlier->invocation), sender) == 0)
        g_cancellable_cancel (earlier->given_up);
    }

  question->invocation = invocation;
  question->text = g_strjoinv (" ", (char **) terms);
  question->previous = previous;
  question->given_up = g_cancellable_new ();
  g_application_hold (G_APPLICATION (self));
  g_queue_push_tail (&self->questions, question);
  if (self->questions.length == 1)
    answer_first (self);
}

static void
get_initial_result_set (HnSearchProvider      *self,
                        GVariant              *parameters,
                        GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;

  g_variant_get (parameters, "(^a&s)", &terms);
  ask (self, terms, NULL, invocation);
}

static void
get_subsearch_result_set (HnSearchProvider      *self,
                          GVariant              *parameters,
                          GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;
  GStrv previous = NULL;

  g_variant_get (parameters, "(^as^a&s)", &previous, &terms);
  ask (self, terms, previous, invocation);
}

/* Results are of the register that was searched, also where another was opened since. */
static char *
get_path (HnSearchProvider *self)
{
  const char *searched = hn_search_get_path (self->search);

  return searched != NULL ? g_strdup (searched) : get_recent (self);
}

static void
get_result_metas (HnSearchProvider      *self,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation)
{
  g_autofree const char **results = NULL;
  g_autofree char *language = g_settings_get_string (self->settings, LANGUAGE_KEY);
  g_autofree char *path = get_path (self);
  GVariant *metas;

  if (g_set_str (&self->language, language))
    hn_language_use (language, self->languages);
  hn_search_set_path (self->describing, path);
  g_variant_get (parameters, "(^a&s)", &results);
  metas = hn_search_describe (self->describing, results);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(@aa{sv})", metas));
}

/* --- opening ------------------------------------------------------------- */

static void
activated_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr (GApplication) provider = g_object_ref (g_dbus_method_invocation_get_user_data (invocation));
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL)
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
  g_application_release (provider);
}

/* The time of the key or click lets the window come to the front. */
static GVariant *
describe_platform (guint32 timestamp)
{
  g_auto (GVariantDict) platform = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *startup = g_strdup_printf ("_TIME%u", timestamp);

  g_variant_dict_insert (&platform, "desktop-startup-id", "s", startup);

  return g_variant_dict_end (&platform);
}

/* @parameter: (transfer floating) */
static void
activate_action (HnSearchProvider      *self,
                 const char            *action,
                 GVariant              *parameter,
                 guint32                timestamp,
                 GDBusMethodInvocation *invocation)
{
  g_auto (GVariantBuilder) parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  g_variant_builder_add (&parameters, "v", parameter);
  g_application_hold (G_APPLICATION (self));
  g_dbus_connection_call (g_application_get_dbus_connection (G_APPLICATION (self)), HN_APPLICATION_ID, HN_RESOURCE_PATH,
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", action, &parameters, describe_platform (timestamp)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, activated_cb, invocation);
}

static void
activate_result (HnSearchProvider      *self,
                 GVariant              *parameters,
                 GDBusMethodInvocation *invocation)
{
  const char *result;
  guint32 timestamp;
  const HnKind *kind;
  gint64 id;
  g_autofree char *path = get_path (self);

  g_variant_get (parameters, "(&s^a&su)", &result, NULL, &timestamp);
  if (hn_search_parse (result, &kind, &id))
    activate_action (self, "open-record", g_variant_new ("(ssx)", path != NULL ? path : "", kind->name, id), timestamp,
                     invocation);
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                           "“%s” is not a result of this search", result);
}

static void
launch_search (HnSearchProvider      *self,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation)
{
  g_autofree const char **terms = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = get_path (self);
  guint32 timestamp;

  g_variant_get (parameters, "(^a&su)", &terms, &timestamp);
  text = g_strjoinv (" ", (char **) terms);
  activate_action (self, "find", g_variant_new ("(ss)", path != NULL ? path : "", text), timestamp, invocation);
}

/* --- the bus ------------------------------------------------------------- */

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
  static const struct
  {
    const char *name;
    void (*answer) (HnSearchProvider *self, GVariant *parameters, GDBusMethodInvocation *invocation);
  } methods[] = {
    { "GetInitialResultSet", get_initial_result_set },
    { "GetSubsearchResultSet", get_subsearch_result_set },
    { "GetResultMetas", get_result_metas },
    { "ActivateResult", activate_result },
    { "LaunchSearch", launch_search },
  };
  GApplication *application = user_data;

  /* The time that it stays begins anew. */
  g_application_hold (application);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].name, method_name))
      methods[i].answer (user_data, parameters, invocation);
  g_application_release (application);
}

static gboolean
hn_search_provider_dbus_register (GApplication     *application,
                                  GDBusConnection  *connection,
                                  const char       *object_path,
                                  GError          **error)
{
  static const GDBusInterfaceVTable vtable = { method_call, NULL, NULL, { NULL } };
  HnSearchProvider *self = HN_SEARCH_PROVIDER (application);
  g_autoptr (GDBusNodeInfo) node = NULL;

  if (!G_APPLICATION_CLASS (hn_search_provider_parent_class)
         ->dbus_register (application, connection, object_path, error))
    return FALSE;

  node = g_dbus_node_info_new_for_xml (introspection, error);
  if (node == NULL)
    return FALSE;
  self->registration =
    g_dbus_connection_register_object (connection, object_path, node->interfaces[0], &vtable, self, NULL, error);

  return self->registration != 0;
}

static void
hn_search_provider_dbus_unregister (GApplication    *application,
                                    GDBusConnection *connection,
                                    const char      *object_path)
{
  HnSearchProvider *self = HN_SEARCH_PROVIDER (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;

  G_APPLICATION_CLASS (hn_search_provider_parent_class)->dbus_unregister (application, connection, object_path);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_search_provider_finalize (GObject *object)
{
  HnSearchProvider *self = HN_SEARCH_PROVIDER (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->search, hn_search_free);
  g_clear_pointer (&self->describing, hn_search_free);
  g_free (self->languages);
  g_free (self->language);

  G_OBJECT_CLASS (hn_search_provider_parent_class)->finalize (object);
}

static void
hn_search_provider_class_init (HnSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hn_search_provider_finalize;

  application_class->dbus_register = hn_search_provider_dbus_register;
  application_class->dbus_unregister = hn_search_provider_dbus_unregister;
}

static void
hn_search_provider_init (HnSearchProvider *self)
{
  self->settings = g_settings_new (HN_APPLICATION_ID);
  self->languages = g_strdup (g_getenv ("LANGUAGE"));
  self->search = hn_search_new ();
  self->describing = hn_search_new ();
  g_queue_init (&self->questions);
}

/**
 * hn_search_provider_new:
 *
 * Returns: (transfer full): what answers on the bus name until it has not been asked for some seconds
 */
GApplication *
hn_search_provider_new (void)
{
  return g_object_new (HN_TYPE_SEARCH_PROVIDER, "application-id", PROVIDER_ID, "flags", G_APPLICATION_IS_SERVICE,
                       "inactivity-timeout", PATIENCE, NULL);
}
