/* Conditions on references as SQL: to one record, or to any below it in its tree. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-register-private.h"
#include "hn-where.h"

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

  g_assert_not_reached ();
}

/**
 * hn_where_add_reference:
 * @self: conditions
 * @reg: a register
 * @kind: a kind or view
 * @clause: a condition on a reference to one record
 * @value: what it shall refer to
 *
 * Adds an expression that is true where it does.
 */
void
hn_where_add_reference (HnWhere        *self,
                        HnRegister     *reg,
                        const HnKind   *kind,
                        const HnClause *clause,
                        GVariant       *value)
{
  const HnColumn *column = find_column (hn_register_get_plan (reg, kind), clause->field, value);
  const char *target;
  gint64 id;

  g_string_append_printf (self->sql, "(%s.\"%s\" = ?", self->row, column->name);
  if (column->role == HN_COLUMN_WORDS)
    {
      hn_where_add_text (self, g_variant_get_string (value, NULL));
      g_string_append_c (self->sql, ')');
      return;
    }

  g_variant_get (value, "(&sx)", &target, &id);
  hn_where_add_integer (self, id);
  if (column->role == HN_COLUMN_ANY)
    {
      g_string_append_printf (self->sql, " AND %s.\"%s_kind\" = ?", self->row, column->name);
      hn_where_add_text (self, target);
    }
  g_string_append_c (self->sql, ')');
}

/* --- trees ----------------------------------------------------------- */

/* The field by which records of a kind stand below each other; the first is the tree itself, others say what became of
 * what. */
static const HnField *
find_tree (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if ((kind->fields[i].flags & HN_FIELD_TREE) != 0)
        return &kind->fields[i];
    }

  return NULL;
}

static void
add_below (HnWhere       *self,
           const HnKind  *target,
           const HnField *tree,
           gint64         id)
{
  g_string_append_printf (self->sql,
                          "IN (WITH RECURSIVE \"below\" (\"id\") AS (SELECT ? UNION SELECT \"x\".\"id\""
                          " FROM \"%s\" AS \"x\" JOIN \"below\" ON \"x\".\"%s\" = \"below\".\"id\")"
                          " SELECT \"id\" FROM \"below\")",
                          target->name, tree->name);
  hn_where_add_integer (self, id);
}

static gboolean
refuse_tree (const HnClause  *clause,
             GError         **error)
{
  g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
               _("Nothing stands below “%s” (%s). Write = instead of ^=."), clause->text,
               hn_field_get_label (clause->field));

  return FALSE;
}

static gboolean
add_one_tree (HnWhere         *self,
              const HnPlan    *plan,
              const HnClause  *clause,
              GVariant        *value,
              GError         **error)
{
  gboolean several = (clause->field->flags & HN_FIELD_MULTIPLE) != 0;
  const HnKind *target;
  const HnField *tree;
  const char *name;
  gint64 id;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
    return refuse_tree (clause, error);

  g_variant_get (value, "(&sx)", &name, &id);
  target = hn_kind_lookup (name);
  tree = find_tree (target);
  if (tree == NULL)
    return refuse_tree (clause, error);

  if (several)
    g_string_append_printf (self->sql, "EXISTS (SELECT 1 FROM \"%s_%s\" WHERE \"record\" = %s.\"id\" AND \"value\" ",
                            plan->kind->name, clause->field->name, self->row);
  else
    g_string_append_printf (self->sql, "%s.\"%s\" ", self->row, find_column (plan, clause->field, value)->name);
  add_below (self, target, tree, id);
  if (several)
    g_string_append_c (self->sql, ')');

  return TRUE;
}

/**
 * hn_where_add_tree:
 * @self: conditions
 * @reg: a register, which knows what names refer to
 * @kind: a kind or view
 * @clause: a condition FIELD^=VALUE
 * @error: return location
 *
 * Adds an expression that is true where the field refers to one of the values, or to what stands below it.
 *
 * Returns: whether it was added
 */
gboolean
hn_where_add_tree (HnWhere         *self,
                   HnRegister      *reg,
                   const HnKind    *kind,
                   const HnClause  *clause,
                   GError         **error)
{
  HnField single;

  if (clause->field == NULL || clause->field->type != HN_TYPE_REFERENCE || *clause->text == '\0')
    return refuse_tree (clause, error);

  single = *clause->field;
  single.flags &= ~(HnFieldFlags) HN_FIELD_MULTIPLE;
  for (guint i = 0; clause->values[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = NULL;

      g_string_append (self->sql, i > 0 ? " OR " : "");
      value = *clause->values[i] != '\0' ? hn_register_parse (reg, &single, clause->values[i], NULL, error) : NULL;
      if (value == NULL)
        return *clause->values[i] == '\0' ? refuse_tree (clause, error) : FALSE;
      if (!add_one_tree (self, hn_register_get_plan (reg, kind), clause, value, error))
        return FALSE;
    }

  return TRUE;
}
