/* What the program remembers between two starts: lists and registers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-register-place.h"
#include "hn-shown-lists.h"

typedef struct
{
  GSettings *settings;
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->settings = g_settings_new ("vn.huunghi.HuuNghi");
  g_settings_reset (fixture->settings, "shown-lists");
  g_settings_reset (fixture->settings, "recent-registers");
  fixture->folder = g_dir_make_tmp ("hn-settings-XXXXXX", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->settings);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* --- lists --------------------------------------------------------------- */

static void
assert_remembered (Fixture    *fixture,
                   const char *names)
{
  g_auto (GStrv) kept = g_settings_get_strv (fixture->settings, "shown-lists");
  g_autofree char *joined = g_strjoinv (" ", kept);

  g_assert_cmpstr (joined, ==, names);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_null (hn_shown_lists_latest (fixture->settings));
  g_assert_null (hn_shown_lists_get (fixture->settings, HN_TAB_EVENTS));

  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("organization"));
  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("donation"));
  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("membership"));
  assert_remembered (fixture, "membership donation");
  g_assert_true (hn_shown_lists_latest (fixture->settings) == hn_kind_lookup ("membership"));
  g_assert_true (hn_shown_lists_get (fixture->settings, HN_TAB_DONATIONS) == hn_kind_lookup ("donation"));

  /* What is looked up in passing is not where a person works. */
  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("area"));
  assert_remembered (fixture, "membership donation");
}

static void
test_unknown_lists (Fixture      *fixture,
                    gconstpointer data)
{
  const char *const names[] = { "of-a-newer-version", "country", "event", NULL };

  g_settings_set_strv (fixture->settings, "shown-lists", names);
  g_assert_true (hn_shown_lists_latest (fixture->settings) == hn_kind_lookup ("event"));
  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("campaign"));
  assert_remembered (fixture, "campaign event");
}

/* --- registers ----------------------------------------------------------- */

static void
test_recent (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "a.huunghi", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "b.huunghi", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "c.huunghi", NULL);
  g_auto (GStrv) all = NULL, kept = NULL;
  g_autofree char *last = NULL;

  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  g_assert_true (g_file_set_contents (second, "", 0, NULL));
  hn_register_place_remember (fixture->settings, gone);
  hn_register_place_remember (fixture->settings, first);
  hn_register_place_remember (fixture->settings, second);
  hn_register_place_remember (fixture->settings, first);
  all = hn_register_place_list (fixture->settings);
  last = hn_register_place_last (fixture->settings);
  g_assert_cmpuint (g_strv_length (all), ==, 2);
  g_assert_cmpstr (all[0], ==, first);
  g_assert_cmpstr (all[1], ==, second);
  g_assert_cmpstr (last, ==, first);

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("/nowhere/%d.huunghi", i);

      hn_register_place_remember (fixture->settings, path);
    }
  kept = g_settings_get_strv (fixture->settings, "recent-registers");
  g_assert_cmpuint (g_strv_length (kept), ==, 8);
  g_unlink (first);
  g_unlink (second);
}

static void
test_name (void)
{
  g_autofree char *plain = hn_register_place_name ("/a/b/Bắc Giang.huunghi");
  g_autofree char *other = hn_register_place_name ("x.db");

  g_assert_cmpstr (plain, ==, "Bắc Giang");
  g_assert_cmpstr (other, ==, "x.db");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/name", test_name);
#define ADD(path, test) g_test_add ("/settings/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("lists", test_lists);
  ADD ("unknown-lists", test_unknown_lists);
  ADD ("recent", test_recent);
#undef ADD

  return g_test_run ();
}
