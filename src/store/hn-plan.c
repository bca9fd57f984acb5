/* Where the fields of a kind are stored: columns of its table, and tables of their own for lists. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-plan.h"

static void
column_clear (gpointer data)
{
  g_free (((HnColumn *) data)->name);
}

static void
list_table_clear (gpointer data)
{
  HnListTable *list = data;

  g_free (list->table);
  g_free (list->select);
  g_free (list->insert);
  g_free (list->remove);
}

static void
add_column (HnPlan        *self,
            const HnField *field,
            HnColumnRole   role,
            const HnKind  *target,
            char          *name)
{
  HnColumn column = { name, field, role, target };

  g_array_append_val (self->columns, column);
}

static void
add_reference (HnPlan        *self,
               const HnField *field)
{
  g_auto (GStrv) targets = NULL;

  if (g_str_equal (field->targets, "*"))
    {
      add_column (self, field, HN_COLUMN_KIND, NULL, g_strconcat (field->name, "_kind", NULL));
      add_column (self, field, HN_COLUMN_ANY, NULL, g_strdup (field->name));
      return;
    }

  targets = hn_field_list_targets (field);
  if (targets[1] == NULL && (field->flags & HN_FIELD_FREE_TEXT) == 0)
    {
      add_column (self, field, HN_COLUMN_TARGET, hn_kind_lookup (targets[0]), g_strdup (field->name));
      return;
    }

  for (guint i = 0; targets[i] != NULL; i++)
    add_column (self, field, HN_COLUMN_TARGET, hn_kind_lookup (targets[i]),
                g_strconcat (field->name, "_", targets[i], NULL));
  if ((field->flags & HN_FIELD_FREE_TEXT) != 0)
    add_column (self, field, HN_COLUMN_WORDS, NULL, g_strconcat (field->name, "_text", NULL));
}

static void
add_list (HnPlan        *self,
          const HnField *field)
{
  HnListTable list = { .field = field };

  list.table = g_strconcat (self->kind->name, "_", field->name, NULL);
  list.target = field->type == HN_TYPE_REFERENCE ? hn_kind_lookup (field->targets) : NULL;
  list.select =
    g_strdup_printf ("SELECT \"value\" FROM \"%s\" WHERE \"record\" = ?1 ORDER BY \"position\"", list.table);
  list.insert =
    g_strdup_printf ("INSERT INTO \"%s\" (\"record\", \"value\", \"position\") VALUES (?1, ?2, ?3)", list.table);
  list.remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"record\" = ?1", list.table);
  g_array_append_val (self->lists, list);
}

/* The content of a file is not read with its record, only its length; a record that is saved with the length keeps what
 * is stored. */
static void
write_sql (HnPlan *self)
{
  g_autoptr (GString) names = g_string_new ("\"id\"");
  g_autoptr (GString) reading = g_string_new ("\"id\"");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autoptr (GString) settings = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (self->columns, HnColumn, i);
      const char *name = column->name;
      gboolean bytes = column->field->type == HN_TYPE_BYTES;

      g_string_append_printf (names, ", \"%s\"", name);
      g_string_append_printf (marks, ", ?%u", i + 2);
      g_string_append_printf (reading, bytes ? ", length (\"%s\")" : ", \"%s\"", name);
      g_string_append_printf (settings, "%s\"%s\" = ", i > 0 ? ", " : "", name);
      g_string_append_printf (settings, bytes ? "iif (typeof (?%u) = 'integer', \"%s\", ?%u)" : "?%u", i + 2, name,
                              i + 2);
    }

  self->select = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?1", reading->str, self->kind->name);
  self->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", self->kind->name, names->str, marks->str);
  self->update = g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"id\" = ?1", self->kind->name, settings->str);
  self->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", self->kind->name);
}

/**
 * hn_plan_new:
 * @kind: a kind that is stored, not a view
 *
 * Returns: (transfer full): its columns in the order of its fields, and the SQL that reads and writes them
 */
HnPlan *
hn_plan_new (const HnKind *kind)
{
  HnPlan *self;

  g_return_val_if_fail (kind->base == NULL, NULL);

  self = g_new0 (HnPlan, 1);
  self->kind = kind;
  self->columns = g_array_new (FALSE, TRUE, sizeof (HnColumn));
  self->lists = g_array_new (FALSE, TRUE, sizeof (HnListTable));
  g_array_set_clear_func (self->columns, column_clear);
  g_array_set_clear_func (self->lists, list_table_clear);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if ((field->flags & HN_FIELD_MULTIPLE) != 0)
        add_list (self, field);
      else if (field->type == HN_TYPE_REFERENCE)
        add_reference (self, field);
      else
        add_column (self, field, HN_COLUMN_VALUE, NULL, g_strdup (field->name));
    }
  write_sql (self);

  return self;
}

/**
 * hn_plan_free:
 *
 * A #GDestroyNotify for the plans of a register.
 */
void
hn_plan_free (HnPlan *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->lists);
  g_free (self->select);
  g_free (self->insert);
  g_free (self->update);
  g_free (self->remove);
  g_free (self);
}

/**
 * hn_column_sql_type:
 *
 * Returns: the type that the schema gives the column
 */
const char *
hn_column_sql_type (const HnColumn *column)
{
  if (column->role == HN_COLUMN_TARGET || column->role == HN_COLUMN_ANY)
    return "INTEGER";
  if (column->role != HN_COLUMN_VALUE)
    return "TEXT";
  if (hn_field_is_number (column->field) || column->field->type == HN_TYPE_BOOLEAN)
    return "INTEGER";

  return column->field->type == HN_TYPE_BYTES ? "BLOB" : "TEXT";
}

static void
bind_variant (HnStatement *statement,
              int          index,
              GVariant    *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      hn_statement_bind_text (statement, index, g_variant_get_string (value, NULL));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    {
      hn_statement_bind_integer (statement, index, g_variant_get_int64 (value));
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    {
      hn_statement_bind_integer (statement, index, g_variant_get_boolean (value));
    }
  else
    {
      gsize size;
      gconstpointer data = g_variant_get_fixed_array (value, &size, 1);

      sqlite3_bind_blob64 (statement->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC);
    }
}

static void
bind_reference (const HnColumn *column,
                HnStatement    *statement,
                int             index,
                GVariant       *value)
{
  const char *kind;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      if (column->role == HN_COLUMN_WORDS)
        hn_statement_bind_text (statement, index, g_variant_get_string (value, NULL));
      return;
    }

  g_variant_get (value, "(&sx)", &kind, &id);
  if (column->role == HN_COLUMN_KIND)
    hn_statement_bind_text (statement, index, kind);
  else if (column->role == HN_COLUMN_ANY
           || (column->role == HN_COLUMN_TARGET && g_str_equal (column->target->name, kind)))
    hn_statement_bind_integer (statement, index, id);
}

/**
 * hn_plan_bind:
 * @self: a plan
 * @statement: its insert or update, with nothing bound
 * @record: a record, which must live until the statement ran
 *
 * Binds the id and every column.
 */
void
hn_plan_bind (const HnPlan   *self,
              HnStatement    *statement,
              const HnRecord *record)
{
  hn_statement_bind_integer (statement, 1, hn_record_get_id (record));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (self->columns, HnColumn, i);
      GVariant *value = hn_record_get (record, column->field->name);

      if (value == NULL)
        continue;
      if (column->role == HN_COLUMN_VALUE)
        bind_variant (statement, (int) i + 2, value);
      else
        bind_reference (column, statement, (int) i + 2, value);
    }
}

static GVariant *
value_to_variant (const HnField *field,
                  sqlite3_value *value)
{
  if (field->type == HN_TYPE_BYTES && sqlite3_value_type (value) == SQLITE_BLOB)
    return g_variant_new_int64 (sqlite3_value_bytes (value));
  if (field->type == HN_TYPE_BOOLEAN)
    return g_variant_new_boolean (sqlite3_value_int (value) != 0);
  if (hn_field_is_number (field) || field->type == HN_TYPE_BYTES)
    return g_variant_new_int64 (sqlite3_value_int64 (value));

  return g_variant_new_string ((const char *) sqlite3_value_text (value));
}

/**
 * hn_column_read:
 * @column: a column
 * @record: where the field's value is set; nothing is where the column is NULL
 * @value: what the column holds
 * @kind: (nullable): of a reference to any kind, what the column with the kind holds
 */
void
hn_column_read (const HnColumn *column,
                HnRecord       *record,
                sqlite3_value  *value,
                sqlite3_value  *kind)
{
  const char *name = column->field->name;

  if (sqlite3_value_type (value) == SQLITE_NULL)
    return;

  switch (column->role)
    {
    case HN_COLUMN_VALUE:
    case HN_COLUMN_WORDS:
      hn_record_set (record, name,
                     column->role == HN_COLUMN_WORDS ? g_variant_new_string ((const char *) sqlite3_value_text (value))
                                                     : value_to_variant (column->field, value));
      break;
    case HN_COLUMN_TARGET:
      hn_record_set (record, name, g_variant_new ("(sx)", column->target->name, sqlite3_value_int64 (value)));
      break;
    case HN_COLUMN_ANY:
      if (kind != NULL && sqlite3_value_type (kind) == SQLITE_TEXT)
        hn_record_set (record, name,
                       g_variant_new ("(sx)", (const char *) sqlite3_value_text (kind), sqlite3_value_int64 (value)));
      break;
    case HN_COLUMN_KIND:
      break;
    default:
      g_assert_not_reached ();
    }
}
