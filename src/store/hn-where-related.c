/* Records of another kind that refer to a row of the list, or of which there is none, as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-dependents.h"
#include "hn-register-private.h"
#include "hn-where.h"

static gboolean
add_limits (HnWhere         *self,
            HnRegister      *reg,
            const HnClause  *clause,
            GError         **error)
{
  const char *row = self->row;
  gboolean good = TRUE;

  self->row = "r";
  if (clause->related->filter != NULL)
    good = hn_where_add (self, reg, clause->related, clause->related->filter, error);
  if (good && clause->dated != NULL)
    {
      g_string_append (self->sql, " AND ");
      hn_where_add_span (self, clause->dated->name, &clause->span);
    }
  self->row = row;

  return good;
}

static gboolean
add_link (HnWhere         *self,
          HnRegister      *reg,
          const HnClause  *clause,
          const HnLink    *link,
          GError         **error)
{
  g_autofree char *key = g_strdup_printf ("%s.\"%s\"", self->row, link->field->type == HN_TYPE_COUNTRY ? "code" : "id");
  const char *table = link->kind->name;
  const char *name = link->field->name;

  if ((link->field->flags & HN_FIELD_MULTIPLE) != 0)
    g_string_append_printf (self->sql,
                            "EXISTS (SELECT 1 FROM \"%s_%s\" AS \"m\" JOIN \"%s\" AS \"r\" ON \"r\".\"id\" = "
                            "\"m\".\"record\" WHERE \"m\".\"value\" = %s",
                            table, name, table, key);
  else
    g_string_append_printf (self->sql, "EXISTS (SELECT 1 FROM \"%s\" AS \"r\" WHERE \"r\".\"%s\" = %s", table,
                            hn_link_column (reg, link), key);
  if (g_strcmp0 (link->field->targets, "*") == 0)
    g_string_append_printf (self->sql, " AND \"r\".\"%s_kind\" = '%s'", name, link->target->name);
  if (!add_limits (self, reg, clause, error))
    return FALSE;
  g_string_append_c (self->sql, ')');

  return TRUE;
}

/**
 * hn_where_add_related:
 * @self: conditions
 * @reg: a register
 * @kind: a kind or view
 * @clause: a condition has:KIND or lacks:KIND
 * @error: return location
 *
 * Returns: whether " AND (...)" was added
 */
gboolean
hn_where_add_related (HnWhere         *self,
                      HnRegister      *reg,
                      const HnKind    *kind,
                      const HnClause  *clause,
                      GError         **error)
{
  g_autoptr (GPtrArray) links = hn_links_to (hn_kind_stored (kind));
  const HnKind *related = hn_kind_stored (clause->related);
  gboolean first = TRUE;

  g_string_append_printf (self->sql, " AND %s(", clause->type == HN_CLAUSE_LACKS ? "NOT " : "");
  for (guint i = 0; i < links->len; i++)
    {
      const HnLink *link = g_ptr_array_index (links, i);

      if (link->kind != related || (clause->field != NULL && !g_str_equal (link->field->name, clause->field->name)))
        continue;
      g_string_append (self->sql, first ? "" : " OR ");
      if (!add_link (self, reg, clause, link, error))
        return FALSE;
      first = FALSE;
    }
  g_string_append_c (self->sql, ')');

  return TRUE;
}
