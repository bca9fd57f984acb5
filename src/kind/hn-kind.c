/* The kinds of record, found by their names, and their fields, found by what people call them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-kind.h"

#include "hn-kinds.h"
#include "hn-name-match.h"

static const HnKind *const kinds[] = {
  &hn_kind_organization,
  &hn_kind_person,
  &hn_kind_membership,
  &hn_kind_office,
  &hn_kind_term,
  &hn_kind_headcount,
  &hn_kind_award,
  &hn_kind_event,
  &hn_kind_participant,
  &hn_kind_delegation,
  &hn_kind_partner,
  &hn_kind_agreement,
  &hn_kind_greeting,
  &hn_kind_publication,
  &hn_kind_directive,
  &hn_kind_task,
  &hn_kind_campaign,
  &hn_kind_donation,
  &hn_kind_aid_project,
  &hn_kind_disbursement,
  &hn_kind_overseas_contact,
  &hn_kind_contact_log,
  &hn_kind_diaspora_count,
  &hn_kind_remittance,
  &hn_kind_association_abroad,
  &hn_kind_stated_figure,
  &hn_kind_area,
  &hn_kind_country,
  &hn_kind_attachment,
  &hn_kind_submission,
  &hn_kind_office_profile,
  &hn_kind_saved_list,
  &hn_kind_report_rule,
  &hn_kind_holiday,
  &hn_kind_former_name,
  &hn_kind_plan_target,
  &hn_kind_anniversary,
};

/**
 * hn_kind_lookup:
 * @name: the name of a kind or view, as on the command line
 *
 * Returns: (nullable): the kind
 */
const HnKind *
hn_kind_lookup (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i]->name, name))
        return kinds[i];
    }

  return NULL;
}

/**
 * hn_kind_list:
 * @n_kinds: (out): how many there are
 *
 * Returns: every kind and view, in the order of the tabs and of the work
 */
const HnKind *const *
hn_kind_list (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);

  return kinds;
}

/**
 * hn_kind_stored:
 * @kind: a kind or a view
 *
 * Returns: the kind whose records a view shows; a kind itself
 */
const HnKind *
hn_kind_stored (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return kind->base != NULL ? hn_kind_lookup (kind->base) : kind;
}

/**
 * hn_kind_get_label:
 * @kind: a kind
 *
 * Returns: what one record of it is called, in the language of the user interface
 */
const char *
hn_kind_get_label (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return hn_label_get (kind->label);
}

/**
 * hn_kind_get_plural:
 * @kind: a kind
 *
 * Returns: what a list of its records is called, in the language of the user interface
 */
const char *
hn_kind_get_plural (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return hn_label_get (kind->plural);
}

/**
 * hn_kind_field_index:
 * @kind: a kind
 * @name: the exact name of a field
 *
 * Returns: its place in the kind's fields, or -1
 */
int
hn_kind_field_index (const HnKind *kind,
                     const char   *name)
{
  g_return_val_if_fail (kind != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  /* Most who ask have the name from the table itself. */
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].name == name)
        return (int) i;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (g_str_equal (kind->fields[i].name, name))
        return (int) i;
    }

  return -1;
}

/**
 * hn_kind_get_field:
 * @kind: a kind
 * @name: the exact name of a field
 *
 * Returns: (nullable): the field
 */
const HnField *
hn_kind_get_field (const HnKind *kind,
                   const char   *name)
{
  int index = hn_kind_field_index (kind, name);

  return index >= 0 ? &kind->fields[index] : NULL;
}

/* Whether a field is called what was typed, folded. */
typedef gboolean (*FieldMatch) (const HnField *field,
                                const char    *folded);

static gboolean
match_name (const HnField *field,
            const char    *folded)
{
  return hn_name_matches (field->name, folded);
}

static gboolean
match_alias (const HnField *field,
             const char    *folded)
{
  return hn_name_list_matches (field->aliases, folded);
}

static gboolean
match_label (const HnField *field,
             const char    *folded)
{
  return hn_name_matches (field->label.en, folded) || hn_name_matches (field->label.vi, folded);
}

/**
 * hn_kind_find_field:
 * @kind: a kind
 * @text: what a person calls a field, or the head of a column in a spreadsheet
 *
 * Capitals, diacritics and the difference between a space and an underscore do not matter. A name
 * goes before an alias and an alias before a label, so that no label can hide another field's name.
 *
 * Returns: (nullable): the field
 */
const HnField *
hn_kind_find_field (const HnKind *kind,
                    const char   *text)
{
  static const FieldMatch matches[] = { match_name, match_alias, match_label };
  const HnField *exact;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  exact = hn_kind_get_field (kind, text);
  if (exact != NULL)
    return exact;

  folded = hn_name_fold (text);
  for (guint m = 0; m < G_N_ELEMENTS (matches); m++)
    {
      for (guint i = 0; i < kind->n_fields; i++)
        {
          if (matches[m](&kind->fields[i], folded))
            return &kind->fields[i];
        }
    }

  return NULL;
}
