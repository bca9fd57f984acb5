/* The answers from which a field's value is chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-answers.h"

#include <glib/gi18n-lib.h>

#include "hn-fold.h"

/* So many answers, with so many letters together, stand side by side in the narrowest form. */
#define FEW_ANSWERS 4
#define FEW_LETTERS 34

/* The currencies that the offices meet; others are offered where a record has them. */
static const char *const currencies[] = {
  "VND", "USD", "EUR", "JPY", "KRW", "CNY", "LAK", "KHR", "RUB", "CZK", "GBP", "AUD", "CAD", "CHF", "SGD", "THB", "TWD",
};

static void
answer_free (HnAnswer *answer)
{
  g_clear_pointer (&answer->value, g_variant_unref);
  g_free (answer->label);
  g_free (answer);
}

static void
add_answer (GPtrArray  *answers,
            GVariant   *value,
            const char *label)
{
  HnAnswer *answer = g_new0 (HnAnswer, 1);

  answer->value = value != NULL ? g_variant_ref_sink (value) : NULL;
  answer->label = g_strdup (label);
  g_ptr_array_add (answers, answer);
}

static int
find_value (GPtrArray *answers,
            GVariant  *value)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const HnAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->value == NULL || value == NULL ? answer->value == value : g_variant_equal (answer->value, value))
        return (int) i;
    }

  return -1;
}

static void
add_currencies (GPtrArray *answers,
                GVariant  *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    add_answer (answers, g_variant_new_string (currencies[i]), currencies[i]);
  if (value != NULL && find_value (answers, value) < 0)
    add_answer (answers, value, g_variant_get_string (value, NULL));
}

static GVariant *
get_value (HnEdit        *self,
           const HnField *field)
{
  return hn_record_get (hn_draft_get_record (hn_edit_get_draft (self)), field->name);
}

/**
 * hn_edit_list_answers:
 * @field: a choice, a currency, or yes or no
 *
 * Returns: (transfer full) (element-type HnAnswer): what may be chosen now. Only where the field must be filled in and
 *   is, "nothing" is not among it.
 */
GPtrArray *
hn_edit_list_answers (HnEdit        *self,
                      const HnField *field)
{
  GPtrArray *answers;
  gboolean required;
  GVariant *value;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  required = (field->flags & HN_FIELD_REQUIRED) != 0;
  value = get_value (self, field);
  if (!required || value == NULL)
    add_answer (answers, NULL, required ? _("Choose…") : C_("no answer", "Not set"));

  if (field->type == HN_TYPE_CURRENCY)
    add_currencies (answers, value);
  else if (field->type == HN_TYPE_BOOLEAN)
    {
      add_answer (answers, g_variant_new_boolean (TRUE), C_("answer", "Yes"));
      add_answer (answers, g_variant_new_boolean (FALSE), C_("answer", "No"));
    }
  else
    for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
      add_answer (answers, g_variant_new_string (choice->name), hn_label_get (choice->label));

  return answers;
}

/**
 * hn_edit_find_answer:
 *
 * Returns: which of the answers the form holds, -1 if none
 */
int
hn_edit_find_answer (HnEdit        *self,
                     const HnField *field,
                     GPtrArray     *answers)
{
  g_return_val_if_fail (HN_IS_EDIT (self), -1);

  return find_value (answers, get_value (self, field));
}

/* Whether a word of the label begins with what was typed, both without marks. */
static gboolean
has_word (const char *label,
          const char *typed)
{
  g_autofree char *folded = hn_text_fold (label);
  g_autofree char *at_word = g_strconcat (" ", typed, NULL);

  return strstr (folded, at_word) != NULL;
}

/**
 * hn_answers_match:
 * @typed: letters that were typed quickly one after the other, with or without marks
 *
 * Returns: the first answer that begins with @typed, or has a word that does; -1 if there is none
 */
int
hn_answers_match (GPtrArray  *answers,
                  const char *typed)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (answers != NULL && typed != NULL, -1);

  wanted = hn_text_fold (typed);
  if (*wanted == '\0')
    return -1;

  for (guint i = 0; i < answers->len; i++)
    {
      const HnAnswer *answer = g_ptr_array_index (answers, i);
      g_autofree char *folded = hn_text_fold (answer->label);

      if (g_str_has_prefix (folded, wanted))
        return (int) i;
    }
  for (guint i = 0; i < answers->len; i++)
    if (has_word (((const HnAnswer *) g_ptr_array_index (answers, i))->label, wanted))
      return (int) i;

  return -1;
}

/**
 * hn_answers_are_few:
 *
 * Returns: whether they can be shown side by side, to be chosen by one press
 */
gboolean
hn_answers_are_few (GPtrArray *answers)
{
  glong n_letters = 0;

  g_return_val_if_fail (answers != NULL, FALSE);

  for (guint i = 0; i < answers->len; i++)
    n_letters += g_utf8_strlen (((const HnAnswer *) g_ptr_array_index (answers, i))->label, -1);

  return answers->len <= FEW_ANSWERS && n_letters <= FEW_LETTERS;
}
