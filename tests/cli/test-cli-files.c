/* Registers that cannot be opened, and output that cannot be written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

static void
set_up_person (Cli           *cli,
               gconstpointer  data)
{
  cli_set_up_new (cli, data);
  cli_run (cli, "add", cli->reg, "person", "name=Nguyễn Văn A", NULL);
  cli_expect (cli, 0);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static GBytes *
read_file (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

/* Every verb refuses it with one line, and it stays as it was. */
static void
check_refused (Cli        *cli,
               const char *path)
{
  const char *const calls[][5] = {
    { "list", "R", "person" }, { "show", "R", "person", "1" }, { "add", "R", "person", "name=X" },
    { "set", "R", "person", "1", "name=X" }, { "delete", "R", "person", "1" }, { "undo", "R" }, { "redo", "R" },
    { "history", "R" }, { "check", "R" }, { "report", "R", "--period", "2021" },
  };
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);
  g_autoptr (GBytes) before = is_file ? read_file (path) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *call[6] = { NULL };

      for (gsize j = 0; j < 5 && calls[i][j] != NULL; j++)
        call[j] = g_str_equal (calls[i][j], "R") ? path : calls[i][j];
      g_test_message ("%s %s", call[0], path);
      cli_run_argv (cli, call);
      cli_assert_failed (cli, 1);
    }

  if (is_file)
    {
      g_autoptr (GBytes) after = read_file (path);

      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
test_missing (Cli           *cli,
              gconstpointer  data)
{
  check_refused (cli, cli->reg);
  g_assert_false (g_file_test (cli->reg, G_FILE_TEST_EXISTS));
}

static void
test_folder_and_nothing (Cli           *cli,
                         gconstpointer  data)
{
  check_refused (cli, cli->folder);
  check_refused (cli, "");
}

static void
test_foreign (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *text = cli_path (cli, "text");
  g_autofree char *empty = cli_path (cli, "empty");
  g_autofree char *other = cli_path (cli, "other.db");

  g_assert_true (g_file_set_contents (text, "Danh sách hội viên\n", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  run_sql (other, "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)");
  check_refused (cli, text);
  check_refused (cli, empty);
  check_refused (cli, other);
}

static void
test_newer (Cli           *cli,
            gconstpointer  data)
{
  run_sql (cli->reg, "PRAGMA user_version = 9999");
  check_refused (cli, cli->reg);
}

static void
test_damaged (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (cli->reg, &content, &size, NULL));
  memset (content + 200, 0x5a, MIN (size, 40000) - 200);
  g_assert_true (g_file_set_contents (cli->reg, content, (gssize) size, NULL));
  check_refused (cli, cli->reg);
}

static void
test_locked (Cli           *cli,
             gconstpointer  data)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (cli->reg, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  cli_run (cli, "add", cli->reg, "person", "name=X", NULL);
  cli_assert_failed (cli, 1);

  cli_run (cli, "list", cli->reg, "person", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "Nguyễn Văn A"));

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  cli_run (cli, "add", cli->reg, "person", "name=X", NULL);
  cli_expect (cli, 0);
}

/* Write protection counts even for one whom it does not stop. */
static void
test_read_only (Cli           *cli,
                gconstpointer  data)
{
  g_chmod (cli->reg, 0444);
  cli_run (cli, "list", cli->reg, "person", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "Nguyễn Văn A"));
  cli_run (cli, "add", cli->reg, "person", "name=X", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "undo", cli->reg, NULL);
  cli_assert_failed (cli, 1);
}

static void
test_never_overwrites (Cli           *cli,
                       gconstpointer  data)
{
  const char *const verbs[] = { "new", "sample" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (GBytes) before = read_file (cli->reg);
      g_autoptr (GBytes) after = NULL;

      cli_run (cli, verbs[i], cli->reg, NULL);
      cli_assert_failed (cli, 1);
      after = read_file (cli->reg);
      g_assert_true (g_bytes_equal (before, after));
    }

  cli_run (cli, "sample", "/no/such/folder/register", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "sample", "", NULL);
  cli_assert_failed (cli, 1);
}

static void
test_copy (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "sao.huunghi");
  g_autofree char *people = NULL;

  cli_run (cli, "list", cli->reg, "person", NULL);
  people = g_strdup (cli->out);
  cli_run (cli, "copy", cli->reg, path, NULL);
  cli_expect (cli, 0);
  cli_run (cli, "list", path, "person", NULL);
  g_assert_cmpstr (cli->out, ==, people);

  /* What is there stays, and so does the register. */
  cli_run (cli, "copy", cli->reg, path, NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "copy", cli->reg, cli->reg, NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "copy", cli->reg, "/no/such/folder/register", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "check", cli->reg, NULL);
  cli_expect (cli, 0);
}

/* Broken rules that somebody wrote into the file with another program. */
static void
test_check_finds (Cli           *cli,
                  gconstpointer  data)
{
  cli_run (cli, "check", cli->reg, NULL);
  cli_expect (cli, 0);
  g_assert_true (strlen (cli->out) > 3);

  run_sql (cli->reg, "INSERT INTO membership (id, person, organization, status) VALUES (7, 8, 9, 'active')");
  cli_run (cli, "check", cli->reg, NULL);
  cli_expect (cli, 1);
  g_assert_cmpstr (cli->out, !=, "");
  cli_assert_one_line (cli);
}

/* --- output -------------------------------------------------------------- */

/* Runs the program with @fd as its standard output; returns its exit status, or minus the signal that ended it. */
static int
run_into (Cli        *cli,
          int         fd,
          const char *verb,
          const char *kind,
          const char *format)
{
  g_autoptr (GError) error = NULL;
  char *argv[] = { (char *) g_getenv ("HN_CLI"), (char *) verb,   cli->reg, (char *) kind,
                   (char *) "--format",          (char *) format, NULL };
  GPid pid;
  int status;

  g_assert_true (
    g_spawn_async_with_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, -1, fd, -1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

/* A reader that goes away has got what it wanted. */
static void
test_broken_pipe (Cli           *cli,
                  gconstpointer  data)
{
  const char *const formats[] = { "table", "csv", "json" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      int ends[2];

      g_assert_cmpint (pipe (ends), ==, 0);
      close (ends[0]);
      g_assert_cmpint (run_into (cli, ends[1], "list", "country", formats[i]), ==, 0);
      close (ends[1]);
    }
}

static void
test_full_disk (Cli           *cli,
                gconstpointer  data)
{
  int full = open ("/dev/full", O_WRONLY);

  if (full < 0)
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  g_assert_cmpint (run_into (cli, full, "list", "country", "json"), ==, 1);
  close (full);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/files/missing", Cli, NULL, cli_set_up, test_missing, cli_tear_down);
  g_test_add ("/cli/files/folder-and-nothing", Cli, NULL, cli_set_up, test_folder_and_nothing, cli_tear_down);
  g_test_add ("/cli/files/foreign", Cli, NULL, cli_set_up, test_foreign, cli_tear_down);
  g_test_add ("/cli/files/newer", Cli, NULL, set_up_person, test_newer, cli_tear_down);
  g_test_add ("/cli/files/damaged", Cli, NULL, set_up_person, test_damaged, cli_tear_down);
  g_test_add ("/cli/files/locked", Cli, NULL, set_up_person, test_locked, cli_tear_down);
  g_test_add ("/cli/files/read-only", Cli, NULL, set_up_person, test_read_only, cli_tear_down);
  g_test_add ("/cli/files/never-overwrites", Cli, NULL, set_up_person, test_never_overwrites, cli_tear_down);
  g_test_add ("/cli/files/copy", Cli, NULL, set_up_person, test_copy, cli_tear_down);
  g_test_add ("/cli/files/check-finds", Cli, NULL, set_up_person, test_check_finds, cli_tear_down);
  g_test_add ("/cli/files/broken-pipe", Cli, NULL, set_up_person, test_broken_pipe, cli_tear_down);
  g_test_add ("/cli/files/full-disk", Cli, NULL, set_up_person, test_full_disk, cli_tear_down);

  return g_test_run ();
}
