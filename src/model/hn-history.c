/* The log of changes as a list model that grows as somebody reads on.
 *
 *   hn_history_load_more() ──> reading thread: 40 heads and their details ──> items at the end
 *   "changed" of the store ──> reading thread: what is newer, what is undone ──> items at the beginning
 *
 * A change that touched very many records comes without its details; hn_history_load_details() reads them, some records
 * at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-history-private.h"

#define PAGE 40

/* Past so many new changes at once the list begins anew. */
#define MAX_NEWER 200

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_COMPLETE,
  PROP_FAILURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HnHistory, hn_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* --- the list model ------------------------------------------------------ */

static GType
list_get_item_type (GListModel *model)
{
  return HN_TYPE_HISTORY_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return HN_HISTORY (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  HnHistory *self = HN_HISTORY (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* --- state --------------------------------------------------------------- */

static void
set_flag (HnHistory *self,
          gboolean  *flag,
          gboolean   value,
          int        property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/**
 * hn_history_set_failure:
 * @failure: (nullable): a sentence for the person about what could not be read or taken back
 */
void
hn_history_set_failure (HnHistory  *self,
                        const char *failure)
{
  if (g_set_str (&self->failure, failure))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

/* Who asked, and for what. */
typedef struct
{
  GWeakRef history;
  guint generation;
  gboolean newer;
} Question;

static Question *
question_new (HnHistory *self)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->history, self);
  question->generation = self->generation;

  return question;
}

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->history);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* (transfer full) (nullable): who still waits for the answer */
static HnHistory *
question_get_history (Question *question)
{
  g_autoptr (HnHistory) self = g_weak_ref_get (&question->history);

  return self != NULL && self->generation == question->generation ? g_steal_pointer (&self) : NULL;
}

/* --- answers ------------------------------------------------------------- */

static void begin_anew (HnHistory *self);

static void
take_newer (HnHistory     *self,
            HnHistoryPart *part)
{
  if (part->complete)
    hn_history_take_newer (self, part);
  else
    begin_anew (self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (HnHistory) self = question_get_history (question);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnHistoryPart) part = hn_store_read_finish (HN_STORE (source), result, &error);

  if (self == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (!question->newer)
    set_flag (self, &self->loading, FALSE, PROP_LOADING);
  if (part == NULL)
    hn_history_set_failure (self, error->message);
  else if (question->newer)
    take_newer (self, part);
  else
    {
      hn_history_take_older (self, part);
      set_flag (self, &self->complete, part->complete, PROP_COMPLETE);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* --- questions ----------------------------------------------------------- */

static void
ask (HnHistory           *self,
     const HnChangeQuery *query,
     gint64               undone_from,
     gboolean             newer)
{
  Question *question = question_new (self);

  question->newer = newer;
  hn_store_read_async (self->store, hn_history_job, hn_history_request_new (query, undone_from),
                       (GDestroyNotify) hn_history_request_free, (GDestroyNotify) hn_history_part_free,
                       self->cancellable, answered_cb, question);
}

static HnChangeQuery
make_query (HnHistory *self)
{
  return (HnChangeQuery) {
    .kind = self->kind,
    .record = self->record,
    .search = self->search,
    .numbers = self->numbers,
  };
}

static void
ask_older (HnHistory *self)
{
  HnChangeQuery query = make_query (self);

  if (self->begun && self->items->len > 0)
    query.before = hn_history_item_get_head (g_ptr_array_index (self->items, self->items->len - 1))->number;
  query.limit = PAGE;
  hn_history_set_failure (self, NULL);
  set_flag (self, &self->loading, TRUE, PROP_LOADING);
  ask (self, &query, 0, FALSE);
}

/* What is shown stays until the answer is there. */
static void
begin_anew (HnHistory *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  self->begun = FALSE;
  self->newest = 0;
  set_flag (self, &self->complete, FALSE, PROP_COMPLETE);
  ask_older (self);
}

static void
store_changed_cb (HnHistory *self,
                  GPtrArray *changes)
{
  HnChangeQuery query = make_query (self);
  gint64 oldest = 1;

  /* The first page is on its way, and may have been read before this change. */
  if (!self->begun)
    {
      begin_anew (self);
      return;
    }

  if (self->items->len > 0)
    oldest = hn_history_item_get_head (g_ptr_array_index (self->items, self->items->len - 1))->number;
  query.after = self->newest;
  query.limit = MAX_NEWER;
  ask (self, &query, oldest, TRUE);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_history_dispose (GObject *object)
{
  HnHistory *self = HN_HISTORY (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (hn_history_parent_class)->dispose (object);
}

static void
hn_history_finalize (GObject *object)
{
  HnHistory *self = HN_HISTORY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_ptr_array_unref (self->items);
  g_free (self->search);
  g_free (self->failure);

  G_OBJECT_CLASS (hn_history_parent_class)->finalize (object);
}

static void
hn_history_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  HnHistory *self = HN_HISTORY (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_history_class_init (HnHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = hn_history_dispose;
  object_class->finalize = hn_history_finalize;
  object_class->get_property = hn_history_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hn_history_init (HnHistory *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * hn_history_new:
 * @record: a record's id, for the changes that touched it; 0 for all
 *
 * Returns: the newest changes, as soon as they are read; hn_history_load_more() adds those before them
 */
HnHistory *
hn_history_new (HnStore *store,
                gint64   record)
{
  HnHistory *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_HISTORY, NULL);
  self->store = g_object_ref (store);
  self->record = record;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  begin_anew (self);

  return self;
}

/**
 * hn_history_set_kind:
 * @kind: (nullable): whose changes are wanted; %NULL is any
 */
void
hn_history_set_kind (HnHistory    *self,
                     const HnKind *kind)
{
  g_return_if_fail (HN_IS_HISTORY (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  begin_anew (self);
}

/**
 * hn_history_set_search:
 * @search: (nullable): words that title or author must have
 */
void
hn_history_set_search (HnHistory  *self,
                       const char *search)
{
  g_return_if_fail (HN_IS_HISTORY (self));

  if (g_set_str (&self->search, search != NULL && *search != '\0' ? search : NULL))
    begin_anew (self);
}

/**
 * hn_history_set_numbers:
 * @numbers: (nullable) (element-type gint64): the only changes that are wanted; %NULL is all
 */
void
hn_history_set_numbers (HnHistory    *self,
                        const GArray *numbers)
{
  g_return_if_fail (HN_IS_HISTORY (self));

  if (self->numbers == NULL && numbers == NULL)
    return;

  g_clear_pointer (&self->numbers, g_array_unref);
  self->numbers = numbers != NULL ? g_array_copy ((GArray *) numbers) : NULL;
  begin_anew (self);
}

/**
 * hn_history_is_filtered:
 *
 * Returns: whether changes may be left out
 */
gboolean
hn_history_is_filtered (HnHistory *self)
{
  g_return_val_if_fail (HN_IS_HISTORY (self), FALSE);

  return self->kind != NULL || self->search != NULL || self->numbers != NULL;
}

/**
 * hn_history_load_more:
 *
 * Adds older changes, unless they are on their way or there are none.
 */
void
hn_history_load_more (HnHistory *self)
{
  g_return_if_fail (HN_IS_HISTORY (self));

  if (!self->loading && !self->complete)
    ask_older (self);
}

/**
 * hn_history_reload:
 *
 * Begins anew with the newest changes, after a failure. What is there stays until they are read.
 */
void
hn_history_reload (HnHistory *self)
{
  g_return_if_fail (HN_IS_HISTORY (self));

  begin_anew (self);
}

/**
 * hn_history_get_loading:
 *
 * Returns: whether changes are being read, so that an empty history does not mean that there are none
 */
gboolean
hn_history_get_loading (HnHistory *self)
{
  g_return_val_if_fail (HN_IS_HISTORY (self), FALSE);

  return self->loading;
}

/**
 * hn_history_get_complete:
 *
 * Returns: whether there are no older changes than those in the list
 */
gboolean
hn_history_get_complete (HnHistory *self)
{
  g_return_val_if_fail (HN_IS_HISTORY (self), FALSE);

  return self->complete;
}

/**
 * hn_history_get_failure:
 *
 * Returns: (nullable): why the last question was not answered, a sentence for the person
 */
const char *
hn_history_get_failure (HnHistory *self)
{
  g_return_val_if_fail (HN_IS_HISTORY (self), NULL);

  return self->failure;
}
