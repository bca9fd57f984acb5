/* What the desktop's search finds and shows. */
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
  SEARCH_TEST ("/search/results/language", test_language);
  SEARCH_TEST ("/search/results/beside-a-writer", test_beside_a_writer);

  return g_test_run ();
}
