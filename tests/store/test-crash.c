/* What was saved stays, and what was not is not half there: killed, and with a full disk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hn-test-register.h"

/* How many times a saving process is killed. */
#define N_KILLS 12

static void
write_id (int    handle,
          gint64 id)
{
  g_assert_cmpint (write (handle, &id, sizeof id), ==, sizeof id);
}

/* Saves people for ever, and tells each id once it is on the disk. */
static void
save_for_ever (const char *path,
               int         told)
{
  HnRegister *reg = hn_test_open (path);

  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn An %u", i);

      write_id (told, hn_test_add (reg, "person", "name", name, "country", "JP", NULL));
    }
}

/* Reads what the child has saved, kills it while it goes on, and reads what it managed to tell. */
static GArray *
kill_in_the_middle (const char *path,
                    guint       n_heard)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int pipes[2];
  gint64 id;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_close (pipes[0], NULL);
      save_for_ever (path, pipes[1]);
      _exit (1);
    }

  g_close (pipes[1], NULL);
  while (read (pipes[0], &id, sizeof id) == sizeof id)
    {
      g_array_append_val (ids, id);
      if (ids->len == n_heard)
        g_assert_cmpint (kill (child, SIGKILL), ==, 0);
    }
  g_close (pipes[0], NULL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  return ids;
}

static void
test_killed (void)
{
  g_autofree char *path = hn_test_path ("register.hng");
  guint saved = 0;

  g_object_unref (hn_test_create (path));
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GArray) ids = kill_in_the_middle (path, 1 + i % 5);
      g_autoptr (HnRegister) reg = hn_test_open (path);
      HnListing listing = { .kind = hn_kind_lookup ("person") };
      g_autoptr (GArray) all = hn_register_list (reg, &listing, NULL, NULL);

      for (guint j = 0; j < ids->len; j++)
        {
          g_autofree char *country = hn_test_get (reg, "person", g_array_index (ids, gint64, j), "country");

          g_assert_cmpstr (country, ==, hn_label_get ((HnLabel) { "Japan", "Nhật Bản" }));
        }
      saved += ids->len;
      g_assert_cmpuint (all->len, >=, saved);
      hn_test_assert_fine (reg);
      saved = all->len;
    }
}

/* --- a full disk ----------------------------------------------------- */

static void
limit_pages (HnRegister *reg,
             gint64      more)
{
  g_autofree char *sql = NULL;
  g_autoptr (HnRows) count = hn_register_query (reg, "PRAGMA page_count", NULL, NULL);
  g_autoptr (HnRows) limit = NULL;

  g_assert_true (hn_rows_next (count, NULL));
  sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, hn_rows_integer (count, 0) + more);
  limit = hn_register_query (reg, sql, NULL, NULL);
  g_assert_true (hn_rows_next (limit, NULL));
}

static gboolean
add_long (HnRegister  *reg,
          GError     **error)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autofree char *note = g_strnfill (30000, 'x');

  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_record_set_text (record, "note", note);

  return hn_register_save (reg, record, error);
}

static void
test_full_file (void)
{
  g_autofree char *path = hn_test_path ("register.hng");
  g_autoptr (HnRegister) reg = hn_test_create (path);
  guint saved = 0;

  for (guint pages = 0; pages < 90; pages += 9)
    {
      g_autoptr (GError) error = NULL;
      HnListing listing = { .kind = hn_kind_lookup ("person") };

      limit_pages (reg, pages);
      if (add_long (reg, &error))
        saved++;
      else
        g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FULL);
      g_assert_cmpint (hn_register_count (reg, &listing, NULL), ==, saved);
      hn_test_assert_fine (reg);
    }
  g_assert_cmpuint (saved, >, 0);
  limit_pages (reg, 1000);
  g_assert_true (add_long (reg, NULL));
}

/* The system itself lets no file grow any further. */
static void
test_full_disk (void)
{
  g_autofree char *path = hn_test_path ("register.hng");
  g_autoptr (HnRegister) reg = hn_test_create (path);
  struct rlimit before;
  GStatBuf info;
  guint failed = 0;
  guint saved = 0;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_stat (path, &info);
  for (rlim_t more = 0; more < 120; more += 8)
    {
      struct rlimit limit = { (rlim_t) info.st_size + more * 4096, before.rlim_max };
      HnListing listing = { .kind = hn_kind_lookup ("person") };
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      if (add_long (reg, &error))
        saved++;
      else
        failed++;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      if (error != NULL)
        g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FULL);
      g_assert_cmpint (hn_register_count (reg, &listing, NULL), ==, saved);
      hn_test_assert_fine (reg);
    }
  signal (SIGXFSZ, SIG_DFL);
  g_assert_cmpuint (failed, >, 0);
  g_assert_cmpuint (saved, >, 0);
}

static void
test_full_disk_create (void)
{
  g_autofree char *path = hn_test_path ("register.hng");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit) { 100000, before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (hn_register_create (path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FULL);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_suffix (name, ".part"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/killed", test_killed);
  g_test_add_func ("/crash/full-file", test_full_file);
  g_test_add_func ("/crash/full-disk", test_full_disk);
  g_test_add_func ("/crash/full-disk-create", test_full_disk_create);

  return g_test_run ();
}
