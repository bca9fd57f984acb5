/* Every kind of record can be kept from the command line, with all its fields. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#include <locale.h>

#include "hn-kind.h"
#include "hn-record.h"

/* One record that is being made: what is given for each field, and what the program must say of it. */
typedef struct
{
  Cli          *cli;
  const HnKind *kind;
  GHashTable   *targets;  /* kind name to the id of a record, as text */
  GPtrArray    *words;    /* the command line */
  GPtrArray    *fields;   /* of HnField: those that were given */
  HnRecord     *chosen;   /* the choices so far, which say what else applies */
} Maker;

static const char *make_target (Maker      *maker,
                                const char *kind);

static gboolean
is_multiple (const HnField *field)
{
  return (field->flags & HN_FIELD_MULTIPLE) != 0;
}

static char *
first_target (const HnField *field)
{
  return g_str_equal (field->targets, "*") ? g_strdup ("person")
                                           : g_strndup (field->targets, strcspn (field->targets, " "));
}

static const char *
plain_value (const HnKind  *kind,
             const HnField *field)
{
  if (g_str_equal (field->name, "national_day"))
    return "02/12";
  if (g_str_equal (kind->name, "country") && g_str_equal (field->name, "code"))
    return "QZ";
  if (g_str_equal (field->name, "indicator"))
    return "7";

  switch (field->type)
    {
    case HN_TYPE_TEXT:
      return "Thử nghiệm “hòa bình”, =1+1";
    case HN_TYPE_NAME:
      return "Nguyễn Văn Thử";
    case HN_TYPE_NOTE:
      return "Dòng một\nDòng \"hai\", hết";
    case HN_TYPE_PHONE:
      return "0900 000 001";
    case HN_TYPE_EMAIL:
      return "thu@example.com";
    case HN_TYPE_INTEGER:
      return "1.234";
    case HN_TYPE_DECIMAL:
      return "1234,5";
    case HN_TYPE_PERCENT:
      return "60,2";
    case HN_TYPE_BOOLEAN:
      return "yes";
    case HN_TYPE_DATE:
      return "06/05/2022";
    case HN_TYPE_MONEY:
      return "1.500.000";
    case HN_TYPE_CURRENCY:
      return "USD";
    case HN_TYPE_COUNTRY:
      return is_multiple (field) ? "CZ; SK" : "LA";
    case HN_TYPE_BYTES:
      return "@content.bin";
    default:
      g_assert_not_reached ();
    }
}

static char *
make_value (Maker         *maker,
            const HnField *field)
{
  g_autofree char *target = NULL;

  if (field->type == HN_TYPE_CHOICE)
    {
      const char *chosen = hn_record_get_text (maker->chosen, field->name);

      return g_strdup (chosen != NULL ? chosen : field->choices[0].name);
    }
  if (field->type != HN_TYPE_REFERENCE)
    return g_strdup (plain_value (maker->kind, field));

  target = first_target (field);
  return g_strdup_printf ("%s:%s", target, make_target (maker, target));
}

static void
give (Maker         *maker,
      const HnField *field)
{
  g_autofree char *value = make_value (maker, field);

  g_ptr_array_add (maker->words, g_strdup_printf ("%s=%s", field->name, value));
  g_ptr_array_add (maker->fields, (gpointer) field);
}

static gboolean
applies (Maker         *maker,
         const HnField *field)
{
  const char *equals = field->when != NULL ? strchr (field->when, '=') : NULL;

  /* One that applies where another is set: everything is set here. */
  return equals == NULL || hn_record_applies (maker->chosen, field);
}

/* Adds the record and returns its id. */
static char *
add (Maker *maker)
{
  g_ptr_array_add (maker->words, NULL);
  cli_run_argv (maker->cli, (const char *const *) maker->words->pdata);
  cli_expect (maker->cli, 0);
  g_assert_cmpstr (maker->cli->err, ==, "");

  return g_strstrip (g_strdup (maker->cli->out));
}

static void
maker_init (Maker        *maker,
            Cli          *cli,
            const HnKind *kind,
            GHashTable   *targets)
{
  *maker = (Maker) { .cli = cli, .kind = kind, .targets = targets };
  maker->words = g_ptr_array_new_with_free_func (g_free);
  maker->fields = g_ptr_array_new ();
  maker->chosen = hn_record_new (kind);
  g_ptr_array_add (maker->words, g_strdup ("add"));
  g_ptr_array_add (maker->words, g_strdup (cli->reg));
  g_ptr_array_add (maker->words, g_strdup (kind->name));
}

static void
maker_clear (Maker *maker)
{
  g_ptr_array_unref (maker->words);
  g_ptr_array_unref (maker->fields);
  hn_record_unref (maker->chosen);
}

/* A record of @kind to point to; it has what it must have. */
static const char *
make_target (Maker      *maker,
             const char *kind)
{
  const char *known = g_hash_table_lookup (maker->targets, kind);
  Maker target;
  char *id;

  if (known != NULL)
    return known;

  maker_init (&target, maker->cli, hn_kind_lookup (kind), maker->targets);
  for (guint i = 0; i < target.kind->n_fields; i++)
    {
      if ((target.kind->fields[i].flags & HN_FIELD_REQUIRED) != 0)
        give (&target, &target.kind->fields[i]);
    }
  id = add (&target);
  maker_clear (&target);

  g_hash_table_insert (maker->targets, g_strdup (kind), id);
  return id;
}

/* --- what comes out ---------------------------------------------------- */

static double
expected_number (const HnField *field)
{
  switch (field->type)
    {
    case HN_TYPE_INTEGER:
      return 1234;
    case HN_TYPE_DECIMAL:
      return 1234.5;
    case HN_TYPE_PERCENT:
      return 60.2;
    case HN_TYPE_MONEY:
      return 1500000;
    case HN_TYPE_BYTES:
      return 5;
    default:
      g_assert_not_reached ();
    }
}

static void
check_reference (Maker         *maker,
                 JsonObject    *object,
                 const HnField *field)
{
  g_autofree char *target = first_target (field);
  g_autofree char *name = g_strconcat (field->name, "_name", NULL);
  const char *id = g_hash_table_lookup (maker->targets, target);
  gint64 wanted = g_ascii_strtoll (id, NULL, 10);

  if (is_multiple (field))
    {
      g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (object, field->name), 0), ==, wanted);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, name)), ==, 1);
      return;
    }

  g_assert_cmpint (json_object_get_int_member (object, field->name), ==, wanted);
  g_assert_cmpstr (json_object_get_string_member (object, name), !=, NULL);
}

static void
check_value (Maker         *maker,
             JsonObject    *object,
             const HnField *field)
{
  g_assert_true (json_object_has_member (object, field->name));
  g_test_message ("%s.%s", maker->kind->name, field->name);
  g_assert_false (json_object_get_null_member (object, field->name));

  switch (field->type)
    {
    case HN_TYPE_REFERENCE:
      check_reference (maker, object, field);
      break;
    case HN_TYPE_BOOLEAN:
      g_assert_true (json_object_get_boolean_member (object, field->name));
      break;
    case HN_TYPE_DATE:
      g_assert_cmpstr (json_object_get_string_member (object, field->name), ==, "2022-05-06");
      break;
    case HN_TYPE_CHOICE:
      g_assert_nonnull (hn_field_get_choice (field, json_object_get_string_member (object, field->name)));
      break;
    case HN_TYPE_COUNTRY:
      if (is_multiple (field))
        g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, field->name)), ==, 2);
      else
        g_assert_cmpstr (json_object_get_string_member (object, field->name), ==, "LA");
      break;
    case HN_TYPE_INTEGER:
    case HN_TYPE_DECIMAL:
    case HN_TYPE_PERCENT:
    case HN_TYPE_MONEY:
    case HN_TYPE_BYTES:
      g_assert_cmpfloat (json_object_get_double_member (object, field->name), ==, expected_number (field));
      break;
    default:
      g_assert_cmpstr (json_object_get_string_member (object, field->name), ==, plain_value (maker->kind, field));
    }
}

static void
check_shown (Maker      *maker,
             const char *id)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  cli_run (maker->cli, "show", maker->cli->reg, maker->kind->name, id, "--format", "json", NULL);
  node = cli_json (maker->cli);
  object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "id"), ==, g_ascii_strtoll (id, NULL, 10));
  g_assert_true (json_object_has_member (object, "dependents"));
  for (guint i = 0; i < maker->fields->len; i++)
    check_value (maker, object, g_ptr_array_index (maker->fields, i));

  cli_run (maker->cli, "show", maker->cli->reg, maker->kind->name, id, NULL);
  cli_expect (maker->cli, 0);
  g_assert_nonnull (strstr (maker->cli->out, id));
}

static gboolean
is_listed (Maker      *maker,
           const char *id)
{
  g_autofree char *condition = g_strconcat ("id=", id, NULL);
  g_autoptr (JsonNode) node = NULL;

  cli_run (maker->cli, "list", maker->cli->reg, maker->kind->name, "--where", condition, "--format", "json", NULL);
  node = cli_json (maker->cli);

  return json_array_get_length (json_node_get_array (node)) == 1;
}

static void
check_listed (Maker      *maker,
              const char *id)
{
  g_autofree char *begin = g_strconcat ("\r\n", id, ",", NULL);

  g_assert_true (is_listed (maker, id));
  cli_run (maker->cli, "list", maker->cli->reg, maker->kind->name, "--format", "csv", NULL);
  cli_expect (maker->cli, 0);
  g_assert_true (g_str_has_prefix (maker->cli->out, "id,"));
  g_assert_nonnull (strstr (maker->cli->out, begin));
  cli_run (maker->cli, "list", maker->cli->reg, maker->kind->name, NULL);
  cli_expect (maker->cli, 0);
  g_assert_nonnull (strstr (maker->cli->out, id));
}

/* The first field that may be empty is emptied, and that is undone. */
static void
check_set (Maker      *maker,
           const char *id)
{
  for (guint i = 0; i < maker->fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (maker->fields, i);
      g_autofree char *assignment = g_strconcat (field->name, "=", NULL);
      g_autoptr (JsonNode) node = NULL;

      if (!g_str_equal (field->name, "note") && !g_str_equal (field->name, "caption")
          && !g_str_equal (field->name, "aliases"))
        continue;
      cli_run (maker->cli, "set", maker->cli->reg, maker->kind->name, id, assignment, NULL);
      cli_expect (maker->cli, 0);
      g_assert_cmpstr (maker->cli->out, ==, "");
      cli_run (maker->cli, "show", maker->cli->reg, maker->kind->name, id, "--format", "json", NULL);
      node = cli_json (maker->cli);
      g_assert_true (json_object_get_null_member (json_node_get_object (node), field->name));
      cli_run (maker->cli, "undo", maker->cli->reg, NULL);
      cli_expect (maker->cli, 0);
      check_shown (maker, id);
      return;
    }
}

static void
check_deleted (Maker      *maker,
               const char *id)
{
  cli_run (maker->cli, "delete", maker->cli->reg, maker->kind->name, id, NULL);
  cli_expect (maker->cli, 0);
  g_assert_false (is_listed (maker, id));
  cli_run (maker->cli, "show", maker->cli->reg, maker->kind->name, id, NULL);
  cli_assert_failed (maker->cli, 1);

  cli_run (maker->cli, "undo", maker->cli->reg, NULL);
  cli_expect (maker->cli, 0);
  check_shown (maker, id);
  cli_run (maker->cli, "redo", maker->cli->reg, NULL);
  cli_expect (maker->cli, 0);
  g_assert_false (is_listed (maker, id));
}

static void
keep_one (Cli           *cli,
          const HnKind  *kind,
          GHashTable    *targets,
          const HnField *decisive,
          const char    *choice)
{
  Maker maker;
  g_autofree char *id = NULL;

  maker_init (&maker, cli, kind, targets);
  if (decisive != NULL)
    hn_record_set_text (maker.chosen, decisive->name, choice);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (applies (&maker, &kind->fields[i]))
        give (&maker, &kind->fields[i]);
    }

  id = add (&maker);
  check_shown (&maker, id);
  check_listed (&maker, id);
  check_set (&maker, id);
  check_deleted (&maker, id);
  maker_clear (&maker);
}

/* The choice on which other fields hang: the form of a donation. */
static const HnField *
decisive_field (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *when = kind->fields[i].when;
      g_autofree char *name = when != NULL && strchr (when, '=') != NULL ? g_strndup (when, strcspn (when, "=")) : NULL;

      if (name != NULL)
        return hn_kind_get_field (kind, name);
    }

  return NULL;
}

static void
test_kind (Cli           *cli,
           gconstpointer  data)
{
  const HnKind *kind = data;
  const HnField *decisive = decisive_field (kind);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *content = cli_path (cli, "content.bin");

  g_assert_true (g_file_set_contents (content, "\0\1\2\xff\n", 5, NULL));

  if (decisive == NULL)
    keep_one (cli, kind, targets, NULL, NULL);
  for (const HnChoice *choice = decisive != NULL ? decisive->choices : NULL; choice != NULL && choice->name != NULL;
       choice++)
    keep_one (cli, kind, targets, decisive, choice->name);

  cli_run (cli, "check", cli->reg, NULL);
  cli_expect (cli, 0);
}

int
main (int    argc,
      char **argv)
{
  guint n_kinds;
  const HnKind *const *kinds;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *path = g_strconcat ("/cli/kind/", kinds[i]->name, NULL);

      g_test_add (path, Cli, kinds[i], cli_set_up_new, test_kind, cli_tear_down);
    }

  return g_test_run ();
}
