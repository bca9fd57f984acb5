/* Which fields refer to a kind, and which records do so by them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-dependents.h"

#include "hn-register-private.h"

static gboolean
refers_to (const HnField *field,
           const HnKind  *target)
{
  if (field->type == HN_TYPE_COUNTRY)
    return g_str_equal (target->name, "country");

  return hn_field_has_target (field, target);
}

/**
 * hn_links_to:
 * @target: a stored kind
 *
 * Returns: (transfer full) (element-type HnLink): every field that may refer to a record of it
 */
GPtrArray *
hn_links_to (const HnKind *target)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_free);
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base != NULL)
        continue;

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const HnField *field = &kinds[i]->fields[j];

          if (refers_to (field, target))
            g_ptr_array_add (links, g_memdup2 (&(HnLink) { kinds[i], field, target }, sizeof (HnLink)));
        }
    }

  return links;
}

/**
 * hn_link_column:
 *
 * Returns: (transfer none): the column of a field that holds one reference
 */
const char *
hn_link_column (HnRegister   *reg,
                const HnLink *link)
{
  const HnPlan *plan = hn_register_get_plan (reg, link->kind);

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);

      if (column->field == link->field
          && (column->role == HN_COLUMN_ANY || (column->role == HN_COLUMN_VALUE && link->field->type == HN_TYPE_COUNTRY)
              || (column->role == HN_COLUMN_TARGET && column->target == link->target)))
        return column->name;
    }

  g_return_val_if_reached (NULL);
}

static char *
find_sql (HnRegister   *reg,
          const HnLink *link)
{
  const char *value =
    link->field->type == HN_TYPE_COUNTRY ? "(SELECT \"code\" FROM \"country\" WHERE \"id\" = ?1)" : "?1";
  const char *name = link->field->name;

  if ((link->field->flags & HN_FIELD_MULTIPLE) != 0)
    return g_strdup_printf ("SELECT \"record\" FROM \"%s_%s\" WHERE \"value\" = %s ORDER BY 1", link->kind->name, name,
                            value);
  if (g_strcmp0 (link->field->targets, "*") == 0)
    return g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s_kind\" = '%s' ORDER BY 1",
                            link->kind->name, name, name, link->target->name);

  return g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = %s ORDER BY 1", link->kind->name,
                          hn_link_column (reg, link), value);
}

/**
 * hn_link_find:
 * @reg: a register
 * @link: a field that refers to a kind
 * @id: a record of that kind
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the records that refer to it by that field
 */
GArray *
hn_link_find (HnRegister    *reg,
              const HnLink  *link,
              gint64         id,
              GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = find_sql (reg, link);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, reg, sql, error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);
  while (hn_statement_next (&statement, error))
    {
      gint64 found = hn_statement_integer (&statement, 0);

      g_array_append_val (ids, found);
    }

  return statement.failed ? NULL : g_steal_pointer (&ids);
}

/**
 * hn_link_value:
 * @reg: a register
 * @link: a field that refers to a kind
 * @id: a record of that kind
 *
 * Returns: (transfer full) (nullable): how one value of the field refers to it; %NULL if it is not there
 */
GVariant *
hn_link_value (HnRegister   *reg,
               const HnLink *link,
               gint64        id)
{
  g_autoptr (HnRecord) country = NULL;

  if (link->field->type != HN_TYPE_COUNTRY)
    return g_variant_ref_sink (g_variant_new ("(sx)", link->target->name, id));

  country = hn_register_find (reg, link->target, id, NULL);
  if (country == NULL)
    return NULL;

  return g_variant_ref_sink (g_variant_new_string (hn_record_get_text (country, "code")));
}

/**
 * hn_link_without:
 * @link: a field that refers to a kind
 * @value: its value
 * @target: what it shall no longer refer to
 * @replacement: (nullable): what instead
 *
 * Returns: (transfer full) (nullable): the field's new value, where nothing stands twice
 */
GVariant *
hn_link_without (const HnLink *link,
                 GVariant     *value,
                 GVariant     *target,
                 GVariant     *replacement)
{
  g_auto (GVariantBuilder) values = G_VARIANT_BUILDER_INIT (g_variant_get_type (value));
  gboolean placed = FALSE;

  if ((link->field->flags & HN_FIELD_MULTIPLE) == 0)
    return replacement != NULL ? g_variant_ref (replacement) : NULL;

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      gboolean is_target = g_variant_equal (child, target);
      gboolean is_replacement = replacement != NULL && g_variant_equal (child, replacement);

      if (!is_target && !is_replacement)
        g_variant_builder_add_value (&values, child);
      else if (replacement != NULL && !placed)
        {
          g_variant_builder_add_value (&values, replacement);
          placed = TRUE;
        }
    }

  return g_variant_ref_sink (g_variant_builder_end (&values));
}
