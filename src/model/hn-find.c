/* What is typed to find a record of any kind, and the latest answer.
 *
 *   text ──> hn_find_job() on a reading thread ──> groups
 *     └─ the next letter cancels it; an answer that comes all the same is dropped by its number
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-find.h"

/* Of a kind, before "all". */
#define HITS 4

struct _HnFind
{
  GObject parent_instance;

  HnStore *store;
  char *text;
  char *answered;      /* the text that the groups are of */
  GPtrArray *groups;   /* of HnFindGroup, or NULL before the first answer */
  GError *error;
  guint generation;    /* of the latest question */
  GCancellable *cancellable;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnFind, hn_find, G_TYPE_OBJECT)

typedef struct
{
  GWeakRef find; /* nobody may wait any more */
  guint generation;
  char *text;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->find);
  g_free (question->text);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (HnFind) self = g_weak_ref_get (&question->find);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hn_store_read_finish (HN_STORE (source), result, &error);

  if (self == NULL || question->generation != self->generation)
    return;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  g_set_str (&self->answered, question->text);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
ask (HnFind *self)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_weak_ref_init (&question->find, self);
  question->generation = ++self->generation;
  question->text = g_strdup (self->text);
  hn_store_read_async (self->store, hn_find_job, hn_find_request_new (self->text, HITS),
                       (GDestroyNotify) hn_find_request_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                       answered_cb, question);
}

static void
hn_find_dispose (GObject *object)
{
  HnFind *self = HN_FIND (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hn_find_parent_class)->dispose (object);
}

static void
hn_find_finalize (GObject *object)
{
  HnFind *self = HN_FIND (object);

  g_free (self->text);
  g_free (self->answered);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hn_find_parent_class)->finalize (object);
}

static void
hn_find_class_init (HnFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hn_find_dispose;
  object_class->finalize = hn_find_finalize;

  /**
   * HnFind::answered:
   *
   * There is an answer to what was typed last.
   */
  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hn_find_init (HnFind *self)
{
  self->text = g_strdup ("");
}

/**
 * hn_find_new:
 *
 * Asks at once for what was worked on last.
 */
HnFind *
hn_find_new (HnStore *store)
{
  HnFind *self;

  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  self = g_object_new (HN_TYPE_FIND, NULL);
  self->store = g_object_ref (store);
  ask (self);

  return self;
}

/**
 * hn_find_get_text:
 *
 * Returns: what was typed last, without blanks around it; the latest answer may be to less of it
 */
const char *
hn_find_get_text (HnFind *self)
{
  g_return_val_if_fail (HN_IS_FIND (self), NULL);

  return self->text;
}

/**
 * hn_find_set_text:
 * @text: as typed
 *
 * Asks anew; "answered" comes once, for the text that was set last.
 */
void
hn_find_set_text (HnFind     *self,
                  const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (HN_IS_FIND (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_set_str (&self->text, stripped))
    ask (self);
}

/**
 * hn_find_get_state:
 *
 * Returns: what there is to show: an answer, none yet, or why there is none
 */
HnFindState
hn_find_get_state (HnFind *self)
{
  g_return_val_if_fail (HN_IS_FIND (self), HN_FIND_WAITING);

  if (self->error != NULL)
    return HN_FIND_FAILED;
  if (self->groups == NULL)
    return HN_FIND_WAITING;
  if (self->groups->len > 0)
    return HN_FIND_FOUND;

  return *self->answered != '\0' ? HN_FIND_NOTHING : HN_FIND_NO_RECENT;
}

/**
 * hn_find_get_groups:
 *
 * Returns: (transfer none) (nullable) (element-type HnFindGroup): the latest answer
 */
GPtrArray *
hn_find_get_groups (HnFind *self)
{
  g_return_val_if_fail (HN_IS_FIND (self), NULL);

  return self->groups;
}

/**
 * hn_find_get_answered:
 *
 * Returns: (nullable): the text that the latest answer is to
 */
const char *
hn_find_get_answered (HnFind *self)
{
  g_return_val_if_fail (HN_IS_FIND (self), NULL);

  return self->answered;
}

/**
 * hn_find_get_error:
 *
 * Returns: (nullable): why the latest question has no answer
 */
const GError *
hn_find_get_error (HnFind *self)
{
  g_return_val_if_fail (HN_IS_FIND (self), NULL);

  return self->error;
}
