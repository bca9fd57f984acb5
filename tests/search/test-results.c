/* What the desktop's search finds, shows and opens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-country.h"
#include "hn-search-provider.h"
#include "hn-search.h"
#include "hn-test-register.h"
#include "search-fixture.h"

static gboolean
is_found (SearchFixture *fixture,
          const char    *text,
          const char    *result)
{
  g_auto (GStrv) results = search_fixture_find (fixture, text);

  return g_strv_contains ((const char *const *) results, result);
}

static char *
get_meta (GVariant   *meta,
          const char *key)
{
  char *text = NULL;

  g_assert_true (g_variant_lookup (meta, key, "s", &text));

  return text;
}

static char *
get_description (SearchFixture *fixture,
                 const char    *result)
{
  g_autoptr (GVariant) meta = search_fixture_describe (fixture, result);

  g_assert_nonnull (meta);

  return get_meta (meta, "description");
}

/* As the program searches: marks count where they were typed, words in any order, beginnings, initials. */
static void
test_marks (SearchFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *person = hn_test_ref ("person", hn_test_add (reg, "person", "name", "Trịnh Xuân Đức", NULL));
  const char *const found[] = { "duc trinh",
                                "đức xuân",
                                "Đức Trịnh",
                                "ĐỨC TRỊNH",
                                "trinh xua",
                                "txđ",
                                "xuân duc",
                                "trinh\nxuan duc",
                                "Tri\xcc\xa3nh \xc4\x90u\xcc\x9b\xcc\x81" /* decomposed, as other keyboards write */
                                "c" };
  const char *const not_found[] = { "đúc trinh", "trinh xyz", "tình xuân" };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_test_message ("%s", found[i]);
      g_assert_true (is_found (fixture, found[i], person));
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      g_test_message ("%s", not_found[i]);
      g_assert_false (is_found (fixture, not_found[i], person));
    }
}

/* Who is called so goes before who is only mentioned, of whatever kind; no other kind comes up. */
static void
test_best_first (SearchFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *mentioned =
    hn_test_ref ("person", hn_test_add (reg, "person", "name", "Trần Quốc Hưng", "note", "hay nhắc Zanzibar", NULL));
  g_autofree char *event = hn_test_ref ("event", hn_test_add (reg, "event", "title", "Giao lưu Zanzibar", "type",
                                                              "exchange", "from", "1/3/2022", NULL));
  g_autofree char *organization =
    hn_test_ref ("organization",
                 hn_test_add (reg, "organization", "name", "Hội Zanzi", "kind", "branch", "note", "Zanzibar", NULL));
  g_auto (GStrv) results = NULL;

  hn_test_add (reg, "partner", "name", "Zanzibar Trading", "kind", "firm", NULL);
  results = search_fixture_find (fixture, "zanzibar");
  g_assert_cmpuint (g_strv_length (results), ==, 3);
  g_assert_cmpstr (results[0], ==, event);
  g_assert_true (g_strv_contains ((const char *const *) results, mentioned));
  g_assert_true (g_strv_contains ((const char *const *) results, organization));
}

/* Of many, a few of each kind, and not one kind before all others. */
static void
test_few (SearchFixture *fixture,
          gconstpointer  data)
{
  g_auto (GStrv) results = search_fixture_find (fixture, "n");
  guint n_first = 0;

  g_assert_cmpuint (g_strv_length (results), ==, 3 * HN_SEARCH_OF_KIND);
  for (guint i = 0; i < 3; i++)
    n_first += g_str_has_prefix (results[i], "person:") ? 1 : g_str_has_prefix (results[i], "event:") ? 10 : 100;
  g_assert_cmpuint (n_first, ==, 111);
}

static void
test_no_words (SearchFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *long_word = g_strnfill (100000, 'q');
  const char *const texts[] = { "", " ", "   ", "qqqq xxxx", "%", "_", "*", "\n", "lao\nqqqq", long_word };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) results = search_fixture_find (fixture, texts[i]);

      g_test_message ("“%.20s”", texts[i]);
      g_assert_cmpuint (g_strv_length (results), ==, 0);
    }
}

static GStrv
narrow (SearchFixture     *fixture,
        const char *const *previous,
        const char        *text)
{
  g_auto (GStrv) terms = g_strsplit (text, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    search_fixture_call (fixture, "GetSubsearchResultSet", g_variant_new ("(^as^as)", previous, terms), &error);
  GStrv results = NULL;

  g_assert_no_error (error);
  g_variant_get (answer, "(^as)", &results);

  return results;
}

/* One letter more finds less of the same; but of a list that was cut short, it finds the best of all. */
static void
test_narrow (SearchFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *first = hn_test_ref ("person", hn_test_add (reg, "person", "name", "Zô Văn Một", NULL));
  g_autofree char *second = hn_test_ref ("person", hn_test_add (reg, "person", "name", "Zô Văn Hai", NULL));
  g_auto (GStrv) both = search_fixture_find (fixture, "zo van");
  g_auto (GStrv) one = narrow (fixture, (const char *const *) both, "zo van mo");
  const char *const other[] = { second, NULL };
  g_auto (GStrv) none = narrow (fixture, other, "zo van mo");
  g_auto (GStrv) nothing = narrow (fixture, (const char *const *) none, "zo");
  g_auto (GStrv) cut = search_fixture_find (fixture, "n");
  g_auto (GStrv) after_cut = narrow (fixture, (const char *const *) cut, "n zo hai");

  g_assert_cmpuint (g_strv_length (both), ==, 2);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, first);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpuint (g_strv_length (after_cut), ==, 1);
  g_assert_cmpstr (after_cut[0], ==, second);
}

static void
assert_icon (GVariant *meta)
{
  g_autoptr (GVariant) serialized = g_variant_lookup_value (meta, "icon", NULL);
  g_autoptr (GIcon) icon = g_icon_deserialize (serialized);

  g_assert_true (G_IS_THEMED_ICON (icon));
}

/* A name, what tells it from the other one of that name, and nothing that is nobody's business. */
static void
test_namesakes (SearchFixture *fixture,
                gconstpointer  data)
{
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *organization =
    hn_test_ref ("organization",
                 hn_test_add (reg, "organization", "name", "Chi hội Trường Hòa Bình", "kind", "branch", NULL));
  g_autofree char *member =
    hn_test_ref ("person", hn_test_add (reg, "person", "name", "Trịnh Thị Mai Lan", "phone", "0912345678", "email",
                                        "lan@example.vn", "birth", "12/3/1970", "address", "Số 7 ngõ Cau", NULL));
  g_autofree char *abroad =
    hn_test_ref ("person", hn_test_add (reg, "person", "name", "Trịnh Thị Mai Lan", "country", "DE", NULL));
  g_autofree char *of_member = NULL, *of_abroad = NULL, *title = NULL, *name = NULL;
  const HnCountry *germany = hn_country_lookup ("DE");
  const char *const secrets[] = { "0912", "345", "@", "1970", "Cau" };
  g_autoptr (GVariant) meta = NULL;

  hn_test_add (reg, "membership", "person", member, "organization", organization, NULL);
  meta = search_fixture_describe (fixture, member);
  title = get_meta (meta, "name");
  name = get_meta (meta, "id");
  of_member = get_meta (meta, "description");
  of_abroad = get_description (fixture, abroad);
  assert_icon (meta);
  g_assert_cmpstr (title, ==, "Trịnh Thị Mai Lan");
  g_assert_cmpstr (name, ==, member);
  g_assert_true (g_str_has_prefix (of_member, hn_kind_get_label (hn_kind_lookup ("person"))));
  g_assert_nonnull (strstr (of_member, "Chi hội Trường Hòa Bình"));
  g_assert_nonnull (strstr (of_abroad, hn_label_get ((HnLabel) { germany->name_en, germany->name_vi })));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (of_member, secrets[i]));
}

static void
test_descriptions (SearchFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *event =
    hn_test_ref ("event", hn_test_add (reg, "event", "title", "Giao lưu Zanzibar", "type", "exchange", "from",
                                       "1/3/2022", "place", "Nhà văn hóa Yên Thế", NULL));
  g_autofree char *of_event = get_description (fixture, event);
  g_auto (GStrv) results = search_fixture_find (fixture, "Hội Hữu nghị Việt Nam - Đức huyện Việt Yên");
  g_autofree char *of_organization = get_description (fixture, results[0]);

  g_assert_nonnull (strstr (of_event, "2022"));
  g_assert_nonnull (strstr (of_event, "Nhà văn hóa Yên Thế"));
  g_assert_true (g_str_has_prefix (results[0], "organization:"));
  g_assert_nonnull (strstr (of_organization, "Hội Hữu nghị Việt Nam - Đức"));
}

/* Metas come in the order asked for, and none of what is not there. */
static void
test_unknown (SearchFixture *fixture,
              gconstpointer  data)
{
  g_auto (GStrv) found = search_fixture_find (fixture, "lào");
  const char *const asked[] = { "person:999999999",
                                found[1],
                                "partner:1",
                                "person:",
                                "",
                                "person",
                                "person:1x",
                                "person:-1",
                                "event:0",
                                ":1",
                                "person:99999999999999999999",
                                found[0],
                                NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = search_fixture_call (fixture, "GetResultMetas", g_variant_new ("(^as)", asked), &error);
  g_autoptr (GVariant) metas = NULL, first = NULL, second = NULL;
  g_autofree char *of_first = NULL, *of_second = NULL;

  g_assert_no_error (error);
  metas = g_variant_get_child_value (answer, 0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  first = g_variant_get_child_value (metas, 0);
  second = g_variant_get_child_value (metas, 1);
  of_first = get_meta (first, "id");
  of_second = get_meta (second, "id");
  g_assert_cmpstr (of_first, ==, found[1]);
  g_assert_cmpstr (of_second, ==, found[0]);
}

/* --- opening ------------------------------------------------------------- */

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

/* --- its life ------------------------------------------------------------ */

/* The language is the program's, and follows it. */
static void
test_language (SearchFixture *fixture,
               gconstpointer  data)
{
  const HnLabel label = hn_kind_lookup ("person")->label;
  const char *const languages[] = { "vi", "en" };
  const char *const words[] = { label.vi, label.en };
  g_auto (GStrv) found = NULL;
  g_autoptr (HnRegister) reg = search_fixture_open (fixture);
  g_autofree char *person = hn_test_ref ("person", hn_test_add (reg, "person", "name", "Zô Văn Một", NULL));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gboolean follows = FALSE;

      g_settings_set_string (fixture->settings, "language", languages[i]);
      g_settings_sync ();
      /* The other process hears of it in its own time. */
      while (!follows)
        {
          g_autofree char *description = get_description (fixture, person);

          follows = g_str_has_prefix (description, words[i]);
        }
    }
}

/* A process of its own that adds person after person until it is ended. */
static void
write_on (const char *path)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (HnRegister) reg = hn_test_open (path);
      g_autofree char *name = g_strdup_printf ("Zô Thứ %u", i);

      hn_test_add (reg, "person", "name", name, NULL);
    }
}

static void
test_beside_a_writer (SearchFixture *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "/proc/self/exe", "--write", fixture->path, NULL);
  guint n_added = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < 100 || n_added == 0; i++)
    {
      g_auto (GStrv) always = search_fixture_find (fixture, "Hội Hữu nghị Việt Nam - Lào");
      g_auto (GStrv) added = search_fixture_find (fixture, "zo thu");

      g_assert_cmpuint (g_strv_length (always), >, 0);
      n_added = g_strv_length (added);
    }
  g_subprocess_force_exit (writer);
  g_subprocess_wait (writer, NULL, NULL);
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
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_on (argv[2]);
  g_test_init (&argc, &argv, NULL);
  search_fixture_take_arguments (argc, argv);

  SEARCH_TEST ("/search/results/marks", test_marks);
  SEARCH_TEST ("/search/results/best-first", test_best_first);
  SEARCH_TEST ("/search/results/few", test_few);
  SEARCH_TEST ("/search/results/no-words", test_no_words);
  SEARCH_TEST ("/search/results/narrow", test_narrow);
  SEARCH_TEST ("/search/results/namesakes", test_namesakes);
  SEARCH_TEST ("/search/results/descriptions", test_descriptions);
  SEARCH_TEST ("/search/results/unknown", test_unknown);
  SEARCH_TEST ("/search/results/activate", test_activate);
  SEARCH_TEST ("/search/results/launch", test_launch);
  SEARCH_TEST ("/search/results/activate-refused", test_activate_refused);
  SEARCH_TEST ("/search/results/without-program", test_without_program);
  SEARCH_TEST ("/search/results/language", test_language);
  SEARCH_TEST ("/search/results/beside-a-writer", test_beside_a_writer);
  SEARCH_TEST ("/search/results/leaves", test_leaves);

  return g_test_run ();
}
