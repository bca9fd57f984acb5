/* Everything that is wrong with a record and can be told without the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-value.h"

#include <glib/gi18n-lib.h>

#include "hn-condition.h"
#include "hn-currency.h"
#include "hn-format.h"

/**
 * hn_problem_new:
 * @field: (nullable): the field where it is shown
 * @message: what is wrong and how to put it right, a sentence in the user's language
 *
 * Returns: (transfer full): a problem
 */
HnProblem *
hn_problem_new (const HnField *field,
                const char    *message)
{
  HnProblem *problem;

  g_return_val_if_fail (message != NULL, NULL);

  problem = g_new0 (HnProblem, 1);
  problem->field = field;
  problem->message = g_strdup (message);

  return problem;
}

/**
 * hn_problem_free:
 * @problem: (transfer full): a problem
 */
void
hn_problem_free (HnProblem *problem)
{
  g_return_if_fail (problem != NULL);

  g_free (problem->message);
  g_free (problem);
}

static gboolean
has_problem (GPtrArray     *problems,
             const HnField *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == field)
        return TRUE;
    }

  return FALSE;
}

/* The first thing wrong with a field is the one to put right first; the others often follow from it. */
static void
add_problem (GPtrArray     *problems,
             const HnField *field,
             const char    *message)
{
  if (!has_problem (problems, field))
    g_ptr_array_add (problems, hn_problem_new (field, message));
}

static void add_problem_printf (GPtrArray     *problems,
                                const HnField *field,
                                const char    *format,
                                ...) G_GNUC_PRINTF (3, 4);

static void
add_problem_printf (GPtrArray     *problems,
                    const HnField *field,
                    const char    *format,
                    ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  add_problem (problems, field, message);
}

/* --- one value, by its type ------------------------------------------- */

typedef void (*CheckFunc) (const HnField *field,
                           GVariant      *value,
                           GPtrArray     *problems);

static void
check_text (const HnField *field,
            GVariant      *value,
            GPtrArray     *problems)
{
  const char *fault = hn_field_check_format (field, g_variant_get_string (value, NULL));

  if (fault != NULL)
    add_problem (problems, field, fault);
}

static void
check_number (const HnField *field,
              GVariant      *value,
              GPtrArray     *problems)
{
  if (g_variant_get_int64 (value) < 0 && (field->flags & HN_FIELD_SIGNED) == 0)
    add_problem_printf (problems, field, _("“%s” cannot be below zero."), hn_field_get_label (field));
}

static void
check_percent (const HnField *field,
               GVariant      *value,
               GPtrArray     *problems)
{
  gint64 hundredths = g_variant_get_int64 (value);

  if (hundredths < 0 || hundredths > 10000)
    add_problem_printf (problems, field, _("“%s” is a percentage from 0 to 100."), hn_field_get_label (field));
}

static void
check_date (const HnField *field,
            GVariant      *value,
            GPtrArray     *problems)
{
  HnDate date;

  if (!hn_date_from_iso (g_variant_get_string (value, NULL), &date))
    add_problem_printf (problems, field, _("“%s” is not a date that exists."), hn_field_get_label (field));
  else if ((field->flags & HN_FIELD_FULL_DATE) != 0 && !hn_date_is_full (date))
    add_problem_printf (problems, field, _("“%s” needs the day, not only the month or year."),
                        hn_field_get_label (field));
}

static void
check_choice (const HnField *field,
              GVariant      *value,
              GPtrArray     *problems)
{
  if (hn_field_get_choice (field, g_variant_get_string (value, NULL)) == NULL)
    add_problem_printf (problems, field, _("“%s” is not among the choices of “%s”."),
                        g_variant_get_string (value, NULL), hn_field_get_label (field));
}

static void
check_currency (const HnField *field,
                GVariant      *value,
                GPtrArray     *problems)
{
  if (!hn_currency_is_known (g_variant_get_string (value, NULL)))
    add_problem_printf (problems, field,
                        _("“%s” is not a known currency. Write its three-letter code, like VND or USD."),
                        g_variant_get_string (value, NULL));
}

static void
check_reference (const HnField *field,
                 GVariant      *value,
                 GPtrArray     *problems)
{
  const HnKind *kind;
  const char *name;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;

  g_variant_get (value, "(&sx)", &name, &id);
  kind = hn_kind_lookup (name);
  if (kind == NULL || kind->base != NULL || id <= 0 || !hn_field_has_target (field, kind))
    add_problem_printf (problems, field, _("“%s” cannot point to “%s”."), hn_field_get_label (field),
                        kind != NULL ? hn_kind_get_label (kind) : name);
}

static const CheckFunc checks[] = {
  [HN_TYPE_TEXT] = check_text,
  [HN_TYPE_NAME] = check_text,
  [HN_TYPE_NOTE] = check_text,
  [HN_TYPE_PHONE] = check_text,
  [HN_TYPE_EMAIL] = check_text,
  [HN_TYPE_INTEGER] = check_number,
  [HN_TYPE_DECIMAL] = check_number,
  [HN_TYPE_PERCENT] = check_percent,
  [HN_TYPE_BOOLEAN] = NULL,
  [HN_TYPE_DATE] = check_date,
  [HN_TYPE_CHOICE] = check_choice,
  [HN_TYPE_MONEY] = check_number,
  [HN_TYPE_CURRENCY] = check_currency,
  [HN_TYPE_COUNTRY] = check_text,
  [HN_TYPE_REFERENCE] = check_reference,
  [HN_TYPE_BYTES] = NULL,
};

static gboolean
is_repeated (GVariant *values,
             gsize     position)
{
  g_autoptr (GVariant) value = g_variant_get_child_value (values, position);

  for (gsize i = 0; i < position; i++)
    {
      g_autoptr (GVariant) other = g_variant_get_child_value (values, i);

      if (g_variant_equal (value, other))
        return TRUE;
    }

  return FALSE;
}

static void
check_several (const HnField *field,
               GVariant      *values,
               GPtrArray     *problems)
{
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);

      checks[field->type](field, value, problems);
      if (is_repeated (values, i))
        add_problem_printf (problems, field, _("“%s” names the same one twice."), hn_field_get_label (field));
    }
}

/* --- one field of the record ------------------------------------------ */

/* "Form: Goods or Service", as the label and choices of the field that the condition is on. */
static char *
describe_condition (const HnKind *kind,
                    const char   *text)
{
  g_auto (HnCondition) condition = { 0 };
  g_autoptr (GString) values = NULL;
  const HnField *field;

  if (!hn_condition_parse (&condition, text))
    return g_strdup (text);

  field = hn_kind_get_field (kind, condition.field);
  if (condition.type == HN_CONDITION_SET)
    return g_strdup_printf (_("“%s” is filled in"), hn_field_get_label (field));

  values = g_string_new (NULL);
  for (guint i = 0; condition.values[i] != NULL; i++)
    {
      const HnChoice *choice = field->choices != NULL ? hn_field_get_choice (field, condition.values[i]) : NULL;

      g_string_append_printf (values, "%s“%s”", i > 0 ? ", " : "",
                              choice != NULL ? hn_label_get (choice->label) : condition.values[i]);
    }

  return g_strdup_printf (_("“%s” is %s"), hn_field_get_label (field), values->str);
}

static void
check_not_applying (const HnRecord *record,
                    const HnField  *field,
                    GVariant       *value,
                    GPtrArray      *problems)
{
  g_autoptr (GVariant) initial = hn_value_initial (field);
  g_autofree char *condition = NULL;

  if (initial != NULL && g_variant_equal (value, initial))
    return;

  condition = describe_condition (hn_record_get_kind (record), field->when);
  add_problem_printf (problems, field, _("“%s” is only for records where %s; leave it empty."),
                      hn_field_get_label (field), condition);
}

/* A reference to the own record; longer ways round are found in the register. */
static void
check_tree (const HnRecord *record,
            const HnField  *field,
            GPtrArray      *problems)
{
  gint64 id = hn_record_get_id (record);

  if (id != 0 && hn_record_get_reference (record, field->name, NULL) == id)
    add_problem_printf (problems, field, _("“%s” cannot be the record itself."), hn_field_get_label (field));
}

/* The length of a content says that it stands in the register already, which a new record's cannot. */
static gboolean
is_missing (const HnRecord *record,
            const HnField  *field,
            GVariant       *value)
{
  return value == NULL
         || (field->type == HN_TYPE_BYTES && hn_record_get_id (record) == 0
             && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64));
}

static void
check_field (const HnRecord *record,
             const HnField  *field,
             GPtrArray      *problems)
{
  GVariant *value = hn_record_get (record, field->name);

  if (is_missing (record, field, value))
    {
      if ((field->flags & HN_FIELD_REQUIRED) != 0 && hn_record_applies (record, field))
        add_problem_printf (problems, field, _("“%s” must be filled in."), hn_field_get_label (field));
      return;
    }

  if (!hn_record_applies (record, field))
    check_not_applying (record, field, value, problems);
  if ((field->flags & HN_FIELD_TREE) != 0)
    check_tree (record, field, problems);
  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    check_several (field, value, problems);
  else if (checks[field->type] != NULL)
    checks[field->type](field, value, problems);
}

/* --- the rules of the kind -------------------------------------------- */

typedef gboolean (*RuleFunc) (const HnRecord *record,
                              const HnRule   *rule);

/* A year goes before each of its days and after each of them: only what cannot be is refused. */
static gboolean
keeps_not_after (const HnRecord *record,
                 const HnRule   *rule)
{
  HnDate first = hn_record_get_date (record, rule->field);
  HnDate last = hn_record_get_date (record, rule->other);

  if (!hn_date_is_set (first) || !hn_date_is_set (last))
    return TRUE;

  return hn_date_compare (hn_date_first (first), hn_date_last (last)) <= 0;
}

static gboolean
keeps_not_more (const HnRecord *record,
                const HnRule   *rule)
{
  gint64 part;
  gint64 whole;

  return !hn_record_get_number (record, rule->field, &part) || !hn_record_get_number (record, rule->other, &whole)
         || part <= whole;
}

static gboolean
keeps_needs (const HnRecord *record,
             const HnRule   *rule)
{
  return hn_record_get (record, rule->field) == NULL || hn_record_get (record, rule->other) != NULL;
}

static gboolean
keeps_value_needs (const HnRecord *record,
                   const HnRule   *rule)
{
  return g_strcmp0 (hn_record_get_text (record, rule->field), rule->value) != 0
         || hn_record_get (record, rule->other) != NULL;
}

static gboolean
keeps_any_of (const HnRecord *record,
              const HnRule   *rule)
{
  return hn_record_get (record, rule->field) != NULL || hn_record_get (record, rule->other) != NULL;
}

static gboolean
keeps_not_later (const HnRecord *record,
                 const HnRule   *rule)
{
  HnDate date = hn_record_get_date (record, rule->other);

  return !hn_date_is_set (date) || hn_date_compare (hn_date_first (date), hn_date_today ()) <= 0;
}

static const RuleFunc rules[] = {
  [HN_RULE_NOT_AFTER] = keeps_not_after,
  [HN_RULE_NOT_MORE] = keeps_not_more,
  [HN_RULE_NEEDS] = keeps_needs,
  [HN_RULE_VALUE_NEEDS] = keeps_value_needs,
  [HN_RULE_ANY_OF] = keeps_any_of,
  [HN_RULE_NOT_LATER] = keeps_not_later,
};

static void
check_rule (const HnRecord *record,
            const HnRule   *rule,
            GPtrArray      *problems)
{
  const HnField *shown_at = hn_kind_get_field (hn_record_get_kind (record), rule->other);

  /* What does not apply cannot be missing. */
  if (hn_record_get (record, rule->other) == NULL && !hn_record_applies (record, shown_at))
    return;

  if (!rules[rule->type](record, rule))
    add_problem (problems, shown_at, hn_label_get (rule->message));
}

/* A record that is added to a view must be one that the view shows; an old one may leave it: people come home. */
static void
check_view (const HnRecord *record,
            GPtrArray      *problems)
{
  const HnKind *view = hn_record_get_view (record);
  g_auto (HnCondition) filter = { 0 };
  const HnField *field;

  if (view->filter == NULL || hn_record_get_id (record) != 0)
    return;
  if (!hn_condition_parse (&filter, view->filter) || hn_condition_holds (&filter, record))
    return;

  field = hn_kind_get_field (view, filter.field);
  add_problem_printf (problems, field, _("With this “%s” the record does not belong to “%s”."),
                      hn_field_get_label (field), hn_kind_get_plural (view));
}

/**
 * hn_record_check:
 * @record: a record
 *
 * Says everything that keeps it from being saved, apart from what only the register knows: whether other
 * records exist, are unique, or lead back to this one.
 *
 * Returns: (transfer full) (element-type HnProblem): the problems in the order of the fields, then those of
 *   the rules, at most one a field; empty if the record is good
 */
GPtrArray *
hn_record_check (const HnRecord *record)
{
  GPtrArray *problems;
  const HnKind *kind;

  g_return_val_if_fail (record != NULL, NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_problem_free);
  kind = hn_record_get_kind (record);
  for (guint i = 0; i < kind->n_fields; i++)
    check_field (record, &kind->fields[i], problems);
  for (guint i = 0; i < kind->n_rules; i++)
    check_rule (record, &kind->rules[i], problems);
  check_view (record, problems);

  return problems;
}
