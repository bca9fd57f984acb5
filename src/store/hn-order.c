/* The order of a list as SQL: by the key that is stored beside each record, or by any field. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-order.h"

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"

/* Choices stand in the order of their table, which is that of the work: pledged, received, handed over. */
static char *
choice_expression (const HnField *field,
                   const char    *column)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CASE %s", column);
  for (guint i = 0; field->choices[i].name != NULL; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", field->choices[i].name, i);
  g_string_append (sql, " END");

  return g_string_free_and_steal (sql);
}

/* Where records stand in their own list as their titles do, the key for that is stored. */
static char *
target_expression (const HnKind *target,
                   const char   *column)
{
  if (target->order[0] != '-')
    return g_strdup_printf ("(SELECT \"sort_key\" FROM \"search_%s\" WHERE \"id\" = %s)", target->name, column);

  return g_strdup_printf ("hn_title_key ('%s', %s)", target->name, column);
}

static char *
country_expression (const char *column)
{
  return g_strdup_printf ("coalesce ((SELECT \"sort_key\" FROM \"search_country\" WHERE \"id\" ="
                          " (SELECT \"id\" FROM \"country\" WHERE \"code\" = %s)), %s)",
                          column, column);
}

static char *
list_expression (const HnPlan  *plan,
                 const HnField *field)
{
  g_autofree char *first =
    g_strdup_printf ("(SELECT \"value\" FROM \"%s_%s\" WHERE \"record\" = t.\"id\" ORDER BY \"position\" LIMIT 1)",
                     plan->kind->name, field->name);

  return field->type == HN_TYPE_COUNTRY ? country_expression (first)
                                        : target_expression (hn_kind_lookup (field->targets), first);
}

static char *
column_expression (const HnColumn *column)
{
  g_autofree char *name = g_strdup_printf ("t.\"%s\"", column->name);
  const HnField *field = column->field;

  if (column->role == HN_COLUMN_TARGET)
    return target_expression (column->target, name);
  if (column->role == HN_COLUMN_ANY)
    return g_strdup_printf ("hn_title_key (t.\"%s_kind\", %s)", field->name, name);
  if (column->role == HN_COLUMN_WORDS)
    return g_strdup_printf ("hn_sort_key (%s)", name);
  if (column->role == HN_COLUMN_KIND)
    return NULL;
  if (field->type == HN_TYPE_CHOICE)
    return choice_expression (field, name);
  if (field->type == HN_TYPE_COUNTRY)
    return country_expression (name);
  if (field->type == HN_TYPE_BYTES)
    return g_strdup_printf ("length (%s)", name);

  return hn_field_is_text (field) ? g_strdup_printf ("hn_sort_key (%s)", name) : g_steal_pointer (&name);
}

/**
 * hn_order_expression:
 * @reg: a register
 * @kind: a kind or view
 * @field: a field of it
 *
 * Returns: (transfer full): SQL for what orders records by @field; t is the kind's table
 */
char *
hn_order_expression (HnRegister    *reg,
                     const HnKind  *kind,
                     const HnField *field)
{
  const HnPlan *plan = hn_register_get_plan (reg, kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  guint parts = 0;

  if ((field->flags & HN_FIELD_MULTIPLE) != 0)
    return list_expression (plan, field);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      g_autofree char *part = column->field == field ? column_expression (column) : NULL;

      if (part == NULL)
        continue;
      g_string_append_printf (sql, "%s%s", parts > 0 ? ", " : "", part);
      parts++;
    }

  return parts == 1 ? g_strdup (sql->str) : g_strdup_printf ("coalesce (%s)", sql->str);
}

/**
 * hn_order_parse:
 * @kind: a kind or view
 * @sort: (nullable): a field, with - before it downwards; %NULL is the kind's own order
 * @sorting: (out caller-allocates): what that means
 * @error: return location
 *
 * Returns: whether there is such a field
 */
gboolean
hn_order_parse (const HnKind  *kind,
                const char    *sort,
                HnSorting     *sorting,
                GError       **error)
{
  gboolean own_descending = kind->order[0] == '-';
  const char *own = kind->order + (own_descending ? 1 : 0);
  const HnField *field;

  *sorting = (HnSorting) { NULL, own_descending };
  if (sort == NULL)
    return TRUE;

  sorting->descending = sort[0] == '-';
  field = hn_kind_find_field (kind, sort + (sorting->descending ? 1 : 0));
  if (field == NULL)
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   _("“%s” has no field “%s” to sort by. See the list of kinds for its fields."),
                   hn_kind_get_label (kind), sort + (sorting->descending ? 1 : 0));
      return FALSE;
    }

  /* What is not set comes last either way, which the stored key, gone through against its way, would put first. */
  if (!g_str_equal (field->name, own)
      || (sorting->descending != own_descending && (field->flags & HN_FIELD_REQUIRED) == 0))
    sorting->field = field;

  return TRUE;
}

/**
 * hn_order_sql:
 * @reg: a register
 * @kind: a kind or view
 * @sort: (nullable): a field, with - before it downwards; %NULL is the kind's own order
 * @error: return location
 *
 * References stand by what they are called, words as in a Vietnamese dictionary, people by their given names,
 * choices as in their table; what is not set comes last either way.
 *
 * Returns: (transfer full) (nullable): what follows ORDER BY; t is the kind's table and s its search rows
 */
char *
hn_order_sql (HnRegister    *reg,
              const HnKind  *kind,
              const char    *sort,
              GError       **error)
{
  g_autofree char *expression = NULL;
  HnSorting sorting;

  if (!hn_order_parse (kind, sort, &sorting, error))
    return NULL;
  if (sorting.field == NULL)
    return g_strdup (sorting.descending ? "s.\"sort_key\" DESC, s.\"id\" DESC" : "s.\"sort_key\", s.\"id\"");

  expression = hn_order_expression (reg, kind, sorting.field);

  return g_strdup_printf ("%s%s NULLS LAST, s.\"sort_key\"%s, s.\"id\"", expression, sorting.descending ? " DESC" : "",
                          kind->order[0] == '-' ? " DESC" : "");
}
