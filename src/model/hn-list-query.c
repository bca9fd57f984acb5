/* What a list asks of the store, and the latest answer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-query-private.h"

/* What the first frame shows; GTK builds 205 rows of whatever it is offered. */
#define FIRST_ROWS 40

/* So many records are sorted in some milliseconds. */
#define SHORT_LIST 1000

enum
{
  PROP_0,
  PROP_STORE,
  PROP_KIND,
  PROP_SEARCH,
  PROP_WHERE,
  PROP_SORT,
  PROP_LOADING,
  PROP_STATE,
  PROP_SUMS,
  N_PROPS
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnListQuery, hn_list_query, G_TYPE_OBJECT)

/* Who asked, and for which of its answers. */
typedef struct
{
  GWeakRef query;
  guint generation;
} Question;

static Question *
new_question (HnListQuery *self)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->query, self);
  question->generation = self->generation;

  return question;
}

/* (transfer full) (nullable): who still waits for the answer */
static HnListQuery *
close_question (Question *question)
{
  g_autoptr (HnListQuery) self = g_weak_ref_get (&question->query);
  guint generation = question->generation;

  g_weak_ref_clear (&question->query);
  g_free (question);

  return self != NULL && self->generation == generation ? g_steal_pointer (&self) : NULL;
}

static void
notify (HnListQuery *self,
        int          property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_error (HnListQuery *self,
           GError      *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  notify (self, PROP_STATE);
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnListQuery) self = close_question (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sums = hn_store_read_finish (HN_STORE (source), result, &error);

  if (self == NULL)
    return;

  if (sums == NULL)
    {
      set_error (self, g_steal_pointer (&error));
      return;
    }
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  self->sums = g_steal_pointer (&sums);
  notify (self, PROP_SUMS);
}

static void
add_up (HnListQuery *self)
{
  gboolean all = !hn_list_query_is_filtered (self) && self->kind->filter == NULL;

  g_clear_pointer (&self->sums, g_ptr_array_unref);
  notify (self, PROP_SUMS);

  if (hn_kind_has_sums (self->kind))
    hn_store_read_async (self->store, hn_sum_job, hn_sum_request_new (self->kind, all ? NULL : self->ids),
                         (GDestroyNotify) hn_sum_request_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                         summed_cb, new_question (self));
}

static void
take_answer (HnListQuery  *self,
             HnListAnswer *answer)
{
  g_autoptr (GHashTable) touched = g_steal_pointer (&self->touched);
  gboolean replacing = self->replacing;

  g_array_unref (self->ids);
  self->ids = g_array_ref (answer->ids);
  self->total = answer->total;
  self->answered = TRUE;
  self->replacing = FALSE;
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_signal_emit (self, signals[ANSWERED], 0, replacing ? NULL : touched);
  add_up (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HnListQuery) self = close_question (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HnListAnswer) answer = hn_store_read_finish (HN_STORE (source), result, &error);

  if (self == NULL)
    return;

  self->loading = FALSE;
  if (answer != NULL)
    take_answer (self, answer);
  else
    set_error (self, g_steal_pointer (&error));

  notify (self, PROP_LOADING);
  notify (self, PROP_STATE);
}

static void
ask (HnListQuery *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->generation++;
  set_error (self, NULL);

  hn_store_read_async (self->store, hn_list_job, hn_list_request_new (self->kind, self->search, (const char *const *) self->where, self->sort),
                       (GDestroyNotify) hn_list_request_free, (GDestroyNotify) hn_list_answer_free, self->cancellable,
                       listed_cb, new_question (self));
  if (!self->loading)
    {
      self->loading = TRUE;
      notify (self, PROP_LOADING);
    }
}

/* Whether there are so few records that they can be sorted at once. */
static gboolean
is_short (HnListQuery *self)
{
  const HnListing listing = { .kind = self->kind, .limit = SHORT_LIST + 1 };
  g_autoptr (GArray) ids = hn_register_list (hn_store_get_reader (self->store), &listing, NULL, NULL);

  return ids != NULL && ids->len <= SHORT_LIST;
}

/* The first rows are read at once, so that the first frame shows them: in the own order that takes 0.01 ms at any
 * size; in another one all records would have to be sorted. */
static void
read_first_rows (HnListQuery *self)
{
  const HnListing listing = { .kind = self->kind, .sort = self->sort, .limit = FIRST_ROWS };
  g_autoptr (GError) error = NULL;

  if (self->sort == NULL || is_short (self))
    self->ids = hn_register_list (hn_store_get_reader (self->store), &listing, NULL, &error);
  if (self->ids == NULL)
    {
      self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (error != NULL)
        set_error (self, g_steal_pointer (&error));
    }
}

static void
store_changed_cb (HnListQuery *self,
                  GPtrArray   *changes)
{
  const HnKind *stored = hn_kind_stored (self->kind);

  if (changes == NULL)
    self->replacing = TRUE;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const HnRecordChange *change = g_ptr_array_index (changes, i);

      if (hn_kind_stored (change->kind) == stored)
        g_hash_table_add (self->touched, g_memdup2 (&change->id, sizeof change->id));
    }

  ask (self);
}

static void
hn_list_query_constructed (GObject *object)
{
  HnListQuery *self = HN_LIST_QUERY (object);

  G_OBJECT_CLASS (hn_list_query_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  read_first_rows (self);
  hn_list_query_reload (self);
}

static void
hn_list_query_dispose (GObject *object)
{
  HnListQuery *self = HN_LIST_QUERY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hn_list_query_parent_class)->dispose (object);
}

static void
hn_list_query_finalize (GObject *object)
{
  HnListQuery *self = HN_LIST_QUERY (object);

  g_free (self->search);
  g_strfreev (self->where);
  g_free (self->sort);
  g_array_unref (self->ids);
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  g_hash_table_unref (self->touched);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hn_list_query_parent_class)->finalize (object);
}

static void
hn_list_query_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HnListQuery *self = HN_LIST_QUERY (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_KIND:
      g_value_set_pointer (value, (gpointer) self->kind);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_WHERE:
      g_value_set_boxed (value, self->where);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) hn_list_query_get_state (self));
      break;
    case PROP_SUMS:
      g_value_set_boxed (value, self->sums);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_list_query_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  HnListQuery *self = HN_LIST_QUERY (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_pointer (value);
      break;
    case PROP_SEARCH:
      hn_list_query_set_search (self, g_value_get_string (value));
      break;
    case PROP_WHERE:
      hn_list_query_set_where (self, g_value_get_boxed (value));
      break;
    case PROP_SORT:
      hn_list_query_set_sort (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hn_list_query_class_init (HnListQueryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hn_list_query_constructed;
  object_class->dispose = hn_list_query_dispose;
  object_class->finalize = hn_list_query_finalize;
  object_class->get_property = hn_list_query_get_property;
  object_class->set_property = hn_list_query_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HN_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_KIND] =
    g_param_spec_pointer ("kind", NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHERE] = g_param_spec_boxed ("where", NULL, NULL, G_TYPE_STRV,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SORT] = g_param_spec_string (
    "sort", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, HN_LIST_LOADING, HN_LIST_FAILED, HN_LIST_LOADING,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMS] =
    g_param_spec_boxed ("sums", NULL, NULL, G_TYPE_PTR_ARRAY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HnListQuery::answered:
   * @touched: (nullable): the ids that saves have changed, as pointers to gint64;
   *   %NULL where it is the answer to another question than the one before
   *
   * There are other ids. The list model hears it first: who connects after it was made finds it in step, and looks
   * again for the id of a record that it remembers by its position.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_HASH_TABLE);
}

static void
hn_list_query_init (HnListQuery *self)
{
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * hn_list_query_new:
 *
 * Asks for all records of a kind, or of a view, in its own order. The first ids are there at once.
 */
HnListQuery *
hn_list_query_new (HnStore      *store,
                   const HnKind *kind)
{
  return hn_list_query_new_sorted (store, kind, NULL);
}

/**
 * hn_list_query_new_sorted:
 * @sort: (nullable): the order in which the records are asked for, as hn_list_query_set_sort() takes it
 *
 * Asks for all records of a kind. In another order than the own one the first ids come with the answer too.
 */
HnListQuery *
hn_list_query_new_sorted (HnStore      *store,
                          const HnKind *kind,
                          const char   *sort)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (HN_TYPE_LIST_QUERY, "store", store, "kind", kind, "sort", sort, NULL);
}

HnStore *
hn_list_query_get_store (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->store;
}

const HnKind *
hn_list_query_get_kind (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->kind;
}

const char *
hn_list_query_get_search (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->search;
}

/**
 * hn_list_query_set_search:
 * @search: (nullable): words as typed; empty is %NULL
 */
void
hn_list_query_set_search (HnListQuery *self,
                          const char  *search)
{
  g_return_if_fail (HN_IS_LIST_QUERY (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (!g_set_str (&self->search, search))
    return;

  hn_list_query_reload (self);
  notify (self, PROP_SEARCH);
}

/**
 * hn_list_query_get_where:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the conditions that records must meet; %NULL is none
 */
const char *const *
hn_list_query_get_where (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return (const char *const *) self->where;
}

static gboolean
same_conditions (const char *const *a,
                 const char *const *b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal (a, b));
}

/**
 * hn_list_query_set_where:
 * @where: (nullable) (array zero-terminated=1): conditions, as #HnListing takes them; none is %NULL
 */
void
hn_list_query_set_where (HnListQuery       *self,
                         const char *const *where)
{
  g_return_if_fail (HN_IS_LIST_QUERY (self));

  if (where != NULL && where[0] == NULL)
    where = NULL;
  if (same_conditions ((const char *const *) self->where, where))
    return;

  g_strfreev (self->where);
  self->where = g_strdupv ((char **) where);
  hn_list_query_reload (self);
  notify (self, PROP_WHERE);
}

/**
 * hn_list_query_is_filtered:
 *
 * Returns: whether a search or a condition may leave records out
 */
gboolean
hn_list_query_is_filtered (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), FALSE);

  return self->search != NULL || self->where != NULL;
}

const char *
hn_list_query_get_sort (HnListQuery *self)
{
  g_return_val_if_fail (HN_IS_LIST_QUERY (self), NULL);

  return self->sort;
}

/**
 * hn_list_query_set_sort:
 * @sort: (nullable): a field, with - before it from the greatest; %NULL is the kind's own order
 */
void
hn_list_query_set_sort (HnListQuery *self,
                        const char  *sort)
{
  g_return_if_fail (HN_IS_LIST_QUERY (self));

  if (!g_set_str (&self->sort, sort))
    return;

  if (self->generation > 0)
    hn_list_query_reload (self);
  notify (self, PROP_SORT);
}

/**
 * hn_list_query_reload:
 *
 * Asks the store again, as after an error.
 */
void
hn_list_query_reload (HnListQuery *self)
{
  g_return_if_fail (HN_IS_LIST_QUERY (self));

  self->replacing = TRUE;
  ask (self);
}

/**
 * hn_list_query_fail:
 *
 * Says that a record of the list could not be read.
 */
void
hn_list_query_fail (HnListQuery  *self,
                    const GError *error)
{
  g_return_if_fail (HN_IS_LIST_QUERY (self));
  g_return_if_fail (error != NULL);

  set_error (self, g_error_copy (error));
}
