/* New records made from one that is there: a duplicate, and the next of a pile. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record.h"

#include "hn-value.h"

/**
 * hn_record_duplicate:
 * @record: a record
 *
 * Returns: (transfer full): a record that was never saved, with the same values but for those that no two records may
 *   have, and for a content that is only in the register
 */
HnRecord *
hn_record_duplicate (const HnRecord *record)
{
  const HnKind *kind;
  HnRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = hn_record_copy (record);
  hn_record_set_id (copy, 0);
  kind = hn_record_get_kind (copy);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if ((field->flags & HN_FIELD_UNIQUE) != 0 || field->type == HN_TYPE_BYTES)
        hn_record_set (copy, field->name, NULL);
    }

  return copy;
}

static void
keep (HnRecord       *next,
      const HnRecord *record,
      const HnField  *field)
{
  GVariant *value = hn_record_get (record, field->name);

  if ((field->flags & HN_FIELD_KEPT) == 0 || value == NULL || !hn_record_applies (record, field))
    return;

  hn_record_edit (next, field->name, value, NULL);
  hn_record_set_shown (next, field->name, hn_record_get_shown (record, field->name));
}

/**
 * hn_record_new_like:
 * @record: a record that was filled in
 *
 * Begins the next of a pile: %HN_FIELD_KEPT says which fields the records of a pile have in common.
 *
 * Returns: (transfer full): a new record of the same kind or view
 */
HnRecord *
hn_record_new_like (const HnRecord *record)
{
  const HnKind *kind;
  HnRecord *next;

  g_return_val_if_fail (record != NULL, NULL);

  next = hn_record_new (hn_record_get_view (record));
  kind = hn_record_get_kind (record);
  /* Whether a field applies may hang on one that stands below it. */
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].when == NULL)
      keep (next, record, &kind->fields[i]);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].when != NULL)
      keep (next, record, &kind->fields[i]);

  return next;
}
