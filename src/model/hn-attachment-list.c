/* The attachments of a record as a list model. Their contents stay in the register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-list.h"

struct _HnAttachmentList
{
  GObject parent_instance;

  HnStore *store;
  const HnKind *kind;
  gint64 id;
  GPtrArray *items; /* of HnAttachment */
  guint generation;
  GCancellable *cancellable;
  gboolean loading;
  char *failure;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_FAILURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnAttachmentList, hn_attachment_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
list_get_item_type (GListModel *model)
{
  return HN_TYPE_ATTACHMENT;
}

static guint
list_get_n_items (GListModel *model)
{
  return HN_ATTACHMENT_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  HnAttachmentList *self = HN_ATTACHMENT_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* --- reading ------------------------------------------------------------- */

/* Who asked, and for which of its answers. */
typedef struct
{
  GWeakRef list;
  guint generation;
} Question;

static gpointer
list_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const char *const where[] = { data, NULL };
  const HnListing listing = { .kind = hn_kind_lookup ("attachment"), .where = where };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, cancellable, error);

  if (ids == NULL)
    return NULL;

  return hn_register_load_many (reg, listing.kind, (const gint64 *) (gpointer) ids->data, ids->len, error);
}

/* One that is as before stays the same object, and with it the thumbnail that somebody made for it. */
static HnAttachment *
make_item (HnAttachmentList *self,
           HnRecord         *record)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      HnAttachment *item = g_ptr_array_index (self->items, i);

      if (hn_record_equal (hn_attachment_get_record (item), record))
        return g_object_ref (item);
    }

  return hn_attachment_new (record);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
        return FALSE;
    }

  return TRUE;
}

static void
take_records (HnAttachmentList *self,
              GPtrArray        *records)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = self->items->len;

  for (guint i = 0; i < records->len; i++)
    {
      if (g_ptr_array_index (records, i) != NULL)
        g_ptr_array_add (items, make_item (self, g_ptr_array_index (records, i)));
    }
  if (is_same (self->items, items))
    return;

  g_ptr_array_unref (self->items);
  self->items = g_steal_pointer (&items);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->items->len);
}

static void
set_failure (HnAttachmentList *self,
             const char       *failure)
{
  if (g_set_str (&self->failure, failure))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static void
set_loading (HnAttachmentList *self,
             gboolean          loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Question *question = user_data;
  g_autoptr (HnAttachmentList) self = g_weak_ref_get (&question->list);
  guint generation = question->generation;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = hn_store_read_finish (HN_STORE (source), result, &error);

  g_weak_ref_clear (&question->list);
  g_free (question);
  if (self == NULL || self->generation != generation)
    return;

  set_failure (self, error != NULL ? error->message : NULL);
  if (records != NULL)
    take_records (self, records);
  set_loading (self, FALSE);
}

static void
stop (HnAttachmentList *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
reload (HnAttachmentList *self)
{
  Question *question;

  stop (self);
  if (self->id == 0)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      take_records (self, none);
      set_failure (self, NULL);
      set_loading (self, FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->list, self);
  question->generation = self->generation;
  set_loading (self, TRUE);
  hn_store_read_async (self->store, list_job,
                       g_strdup_printf ("record=%s:%" G_GINT64_FORMAT, hn_kind_stored (self->kind)->name, self->id),
                       g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb, question);
}

static void
store_changed_cb (HnAttachmentList *self,
                  GPtrArray        *changes)
{
  gboolean concerned = changes == NULL;

  for (guint i = 0; !concerned && i < changes->len; i++)
    {
      const HnRecordChange *change = g_ptr_array_index (changes, i);

      concerned = g_str_equal (change->kind->name, "attachment");
    }
  if (concerned && self->id != 0)
    reload (self);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_attachment_list_dispose (GObject *object)
{
  stop (HN_ATTACHMENT_LIST (object));

  G_OBJECT_CLASS (hn_attachment_list_parent_class)->dispose (object);
}

static void
hn_attachment_list_finalize (GObject *object)
{
  HnAttachmentList *self = HN_ATTACHMENT_LIST (object);

  g_clear_object (&self->store);
  g_ptr_array_unref (self->items);
  g_free (self->failure);

  G_OBJECT_CLASS (hn_attachment_list_parent_class)->finalize (object);
}

static void
hn_attachment_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  HnAttachmentList *self = HN_ATTACHMENT_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_attachment_list_class_init (HnAttachmentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hn_attachment_list_dispose;
  object_class->finalize = hn_attachment_list_finalize;
  object_class->get_property = hn_attachment_list_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_attachment_list_init (HnAttachmentList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hn_attachment_list_new:
 *
 * Returns: (transfer full): an empty list, which is read again whenever the store's records change
 */
HnAttachmentList *
hn_attachment_list_new (HnStore *store)
{
  HnAttachmentList *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_ATTACHMENT_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hn_attachment_list_set_record:
 * @kind: (nullable): a kind or view
 * @id: a record of it; 0 empties the list
 *
 * What is in the list stays until the other record's attachments are read.
 */
void
hn_attachment_list_set_record (HnAttachmentList *self,
                               const HnKind     *kind,
                               gint64            id)
{
  g_return_if_fail (HN_IS_ATTACHMENT_LIST (self));
  g_return_if_fail (kind != NULL || id == 0);

  if (self->kind == kind && self->id == id)
    return;

  self->kind = kind;
  self->id = id;
  reload (self);
}

/**
 * hn_attachment_list_get_kind:
 *
 * Returns: (nullable): the kind of the record
 */
const HnKind *
hn_attachment_list_get_kind (HnAttachmentList *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT_LIST (self), NULL);

  return self->kind;
}

/**
 * hn_attachment_list_get_id:
 *
 * Returns: the record, or 0
 */
gint64
hn_attachment_list_get_id (HnAttachmentList *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT_LIST (self), 0);

  return self->id;
}

/**
 * hn_attachment_list_get_loading:
 *
 * Returns: whether it is being read, so that an empty list does not mean that there is nothing
 */
gboolean
hn_attachment_list_get_loading (HnAttachmentList *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT_LIST (self), FALSE);

  return self->loading;
}

/**
 * hn_attachment_list_get_failure:
 *
 * Returns: (nullable): why the attachments could not be read, a sentence for the person
 */
const char *
hn_attachment_list_get_failure (HnAttachmentList *self)
{
  g_return_val_if_fail (HN_IS_ATTACHMENT_LIST (self), NULL);

  return self->failure;
}
