/* What is listed and shown: searches, orders, conditions, the ways in which it is printed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

static void
test_search (Cli           *cli,
             gconstpointer  data)
{
  const struct { const char *kind; const char *text; guint n; } searches[] = {
    { "organization", "campuchia luc nam", 1 }, { "organization", "hội hữu nghị việt nam - nhật bản", 1 },
    { "organization", "nong lam", 1 }, { "organization", "không có gì", 0 }, { "donation", "sec", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (JsonArray) list = NULL;

      cli_run (cli, "list", cli->reg, searches[i].kind, "--search", searches[i].text, "--format", "json", NULL);
      list = cli_json_list (cli);
      g_test_message ("%s", searches[i].text);
      g_assert_cmpuint (json_array_get_length (list), ==, searches[i].n);
    }
}

static void
test_sort (Cli           *cli,
           gconstpointer  data)
{
  for (int descending = 0; descending < 2; descending++)
    {
      g_autoptr (JsonArray) list = NULL;
      gint64 last = descending ? G_MAXINT64 : 0;

      cli_run (cli, "list", cli->reg, "donation", "--where", "form=money", "--sort", descending ? "-amount" : "amount",
               "--format", "json", NULL);
      list = cli_json_list (cli);
      g_assert_cmpuint (json_array_get_length (list), ==, 5);
      for (guint i = 0; i < 5; i++)
        {
          gint64 amount = json_object_get_int_member (json_array_get_object_element (list, i), "amount");

          g_assert_true (descending ? amount <= last : amount >= last);
          last = amount;
        }
    }
}

static void
test_where (Cli           *cli,
            gconstpointer  data)
{
  g_autoptr (JsonArray) list = NULL;

  cli_run (cli, "list", cli->reg, "organization", "--where", "kind=local", "--where", "area=Huyện Lục Nam", "--format",
           "json", NULL);
  list = cli_json_list (cli);
  g_assert_cmpuint (json_array_get_length (list), >, 0);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);

      g_assert_cmpstr (json_object_get_string_member (object, "kind"), ==, "local");
      g_assert_cmpstr (json_object_get_string_member (object, "area_name"), ==, "Huyện Lục Nam");
    }
  cli_run (cli, "list", cli->reg, "organization", "--where", "area=Huyện Không Có", NULL);
  cli_assert_failed (cli, 1);
}

static guint
count_where (Cli        *cli,
             const char *condition)
{
  g_autoptr (JsonArray) list = NULL;

  cli_run (cli, "list", cli->reg, "organization", "--where", condition, "--format", "json", NULL);
  list = cli_json_list (cli);

  return json_array_get_length (list);
}

/* Every form of condition reaches the store. */
static void
test_conditions (Cli           *cli,
                 gconstpointer  data)
{
  static const char *const wrong[] = { "has:nonsense", "has:event.nonsense", "founded=soon", "name~", "kind~", "~lao" };
  guint all = count_where (cli, "name!=");

  g_assert_cmpuint (count_where (cli, "has:headcount"), >, 0);
  g_assert_cmpuint (count_where (cli, "has:headcount") + count_where (cli, "lacks:headcount"), ==, all);
  g_assert_cmpuint (count_where (cli, "has:headcount@2021"), >, 0);
  g_assert_cmpuint (count_where (cli, "kind=bilateral|local"), ==,
                    count_where (cli, "kind=bilateral") + count_where (cli, "kind=local"));
  g_assert_cmpuint (count_where (cli, "name~lào"), >, 0);
  g_assert_cmpuint (count_where (cli, "area^=Tỉnh Bắc Giang"), >, count_where (cli, "area=Tỉnh Bắc Giang"));
  g_assert_cmpuint (count_where (cli, "founded=2021-01..2021-12"), ==, count_where (cli, "founded=2021"));
  g_assert_cmpuint (count_where (cli, "founded=2021"), >, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      cli_run (cli, "list", cli->reg, "organization", "--where", wrong[i], NULL);
      g_assert_cmpint (cli->status, !=, 0);
      g_assert_cmpstr (cli->out, ==, "");
    }
  cli_run (cli, "help", "list", NULL);
  g_assert_nonnull (strstr (cli->out, "lacks:KIND"));
}

/* Fields of a CSV row; quotes as RFC 4180 has them. */
static GPtrArray *
read_csv_row (const char **at)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  gboolean quoted = FALSE;
  GString *cell = g_string_new (NULL);

  for (; **at != '\0' && (quoted || !g_str_has_prefix (*at, "\r\n")); (*at)++)
    {
      if (**at == '"' && quoted && (*at)[1] == '"')
        g_string_append_c (cell, *(*at)++);
      else if (**at == '"')
        quoted = !quoted;
      else if (**at == ',' && !quoted)
        {
          g_ptr_array_add (row, g_string_free_and_steal (cell));
          cell = g_string_new (NULL);
        }
      else
        g_string_append_c (cell, **at);
    }
  g_ptr_array_add (row, g_string_free_and_steal (cell));
  g_assert_true (g_str_has_prefix (*at, "\r\n"));
  *at += 2;

  return row;
}

static void
test_csv (Cli           *cli,
          gconstpointer  data)
{
  const char *at;
  g_autoptr (GPtrArray) head = NULL;
  guint n_rows = 0;
  guint index;

  cli_run (cli, "add", cli->reg, "person", "name=Vũ \"Tên\", Lạ", "note=Dòng một\nDòng hai", "ethnic_group=Tày", NULL);
  cli_expect (cli, 0);
  cli_run (cli, "list", cli->reg, "person", "--format", "csv", NULL);
  cli_expect (cli, 0);
  g_assert_true (g_utf8_validate (cli->out, -1, NULL));

  at = cli->out;
  head = read_csv_row (&at);
  g_assert_cmpstr (g_ptr_array_index (head, 0), ==, "id");
  g_assert_true (g_ptr_array_find_with_equal_func (head, "home_area_name", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (head, "ethnic_group", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (head, "note", g_str_equal, &index));
  while (*at != '\0')
    {
      g_autoptr (GPtrArray) row = read_csv_row (&at);

      g_assert_cmpuint (row->len, ==, head->len);
      n_rows++;
      if (g_str_equal (g_ptr_array_index (row, 1), "Vũ \"Tên\", Lạ"))
        g_assert_cmpstr (g_ptr_array_index (row, index), ==, "Dòng một\nDòng hai");
    }
  g_assert_cmpuint (n_rows, ==, 601);
}

static guint
text_width (const char *text,
            gssize      length)
{
  g_autofree char *part = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);

  return (guint) g_utf8_strlen (part, -1);
}

/* Every cell of the last column begins in the same place, whatever marks stand before it. */
static void
test_table (Cli           *cli,
            gconstpointer  data)
{
  const struct { const char *locale; const char *head; } languages[] = {
    { "C", "Name" }, { "en_US.UTF-8", "Name" }, { "vi_VN.UTF-8", "Tên tổ chức" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto (GStrv) lines = NULL;
      guint at;

      cli->locale = (char *) languages[i].locale;
      cli_run (cli, "list", cli->reg, "organization", "--where", "kind=bilateral", NULL);
      cli_expect (cli, 0);
      lines = g_strsplit (cli->out, "\n", -1);
      g_assert_cmpuint (g_strv_length (lines), ==, 2 + 9 + 1);
      g_assert_nonnull (strstr (lines[0], languages[i].head));
      g_assert_true (g_str_has_suffix (lines[1], "─"));

      at = text_width (lines[0], strstr (lines[0], languages[i].head) - lines[0]);
      for (guint j = 2; j < 11; j++)
        g_assert_cmpuint (text_width (lines[j], strstr (lines[j], "Hội Hữu nghị") - lines[j]), ==, at);
    }
}

static void
test_show (Cli           *cli,
           gconstpointer  data)
{
  g_autofree char *id = cli_single_id (cli, "organization", "kind=union");
  g_autoptr (JsonNode) node = NULL;
  JsonObject *dependents;

  cli_run (cli, "show", cli->reg, "organization", id, "--format", "json", NULL);
  node = cli_json (cli);
  dependents = json_object_get_object_member (json_node_get_object (node), "dependents");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (dependents, "organization")), ==, 9);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (dependents, "headcount")), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (
                     json_array_get_object_element (json_object_get_array_member (dependents, "organization"), 0),
                     "field"),
                   ==, "parent");

  cli_run (cli, "show", cli->reg, "organization", id, NULL);
  cli_expect (cli, 0);
  g_assert_nonnull (strstr (cli->out, "Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang"));
  g_assert_nonnull (strstr (cli->out, "Hội Hữu nghị Việt Nam - Lào"));
}

static void
test_show_country (Cli           *cli,
                   gconstpointer  data)
{
  g_autofree char *id = cli_single_id (cli, "country", "code=LA");
  g_autoptr (JsonNode) node = NULL;

  cli_run (cli, "show", cli->reg, "country", id, "--format", "json", NULL);
  node = cli_json (cli);
  g_assert_true (
    json_object_has_member (json_object_get_object_member (json_node_get_object (node), "dependents"), "organization"));
}

static void
test_kinds (Cli           *cli,
            gconstpointer  data)
{
  const char *const expected[] = {
    "organization", "person", "membership", "office", "term", "headcount", "award", "event", "participant", "delegation",
    "partner", "agreement", "greeting", "publication", "directive", "task", "campaign", "donation", "aid_project",
    "disbursement", "overseas_contact", "contact_log", "diaspora_count", "remittance", "association_abroad", "area",
    "attachment", "submission", "office_profile", "report_rule", "holiday", "former_name", "plan_target", "anniversary",
    "country", "stated_figure", "saved_list",
  };
  g_autoptr (JsonArray) kinds = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  cli_run (cli, "kinds", "--format", "json", NULL);
  kinds = cli_json_list (cli);
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    {
      JsonObject *kind = json_array_get_object_element (kinds, i);

      g_hash_table_add (names, (gpointer) json_object_get_string_member (kind, "name"));
      g_assert_nonnull (json_object_get_string_member (kind, "label_vi"));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (kind, "fields")), >, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_hash_table_contains (names, expected[i]));
  g_assert_cmpuint (g_hash_table_size (names), ==, G_N_ELEMENTS (expected));

  cli_run (cli, "kinds", NULL);
  cli_expect (cli, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (strstr (cli->out, expected[i]));
}

static void
test_generate (Cli           *cli,
               gconstpointer  data)
{
  g_autofree char *path = cli_path (cli, "lớn.huunghi");
  g_autoptr (JsonArray) people = NULL;

  cli_run (cli, "generate", path, "--people", "200", NULL);
  cli_expect (cli, 0);
  cli_run (cli, "list", path, "person", "--format", "json", NULL);
  people = cli_json_list (cli);
  g_assert_cmpuint (json_array_get_length (people), ==, 200);
  cli_run (cli, "check", path, NULL);
  cli_expect (cli, 0);

  /* Into a register that is there: it can be taken back. */
  cli_run (cli, "generate", cli->reg, "--people", "20", NULL);
  cli_expect (cli, 0);
  g_assert_cmpuint (cli_count_records (cli, "person", "name!=x"), ==, 20);
  cli_run (cli, "undo", cli->reg, NULL);
  cli_expect (cli, 0);
  g_assert_cmpuint (cli_count_records (cli, "person", "name!=x"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/search", Cli, NULL, cli_set_up_sample, test_search, cli_tear_down);
  g_test_add ("/cli/sort", Cli, NULL, cli_set_up_sample, test_sort, cli_tear_down);
  g_test_add ("/cli/where", Cli, NULL, cli_set_up_sample, test_where, cli_tear_down);
  g_test_add ("/cli/conditions", Cli, NULL, cli_set_up_sample, test_conditions, cli_tear_down);
  g_test_add ("/cli/csv", Cli, NULL, cli_set_up_sample, test_csv, cli_tear_down);
  g_test_add ("/cli/table", Cli, NULL, cli_set_up_sample, test_table, cli_tear_down);
  g_test_add ("/cli/show", Cli, NULL, cli_set_up_sample, test_show, cli_tear_down);
  g_test_add ("/cli/show-country", Cli, NULL, cli_set_up_sample, test_show_country, cli_tear_down);
  g_test_add ("/cli/kinds", Cli, NULL, cli_set_up, test_kinds, cli_tear_down);
  g_test_add ("/cli/generate", Cli, NULL, cli_set_up_new, test_generate, cli_tear_down);

  return g_test_run ();
}
