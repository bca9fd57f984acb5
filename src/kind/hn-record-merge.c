/* Two people's changes of one record brought together. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-merge.h"

static gboolean
differs (const HnRecord *a,
         const HnRecord *b,
         const char     *field)
{
  GVariant *first = hn_record_get (a, field);
  GVariant *second = hn_record_get (b, field);

  if (first == NULL || second == NULL)
    return first != second;

  return !g_variant_equal (first, second);
}

/* An amount means nothing without its currency: the two are changed as one. */
static gboolean
differs_with_currency (const HnRecord *a,
                       const HnRecord *b,
                       const HnField  *field)
{
  return differs (a, b, field->name) || (field->currency != NULL && differs (a, b, field->currency));
}

static gboolean
is_conflict (const HnRecord *mine,
             const HnRecord *base,
             const HnRecord *theirs,
             const HnField  *field)
{
  return differs_with_currency (mine, base, field) && differs_with_currency (theirs, base, field)
         && differs_with_currency (mine, theirs, field);
}

/**
 * hn_record_merge:
 * @mine: a record as it was changed here
 * @base: the same record as it was when the change here began
 * @theirs: as somebody else left it meanwhile
 *
 * Sets in @mine what only the other side changed. A field that both sides set to different values keeps that of
 * @mine; so do an amount and its currency where one side changed the one and the other side the other.
 *
 * Returns: (transfer full) (element-type HnField): the fields about which somebody must decide; empty if there are none
 */
GPtrArray *
hn_record_merge (HnRecord       *mine,
                 const HnRecord *base,
                 const HnRecord *theirs)
{
  g_autoptr (HnRecord) before = NULL;
  GPtrArray *conflicts;
  const HnKind *kind;

  g_return_val_if_fail (mine != NULL && base != NULL && theirs != NULL, NULL);

  kind = hn_record_get_kind (mine);
  g_return_val_if_fail (hn_record_get_kind (base) == kind && hn_record_get_kind (theirs) == kind, NULL);

  before = hn_record_copy (mine);
  conflicts = g_ptr_array_new ();
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if (is_conflict (before, base, theirs, field))
        g_ptr_array_add (conflicts, (gpointer) field);
      else if (differs (theirs, base, field->name) && !differs (before, base, field->name))
        {
          hn_record_set (mine, field->name, hn_record_get (theirs, field->name));
          hn_record_set_shown (mine, field->name, hn_record_get_shown (theirs, field->name));
        }
    }

  return conflicts;
}
