/* Conditions of a list, from what a person typed to SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-where.h"

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"

static const char *const comparisons[] = {
  [HN_CLAUSE_IS] = "=",     [HN_CLAUSE_IS_NOT] = "=", /* which is negated as a whole */
  [HN_CLAUSE_AT_LEAST] = ">=", [HN_CLAUSE_AT_MOST] = "<=",
  [HN_CLAUSE_ABOVE] = ">",     [HN_CLAUSE_BELOW] = "<",
};

/**
 * hn_where_init:
 *
 * Begins with no condition, which every record meets; rows are called `t`.
 */
void
hn_where_init (HnWhere *self)
{
  self->sql = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->row = "t";
}

/**
 * hn_where_clear:
 *
 * Frees the SQL and the values; see g_auto().
 */
void
hn_where_clear (HnWhere *self)
{
  if (self->sql != NULL)
    g_string_free (self->sql, TRUE);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

/**
 * hn_where_add_text:
 *
 * Adds the value of the next mark in the SQL.
 */
void
hn_where_add_text (HnWhere    *self,
                   const char *value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_string (value)));
}

/**
 * hn_where_add_integer:
 *
 * Adds the value of the next mark in the SQL.
 */
void
hn_where_add_integer (HnWhere *self,
                      gint64   value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_int64 (value)));
}

/* --- values ---------------------------------------------------------- */

static void
add_set (HnWhere        *self,
         const HnPlan   *plan,
         const HnClause *clause)
{
  gboolean first = TRUE;

  if ((clause->field->flags & HN_FIELD_MULTIPLE) != 0)
    {
      g_string_append_printf (self->sql, "EXISTS (SELECT 1 FROM \"%s_%s\" WHERE \"record\" = %s.\"id\")",
                              plan->kind->name, clause->field->name, self->row);
      return;
    }

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);

      if (column->field != clause->field)
        continue;
      g_string_append_printf (self->sql, "%s%s.\"%s\" IS NOT NULL", first ? "(" : " OR ", self->row, column->name);
      first = FALSE;
    }
  g_string_append_c (self->sql, ')');
}

/* An amount means so many of the row's own currency, and is read anew for each row. */
static void
add_amount (HnWhere        *self,
            const HnClause *clause,
            const char     *text)
{
  g_string_append_printf (self->sql, "%s.\"%s\" %s hn_amount (?, %s.\"%s\")", self->row, clause->field->name,
                          comparisons[clause->type], self->row, clause->field->currency);
  hn_where_add_text (self, text);
}

/* A list must hold each of what was written, and to differ from it, none. */
static void
add_members (HnWhere        *self,
             const HnPlan   *plan,
             const HnClause *clause,
             GVariant       *values)
{
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      gint64 id;

      g_string_append_printf (self->sql,
                              "%sEXISTS (SELECT 1 FROM \"%s_%s\" WHERE \"record\" = %s.\"id\" AND \"value\" = ?)",
                              i == 0                         ? "("
                              : clause->type == HN_CLAUSE_IS ? " AND "
                                                             : " OR ",
                              plan->kind->name, clause->field->name, self->row);
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        {
          hn_where_add_text (self, g_variant_get_string (value, NULL));
          continue;
        }
      g_variant_get (value, "(&sx)", NULL, &id);
      hn_where_add_integer (self, id);
    }
  g_string_append_c (self->sql, ')');
}

static void
add_plain (HnWhere        *self,
           const HnClause *clause,
           GVariant       *value)
{
  g_string_append_printf (self->sql, "%s.\"%s\" %s ?", self->row, clause->field->name, comparisons[clause->type]);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    hn_where_add_text (self, g_variant_get_string (value, NULL));
  else
    hn_where_add_integer (self, g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? g_variant_get_boolean (value)
                                                                                     : g_variant_get_int64 (value));
}

/* Of an amount in the row's currency it is enough here that it is one in some currency. */
static GVariant *
parse_value (HnRegister      *reg,
             const HnClause  *clause,
             const char      *text,
             GError         **error)
{
  GVariant *value = NULL;

  if (clause->field->type == HN_TYPE_MONEY && clause->field->currency != NULL)
    value = hn_register_parse (reg, clause->field, text, "USD", NULL);

  return value != NULL ? value : hn_register_parse (reg, clause->field, text, NULL, error);
}

/* An expression that is true where the field compares to one value as it shall. */
static gboolean
add_value (HnWhere         *self,
           HnRegister      *reg,
           const HnKind    *kind,
           const HnClause  *clause,
           const char      *text,
           GError         **error)
{
  const HnPlan *plan = hn_register_get_plan (reg, kind);
  const HnField *field = clause->field;
  g_autoptr (GVariant) value = NULL;

  if (*text == '\0')
    {
      g_string_append (self->sql, "NOT ");
      add_set (self, plan, clause);
      return TRUE;
    }
  if (field->type == HN_TYPE_DATE)
    return hn_where_add_date (self, clause, text, error);

  value = parse_value (reg, clause, text, error);
  if (value == NULL)
    return FALSE;

  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    add_members (self, plan, clause, value);
  else if (field->type == HN_TYPE_REFERENCE)
    hn_where_add_reference (self, reg, kind, clause, value);
  else if (field->type == HN_TYPE_MONEY && field->currency != NULL)
    add_amount (self, clause, text);
  else
    add_plain (self, clause, value);

  return TRUE;
}

/* --- conditions ------------------------------------------------------ */

static gboolean
add_values (HnWhere         *self,
            HnRegister      *reg,
            const HnKind    *kind,
            const HnClause  *clause,
            GError         **error)
{
  for (guint i = 0; clause->values[i] != NULL; i++)
    {
      g_string_append (self->sql, i > 0 ? " OR " : "");
      if (!add_value (self, reg, kind, clause, clause->values[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Where it must differ it must be set too. */
static gboolean
add_different (HnWhere         *self,
               HnRegister      *reg,
               const HnKind    *kind,
               const HnClause  *clause,
               GError         **error)
{
  add_set (self, hn_register_get_plan (reg, kind), clause);
  if (*clause->text == '\0')
    return TRUE;

  g_string_append (self->sql, " AND NOT coalesce (");
  if (!add_values (self, reg, kind, clause, error))
    return FALSE;
  g_string_append (self->sql, ", 0)");

  return TRUE;
}

static gboolean
add_comparison (HnWhere         *self,
                HnRegister      *reg,
                const HnKind    *kind,
                const HnClause  *clause,
                GError         **error)
{
  if ((clause->field->type != HN_TYPE_DATE && !hn_field_is_number (clause->field)) || *clause->text == '\0')
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   *clause->text == '\0' ? _("Write a number or a date to compare “%s” with.")
                                         : _("“%s” is neither a number nor a date: write = or !=."),
                   hn_field_get_label (clause->field));
      return FALSE;
    }

  return add_value (self, reg, kind, clause, clause->text, error);
}

static gboolean
add_id (HnWhere         *self,
        const HnClause  *clause,
        GError         **error)
{
  gboolean negated = clause->type == HN_CLAUSE_IS_NOT;

  g_string_append (self->sql, negated ? "NOT (" : "(");
  for (guint i = 0; clause->values[i] != NULL; i++)
    {
      gint64 id;

      if (!g_ascii_string_to_signed (clause->values[i], 10, 0, G_MAXINT64, &id, NULL))
        {
          g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, _("“%s” is no record's number."),
                       clause->values[i]);
          return FALSE;
        }
      g_string_append_printf (self->sql, "%s%s.\"id\" %s ?", i > 0 ? " OR " : "", self->row, comparisons[clause->type]);
      hn_where_add_integer (self, id);
    }
  g_string_append_c (self->sql, ')');

  return TRUE;
}

static gboolean
add_clause (HnWhere         *self,
            HnRegister      *reg,
            const HnKind    *kind,
            const HnClause  *clause,
            GError         **error)
{
  gboolean good;

  if (clause->type == HN_CLAUSE_HAS || clause->type == HN_CLAUSE_LACKS)
    return hn_where_add_related (self, reg, kind, clause, error);

  g_string_append (self->sql, " AND (");
  if (clause->field == NULL)
    good = add_id (self, clause, error);
  else if (clause->type == HN_CLAUSE_IS)
    good = add_values (self, reg, kind, clause, error);
  else if (clause->type == HN_CLAUSE_IS_NOT)
    good = add_different (self, reg, kind, clause, error);
  else if (clause->type == HN_CLAUSE_CONTAINS)
    good = hn_where_add_words (self, reg, kind, clause, error);
  else if (clause->type == HN_CLAUSE_WITHIN)
    good = hn_where_add_tree (self, reg, kind, clause, error);
  else
    good = add_comparison (self, reg, kind, clause, error);
  g_string_append_c (self->sql, ')');

  return good;
}

/**
 * hn_where_add:
 * @self: conditions
 * @reg: a register, which knows what names refer to
 * @kind: a kind or view
 * @condition: one of those below
 * @error: return location; %HN_REGISTER_ERROR_INVALID or one of %HN_KIND_ERROR, a sentence that says what to write
 *
 * | FIELD=VALUE, FIELD!=VALUE | is it; is set and is not. A field of several must hold the value, or not |
 * | FIELD=A|B, FIELD!=A|B | any of them; none of them. An empty one among them stands for what is not set |
 * | FIELD=, FIELD!= | is not set; is set |
 * | FIELD>=VALUE, <=, >, < | of numbers and dates |
 * | FIELD=2021, 2021-05, 2021-01-01..2021-03-31 | of a date: it lies within |
 * | FIELD~WORDS | contains the words, as a search finds them |
 * | FIELD^=VALUE | refers to that record or to any below it in its tree |
 * | has:KIND, has:KIND.FIELD, lacks:KIND | some, or no, record of KIND refers to it |
 * | has:KIND@2026, lacks:KIND@A..B | the same, dated within: by the first date that the list of KIND shows |
 *
 * Returns: whether the condition could be read; if not, @self is of no more use
 */
gboolean
hn_where_add (HnWhere       *self,
              HnRegister    *reg,
              const HnKind  *kind,
              const char    *condition,
              GError       **error)
{
  g_auto (HnClause) clause = { 0 };

  return hn_clause_parse (&clause, kind, condition, error) && add_clause (self, reg, kind, &clause, error);
}

/**
 * hn_where_bind:
 * @first: the number of the first mark
 *
 * Gives its values to the marks of the SQL; @self must live until the statement ran.
 */
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
