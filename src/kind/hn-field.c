/* What a field's entry in the table of its kind says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kind.h"

#include "hn-name-match.h"

/**
 * hn_field_get_label:
 * @field: a field
 *
 * Returns: what it is called, in the language of the user interface
 */
const char *
hn_field_get_label (const HnField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return hn_label_get (field->label);
}

/**
 * hn_field_is_number:
 * @field: a field
 *
 * Returns: whether its value is a number: a count, a decimal, a percentage or money
 */
gboolean
hn_field_is_number (const HnField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->type == HN_TYPE_INTEGER || field->type == HN_TYPE_DECIMAL || field->type == HN_TYPE_PERCENT
         || field->type == HN_TYPE_MONEY;
}

/**
 * hn_field_is_text:
 * @field: a field
 *
 * Returns: whether its value is free words, as a search looks through; not a date, choice or code
 */
gboolean
hn_field_is_text (const HnField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return field->type == HN_TYPE_TEXT || field->type == HN_TYPE_NAME || field->type == HN_TYPE_NOTE
         || field->type == HN_TYPE_PHONE || field->type == HN_TYPE_EMAIL;
}

/* The kinds that records are kept of; views have none of their own. */
static char **
list_stored_kinds (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const HnKind *const *kinds;
  guint n_kinds;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base == NULL)
        g_strv_builder_add (names, kinds[i]->name);
    }

  return g_strv_builder_end (names);
}

/**
 * hn_field_list_targets:
 * @field: a reference
 *
 * Returns: (transfer full): the names of the kinds that it may refer to; of any kind, all that are stored
 */
char **
hn_field_list_targets (const HnField *field)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (field->type == HN_TYPE_REFERENCE, NULL);

  if (g_str_equal (field->targets, "*"))
    return list_stored_kinds ();

  return g_strsplit (field->targets, " ", -1);
}

/**
 * hn_field_has_target:
 * @field: a field
 * @kind: a kind or view
 *
 * Returns: whether @field may refer to a record of @kind
 */
gboolean
hn_field_has_target (const HnField *field,
                     const HnKind  *kind)
{
  g_auto (GStrv) targets = NULL;

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (field->type != HN_TYPE_REFERENCE)
    return FALSE;

  targets = hn_field_list_targets (field);

  return g_strv_contains ((const char *const *) targets, hn_kind_stored (kind)->name);
}

/**
 * hn_field_get_choice:
 * @field: a choice
 * @name: the exact name of one of its choices, as stored
 *
 * Returns: (nullable): the choice
 */
const HnChoice *
hn_field_get_choice (const HnField *field,
                     const char    *name)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (field->choices != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
    {
      if (g_str_equal (choice->name, name))
        return choice;
    }

  return NULL;
}

/* Whether a choice is called what was typed, folded. */
typedef gboolean (*ChoiceMatch) (const HnChoice *choice,
                                 const char     *folded);

static gboolean
match_name (const HnChoice *choice,
            const char     *folded)
{
  return hn_name_matches (choice->name, folded);
}

static gboolean
match_label (const HnChoice *choice,
             const char     *folded)
{
  return hn_name_matches (choice->label.en, folded) || hn_name_matches (choice->label.vi, folded);
}

static gboolean
match_alias (const HnChoice *choice,
             const char     *folded)
{
  return hn_name_list_matches (choice->aliases, folded);
}

/**
 * hn_field_find_choice:
 * @field: a choice
 * @text: what a person calls one of its choices: its name, its label in either language, or an alias
 *
 * Returns: (nullable): the choice
 */
const HnChoice *
hn_field_find_choice (const HnField *field,
                      const char    *text)
{
  static const ChoiceMatch matches[] = { match_name, match_label, match_alias };
  g_autofree char *folded = NULL;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (field->choices != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  folded = hn_name_fold (text);
  for (guint m = 0; m < G_N_ELEMENTS (matches); m++)
    {
      for (const HnChoice *choice = field->choices; choice->name != NULL; choice++)
        {
          if (matches[m](choice, folded))
            return choice;
        }
    }

  return NULL;
}
