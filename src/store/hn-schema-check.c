/* Whether the tables of a register are those that the kinds need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"
#include "hn-schema.h"

typedef struct
{
  HnRegister *reg;
  GPtrArray  *problems; /* of sentences */
} Check;

/* A column as it shall be. */
typedef struct
{
  const char *name;
  const char *type;
  gboolean    not_null;
  const char *references; /* "table.column", or NULL */
} Expected;

static void add_problem (Check      *check,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);

static void
add_problem (Check      *check,
             const char *format,
             ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* The type of a column, or NULL if it is not there. */
static char *
column_type (Check       *check,
             const char  *table,
             const char  *column,
             gboolean    *not_null)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, check->reg,
                             "SELECT \"type\", \"notnull\" FROM pragma_table_info (?1) WHERE \"name\" = ?2", NULL))
    return NULL;

  hn_statement_bind_text (&statement, 1, table);
  hn_statement_bind_text (&statement, 2, column);
  if (!hn_statement_next (&statement, NULL))
    return NULL;

  *not_null = hn_statement_integer (&statement, 1) != 0;

  return g_strdup (hn_statement_text (&statement, 0));
}

static char *
column_references (Check      *check,
                   const char *table,
                   const char *column)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, check->reg,
                             "SELECT \"table\" || '.' || \"to\" FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2",
                             NULL))
    return NULL;

  hn_statement_bind_text (&statement, 1, table);
  hn_statement_bind_text (&statement, 2, column);

  return hn_statement_next (&statement, NULL) ? g_strdup (hn_statement_text (&statement, 0)) : NULL;
}

static void
check_column (Check          *check,
              const char     *table,
              const Expected *expected)
{
  gboolean not_null = FALSE;
  g_autofree char *type = column_type (check, table, expected->name, &not_null);
  g_autofree char *references = NULL;

  if (type == NULL)
    {
      add_problem (check, _("Table %s has no column %s."), table, expected->name);
      return;
    }

  if (!g_str_equal (type, expected->type))
    add_problem (check, _("Column %s.%s is of type %s, not %s."), table, expected->name, type, expected->type);
  if (not_null != expected->not_null)
    add_problem (check, expected->not_null ? _("Column %s.%s may be empty.") : _("Column %s.%s may not be empty."),
                 table, expected->name);

  references = column_references (check, table, expected->name);
  if (g_strcmp0 (references, expected->references) != 0)
    add_problem (check, _("Column %s.%s refers to %s, not to %s."), table, expected->name,
                 references != NULL ? references : "–", expected->references != NULL ? expected->references : "–");
}

/* Columns that no kind knows, and tables that are not STRICT. */
static gboolean
check_table (Check       *check,
             const char  *table,
             guint        n_columns,
             GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (
        &statement, check->reg,
        "SELECT \"ncol\", \"strict\" FROM pragma_table_list WHERE \"schema\" = 'main' AND \"name\" = ?1", error))
    return FALSE;

  hn_statement_bind_text (&statement, 1, table);
  if (!hn_statement_next (&statement, error))
    {
      add_problem (check, _("Table %s is missing."), table);
      return !statement.failed;
    }

  if (hn_statement_integer (&statement, 0) != n_columns)
    add_problem (check, _("Table %s has %" PRId64 " columns, not %u."), table, hn_statement_integer (&statement, 0),
                 n_columns);
  if (hn_statement_integer (&statement, 1) == 0)
    add_problem (check, _("Table %s is not strict."), table);

  return TRUE;
}

static gboolean
check_columns (Check           *check,
               const char      *table,
               const Expected  *expected,
               guint            n_expected,
               GError         **error)
{
  if (!check_table (check, table, n_expected, error))
    return FALSE;

  for (guint i = 0; i < n_expected; i++)
    check_column (check, table, &expected[i]);

  return TRUE;
}

static gboolean
check_search (Check         *check,
              const HnKind  *kind,
              GError       **error)
{
  static const Expected expected[] = {
    { "id", "INTEGER", FALSE, NULL },
    { "sort_key", "BLOB", TRUE, NULL },
    { "folded", "TEXT", TRUE, NULL },
    { "marked", "TEXT", TRUE, NULL },
  };
  g_autofree char *table = g_strconcat ("search_", kind->name, NULL);

  return check_columns (check, table, expected, G_N_ELEMENTS (expected), error);
}

static gboolean
check_list (Check              *check,
            const HnPlan       *plan,
            const HnListTable  *list,
            GError            **error)
{
  g_autofree char *owner = g_strconcat (plan->kind->name, ".id", NULL);
  g_autofree char *target =
    list->target != NULL ? g_strconcat (list->target->name, ".id", NULL) : g_strdup ("country.code");
  const Expected expected[] = {
    { "record", "INTEGER", TRUE, owner },
    { "value", list->target != NULL ? "INTEGER" : "TEXT", TRUE, target },
    { "position", "INTEGER", TRUE, NULL },
  };

  return check_columns (check, list->table, expected, G_N_ELEMENTS (expected), error);
}

/* A required field that is kept in several columns is required by a CHECK over all of them. */
static gboolean
is_not_null (const HnColumn *column)
{
  if ((column->field->flags & HN_FIELD_REQUIRED) == 0)
    return FALSE;
  if (column->role == HN_COLUMN_TARGET)
    return g_str_equal (column->name, column->field->name);

  return column->role != HN_COLUMN_WORDS;
}

static gboolean
check_kind (Check         *check,
            const HnKind  *kind,
            GError       **error)
{
  const HnPlan *plan = hn_register_get_plan (check->reg, kind);

  if (!check_table (check, kind->name, plan->columns->len + 1, error) || !check_search (check, kind, error))
    return FALSE;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      g_autofree char *target = column->role == HN_COLUMN_TARGET ? g_strconcat (column->target->name, ".id", NULL)
                                : column->field->type == HN_TYPE_COUNTRY ? g_strdup ("country.code")
                                                                         : NULL;
      const Expected expected = { column->name, hn_column_sql_type (column), is_not_null (column), target };

      check_column (check, kind->name, &expected);
    }
  for (guint i = 0; i < plan->lists->len; i++)
    {
      if (!check_list (check, plan, &g_array_index (plan->lists, HnListTable, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_schema_check:
 * @reg: a register
 * @problems: (element-type utf8): a sentence is added for each difference
 * @error: return location
 *
 * Compares the tables, columns, types and references with what the kinds say.
 *
 * Returns: whether the schema could be read
 */
gboolean
hn_schema_check (HnRegister  *reg,
                 GPtrArray   *problems,
                 GError     **error)
{
  Check check = { reg, problems };
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base == NULL && !check_kind (&check, kinds[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_schema_has_kinds:
 * @reg: a register
 * @has: (out): whether it has the tables that every version of a register had
 * @error: return location
 *
 * Returns: whether the schema could be read
 */
gboolean
hn_schema_has_kinds (HnRegister  *reg,
                     gboolean    *has,
                     GError     **error)
{
  gint64 count;

  if (!hn_register_get_number (reg,
                               "SELECT count (*) FROM sqlite_schema WHERE \"type\" = 'table'"
                               " AND \"name\" IN ('organization', 'person', 'donation', 'country', 'area', 'change')",
                               &count, error))
    return FALSE;

  *has = count == 6;

  return TRUE;
}
