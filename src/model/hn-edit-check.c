/* What only the register can say about a record that is to be saved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-check.h"

/* Words that stand for a record and are to be looked up. */
typedef struct
{
  const HnField *field;
  char *text;
} Words;

struct _HnEditCheck
{
  HnRecord *record;
  GPtrArray *words; /* of Words */
};

static void
words_free (Words *words)
{
  g_free (words->text);
  g_free (words);
}

/* What was typed and not chosen, or written where words may stand: it may be a record's very name. */
static const char *
find_words (const HnDraft  *draft,
            const HnRecord *record,
            const HnField  *field)
{
  const char *typed = hn_draft_get_typed (draft, field);
  gboolean looked_up = field->type == HN_TYPE_REFERENCE || field->type == HN_TYPE_COUNTRY;

  if (!looked_up || !hn_draft_applies (draft, field))
    return NULL;
  if (typed != NULL || field->type == HN_TYPE_COUNTRY)
    return typed;

  return hn_record_get_text (record, field->name);
}

/**
 * hn_edit_check_new:
 *
 * Returns: (transfer full): what hn_edit_check_job() takes to its thread
 */
HnEditCheck *
hn_edit_check_new (const HnDraft *draft)
{
  HnEditCheck *check = g_new0 (HnEditCheck, 1);
  const HnKind *kind;

  check->record = hn_draft_finish (draft);
  check->words = g_ptr_array_new_with_free_func ((GDestroyNotify) words_free);
  kind = hn_record_get_kind (check->record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *text = find_words (draft, check->record, &kind->fields[i]);
      Words *words;

      if (text == NULL)
        continue;
      words = g_new0 (Words, 1);
      words->field = &kind->fields[i];
      words->text = g_strdup (text);
      g_ptr_array_add (check->words, words);
    }

  return check;
}

void
hn_edit_check_free (HnEditCheck *check)
{
  hn_record_unref (check->record);
  g_ptr_array_unref (check->words);
  g_free (check);
}

void
hn_edit_verdict_free (HnEditVerdict *verdict)
{
  hn_record_unref (verdict->record);
  g_ptr_array_unref (verdict->problems);
  g_free (verdict);
}

/* What was found goes behind what the field already holds. */
static GVariant *
append_values (GVariant *before,
               GVariant *more)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (gsize i = 0; before != NULL && i < g_variant_n_children (before); i++)
    g_ptr_array_add (values, g_variant_get_child_value (before, i));
  for (gsize i = 0; i < g_variant_n_children (more); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (more, i);

      if (!g_ptr_array_find_with_equal_func (values, value, g_variant_equal, NULL))
        g_ptr_array_add (values, g_steal_pointer (&value));
    }

  return g_variant_new_array (g_variant_type_element (g_variant_get_type (more)), (GVariant *const *) values->pdata,
                              values->len);
}

static void
look_up (HnRegister    *reg,
         const Words   *words,
         HnEditVerdict *verdict)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value = hn_register_parse (reg, words->field, words->text, NULL, &error);

  if (error != NULL)
    {
      g_ptr_array_add (verdict->problems, hn_problem_new (words->field, error->message));
      return;
    }
  if (value == NULL)
    return;

  g_variant_take_ref (value);
  if ((words->field->flags & HN_FIELD_MULTIPLE) != 0)
    hn_record_set (verdict->record, words->field->name,
                   append_values (hn_record_get (verdict->record, words->field->name), value));
  else
    hn_record_edit (verdict->record, words->field->name, value, NULL);
}

/**
 * hn_edit_check_job:
 * @check: an #HnEditCheck
 *
 * An #HnStoreJob: looks up the records that were only named, and asks the register what keeps the record from being
 * saved.
 *
 * Returns: (transfer full): an #HnEditVerdict
 */
gpointer
hn_edit_check_job (HnRegister    *reg,
                   gpointer       check,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const HnEditCheck *wanted = check;
  g_autoptr (HnEditVerdict) verdict = g_new0 (HnEditVerdict, 1);
  g_autoptr (GPtrArray) broken = NULL;

  verdict->record = hn_record_copy (wanted->record);
  verdict->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_problem_free);
  for (guint i = 0; i < wanted->words->len; i++)
    look_up (reg, g_ptr_array_index (wanted->words, i), verdict);
  if (verdict->problems->len > 0)
    return g_steal_pointer (&verdict);

  broken = hn_register_check_record (reg, verdict->record, error);
  if (broken == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (verdict->problems, g_steal_pointer (&broken));

  return g_steal_pointer (&verdict);
}
