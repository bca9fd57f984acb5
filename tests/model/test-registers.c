/* Registers as files: what they are called, where they are, and how one is made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "hn-province.h"
#include "hn-register-make.h"
#include "hn-register-place.h"

/* --- names and places ---------------------------------------------------- */

static void
test_names (FilesFixture *fixture,
            gconstpointer data)
{
  static const char *const names[][2] = {
    { "Lào Cai", "Lào Cai.huunghi" },
    { "../../etc/passwd", "-..-etc-passwd.huunghi" },
    { "a/b", "a-b.huunghi" },
    { "  .an  ", "an.huunghi" },
  };
  g_autofree char *none = hn_register_place_path (" .. ");
  g_autofree char *long_name = g_strnfill (400, 'x');
  g_autofree char *long_path = hn_register_place_path (long_name);
  g_autofree char *long_base = g_path_get_basename (long_path);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = hn_register_place_path (names[i][0]);
      g_autofree char *expected = g_build_filename (fixture->own, names[i][1], NULL);

      g_assert_cmpstr (path, ==, expected);
      g_assert_true (hn_register_place_is_own (path));
    }
  g_assert_true (hn_register_place_is_own (none));
  g_assert_cmpuint (strlen (long_base), <, 200);
}

static void
test_lent (void)
{
  g_autofree char *lent = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", "so.huunghi", NULL);
  g_autofree char *own = hn_register_place_path ("so");

  g_assert_true (hn_register_place_is_lent (lent));
  g_assert_false (hn_register_place_is_own (lent));
  g_assert_false (hn_register_place_is_lent (own));
}

static void
test_last (FilesFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.huunghi.HuuNghi");
  g_autofree char *none = NULL, *any = NULL, *latest = NULL, *after = NULL, *first = NULL, *second = NULL;
  g_autofree char *missing = NULL;

  g_settings_reset (settings, "recent-registers");
  none = hn_register_place_last (settings);
  g_assert_null (none);

  first = files_make_office ("An Giang", NULL, NULL);
  second = files_make_office ("Lào Cai", NULL, NULL);
  any = hn_register_place_last (settings);
  g_assert_cmpstr (any, ==, first);
  hn_register_place_remember (settings, second);
  latest = hn_register_place_last (settings);
  g_assert_cmpstr (latest, ==, second);
  g_assert_null (hn_register_place_missing (settings));
  g_unlink (second);
  missing = hn_register_place_missing (settings);
  g_assert_cmpstr (missing, ==, second);
  after = hn_register_place_last (settings);
  g_assert_cmpstr (after, ==, first);
}

static void
test_provinces (void)
{
  g_autofree char *city = NULL, *office = NULL;
  guint n_cities = 0;

  g_assert_cmpuint (hn_n_provinces, ==, 34);
  for (guint i = 0; i < hn_n_provinces; i++)
    {
      n_cities += hn_provinces[i].is_city;
      if (!g_str_equal (hn_provinces[i].name, "Hồ Chí Minh"))
        continue;
      city = hn_province_place (&hn_provinces[i]);
      office = hn_province_office (&hn_provinces[i]);
    }
  g_assert_cmpuint (n_cities, ==, 9);
  g_assert_cmpstr (city, ==, "Thành phố Hồ Chí Minh");
  g_assert_cmpstr (office, ==, "Liên hiệp các tổ chức hữu nghị thành phố Hồ Chí Minh");
}

/* --- making -------------------------------------------------------------- */

static void
test_make (FilesFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = files_make_office ("Lào Cai", "Liên hiệp tỉnh Lào Cai", &error);
  g_autofree char *second = files_make_office ("Lào Cai", NULL, &error);
  g_autofree char *name = NULL, *office = NULL, *none = NULL;

  g_assert_no_error (error);
  name = hn_register_place_name (second);
  g_assert_cmpstr (name, ==, "Lào Cai 2");
  office = files_get_office (first);
  g_assert_cmpstr (office, ==, "Liên hiệp tỉnh Lào Cai");
  none = files_get_office (second);
  g_assert_null (none);
  g_assert_cmpuint (files_n_in (fixture->own), ==, 2);
}

static void
test_make_in_vain (FilesFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL, invalid = NULL;

  /* Without a name the office breaks a rule: what was begun is not there. */
  g_assert_null (files_make_office ("Lào Cai", "", &invalid));
  g_assert_error (invalid, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpuint (files_n_in (fixture->own), ==, 0);

  g_chmod (fixture->own, 0500);
  g_assert_null (files_make_office ("Lào Cai", NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_null (strstr (error->message, ".part"));
  g_chmod (fixture->own, 0700);
  g_assert_cmpuint (files_n_in (fixture->own), ==, 0);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Who cancels when the register is there already hears that it is. */
static void
test_make_cancelled_late (FilesFixture *fixture,
                          gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = hn_register_place_path ("Lào Cai");
  g_autofree char *path = NULL;

  hn_register_make_office_async ("Lào Cai", NULL, cancellable, made_cb, &result);
  while (!g_file_test (expected, G_FILE_TEST_EXISTS))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = hn_register_make_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
}

static void
test_make_cancelled (FilesFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hn_register_make_office_async ("Lào Cai", NULL, cancellable, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (hn_register_make_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (files_n_in (fixture->own), ==, 0);
}

/* In a process of its own: what may be written there is limited for good. */
static void
test_make_full (FilesFixture *fixture,
                gconstpointer data)
{
  if (g_test_subprocess ())
    {
      struct rlimit limit = { 200000, 200000 };
      g_autoptr (GError) error = NULL;
      g_autofree char *own = hn_register_place_folder ();

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_null (files_make_office ("Lào Cai", NULL, &error));
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FULL);
      g_assert_null (strstr (error->message, ".part"));
      g_assert_cmpuint (files_n_in (own), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/registers/lent", test_lent);
  g_test_add_func ("/registers/provinces", test_provinces);
#define ADD(path, test) g_test_add ("/registers/" path, FilesFixture, NULL, files_set_up, test, files_tear_down)
  ADD ("names", test_names);
  ADD ("last", test_last);
  ADD ("make", test_make);
  ADD ("make-in-vain", test_make_in_vain);
  ADD ("make-full", test_make_full);
  ADD ("make-cancelled-late", test_make_cancelled_late);
  ADD ("make-cancelled", test_make_cancelled);
#undef ADD

  return g_test_run ();
}
