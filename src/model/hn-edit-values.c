/* The fields of a record that hold several values, while it is edited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-completion.h"
#include "hn-edit.h"

static GVariant *
get_values (HnEdit        *self,
            const HnField *field)
{
  return hn_record_get (hn_draft_get_record (hn_edit_get_draft (self)), field->name);
}

/* The values of a field that holds several, without one of them and with another; either may be missing. */
static void
change_values (HnEdit        *self,
               const HnField *field,
               gssize         without,
               GVariant      *with)
{
  GVariant *before = get_values (self, field);
  gsize n_before = before != NULL ? g_variant_n_children (before) : 0;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  GVariant *after = NULL;

  for (gsize i = 0; i < n_before; i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (before, i);

      if ((gssize) i != without && (with == NULL || !g_variant_equal (value, with)))
        g_ptr_array_add (values, g_steal_pointer (&value));
    }
  if (with != NULL)
    g_ptr_array_add (values, g_variant_ref_sink (with));
  if (values->len > 0)
    after = g_variant_new_array (NULL, (GVariant *const *) values->pdata, values->len);

  hn_edit_set_value (self, field, after, NULL);
}

/**
 * hn_edit_add_value:
 * @value: one more of a field that holds several
 */
void
hn_edit_add_value (HnEdit        *self,
                   const HnField *field,
                   GVariant      *value)
{
  g_return_if_fail (HN_IS_EDIT (self));
  g_return_if_fail (value != NULL);

  change_values (self, field, -1, value);
}

/**
 * hn_edit_remove_value:
 * @index: which of the values of a field that holds several
 */
void
hn_edit_remove_value (HnEdit        *self,
                      const HnField *field,
                      guint          index)
{
  g_return_if_fail (HN_IS_EDIT (self));

  change_values (self, field, index, NULL);
}

static char *
name_value (HnEdit        *self,
            const HnField *field,
            GVariant      *value)
{
  const char *kind;
  gint64 id;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
    return hn_candidate_name (field, value);

  g_variant_get (value, "(&sx)", &kind, &id);

  return hn_register_get_title (hn_context_get_reader (hn_edit_get_context (self)), hn_kind_lookup (kind), id);
}

/**
 * hn_edit_list_values:
 *
 * Returns: (transfer full): what each value of a field that holds several is called
 */
GStrv
hn_edit_list_values (HnEdit        *self,
                     const HnField *field)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GVariant *values;

  g_return_val_if_fail (HN_IS_EDIT (self), NULL);

  values = get_values (self, field);
  for (gsize i = 0; values != NULL && i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      g_autofree char *name = name_value (self, field, value);

      g_strv_builder_add (names, name != NULL ? name : "");
    }

  return g_strv_builder_end (names);
}
