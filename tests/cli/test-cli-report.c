/* The year's workbook and its figures, and amounts in words, from the command line. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>

#include "hn-report.h"

static JsonObject *
report (Cli        *cli,
        const char *period,
        const char *form)
{
  g_autoptr (JsonNode) node = NULL;

  cli_run (cli, "report", cli->reg, "--period", period, "--format", "json", "--form", form, NULL);
  node = cli_json (cli);

  return json_object_ref (json_node_get_object (node));
}

/* The sums of the sample's year, wherever in the report they stand. */
static void
test_year_2021 (Cli           *cli,
                gconstpointer  data)
{
  g_autoptr (JsonObject) root = report (cli, "2021", "M08");
  JsonObject *period = json_object_get_object_member (root, "period");
  JsonArray *forms = json_object_get_array_member (root, "forms");

  g_assert_cmpstr (json_object_get_string_member (period, "from"), ==, "2020-12-15");
  g_assert_cmpstr (json_object_get_string_member (period, "to"), ==, "2021-12-14");
  g_assert_cmpuint (json_array_get_length (forms), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (forms, 0), "form"), ==, "M08");
  g_assert_nonnull (strstr (cli->out, "334000000"));
  g_assert_nonnull (strstr (cli->out, "150000000"));
  g_assert_nonnull (strstr (cli->out, "484000000"));
}

/* A workbook a form, or none: the folder must be there. */
static void
test_each (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("hn-each-XXXXXX", NULL);
  g_autofree char *gifts = g_build_filename (folder, "bao-cao-nam-2021-m08.xlsx", NULL);
  g_autofree char *contacts = g_build_filename (folder, "bao-cao-nam-2021-m09.xlsx", NULL);
  g_autofree char *missing = g_build_filename (folder, "khong-co", NULL);

  cli_run (cli, "report", cli->reg, "--period=2021", "--form=M08,M09", "--each", folder, NULL);
  g_assert_cmpint (cli->status, ==, 0);
  g_assert_nonnull (strstr (cli->out, gifts));
  g_assert_nonnull (strstr (cli->out, contacts));
  g_assert_cmpint (g_unlink (gifts), ==, 0);
  g_assert_cmpint (g_unlink (contacts), ==, 0);

  cli_run (cli, "report", cli->reg, "--period=2021", "--form=M08,M09", "--each", missing, NULL);
  g_assert_cmpint (cli->status, ==, 1);
  /* Nothing else was left there. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_all_forms (Cli           *cli,
                gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;

  cli_run (cli, "report", cli->reg, "--period=2021", "--format=json", NULL);
  node = cli_json (cli);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "forms")), ==,
                    g_strv_length ((char **) hn_report_form_names ()));
  g_assert_false (g_file_test ("bao-cao-nam-2021.xlsx", G_FILE_TEST_EXISTS));
}

static void
test_forms_repeat (Cli           *cli,
                   gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL;

  cli_run (cli, "report", cli->reg, "--period", "2021-Q3", "--form", "M01", "--form", "M09", "--format", "json", NULL);
  node = cli_json (cli);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "forms")), ==, 2);
}

static void
test_periods (Cli           *cli,
              gconstpointer  data)
{
  const struct { const char *period; const char *from; const char *to; } periods[] = {
    { "2021", "2020-12-15", "2021-12-14" }, { "2021-H1", "2020-12-15", "2021-06-14" },
    { "2021-9M", "2020-12-15", "2021-09-14" }, { "2021-Q3", "2021-06-15", "2021-09-14" },
    { "2021-05", "2021-04-15", "2021-05-14" }, { "2020-12-15..2021-12-14", "2020-12-15", "2021-12-14" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (JsonObject) root = report (cli, periods[i].period, "M04");
      JsonObject *period = json_object_get_object_member (root, "period");

      g_assert_cmpstr (json_object_get_string_member (period, "from"), ==, periods[i].from);
      g_assert_cmpstr (json_object_get_string_member (period, "to"), ==, periods[i].to);
    }
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  return g_file_get_contents (path, &content, &size, NULL) && size > 5000 && memcmp (content, "PK\3\4", 4) == 0;
}

static void
test_workbook (Cli           *cli,
               gconstpointer  data)
{
  g_autofree char *default_path = cli_path (cli, "bao-cao-nam-2021.xlsx");
  g_autofree char *chosen = cli_path (cli, "báo cáo.xlsx");
  const char *const locales[] = { "C", "vi_VN.UTF-8" };

  cli_run (cli, "report", cli->reg, "--period", "2021", NULL);
  cli_expect (cli, 0);
  g_assert_cmpstr (cli->out, ==, "bao-cao-nam-2021.xlsx\n");
  g_assert_true (is_workbook (default_path));

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      cli->locale = (char *) locales[i];
      g_unlink (chosen);
      cli_run (cli, "report", cli->reg, "--period", "2021", "--form", "M08", "--output", chosen, NULL);
      cli_expect (cli, 0);
      g_assert_true (is_workbook (chosen));
    }
}

/* Figures are the same in every language. */
static void
test_same_in_every_locale (Cli           *cli,
                           gconstpointer  data)
{
  const char *const locales[] = { "C", "en_US.UTF-8", "vi_VN.UTF-8" };
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      cli->locale = (char *) locales[i];
      cli_run (cli, "report", cli->reg, "--period", "2021", "--format", "json", NULL);
      cli_expect (cli, 0);
      if (first == NULL)
        first = g_strdup (cli->out);
      g_assert_cmpstr (cli->out, ==, first);
    }
}

static guint
count_files (Cli *cli)
{
  g_autoptr (GDir) dir = g_dir_open (cli->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What cannot be written leaves nothing behind. */
static void
test_unwritable (Cli           *cli,
                 gconstpointer  data)
{
  guint before = count_files (cli);
  g_autofree char *folder = cli_path (cli, "folder.xlsx");

  cli_run (cli, "report", cli->reg, "--period", "2021", "--output", "/no/such/folder/a.xlsx", NULL);
  cli_assert_failed (cli, 1);
  g_assert_cmpuint (count_files (cli), ==, before);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  cli_run (cli, "report", cli->reg, "--period", "2021", "--output", folder, NULL);
  cli_assert_failed (cli, 1);
  g_rmdir (folder);
  g_assert_cmpuint (count_files (cli), ==, before);
}

/* A slip of the hand does not cost the register. */
static void
test_register_is_kept (Cli           *cli,
                       gconstpointer  data)
{
  const struct { const char *option; const char *form; } slips[] = {
    { "--output", "M03" }, { "--pdf", "M03" }, { "--output", "M02" },
  };
  g_autofree char *copy = cli_path (cli, "copy.xlsx");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  cli_run (cli, "copy", cli->reg, copy, NULL);
  cli_expect (cli, 0);
  g_assert_true (g_file_get_contents (cli->reg, &before, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      cli_run (cli, "report", cli->reg, "--period", "2021", "--form", slips[i].form, slips[i].option, cli->reg, NULL);
      cli_assert_failed (cli, 1);
      cli_run (cli, "report", cli->reg, "--period", "2021", "--form", slips[i].form, slips[i].option, copy, NULL);
      cli_assert_failed (cli, 1);
    }
  cli_run (cli, "list", cli->reg, "event", "--output", copy, NULL);
  cli_assert_failed (cli, 1);

  g_assert_true (g_file_get_contents (cli->reg, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  cli_run (cli, "check", copy, NULL);
  cli_expect (cli, 0);
  g_assert_cmpuint (count_files (cli), ==, 2);
}

/* One sentence, and nothing is written. */
static void
test_misuse (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *file = cli_path (cli, "a.xlsx");
  g_autofree char *same = g_build_filename (cli->folder, ".", "a.xlsx", NULL);
  const struct { const char *option; const char *value; } options[] = {
    { "--form", "" }, { "--form", "," }, { "--form", "M14" }, { "--rule", "ND10" }, { "--dress", "suit" },
    { "--each", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      cli_run (cli, "report", cli->reg, "--period", "2021", "--output", file, options[i].option, options[i].value,
               NULL);
      cli_assert_failed (cli, 2);
      g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
    }

  cli_run (cli, "report", cli->reg, "--period", "2021", "--output", file, "--pdf", same, NULL);
  cli_assert_failed (cli, 2);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_words (Cli           *cli,
            gconstpointer  data)
{
  const struct { const char *words[5]; const char *spelt; } amounts[] = {
    { { "150000000" }, "Một trăm năm mươi triệu đồng" },
    { { "150.000.000" }, "Một trăm năm mươi triệu đồng" },
    { { "1,5 tỷ" }, "Một tỷ năm trăm triệu đồng" },
    { { "1,5", "tỷ" }, "Một tỷ năm trăm triệu đồng" },
    { { "-5000" }, "Âm năm nghìn đồng" },
    { { "0" }, "Không đồng" },
    { { "101", "--le" }, "Một trăm lẻ một đồng" },
    { { "--ngan", "1000" }, "Một ngàn đồng" },
    { { "24", "--bon" }, "Hai mươi bốn đồng" },
    { { "150000000", "--chan" }, "Một trăm năm mươi triệu đồng chẵn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const char *call[7] = { "words" };
      g_autofree char *line = g_strconcat (amounts[i].spelt, "\n", NULL);

      for (gsize j = 0; j < 5 && amounts[i].words[j] != NULL; j++)
        call[j + 1] = amounts[i].words[j];
      cli_run_argv (cli, call);
      cli_expect (cli, 0);
      g_assert_cmpstr (cli->out, ==, line);
    }

  cli_run (cli, "words", "12.50", "--currency", "usd", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "đô la Mỹ"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/report/year-2021", Cli, NULL, cli_set_up_sample, test_year_2021, cli_tear_down);
  g_test_add ("/cli/report/all-forms", Cli, NULL, cli_set_up_sample, test_all_forms, cli_tear_down);
  g_test_add ("/cli/report/each", Cli, NULL, cli_set_up_sample, test_each, cli_tear_down);
  g_test_add ("/cli/report/forms-repeat", Cli, NULL, cli_set_up_sample, test_forms_repeat, cli_tear_down);
  g_test_add ("/cli/report/periods", Cli, NULL, cli_set_up_sample, test_periods, cli_tear_down);
  g_test_add ("/cli/report/workbook", Cli, NULL, cli_set_up_sample, test_workbook, cli_tear_down);
  g_test_add ("/cli/report/same-in-every-locale", Cli, NULL, cli_set_up_sample, test_same_in_every_locale,
              cli_tear_down);
  g_test_add ("/cli/report/unwritable", Cli, NULL, cli_set_up_sample, test_unwritable, cli_tear_down);
  g_test_add ("/cli/report/register-is-kept", Cli, NULL, cli_set_up_sample, test_register_is_kept, cli_tear_down);
  g_test_add ("/cli/report/misuse", Cli, NULL, cli_set_up_sample, test_misuse, cli_tear_down);
  g_test_add ("/cli/words", Cli, NULL, cli_set_up, test_words, cli_tear_down);

  return g_test_run ();
}
