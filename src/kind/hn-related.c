/* What hangs on a record: the fields by which records of other kinds refer to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-related.h"

#include <string.h>

static gboolean
is_listed (GArray        *list,
           const HnField *field)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, HnRelated, i).field == field)
      return TRUE;

  return FALSE;
}

/* What the kind's table names, in its order. */
static void
add_offered (GArray       *list,
             const HnKind *kind)
{
  g_auto (GStrv) names = g_strsplit (kind->related != NULL ? kind->related : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *point = strchr (names[i], '.');
      HnRelated related = { .offered = TRUE };

      g_assert (point != NULL);
      *point = '\0';
      related.kind = hn_kind_lookup (names[i]);
      g_assert (related.kind != NULL);
      related.field = hn_kind_get_field (related.kind, point + 1);
      g_assert (related.field != NULL);
      g_array_append_val (list, related);
    }
}

/* A field that may refer to a record of any kind says nothing of this one: attachments are shown in a way of their
 * own. */
static gboolean
refers_to (const HnField *field,
           const HnKind  *stored)
{
  if (field->type == HN_TYPE_COUNTRY)
    return g_str_equal (stored->name, "country");

  return g_strcmp0 (field->targets, "*") != 0 && hn_field_has_target (field, stored);
}

/**
 * hn_related_list:
 * @kind: a kind or view
 *
 * Returns: (transfer full) (element-type HnRelated): by which fields records may refer to one of the kind: those that
 *   its table names first, in its order, then every other
 */
GArray *
hn_related_list (const HnKind *kind)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (HnRelated));
  const HnKind *const *kinds;
  guint n_kinds;

  g_return_val_if_fail (kind != NULL, NULL);

  add_offered (list, kind);
  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; kinds[i]->base == NULL && j < kinds[i]->n_fields; j++)
      {
        const HnRelated related = { kinds[i], &kinds[i]->fields[j], FALSE };

        if (refers_to (related.field, hn_kind_stored (kind)) && !is_listed (list, related.field))
          g_array_append_val (list, related);
      }

  return list;
}

/**
 * hn_related_get_label:
 *
 * Returns: what the records are called beside the one that they refer to, in the language of the user interface
 */
const char *
hn_related_get_label (const HnRelated *related)
{
  g_return_val_if_fail (related != NULL, NULL);

  if (related->field->reverse.en != NULL)
    return hn_label_get (related->field->reverse);

  return hn_kind_get_plural (related->kind);
}

/**
 * hn_related_get_value:
 * @record: a record that others refer to
 *
 * Returns: (transfer full): how that is typed: a country's code, else the id
 */
char *
hn_related_get_value (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  if (g_str_equal (hn_record_get_kind (record)->name, "country"))
    return g_strdup (hn_record_get_text (record, "code"));

  return g_strdup_printf ("%" G_GINT64_FORMAT, hn_record_get_id (record));
}
