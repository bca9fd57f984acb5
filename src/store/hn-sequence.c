/* The rows of a kind in one order, held in memory and kept by small changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sequence-private.h"

#define AT(self, index) (g_array_index ((self)->rows, guint32, (index)))

/**
 * hn_sequence_take:
 * @rows: (transfer full): marked where a value begins
 * @n_set: how many of them have a value
 *
 * Returns: (transfer full): the sequence of these rows
 */
HnSequence *
hn_sequence_take (GArray *rows,
                  guint   n_set)
{
  HnSequence *self = g_new0 (HnSequence, 1);

  g_atomic_ref_count_init (&self->references);
  self->rows = rows;
  self->n_set = n_set;

  return self;
}

/**
 * hn_sequence_ref:
 *
 * Returns: (transfer full): the same sequence, which never changes
 */
HnSequence *
hn_sequence_ref (HnSequence *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * hn_sequence_unref:
 *
 * Frees it when nobody holds it any more.
 */
void
hn_sequence_unref (HnSequence *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->rows);
  g_free (self);
}

/**
 * hn_sequence_make_own:
 * @self: (transfer full): a sequence that another thread may be reading
 *
 * Returns: (transfer full): @self, or a copy of it, which nobody else has and which so may be changed
 */
HnSequence *
hn_sequence_make_own (HnSequence *self)
{
  HnSequence *copy;

  if (g_atomic_ref_count_compare (&self->references, 1))
    return self;

  copy = hn_sequence_take (g_array_copy (self->rows), self->n_set);
  hn_sequence_unref (self);

  return copy;
}

/**
 * hn_sequence_get_length:
 * @self: a sequence
 *
 * Returns: how many rows are in it
 */
guint
hn_sequence_get_length (const HnSequence *self)
{
  return self->rows->len;
}

/* --- changes --------------------------------------------------------- */

/**
 * hn_sequence_remove:
 * @self: a sequence that nobody else has
 * @leaving: (array): by the number of a row, whether it leaves
 *
 * Takes rows out; the others keep their places.
 */
void
hn_sequence_remove (HnSequence   *self,
                    const guint8 *leaving)
{
  guint kept = 0;
  guint n_set = 0;
  guint32 begins = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint32 row = AT (self, i);

      /* Where the first row of a value leaves, the next one of it is the first. */
      begins = (row & HN_SEQUENCE_NEW) | (begins & HN_SEQUENCE_NEW);
      row &= ~HN_SEQUENCE_NEW;
      if (leaving[row] != 0)
        continue;

      AT (self, kept) = row | begins;
      begins = 0;
      kept++;
      n_set += i < self->n_set;
    }

  g_array_set_size (self->rows, kept);
  self->n_set = n_set;
}

/* Where a row belongs between @low and @high, and whether it has the value of the one before or behind that place. */
typedef struct
{
  guint    low;
  guint    high;
  gboolean same_before;
  gboolean same_behind;
} Place;

static gboolean
find_place (const HnSequence  *self,
            Place             *place,
            HnSequenceCompare  compare,
            gpointer           data)
{
  while (place->low < place->high)
    {
      guint middle = place->low + (place->high - place->low) / 2;
      gboolean same;
      int order;

      if (!compare (AT (self, middle) & ~HN_SEQUENCE_NEW, &order, &same, data))
        return FALSE;
      if (order > 0)
        {
          place->low = middle + 1;
          place->same_before = same;
        }
      else
        {
          place->high = middle;
          place->same_behind = same;
        }
    }

  return TRUE;
}

/**
 * hn_sequence_insert:
 * @self: a sequence that nobody else has
 * @row: a row that is not in it
 * @has_value: whether it has a value
 * @compare: compares it with others that have one, or have none, as it does
 * @data: for @compare
 *
 * Returns: whether it is in its place; %FALSE if @compare failed
 */
gboolean
hn_sequence_insert (HnSequence        *self,
                    guint              row,
                    gboolean           has_value,
                    HnSequenceCompare  compare,
                    gpointer           data)
{
  Place place = { has_value ? 0 : self->n_set, has_value ? self->n_set : self->rows->len, FALSE, FALSE };
  guint32 entry = row;

  if (!find_place (self, &place, compare, data))
    return FALSE;

  if (!place.same_before)
    entry |= HN_SEQUENCE_NEW;
  if (place.same_behind)
    AT (self, place.low) &= ~HN_SEQUENCE_NEW;
  g_array_insert_val (self->rows, place.low, entry);
  self->n_set += has_value;

  return TRUE;
}

/* --- going through --------------------------------------------------- */

/* The group that ends where the one before it began. */
static void
step_to_group (HnSequenceCursor *cursor)
{
  const HnSequence *self = cursor->sequence;

  cursor->end = cursor->group;
  while (cursor->group > 0 && (AT (self, cursor->group - 1) & HN_SEQUENCE_NEW) == 0)
    cursor->group--;
  if (cursor->group > 0)
    cursor->group--;
  cursor->at = cursor->group;
}

/**
 * hn_sequence_begin:
 * @self: a sequence
 * @way: how to go through it
 * @cursor: (out caller-allocates): the way, valid until @self is changed
 */
void
hn_sequence_begin (const HnSequence *self,
                   HnSequenceWay     way,
                   HnSequenceCursor *cursor)
{
  *cursor = (HnSequenceCursor) { .sequence = self, .way = way };
  if (way == HN_SEQUENCE_BACKWARD)
    cursor->at = self->rows->len;
  if (way != HN_SEQUENCE_GROUPS)
    return;

  cursor->group = self->n_set;
  step_to_group (cursor);
}

static guint
next_groups (HnSequenceCursor *cursor,
             guint32          *rows,
             guint             max_rows)
{
  const HnSequence *self = cursor->sequence;
  guint n_rows = 0;

  while (n_rows < max_rows)
    {
      if (cursor->at < cursor->end)
        {
          rows[n_rows++] = AT (self, cursor->at++) & ~HN_SEQUENCE_NEW;
        }
      else if (cursor->end <= self->n_set && cursor->group > 0)
        {
          step_to_group (cursor);
        }
      else if (cursor->end <= self->n_set && self->n_set < self->rows->len)
        {
          cursor->at = self->n_set;
          cursor->end = self->rows->len;
        }
      else
        {
          break;
        }
    }

  return n_rows;
}

/**
 * hn_sequence_next:
 * @cursor: a way through a sequence
 * @rows: (array length=max_rows): gets the numbers of the next rows
 * @max_rows: how many fit
 *
 * Returns: how many there are; 0 at the end
 */
guint
hn_sequence_next (HnSequenceCursor *cursor,
                  guint32          *rows,
                  guint             max_rows)
{
  const HnSequence *self = cursor->sequence;
  guint n_rows;

  if (cursor->way == HN_SEQUENCE_GROUPS)
    return next_groups (cursor, rows, max_rows);

  n_rows = MIN (max_rows, cursor->way == HN_SEQUENCE_FORWARD ? self->rows->len - cursor->at : cursor->at);
  if (cursor->way == HN_SEQUENCE_FORWARD)
    {
      for (guint i = 0; i < n_rows; i++)
        rows[i] = AT (self, cursor->at + i) & ~HN_SEQUENCE_NEW;
      cursor->at += n_rows;
    }
  else
    {
      for (guint i = 0; i < n_rows; i++)
        rows[i] = AT (self, cursor->at - 1 - i) & ~HN_SEQUENCE_NEW;
      cursor->at -= n_rows;
    }

  return n_rows;
}
