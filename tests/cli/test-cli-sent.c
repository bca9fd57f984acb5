/* Reports marked as sent, written again and compared; periods and what is due; the options of a report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <glib/gstdio.h>

static gboolean
has (const char *text,
     const char *part)
{
  return strstr (text, part) != NULL;
}

/* Sends @form of 2021 and returns its id as printed. */
static char *
send_form (Cli        *cli,
           const char *form)
{
  cli_run (cli, "send", cli->reg, "--period", "2021", "--form", form, "--date", "16/12/2021", "--to", "UBND tỉnh",
           "--number", "05/BC-LHHN", NULL);
  cli_expect (cli, 0);

  return g_strdup (g_strchomp (cli->out));
}

static char *
read_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
}

static void
test_send (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *id = send_form (cli, "m04");
  g_autofree char *first = cli_path (cli, "a.xlsx"), *second = cli_path (cli, "b.xlsx");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *sent;

  cli_run (cli, "sent", cli->reg, "--format", "json", NULL);
  cli_expect (cli, 0);
  node = cli_json (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1);
  sent = json_array_get_object_element (json_node_get_array (node), 0);
  g_assert_cmpstr (json_object_get_string_member (sent, "form"), ==, "M04");
  g_assert_cmpstr (json_object_get_string_member (sent, "period"), ==, "2021");
  g_assert_cmpstr (json_object_get_string_member (sent, "from"), ==, "2020-12-15");
  g_assert_cmpstr (json_object_get_string_member (sent, "made_on"), ==, "2021-12-16");
  g_assert_cmpstr (json_object_get_string_member (sent, "number"), ==, "05/BC-LHHN");

  cli_run (cli, "sent", cli->reg, id, "--output", first, NULL);
  cli_expect (cli, 0);
  before = read_file (first);
  g_assert_cmpstr (before, ==, json_object_get_string_member (sent, "sha256"));

  cli_run (cli, "add", cli->reg, "event", "title=Thêm sau", "type=exchange", "from=2021-07-07", NULL);
  cli_expect (cli, 0);
  cli_run (cli, "sent", cli->reg, id, "--output", second, NULL);
  cli_expect (cli, 0);
  after = read_file (second);
  g_assert_cmpstr (after, ==, before);
}

static void
test_frozen (Cli           *cli,
             gconstpointer  data)
{
  g_autofree char *id = send_form (cli, "M04");

  cli_run (cli, "set", cli->reg, "submission", id, "period=2022", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "set", cli->reg, "submission", id, "workbook=", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "set", cli->reg, "submission", id, "note=đã nhận", NULL);
  cli_expect (cli, 0);
}

static void
test_compare (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *id = send_form (cli, "M04"), *event = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *difference, *cause;

  cli_run (cli, "sent", cli->reg, id, "--compare", "--format", "json", NULL);
  cli_expect (cli, 0);
  g_assert_cmpstr (cli->out, ==, "[]\n");

  cli_run (cli, "add", cli->reg, "event", "title=Thêm sau", "type=exchange", "from=2021-07-07", NULL);
  event = g_strdup (g_strchomp (cli->out));
  cli_run (cli, "sent", cli->reg, id, "--compare", "--format", "json", NULL);
  cli_expect (cli, 0);
  node = cli_json (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), >=, 2);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *cause_id = NULL;

      difference = json_array_get_object_element (json_node_get_array (node), i);
      g_assert_cmpstr (json_object_get_string_member (difference, "form"), ==, "M04");
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (difference, "records")), ==, 1);
      cause = json_array_get_object_element (json_object_get_array_member (difference, "records"), 0);
      cause_id = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (cause, "id"));
      g_assert_cmpstr (json_object_get_string_member (cause, "cause"), ==, "late");
      g_assert_cmpstr (cause_id, ==, event);
    }
  cli_run (cli, "sent", cli->reg, id, "--compare", NULL);
  g_assert_true (has (cli->out, "Thêm sau"));
  cli_run (cli, "sent", cli->reg, id, "--late", NULL);
  g_assert_true (has (cli->out, "Thêm sau"));
}

static void
test_sent_mistakes (Cli           *cli,
                    gconstpointer  data)
{
  g_autofree char *id = send_form (cli, "M04");

  cli_run (cli, "sent", cli->reg, "12", "--compare", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "sent", cli->reg, "không", NULL);
  cli_assert_failed (cli, 2);
  cli_run (cli, "sent", cli->reg, "--compare", NULL);
  cli_assert_failed (cli, 2);
  cli_run (cli, "sent", cli->reg, id, "--output", "/nowhere/a.xlsx", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "send", cli->reg, "--period", "2021", "--date", "2021", NULL);
  cli_assert_failed (cli, 2);
  cli_run (cli, "send", cli->reg, "--period", "2021", "--workbook", cli->reg, NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "sent", cli->reg, "--format", "json", NULL);
  g_assert_null (strstr (strstr (cli->out, "sha256") + 1, "sha256"));
}

/* A file that was sent already is kept as it is. */
static void
test_send_file (Cli           *cli,
                gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "sent.xlsx"), *again = cli_path (cli, "again.xlsx"), *id = NULL;
  g_autofree char *before = NULL, *after = NULL;

  cli_run (cli, "report", cli->reg, "--period", "2021", "--form", "M04", "--output", path, NULL);
  cli_expect (cli, 0);
  before = read_file (path);
  cli_run (cli, "send", cli->reg, "--period", "2021", "--form", "M04", "--number", "next", "--workbook", path, NULL);
  cli_expect (cli, 0);
  id = g_strdup (g_strchomp (cli->out));
  cli_run (cli, "sent", cli->reg, id, "--output", again, NULL);
  cli_expect (cli, 0);
  after = read_file (again);
  g_assert_cmpstr (after, ==, before);
}

static void
test_due (Cli           *cli,
          gconstpointer  data)
{
  g_autofree char *id = send_form (cli, "M04");
  g_autoptr (JsonNode) node = NULL;
  guint n_sent = 0, n_year = 0;

  cli_run (cli, "sent", cli->reg, "--due", "2021", "--format", "json", NULL);
  cli_expect (cli, 0);
  node = cli_json (cli);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonObject *due = json_array_get_object_element (json_node_get_array (node), i);
      const char *state = json_object_get_string_member (due, "state");

      /* Rules that came into force later ask for nothing in 2021. */
      g_assert_cmpstr (json_object_get_string_member (due, "rules"), !=, "TT23");
      if (g_str_equal (json_object_get_string_member (due, "period"), "2021")
          && g_str_equal (json_object_get_string_member (due, "rules"), "ND09"))
        {
          g_assert_cmpstr (json_object_get_string_member (due, "due"), ==, "2021-12-16");
          g_assert_cmpstr (state, ==, "sent");
          n_year++;
        }
      n_sent += g_str_equal (state, "sent");
    }
  g_assert_cmpuint (n_year, ==, 1);
  g_assert_cmpuint (n_sent, ==, 1);
}

static void
test_periods (Cli           *cli,
              gconstpointer  data)
{
  g_autoptr (JsonNode) node = NULL, calendar = NULL;
  JsonObject *month, *quarter;

  cli_run (cli, "periods", "--year", "2021", "--format", "json", NULL);
  cli_expect (cli, 0);
  node = cli_json (cli);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 20);
  month = json_array_get_object_element (json_node_get_array (node), 1);
  g_assert_cmpstr (json_object_get_string_member (month, "period"), ==, "2021-02");
  g_assert_cmpstr (json_object_get_string_member (month, "from"), ==, "2021-01-15");
  g_assert_cmpstr (json_object_get_string_member (month, "to"), ==, "2021-02-14");
  /* Tết is over on 16/02/2021. */
  g_assert_cmpstr (json_object_get_string_member (month, "due"), ==, "2021-02-18");

  cli_run (cli, "periods", "--year", "2021", "--rule", "calendar", "--format", "json", NULL);
  cli_expect (cli, 0);
  calendar = cli_json (cli);
  quarter = json_array_get_object_element (json_node_get_array (calendar), 12);
  g_assert_cmpstr (json_object_get_string_member (quarter, "from"), ==, "2021-01-01");
  g_assert_cmpstr (json_object_get_string_member (quarter, "to"), ==, "2021-03-31");
  g_assert_true (json_object_get_null_member (quarter, "due"));

  cli_run (cli, "periods", "--year", "2021", "--rule", "nix", NULL);
  cli_assert_failed (cli, 2);
  cli_run (cli, "periods", "--year", "hai nghìn", NULL);
  cli_assert_failed (cli, 2);
}

static JsonObject *
period_of (Cli *cli)
{
  g_autoptr (JsonNode) node = cli_json (cli);

  return json_object_ref (json_object_get_object_member (json_node_get_object (node), "period"));
}

static void
test_options (Cli           *cli,
              gconstpointer  data)
{
  g_autoptr (JsonObject) calendar = NULL, as_of = NULL;
  static const char *const dresses[] = { "report", "appendix", "list" };

  cli_run (cli, "report", cli->reg, "--period", "2021", "--rule", "calendar", "--form", "m04,M08", "--format", "json",
           NULL);
  cli_expect (cli, 0);
  calendar = period_of (cli);
  g_assert_cmpstr (json_object_get_string_member (calendar, "to"), ==, "2021-12-31");

  /* The day's report year has begun on 15/12/2020. */
  cli_run (cli, "report", cli->reg, "--as-of", "30/9/2021", "--form", "M01", "--format", "json", NULL);
  cli_expect (cli, 0);
  as_of = period_of (cli);
  g_assert_cmpstr (json_object_get_string_member (as_of, "from"), ==, "2020-12-15");
  g_assert_cmpstr (json_object_get_string_member (as_of, "to"), ==, "2021-09-30");

  for (guint i = 0; i < G_N_ELEMENTS (dresses); i++)
    {
      g_autofree char *path = cli_path (cli, dresses[i]);

      cli_run (cli, "report", cli->reg, "--period", "2021", "--form", "M04", "--dress", dresses[i], "--basis",
               "--charts", "--sensitive", "--output", path, NULL);
      cli_expect (cli, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* One sentence, and nothing left behind. */
static void
test_option_mistakes (Cli           *cli,
                      gconstpointer  data)
{
  static const struct
  {
    const char *option;
    const char *value;
    int status;
  } mistakes[] = {
    { "--dress", "liste", 2 },
    { "--areas", "xã", 2 },
    { "--rule", "nix", 2 },
    { "--form", "M99", 2 },
    { "--as-of", "2021", 2 },
    { "--as-of", "1/1/2019", 2 },
    { "--organization", "không có hội nào như thế", 1 },
  };
  g_autofree char *path = cli_path (cli, "left.xlsx");

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      cli_run (cli, "report", cli->reg, "--period", "2021", "--output", path, mistakes[i].option, mistakes[i].value,
               NULL);
      cli_assert_failed (cli, mistakes[i].status);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

#define ADD(path, function) g_test_add (path, Cli, NULL, cli_set_up_sample, function, cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/sent/send", test_send);
  ADD ("/sent/frozen", test_frozen);
  ADD ("/sent/compare", test_compare);
  ADD ("/sent/mistakes", test_sent_mistakes);
  ADD ("/sent/file", test_send_file);
  ADD ("/sent/due", test_due);
  ADD ("/sent/periods", test_periods);
  ADD ("/sent/options", test_options);
  ADD ("/sent/option-mistakes", test_option_mistakes);

  return g_test_run ();
}
