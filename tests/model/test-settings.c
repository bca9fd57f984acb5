/* What the program remembers between two starts: lists and registers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hn-register-place.h"
#include "hn-register.h"
#include "hn-shown-lists.h"

typedef struct
{
  GSettings *settings;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new ("vn.huunghi.HuuNghi");
  g_settings_reset (fixture->settings, "shown-lists");
  g_settings_reset (fixture->settings, "recent-registers");
  fixture->folder = g_dir_make_tmp ("hn-settings-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->settings);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* --- lists --------------------------------------------------------------- */

static void
assert_remembered (Fixture *fixture, const char *names)
{
  g_auto (GStrv) kept = g_settings_get_strv (fixture->settings, "shown-lists");
  g_autofree char *joined = g_strjoinv (" ", kept);

  g_assert_cmpstr (joined, ==, names);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
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
test_unknown_lists (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "of-a-newer-version", "country", "event", NULL };

  g_settings_set_strv (fixture->settings, "shown-lists", names);
  g_assert_true (hn_shown_lists_latest (fixture->settings) == hn_kind_lookup ("event"));
  hn_shown_lists_remember (fixture->settings, hn_kind_lookup ("campaign"));
  assert_remembered (fixture, "campaign event");
}

/* --- registers ----------------------------------------------------------- */

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "a.huunghi", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "b.huunghi", NULL);
  g_autofree char *gone = g_build_filename (fixture->folder, "c.huunghi", NULL);
  g_auto (GStrv) all = NULL, others = NULL, kept = NULL;

  g_assert_true (g_file_set_contents (first, "", 0, NULL));
  g_assert_true (g_file_set_contents (second, "", 0, NULL));
  hn_register_place_remember (fixture->settings, gone);
  hn_register_place_remember (fixture->settings, first);
  hn_register_place_remember (fixture->settings, second);
  hn_register_place_remember (fixture->settings, first);
  all = hn_register_place_list (fixture->settings, NULL);
  others = hn_register_place_list (fixture->settings, first);
  g_assert_cmpuint (g_strv_length (all), ==, 2);
  g_assert_cmpstr (all[0], ==, first);
  g_assert_cmpstr (all[1], ==, second);
  g_assert_cmpuint (g_strv_length (others), ==, 1);
  g_assert_cmpstr (others[0], ==, second);

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

typedef struct
{
  gboolean done;
  char *path;
  GError *error;
} Placed;

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Placed *placed = user_data;

  placed->path = hn_register_place_finish (result, &placed->error);
  placed->done = TRUE;
}

static void
wait_placed (Placed *placed)
{
  while (!placed->done)
    g_main_context_iteration (NULL, TRUE);
}

/* What the sandbox lends is copied into the program's own folder, each time under a name of its own. */
static void
test_lent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", NULL);
  g_autofree char *lent = g_build_filename (folder, "so.huunghi", NULL);
  g_autofree char *own = hn_register_place_own ();
  g_autofree char *own_folder = g_path_get_dirname (own);
  g_autoptr (GError) error = NULL;

  g_assert_false (hn_register_place_is_lent (own));
  g_assert_true (hn_register_place_is_lent (lent));
  g_assert_true (hn_register_place_make (lent, &error));
  for (int i = 0; i < 2; i++)
    {
      Placed placed = { FALSE, NULL, NULL };
      g_autofree char *expected = g_build_filename (own_folder, i == 0 ? "so.huunghi" : "so 2.huunghi", NULL);
      g_autoptr (HnRegister) copy = NULL;

      hn_register_place_take_async (lent, placed_cb, &placed);
      wait_placed (&placed);
      g_assert_no_error (placed.error);
      g_assert_cmpstr (placed.path, ==, expected);
      copy = hn_register_open (placed.path, HN_REGISTER_READ_WRITE, &error);
      g_assert_no_error (error);
      g_free (placed.path);
    }
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "moi.huunghi", NULL);
  Placed placed = { FALSE, NULL, NULL }, again = { FALSE, NULL, NULL };

  hn_register_place_new_async (path, placed_cb, &placed);
  wait_placed (&placed);
  g_assert_no_error (placed.error);
  g_assert_cmpstr (placed.path, ==, path);

  /* What is there stays as it is. */
  hn_register_place_new_async (path, placed_cb, &again);
  wait_placed (&again);
  g_assert_null (again.path);
  g_assert_error (again.error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  g_clear_error (&again.error);
  g_free (placed.path);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/name", test_name);
#define ADD(path, test) g_test_add ("/settings/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("lists", test_lists);
  ADD ("unknown-lists", test_unknown_lists);
  ADD ("recent", test_recent);
  ADD ("lent", test_lent);
  ADD ("new", test_new);
#undef ADD

  return g_test_run ();
}
