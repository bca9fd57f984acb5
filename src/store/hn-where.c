/* Conditions of a list, from what a person typed to SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-where.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-register-private.h"

typedef enum
{
  OPERATOR_IS,
  OPERATOR_IS_NOT,
  OPERATOR_AT_LEAST,
  OPERATOR_AT_MOST,
  OPERATOR_ABOVE,
  OPERATOR_BELOW,
} Operator;

static const struct
{
  const char *text;
  Operator       op;
} operators[] = {
  { "!=", OPERATOR_IS_NOT },
  { ">=", OPERATOR_AT_LEAST },
  { "<=", OPERATOR_AT_MOST },
  { "=", OPERATOR_IS },
  { ">", OPERATOR_ABOVE },
  { "<", OPERATOR_BELOW },
};

static const char *const comparisons[] = {
  [OPERATOR_IS] = "=",
  [OPERATOR_IS_NOT] = "<>",
  [OPERATOR_AT_LEAST] = ">=",
  [OPERATOR_AT_MOST] = "<=",
  [OPERATOR_ABOVE] = ">",
  [OPERATOR_BELOW] = "<",
};

/* One condition in its parts. */
typedef struct
{
  const HnField *field; /* NULL: the id */
  Operator       op;
  char          *text;
} Condition;

void
hn_where_init (HnWhere *self)
{
  self->sql = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
}

void
hn_where_clear (HnWhere *self)
{
  if (self->sql != NULL)
    g_string_free (self->sql, TRUE);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

/* --- reading --------------------------------------------------------- */

static gboolean
find_operator (const char *at,
               guint      *found)
{
  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (operators); i++)
    {
      if (g_str_has_prefix (at, operators[i].text))
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
split (Condition    *condition,
       const HnKind *kind,
       const char   *text,
       GError      **error)
{
  const char *at = strpbrk (text, "=!<>");
  g_autofree char *name = NULL;
  guint found;

  if (!find_operator (at, &found))
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   _("“%s” is not a condition. Write FIELD=VALUE, or !=, >= and <= instead of =."), text);
      return FALSE;
    }

  name = g_strstrip (g_strndup (text, (gsize) (at - text)));
  condition->op = operators[found].op;
  condition->text = g_strstrip (g_strdup (at + strlen (operators[found].text)));
  condition->field = hn_kind_find_field (kind, name);
  if (condition->field != NULL || g_str_equal (name, "id"))
    return TRUE;

  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
               _("“%s” has no field “%s”. See the list of kinds for its fields."), hn_kind_get_label (kind),
               name);

  return FALSE;
}

/* --- the SQL --------------------------------------------------------- */

static void
add_text (HnWhere    *self,
          const char *value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_string (value)));
}

static void
add_integer (HnWhere *self,
             gint64   value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_int64 (value)));
}

static void
add_set (HnWhere         *self,
         const HnPlan    *plan,
         const Condition *condition)
{
  gboolean wanted = condition->op != OPERATOR_IS;
  g_autoptr (GString) any = g_string_new (NULL);

  if ((condition->field->flags & HN_FIELD_MULTIPLE) != 0)
    {
      g_string_append_printf (self->sql, " AND %s EXISTS (SELECT 1 FROM \"%s_%s\" WHERE \"record\" = t.\"id\")",
                              wanted ? "" : "NOT", plan->kind->name, condition->field->name);
      return;
    }

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);

      if (column->field == condition->field)
        g_string_append_printf (any, "%st.\"%s\" IS NOT NULL", any->len > 0 ? " OR " : "", column->name);
    }
  g_string_append_printf (self->sql, " AND %s (%s)", wanted ? "" : "NOT", any->str);
}

/* A condition that a column with a single value must meet; where it must differ, it must be set too. */
static void
add_comparison (HnWhere    *self,
                const char *column,
                Operator    op)
{
  g_string_append_printf (self->sql, " AND t.\"%s\" %s ?", column, comparisons[op]);
}

/* A year is every day in it: what is at most a year ends with its last day. */
static void
add_date (HnWhere         *self,
          const Condition *condition,
          const char      *iso)
{
  const char *column = condition->field->name;
  g_autofree char *last = NULL;
  g_autofree char *pattern = NULL;
  HnDate date;

  if (condition->op == OPERATOR_IS || condition->op == OPERATOR_IS_NOT)
    {
      pattern = g_strconcat (iso, "*", NULL);
      g_string_append_printf (self->sql, " AND t.\"%s\" %s ?", column,
                              condition->op == OPERATOR_IS ? "GLOB" : "NOT GLOB");
      add_text (self, pattern);
      return;
    }

  hn_date_from_iso (iso, &date);
  last = hn_date_to_iso (hn_date_last (date));
  add_comparison (self, column, condition->op);
  add_text (self, condition->op == OPERATOR_AT_MOST || condition->op == OPERATOR_ABOVE ? last : iso);
}

/* An amount means so many of the row's own currency. */
static void
add_money (HnWhere         *self,
           const Condition *condition,
           GVariant        *value)
{
  const char *column = condition->field->name;

  if (condition->field->currency == NULL)
    {
      add_comparison (self, column, condition->op);
      add_integer (self, g_variant_get_int64 (value));
      return;
    }

  g_string_append_printf (self->sql, " AND t.\"%s\" %s hn_amount (?, t.\"%s\")", column, comparisons[condition->op],
                          condition->field->currency);
  add_text (self, condition->text);
}

static const HnColumn *
find_column (const HnPlan  *plan,
             const HnField *field,
             GVariant      *value)
{
  gboolean words = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);
  const char *kind = NULL;

  if (!words)
    g_variant_get (value, "(&sx)", &kind, NULL);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);

      if (column->field != field)
        continue;
      if (words ? column->role == HN_COLUMN_WORDS
                : column->role == HN_COLUMN_ANY
                    || (column->role == HN_COLUMN_TARGET && g_str_equal (column->target->name, kind)))
        return column;
    }

  return NULL;
}

static void
add_reference (HnWhere         *self,
               const HnPlan    *plan,
               const Condition *condition,
               GVariant        *value)
{
  const HnColumn *column = find_column (plan, condition->field, value);
  const char *kind;
  gint64 id;

  /* One that refers to something else, or to a record of another kind, is set, and differs. */
  if (condition->op == OPERATOR_IS_NOT)
    add_set (self, plan, condition);
  if (column->role == HN_COLUMN_WORDS)
    {
      g_string_append_printf (self->sql, " AND coalesce (t.\"%s\", '') %s ?", column->name, comparisons[condition->op]);
      add_text (self, g_variant_get_string (value, NULL));
      return;
    }

  g_variant_get (value, "(&sx)", &kind, &id);
  if (column->role == HN_COLUMN_ANY)
    {
      g_string_append_printf (self->sql, " AND %s (t.\"%s\" = ? AND t.\"%s_kind\" = ?)",
                              condition->op == OPERATOR_IS ? "" : "NOT", column->name, column->name);
      add_integer (self, id);
      add_text (self, kind);
      return;
    }

  g_string_append_printf (self->sql, " AND coalesce (t.\"%s\", 0) %s ?", column->name, comparisons[condition->op]);
  add_integer (self, id);
}

static void
add_member (HnWhere         *self,
            const HnPlan    *plan,
            const Condition *condition,
            GVariant        *values)
{
  if (condition->op == OPERATOR_IS_NOT)
    add_set (self, plan, condition);

  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      gint64 id;

      g_string_append_printf (self->sql,
                              " AND %s EXISTS (SELECT 1 FROM \"%s_%s\" WHERE \"record\" = t.\"id\" AND \"value\" = ?)",
                              condition->op == OPERATOR_IS ? "" : "NOT", plan->kind->name, condition->field->name);
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        {
          add_text (self, g_variant_get_string (value, NULL));
          continue;
        }
      g_variant_get (value, "(&sx)", NULL, &id);
      add_integer (self, id);
    }
}

static void
add_value (HnWhere         *self,
           const HnPlan    *plan,
           const Condition *condition,
           GVariant        *value)
{
  const HnField *field = condition->field;

  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    add_member (self, plan, condition, value);
  else if (field->type == HN_TYPE_REFERENCE)
    add_reference (self, plan, condition, value);
  else if (field->type == HN_TYPE_DATE)
    add_date (self, condition, g_variant_get_string (value, NULL));
  else if (field->type == HN_TYPE_MONEY)
    add_money (self, condition, value);
  else
    {
      add_comparison (self, field->name, condition->op);
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        add_text (self, g_variant_get_string (value, NULL));
      else
        add_integer (self, g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? g_variant_get_boolean (value)
                                                                                : g_variant_get_int64 (value));
    }
}

static gboolean
can_compare (const HnField *field)
{
  return field->type == HN_TYPE_DATE || hn_field_is_number (field);
}

/* An amount is read anew for each row, in its currency; here it is enough that it is one in some currency. */
static GVariant *
parse_value (HnRegister       *reg,
             const Condition  *condition,
             GError          **error)
{
  GVariant *value = NULL;

  if (condition->field->type == HN_TYPE_MONEY && condition->field->currency != NULL)
    value = hn_register_parse (reg, condition->field, condition->text, "USD", NULL);

  return value != NULL ? value : hn_register_parse (reg, condition->field, condition->text, NULL, error);
}

static gboolean
add_condition (HnWhere          *self,
               HnRegister       *reg,
               const HnKind     *kind,
               const Condition  *condition,
               GError          **error)
{
  g_autoptr (GVariant) value = NULL;

  if (condition->field == NULL)
    {
      add_comparison (self, "id", condition->op);
      add_integer (self, g_ascii_strtoll (condition->text, NULL, 10));
      return TRUE;
    }
  if (*condition->text == '\0')
    {
      add_set (self, hn_register_get_plan (reg, kind), condition);
      return TRUE;
    }
  if (condition->op > OPERATOR_IS_NOT && !can_compare (condition->field))
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   _("“%s” is neither a number nor a date: write = or !=."),
                   hn_field_get_label (condition->field));
      return FALSE;
    }

  value = parse_value (reg, condition, error);
  if (value == NULL)
    return FALSE;

  add_value (self, hn_register_get_plan (reg, kind), condition, value);

  return TRUE;
}

/**
 * hn_where_add:
 * @self: conditions
 * @reg: a register, which knows what names refer to
 * @kind: a kind or view
 * @condition: "field=value"; also with !=, and with >= and <= for numbers and dates
 * @error: return location
 *
 * An empty value means that the field is not set, or with != that it is. A field of several must hold the value.
 *
 * Returns: whether the condition could be read
 */
gboolean
hn_where_add (HnWhere       *self,
              HnRegister    *reg,
              const HnKind  *kind,
              const char    *condition,
              GError       **error)
{
  Condition parts = { 0 };
  gboolean good = split (&parts, kind, condition, error) && add_condition (self, reg, kind, &parts, error);

  g_free (parts.text);

  return good;
}

/* @self must live until the statement ran. */
void
hn_where_bind (const HnWhere *self,
               HnStatement   *statement,
               int            first)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      GVariant *value = g_ptr_array_index (self->values, i);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        hn_statement_bind_text (statement, first + (int) i, g_variant_get_string (value, NULL));
      else
        hn_statement_bind_integer (statement, first + (int) i, g_variant_get_int64 (value));
    }
}
