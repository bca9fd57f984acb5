/* The records of a kind as a list model that holds only their ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HnStore (reading thread) ── ids ──► HnListQuery ── answered ──► HnRecordList ── items-changed ──► GtkColumnView
 *    │                                                                │
 *    └─ reader of the main thread ── one record ───────────────────► HnListRow ── notify::record ──► cells
 *
 * Row objects exist only for the some 205 rows that GTK holds. They keep their position: another order or another
 * search refills them and announces only the tail, since items_changed (0, N, N) makes GTK ask for all N items
 * (5.4 s at a million) and refilling takes 9 to 12 ms. What a save touched is spliced, so that the rows below move
 * with their widgets.
 *
 * Building a row takes GTK about a millisecond: a tail within the rows that it holds comes ten rows at a time, and goes
 * so, blank, so that no answer keeps the window from drawing. Until then the model is longer or shorter than what was
 * found; hn_record_list_settle() has it all at once. */

#include "hn-record-list.h"

#include "hn-live-rows.h"

/* What a window of the usual size shows: building the 205 rows that GTK wants is two thirds of the time to the first
 * frame. */
#define FIRST_ROWS 20

/* GTK holds no more rows than these, about; what is announced past them costs nothing. */
#define HELD_ROWS 210

/* So many rows come at once where the list was shorter: a page of it; later ones while nothing else is to be done. */
#define PAGE_ROWS 20
#define STEP_ROWS 10

/* Past so many changed records one reload is cheaper than that many signals. */
#define MAX_TOUCHED 64

struct _HnRecordList
{
  GObject parent_instance;

  HnListQuery *query;
  GArray *ids;       /* as announced so far, but for the tail */
  guint n_items;     /* what is announced; past the ids rows are blank */
  gboolean released;
  guint settling;    /* the source that announces the rest */
  HnLiveRows *rows;
};

enum
{
  PROP_0,
  PROP_QUERY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnRecordList, hn_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static HnRegister *
get_reader (HnRecordList *self)
{
  return hn_store_get_reader (hn_list_query_get_store (self->query));
}

/* --- rows ---------------------------------------------------------------- */

static HnRecord *
fetch_record (GObject *source,
              gint64   id)
{
  HnRecordList *self = HN_RECORD_LIST (source);
  g_autoptr (GError) error = NULL;
  HnRecord *record;

  if (id == 0)
    return NULL;

  record = hn_register_load (get_reader (self), hn_list_query_get_kind (self->query), id, &error);
  /* A record that is gone leaves its row empty for the moment until the list hears of it. */
  if (record == NULL && !g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD))
    hn_list_query_fail (self->query, error);

  return record;
}

/* 0 for a blank row */
static gint64
id_at (HnRecordList *self,
       guint         position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/* Reads what the live rows show, in one go, and hands it to them. */
static void
refill_rows (HnRecordList *self)
{
  g_autoptr (GPtrArray) rows = hn_live_rows_list (self->rows);
  g_autoptr (GArray) wanted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);
  g_autoptr (GError) error = NULL;

  if (rows->len == 0)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = id_at (self, hn_list_row_get_position (g_ptr_array_index (rows, i)));

      g_array_append_val (wanted, id);
    }
  if (!hn_live_rows_read (rows, get_reader (self), hn_list_query_get_kind (self->query), wanted, &error))
    hn_list_query_fail (self->query, error);
}

/* --- the list model ------------------------------------------------------ */

static GType
list_get_item_type (GListModel *model)
{
  return HN_TYPE_LIST_ROW;
}

static guint
list_get_n_items (GListModel *model)
{
  return HN_RECORD_LIST (model)->n_items;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  HnRecordList *self = HN_RECORD_LIST (model);

  if (position >= self->n_items)
    return NULL;

  return hn_live_rows_get (self->rows, position, id_at (self, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* --- answers ------------------------------------------------------------- */

static guint
n_offered (HnRecordList *self)
{
  return self->released ? self->ids->len : MIN (self->ids->len, FIRST_ROWS);
}

/* Only what is longer or shorter than before is announced. */
static void
announce (HnRecordList *self,
          guint         n_items)
{
  guint before = self->n_items;

  if (n_items < before)
    hn_live_rows_forget_from (self->rows, n_items);
  self->n_items = n_items;
  if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items, 0);
  else if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_items - before);
}

/* How long the model is after the next step. */
static guint
next_length (HnRecordList *self,
             guint         step)
{
  guint now = self->n_items, wanted = n_offered (self);

  if (now > HELD_ROWS)
    return MAX (wanted, HELD_ROWS);
  if (wanted < now)
    return MAX (wanted, now - MIN (now, step));

  return now + step < HELD_ROWS ? MIN (wanted, now + step) : wanted;
}

static gboolean
settle_cb (gpointer data)
{
  HnRecordList *self = data;

  announce (self, next_length (self, STEP_ROWS));
  if (self->n_items != n_offered (self))
    return G_SOURCE_CONTINUE;
  self->settling = 0;

  return G_SOURCE_REMOVE;
}

/* What is past the rows that GTK holds, and a page, at once; the rest when the window has drawn that. */
static void
announce_tail (HnRecordList *self)
{
  guint first = next_length (self, n_offered (self) > self->n_items ? PAGE_ROWS : 0);

  announce (self, first);
  if (self->n_items != n_offered (self) && self->settling == 0)
    self->settling = g_idle_add (settle_cb, self);
}

static void
take_ids (HnRecordList *self,
          GArray       *ids)
{
  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
}

static void
replace (HnRecordList *self,
         GArray       *ids)
{
  take_ids (self, ids);
  refill_rows (self);
  announce_tail (self);
}

static void
apply_splice (HnRecordList     *self,
              const HnIdSplice *splice,
              GArray           *ids)
{
  GArray *before = self->ids;
  guint rest = splice->position + splice->removed;
  g_autoptr (GArray) now = g_array_sized_new (FALSE, FALSE, sizeof (gint64), before->len + splice->added);

  if (splice->position > 0)
    g_array_append_vals (now, before->data, splice->position);
  if (splice->added > 0)
    g_array_append_vals (now, &g_array_index (ids, gint64, splice->position), splice->added);
  if (before->len > rest)
    g_array_append_vals (now, &g_array_index (before, gint64, rest), before->len - rest);
  take_ids (self, now);

  hn_live_rows_splice (self->rows, splice);
  self->n_items = self->ids->len;
  g_list_model_items_changed (G_LIST_MODEL (self), splice->position, splice->removed, splice->added);
}

/* The same list after a save; %FALSE where more than that save has changed it. */
static gboolean
splice (HnRecordList *self,
        GArray       *ids,
        GHashTable   *touched)
{
  g_autoptr (GArray) splices = NULL;

  if (self->n_items != self->ids->len || g_hash_table_size (touched) > MAX_TOUCHED)
    return FALSE;

  splices = hn_id_splices (self->ids, ids, touched);
  if (splices == NULL)
    return FALSE;

  for (guint i = 0; i < splices->len; i++)
    apply_splice (self, &g_array_index (splices, HnIdSplice, i), ids);
  /* Also rows that did not change themselves show the names of records that did. */
  refill_rows (self);

  return TRUE;
}

static void
answered_cb (HnRecordList *self,
             GHashTable   *touched)
{
  GArray *ids = hn_list_query_get_ids (self->query);

  if (touched == NULL || !splice (self, ids, touched))
    replace (self, ids);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_record_list_constructed (GObject *object)
{
  HnRecordList *self = HN_RECORD_LIST (object);

  G_OBJECT_CLASS (hn_record_list_parent_class)->constructed (object);

  self->ids = g_array_ref (hn_list_query_get_ids (self->query));
  self->n_items = n_offered (self);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

static void
hn_record_list_dispose (GObject *object)
{
  HnRecordList *self = HN_RECORD_LIST (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  hn_live_rows_forget_from (self->rows, 0);

  G_OBJECT_CLASS (hn_record_list_parent_class)->dispose (object);
}

static void
hn_record_list_finalize (GObject *object)
{
  HnRecordList *self = HN_RECORD_LIST (object);

  g_array_unref (self->ids);
  hn_live_rows_free (self->rows);
  g_object_unref (self->query);

  G_OBJECT_CLASS (hn_record_list_parent_class)->finalize (object);
}

static void
hn_record_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  HnRecordList *self = HN_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_record_list_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  HnRecordList *self = HN_RECORD_LIST (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      self->query = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_record_list_class_init (HnRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hn_record_list_constructed;
  object_class->dispose = hn_record_list_dispose;
  object_class->finalize = hn_record_list_finalize;
  object_class->get_property = hn_record_list_get_property;
  object_class->set_property = hn_record_list_set_property;

  properties[PROP_QUERY] = g_param_spec_object ("query", NULL, NULL, HN_TYPE_LIST_QUERY,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_record_list_init (HnRecordList *self)
{
  self->rows = hn_live_rows_new (G_OBJECT (self), fetch_record);
}

/**
 * hn_record_list_new:
 *
 * The first 20 of what the query finds are there at once; the rest is announced after hn_record_list_release_tail().
 */
HnRecordList *
hn_record_list_new (HnListQuery *query)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (query), NULL);

  return g_object_new (HN_TYPE_RECORD_LIST, "query", query, NULL);
}

/**
 * hn_record_list_get_query:
 *
 * Returns: (transfer none): what the list is of: its kind, search, filter and order
 */
HnListQuery *
hn_record_list_get_query (HnRecordList *self)
{
  g_return_val_if_fail (HN_IS_RECORD_LIST (self), NULL);

  return self->query;
}

/**
 * hn_record_list_release_tail:
 *
 * Announces what stands below the first rows, little by little: to be called when the first frame has been painted.
 */
void
hn_record_list_release_tail (HnRecordList *self)
{
  g_return_if_fail (HN_IS_RECORD_LIST (self));

  if (self->released)
    return;

  self->released = TRUE;
  announce_tail (self);
}

/**
 * hn_record_list_settle:
 *
 * Announces at once what is still to be announced: for who must go to a row that is not there yet.
 */
void
hn_record_list_settle (HnRecordList *self)
{
  g_return_if_fail (HN_IS_RECORD_LIST (self));

  self->released = TRUE;
  g_clear_handle_id (&self->settling, g_source_remove);
  announce (self, self->ids->len);
}

/**
 * hn_record_list_get_ids:
 *
 * Returns: (transfer none) (element-type gint64): the ids of the rows, in order; it may be longer or shorter than the
 *   model until that has settled, whose rows past it are blank
 */
GArray *
hn_record_list_get_ids (HnRecordList *self)
{
  g_return_val_if_fail (HN_IS_RECORD_LIST (self), NULL);

  return self->ids;
}

/**
 * hn_record_list_find:
 * @position: (out): where the record stands
 *
 * Returns: whether the record was found, though the model may not have announced it yet (a million ids are looked
 *   through in less than a millisecond)
 */
gboolean
hn_record_list_find (HnRecordList *self,
                     gint64        id,
                     guint        *position)
{
  g_return_val_if_fail (HN_IS_RECORD_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}
