/* Filters of a list that were kept under a name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-saved-lists.h"

/**
 * hn_saved_list_free:
 *
 * A #GDestroyNotify for filters that were kept under a name.
 */
void
hn_saved_list_free (HnSavedList *self)
{
  g_free (self->name);
  g_strfreev (self->where);
  g_free (self->search);
  g_free (self->sort);
  g_free (self);
}

/* One condition a line. */
static char **
split_conditions (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}

/* @record: of kind saved_list */
static HnSavedList *
saved_list_new (const HnRecord *record)
{
  HnSavedList *self;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_new0 (HnSavedList, 1);
  self->id = hn_record_get_id (record);
  self->name = g_strdup (hn_record_get_text (record, "name"));
  self->where = split_conditions (hn_record_get_text (record, "conditions"));
  self->search = g_strdup (hn_record_get_text (record, "search"));
  self->sort = g_strdup (hn_record_get_text (record, "sort"));

  return self;
}

/**
 * hn_saved_list_record:
 * @kind: of the list
 * @where: (nullable) (array zero-terminated=1): its conditions
 * @search: (nullable): what is searched for in it
 * @sort: (nullable): its order, %NULL is the kind's own
 *
 * Returns: (transfer full): a record of kind saved_list that is yet to be saved
 */
HnRecord *
hn_saved_list_record (const HnKind      *kind,
                      const char        *name,
                      const char *const *where,
                      const char        *search,
                      const char        *sort)
{
  g_autofree char *conditions = NULL;
  HnRecord *record;

  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  conditions = where != NULL && where[0] != NULL ? g_strjoinv ("\n", (char **) where) : NULL;
  record = hn_record_new (hn_kind_lookup ("saved_list"));
  hn_record_set_text (record, "name", name);
  hn_record_set_text (record, "list", kind->name);
  hn_record_set_text (record, "conditions", conditions);
  hn_record_set_text (record, "search", search);
  hn_record_set_text (record, "sort", sort);

  return record;
}

/**
 * hn_saved_list_is:
 *
 * Returns: whether a list that shows this is the saved one
 */
gboolean
hn_saved_list_is (const HnSavedList *self,
                  const char *const *where,
                  const char        *search,
                  const char        *sort)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_equal ((const char *const *) self->where, where != NULL ? where : none)
         && g_strcmp0 (self->search, search) == 0 && g_strcmp0 (self->sort, sort) == 0;
}

/**
 * hn_saved_lists_read:
 * @kind: of the list
 *
 * Returns: (transfer full) (nullable) (element-type HnSavedList): what was saved of it, by name
 */
GPtrArray *
hn_saved_lists_read (HnRegister    *reg,
                     const HnKind  *kind,
                     GError       **error)
{
  g_autoptr (GPtrArray) saved = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_saved_list_free);
  g_autofree char *of_kind = NULL;
  const char *where[2] = { NULL, NULL };
  HnListing listing = { .kind = hn_kind_lookup ("saved_list"), .where = where };
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  of_kind = g_strconcat ("list=", kind->name, NULL);
  where[0] = of_kind;
  ids = hn_register_list (reg, &listing, NULL, error);
  if (ids == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (HnRecord) record = hn_register_load (reg, listing.kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (saved, saved_list_new (record));
    }

  return g_steal_pointer (&saved);
}
