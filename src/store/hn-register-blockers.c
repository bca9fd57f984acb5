/* What stands in the way of taking a change back.
 *
 * The rows that the change wrote are held against what is stored now: where they do not fit each other, or where
 * something refers to what would go, the record is marked, with the column if it is only one; the later changes that
 * touched what is marked are those that stand on it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-changeset.h"
#include "hn-dependents.h"
#include "hn-register-private.h"

typedef struct
{
  HnRegister *reg;
  GHashTable *added;   /* ids of records that the change added */
  GHashTable *deleted; /* ids of records that it deleted */
  GHashTable *written; /* of the others, id to a set of columns and lists */
  GHashTable *marked;  /* id to a set of columns and lists */
  GHashTable *links;   /* kind to its HnLink */
  GHashTable *sql;     /* kind or list to the SQL that compares its rows */
  gboolean    found;   /* while a later change is looked through */
} Search;

/* In place of a column: the record as a whole. */
static const char everything[] = "*";

static GHashTable *
new_columns (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
}

static void
search_init (Search     *self,
             HnRegister *reg)
{
  self->reg = reg;
  self->added = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->deleted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->written = new_columns ();
  self->marked = new_columns ();
  self->links = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->sql = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_clear_pointer (&self->sql, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add_column (GHashTable *columns,
            gint64      id,
            const char *column)
{
  GHashTable *set = g_hash_table_lookup (columns, &id);

  if (set == NULL)
    {
      set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (columns, g_memdup2 (&id, sizeof id), set);
    }
  g_hash_table_add (set, g_strdup (column));
}

static gboolean
has_column (GHashTable *columns,
            gint64      id,
            const char *column)
{
  GHashTable *set = g_hash_table_lookup (columns, &id);

  return set != NULL && g_hash_table_contains (set, column);
}

static void
mark (Search     *self,
      gint64      id,
      const char *column)
{
  add_column (self->marked, id, column);
}

static gboolean
collect (const HnChangedRow  *row,
         gpointer             data,
         GError             **error)
{
  Search *self = data;

  if (row->list != NULL)
    {
      add_column (self->written, row->id, row->list->name);
      return TRUE;
    }
  if (row->op != SQLITE_UPDATE)
    {
      g_hash_table_add (row->op == SQLITE_INSERT ? self->added : self->deleted, g_memdup2 (&row->id, sizeof row->id));
      return TRUE;
    }

  for (int i = 1; row->columns[i] != NULL; i++)
    {
      if (hn_changed_row_get (row, i, HN_SIDE_AFTER) != NULL)
        add_column (self->written, row->id, row->columns[i]);
    }

  return TRUE;
}

/* --- what is stored now ---------------------------------------------- */

/* Each column compared with one of the values that are bound in their order; the first is the id. */
static const char *
compare_sql (Search             *self,
             const HnChangedRow *row)
{
  gpointer key = row->list != NULL ? (gpointer) row->list : (gpointer) row->kind;
  const char *known = g_hash_table_lookup (self->sql, key);
  GString *sql;

  if (known != NULL)
    return known;

  sql = g_string_new ("SELECT 1");
  for (int i = 1; row->columns[i] != NULL; i++)
    g_string_append_printf (sql, ", \"%s\" IS ?%d", row->columns[i], i + 1);
  g_string_append_printf (sql, " FROM \"%s", row->kind->name);
  if (row->list != NULL)
    g_string_append_printf (sql, "_%s\" WHERE \"record\" = ?1 AND \"value\" = ?2", row->list->name);
  else
    g_string_append (sql, "\" WHERE \"id\" = ?1");
  g_hash_table_insert (self->sql, key, sql->str);

  return g_string_free (sql, FALSE);
}

static gboolean
compare_row (Search              *self,
             const HnChangedRow  *row,
             GError             **error)
{
  const char *sql = compare_sql (self, row);
  const char *whole = row->list != NULL ? row->list->name : everything;
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (&statement, self->reg, sql, error))
    return FALSE;

  for (int i = 0; row->columns[i] != NULL; i++)
    {
      sqlite3_value *value = hn_changed_row_get (row, i, HN_SIDE_AFTER);

      if (value == NULL && (i == 0 || row->op == SQLITE_DELETE || (row->list != NULL && i == 1)))
        value = hn_changed_row_get (row, i, HN_SIDE_BEFORE);
      if (value != NULL)
        sqlite3_bind_value (statement.stmt, i + 1, value);
    }
  if (!hn_statement_next (&statement, error))
    {
      if (row->op != SQLITE_DELETE)
        mark (self, row->id, whole);
      return !statement.failed;
    }
  if (row->op == SQLITE_DELETE)
    mark (self, row->id, whole);
  for (int i = 1; row->op != SQLITE_DELETE && row->columns[i] != NULL; i++)
    {
      if (hn_changed_row_get (row, i, HN_SIDE_AFTER) != NULL && hn_statement_integer (&statement, i) == 0)
        mark (self, row->id, row->op == SQLITE_INSERT || row->list != NULL ? whole : row->columns[i]);
    }

  return TRUE;
}

/* --- references ------------------------------------------------------ */

static GPtrArray *
links_to (Search       *self,
          const HnKind *kind)
{
  GPtrArray *links = g_hash_table_lookup (self->links, kind);

  if (links == NULL)
    {
      links = hn_links_to (kind);
      g_hash_table_insert (self->links, (gpointer) kind, links);
    }

  return links;
}

/* What would go may be referred to by now; by what the change wrote itself it will not be any more. */
static gboolean
mark_referrers (Search              *self,
                const HnChangedRow  *row,
                GError             **error)
{
  GPtrArray *links = links_to (self, row->kind);

  for (guint i = 0; i < links->len; i++)
    {
      const HnLink *link = g_ptr_array_index (links, i);
      g_autoptr (GArray) ids = hn_link_find (self->reg, link, row->id, error);
      const char *column =
        (link->field->flags & HN_FIELD_MULTIPLE) != 0 ? link->field->name : hn_link_column (self->reg, link);

      if (ids == NULL)
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        {
          gint64 id = g_array_index (ids, gint64, j);

          if (!g_hash_table_contains (self->added, &id) && !has_column (self->written, id, column))
            mark (self, id, column);
        }
    }

  return TRUE;
}

/* A country goes by its code in the log, which says no number to look for; it is as good as never deleted. */
static void
mark_if_gone (Search       *self,
              const HnKind *target,
              gint64        id)
{
  if (!g_hash_table_contains (self->deleted, &id) && !hn_register_exists (self->reg, target, id))
    mark (self, id, everything);
}

static sqlite3_value *
old_value (const HnChangedRow *row,
           const char         *column)
{
  for (int i = 0; row->columns[i] != NULL; i++)
    {
      if (g_str_equal (row->columns[i], column))
        return hn_changed_row_get (row, i, HN_SIDE_BEFORE);
    }

  return NULL;
}

/* Of a reference to any kind, the kind stands in a column of its own, unless it did not change. */
static const HnKind *
old_target (const HnChangedRow *row,
            const HnColumn     *column)
{
  g_autofree char *name = NULL;
  sqlite3_value *kind;

  if (column->role != HN_COLUMN_ANY)
    return column->target;

  name = g_strconcat (column->name, "_kind", NULL);
  kind = old_value (row, name);

  return kind != NULL ? hn_kind_lookup ((const char *) sqlite3_value_text (kind)) : NULL;
}

/* What the old values refer to may be gone by now. */
static void
mark_lost_targets (Search             *self,
                   const HnChangedRow *row)
{
  const HnPlan *plan = hn_register_get_plan (self->reg, row->kind);

  if (row->list != NULL)
    {
      if (row->list->type == HN_TYPE_REFERENCE)
        mark_if_gone (self, hn_kind_lookup (row->list->targets),
                      sqlite3_value_int64 (hn_changed_row_get (row, 1, HN_SIDE_BEFORE)));
      return;
    }

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const HnColumn *column = &g_array_index (plan->columns, HnColumn, i);
      gboolean refers = column->role == HN_COLUMN_TARGET || column->role == HN_COLUMN_ANY;
      const HnKind *target = refers ? old_target (row, column) : NULL;
      sqlite3_value *value = target != NULL ? old_value (row, column->name) : NULL;

      if (value != NULL && sqlite3_value_type (value) == SQLITE_INTEGER)
        mark_if_gone (self, target, sqlite3_value_int64 (value));
    }
}

static gboolean
examine (const HnChangedRow  *row,
         gpointer             data,
         GError             **error)
{
  Search *self = data;

  if (!compare_row (self, row, error))
    return FALSE;
  if (row->op != SQLITE_INSERT)
    mark_lost_targets (self, row);

  return row->op != SQLITE_INSERT || row->list != NULL || mark_referrers (self, row, error);
}

/* --- the later changes ----------------------------------------------- */

static gboolean
touches (const HnChangedRow *row,
         GHashTable         *columns)
{
  if (g_hash_table_contains (columns, everything) || (row->list == NULL && row->op != SQLITE_UPDATE))
    return TRUE;
  if (row->list != NULL)
    return g_hash_table_contains (columns, row->list->name);

  for (int i = 1; row->columns[i] != NULL; i++)
    {
      if (hn_changed_row_get (row, i, HN_SIDE_AFTER) != NULL && g_hash_table_contains (columns, row->columns[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
look_for_marked (const HnChangedRow  *row,
                 gpointer             data,
                 GError             **error)
{
  Search *self = data;
  GHashTable *columns = g_hash_table_lookup (self->marked, &row->id);

  self->found = self->found || (columns != NULL && touches (row, columns));

  return TRUE;
}

/* Those that stand, and of older ones the taking back. */
static GArray *
find_later (Search  *self,
            gint64   number,
            GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare (
        &statement, self->reg,
        "SELECT \"number\", \"changeset\" FROM \"change\" AS \"c\" WHERE \"number\" > ?1 AND"
        " CASE \"action\" WHEN 'redo' THEN 0 WHEN 'undo' THEN \"of\" < ?1 AND"
        " (SELECT \"undone\" FROM \"change\" WHERE \"number\" = \"c\".\"of\") <> 0 ELSE \"undone\" = 0 END"
        " ORDER BY \"number\" DESC",
        error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, number);
  while (hn_statement_next (&statement, error))
    {
      g_autoptr (GBytes) changeset =
        g_bytes_new (sqlite3_column_blob (statement.stmt, 1), (gsize) sqlite3_column_bytes (statement.stmt, 1));
      gint64 later = hn_statement_integer (&statement, 0);

      self->found = FALSE;
      if (!hn_changeset_foreach (self->reg, changeset, look_for_marked, self, error))
        return NULL;
      if (self->found)
        g_array_append_val (numbers, later);
    }

  return statement.failed ? NULL : g_steal_pointer (&numbers);
}

/**
 * hn_register_find_blockers:
 * @self: a register
 * @number: of a change
 * @changeset: what is logged of it
 * @fits: (out): whether it can be taken back as things are
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the later changes that stand in the way, newest first; none also
 *   where the register was changed in another way than by its log
 */
GArray *
hn_register_find_blockers (HnRegister  *self,
                           gint64       number,
                           GBytes      *changeset,
                           gboolean    *fits,
                           GError     **error)
{
  g_auto (Search) search = { 0 };

  search_init (&search, self);
  if (!hn_changeset_foreach (self, changeset, collect, &search, error)
      || !hn_changeset_foreach (self, changeset, examine, &search, error))
    return NULL;

  *fits = g_hash_table_size (search.marked) == 0;

  return *fits ? g_array_new (FALSE, FALSE, sizeof (gint64)) : find_later (&search, number, error);
}
