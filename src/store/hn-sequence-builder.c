/* Rows put in order by their values.
 *
 * In most columns few values stand in many rows. Each is kept once: only the different ones are sorted, and the rows
 * are then dealt out to them.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hn-sequence-private.h"

/* What stands for a row instead of the number of its value. */
#define ABSENT G_MAXUINT32
#define EMPTY (G_MAXUINT32 - 1)

#define FIRST_TABLE_SIZE 1024

/* The first bytes decide nearly always, and are at hand without a look at the others. */
typedef struct
{
  guint64 start;
  guint32 place;  /* of its bytes */
  guint32 length;
  guint32 hash;
  guint32 number;
} Value;

struct _HnSequenceBuilder
{
  GArray  *rows;       /* of guint32: by row, the number of its value */
  GArray  *values;     /* of Value, by their numbers until they are sorted */
  GArray  *bytes;      /* of guint8 */
  guint32 *table;      /* open addressing; the number of a value + 1, or 0 */
  guint    table_size; /* a power of two, at least twice as many as values */
};

/**
 * hn_sequence_builder_new:
 *
 * Returns: (transfer full): a builder that waits for the rows in the order of their numbers
 */
HnSequenceBuilder *
hn_sequence_builder_new (void)
{
  HnSequenceBuilder *self = g_new0 (HnSequenceBuilder, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->bytes = g_array_new (FALSE, FALSE, 1);
  self->table_size = FIRST_TABLE_SIZE;
  self->table = g_new0 (guint32, self->table_size);

  return self;
}

/**
 * hn_sequence_builder_free:
 * @self: (transfer full): a builder
 */
void
hn_sequence_builder_free (HnSequenceBuilder *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->values);
  g_array_unref (self->bytes);
  g_free (self->table);
  g_free (self);
}

/* --- values ---------------------------------------------------------- */

static guint32
hash_bytes (const guint8 *bytes,
            guint32       length)
{
  guint32 hash = 2166136261u;

  for (guint32 i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

static const guint8 *
get_bytes (const HnSequenceBuilder *self,
           const Value             *value)
{
  return (const guint8 *) self->bytes->data + value->place;
}

/* Where a value is in the table, or would be. */
static guint32 *
find_entry (HnSequenceBuilder *self,
            const guint8      *bytes,
            guint32            length,
            guint32            hash)
{
  for (guint32 at = hash;; at++)
    {
      guint32 *entry = &self->table[at & (self->table_size - 1)];
      const Value *value;

      if (*entry == 0)
        return entry;

      value = &g_array_index (self->values, Value, *entry - 1);
      if (value->hash == hash && value->length == length && memcmp (get_bytes (self, value), bytes, length) == 0)
        return entry;
    }
}

static void
grow_table (HnSequenceBuilder *self)
{
  self->table_size *= 2;
  g_free (self->table);
  self->table = g_new0 (guint32, self->table_size);
  for (guint i = 0; i < self->values->len; i++)
    {
      guint32 at = g_array_index (self->values, Value, i).hash;

      while (self->table[at & (self->table_size - 1)] != 0)
        at++;
      self->table[at & (self->table_size - 1)] = i + 1;
    }
}

static guint32
learn_value (HnSequenceBuilder *self,
             const guint8      *bytes,
             guint32            length,
             guint32            hash,
             guint32           *entry)
{
  Value value = { 0, self->bytes->len, length, hash, self->values->len };

  memcpy (&value.start, bytes, MIN (length, sizeof value.start));
  value.start = GUINT64_FROM_BE (value.start);
  g_array_append_vals (self->bytes, bytes, length);
  g_array_append_val (self->values, value);
  *entry = self->values->len;
  if (self->values->len * 2 > self->table_size)
    grow_table (self);

  return value.number;
}

static void
add_row (HnSequenceBuilder *self,
         guint32            number)
{
  g_array_append_val (self->rows, number);
}

/**
 * hn_sequence_builder_add:
 * @self: a builder
 * @value: (array length=size): what the next row is ordered by
 * @size: how many bytes
 *
 * Values that come once there are two gigabytes of them are cut off.
 */
void
hn_sequence_builder_add (HnSequenceBuilder *self,
                         const guint8      *value,
                         gsize              size)
{
  guint32 length = (guint32) MIN (size, G_MAXINT32 - MIN (self->bytes->len, G_MAXINT32));
  guint32 hash = hash_bytes (value, length);
  guint32 *entry = find_entry (self, value, length, hash);

  add_row (self, *entry != 0 ? *entry - 1 : learn_value (self, value, length, hash, entry));
}

/**
 * hn_sequence_builder_add_empty:
 * @self: a builder
 *
 * The next row has no value.
 */
void
hn_sequence_builder_add_empty (HnSequenceBuilder *self)
{
  add_row (self, EMPTY);
}

/**
 * hn_sequence_builder_add_absent:
 * @self: a builder
 *
 * The next row is not to be in the sequence.
 */
void
hn_sequence_builder_add_absent (HnSequenceBuilder *self)
{
  add_row (self, ABSENT);
}

/* --- sorting --------------------------------------------------------- */

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Value *first = a;
  const Value *second = b;
  int order;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  order = memcmp (get_bytes (data, first), get_bytes (data, second), MIN (first->length, second->length));

  return order != 0 ? order : (first->length > second->length) - (first->length < second->length);
}

/* Where the next row of each value goes, by its number; that of no value is the last. */
static guint32 *
plan_places (HnSequenceBuilder *self,
             guint             *n_set)
{
  guint n_values = self->values->len;
  g_autofree guint32 *counts = g_new0 (guint32, n_values + 1);
  guint32 *next = g_new (guint32, n_values + 1);
  guint32 place = 0;

  for (guint row = 0; row < self->rows->len; row++)
    {
      guint32 number = g_array_index (self->rows, guint32, row);

      if (number != ABSENT)
        counts[number == EMPTY ? n_values : number]++;
    }

  g_sort_array (self->values->data, n_values, sizeof (Value), compare_values, self);
  for (guint i = 0; i < n_values; i++)
    {
      guint32 number = g_array_index (self->values, Value, i).number;

      next[number] = place;
      place += counts[number];
    }
  next[n_values] = *n_set = place;

  return next;
}

/* The rows that are there, dealt out as they come by the order for ties. */
typedef struct
{
  const HnSequenceBuilder *builder;
  guint32                 *next;
  GArray                  *ordered;
  GByteArray              *begun;   /* of each value, whether it has a row already */
} Dealing;

static void
deal (Dealing *dealing,
      guint32  row)
{
  const HnSequenceBuilder *self = dealing->builder;
  guint32 number = row < self->rows->len ? g_array_index (self->rows, guint32, row) : ABSENT;

  if (number == ABSENT)
    return;
  if (number == EMPTY)
    number = self->values->len;

  g_array_index (dealing->ordered, guint32, dealing->next[number]++) =
    row | (dealing->begun->data[number] != 0 ? 0 : HN_SEQUENCE_NEW);
  dealing->begun->data[number] = 1;
}

static guint
count_rows (const HnSequenceBuilder *self)
{
  guint n_rows = 0;

  for (guint row = 0; row < self->rows->len; row++)
    n_rows += g_array_index (self->rows, guint32, row) != ABSENT;

  return n_rows;
}

static void
deal_all (Dealing          *dealing,
          const HnSequence *ties,
          HnSequenceWay     way)
{
  HnSequenceCursor cursor;
  guint32 rows[1024];
  guint n_rows;

  if (ties == NULL)
    {
      for (guint row = 0; row < dealing->builder->rows->len; row++)
        deal (dealing, row);
      return;
    }

  hn_sequence_begin (ties, way, &cursor);
  while ((n_rows = hn_sequence_next (&cursor, rows, G_N_ELEMENTS (rows))) > 0)
    {
      for (guint i = 0; i < n_rows; i++)
        deal (dealing, rows[i]);
    }
}

/**
 * hn_sequence_builder_end:
 * @self: a builder, which can do nothing more after this
 * @ties: (nullable): all rows in the order in which those of equal values stand; %NULL is by their numbers
 * @way: the way through @ties
 *
 * Returns: (transfer full): the rows in order
 */
HnSequence *
hn_sequence_builder_end (HnSequenceBuilder *self,
                         const HnSequence  *ties,
                         HnSequenceWay      way)
{
  guint n_rows = count_rows (self);
  guint n_set;
  g_autofree guint32 *next = plan_places (self, &n_set);
  g_autoptr (GByteArray) begun = g_byte_array_new ();
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);
  Dealing dealing = { self, next, ordered, begun };

  g_array_set_size (ordered, n_rows);
  g_byte_array_set_size (begun, self->values->len + 1);
  memset (begun->data, 0, begun->len);
  deal_all (&dealing, ties, way);

  return hn_sequence_take (ordered, n_set);
}
