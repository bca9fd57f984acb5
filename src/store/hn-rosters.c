/* The rosters of a store: loaded on a thread of their own once a list of many rows was asked for.
 *
 *   reading thread ── asks the rosters, follows the log
 *        │  ▲
 *   wish │  │ base, then its rows by each field of the list
 *        ▼  │
 *   loading thread (a connection of its own, while there is something to load)
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-rosters.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "hn-register-private.h"

/* Lists of fewer rows are answered as fast by SQL. */
#define MANY_ROWS 5000

/* The first page of a window is drawn before anything is loaded that it does not need, in milliseconds. */
#define PATIENCE 1500

/* A kind that is wished for, and from where on the log is to be followed. */
typedef struct
{
  const HnKind *kind;
  gint64        number;
  gint64        data_version;
  gint64        content;
} Wish;

/* What was loaded: a base, or its rows by a field. */
typedef struct
{
  Wish           wish;
  HnRosterBase  *base;     /* NULL: it failed */
  const HnField *field;    /* NULL: the base itself */
  HnSequence    *sequence;
  gboolean       locked;   /* it failed since another program held the file */
} Delivery;

struct _HnRosters
{
  char         *path;
  GRWLock      *turns;
  GThread      *thread;
  GAsyncQueue  *wishes;     /* of Wish; the queue itself is the end */
  GAsyncQueue  *deliveries; /* of Delivery */
  GCancellable *stop;
  GHashTable   *wished;     /* kinds that are being loaded */
  GHashTable   *rosters;    /* kind to HnRoster */
  gint64        content;    /* of which the rosters are: another where a copy was put in the register's place */
};

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_pointer (&delivery->base, hn_roster_base_unref);
  g_clear_pointer (&delivery->sequence, hn_sequence_unref);
  g_free (delivery);
}

/**
 * hn_rosters_new:
 * @path: the register's file
 * @turns: (nullable): held for reading whenever the file is read
 *
 * Returns: (transfer full): no rosters yet; all but the loading is for one thread
 */
HnRosters *
hn_rosters_new (const char *path,
                GRWLock    *turns)
{
  HnRosters *self = g_new0 (HnRosters, 1);

  self->path = g_strdup (path);
  self->turns = turns;
  self->wishes = g_async_queue_new_full (g_free);
  self->deliveries = g_async_queue_new_full (delivery_free);
  self->stop = g_cancellable_new ();
  self->wished = g_hash_table_new (NULL, NULL);
  self->rosters = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) hn_roster_free);

  return self;
}

/**
 * hn_rosters_free:
 * @self: (transfer full): rosters that no thread uses any more
 */
void
hn_rosters_free (HnRosters *self)
{
  g_cancellable_cancel (self->stop);
  if (self->thread != NULL)
    {
      g_async_queue_push_front (self->wishes, self->wishes);
      g_thread_join (self->thread);
    }
  g_hash_table_unref (self->rosters);
  g_hash_table_unref (self->wished);
  g_async_queue_unref (self->wishes);
  g_async_queue_unref (self->deliveries);
  g_object_unref (self->stop);
  g_free (self->path);
  g_free (self);
}

/* --- loading --------------------------------------------------------- */

static Delivery *
delivery_new (const Wish   *wish,
              HnRosterBase *base)
{
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->wish = *wish;
  delivery->base = base != NULL ? hn_roster_base_ref (base) : NULL;

  return delivery;
}

/* A person sorts by what the list shows. Rows are sorted by anything else when they are asked for so. */
static GPtrArray *
list_fields (const HnKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      HnSorting sorting;

      if ((field->flags & HN_FIELD_LIST) != 0 && hn_order_parse (kind, field->name, &sorting, NULL)
          && sorting.field != NULL)
        g_ptr_array_add (fields, (gpointer) field);
    }

  return fields;
}

static void
load_sequences (HnRosters    *self,
                HnRegister   *reg,
                const Wish   *wish,
                HnRosterBase *base)
{
  g_autoptr (GPtrArray) fields = list_fields (wish->kind);
  g_autoptr (GPtrArray) sequences = NULL;

  if (fields->len > 0)
    sequences = hn_roster_base_sort (base, reg, fields, self->turns, self->stop, NULL);

  for (guint i = 0; sequences != NULL && i < sequences->len; i++)
    {
      Delivery *delivery = delivery_new (wish, base);

      delivery->field = g_ptr_array_index (fields, i);
      delivery->sequence = hn_sequence_ref (g_ptr_array_index (sequences, i));
      g_async_queue_push (self->deliveries, delivery);
    }
}

static HnRosterBase *
load_base (HnRosters   *self,
           HnRegister  *reg,
           const Wish  *wish,
           GError     **error)
{
  /* Every page is read once: there is no use in keeping many. */
  if (reg == NULL || !hn_register_execute (reg, "PRAGMA cache_size = -2048", error))
    return NULL;

  return hn_roster_base_load (reg, wish->kind, self->turns, self->stop, error);
}

static void
fulfil (HnRosters  *self,
        const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnRosterBase) base = NULL;
  Delivery *delivery;

  if (self->turns != NULL)
    g_rw_lock_reader_lock (self->turns);
  reg = hn_register_open_again (self->path, HN_REGISTER_READ_ONLY, &error);
  if (self->turns != NULL)
    g_rw_lock_reader_unlock (self->turns);

  base = load_base (self, reg, wish, &error);
  delivery = delivery_new (wish, base);
  delivery->locked = g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_LOCKED);
  g_async_queue_push (self->deliveries, delivery);
  if (base != NULL)
    load_sequences (self, reg, wish, base);

#ifdef __GLIBC__
  /* What the sorting took would stay with the program, as much again as what it made. */
  malloc_trim (0);
#endif
}

static void
wait_for_first_page (HnRosters *self)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (self->stop, &fd))
    return;

  g_poll (&fd, 1, PATIENCE);
  g_cancellable_release_fd (self->stop);
}

static gpointer
load_in_thread (gpointer data)
{
  HnRosters *self = data;
  gpointer wish;

  wait_for_first_page (self);
  while ((wish = g_async_queue_pop (self->wishes)) != self->wishes)
    {
      fulfil (self, wish);
      g_free (wish);
    }

  return NULL;
}

/* --- having ---------------------------------------------------------- */

static gboolean
has_many_rows (HnRegister   *reg,
               const HnKind *kind)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM \"search_%s\" ORDER BY \"id\" LIMIT 1 OFFSET %d", kind->name, MANY_ROWS);
  gint64 is;

  return hn_register_get_number (reg, sql, &is, NULL) && is == 1;
}

/* A copy has a log of its own, which says nothing about what was loaded before it came. SQLite counts its coming as a
 * change of the schema. */
static void
look_for_copy (HnRosters  *self,
               HnRegister *reg)
{
  gint64 content;

  if (!hn_register_get_number (reg, "PRAGMA schema_version", &content, NULL) || content == self->content)
    return;

  g_hash_table_remove_all (self->rosters);
  g_hash_table_remove_all (self->wished);
  self->content = content;
}

/**
 * hn_rosters_wish:
 * @self: rosters
 * @reg: a register in a transaction
 * @kind: a stored kind, of which a list was asked for
 *
 * Has the rows of @kind loaded, if there are many.
 */
void
hn_rosters_wish (HnRosters    *self,
                 HnRegister   *reg,
                 const HnKind *kind)
{
  Wish wish = { .kind = kind };

  look_for_copy (self, reg);
  if (g_hash_table_contains (self->wished, kind) || !has_many_rows (reg, kind)
      || !hn_register_get_number (reg, "PRAGMA data_version", &wish.data_version, NULL))
    return;

  wish.number = hn_register_last_change (reg);
  wish.content = self->content;
  g_hash_table_add (self->wished, (gpointer) kind);
  g_async_queue_push (self->wishes, g_memdup2 (&wish, sizeof wish));
  if (self->thread == NULL)
    self->thread = g_thread_new ("hn-loader", load_in_thread, self);
}

static void
take_delivery (HnRosters *self,
               Delivery  *delivery)
{
  const HnKind *kind = delivery->wish.kind;
  HnRoster *roster;

  if (delivery->wish.content != self->content)
    {
      delivery_free (delivery);
      return;
    }
  if (delivery->field != NULL)
    {
      roster = g_hash_table_lookup (self->rosters, kind);
      if (roster != NULL)
        hn_roster_add_sequence (roster, delivery->base, delivery->field, g_steal_pointer (&delivery->sequence));
    }
  else
    {
      /* What failed for good would fail again. */
      if (delivery->base != NULL || delivery->locked)
        g_hash_table_remove (self->wished, kind);
      if (delivery->base != NULL)
        g_hash_table_replace (self->rosters, (gpointer) kind,
                              hn_roster_new (g_steal_pointer (&delivery->base), delivery->wish.number,
                                             delivery->wish.data_version));
    }

  delivery_free (delivery);
}

/**
 * hn_rosters_get:
 * @self: rosters
 * @reg: a register in a transaction
 * @kind: a stored kind
 *
 * Returns: (transfer none) (nullable): the roster of @kind in step with @reg, if it is loaded
 */
HnRoster *
hn_rosters_get (HnRosters    *self,
                HnRegister   *reg,
                const HnKind *kind)
{
  HnRoster *roster;
  Delivery *delivery;

  look_for_copy (self, reg);
  while ((delivery = g_async_queue_try_pop (self->deliveries)) != NULL)
    take_delivery (self, delivery);

  roster = g_hash_table_lookup (self->rosters, kind);
  if (roster == NULL)
    return NULL;
  if (!hn_roster_follow (roster, reg, NULL))
    {
      hn_rosters_drop (self, kind);
      return NULL;
    }
  if (hn_roster_is_worn (roster))
    hn_rosters_wish (self, reg, kind);

  return roster;
}

/**
 * hn_rosters_drop:
 * @self: rosters
 * @kind: a stored kind
 *
 * Gives up a roster that does not fit the register any more.
 */
void
hn_rosters_drop (HnRosters    *self,
                 const HnKind *kind)
{
  g_hash_table_remove (self->rosters, kind);
}
