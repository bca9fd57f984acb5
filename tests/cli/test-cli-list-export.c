/* A list as a file for a spreadsheet, from the command line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return content;
}

/* The columns of the list under their names, and the records that were asked for in the order asked for. */
static void
test_csv (Cli           *cli,
          gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "events.csv");
  g_autofree char *content = NULL;
  g_autofree char *said = g_strconcat (path, "\n", NULL);
  g_auto (GStrv) lines = NULL;

  /* What is handed on is Vietnamese, in whatever language it is asked for. */
  cli->locale = (char *) "C.UTF-8";
  cli_run (cli, "list", cli->reg, "donation", "--where", "form=goods", "--output", path, NULL);
  cli_expect (cli, 0);
  g_assert_cmpstr (cli->out, ==, said);

  content = read_file (path);
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==,
                   "\xef\xbb\xbf"
                   "Ngày nhận;Bên ủng hộ;Đợt vận động;Hình thức;Số tiền;Tên hàng;Trị giá (đồng);Tình trạng");
  g_assert_nonnull (strstr (lines[1], ";Gạo;150000000;"));
}

static void
test_xlsx (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "Events.XLSX");
  g_autofree char *content = NULL;

  cli_run (cli, "list", cli->reg, "event", "--search", "lao", "--sort", "-from", "--limit", "2", "--output", path,
           NULL);
  cli_expect (cli, 0);
  content = read_file (path);
  g_assert_true (g_str_has_prefix (content, "PK\3\4"));
}

/* Nothing is printed but where it went; and what is there already is only replaced by a whole file. */
static void
test_refused (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "events.ods");
  g_autofree char *nowhere = cli_path (cli, "none/events.csv");
  g_autofree char *kept = cli_path (cli, "kept.csv");
  g_autofree char *content = NULL;

  cli_run (cli, "list", cli->reg, "event", "--output", path, NULL);
  cli_assert_failed (cli, 2);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  cli_run (cli, "list", cli->reg, "event", "--output", nowhere, NULL);
  cli_assert_failed (cli, 1);
  g_assert_nonnull (strstr (cli->err, "none"));

  g_assert_true (g_file_set_contents (kept, "old", -1, NULL));
  cli_run (cli, "list", cli->reg, "event", "--where", "nothing=1", "--output", kept, NULL);
  cli_assert_failed (cli, 2);
  content = read_file (kept);
  g_assert_cmpstr (content, ==, "old");
}

static void
test_help (Cli           *cli,
           gconstpointer  data)
{
  cli_run (cli, "help", "list", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "--output FILE.xlsx|.csv"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/list-export/csv", Cli, NULL, cli_set_up_sample, test_csv, cli_tear_down);
  g_test_add ("/cli/list-export/xlsx", Cli, NULL, cli_set_up_sample, test_xlsx, cli_tear_down);
  g_test_add ("/cli/list-export/refused", Cli, NULL, cli_set_up_sample, test_refused, cli_tear_down);
  g_test_add ("/cli/list-export/help", Cli, NULL, cli_set_up, test_help, cli_tear_down);

  return g_test_run ();
}
