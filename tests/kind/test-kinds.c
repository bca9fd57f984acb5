/* Every kind's table is sound: what it names exists, and everything has a name in both languages. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "hn-condition.h"
#include "hn-value.h"

static void
assert_label (HnLabel label)
{
  g_assert_nonnull (label.en);
  g_assert_nonnull (label.vi);
  g_assert_cmpstr (label.en, !=, "");
  g_assert_cmpstr (label.vi, !=, "");
  g_assert_true (g_utf8_validate (label.en, -1, NULL));
  g_assert_true (g_utf8_validate (label.vi, -1, NULL));
}

static void
assert_name (const char *name)
{
  g_assert_nonnull (name);
  g_assert_true (g_ascii_islower (name[0]));
  g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_"), ==, strlen (name));
}

/* A word, or the number that a form prints before a line: 10.1 */
static void
assert_choice_name (const char *name)
{
  g_assert_nonnull (name);
  if (g_ascii_isdigit (name[0]))
    g_assert_cmpuint (strspn (name, "0123456789."), ==, strlen (name));
  else
    assert_name (name);
}

static void
assert_condition (const HnKind *kind,
                  const char   *text)
{
  g_auto (HnCondition) condition = { 0 };
  const HnField *field;

  g_assert_true (hn_condition_parse (&condition, text));
  field = hn_kind_get_field (kind, condition.field);
  g_assert_nonnull (field);
  g_assert_null (field->when);
  for (guint i = 0; condition.values != NULL && condition.values[i] != NULL; i++)
    {
      if (field->type == HN_TYPE_CHOICE)
        g_assert_nonnull (hn_field_get_choice (field, condition.values[i]));
      else
        g_assert_cmpint (field->type, ==, HN_TYPE_COUNTRY);
    }
}

static void
assert_choices (const HnField *field)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_nonnull (field->choices[0].name);
  for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
    {
      assert_choice_name (choice->name);
      assert_label (choice->label);
      g_assert_true (g_hash_table_add (names, (gpointer) choice->name));
    }
}

static void
assert_targets (const HnKind  *kind,
                const HnField *field)
{
  g_auto (GStrv) targets = hn_field_list_targets (field);

  g_assert_cmpuint (g_strv_length (targets), >, 0);
  for (guint i = 0; targets[i] != NULL; i++)
    {
      const HnKind *target = hn_kind_lookup (targets[i]);

      g_assert_nonnull (target);
      g_assert_null (target->base);
      g_assert_true (hn_field_has_target (field, target));
    }
  if ((field->flags & HN_FIELD_TREE) != 0)
    {
      g_assert_cmpstr (field->targets, ==, hn_kind_stored (kind)->name);
      g_assert_true ((field->flags & (HN_FIELD_MULTIPLE | HN_FIELD_FREE_TEXT)) == 0);
    }
}

/* An amount without a currency would be no amount. */
static void
assert_currency (const HnKind  *kind,
                 const HnField *field)
{
  const HnField *currency = hn_kind_get_field (kind, field->currency);

  g_assert_nonnull (currency);
  g_assert_cmpint (currency->type, ==, HN_TYPE_CURRENCY);
  if ((currency->flags & HN_FIELD_REQUIRED) != 0)
    return;

  for (guint i = 0; i < kind->n_rules; i++)
    {
      const HnRule *rule = &kind->rules[i];

      if (rule->type == HN_RULE_NEEDS && g_str_equal (rule->field, field->name)
          && g_str_equal (rule->other, field->currency))
        return;
    }
  g_error ("%s.%s may be without its currency", kind->name, field->name);
}

static void
assert_flags (const HnField *field)
{
  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    g_assert_true (field->type == HN_TYPE_COUNTRY || field->type == HN_TYPE_REFERENCE);
  if ((field->flags & (HN_FIELD_FREE_TEXT | HN_FIELD_TREE)) != 0)
    g_assert_cmpint (field->type, ==, HN_TYPE_REFERENCE);
  if ((field->flags & HN_FIELD_FULL_DATE) != 0)
    g_assert_cmpint (field->type, ==, HN_TYPE_DATE);
  if ((field->flags & HN_FIELD_SIGNED) != 0)
    g_assert_true (hn_field_is_number (field));
}

static void
assert_field (const HnKind  *kind,
              const HnField *field)
{
  assert_name (field->name);
  assert_label (field->label);
  assert_flags (field);
  g_assert_true ((field->type == HN_TYPE_CHOICE) == (field->choices != NULL));
  g_assert_true ((field->type == HN_TYPE_REFERENCE) == (field->targets != NULL));
  g_assert_true ((field->type == HN_TYPE_DECIMAL) == (field->decimals > 0));
  if (field->choices != NULL)
    assert_choices (field);
  if (field->targets != NULL)
    assert_targets (kind, field);
  if (field->currency != NULL)
    {
      g_assert_cmpint (field->type, ==, HN_TYPE_MONEY);
      assert_currency (kind, field);
    }
  if (field->when != NULL)
    assert_condition (kind, field->when);
  if (field->initial != NULL)
    {
      g_autoptr (GVariant) initial = hn_value_initial (field);

      g_assert_nonnull (initial);
    }
}

static void
test_fields (gconstpointer data)
{
  const HnKind *kind = data;
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (kind->n_fields, >, 0);
  g_assert_cmpuint (kind->n_fields, <=, 64);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      assert_field (kind, &kind->fields[i]);
      g_assert_true (g_hash_table_add (names, (gpointer) kind->fields[i].name));
    }
  g_assert_false (g_hash_table_contains (names, "id"));
}

static gboolean
is_value_of_choice (const HnField *field,
                    const char    *value)
{
  return field->choices != NULL && hn_field_get_choice (field, value) != NULL;
}

static void
test_rules (gconstpointer data)
{
  const HnKind *kind = data;

  for (guint i = 0; i < kind->n_rules; i++)
    {
      const HnRule *rule = &kind->rules[i];
      const HnField *field = hn_kind_get_field (kind, rule->field);
      const HnField *other = hn_kind_get_field (kind, rule->other);

      g_assert_nonnull (field);
      g_assert_nonnull (other);
      g_assert_true ((field == other) == (rule->type == HN_RULE_NOT_LATER));
      assert_label (rule->message);
      g_assert_true (g_str_has_suffix (rule->message.en, "."));
      g_assert_true (g_str_has_suffix (rule->message.vi, "."));
      g_assert_true ((rule->type == HN_RULE_VALUE_NEEDS) == (rule->value != NULL));
      if (rule->type == HN_RULE_NOT_AFTER)
        g_assert_true (field->type == HN_TYPE_DATE && other->type == HN_TYPE_DATE);
      if (rule->type == HN_RULE_NOT_LATER)
        g_assert_true (other->type == HN_TYPE_DATE);
      if (rule->type == HN_RULE_NOT_MORE)
        g_assert_true (hn_field_is_number (field) && hn_field_is_number (other));
      if (rule->type == HN_RULE_VALUE_NEEDS)
        g_assert_true (is_value_of_choice (field, rule->value));
    }
}

static void
assert_title (const HnKind *kind)
{
  guint n_fields = 0;
  const char *brace;

  g_assert_nonnull (kind->title);
  for (const char *rest = kind->title; (brace = strchr (rest, '{')) != NULL;)
    {
      const char *end = strchr (brace, '}');
      g_autofree char *name = NULL;

      g_assert_nonnull (end);
      name = g_strndup (brace + 1, (gsize) (end - brace - 1));
      g_assert_nonnull (hn_kind_get_field (kind, name));
      n_fields++;
      rest = end + 1;
    }
  g_assert_cmpuint (n_fields, >, 0);
}

static void
assert_columns (const HnKind *kind)
{
  g_auto (GStrv) columns = g_strsplit (kind->columns, " ", -1);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_assert_nonnull (hn_kind_get_field (kind, columns[i]));
      g_assert_true (g_hash_table_add (names, columns[i]));
    }
}

static void
assert_view (const HnKind *kind)
{
  const HnKind *base = hn_kind_stored (kind);

  g_assert_true ((kind->base != NULL) == (kind->filter != NULL));
  g_assert_true ((kind->base != NULL) == (kind->columns != NULL));
  if (kind->base == NULL)
    {
      g_assert_true (base == kind);
      return;
    }

  g_assert_nonnull (base);
  g_assert_true (base != kind);
  g_assert_null (base->base);
  g_assert_true (base->fields == kind->fields);
  g_assert_cmpuint (base->n_fields, ==, kind->n_fields);
  assert_condition (kind, kind->filter);
  assert_columns (kind);
}

/* A field stands in one group at most, and those that come first in the form in none. */
static void
assert_groups (const HnKind *kind)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const HnFieldGroup *group = kind->groups; group != NULL && group->fields != NULL; group++)
    {
      g_auto (GStrv) fields = g_strsplit (group->fields, " ", -1);

      assert_label (group->label);
      for (guint i = 0; fields[i] != NULL; i++)
        {
          const HnField *field = hn_kind_get_field (kind, fields[i]);

          g_assert_nonnull (field);
          g_assert_true (kind->base != NULL || (field->flags & HN_FIELD_MAIN) == 0);
          g_assert_true (g_hash_table_add (names, g_strdup (fields[i])));
        }
    }
}

static void
test_kind (gconstpointer data)
{
  const HnKind *kind = data;

  assert_name (kind->name);
  assert_label (kind->label);
  assert_label (kind->plural);
  assert_title (kind);
  assert_view (kind);
  assert_groups (kind);
  g_assert_true (hn_kind_lookup (kind->name) == kind);
  g_assert_nonnull (kind->order);
  g_assert_nonnull (hn_kind_get_field (kind, kind->order[0] == '-' ? kind->order + 1 : kind->order));
}

/* A record of the kind as a person begins it lacks what must be filled in, and nothing else is wrong. */
static void
test_new_record (gconstpointer data)
{
  const HnKind *kind = data;
  g_autoptr (HnRecord) record = hn_record_new (kind);
  g_autoptr (GPtrArray) problems = hn_record_check (record);

  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      g_assert_null (hn_record_get (record, problem->field->name));
    }
}

/* The kinds of docs and command line: none may vanish from the list unseen. */
static void
test_list (void)
{
  static const char *const names[] = {
    "organization", "person", "membership", "office", "term", "headcount", "award",
    "event", "participant", "delegation", "partner", "agreement", "greeting", "publication", "directive", "task",
    "campaign", "donation", "aid_project", "disbursement",
    "overseas_contact", "contact_log", "diaspora_count", "remittance", "association_abroad",
    "stated_figure", "area", "country", "attachment", "submission", "office_profile",
    "saved_list", "report_rule", "holiday", "former_name", "plan_target", "anniversary",
  };
  guint n_kinds;

  hn_kind_list (&n_kinds);
  g_assert_cmpuint (n_kinds, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (hn_kind_lookup (names[i]));
  g_assert_null (hn_kind_lookup ("organisation"));
  g_assert_null (hn_kind_lookup (""));
}

static void
add_kind_test (const HnKind *kind,
               const char   *what,
               GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/kinds/%s/%s", kind->name, what);

  g_test_add_data_func (path, kind, test);
}

int
main (int   argc,
      char *argv[])
{
  const HnKind *const *kinds;
  guint n_kinds;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/list", test_list);

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      add_kind_test (kinds[i], "table", test_kind);
      add_kind_test (kinds[i], "fields", test_fields);
      add_kind_test (kinds[i], "rules", test_rules);
      add_kind_test (kinds[i], "new-record", test_new_record);
    }

  return g_test_run ();
}
