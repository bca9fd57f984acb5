/* The saving of a record that is edited: checked, compared, and not over what others did. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-edit-check.h"
#include "hn-edit-private.h"

/* So often a save begins anew since somebody else was faster, before the person hears of it. */
#define MAX_TRIES 5

static void try_save (GTask *task);

static void
set_saving (HnEdit   *self,
            gboolean  saving)
{
  if (self->saving == saving)
    return;

  self->saving = saving;
  hn_edit_notify (self, HN_EDIT_PROP_SAVING);
}

/* (transfer full): error */
static void
give_up (GTask  *task,
         GError *error)
{
  HnEdit *self = g_task_get_source_object (task);

  set_saving (self, FALSE);
  hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
  g_task_return_error (task, error);
}

static void
refuse (GTask *task)
{
  give_up (task, g_error_new_literal (HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, "The record breaks a rule"));
}

static void
refuse_gone (GTask *task)
{
  give_up (task, g_error_new_literal (HN_EDIT_ERROR, HN_EDIT_ERROR_GONE, _("Somebody else has deleted this record.")));
}

static void
refuse_clash (GTask *task)
{
  give_up (task, g_error_new_literal (HN_EDIT_ERROR, HN_EDIT_ERROR_CLASH,
                                      _("Somebody else has changed this record. Save it again.")));
}

static gboolean
has_clashes (HnEdit *self)
{
  g_autoptr (GPtrArray) clashes = hn_edit_list_clashes (self);

  return clashes->len > 0;
}

/* --- what was saved ------------------------------------------------------ */

static void
keep_saved (HnEdit   *self,
            HnRecord *record,
            gint64    id)
{
  hn_record_set_id (record, id);
  g_clear_pointer (&self->saved, hn_record_unref);
  self->saved = hn_record_ref (record);
  self->n_saved++;
}

/* The record as somebody else left it, after a save that was refused because of that. */
static void
reread_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HnEdit *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (HnRecord) theirs = hn_store_read_finish (HN_STORE (source), result, &error);

  if (theirs == NULL && !g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD))
    {
      give_up (task, error);
      return;
    }

  g_clear_error (&error);
  hn_edit_take_theirs (self, theirs);
  if (self->gone)
    refuse_gone (task);
  else if (has_clashes (self) || self->n_tries >= MAX_TRIES)
    refuse_clash (task);
  else
    try_save (g_steal_pointer (&task));
}

static void
reread (GTask *task)
{
  HnEdit *self = g_task_get_source_object (task);

  hn_store_read_async (hn_context_get_store (self->context), hn_edit_load_job,
                       hn_record_copy (hn_draft_get_original (self->draft)), (GDestroyNotify) hn_record_unref,
                       (GDestroyNotify) hn_record_unref, NULL, reread_cb, task);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HnEdit *self = g_task_get_source_object (task);
  HnEditVerdict *verdict = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 id;

  if (hn_store_save_finish (HN_STORE (source), result, &id, NULL, &error))
    {
      set_saving (self, FALSE);
      keep_saved (self, verdict->record, id);
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_CHANGED))
    {
      g_error_free (error);
      reread (g_steal_pointer (&task));
    }
  else
    give_up (task, error);
}

/* --- before it is saved -------------------------------------------------- */

static void
take_refusals (HnEdit        *self,
               HnEditVerdict *verdict)
{
  g_ptr_array_unref (self->refused);
  self->refused = g_ptr_array_ref (verdict->problems);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HnEdit *self = g_task_get_source_object (task);
  const HnRecord *original = hn_draft_get_original (self->draft);
  GError *error = NULL;
  HnEditVerdict *verdict = hn_store_read_finish (HN_STORE (source), result, &error);

  if (verdict == NULL)
    {
      give_up (task, error);
      return;
    }

  g_task_set_task_data (task, verdict, (GDestroyNotify) hn_edit_verdict_free);
  if (verdict->problems->len > 0)
    {
      take_refusals (self, verdict);
      refuse (task);
    }
  else if (verdict->same != NULL && !self->same_is_another)
    {
      g_clear_pointer (&self->same, hn_similar_free);
      self->same = g_steal_pointer (&verdict->same);
      give_up (task, g_error_new_literal (HN_EDIT_ERROR, HN_EDIT_ERROR_SAME, _("It is there already.")));
    }
  else if (hn_draft_is_new (self->draft))
    hn_store_save_async (HN_STORE (source), verdict->record, NULL, saved_cb, g_steal_pointer (&task));
  else
    hn_store_save_over_async (HN_STORE (source), verdict->record, original, NULL, saved_cb, g_steal_pointer (&task));
}

/* Words for a record that was not chosen may still name one: the register decides. */
static gboolean
is_settled_by_register (HnEdit          *self,
                        const HnProblem *problem)
{
  const HnField *field = problem->field;

  return (field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY)
         && hn_draft_get_typed (self->draft, field) != NULL;
}

static gboolean
has_own_problems (HnEdit *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (!is_settled_by_register (self, g_ptr_array_index (self->problems, i)))
      return TRUE;

  return FALSE;
}

/* (transfer full): task */
static void
try_save (GTask *task)
{
  HnEdit *self = g_task_get_source_object (task);

  self->n_tries++;
  hn_store_read_async (hn_context_get_store (self->context), hn_edit_check_job, hn_edit_check_new (self->draft),
                       (GDestroyNotify) hn_edit_check_free, (GDestroyNotify) hn_edit_verdict_free, NULL, checked_cb,
                       task);
}

/* --- spelling ------------------------------------------------------------ */

/* (nullable): what a person has put into a field of words; what is stored already stays as it is. */
static const char *
get_words (HnEdit        *self,
           const HnField *field)
{
  const HnRecord *original = hn_draft_get_original (self->draft);
  GVariant *now = hn_record_get (hn_draft_get_record (self->draft), field->name);
  GVariant *before = hn_draft_is_new (self->draft) ? NULL : hn_record_get (original, field->name);
  gboolean free = field->type == HN_TYPE_REFERENCE && (field->flags & HN_FIELD_FREE_TEXT) != 0;

  if (!free && field->type != HN_TYPE_TEXT && field->type != HN_TYPE_NOTE && field->type != HN_TYPE_NAME)
    return NULL;
  if (field->check != NULL) /* a code */
    return NULL;
  if (now == NULL || !g_variant_is_of_type (now, G_VARIANT_TYPE_STRING)
      || (before != NULL && g_variant_equal (now, before)))
    return NULL;

  return g_variant_get_string (now, NULL);
}

/* Puts tone marks where the office has them. */
static void
place_tones (HnEdit *self)
{
  HnToneMarks marks = hn_context_get_tone_marks (self->context);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const HnField *field = &self->kind->fields[i];
      const char *words = get_words (self, field);
      g_autofree char *placed = hn_text_place_tones (words, marks);

      if (words != NULL && !g_str_equal (placed, words))
        hn_edit_set_input (self, field, placed);
    }
}

/**
 * hn_edit_save_async:
 *
 * Saves the record if nothing keeps it from that; otherwise every problem is shown from now on. A save that runs is
 * not started a second time. What others changed meanwhile in other fields stays. Tone marks of what was typed are put
 * where hn_context_get_tone_marks() says.
 */
void
hn_edit_save_async (HnEdit              *self,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HN_IS_EDIT (self));
  g_return_if_fail (!self->saving);

  task = g_task_new (self, NULL, callback, user_data);
  self->tried = TRUE;
  self->n_tries = 0;
  g_ptr_array_set_size (self->refused, 0);
  place_tones (self);
  if (has_own_problems (self))
    refuse (task);
  else if (self->gone)
    refuse_gone (task);
  else if (has_clashes (self))
    refuse_clash (task);
  else
    {
      set_saving (self, TRUE);
      try_save (g_steal_pointer (&task));
    }
}

/**
 * hn_edit_save_finish:
 * @id: (out) (optional): the id of the record
 * @error: %HN_REGISTER_ERROR_INVALID where hn_edit_first_problem() says what is wrong, an error in %HN_EDIT_ERROR where
 *   the person must decide, and what the register may say
 *
 * Returns: whether it was saved
 */
gboolean
hn_edit_save_finish (HnEdit        *self,
                     GAsyncResult  *result,
                     gint64        *id,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (id != NULL)
    *id = hn_record_get_id (self->saved);

  return TRUE;
}

/**
 * hn_edit_get_saved:
 *
 * Returns: (transfer none) (nullable): the record that was saved last, with its id
 */
const HnRecord *
hn_edit_get_saved (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  return self->saved;
}

/**
 * hn_edit_get_n_saved:
 *
 * Returns: how many records were saved in this form
 */
guint
hn_edit_get_n_saved (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), 0);

  return self->n_saved;
}
