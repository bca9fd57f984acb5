/* A set of the ids of records, quick at a million of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-id-set.h"

/* A table of the ids themselves, at most half full, in which an id stands at the first free place from its own on. A
 * GHashTable would keep each in a block of its own: five times the time and the memory. No record has the id 0, which
 * is a free place. */
struct _HnIdSet
{
  gint64 *places;
  guint n_bits; /* there are two to the power of it */
  guint size;
};

#define FIRST_BITS 4
#define MAX_BITS 30

/**
 * hn_id_set_new:
 *
 * Returns: (transfer full): an empty set of ids, which are never 0
 */
HnIdSet *
hn_id_set_new (void)
{
  HnIdSet *self = g_new0 (HnIdSet, 1);

  self->n_bits = FIRST_BITS;
  self->places = g_new0 (gint64, 1u << FIRST_BITS);

  return self;
}

/**
 * hn_id_set_free:
 *
 * Frees the set; ids are numbers and own nothing.
 */
void
hn_id_set_free (HnIdSet *self)
{
  g_free (self->places);
  g_free (self);
}

/**
 * hn_id_set_get_size:
 *
 * Returns: how many ids are in it
 */
guint
hn_id_set_get_size (const HnIdSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

static guint
mask_of (const HnIdSet *self)
{
  return (1u << self->n_bits) - 1;
}

/* Most ids are random, some count up: a product with an odd number spreads either over the table. */
static guint
place_of (const HnIdSet *self,
          gint64         id)
{
  return (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->n_bits));
}

/* Where the id stands, or the free place where it would. */
static guint
find (const HnIdSet *self,
      gint64         id)
{
  guint place = place_of (self, id);

  while (self->places[place] != 0 && self->places[place] != id)
    place = (place + 1) & mask_of (self);

  return place;
}

/**
 * hn_id_set_contains:
 *
 * Returns: whether the id is in it; 0, the id of no record, never is
 */
gboolean
hn_id_set_contains (const HnIdSet *self,
                    gint64         id)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return id != 0 && self->places[find (self, id)] == id;
}

static void
resize (HnIdSet *self,
        guint    n_bits)
{
  g_autofree gint64 *before = self->places;
  guint n_before = 1u << self->n_bits;

  self->n_bits = n_bits;
  self->places = g_new0 (gint64, (gsize) 1 << n_bits);
  for (guint i = 0; i < n_before; i++)
    if (before[i] != 0)
      self->places[find (self, before[i])] = before[i];
}

static void
reserve (HnIdSet *self,
         guint    n_more)
{
  guint n_bits = self->n_bits;

  while (n_bits < MAX_BITS && ((guint64) self->size + n_more) * 2 > G_GUINT64_CONSTANT (1) << n_bits)
    n_bits++;
  if (n_bits > self->n_bits)
    resize (self, n_bits);
}

/* There is a place for it. */
static gboolean
insert (HnIdSet *self,
        gint64   id)
{
  guint place = find (self, id);

  if (self->places[place] == id)
    return FALSE;
  self->places[place] = id;
  self->size++;

  return TRUE;
}

/**
 * hn_id_set_add:
 * @id: not 0
 *
 * Returns: whether the id was not in the set before
 */
gboolean
hn_id_set_add (HnIdSet *self,
               gint64   id)
{
  g_return_val_if_fail (self != NULL && id != 0, FALSE);

  reserve (self, 1);

  return insert (self, id);
}

/**
 * hn_id_set_add_many:
 *
 * Adds them at once.
 */
void
hn_id_set_add_many (HnIdSet      *self,
                    const gint64 *ids,
                    guint         n_ids)
{
  g_return_if_fail (self != NULL);

  reserve (self, n_ids);
  for (guint i = 0; i < n_ids; i++)
    insert (self, ids[i]);
}

/* Whoever stands after a place that became free, and would have stood there, moves up. */
static void
close_gap (HnIdSet *self,
           guint    gap)
{
  guint mask = mask_of (self);

  for (guint next = (gap + 1) & mask; self->places[next] != 0; next = (next + 1) & mask)
    {
      guint own = place_of (self, self->places[next]);

      if (((next - own) & mask) < ((next - gap) & mask))
        continue;
      self->places[gap] = self->places[next];
      self->places[next] = 0;
      gap = next;
    }
}

/**
 * hn_id_set_remove:
 *
 * Returns: whether the id was in the set before
 */
gboolean
hn_id_set_remove (HnIdSet *self,
                  gint64   id)
{
  guint place;

  g_return_val_if_fail (self != NULL, FALSE);

  place = find (self, id);
  if (id == 0 || self->places[place] != id)
    return FALSE;
  self->places[place] = 0;
  self->size--;
  close_gap (self, place);

  return TRUE;
}

/**
 * hn_id_set_clear:
 *
 * Takes all out and gives the memory of a large set back.
 */
void
hn_id_set_clear (HnIdSet *self)
{
  g_return_if_fail (self != NULL);

  if (self->size == 0)
    return;

  g_free (self->places);
  self->n_bits = FIRST_BITS;
  self->places = g_new0 (gint64, 1u << FIRST_BITS);
  self->size = 0;
}
