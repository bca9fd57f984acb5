/* What keeps a record from being saved, and when the person is told. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-edit-private.h"

#include "hn-edit-layout.h"

/**
 * hn_edit_forget_refusal:
 *
 * A field that is changed is judged anew.
 */
void
hn_edit_forget_refusal (HnEdit        *self,
                        const HnField *field)
{
  for (guint i = 0; i < self->refused->len; i++)
    if (((const HnProblem *) g_ptr_array_index (self->refused, i))->field == field)
      {
        g_ptr_array_remove_index (self->refused, i);
        return;
      }
}

/**
 * hn_edit_refuse:
 *
 * What the register says about a field stands there until it is changed.
 */
void
hn_edit_refuse (HnEdit        *self,
                const HnField *field,
                const char    *message)
{
  hn_edit_forget_refusal (self, field);
  g_ptr_array_add (self->refused, hn_problem_new (field, message));
  hn_edit_notify (self, HN_EDIT_PROP_PROBLEMS);
}

static const HnProblem *
find_problem (GPtrArray     *problems,
              const HnField *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == field)
        return problem;
    }

  return NULL;
}

/* An empty field is not wrong before the person says that the form is done. */
static gboolean
is_said (HnEdit        *self,
         const HnField *field)
{
  if (self->tried)
    return TRUE;
  if (!g_hash_table_contains (self->left, field) || g_hash_table_contains (self->looked_up, field))
    return FALSE;

  return hn_draft_get_typed (self->draft, field) != NULL
         || hn_record_get (hn_draft_get_record (self->draft), field->name) != NULL;
}

/**
 * hn_edit_get_problem:
 *
 * Returns: (nullable): what is wrong with the field, or with the currency beside it, in words; "notify::problems" says
 *   when to ask
 */
const char *
hn_edit_get_problem (HnEdit        *self,
                     const HnField *field)
{
  const HnProblem *problem;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  problem = find_problem (self->refused, field);
  if (problem == NULL && is_said (self, field))
    problem = find_problem (self->problems, field);
  if (problem == NULL && field->currency != NULL)
    return hn_edit_get_problem (self, hn_kind_get_field (self->kind, field->currency));

  return problem != NULL ? problem->message : NULL;
}

static gboolean
has_problem (HnEdit        *self,
             const HnField *field)
{
  if (find_problem (self->problems, field) != NULL || find_problem (self->refused, field) != NULL)
    return TRUE;

  return field->currency != NULL && has_problem (self, hn_kind_get_field (self->kind, field->currency));
}

/**
 * hn_edit_first_problem:
 *
 * Returns: (nullable): the first field, in the order of the form, that keeps the record from being saved
 */
const HnField *
hn_edit_first_problem (HnEdit *self)
{
  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  for (guint i = 0; i < self->layout->len; i++)
    {
      const HnEditSection *section = g_ptr_array_index (self->layout, i);

      for (guint j = 0; j < section->fields->len; j++)
        {
          const HnField *field = g_ptr_array_index (section->fields, j);

          if (has_problem (self, field))
            return field;
        }
    }

  return NULL;
}
