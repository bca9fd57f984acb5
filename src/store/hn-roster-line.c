/* The rows of a roster in one order, kept in step with what changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-register-private.h"
#include "hn-roster-private.h"

/* What a row is ordered by. */
typedef struct
{
  gboolean    has_value;
  GByteArray *value;
  GByteArray *own;       /* the key that is stored beside the record */
  gint64      id;
} Key;

/* A row that is to be placed among the others. */
typedef struct
{
  HnRoster     *roster;
  HnStatement   statement; /* what orders the record ?1 */
  gboolean      downwards; /* the kind's own order runs so, which settles ties */
  Key           placed;
  Key           other;
  GError      **error;
} Placing;

static void
placing_clear (Placing *placing)
{
  Key *keys[] = { &placing->placed, &placing->other };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_byte_array_unref (keys[i]->value);
      g_byte_array_unref (keys[i]->own);
    }
  hn_statement_clear (&placing->statement);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placing, placing_clear)

/* By the stored key alone, that is the value. */
static char *
write_sql (HnRoster      *self,
           HnRegister    *reg,
           const HnField *field)
{
  const char *table = self->base->kind->name;
  g_autofree char *value = NULL;

  if (field == NULL)
    return g_strdup_printf ("SELECT s.\"sort_key\", x'' FROM \"search_%s\" AS s WHERE s.\"id\" = ?1", table);

  value = hn_order_expression (reg, self->base->kind, field);

  return g_strdup_printf ("SELECT %s, s.\"sort_key\" FROM \"%s\" AS t CROSS JOIN \"search_%s\" AS s ON s.\"id\" ="
                          " t.\"id\" WHERE t.\"id\" = ?1",
                          value, table, table);
}

static gboolean
read_key (Placing *placing,
          guint    row,
          Key     *key)
{
  HnStatement *statement = &placing->statement;

  key->id = hn_roster_get_id (placing->roster, row);
  hn_statement_rewind (statement);
  hn_statement_bind_integer (statement, 1, key->id);
  if (!hn_statement_next (statement, placing->error))
    return FALSE;

  key->has_value = hn_roster_read_value (statement, 0, key->value);
  hn_roster_read_value (statement, 1, key->own);

  return TRUE;
}

static int
compare_bytes (GByteArray *first,
               GByteArray *second)
{
  int order = memcmp (first->data, second->data, MIN (first->len, second->len));

  return order != 0 ? order : (first->len > second->len) - (first->len < second->len);
}

static gboolean
compare_with (guint     row,
              int      *order,
              gboolean *same,
              gpointer  data)
{
  Placing *placing = data;
  const Key *first = &placing->placed;
  const Key *second = &placing->other;

  if (!read_key (placing, row, &placing->other))
    return FALSE;

  *order = first->has_value && second->has_value ? compare_bytes (first->value, second->value)
                                                 : second->has_value - first->has_value;
  *same = *order == 0;
  if (*order == 0)
    *order = (placing->downwards ? -1 : 1) * compare_bytes (first->own, second->own);
  if (*order == 0)
    *order = (first->id > second->id) - (first->id < second->id);

  return TRUE;
}

/* The rows that changed since the line was last asked for, once each. */
static GHashTable *
take_changed (HnRoster     *self,
              HnRosterLine *line)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (guint i = line->seen; i < self->log->len; i++)
    g_hash_table_add (rows, GUINT_TO_POINTER (g_array_index (self->log, guint32, i)));
  line->seen = self->log->len;

  return rows;
}

static void
remove_rows (HnRoster     *self,
             HnRosterLine *line,
             GHashTable   *rows)
{
  g_autofree guint8 *leaving = g_new0 (guint8, hn_roster_n_rows (self));
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    leaving[GPOINTER_TO_UINT (row)] = 1;

  line->sequence = hn_sequence_make_own (line->sequence);
  hn_sequence_remove (line->sequence, leaving);
}

static gboolean
insert_rows (HnRoster       *self,
             HnRegister     *reg,
             const HnField  *field,
             HnRosterLine   *line,
             GHashTable     *rows,
             GError        **error)
{
  g_autofree char *sql = write_sql (self, reg, field);
  g_auto (Placing) placing = { .roster = self,
                               .downwards = field != NULL && self->base->kind->order[0] == '-',
                               .placed = { .value = g_byte_array_new (), .own = g_byte_array_new () },
                               .other = { .value = g_byte_array_new (), .own = g_byte_array_new () },
                               .error = error };
  GHashTableIter iter;
  gpointer row;

  if (!hn_statement_prepare (&placing.statement, reg, sql, error))
    return FALSE;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      const HnRosterText *text = g_hash_table_lookup (self->texts, row);

      if (text->folded == NULL)
        continue;
      if (!read_key (&placing, GPOINTER_TO_UINT (row), &placing.placed)
          || !hn_sequence_insert (line->sequence, GPOINTER_TO_UINT (row), placing.placed.has_value, compare_with,
                                  &placing))
        return FALSE;
    }

  return TRUE;
}

static gboolean
bring_up_to_date (HnRoster       *self,
                  HnRegister     *reg,
                  const HnField  *field,
                  HnRosterLine   *line,
                  GError        **error)
{
  g_autoptr (GHashTable) rows = NULL;

  if (line->seen == self->log->len)
    return TRUE;

  rows = take_changed (self, line);
  remove_rows (self, line, rows);

  return insert_rows (self, reg, field, line, rows, error);
}

static HnRosterLine *
find_line (HnRoster      *self,
           const HnField *field)
{
  return field == NULL ? &self->own : g_hash_table_lookup (self->lines, field);
}

static void
add_line (HnRoster      *self,
          const HnField *field,
          HnSequence    *sequence)
{
  HnRosterLine *line = g_new0 (HnRosterLine, 1);

  line->sequence = sequence;
  g_hash_table_insert (self->lines, (gpointer) field, line);
}

/**
 * hn_roster_add_sequence:
 * @self: a roster
 * @base: the base that @sequence is of
 * @field: a field
 * @sequence: (transfer full): the rows of @base by it; some of those that changed since the base was loaded may stand
 *   as they did
 *
 * Returns: whether it was of use
 */
gboolean
hn_roster_add_sequence (HnRoster           *self,
                        const HnRosterBase *base,
                        const HnField      *field,
                        HnSequence         *sequence)
{
  if (base != self->base || find_line (self, field) != NULL)
    {
      hn_sequence_unref (sequence);
      return FALSE;
    }

  add_line (self, field, sequence);

  return TRUE;
}

/**
 * hn_roster_drop_line:
 *
 * Forgets an order: the next list by @field sorts all rows anew.
 */
void
hn_roster_drop_line (HnRoster      *self,
                     const HnField *field)
{
  g_hash_table_remove (self->lines, field);
}

static gboolean
sort_line (HnRoster       *self,
           HnRegister     *reg,
           const HnField  *field,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GPtrArray) sequences = NULL;

  g_ptr_array_add (fields, (gpointer) field);
  sequences = hn_roster_base_sort (self->base, reg, fields, NULL, cancellable, error);
  if (sequences == NULL)
    return FALSE;

  add_line (self, field, g_ptr_array_steal_index (sequences, 0));

  return TRUE;
}

/**
 * hn_roster_get_line:
 * @field: (nullable): whose values give the order; %NULL is the stored key
 *
 * Returns: (transfer none) (nullable): all rows that are there, upwards; %NULL: cancelled, or what is in memory does
 *   not fit the register any more
 */
const HnSequence *
hn_roster_get_line (HnRoster       *self,
                    HnRegister     *reg,
                    const HnField  *field,
                    GCancellable   *cancellable,
                    GError        **error)
{
  HnRosterLine *line;

  if (find_line (self, field) == NULL && !sort_line (self, reg, field, cancellable, error))
    return NULL;

  line = find_line (self, field);

  return bring_up_to_date (self, reg, field, line, error) ? line->sequence : NULL;
}
