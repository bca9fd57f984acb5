/* Made-up rows in the program's own view: what it costs to show rows that nobody has to look up. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-beside.h"
#include "bench-common.h"
#include "hn-list-row-private.h"

/* So many different records, more than GTK holds rows. */
#define POOL 1024

/* Past so many rows none is held by the view that shows the top. */
#define MOST_HELD 512

static GPtrArray *
make_pool (BenchPage *page)
{
  GArray *all = hn_list_query_get_ids (page->query);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  GPtrArray *pool;

  for (guint64 i = 0; i < POOL; i++)
    g_array_append_val (ids, g_array_index (all, gint64, i * 7919 % all->len));
  pool =
    hn_register_load_many (hn_store_get_reader (hn_list_query_get_store (page->query)),
                           hn_list_query_get_kind (page->query), &g_array_index (ids, gint64, 0), ids->len, &error);
  if (pool == NULL)
    g_error ("made-up rows: %s", error->message);

  return pool;
}

/* --- the page filled anew ------------------------------------------------ */

struct _BenchRefill
{
  BenchPage *page;
  GPtrArray *pool;
  guint next;
};

BenchRefill *
bench_refill_new (BenchPage *page)
{
  BenchRefill *self = g_new0 (BenchRefill, 1);

  self->page = page;
  self->pool = make_pool (page);

  return self;
}

void
bench_refill_free (BenchRefill *self)
{
  g_ptr_array_unref (self->pool);
  g_free (self);
}

/* Those that somebody else holds too. */
static GPtrArray *
list_held_rows (BenchRefill *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->page->list)), MOST_HELD);

  for (guint i = 0; i < n; i++)
    {
      GObject *row = g_list_model_get_item (G_LIST_MODEL (self->page->list), i);

      if (row->ref_count > 1)
        g_ptr_array_add (rows, row);
      else
        g_object_unref (row);
    }

  return rows;
}

/* Returns: from the first row that gets another record to the painted frame. What was there comes back afterwards. */
double
bench_refill_paint (BenchRefill *self)
{
  g_autoptr (GPtrArray) rows = list_held_rows (self);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_unref);
  double start, painted;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (before, hn_record_ref (hn_list_row_get_record (g_ptr_array_index (rows, i))));

  start = bench_now ();
  for (guint i = 0; i < rows->len; i++)
    {
      HnRecord *record = g_ptr_array_index (self->pool, self->next++ % self->pool->len);

      hn_list_row_refill (g_ptr_array_index (rows, i), hn_record_get_id (record), record);
    }
  painted = bench_page_paint (self->page);

  for (guint i = 0; i < rows->len; i++)
    {
      HnRecord *record = g_ptr_array_index (before, i);

      hn_list_row_refill (g_ptr_array_index (rows, i), hn_record_get_id (record), record);
    }
  bench_page_settle (self->page);

  return painted - start;
}

/* --- a list of made-up rows ---------------------------------------------- */

#define BENCH_TYPE_MADE_UP (bench_made_up_get_type ())
G_DECLARE_FINAL_TYPE (BenchMadeUp, bench_made_up, BENCH, MADE_UP, GObject)

struct _BenchMadeUp
{
  GObject parent_instance;
  GPtrArray *pool;
  guint n_items;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchMadeUp, bench_made_up, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
bench_made_up_finalize (GObject *object)
{
  g_clear_pointer (&BENCH_MADE_UP (object)->pool, g_ptr_array_unref);

  G_OBJECT_CLASS (bench_made_up_parent_class)->finalize (object);
}

static void
bench_made_up_class_init (BenchMadeUpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_made_up_finalize;
}

static void
bench_made_up_init (BenchMadeUp *self)
{
}

static HnRecord *
pick_record (GObject *source,
             gint64   id)
{
  BenchMadeUp *self = BENCH_MADE_UP (source);

  return hn_record_ref (g_ptr_array_index (self->pool, (guint64) id * 2654435761u % self->pool->len));
}

static GType
made_up_get_item_type (GListModel *model)
{
  return HN_TYPE_LIST_ROW;
}

static guint
made_up_get_n_items (GListModel *model)
{
  return BENCH_MADE_UP (model)->n_items;
}

static gpointer
made_up_get_item (GListModel *model,
                  guint       position)
{
  if (position >= BENCH_MADE_UP (model)->n_items)
    return NULL;

  return hn_list_row_new (G_OBJECT (model), pick_record, position, (gint64) position + 1);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = made_up_get_item_type;
  iface->get_n_items = made_up_get_n_items;
  iface->get_item = made_up_get_item;
}

GListModel *
bench_made_up_new (BenchPage *page)
{
  BenchMadeUp *self = g_object_new (BENCH_TYPE_MADE_UP, NULL);

  self->pool = make_pool (page);
  self->n_items = g_list_model_get_n_items (G_LIST_MODEL (page->list));

  return G_LIST_MODEL (self);
}
