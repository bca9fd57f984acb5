/* Rules that need the register: what is referred to exists, what must be unique is, no tree bites its tail. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-register-private.h"

static gboolean
has_problem (GPtrArray     *problems,
             const HnField *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      if (((HnProblem *) g_ptr_array_index (problems, i))->field == field)
        return TRUE;
    }

  return FALSE;
}

static void
add_missing (GPtrArray     *problems,
             const HnField *field)
{
  g_autofree char *message =
    g_strdup_printf (_("What “%s” points to is not in the register. Choose another."), hn_field_get_label (field));

  g_ptr_array_add (problems, hn_problem_new (field, message));
}

static gboolean
is_there (HnRegister *self,
          GVariant   *value)
{
  const HnKind *kind;
  const char *name;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return hn_register_find_country (self, g_variant_get_string (value, NULL)) != 0;

  g_variant_get (value, "(&sx)", &name, &id);
  kind = hn_kind_lookup (name);

  return kind != NULL && hn_register_exists (self, kind, id);
}

static void
check_targets (HnRegister    *self,
               const HnField *field,
               GVariant      *value,
               GPtrArray     *problems)
{
  if (field->type == HN_TYPE_REFERENCE && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return;

  if ((field->flags & HN_FIELD_MULTIPLE) == 0)
    {
      if (!is_there (self, value))
        add_missing (problems, field);
      return;
    }

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      if (!is_there (self, child))
        {
          add_missing (problems, field);
          return;
        }
    }
}

static gboolean
check_unique (HnRegister      *self,
              const HnRecord  *record,
              const HnField   *field,
              GPtrArray       *problems,
              GError         **error)
{
  const char *text = hn_record_get_text (record, field->name);
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 AND \"id\" <> ?2",
                                          hn_record_get_kind (record)->name, field->name);
  g_auto (HnStatement) statement = { 0 };
  g_autofree char *message = NULL;

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  hn_statement_bind_text (&statement, 1, text);
  hn_statement_bind_integer (&statement, 2, hn_record_get_id (record));
  if (!hn_statement_next (&statement, error))
    return !statement.failed;

  message = g_strdup_printf (_("Another “%s” has “%s” %s already. Choose another value."),
                             hn_kind_get_label (hn_record_get_kind (record)), hn_field_get_label (field), text);
  g_ptr_array_add (problems, hn_problem_new (field, message));

  return TRUE;
}

/* A union of rows without ALL ends even where the tree is broken already. */
static gboolean
check_tree (HnRegister      *self,
            const HnRecord  *record,
            const HnField   *field,
            GPtrArray       *problems,
            GError         **error)
{
  const char *table = hn_record_get_kind (record)->name;
  g_autofree char *sql =
    g_strdup_printf ("WITH RECURSIVE \"way\" (\"id\") AS (SELECT ?1 UNION"
                     " SELECT \"t\".\"%s\" FROM \"%s\" AS \"t\" JOIN \"way\" ON \"t\".\"id\" = \"way\".\"id\""
                     " WHERE \"t\".\"%s\" IS NOT NULL)"
                     " SELECT 1 FROM \"way\" WHERE \"id\" = ?2",
                     field->name, table, field->name);
  g_auto (HnStatement) statement = { 0 };
  g_autofree char *message = NULL;

  if (!hn_statement_prepare (&statement, self, sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, hn_record_get_reference (record, field->name, NULL));
  hn_statement_bind_integer (&statement, 2, hn_record_get_id (record));
  if (!hn_statement_next (&statement, error))
    return !statement.failed;

  message =
    g_strdup_printf (_("“%s” leads back to this record itself. Choose another."), hn_field_get_label (field));
  g_ptr_array_add (problems, hn_problem_new (field, message));

  return TRUE;
}

static gboolean
check_field (HnRegister      *self,
             const HnRecord  *record,
             const HnField   *field,
             GPtrArray       *problems,
             GError         **error)
{
  GVariant *value = hn_record_get (record, field->name);

  if (value == NULL || has_problem (problems, field))
    return TRUE;

  if (field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY)
    check_targets (self, field, value, problems);
  if ((field->flags & HN_FIELD_UNIQUE) != 0 && !check_unique (self, record, field, problems, error))
    return FALSE;
  if ((field->flags & HN_FIELD_TREE) != 0 && hn_record_get_id (record) != 0 && !has_problem (problems, field))
    return check_tree (self, record, field, problems, error);

  return TRUE;
}

/**
 * hn_register_check_record:
 * @self: a register
 * @record: a record that may be saved
 * @error: return location
 *
 * Returns: (transfer full) (element-type HnProblem): everything that keeps it from being saved, by the rules of
 *   its kind and by what else is in the register; empty if nothing does
 */
GPtrArray *
hn_register_check_record (HnRegister      *self,
                          const HnRecord  *record,
                          GError         **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  const HnKind *kind;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  kind = hn_record_get_kind (record);
  problems = hn_record_check (record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!check_field (self, record, &kind->fields[i], problems, error))
        return NULL;
    }

  return g_steal_pointer (&problems);
}
