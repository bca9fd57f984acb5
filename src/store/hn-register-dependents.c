/* What refers to a record, and whether it can be without it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-dependents.h"
#include "hn-register-private.h"

/* Whether a record says nothing any more, or something else, without a field: it must be set, or the record is
 * called by it, as a count of people is by their country. Other rules, such as that what was merged was merged into
 * something, are no reason to delete it: whoever changes it next is asked. */
static gboolean
is_lost_without (const HnRecord *record,
                 const HnField  *field)
{
  return hn_record_get (record, field->name) == NULL
         && ((field->flags & HN_FIELD_REQUIRED) != 0 || hn_kind_title_uses (hn_record_get_kind (record), field));
}

/**
 * hn_link_cleared:
 * @reg: a register
 * @link: a field that refers to a kind
 * @record: a record that refers to @id by it
 * @id: a record of that kind
 *
 * A referrer whose field is emptied, where it may be; the list of a field of several loses one.
 *
 * Returns: (transfer full) (nullable): a copy of @record; %NULL if it cannot be without
 */
HnRecord *
hn_link_cleared (HnRegister     *reg,
                 const HnLink   *link,
                 const HnRecord *record,
                 gint64          id)
{
  g_autoptr (HnRecord) copy = hn_record_copy (record);
  g_autoptr (GVariant) target = hn_link_value (reg, link, id);
  g_autoptr (GVariant) rest = hn_link_without (link, hn_record_get (record, link->field->name), target, NULL);

  hn_record_set (copy, link->field->name, rest);

  return is_lost_without (copy, link->field) ? NULL : g_steal_pointer (&copy);
}

static gboolean
can_clear (HnRegister    *reg,
           const HnLink  *link,
           gint64         referrer,
           gint64         id,
           gboolean      *can,
           GError       **error)
{
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (HnRecord) cleared = NULL;

  *can = FALSE;
  if ((link->field->flags & (HN_FIELD_REQUIRED | HN_FIELD_MULTIPLE)) == HN_FIELD_REQUIRED)
    return TRUE;

  record = hn_register_find (reg, link->kind, referrer, error);
  if (record == NULL)
    return FALSE;

  cleared = hn_link_cleared (reg, link, record, id);
  *can = cleared != NULL;

  return TRUE;
}

static void
add_dependents (GPtrArray    *dependents,
                const HnLink *link,
                guint         n_records,
                gboolean      clearable)
{
  HnDependents *entry;

  if (n_records == 0)
    return;

  entry = g_new0 (HnDependents, 1);
  *entry = (HnDependents) { link->kind, link->field, n_records, clearable };
  g_ptr_array_add (dependents, entry);
}

static gboolean
count_dependents (HnRegister    *self,
                  const HnLink  *link,
                  gint64         id,
                  GPtrArray     *dependents,
                  GError       **error)
{
  g_autoptr (GArray) ids = hn_link_find (self, link, id, error);
  guint n_clearable = 0;
  guint n_bound = 0;

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 referrer = g_array_index (ids, gint64, i);
      gboolean can;

      if (referrer == id)
        continue;
      if (!can_clear (self, link, referrer, id, &can, error))
        return FALSE;
      if (can)
        n_clearable++;
      else
        n_bound++;
    }
  add_dependents (dependents, link, n_bound, FALSE);
  add_dependents (dependents, link, n_clearable, TRUE);

  return TRUE;
}

/**
 * hn_register_dependents:
 * @self: a register
 * @kind: a kind or view
 * @id: a record
 * @error: return location
 *
 * Where some of the records that refer to it by a field can be without it and others cannot, there is an entry for
 * each. Attachments are among them, though they go with their record whatever is chosen.
 *
 * Returns: (transfer full) (element-type HnDependents): what refers to the record
 */
GPtrArray *
hn_register_dependents (HnRegister    *self,
                        const HnKind  *kind,
                        gint64         id,
                        GError       **error)
{
  g_autoptr (GPtrArray) dependents = NULL;
  g_autoptr (GPtrArray) links = NULL;
  gboolean good = TRUE;
  gboolean begun;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  dependents = g_ptr_array_new_with_free_func (g_free);
  links = hn_links_to (hn_kind_stored (kind));
  for (guint i = 0; i < links->len && good; i++)
    good = count_dependents (self, g_ptr_array_index (links, i), id, dependents, error);
  hn_register_end_read (self, begun);

  return good ? g_steal_pointer (&dependents) : NULL;
}
