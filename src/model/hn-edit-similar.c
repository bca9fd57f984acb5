/* What looks like the record that is typed, before it is there twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-check.h"
#include "hn-edit-private.h"

/* So many are pointed out. */
#define MAX_SIMILAR 3

typedef struct
{
  HnEdit *edit;
  HnRecord *record;
} Question;

static gpointer
similar_job (HnRegister    *reg,
             gpointer       record,
             GCancellable  *cancellable,
             GError       **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autoptr (GPtrArray) similar = hn_register_find_similar (reg, record, MAX_SIMILAR, error);

  for (guint i = 0; similar != NULL && i < similar->len; i++)
    {
      HnSimilar *candidate = g_ptr_array_index (similar, i);
      g_autoptr (HnRecord) other = hn_register_load (reg, kind, candidate->id, error);

      if (other == NULL)
        return NULL;
      hn_edit_tell_similar (candidate, other);
    }

  return g_steal_pointer (&similar);
}

static void ask (HnEdit *self);

static void
set_similar (HnEdit    *self,
             GPtrArray *similar)
{
  if (self->similar->len == 0 && similar->len == 0)
    return;

  g_ptr_array_unref (self->similar);
  self->similar = g_ptr_array_ref (similar);
  hn_edit_notify (self, HN_EDIT_PROP_SIMILAR);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (HnEdit) self = question->edit;
  g_autoptr (HnRecord) record = question->record;
  g_autoptr (GPtrArray) similar = hn_store_read_finish (HN_STORE (source), result, NULL);
  gboolean is_last = self->asked != NULL && hn_record_equal (self->asked, record);

  self->asking = FALSE;
  /* A hint that cannot be given is none; whether the register can be read is said where it matters. */
  if (is_last && similar != NULL)
    set_similar (self, similar);
  else if (!is_last && self->asked != NULL)
    ask (self);
}

/* One question at a time: who types on quickly has the fields between the first and the last asked about only once. */
static void
ask (HnEdit *self)
{
  Question *question;

  if (self->asking)
    return;

  self->asking = TRUE;
  question = g_new0 (Question, 1);
  question->edit = g_object_ref (self);
  question->record = hn_record_copy (self->asked);
  hn_store_read_async (hn_context_get_store (self->context), similar_job, hn_record_copy (self->asked),
                       (GDestroyNotify) hn_record_unref, (GDestroyNotify) g_ptr_array_unref, NULL, answered_cb,
                       question);
}

/* What tells one record from another: what it is called, what comes first in the form, how it is reached. */
static gboolean
is_telling (const HnKind  *kind,
            const HnField *field)
{
  g_autofree char *part = g_strdup_printf ("{%s}", field->name);

  return (field->flags & (HN_FIELD_REQUIRED | HN_FIELD_MAIN)) != 0 || field->type == HN_TYPE_PHONE
         || field->type == HN_TYPE_EMAIL || strstr (kind->title, part) != NULL;
}

/**
 * hn_edit_ask_similar:
 *
 * Called when a field of a new record was left: records that look like it are looked for.
 */
void
hn_edit_ask_similar (HnEdit        *self,
                     const HnField *field)
{
  g_autoptr (HnRecord) record = NULL;

  if (!hn_draft_is_new (self->draft) || !is_telling (self->kind, field))
    return;

  record = hn_draft_finish (self->draft);
  if (self->asked != NULL && hn_record_equal (self->asked, record))
    return;

  g_clear_pointer (&self->asked, hn_record_unref);
  self->asked = g_steal_pointer (&record);
  ask (self);
}

/**
 * hn_edit_drop_similar:
 *
 * Called when another record is typed: what was like the last one does not matter any more.
 */
void
hn_edit_drop_similar (HnEdit *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_similar_free);

  g_clear_pointer (&self->asked, hn_record_unref);
  g_clear_pointer (&self->same, hn_similar_free);
  self->same_is_another = FALSE;
  set_similar (self, none);
}

/**
 * hn_edit_get_similar:
 *
 * Returns: (transfer none) (element-type HnSimilar): what looks like the new record; "notify::similar" says that it is
 *   something else
 */
GPtrArray *
hn_edit_get_similar (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->similar;
}

/**
 * hn_edit_get_same:
 *
 * Returns: (transfer none) (nullable): what is there already, after a save that ended with %HN_EDIT_ERROR_SAME
 */
const HnSimilar *
hn_edit_get_same (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->same;
}

/**
 * hn_edit_allow_same:
 *
 * The person knows better: the next save does not ask.
 */
void
hn_edit_allow_same (HnEdit *self)
{
  g_return_if_fail (HN_IS_EDIT (self));

  self->same_is_another = TRUE;
}
