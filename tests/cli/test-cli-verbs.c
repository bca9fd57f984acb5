/* The verbs: what they print, how they end, and what they refuse. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include "hn-cli.h"

/* The id that add printed. */
static char *
printed_id (Cli *cli)
{
  char *id;

  cli_expect (cli, 0);
  id = g_strstrip (g_strdup (cli->out));
  g_assert_cmpint (g_ascii_strtoll (id, NULL, 10), >, 0);

  return id;
}

static guint
count_list (Cli *cli)
{
  g_autoptr (JsonArray) list = cli_json_list (cli);

  return json_array_get_length (list);
}

/* --- help and wrong calls ---------------------------------------------- */

static void
test_help (Cli           *cli,
           gconstpointer  data)
{
  const char *const verbs[] = { "sample", "kinds",   "list",   "show",  "add",   "set",      "delete", "undo",
                                "redo",   "history", "report", "words", "check", "generate", "new" };

  cli_run (cli, "--help", NULL);
  cli_expect (cli, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *line = g_strconcat ("\nhuu-nghi ", verbs[i], NULL);

      g_assert_nonnull (strstr (cli->out, line));
    }
  g_assert_cmpstr (cli->err, ==, "");

  cli_run (cli, "help", "report", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "--period"));
  cli_run (cli, "report", "--help", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "--period"));
  cli_run (cli, "--version", NULL);
  cli_expect (cli, 0);
  g_assert_true (g_str_has_prefix (cli->out, "huu-nghi "));
}

static void
test_wrong_usage (Cli           *cli,
                  gconstpointer  data)
{
  const char *const calls[][8] = {
    { "frobnicate" }, { "frobnicate", "x", "y" }, { "--frobnicate" }, { "help", "frobnicate" },
    { "sample" }, { "new" }, { "list" }, { "list", "R" }, { "show", "R", "person" }, { "add", "R", "person" },
    { "set", "R", "person", "1" }, { "delete", "R", "person" }, { "undo" }, { "words" }, { "check" }, { "report" },
    { "list", "R", "frob" }, { "show", "R", "frob", "1" }, { "add", "R", "frob", "name=x" },
    { "list", "R", "person", "--frob" }, { "list", "R", "person", "-x" }, { "list", "R", "person", "extra" },
    { "list", "R", "person", "--format", "xml" }, { "kinds", "--format", "csv" }, { "history", "R", "--format", "csv" },
    { "list", "R", "person", "--format" }, { "list", "R", "person", "--limit", "many" },
    { "list", "R", "person", "--limit", "-1" }, { "list", "R", "person", "--sort", "frob" },
    { "list", "R", "person", "--where", "frob=1" }, { "list", "R", "person", "--where", "name" },
    { "add", "R", "person", "frob=1" }, { "add", "R", "person", "name" }, { "add", "R", "person", "=x" },
    { "set", "R", "person", "x", "name=a" }, { "show", "R", "person", "0" },
    { "delete", "R", "person", "1", "--clear", "--along" }, { "delete", "R", "person", "1", "--replace", "x" },
    { "delete", "R", "person", "1", "--clear=yes" },
    { "report", "R" }, { "report", "R", "--period", "2021-13" }, { "report", "R", "--period", "last year" },
    { "report", "R", "--period", "2021", "--form", "M99" }, { "report", "R", "--period", "2021", "--format", "pdf" },
    { "words", "nhiều" }, { "words", "1", "--currency", "ZZZ" }, { "words", "\xff\xfe" },
    { "generate", "R" }, { "generate", "R", "--people", "0" }, { "generate", "R", "--people", "some" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *call[9] = { NULL };

      for (gsize j = 0; j < 8 && calls[i][j] != NULL; j++)
        call[j] = g_str_equal (calls[i][j], "R") ? cli->reg : calls[i][j];
      g_test_message ("call %" G_GSIZE_FORMAT ": %s", i, call[0]);
      cli_run_argv (cli, call);
      cli_assert_failed (cli, 2);
    }

  cli_run (cli, "history", cli->reg, "--format", "json", NULL);
  g_assert_cmpuint (count_list (cli), ==, 0);
}

/* What is a verb's business, and what opens a window. */
static void
test_handles (void)
{
  const struct { const char *words[3]; gboolean handled; } calls[] = {
    { { NULL }, FALSE }, { { "list" }, TRUE }, { { "--help" }, TRUE }, { { "-h" }, TRUE }, { { "--version" }, TRUE },
    { { "frobnicate" }, TRUE }, { { "missing.huunghi" }, FALSE }, { { "./missing" }, FALSE }, { { "/tmp" }, FALSE },
    { { "--gapplication-service" }, FALSE }, { { "--frob" }, TRUE }, { { "frob", "x" }, TRUE }, { { "" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      char *argv[] = { (char *) "huu-nghi", (char *) calls[i].words[0], (char *) calls[i].words[1], NULL };

      g_assert_cmpint (hn_cli_handles ((int) g_strv_length (argv), argv), ==, calls[i].handled);
    }
}

/* --- adding and changing ----------------------------------------------- */

static void
test_add_broken_rules (Cli           *cli,
                       gconstpointer  data)
{
  const char *const records[][7] = {
    { "person", "birth=1980" },                                             /* no name */
    { "person", "name=A B", "birth=31/02/1980" },                           /* no such day */
    { "person", "name=A B", "gender=frob" },
    { "person", "name=A B", "email=not an address" },
    { "person", "name=A B", "home_area=Nơi không có" },
    { "person", "name=A B", "home_area=9223372036854775807" },              /* no such record */
    { "organization", "name=X", "kind=frob" },
    { "organization", "name=X", "kind=branch", "status=merged" },           /* into which? */
    { "organization", "name=X", "kind=branch", "countries=Nước không có" },
    { "event", "title=X", "type=meeting", "from=2022-05-02", "to=2022-05-01" },
    { "event", "title=X", "type=meeting", "from=2022", "participants_domestic=-3" },
    { "diaspora_count", "country=CZ", "as_of=2022", "share=101" },
    { "donation", "date=2022", "donor=A", "form=money" },                   /* no amount */
    { "donation", "date=2022", "donor=A", "amount=100", "currency=" },
    { "donation", "date=2022", "donor=A", "amount=100", "currency=ZZZ" },
    { "donation", "date=2022", "donor=A", "amount=0,5" },                   /* no half đồng */
    { "stated_figure", "indicator=7", "to=2022", "number=nhiều" },
    { "attachment", "record=person:1", "name=x", "content=abc" },
    { "attachment", "record=person:1", "content=@/no/such/file" },
    { "overseas_contact", "name=A B" },                                     /* in which country? */
    { "overseas_contact", "name=A B", "country=VN" },
    { "association_abroad", "name=X", "kind=branch" },                      /* no branch is listed there */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      const char *call[10] = { "add", cli->reg };

      for (gsize j = 0; j < 7 && records[i][j] != NULL; j++)
        call[2 + j] = records[i][j];
      g_test_message ("%s %s %s", call[2], call[3], call[4]);
      cli_run_argv (cli, call);
      cli_assert_failed (cli, 1);
    }

  cli_run (cli, "history", cli->reg, "--format", "json", NULL);
  g_assert_cmpuint (count_list (cli), ==, 0);
}

/* Money is read in its currency wherever that stands. */
static void
test_currency_first (Cli           *cli,
                     gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cli_run (cli, "add", cli->reg, "donation", "amount=1.234,5", "exchange_rate=23.500", "rate_date=1/6/2021",
           "date=2021-06-01", "donor=Ông Nguyễn Văn A", "currency=USD", NULL);
  id = printed_id (cli);
  cli_run (cli, "show", cli->reg, "donation", id, "--format", "json", NULL);
  node = cli_json (cli);
  object = json_node_get_object (node);
  g_assert_nonnull (strstr (cli->out, "\"amount\": 1234.5,"));
  g_assert_nonnull (strstr (cli->out, "\"exchange_rate\": 23500,"));
  g_assert_cmpstr (json_object_get_string_member (object, "donor"), ==, "Ông Nguyễn Văn A");
  g_assert_true (json_object_get_null_member (object, "donor_kind"));
  g_assert_cmpstr (json_object_get_string_member (object, "donor_name"), ==, "Ông Nguyễn Văn A");
  g_assert_true (json_object_get_null_member (object, "goods"));
}

/* Numbers that a double would spoil. */
static void
test_exact_amounts (Cli           *cli,
                    gconstpointer  data)
{
  g_autofree char *id = NULL;

  cli_run (cli, "add", cli->reg, "donation", "date=2021", "donor=A", "amount=9007199254740993", NULL);
  id = printed_id (cli);
  cli_run (cli, "show", cli->reg, "donation", id, "--format", "json", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "\"amount\": 9007199254740993,"));
}

static void
test_options_anywhere (Cli           *cli,
                       gconstpointer  data)
{
  g_autofree char *id = NULL;

  cli_run (cli, "add", cli->reg, "person", "--", "name=Trần Thị B", "note=--format", NULL);
  id = printed_id (cli);
  cli_run (cli, "list", "--format=json", cli->reg, "--limit", "1", "person", NULL);
  g_assert_cmpuint (count_list (cli), ==, 1);
  cli_run (cli, "show", "--format", "json", cli->reg, "person", "--", id, NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "\"note\": \"--format\""));
}

static void
test_names_resolve (Cli           *cli,
                    gconstpointer  data)
{
  g_autofree char *person = NULL;
  g_autofree char *membership = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cli_run (cli, "add", cli->reg, "person", "name=Lò Thị Thử Nghiệm", "home_area=Huyện Lục Nam", NULL);
  person = printed_id (cli);
  cli_run (cli, "add", cli->reg, "membership", "person=Lò Thị Thử Nghiệm", "organization=hoi huu nghi viet nam - lao",
           "joined=3/2022", NULL);
  membership = printed_id (cli);

  cli_run (cli, "show", cli->reg, "membership", membership, "--format", "json", NULL);
  node = cli_json (cli);
  object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "person"), ==, g_ascii_strtoll (person, NULL, 10));
  g_assert_cmpstr (json_object_get_string_member (object, "organization_name"), ==, "Hội Hữu nghị Việt Nam - Lào");
  g_assert_cmpstr (json_object_get_string_member (object, "joined"), ==, "2022-03");
}

static void
test_views (Cli           *cli,
            gconstpointer  data)
{
  g_autofree char *association = NULL;
  g_autofree char *contact = NULL;
  g_autofree char *condition = NULL;

  cli_run (cli, "add", cli->reg, "association_abroad", "name=Hội đồng hương tại Hungary", "countries=Hungary", NULL);
  association = printed_id (cli);
  cli_run (cli, "show", cli->reg, "organization", association, "--format", "json", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "\"kind\": \"abroad\""));

  cli_run (cli, "add", cli->reg, "overseas_contact", "name=Vũ Thị Xa", "country=Hungary", NULL);
  contact = printed_id (cli);
  condition = g_strconcat ("id=", contact, NULL);
  cli_run (cli, "list", cli->reg, "overseas_contact", "--where", condition, "--format", "json", NULL);
  g_assert_cmpuint (count_list (cli), ==, 1);
  cli_run (cli, "set", cli->reg, "overseas_contact", contact, "city=Budapest", NULL);
  cli_expect (cli, 0);
  cli_run (cli, "delete", cli->reg, "overseas_contact", contact, NULL);
  cli_expect (cli, 0);
}

static void
test_attachment (Cli           *cli,
                 gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "ảnh.png");
  g_autofree char *person = NULL;
  g_autofree char *record = NULL;
  g_autofree char *id = NULL;

  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n", 8, NULL));
  cli_run (cli, "add", cli->reg, "person", "name=Có Ảnh", NULL);
  person = printed_id (cli);
  record = g_strconcat ("record=person:", person, NULL);
  cli_run (cli, "add", cli->reg, "attachment", record, "content=@ảnh.png", NULL);
  id = printed_id (cli);
  cli_run (cli, "show", cli->reg, "attachment", id, "--format", "json", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "\"content\": 8,"));
  g_assert_nonnull (strstr (cli->out, "\"name\": \"ảnh.png\""));
  g_assert_nonnull (strstr (cli->out, "\"media_type\": \"image/png\""));
  g_assert_nonnull (strstr (cli->out, "\"record_name\": \"Có Ảnh\""));
}

static void
test_tree (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *parent = NULL;
  g_autofree char *child = NULL;
  g_autofree char *under_parent = NULL;
  g_autofree char *under_child = NULL;

  cli_run (cli, "add", cli->reg, "organization", "name=Trên", "kind=bilateral", NULL);
  parent = printed_id (cli);
  under_parent = g_strconcat ("parent=organization:", parent, NULL);
  cli_run (cli, "add", cli->reg, "organization", "name=Dưới", "kind=branch", under_parent, NULL);
  child = printed_id (cli);
  under_child = g_strconcat ("parent=", child, NULL);
  cli_run (cli, "set", cli->reg, "organization", parent, under_child, NULL);
  cli_assert_failed (cli, 1);
}

/* --- deleting ----------------------------------------------------------- */

static void
test_delete_refuses (Cli           *cli,
                     gconstpointer  data)
{
  g_autofree char *id = cli_single_id (cli, "organization", "name=Hội Hữu nghị Việt Nam - Lào");

  cli_run (cli, "delete", cli->reg, "organization", id, NULL);
  cli_assert_failed (cli, 1);
  g_assert_nonnull (strstr (cli->err, "membership.organization"));
  g_assert_nonnull (strstr (cli->err, "organization.parent"));
  g_assert_nonnull (strstr (cli->err, "--clear"));
  g_assert_nonnull (strstr (cli->err, "--along"));
  g_assert_nonnull (strstr (cli->err, "--replace"));
  cli_run (cli, "show", cli->reg, "organization", id, NULL);
  cli_expect (cli, 0);
}

static void
test_delete_modes (Cli           *cli,
                   gconstpointer  data)
{
  const char *const modes[] = { "--clear", "--along", "--replace" };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *id = cli_single_id (cli, "campaign", "name=Ủng hộ Quỹ phòng, chống COVID-19 và Quỹ vắc-xin");
      g_autofree char *other = NULL;
      g_autofree char *condition = NULL;

      cli_run (cli, "add", cli->reg, "campaign", "name=Khác", NULL);
      other = printed_id (cli);
      condition = g_strconcat ("campaign=", other, NULL);
      cli_run (cli, "delete", cli->reg, "campaign", id, modes[i], i == 2 ? other : NULL, NULL);
      cli_expect (cli, 0);

      g_assert_cmpuint (cli_count_records (cli, "donation", "campaign="), ==, i == 0 ? 6 : 0);
      g_assert_cmpuint (cli_count_records (cli, "donation", condition), ==, i == 2 ? 6 : 0);
      cli_run (cli, "check", cli->reg, NULL);
      cli_expect (cli, 0);
      cli_run (cli, "undo", cli->reg, NULL);
      cli_expect (cli, 0);
    }
}

static void
test_delete_missing (Cli           *cli,
                     gconstpointer  data)
{
  cli_run (cli, "delete", cli->reg, "person", "123", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "show", cli->reg, "person", "123", NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "set", cli->reg, "person", "123", "name=X", NULL);
  cli_assert_failed (cli, 1);
}

/* --- history ------------------------------------------------------------ */

static JsonObject *
newest (JsonArray *changes)
{
  return json_array_get_object_element (changes, 0);
}

static void
test_history (Cli           *cli,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonArray) changes = NULL;
  JsonObject *change;
  JsonObject *field;

  cli_run (cli, "add", cli->reg, "person", "name=Lê Văn C", "birth=1980", NULL);
  id = printed_id (cli);
  cli_run (cli, "set", cli->reg, "person", id, "birth=1981", NULL);
  cli_expect (cli, 0);

  cli_run (cli, "history", cli->reg, "--format", "json", NULL);
  changes = cli_json_list (cli);
  g_assert_cmpuint (json_array_get_length (changes), ==, 2);
  change = newest (changes);
  g_assert_cmpstr (json_object_get_string_member (change, "kind_of_change"), ==, "set");
  g_assert_cmpstr (json_object_get_string_member (change, "action"), ==, "set");
  g_assert_nonnull (json_object_get_string_member (change, "time"));
  g_assert_false (json_object_get_boolean_member (change, "undone"));
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (change, "record"), "kind"), ==,
                   "person");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (change, "record"), "title"), ==,
                   "Lê Văn C");

  change = json_array_get_object_element (json_object_get_array_member (change, "changes"), 0);
  g_assert_cmpstr (json_object_get_string_member (change, "type"), ==, "set");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (change, "fields")), ==, 1);
  field = json_array_get_object_element (json_object_get_array_member (change, "fields"), 0);
  g_assert_cmpstr (json_object_get_string_member (field, "field"), ==, "birth");
  g_assert_cmpstr (json_object_get_string_member (field, "before"), ==, "1980");
  g_assert_cmpstr (json_object_get_string_member (field, "after"), ==, "1981");

  cli_run (cli, "history", cli->reg, "--limit", "1", NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "Lê Văn C"));
  g_assert_null (strchr (strchr (cli->out, '\n') + 1, '\n'));
}

static void
test_undo_redo (Cli           *cli,
                gconstpointer  data)
{
  cli_run (cli, "undo", cli->reg, NULL);
  cli_assert_failed (cli, 1);
  cli_run (cli, "redo", cli->reg, NULL);
  cli_assert_failed (cli, 1);

  cli_run (cli, "add", cli->reg, "person", "name=Một", NULL);
  cli_run (cli, "add", cli->reg, "person", "name=Hai", NULL);
  for (int i = 0; i < 2; i++)
    {
      cli_run (cli, "undo", cli->reg, NULL);
      cli_expect (cli, 0);
      g_assert_nonnull (strstr (cli->out, i == 0 ? "Hai" : "Một"));
    }
  g_assert_cmpuint (cli_count_records (cli, "person", "name!=x"), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      cli_run (cli, "redo", cli->reg, NULL);
      cli_expect (cli, 0);
    }
  g_assert_cmpuint (cli_count_records (cli, "person", "name!=x"), ==, 2);
  cli_run (cli, "redo", cli->reg, NULL);
  cli_assert_failed (cli, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/help", Cli, NULL, cli_set_up, test_help, cli_tear_down);
  g_test_add ("/cli/wrong-usage", Cli, NULL, cli_set_up_new, test_wrong_usage, cli_tear_down);
  g_test_add_func ("/cli/handles", test_handles);
  g_test_add ("/cli/add-broken-rules", Cli, NULL, cli_set_up_new, test_add_broken_rules, cli_tear_down);
  g_test_add ("/cli/currency-first", Cli, NULL, cli_set_up_new, test_currency_first, cli_tear_down);
  g_test_add ("/cli/exact-amounts", Cli, NULL, cli_set_up_new, test_exact_amounts, cli_tear_down);
  g_test_add ("/cli/options-anywhere", Cli, NULL, cli_set_up_new, test_options_anywhere, cli_tear_down);
  g_test_add ("/cli/names-resolve", Cli, NULL, cli_set_up_sample, test_names_resolve, cli_tear_down);
  g_test_add ("/cli/views", Cli, NULL, cli_set_up_new, test_views, cli_tear_down);
  g_test_add ("/cli/attachment", Cli, NULL, cli_set_up_new, test_attachment, cli_tear_down);
  g_test_add ("/cli/tree", Cli, NULL, cli_set_up_new, test_tree, cli_tear_down);
  g_test_add ("/cli/delete-refuses", Cli, NULL, cli_set_up_sample, test_delete_refuses, cli_tear_down);
  g_test_add ("/cli/delete-modes", Cli, NULL, cli_set_up_sample, test_delete_modes, cli_tear_down);
  g_test_add ("/cli/delete-missing", Cli, NULL, cli_set_up_new, test_delete_missing, cli_tear_down);
  g_test_add ("/cli/history", Cli, NULL, cli_set_up_new, test_history, cli_tear_down);
  g_test_add ("/cli/undo-redo", Cli, NULL, cli_set_up_new, test_undo_redo, cli_tear_down);

  return g_test_run ();
}
