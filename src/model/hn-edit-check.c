/* What only the register can say about a record that is to be saved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-check.h"

#include <glib/gi18n-lib.h>

#include "hn-completion.h"
#include "hn-fold.h"

/* So many that look alike are compared. */
#define MAX_COMPARED 8

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

/**
 * hn_edit_check_free:
 *
 * A #GDestroyNotify for what a check is asked with.
 */
void
hn_edit_check_free (HnEditCheck *check)
{
  hn_record_unref (check->record);
  g_ptr_array_unref (check->words);
  g_free (check);
}

/**
 * hn_edit_verdict_free:
 *
 * A #GDestroyNotify for what a check found.
 */
void
hn_edit_verdict_free (HnEditVerdict *verdict)
{
  hn_record_unref (verdict->record);
  g_ptr_array_unref (verdict->problems);
  g_clear_pointer (&verdict->same, hn_similar_free);
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

/* So that the record can be called by its title once it is saved. */
static void
show_reference (HnRegister    *reg,
                HnRecord      *record,
                const HnField *field)
{
  const HnKind *kind;
  gint64 id = hn_record_get_reference (record, field->name, &kind);
  g_autofree char *title = id != 0 ? hn_register_get_title (reg, kind, id) : NULL;

  if (title != NULL)
    hn_record_set_shown (record, field->name, title);
}

/**
 * hn_edit_explain_words:
 * @text: what was typed and not chosen
 * @reason: why it names nothing
 *
 * In a form a record is chosen by its name from those that are offered; its number is for the command line.
 *
 * Returns: (transfer full): a sentence for the person
 */
char *
hn_edit_explain_words (const char   *text,
                       const GError *reason)
{
  if (!g_error_matches (reason, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS))
    return g_strdup (reason->message);

  return g_strdup_printf (_("Several are called “%s”. Choose the one that is meant from those that are offered."),
                          text);
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
      g_autofree char *said = hn_edit_explain_words (words->text, error);

      g_ptr_array_add (verdict->problems, hn_problem_new (words->field, said));
      return;
    }
  if (value == NULL)
    return;

  g_variant_take_ref (value);
  if ((words->field->flags & HN_FIELD_MULTIPLE) != 0)
    hn_record_set (verdict->record, words->field->name,
                   append_values (hn_record_get (verdict->record, words->field->name), value));
  else
    {
      hn_record_edit (verdict->record, words->field->name, value, NULL);
      show_reference (reg, verdict->record, words->field);
    }
}

/* --- whether it is there already ----------------------------------------- */

/* By words alone: the same name with other capitals or without its marks is the same name. */
static gboolean
is_same_title (const HnRecord *record,
               const HnRecord *other)
{
  g_autofree char *first = hn_record_title (record), *second = hn_record_title (other);
  g_autofree char *first_folded = hn_text_fold (first), *second_folded = hn_text_fold (second);

  return g_str_equal (first_folded, second_folded);
}

static gboolean
is_same_value (const HnRecord *record,
               const HnRecord *other,
               const HnField  *field)
{
  GVariant *first = hn_record_get (record, field->name), *second = hn_record_get (other, field->name);

  return first == NULL || second == NULL ? first == second : g_variant_equal (first, second);
}

/**
 * hn_edit_is_same:
 * @record: a new record
 * @other: one of the same kind that is there
 *
 * Two records are held for the same if they are called the same, and agree in the first of their main dates (of a
 * person the birth, which must be known since namesakes are many) and in every amount.
 *
 * Returns: whether a person should be asked before @record is saved beside @other
 */
gboolean
hn_edit_is_same (const HnRecord *record,
                 const HnRecord *other)
{
  const HnKind *kind;
  gboolean dated = FALSE;

  g_return_val_if_fail (record != NULL && other != NULL, FALSE);

  kind = hn_record_get_kind (record);
  if (!is_same_title (record, other))
    return FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      gboolean is_date = field->type == HN_TYPE_DATE && (field->flags & HN_FIELD_MAIN) != 0 && !dated;

      if ((is_date || field->type == HN_TYPE_MONEY) && !is_same_value (record, other, field))
        return FALSE;
      if (is_date && kind->fields[0].type == HN_TYPE_NAME && hn_record_get (record, field->name) == NULL)
        return FALSE;
      dated = dated || is_date;
    }

  return TRUE;
}

/**
 * hn_edit_tell_similar:
 * @similar: what looks like a new record
 * @record: that record itself
 *
 * Says beside what is alike also what tells it from others: "6/5/1975 · Yên Thế · The same: Full name."
 */
void
hn_edit_tell_similar (HnSimilar      *similar,
                      const HnRecord *record)
{
  g_autofree char *detail = NULL, *reason = NULL;

  g_return_if_fail (similar != NULL && record != NULL);

  detail = hn_candidate_describe (record, similar->title);
  if (detail == NULL)
    return;

  reason = g_steal_pointer (&similar->reason);
  similar->reason = reason != NULL ? g_strconcat (detail, " · ", reason, NULL) : g_steal_pointer (&detail);
}

static gboolean
find_same (HnRegister     *reg,
           HnEditVerdict  *verdict,
           GError        **error)
{
  const HnKind *kind = hn_record_get_kind (verdict->record);
  g_autoptr (GPtrArray) similar = hn_register_find_similar (reg, verdict->record, MAX_COMPARED, error);

  if (similar == NULL)
    return FALSE;

  for (guint i = 0; i < similar->len && verdict->same == NULL; i++)
    {
      HnSimilar *candidate = g_ptr_array_index (similar, i);
      g_autoptr (HnRecord) other = hn_register_load (reg, kind, candidate->id, error);

      if (other == NULL)
        return FALSE;
      if (!hn_edit_is_same (verdict->record, other))
        continue;
      hn_edit_tell_similar (candidate, other);
      verdict->same = g_ptr_array_steal_index (similar, i);
    }

  return TRUE;
}

/**
 * hn_edit_check_job:
 * @check: an #HnEditCheck
 *
 * An #HnStoreJob: looks up the records that were only named, and asks the register what keeps the record from being
 * saved, and whether a new one is there already.
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
  if (verdict->problems->len == 0 && hn_record_get_id (verdict->record) == 0 && !find_same (reg, verdict, error))
    return NULL;

  return g_steal_pointer (&verdict);
}
