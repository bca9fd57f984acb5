/* Copies of registers: looked at, made a register again or put in the place of one, and nothing is lost on the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "hn-copy.h"
#include "hn-register-place.h"
#include "hn-store.h"

/* So often a process that restores is killed, each time a little later. */
#define N_KILLS 8

/* --- what is in a copy --------------------------------------------------- */

static void
test_look (FilesFixture *fixture,
           gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
  g_autoptr (GError) error = NULL;
  HnFoundCopy *copy = files_look (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (copy->name, ==, "mau");
  g_assert_nonnull (strstr (copy->office, "LIÊN HIỆP"));
  g_assert_cmpint (copy->n_organizations, ==, files_count (path, "organization"));
  g_assert_cmpint (copy->n_people, ==, files_count (path, "person"));
  g_assert_cmpint (copy->n_events, ==, files_count (path, "event"));
  g_assert_false (hn_date_is_set (copy->changed));

  /* It goes without a trace. */
  hn_found_copy_unref (copy);
  g_assert_cmpuint (files_n_in (fixture->own), ==, 0);
}

static void
test_look_changed (FilesFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_WRITE, NULL);
  g_autoptr (HnRecord) person = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (HnFoundCopy) copy = NULL;

  hn_record_set_text (person, "name", "Nguyễn Văn An");
  g_assert_true (hn_register_save (reg, person, NULL));
  g_clear_object (&reg);
  copy = files_look (path, NULL);
  g_assert_nonnull (copy);
  g_assert_true (hn_date_is_full (copy->changed));
}

static void
assert_refused (FilesFixture  *fixture,
                const char    *path,
                HnRestoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnFoundCopy) copy = files_look (path, &error);
  g_autofree char *base = g_path_get_basename (path);

  g_assert_null (copy);
  g_assert_error (error, HN_RESTORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, base));
  g_assert_null (strstr (error->message, ".part"));
  g_assert_cmpuint (files_n_in (fixture->own), ==, 0);
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
test_look_refused (FilesFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
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
  g_assert_null (files_look (other, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* In the program's words, not the system's. */
  g_assert_null (files_look (fixture->folder, &folder));
  g_assert_error (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (folder->message, "is a folder. Choose"));
}

/* --- restoring ----------------------------------------------------------- */

static void
test_add (FilesFixture *fixture,
          gconstpointer data)
{
  g_autofree char *path = files_write_sample (fixture);
  g_autoptr (HnFoundCopy) copy = files_look (path, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *added = NULL, *name = NULL;

      hn_restore_add_async (copy, "Bắc Ninh", NULL, files_done_cb, &result);
      added = hn_restore_finish (files_wait_for (&result), &error);
      g_assert_no_error (error);
      name = hn_register_place_name (added);
      g_assert_cmpstr (name, ==, i == 0 ? "Bắc Ninh" : "Bắc Ninh 2");
      g_assert_cmpint (files_count (added, "person"), ==, copy->n_people);
    }
}

static char *
replace (HnFoundCopy *copy,
         const char  *path,
         GError     **error)
{
  g_autoptr (HnGauge) gauge = hn_gauge_new ();
  g_autoptr (GAsyncResult) result = NULL;

  hn_restore_replace_async (copy, path, gauge, NULL, files_done_cb, &result);

  return hn_restore_finish (files_wait_for (&result), error);
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
test_replace (FilesFixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = files_make_office ("Lào Cai", "Liên hiệp tỉnh Lào Cai", NULL);
  g_autofree char *sample = files_write_sample (fixture);
  g_autoptr (HnStore) store = hn_store_new (path, NULL);
  g_autoptr (HnFoundCopy) copy = files_look (sample, NULL);
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
  office = files_get_office (kept);
  g_assert_cmpstr (office, ==, "Liên hiệp tỉnh Lào Cai");
  g_assert_cmpint (files_count (kept, "person"), ==, 0);
}

static void
test_replace_read_only (FilesFixture *fixture,
                        gconstpointer data)
{
  g_autofree char *path = files_make_office ("Lào Cai", NULL, NULL);
  g_autofree char *sample = files_write_sample (fixture);
  g_autoptr (HnFoundCopy) copy = files_look (sample, NULL);
  g_autoptr (GError) error = NULL;

  g_chmod (path, 0400);
  g_assert_null (replace (copy, path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
  g_assert_cmpint (files_count (path, "person"), ==, 0);
  g_clear_pointer (&copy, hn_found_copy_unref);
  /* The thread that tried may be the last that lets go of what was set aside. */
  while (files_n_in (fixture->own) != 1)
    g_thread_yield ();
}

/* What somebody saves after the register was kept would be lost: it is not replaced then. */
static void
test_replace_overtaken (FilesFixture *fixture,
                        gconstpointer data)
{
  g_autofree char *sample = files_write_sample (fixture), *path = g_build_filename (fixture->folder, "x.huunghi", NULL);
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
  g_assert_cmpint (files_count (path, "person"), ==, 1);

  /* What is kept takes no name that somebody has. */
  g_clear_error (&error);
  g_assert_false (hn_copy_keep (reg, kept, &version, NULL, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS);
  g_assert_cmpint (files_count (kept, "person"), ==, 0);
  g_clear_error (&error);
  g_unlink (kept);
  g_assert_true (hn_copy_keep (reg, kept, &version, NULL, NULL, NULL, &error));
  g_assert_true (hn_copy_put_over (copy, reg, version, &overtaken, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (overtaken);
  g_assert_cmpint (files_count (kept, "person"), ==, 1);
  g_assert_cmpint (files_count (path, "person"), ==, files_count (sample, "person"));
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

/* In a process of its own. */
static gboolean
put_over (FilesFixture *fixture,
          const char   *sample,
          const char   *path,
          guint         last)
{
  g_autofree char *name = g_strdup_printf ("kept %u.huunghi", last);
  g_autofree char *kept = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (HnRegister) copy = hn_register_open (sample, HN_REGISTER_READ_ONLY, NULL);
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_WRITE, NULL);
  Death death = { 0, last };
  gboolean overtaken;
  guint version;

  return hn_copy_keep (reg, kept, &version, NULL, NULL, NULL, NULL)
         && hn_copy_put_over (copy, reg, version, &overtaken, die_cb, &death, NULL, NULL);
}

/* Killed at any step: the register is as it was, or as the copy is. */
static void
test_replace_killed (FilesFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *sample = files_write_sample (fixture), *path = g_build_filename (fixture->folder, "x.huunghi", NULL);
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
        _exit (put_over (fixture, sample, path, last) ? 0 : 1);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      people = files_count (path, "person");
      g_assert_true (people == 0 || people == files_count (sample, "person"));
      if (people > 0)
        break;
      g_assert_true (WIFSIGNALED (status));
      n_untouched++;
    }
  g_assert_cmpuint (n_untouched, >=, 3);
  g_assert_cmpint (files_count (path, "person"), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/restore/" path, FilesFixture, NULL, files_set_up, test, files_tear_down)
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
