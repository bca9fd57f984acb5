/* Words that a field shall contain, as SQL: with or without marks, in any order, as a search understands them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-query.h"
#include "hn-register-private.h"
#include "hn-where.h"

static gboolean
refuse (const HnClause  *clause,
        GError         **error)
{
  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
               _("“%s” holds no words. Write = instead of ~, or >= and <= for numbers and dates."),
               hn_field_get_label (clause->field));

  return FALSE;
}

/* The words of a choice are in the program, in both languages. */
static void
add_choices (HnWhere        *self,
             const HnClause *clause)
{
  g_autoptr (HnQuery) query = hn_query_new (clause->text);

  g_string_append_printf (self->sql, "%s.\"%s\" IN (NULL", self->row, clause->field->name);
  for (const HnChoice *choice = clause->field->choices; choice->name != NULL; choice++)
    {
      g_autoptr (HnHaystack) haystack = hn_haystack_new ();

      hn_haystack_add (haystack, choice->label.vi);
      hn_haystack_add (haystack, choice->label.en);
      if (hn_query_match (query, hn_haystack_folded (haystack), hn_haystack_marked (haystack)) == HN_MATCH_NONE)
        continue;
      g_string_append (self->sql, ", ?");
      hn_where_add_text (self, choice->name);
    }
  g_string_append_c (self->sql, ')');
}

static void
add_country (HnWhere        *self,
             const HnClause *clause,
             const char     *code)
{
  g_string_append_printf (self->sql,
                          "EXISTS (SELECT 1 FROM \"country\" AS \"c\" WHERE \"c\".\"code\" = %s"
                          " AND hn_has_words (?, \"c\".\"name\", \"c\".\"name_en\", \"c\".\"aliases\"))",
                          code);
  hn_where_add_text (self, clause->text);
}

static void
add_column (HnWhere        *self,
            const HnClause *clause,
            const HnColumn *column)
{
  HnType type = clause->field->type;
  g_autofree char *name = g_strdup_printf ("%s.\"%s\"", self->row, column->name);

  if (type == HN_TYPE_COUNTRY)
    {
      add_country (self, clause, name);
      return;
    }
  if (column->role == HN_COLUMN_TARGET)
    g_string_append_printf (self->sql, "hn_name_has_words (?, hn_title ('%s', %s))", column->target->name, name);
  else if (column->role == HN_COLUMN_ANY)
    g_string_append_printf (self->sql, "hn_name_has_words (?, hn_title (%s.\"%s_kind\", %s))", self->row,
                            clause->field->name, name);
  else if (type == HN_TYPE_PHONE)
    g_string_append_printf (self->sql, "hn_phone_has_words (?, %s)", name);
  else
    g_string_append_printf (self->sql, "hn_%shas_words (?, %s)",
                            type == HN_TYPE_NOTE || type == HN_TYPE_EMAIL ? "" : "name_", name);
  hn_where_add_text (self, clause->text);
}

static void
add_list (HnWhere        *self,
          const HnPlan   *plan,
          const HnClause *clause)
{
  g_string_append_printf (self->sql, "EXISTS (SELECT 1 FROM \"%s_%s\" AS \"m\" WHERE \"m\".\"record\" = %s.\"id\" AND ",
                          plan->kind->name, clause->field->name, self->row);
  if (clause->field->type == HN_TYPE_COUNTRY)
    {
      add_country (self, clause, "\"m\".\"value\"");
    }
  else
    {
      g_string_append_printf (self->sql, "hn_name_has_words (?, hn_title ('%s', \"m\".\"value\"))",
                              clause->field->targets);
      hn_where_add_text (self, clause->text);
    }
  g_string_append_c (self->sql, ')');
}

static void
add_columns (HnWhere        *self,
             const HnPlan   *plan,
             const HnClause *clause)
{
  gboolean first = TRUE;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);

      if (column->field != clause->field || column->role == HN_COLUMN_KIND)
        continue;
      g_string_append (self->sql, first ? "(" : " OR ");
      add_column (self, clause, column);
      first = FALSE;
    }
  g_string_append_c (self->sql, ')');
}

/**
 * hn_where_add_words:
 * @self: conditions
 * @reg: a register
 * @kind: a kind or view
 * @clause: a condition FIELD~WORDS
 * @error: return location
 *
 * Adds an expression that is true where the field contains the words; a reference, where what it refers to is called
 * so. A record's search text holds what its fields do: only those with the words in it are looked at more closely.
 *
 * Returns: whether it was added
 */
gboolean
hn_where_add_words (HnWhere         *self,
                    HnRegister      *reg,
                    const HnKind    *kind,
                    const HnClause  *clause,
                    GError         **error)
{
  const HnPlan *plan = hn_register_get_plan (reg, kind);
  const HnField *field = clause->field;
  g_autoptr (HnQuery) query = hn_query_new (clause->text);

  if (hn_field_is_number (field) || field->type == HN_TYPE_DATE || field->type == HN_TYPE_BOOLEAN
      || field->type == HN_TYPE_BYTES)
    return refuse (clause, error);
  if (hn_query_is_empty (query))
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   _("Write what “%s” shall contain behind the ~."), hn_field_get_label (field));
      return FALSE;
    }
  if (field->type == HN_TYPE_CHOICE)
    {
      add_choices (self, clause);
      return TRUE;
    }

  g_string_append_printf (
    self->sql,
    "%s.\"id\" IN (SELECT \"id\" FROM \"search_%s\" WHERE hn_is_found (?, \"folded\", \"marked\"))"
    " AND ",
    self->row, plan->kind->name);
  hn_where_add_text (self, clause->text);
  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    add_list (self, plan, clause);
  else
    add_columns (self, plan, clause);

  return TRUE;
}
