/* Registers as files: where they are, how they are made, copied and restored, and that nothing is lost on the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "hn-copy-out.h"
#include "hn-copy.h"
#include "hn-letterhead.h"
#include "hn-province.h"
#include "hn-register-make.h"
#include "hn-register-place.h"
#include "hn-restore.h"
#include "hn-sample.h"

/* So often a process that restores is killed, each time a little later. */
#define N_KILLS 8

typedef struct
{
  char *folder; /* of the person's own files */
  char *own;    /* of the registers */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("hn-registers-XXXXXX", NULL);
  fixture->own = hn_register_place_folder ();
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_chmod (folder, 0700);
  g_rmdir (folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_all (fixture->folder);
  remove_all (fixture->own);
  g_free (fixture->folder);
  g_free (fixture->own);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* --- waiting ------------------------------------------------------------- */

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static char *
make_office (const char *name,
             const char *office,
             GError    **error)
{
  g_autoptr (HnRecord) profile = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (office != NULL)
    {
      profile = hn_record_new (hn_kind_lookup ("office_profile"));
      hn_record_set_text (profile, "name", office);
      hn_record_set_text (profile, "place", "Lào Cai");
    }
  hn_register_make_office_async (name, profile, NULL, done_cb, &result);

  return hn_register_make_finish (wait_for (&result), error);
}

static HnFoundCopy *
look (const char *path,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;

  hn_restore_look_async (file, gauge, NULL, done_cb, &result);

  return hn_restore_look_finish (wait_for (&result), error);
}

static gboolean
save_copy (const char *register_path,
           const char *path,
           GError    **error)
{
  g_autoptr (HnStore) store = hn_store_new (register_path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;
  gboolean good;

  g_assert_nonnull (store);
  hn_copy_out_async (store, file, gauge, NULL, done_cb, &result);
  good = hn_copy_out_finish (store, wait_for (&result), error);

  return good;
}

static char *
write_sample (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "mau.huunghi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_sample_write (path, &error);

  g_assert_no_error (error);

  return path;
}

static gint64
count (const char *path,
       const char *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, &error);
  HnListing listing = { .kind = hn_kind_lookup (kind) };

  g_assert_no_error (error);

  return hn_register_count (reg, &listing, NULL);
}

static char *
get_office (const char *path)
{
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, NULL);
  g_autoptr (HnRecord) profile = NULL;

  g_assert_true (hn_letterhead_find_profile (reg, hn_date_today (), &profile, NULL));

  return profile != NULL ? g_strdup (hn_record_get_text (profile, "name")) : NULL;
}

/* --- names and places ---------------------------------------------------- */

static void
test_names (Fixture      *fixture,
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
test_last (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.huunghi.HuuNghi");
  g_autofree char *none = NULL, *any = NULL, *latest = NULL, *after = NULL, *first = NULL, *second = NULL;

  g_settings_reset (settings, "recent-registers");
  none = hn_register_place_last (settings);
  g_assert_null (none);

  first = make_office ("An Giang", NULL, NULL);
  second = make_office ("Lào Cai", NULL, NULL);
  any = hn_register_place_last (settings);
  g_assert_cmpstr (any, ==, first);
  hn_register_place_remember (settings, second);
  latest = hn_register_place_last (settings);
  g_assert_cmpstr (latest, ==, second);
  g_unlink (second);
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

/* What a program that was killed has left is removed by a later one, but not what another may be writing. */
static void
test_left_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *old = g_build_filename (fixture->own, ".An Giang.huunghi.1234abcd.part", NULL);
  g_autofree char *journal = g_strconcat (old, "-journal", NULL);
  g_autofree char *fresh = g_build_filename (fixture->own, ".An Giang.huunghi.abcd1234.part", NULL);
  g_autofree char *made = NULL;
  struct utimbuf long_ago = { 1000000000, 1000000000 };

  g_assert_true (hn_register_place_make_folder (NULL));
  g_assert_true (g_file_set_contents (old, "x", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "x", -1, NULL));
  g_assert_true (g_file_set_contents (fresh, "x", -1, NULL));
  g_assert_cmpint (g_utime (old, &long_ago), ==, 0);
  g_assert_cmpint (g_utime (journal, &long_ago), ==, 0);
  made = make_office ("An Giang", NULL, NULL);
  g_assert_nonnull (made);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* --- making -------------------------------------------------------------- */

static void
test_make (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = make_office ("Lào Cai", "Liên hiệp tỉnh Lào Cai", &error);
  g_autofree char *second = make_office ("Lào Cai", NULL, &error);
  g_autofree char *name = NULL, *office = NULL, *none = NULL;

  g_assert_no_error (error);
  name = hn_register_place_name (second);
  g_assert_cmpstr (name, ==, "Lào Cai 2");
  office = get_office (first);
  g_assert_cmpstr (office, ==, "Liên hiệp tỉnh Lào Cai");
  none = get_office (second);
  g_assert_null (none);
  g_assert_cmpuint (count_files (fixture->own), ==, 2);
}

static void
test_make_in_vain (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL, invalid = NULL;

  /* Without a name the office breaks a rule: what was begun is not there. */
  g_assert_null (make_office ("Lào Cai", "", &invalid));
  g_assert_error (invalid, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpuint (count_files (fixture->own), ==, 0);

  g_chmod (fixture->own, 0500);
  g_assert_null (make_office ("Lào Cai", NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_null (strstr (error->message, ".part"));
  g_chmod (fixture->own, 0700);
  g_assert_cmpuint (count_files (fixture->own), ==, 0);
}

/* In a process of its own: what may be written there is limited for good. */
static void
test_make_full (Fixture      *fixture,
                gconstpointer data)
{
  if (g_test_subprocess ())
    {
      struct rlimit limit = { 200000, 200000 };
      g_autoptr (GError) error = NULL;
      g_autofree char *own = hn_register_place_folder ();

      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_null (make_office ("Lào Cai", NULL, &error));
      g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FULL);
      g_assert_null (strstr (error->message, ".part"));
      g_assert_cmpuint (count_files (own), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* --- saving a copy ------------------------------------------------------- */

static void
test_save_copy (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.huunghi", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "huu-nghi", NULL);
  g_autofree char *name = hn_copy_out_name (path), *day = hn_date_to_iso (hn_date_today ());
  g_autofree char *expected = g_strdup_printf ("mau %s.huunghi", day);
  g_autoptr (GError) error = NULL, itself = NULL;

  g_assert_cmpstr (name, ==, expected);
  g_assert_true (g_file_set_contents (copy, "something else", -1, NULL));
  g_assert_true (save_copy (path, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (copy, "person"), ==, count (path, "person"));
  g_assert_cmpuint (count_files (cache), ==, 0);

  g_assert_false (save_copy (path, path, &itself));
  g_assert_error (itself, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpint (count (path, "person"), >, 100);
}

static void
test_save_copy_refused (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = make_office ("Lào Cai", NULL, NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
  g_autoptr (GError) error = NULL;

  g_chmod (fixture->folder, 0500);
  g_assert_false (save_copy (path, copy, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_nonnull (strstr (error->message, "sao.huunghi"));
  g_chmod (fixture->folder, 0700);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* What was there stays where the disk is full. */
static void
test_save_copy_full (Fixture      *fixture,
                     gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autofree char *path = make_office ("Lào Cai", NULL, NULL);
      g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
      g_autofree char *content = NULL;
      struct rlimit limit = { 100000, 100000 };
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (copy, "before", -1, NULL));
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (save_copy (path, copy, &error));
      g_assert_nonnull (error);
      g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, "before");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_save_copy_cancelled (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "sao.huunghi", NULL);
  g_autoptr (HnStore) store = hn_store_new (path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hn_copy_out_async (store, file, gauge, cancellable, done_cb, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      if (hn_gauge_get_progress (gauge) > 0)
        g_cancellable_cancel (cancellable);
    }
  g_assert_false (hn_copy_out_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* --- what is in a copy --------------------------------------------------- */

static void
test_look (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autoptr (GError) error = NULL;
  HnFoundCopy *copy = look (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (copy->name, ==, "mau");
  g_assert_nonnull (strstr (copy->office, "LIÊN HIỆP"));
  g_assert_cmpint (copy->n_organizations, ==, count (path, "organization"));
  g_assert_cmpint (copy->n_people, ==, count (path, "person"));
  g_assert_cmpint (copy->n_events, ==, count (path, "event"));
  g_assert_false (hn_date_is_set (copy->changed));

  /* It goes without a trace. */
  hn_found_copy_unref (copy);
  g_assert_cmpuint (count_files (fixture->own), ==, 0);
}

static void
test_look_changed (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_WRITE, NULL);
  g_autoptr (HnRecord) person = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (HnFoundCopy) copy = NULL;

  hn_record_set_text (person, "name", "Nguyễn Văn An");
  g_assert_true (hn_register_save (reg, person, NULL));
  g_clear_object (&reg);
  copy = look (path, NULL);
  g_assert_nonnull (copy);
  g_assert_true (hn_date_is_full (copy->changed));
}

static void
assert_refused (Fixture       *fixture,
                const char    *path,
                HnRestoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnFoundCopy) copy = look (path, &error);
  g_autofree char *base = g_path_get_basename (path);

  g_assert_null (copy);
  g_assert_error (error, HN_RESTORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, base));
  g_assert_null (strstr (error->message, ".part"));
  g_assert_cmpuint (count_files (fixture->own), ==, 0);
}

static void
write_at (const char *path,
          goffset     offset,
          const char *bytes,
          gsize       size)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, NULL);

  g_assert_true (g_seekable_seek (G_SEEKABLE (stream), offset, G_SEEK_SET, NULL, NULL));
  g_assert_true (
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)), bytes, size, NULL, NULL, NULL));
}

static void
test_look_refused (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autofree char *other = g_build_filename (fixture->folder, "khác.huunghi", NULL);
  g_autofree char *noise = g_strnfill (20000, 'z');
  g_autoptr (GError) missing = NULL, folder = NULL;
  const char newer[] = { 0, 0, 0x10, 0 };

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  assert_refused (fixture, other, HN_RESTORE_ERROR_EMPTY);
  g_assert_true (g_file_set_contents (other, noise, -1, NULL));
  assert_refused (fixture, other, HN_RESTORE_ERROR_FOREIGN);

  write_at (path, 200000, noise, 20000);
  assert_refused (fixture, path, HN_RESTORE_ERROR_DAMAGED);
  g_assert_cmpint (truncate (path, 100000), ==, 0);
  assert_refused (fixture, path, HN_RESTORE_ERROR_CUT_OFF);
  write_at (path, 60, newer, sizeof newer);
  assert_refused (fixture, path, HN_RESTORE_ERROR_NEWER);

  g_unlink (other);
  g_assert_null (look (other, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* In the program's words, not the system's. */
  g_assert_null (look (fixture->folder, &folder));
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (folder->message, "is a folder. Choose"));
}

/* --- restoring ----------------------------------------------------------- */

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *path = write_sample (fixture);
  g_autoptr (HnFoundCopy) copy = look (path, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *added = NULL, *name = NULL;

      hn_restore_add_async (copy, "Bắc Ninh", NULL, done_cb, &result);
      added = hn_restore_finish (wait_for (&result), &error);
      g_assert_no_error (error);
      name = hn_register_place_name (added);
      g_assert_cmpstr (name, ==, i == 0 ? "Bắc Ninh" : "Bắc Ninh 2");
      g_assert_cmpint (count (added, "person"), ==, copy->n_people);
    }
}

static char *
replace (HnFoundCopy *copy,
         const char  *path,
         GError     **error)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;

  hn_restore_replace_async (copy, path, gauge, NULL, done_cb, &result);

  return hn_restore_finish (wait_for (&result), error);
}

static void
changed_cb (HnStore   *store,
            GPtrArray *changes,
            gboolean  *changed)
{
  *changed = TRUE;
}

/* Whoever has the register open sees what was restored; what was there is kept. */
static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = make_office ("Lào Cai", "Liên hiệp tỉnh Lào Cai", NULL);
  g_autofree char *sample = write_sample (fixture);
  g_autoptr (HnStore) store = hn_store_new (path, NULL);
  g_autoptr (HnFoundCopy) copy = look (sample, NULL);
  HnListing people = { .kind = hn_kind_lookup ("person") };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL, *office = NULL;
  gboolean changed = FALSE;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &changed);
  g_assert_cmpint (hn_register_count (hn_store_get_reader (store), &people, NULL), ==, 0);
  kept = replace (copy, path, &error);
  g_assert_no_error (error);
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (hn_register_count (hn_store_get_reader (store), &people, NULL), ==, copy->n_people);
  office = get_office (kept);
  g_assert_cmpstr (office, ==, "Liên hiệp tỉnh Lào Cai");
  g_assert_cmpint (count (kept, "person"), ==, 0);
}

static void
test_replace_read_only (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = make_office ("Lào Cai", NULL, NULL);
  g_autofree char *sample = write_sample (fixture);
  g_autoptr (HnFoundCopy) copy = look (sample, NULL);
  g_autoptr (GError) error = NULL;

  g_chmod (path, 0400);
  g_assert_null (replace (copy, path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_cmpint (count (path, "person"), ==, 0);
  g_clear_pointer (&copy, hn_found_copy_unref);
  /* The thread that tried may be the last that lets go of what was set aside. */
  while (count_files (fixture->own) != 1)
    g_thread_yield ();
}

/* What somebody saves after the register was kept would be lost: it is not replaced then. */
static void
test_replace_overtaken (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *sample = write_sample (fixture), *path = g_build_filename (fixture->folder, "x.huunghi", NULL);
  g_autofree char *kept = g_build_filename (fixture->folder, "kept.huunghi", NULL);
  g_autoptr (HnRegister) other = hn_register_create (path, NULL);
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_WRITE, NULL);
  g_autoptr (HnRegister) copy = hn_register_open (sample, HN_REGISTER_READ_ONLY, NULL);
  g_autoptr (HnRecord) person = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;
  gboolean overtaken;
  guint version;

  g_assert_true (hn_copy_keep (reg, kept, &version, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  hn_record_set_text (person, "name", "Lê Bình Yên");
  g_assert_true (hn_register_save (other, person, &error));
  g_assert_no_error (error);

  g_assert_false (hn_copy_put_over (copy, reg, version, &overtaken, NULL, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_LOCKED);
  g_assert_true (overtaken);
  g_assert_cmpint (count (path, "person"), ==, 1);

  g_clear_error (&error);
  g_assert_true (hn_copy_keep (reg, kept, &version, NULL, NULL, NULL, &error));
  g_assert_true (hn_copy_put_over (copy, reg, version, &overtaken, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (overtaken);
  g_assert_cmpint (count (kept, "person"), ==, 1);
  g_assert_cmpint (count (path, "person"), ==, count (sample, "person"));
}

typedef struct
{
  guint step;
  guint last;
} Death;

static void
die_cb (double   done,
        gpointer data)
{
  Death *death = data;

  if (++death->step == death->last)
    kill (getpid (), SIGKILL);
}

/* Killed at any step: the register is as it was, or as the copy is. */
static void
test_replace_killed (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *sample = write_sample (fixture), *path = g_build_filename (fixture->folder, "x.huunghi", NULL);
  g_autoptr (HnRegister) made = hn_register_create (path, NULL);
  guint n_untouched = 0;

  g_clear_object (&made);
  for (guint last = 1; last <= N_KILLS; last++)
    {
      pid_t child = fork ();
      int status;
      gint64 people;

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          HnRegister *copy = hn_register_open (sample, HN_REGISTER_READ_ONLY, NULL);
          Death death = { 0, last };

          _exit (hn_copy_put_back (copy, path, die_cb, &death, NULL, NULL) ? 0 : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      people = count (path, "person");
      g_assert_true (people == 0 || people == count (sample, "person"));
      if (people > 0)
        break;
      g_assert_true (WIFSIGNALED (status));
      n_untouched++;
    }
  g_assert_cmpuint (n_untouched, >=, 3);
  g_assert_cmpint (count (path, "person"), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/registers/lent", test_lent);
  g_test_add_func ("/registers/provinces", test_provinces);
#define ADD(path, test) g_test_add ("/registers/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("names", test_names);
  ADD ("last", test_last);
  ADD ("left-over", test_left_over);
  ADD ("make", test_make);
  ADD ("make-in-vain", test_make_in_vain);
  ADD ("make-full", test_make_full);
  ADD ("save-copy", test_save_copy);
  ADD ("save-copy-refused", test_save_copy_refused);
  ADD ("save-copy-full", test_save_copy_full);
  ADD ("save-copy-cancelled", test_save_copy_cancelled);
  ADD ("look", test_look);
  ADD ("look-changed", test_look_changed);
  ADD ("look-refused", test_look_refused);
  ADD ("add", test_add);
  ADD ("replace", test_replace);
  ADD ("replace-read-only", test_replace_read_only);
  ADD ("replace-overtaken", test_replace_overtaken);
  ADD ("replace-killed", test_replace_killed);
#undef ADD

  return g_test_run ();
}
