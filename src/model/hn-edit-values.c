/* The fields of a record that hold several values, while it is edited. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-completion.h"
#include "hn-edit-private.h"

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

/* (transfer full) (nullable): by what the name of a value is kept; a country has its own. */
static char *
name_key (GVariant *value)
{
  const char *kind;
  gint64 id;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
    return NULL;

  g_variant_get (value, "(&sx)", &kind, &id);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id);
}

/**
 * hn_edit_add_value:
 * @value: one more of a field that holds several, which is sunk if it floats
 * @name: (nullable): what it is called, where that is known
 */
void
hn_edit_add_value (HnEdit        *self,
                   const HnField *field,
                   GVariant      *value,
                   const char    *name)
{
  g_autoptr (GVariant) owned = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (HN_IS_EDIT (self));
  g_return_if_fail (value != NULL);

  owned = g_variant_ref_sink (value);
  key = name_key (owned);
  if (key != NULL && name != NULL)
    g_hash_table_insert (self->names, g_steal_pointer (&key), g_strdup (name));
  change_values (self, field, -1, owned);
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

/* (transfer full): a record that was there before is asked for once. */
static char *
name_value (HnEdit        *self,
            const HnField *field,
            GVariant      *value)
{
  g_autofree char *key = name_key (value);
  const char *known = key != NULL ? g_hash_table_lookup (self->names, key) : NULL;
  const char *kind;
  char *name;
  gint64 id;

  if (known != NULL)
    return g_strdup (known);
  if (key == NULL)
    return hn_candidate_name (field, value);

  g_variant_get (value, "(&sx)", &kind, &id);
  name = hn_register_get_title (hn_context_get_reader (self->context), hn_kind_lookup (kind), id);
  g_hash_table_insert (self->names, g_steal_pointer (&key), g_strdup (name != NULL ? name : ""));

  return name;
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
