/* Which records of a list are selected, by their ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* HnListQuery ── answered ──► HnRecordList ── items-changed ──► HnIdSelection ──► GtkColumnView
 *                                                                   │
 *                                                                HnIdSet
 *
 * A record stays selected wherever another order or a save puts it, and while a search hides it; but only what the
 * list shows counts as selected. All of a million are selected at once: as long as the list stays as it is, only what
 * is not selected of it is known by its ids. */

#include "hn-id-selection.h"

#include "hn-id-set.h"

struct _HnIdSelection
{
  GObject parent_instance;

  HnRecordList *list;
  GArray *all;       /* the list's ids, of which all but those of the set are selected; NULL: those of the set are */
  HnIdSet *ids;
  guint n_selected; /* of those that the list shows */
  gboolean counted; /* whether n_selected is so now */
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnIdSelection, hn_id_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

/* What was found, announced or not; rows past it are blank. */
static guint
get_length (HnIdSelection *self)
{
  return hn_record_list_get_ids (self->list)->len;
}

/* 0 for a blank row */
static gint64
id_at (HnIdSelection *self,
       guint          position)
{
  GArray *ids = hn_record_list_get_ids (self->list);

  return position < ids->len ? g_array_index (ids, gint64, position) : 0;
}

static gboolean
has_id (HnIdSelection *self,
        gint64         id)
{
  return id != 0 && hn_id_set_contains (self->ids, id) == (self->all == NULL);
}

static gboolean
is_empty (HnIdSelection *self)
{
  return self->all == NULL && hn_id_set_get_size (self->ids) == 0;
}

static gboolean
set_id (HnIdSelection *self,
        gint64         id,
        gboolean       selected)
{
  if (id == 0)
    return FALSE;

  return selected == (self->all == NULL) ? hn_id_set_add (self->ids, id) : hn_id_set_remove (self->ids, id);
}

static void
clear (HnIdSelection *self)
{
  g_clear_pointer (&self->all, g_array_unref);
  hn_id_set_clear (self->ids);
}

/* The list is another one now: what was selected of it before is known by its ids from here on. */
static void
name_all (HnIdSelection *self)
{
  g_autoptr (GArray) all = g_steal_pointer (&self->all);
  g_autoptr (HnIdSet) without = g_steal_pointer (&self->ids);

  self->ids = hn_id_set_new ();
  hn_id_set_add_many (self->ids, (const gint64 *) (gpointer) all->data, all->len);
  for (guint i = 0; hn_id_set_get_size (without) > 0 && i < all->len; i++)
    {
      gint64 id = g_array_index (all, gint64, i);

      if (hn_id_set_remove (without, id))
        hn_id_set_remove (self->ids, id);
    }
}

static void
changed (HnIdSelection *self,
         guint          position,
         guint          n_items)
{
  self->counted = FALSE;
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_items);
}

static void
changed_all (HnIdSelection *self)
{
  changed (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
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
  return g_list_model_get_n_items (G_LIST_MODEL (HN_ID_SELECTION (model)->list));
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (HN_ID_SELECTION (model)->list), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* --- the selection model ------------------------------------------------- */

static gboolean
selection_is_selected (GtkSelectionModel *model,
                       guint              position)
{
  HnIdSelection *self = HN_ID_SELECTION (model);

  return has_id (self, id_at (self, position));
}

/* Runs of selected rows go in as ranges. */
static GtkBitset *
selection_get_selection_in_range (GtkSelectionModel *model,
                                  guint              position,
                                  guint              n_items)
{
  HnIdSelection *self = HN_ID_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint length = get_length (self);
  guint end = position < length ? position + MIN (n_items, length - position) : position;
  guint start = position;

  if (is_empty (self))
    return selected;

  for (guint i = position; i < end; i++)
    if (!selection_is_selected (model, i))
      {
        gtk_bitset_add_range (selected, start, i - start);
        start = i + 1;
      }
  if (end > start)
    gtk_bitset_add_range (selected, start, end - start);

  return selected;
}

static gboolean
set_range (HnIdSelection *self,
           guint          position,
           guint          n_items,
           gboolean       selected)
{
  guint length = get_length (self);
  gboolean any = FALSE;

  for (guint i = position; i < length && i - position < n_items; i++)
    any |= set_id (self, id_at (self, i), selected);

  return any;
}

static gboolean
selection_select_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items,
                        gboolean           unselect_rest)
{
  HnIdSelection *self = HN_ID_SELECTION (model);

  if (unselect_rest)
    clear (self);
  set_range (self, position, n_items, TRUE);
  if (unselect_rest)
    changed_all (self);
  else
    changed (self, position, n_items);

  return TRUE;
}

static gboolean
selection_unselect_range (GtkSelectionModel *model,
                          guint              position,
                          guint              n_items)
{
  HnIdSelection *self = HN_ID_SELECTION (model);

  if (set_range (self, position, n_items, FALSE))
    changed (self, position, n_items);

  return TRUE;
}

static gboolean
selection_select_item (GtkSelectionModel *model,
                       guint              position,
                       gboolean           unselect_rest)
{
  return selection_select_range (model, position, 1, unselect_rest);
}

static gboolean
selection_unselect_item (GtkSelectionModel *model,
                         guint              position)
{
  return selection_unselect_range (model, position, 1);
}

static gboolean
selection_select_all (GtkSelectionModel *model)
{
  HnIdSelection *self = HN_ID_SELECTION (model);

  clear (self);
  self->all = g_array_ref (hn_record_list_get_ids (self->list));
  changed_all (self);

  return TRUE;
}

static gboolean
selection_unselect_all (GtkSelectionModel *model)
{
  HnIdSelection *self = HN_ID_SELECTION (model);

  if (is_empty (self))
    return TRUE;

  clear (self);
  changed_all (self);

  return TRUE;
}

/* What the mask holds becomes as selected says; the rest stays, but for what the list does not show. */
static gboolean
selection_set_selection (GtkSelectionModel *model,
                         GtkBitset         *selected,
                         GtkBitset         *mask)
{
  HnIdSelection *self = HN_ID_SELECTION (model);
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, mask, &position))
    return TRUE;

  do
    set_range (self, position, 1, gtk_bitset_contains (selected, position));
  while (gtk_bitset_iter_next (&iter, &position));
  changed (self, gtk_bitset_get_minimum (mask), gtk_bitset_get_maximum (mask) - gtk_bitset_get_minimum (mask) + 1);

  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = selection_is_selected;
  iface->get_selection_in_range = selection_get_selection_in_range;
  iface->select_item = selection_select_item;
  iface->unselect_item = selection_unselect_item;
  iface->select_range = selection_select_range;
  iface->unselect_range = selection_unselect_range;
  iface->select_all = selection_select_all;
  iface->unselect_all = selection_unselect_all;
  iface->set_selection = selection_set_selection;
}

/* --- the object ---------------------------------------------------------- */

static void
items_changed_cb (HnIdSelection *self,
                  guint          position,
                  guint          removed,
                  guint          added)
{
  if (self->all != NULL && self->all != hn_record_list_get_ids (self->list))
    name_all (self);
  self->counted = FALSE;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Rows that were filled anew at their places show other records. */
static void
answered_cb (HnIdSelection *self,
             GHashTable    *touched)
{
  if (self->all != NULL && self->all != hn_record_list_get_ids (self->list))
    name_all (self);
  if (!is_empty (self))
    changed_all (self);
}

static void
hn_id_selection_finalize (GObject *object)
{
  HnIdSelection *self = HN_ID_SELECTION (object);

  g_clear_pointer (&self->all, g_array_unref);
  hn_id_set_free (self->ids);
  g_object_unref (self->list);

  G_OBJECT_CLASS (hn_id_selection_parent_class)->finalize (object);
}

static void
hn_id_selection_class_init (HnIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = hn_id_selection_finalize;
}

static void
hn_id_selection_init (HnIdSelection *self)
{
  self->ids = hn_id_set_new ();
}

/**
 * hn_id_selection_new:
 *
 * Returns: (transfer full): a selection by ids, which stays with its records when the list is sorted or filtered anew
 */
HnIdSelection *
hn_id_selection_new (HnRecordList *list)
{
  HnIdSelection *self;

  g_return_val_if_fail (HN_IS_RECORD_LIST (list), NULL);

  self = g_object_new (HN_TYPE_ID_SELECTION, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hn_record_list_get_query (list), "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hn_id_selection_get_n_selected:
 *
 * Returns: how many of the records that the list shows are selected
 */
guint
hn_id_selection_get_n_selected (HnIdSelection *self)
{
  GArray *ids;

  g_return_val_if_fail (HN_IS_ID_SELECTION (self), 0);

  if (self->counted)
    return self->n_selected;

  ids = hn_record_list_get_ids (self->list);
  self->n_selected = self->all != NULL ? ids->len - hn_id_set_get_size (self->ids) : 0;
  self->counted = TRUE;
  if (self->all != NULL || is_empty (self))
    return self->n_selected;
  for (guint i = 0; i < ids->len; i++)
    if (has_id (self, g_array_index (ids, gint64, i)))
      self->n_selected++;

  return self->n_selected;
}

/**
 * hn_id_selection_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): the selected records that the list shows, in its order
 */
GArray *
hn_id_selection_get_ids (HnIdSelection *self)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ids;

  g_return_val_if_fail (HN_IS_ID_SELECTION (self), selected);

  if (hn_id_selection_get_n_selected (self) == 0)
    return selected;

  ids = hn_record_list_get_ids (self->list);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (has_id (self, id))
        g_array_append_val (selected, id);
    }

  return selected;
}

/**
 * hn_id_selection_get_only_id:
 *
 * Returns: the selected record; 0 where there is none or several
 */
gint64
hn_id_selection_get_only_id (HnIdSelection *self)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (HN_IS_ID_SELECTION (self), 0);

  if (hn_id_selection_get_n_selected (self) != 1)
    return 0;
  ids = hn_id_selection_get_ids (self);

  return g_array_index (ids, gint64, 0);
}

/**
 * hn_id_selection_select_id:
 * @id: a record, which the list may come to show only later; 0 is none
 *
 * Selects it and nothing else.
 */
void
hn_id_selection_select_id (HnIdSelection *self,
                           gint64         id)
{
  g_return_if_fail (HN_IS_ID_SELECTION (self));

  clear (self);
  set_id (self, id, TRUE);
  changed_all (self);
}
