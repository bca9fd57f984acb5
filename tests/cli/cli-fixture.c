/* The fixture of the command line's tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

void
cli_set_up (Cli          *cli,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cli->folder = g_dir_make_tmp ("hn-cli-XXXXXX", &error);
  g_assert_no_error (error);
  cli->reg = g_build_filename (cli->folder, "thử nghiệm.huunghi", NULL);
}

void
cli_tear_down (Cli          *cli,
               gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (cli->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (cli->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (cli->folder);

  g_clear_pointer (&cli->folder, g_free);
  g_clear_pointer (&cli->reg, g_free);
  g_clear_pointer (&cli->out, g_free);
  g_clear_pointer (&cli->err, g_free);
}

char *
cli_path (Cli        *cli,
          const char *name)
{
  return g_build_filename (cli->folder, name, NULL);
}

/* Nothing printed is the empty text, not NULL. */
static char *
take_text (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text != NULL ? text : "", size);
}

/* Runs in the fixture's folder. Returns the exit status; a signal is the end of the test. */
int
cli_run_argv (Cli               *cli,
              const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (gpointer) g_getenv ("HN_CLI"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_cwd (launcher, cli->folder);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  if (cli->locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", cli->locale, TRUE);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  g_free (cli->out);
  g_free (cli->err);
  cli->out = take_text (out);
  cli->err = take_text (err);
  cli->status = g_subprocess_get_exit_status (process);

  return cli->status;
}

int
cli_run (Cli        *cli,
         const char *first,
         ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list more;

  va_start (more, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (more);
  g_ptr_array_add (arguments, NULL);

  return cli_run_argv (cli, (const char *const *) arguments->pdata);
}

void
cli_expect (Cli *cli,
            int  status)
{
  if (cli->status != status)
    g_test_message ("out: %s\nerr: %s", cli->out, cli->err);
  g_assert_cmpint (cli->status, ==, status);
}

/* "huu-nghi: …", and behind it the usage where the call was wrong. */
void
cli_assert_one_line (Cli *cli)
{
  g_auto (GStrv) lines = g_strsplit (cli->err, "\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], "huu-nghi: "));
  g_assert_cmpuint (g_strv_length (lines), ==, cli->status == 2 ? 3 : 2);
  g_assert_true (g_utf8_validate (cli->err, -1, NULL));
}

/* What was printed, which must be JSON and nothing else. */
JsonNode *
cli_json (Cli *cli)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  cli_expect (cli, 0);
  g_assert_cmpstr (cli->err, ==, "");
  node = json_from_string (cli->out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

/* A register as a verb writes it, which is done once for all tests of a program. */
static void
set_up_register (Cli          *cli,
                 gconstpointer data,
                 const char   *verb,
                 GBytes      **written)
{
  g_autoptr (GError) error = NULL;

  cli_set_up (cli, data);
  if (*written == NULL)
    {
      char *content;
      gsize size;

      cli_run (cli, verb, cli->reg, NULL);
      cli_expect (cli, 0);
      g_assert_cmpstr (cli->out, ==, "");
      g_assert_cmpstr (cli->err, ==, "");
      g_assert_true (g_file_get_contents (cli->reg, &content, &size, NULL));
      *written = g_bytes_new_take (content, size);
      return;
    }

  g_file_set_contents (cli->reg, g_bytes_get_data (*written, NULL), (gssize) g_bytes_get_size (*written), &error);
  g_assert_no_error (error);
}

/* With an empty register. */
void
cli_set_up_new (Cli          *cli,
                gconstpointer data)
{
  static GBytes *written = NULL;

  set_up_register (cli, data, "new", &written);
}

/* With the sample register. */
void
cli_set_up_sample (Cli          *cli,
                   gconstpointer data)
{
  static GBytes *written = NULL;

  set_up_register (cli, data, "sample", &written);
}

/* What was printed, which is a list. */
JsonArray *
cli_json_list (Cli *cli)
{
  g_autoptr (JsonNode) node = cli_json (cli);

  return json_array_ref (json_node_get_array (node));
}

/* The id of the only record that meets a condition. */
char *
cli_single_id (Cli        *cli,
               const char *kind,
               const char *condition)
{
  g_autoptr (JsonArray) list = NULL;

  cli_run (cli, "list", cli->reg, kind, "--where", condition, "--format", "json", NULL);
  list = cli_json_list (cli);
  g_assert_cmpuint (json_array_get_length (list), ==, 1);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          json_object_get_int_member (json_array_get_object_element (list, 0), "id"));
}

guint
cli_count_records (Cli        *cli,
                   const char *kind,
                   const char *condition)
{
  g_autoptr (JsonArray) list = NULL;

  cli_run (cli, "list", cli->reg, kind, "--where", condition, "--format", "json", NULL);
  list = cli_json_list (cli);

  return json_array_get_length (list);
}
