/* All rows of a kind as they were read into memory once: ids, search text and order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-roster-base.h"

#include "hn-order.h"
#include "hn-register-private.h"

/* So many rows are read at a time: some milliseconds, for which a save has to wait. */
#define BLOCK 4096

/* --- values ---------------------------------------------------------- */

/**
 * hn_roster_read_value:
 * @statement: a statement with a row
 * @column: a column of it
 * @value: gets bytes that stand, compared by memcmp(), as SQLite orders the values
 *
 * Returns: whether there is a value; NULL is none
 */
gboolean
hn_roster_read_value (HnStatement *statement,
                      int          column,
                      GByteArray  *value)
{
  int type = sqlite3_column_type (statement->stmt, column);
  guint8 tag = type == SQLITE_INTEGER ? 1 : type == SQLITE_TEXT ? 2 : 3;
  guint64 number;

  g_byte_array_set_size (value, 0);
  if (type == SQLITE_NULL)
    return FALSE;

  g_byte_array_append (value, &tag, 1);
  if (type == SQLITE_INTEGER)
    {
      /* Offset so that what is below zero stands before zero in bytes too. */
      number =
        GUINT64_TO_BE ((guint64) hn_statement_integer (statement, column) ^ G_GUINT64_CONSTANT (0x8000000000000000));
      g_byte_array_append (value, (const guint8 *) &number, sizeof number);
    }
  else
    {
      const guint8 *bytes = sqlite3_column_blob (statement->stmt, column);

      g_byte_array_append (value, bytes, (guint) sqlite3_column_bytes (statement->stmt, column));
    }

  return TRUE;
}

/* --- blocks of rows -------------------------------------------------- */

/* Called for each row of a block. */
typedef gboolean (*RowFunc) (HnStatement  *statement,
                             gpointer      data,
                             GError      **error);

/* Reads rows in the order of their ids, of which @sql has the first in its first column and that after which it begins
 * as ?1. Others may write between two blocks: what they change is in the log, and made good from there. */
static gboolean
read_block (HnRegister  *reg,
            const char  *sql,
            gint64      *after,
            guint       *n_rows,
            RowFunc      func,
            gpointer     data,
            GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  *n_rows = 0;
  if (!hn_statement_prepare (&statement, reg, sql, error))
    return FALSE;

  hn_statement_bind_integer (&statement, 1, *after);
  while (hn_statement_next (&statement, error))
    {
      *after = hn_statement_integer (&statement, 0);
      ++*n_rows;
      if (!func (&statement, data, error))
        return FALSE;
    }

  return !statement.failed;
}

static gboolean
read_rows (HnRegister    *reg,
           const char    *sql,
           GRWLock       *turns,
           RowFunc        func,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 after = G_MININT64;
  guint n_rows = BLOCK;

  while (n_rows == BLOCK)
    {
      gboolean good;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (turns != NULL)
        g_rw_lock_reader_lock (turns);
      good = read_block (reg, sql, &after, &n_rows, func, data, error);
      if (turns != NULL)
        g_rw_lock_reader_unlock (turns);
      if (!good)
        return FALSE;
    }

  return TRUE;
}

/* --- loading --------------------------------------------------------- */

typedef struct
{
  HnRosterBase      *base;
  HnSequenceBuilder *builder;
} Loading;

static gboolean
load_row (HnStatement  *statement,
          gpointer      data,
          GError      **error)
{
  Loading *loading = data;
  gint64 id = hn_statement_integer (statement, 0);
  const guint8 *key = sqlite3_column_blob (statement->stmt, 1);

  g_array_append_val (loading->base->ids, id);
  hn_sequence_builder_add (loading->builder, key != NULL ? key : (const guint8 *) "",
                           (gsize) sqlite3_column_bytes (statement->stmt, 1));
  if (hn_arena_add (loading->base->arena, hn_statement_text (statement, 2), hn_statement_text (statement, 3)))
    return TRUE;

  /* Nobody is told: the lists are answered by SQL then. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The rows do not fit into an arena");

  return FALSE;
}

/**
 * hn_roster_base_load:
 * @reg: a register
 * @kind: a stored kind
 * @turns: (nullable): held for reading while the register is read, block by block
 * @cancellable: (nullable): may end it early
 * @error: return location
 *
 * Returns: (transfer full): the rows of @kind; those that are written meanwhile may be as they were or as they became
 */
HnRosterBase *
hn_roster_base_load (HnRegister    *reg,
                     const HnKind  *kind,
                     GRWLock       *turns,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", \"sort_key\", \"folded\", \"marked\" FROM \"search_%s\""
                                          " WHERE \"id\" > ?1 ORDER BY \"id\" LIMIT %d",
                                          kind->name, BLOCK);
  g_autoptr (HnRosterBase) self = g_new0 (HnRosterBase, 1);
  g_autoptr (HnSequenceBuilder) builder = hn_sequence_builder_new ();
  Loading loading = { self, builder };

  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->arena = hn_arena_new ();
  if (!read_rows (reg, sql, turns, load_row, &loading, cancellable, error))
    return NULL;

  hn_arena_seal (self->arena);
  self->own = hn_sequence_builder_end (builder, NULL, HN_SEQUENCE_FORWARD);

  return g_steal_pointer (&self);
}

/**
 * hn_roster_base_ref:
 *
 * The rows of a kind as they were read are shared by the rosters that follow changes from there.
 *
 * Returns: (transfer full): the same base
 */
HnRosterBase *
hn_roster_base_ref (HnRosterBase *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * hn_roster_base_unref:
 *
 * Frees the rows when no roster stands on them any more.
 */
void
hn_roster_base_unref (HnRosterBase *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->own, hn_sequence_unref);
  hn_arena_free (self->arena);
  g_array_unref (self->ids);
  g_free (self);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * hn_roster_base_find:
 * @self: rows
 * @id: a record
 * @row: (out): the number of its row
 *
 * Returns: whether it was there when the rows were read
 */
gboolean
hn_roster_base_find (const HnRosterBase *self,
                     gint64              id,
                     guint              *row)
{
  return g_array_binary_search (self->ids, &id, compare_ids, row);
}

/* --- sorting --------------------------------------------------------- */

typedef struct
{
  const HnRosterBase *base;
  GPtrArray          *builders; /* of HnSequenceBuilder: one a field */
  GByteArray         *value;
  guint               row;      /* the next one */
} Sorting;

static void
skip_row (Sorting *sorting)
{
  for (guint i = 0; i < sorting->builders->len; i++)
    hn_sequence_builder_add_absent (g_ptr_array_index (sorting->builders, i));
  sorting->row++;
}

static gboolean
sort_row (HnStatement  *statement,
          gpointer      data,
          GError      **error)
{
  Sorting *sorting = data;
  gint64 id = hn_statement_integer (statement, 0);
  GArray *ids = sorting->base->ids;

  while (sorting->row < ids->len && g_array_index (ids, gint64, sorting->row) < id)
    skip_row (sorting);
  if (sorting->row == ids->len || g_array_index (ids, gint64, sorting->row) != id)
    return TRUE;

  for (guint i = 0; i < sorting->builders->len; i++)
    {
      HnSequenceBuilder *builder = g_ptr_array_index (sorting->builders, i);

      if (hn_roster_read_value (statement, (int) i + 1, sorting->value))
        hn_sequence_builder_add (builder, sorting->value->data, sorting->value->len);
      else
        hn_sequence_builder_add_empty (builder);
    }
  sorting->row++;

  return TRUE;
}

static char *
write_sort_sql (const HnRosterBase *self,
                HnRegister         *reg,
                GPtrArray          *fields)
{
  GString *sql = g_string_new ("SELECT t.\"id\"");

  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *value = hn_order_expression (reg, self->kind, g_ptr_array_index (fields, i));

      g_string_append_printf (sql, ", %s", value);
    }
  g_string_append_printf (sql, " FROM \"%s\" AS t WHERE t.\"id\" > ?1 ORDER BY t.\"id\" LIMIT %d", self->kind->name,
                          BLOCK);

  return g_string_free_and_steal (sql);
}

/**
 * hn_roster_base_sort:
 * @self: the rows of a kind
 * @reg: a register
 * @fields: (element-type HnField): fields of it
 * @turns: (nullable): as of hn_roster_base_load()
 * @cancellable: (nullable): may end it early
 * @error: return location
 *
 * Reads all rows once, which takes longer than the sorting.
 *
 * Returns: (transfer full) (element-type HnSequence): for each field, the rows as hn_order_sql() orders them by it,
 *   upwards
 */
GPtrArray *
hn_roster_base_sort (const HnRosterBase  *self,
                     HnRegister          *reg,
                     GPtrArray           *fields,
                     GRWLock             *turns,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autofree char *sql = write_sort_sql (self, reg, fields);
  g_autoptr (GPtrArray) builders = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_sequence_builder_free);
  g_autoptr (GByteArray) value = g_byte_array_new ();
  Sorting sorting = { self, builders, value, 0 };
  HnSequenceWay way = self->kind->order[0] == '-' ? HN_SEQUENCE_GROUPS : HN_SEQUENCE_FORWARD;
  GPtrArray *sequences;

  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (builders, hn_sequence_builder_new ());
  if (!read_rows (reg, sql, turns, sort_row, &sorting, cancellable, error))
    return NULL;

  sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_sequence_unref);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (sequences, hn_sequence_builder_end (g_ptr_array_index (builders, i), self->own, way));

  return sequences;
}
