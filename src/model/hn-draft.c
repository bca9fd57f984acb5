/* A record that is being edited, as a value: what it was, what it is, and what was typed and not understood. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-draft.h"

#include <glib/gi18n-lib.h>

#include "hn-clean.h"
#include "hn-record-merge.h"

/* What stands in a field and is no value of it. */
typedef struct
{
  char *text;
  char *message;
} Typed;

struct _HnDraft
{
  HnRecord *original;
  HnRecord *record;
  GHashTable *typed; /* HnField → Typed */
};

static Typed *
typed_new (const char *text,
           const char *message)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->text = g_strdup (text);
  typed->message = g_strdup (message);

  return typed;
}

static void
typed_free (Typed *typed)
{
  g_free (typed->text);
  g_free (typed->message);
  g_free (typed);
}

static HnDraft *
draft_alloc (void)
{
  HnDraft *self = g_atomic_rc_box_new0 (HnDraft);

  self->typed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) typed_free);

  return self;
}

static void
draft_clear (HnDraft *self)
{
  hn_record_unref (self->original);
  hn_record_unref (self->record);
  g_hash_table_unref (self->typed);
}

static HnDraft *
draft_copy (const HnDraft *self)
{
  HnDraft *copy = draft_alloc ();
  GHashTableIter iter;
  gpointer field;
  Typed *typed;

  copy->original = hn_record_ref (self->original);
  copy->record = hn_record_copy (self->record);
  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &field, (gpointer *) &typed))
    g_hash_table_insert (copy->typed, field, typed_new (typed->text, typed->message));

  return copy;
}

/**
 * hn_draft_new:
 * @record: as it is in the register, or a new one
 */
HnDraft *
hn_draft_new (const HnRecord *record)
{
  HnDraft *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = draft_alloc ();
  self->original = hn_record_copy (record);
  self->record = hn_record_copy (record);

  return self;
}

/**
 * hn_draft_ref:
 *
 * Returns: (transfer full): the same draft
 */
HnDraft *
hn_draft_ref (HnDraft *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hn_draft_unref:
 *
 * Frees it, with what was typed, when nobody holds it any more.
 */
void
hn_draft_unref (HnDraft *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) draft_clear);
}

static void
keep_typed (HnDraft       *self,
            const HnField *field,
            const char    *text,
            const char    *message)
{
  g_hash_table_insert (self->typed, (gpointer) field, typed_new (text, message));
}

/**
 * hn_draft_set_value:
 * @value: (nullable): the new value, which is sunk if it floats
 * @shown: (nullable): of a reference, what it is called
 *
 * Returns: (transfer full): the draft with the field changed
 */
HnDraft *
hn_draft_set_value (const HnDraft *self,
                    const HnField *field,
                    GVariant      *value,
                    const char    *shown)
{
  g_autoptr (GError) error = NULL;
  HnDraft *next;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  next = draft_copy (self);
  g_hash_table_remove (next->typed, field);
  if (!hn_record_edit (next->record, field->name, value, &error))
    keep_typed (next, field, "", error->message);
  else if (shown != NULL)
    hn_record_set_shown (next->record, field->name, shown);

  return next;
}

/* Words for other records: which ones is for the store to find. */
static void
set_words (HnDraft       *self,
           const HnField *field,
           const char    *text)
{
  g_autofree char *clean = hn_text_clean (text, HN_CLEAN_LINE);
  gboolean several = (field->flags & HN_FIELD_MULTIPLE) != 0;

  g_hash_table_remove (self->typed, field);
  if (!several)
    hn_record_edit (self->record, field->name, NULL, NULL);

  if (*clean == '\0')
    return;
  if (!several && (field->flags & HN_FIELD_FREE_TEXT) != 0)
    {
      hn_record_edit (self->record, field->name, g_variant_new_string (clean), NULL);
      return;
    }

  {
    g_autofree char *message = g_strdup_printf (_("Nothing is called “%s”. Choose from the list."), clean);

    keep_typed (self, field, text, message);
  }
}

/**
 * hn_draft_set_input:
 * @text: what stands in the field now
 * @today: what an incomplete date is completed from
 *
 * Reads what was typed. Where that is no value of the field, the text is kept with the reason, and the value is
 * as before.
 *
 * Returns: (transfer full): the draft with the field changed
 */
HnDraft *
hn_draft_set_input (const HnDraft *self,
                    const HnField *field,
                    const char    *text,
                    HnDate         today)
{
  g_autoptr (GError) error = NULL;
  HnDraft *next;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  next = draft_copy (self);
  if (field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY)
    {
      set_words (next, field, text);
      return next;
    }

  g_hash_table_remove (next->typed, field);
  if (!hn_record_set_input (next->record, field->name, text, today, &error))
    keep_typed (next, field, text, error->message);

  return next;
}

static gboolean
differs (const HnRecord *a,
         const HnRecord *b,
         const HnField  *field)
{
  GVariant *first = hn_record_get (a, field->name), *second = hn_record_get (b, field->name);

  return first == NULL || second == NULL ? first != second : !g_variant_equal (first, second);
}

/**
 * hn_draft_rebase:
 * @theirs: the record as somebody else left it since the editing began
 * @conflicts: (out) (transfer full) (element-type HnField): the fields that were changed here and there
 *
 * Fields that were not touched here take what they are there now; the others stay as they are here. From now on the
 * draft is a change of @theirs.
 *
 * Returns: (transfer full): the draft as it is then
 */
HnDraft *
hn_draft_rebase (const HnDraft   *self,
                 const HnRecord  *theirs,
                 GPtrArray      **conflicts)
{
  HnDraft *next;
  GHashTableIter iter;
  gpointer field;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);
  g_return_val_if_fail (conflicts != NULL, NULL);

  next = draft_copy (self);
  *conflicts = hn_record_merge (next->record, self->original, theirs);
  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (differs (self->original, theirs, field) && !g_ptr_array_find (*conflicts, field, NULL))
      g_ptr_array_add (*conflicts, field);
  hn_record_unref (next->original);
  next->original = hn_record_copy (theirs);

  return next;
}

/**
 * hn_draft_make_new:
 *
 * Returns: (transfer full): the same form for a record that is not in the register, since it was deleted there
 */
HnDraft *
hn_draft_make_new (const HnDraft *self)
{
  HnDraft *next;

  g_return_val_if_fail (self != NULL, NULL);

  next = draft_copy (self);
  hn_record_set_id (next->record, 0);
  hn_record_unref (next->original);
  next->original = hn_record_new_empty (hn_record_get_view (self->record));

  return next;
}

/**
 * hn_draft_get_original:
 *
 * Returns: (transfer none): the record as it was when the editing began, or as hn_draft_rebase() was last told
 */
const HnRecord *
hn_draft_get_original (const HnDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->original;
}

/**
 * hn_draft_get_record:
 *
 * Returns: (transfer none): the record as it is now, also with what does not apply at the moment
 */
const HnRecord *
hn_draft_get_record (const HnDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->record;
}

/**
 * hn_draft_get_typed:
 *
 * Returns: (nullable): what was typed and not understood
 */
const char *
hn_draft_get_typed (const HnDraft *self,
                    const HnField *field)
{
  const Typed *typed;

  g_return_val_if_fail (self != NULL, NULL);

  typed = g_hash_table_lookup (self->typed, field);

  return typed != NULL ? typed->text : NULL;
}

/**
 * hn_draft_get_input:
 *
 * Returns: (transfer full): what stands in the field: the value as it would be typed, or what was typed instead
 */
char *
hn_draft_get_input (const HnDraft *self,
                    const HnField *field)
{
  const Typed *typed;
  const char *shown, *currency = NULL;
  GVariant *value;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  typed = g_hash_table_lookup (self->typed, field);
  if (typed != NULL)
    return g_strdup (typed->text);

  value = hn_record_get (self->record, field->name);
  if (value == NULL)
    return g_strdup ("");

  shown = hn_record_get_shown (self->record, field->name);
  if (shown != NULL)
    return g_strdup (shown);
  if (field->currency != NULL)
    currency = hn_record_get_text (self->record, field->currency);

  return hn_value_to_input (field, value, currency);
}

/**
 * hn_draft_is_new:
 *
 * Returns: whether the record is not in the register yet
 */
gboolean
hn_draft_is_new (const HnDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hn_record_get_id (self->original) == 0;
}

/**
 * hn_draft_is_changed:
 *
 * Returns: whether closing now would lose something
 */
gboolean
hn_draft_is_changed (const HnDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_size (self->typed) > 0 || !hn_record_equal (self->original, self->record);
}

/**
 * hn_draft_is_filled:
 *
 * Returns: whether the field holds something else than a new record has there, understood or not
 */
gboolean
hn_draft_is_filled (const HnDraft *self,
                    const HnField *field)
{
  g_autoptr (HnRecord) blank = NULL;
  GVariant *value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  value = hn_record_get (self->record, field->name);
  if (!hn_draft_applies (self, field))
    return FALSE;
  if (hn_draft_get_typed (self, field) != NULL)
    return TRUE;
  if (value == NULL)
    return FALSE;
  blank = hn_record_new (hn_record_get_view (self->record));

  return differs (self->record, blank, field);
}

/**
 * hn_draft_applies:
 *
 * Returns: whether the field makes sense for what is typed by now: the fields of goods do not for a gift of money
 */
gboolean
hn_draft_applies (const HnDraft *self,
                  const HnField *field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hn_record_applies (self->record, field);
}

/**
 * hn_draft_finish:
 *
 * Returns: (transfer full): the record to be saved, without what does not apply: a form of which a person saw one half
 *   does not keep the other
 */
HnRecord *
hn_draft_finish (const HnDraft *self)
{
  HnRecord *record;
  const HnKind *kind;

  g_return_val_if_fail (self != NULL, NULL);

  record = hn_record_copy (self->record);
  kind = hn_record_get_kind (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (!hn_record_applies (record, &kind->fields[i]))
      hn_record_set (record, kind->fields[i].name, NULL);

  return record;
}

static gboolean
has_problem (GPtrArray     *problems,
             const HnField *field)
{
  for (guint i = 0; i < problems->len; i++)
    if (((const HnProblem *) g_ptr_array_index (problems, i))->field == field)
      return TRUE;

  return FALSE;
}

/**
 * hn_draft_check:
 *
 * Returns: (transfer full) (element-type HnProblem): what keeps the draft from being saved, at most one a field:
 *   first what was not understood, then what the kind's rules say
 */
GPtrArray *
hn_draft_check (const HnDraft *self)
{
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GPtrArray) broken = NULL;
  GPtrArray *problems;
  GHashTableIter iter;
  gpointer field;
  Typed *typed;

  g_return_val_if_fail (self != NULL, NULL);

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_problem_free);
  g_hash_table_iter_init (&iter, self->typed);
  while (g_hash_table_iter_next (&iter, &field, (gpointer *) &typed))
    if (hn_draft_applies (self, field))
      g_ptr_array_add (problems, hn_problem_new (field, typed->message));

  record = hn_draft_finish (self);
  broken = hn_record_check (record);
  for (guint i = 0; i < broken->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (broken, i);

      if (!has_problem (problems, problem->field))
        g_ptr_array_add (problems, hn_problem_new (problem->field, problem->message));
    }

  return problems;
}
