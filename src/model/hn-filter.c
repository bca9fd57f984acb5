/* Which of its records a list shows: conditions that do not change, only make others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-filter.h"

struct _HnFilter
{
  grefcount references;
  const HnKind *kind;
  char **where;
  GPtrArray *terms; /* of HnFilterTerm, one for each */
};

static void
term_free (HnFilterTerm *term)
{
  hn_clause_clear (&term->clause);
  g_free (term->text);
  g_free (term);
}

static HnFilterTerm *
term_new (const HnKind *kind,
          const char   *text)
{
  HnFilterTerm *term = g_new0 (HnFilterTerm, 1);

  term->text = g_strdup (text);
  term->known = hn_clause_parse (&term->clause, kind, text, NULL);

  return term;
}

/**
 * hn_filter_new:
 * @where: (nullable) (array zero-terminated=1): conditions, as #HnListing takes them
 *
 * A condition that cannot be read (a field that is no more) is kept: the store says what is the matter, and the person
 * takes it off.
 */
HnFilter *
hn_filter_new (const HnKind      *kind,
               const char *const *where)
{
  static const char *const none[] = { NULL };
  HnFilter *self;

  g_return_val_if_fail (kind != NULL, NULL);

  if (where == NULL)
    where = none;
  self = g_new0 (HnFilter, 1);
  g_ref_count_init (&self->references);
  self->kind = kind;
  self->where = g_strdupv ((char **) where);
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
  for (guint i = 0; where[i] != NULL; i++)
    g_ptr_array_add (self->terms, term_new (kind, where[i]));

  return self;
}

/**
 * hn_filter_ref:
 *
 * A filter never changes: who wants another makes one.
 *
 * Returns: (transfer full): the same filter
 */
HnFilter *
hn_filter_ref (HnFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->references);

  return self;
}

/**
 * hn_filter_unref:
 *
 * Frees it when nobody holds it any more.
 */
void
hn_filter_unref (HnFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->references))
    return;

  g_strfreev (self->where);
  g_ptr_array_unref (self->terms);
  g_free (self);
}

/**
 * hn_filter_get_kind:
 *
 * Returns: the kind or view whose records it chooses among
 */
const HnKind *
hn_filter_get_kind (const HnFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

/**
 * hn_filter_get_where:
 *
 * Returns: (transfer none) (array zero-terminated=1): the conditions, as #HnListing takes them
 */
const char *const *
hn_filter_get_where (const HnFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->where;
}

/**
 * hn_filter_is_empty:
 *
 * Returns: whether it lets every record through
 */
gboolean
hn_filter_is_empty (const HnFilter *self)
{
  return hn_filter_get_size (self) == 0;
}

/**
 * hn_filter_equal:
 *
 * Returns: whether both ask for the same conditions of the same kind, in the same order
 */
gboolean
hn_filter_equal (const HnFilter *a,
                 const HnFilter *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && g_strv_equal (hn_filter_get_where (a), hn_filter_get_where (b));
}

/**
 * hn_filter_get_size:
 *
 * Returns: how many conditions it has
 */
guint
hn_filter_get_size (const HnFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms->len;
}

/**
 * hn_filter_get_term:
 * @index: from 0, less than hn_filter_get_size()
 *
 * Returns: (transfer none): that condition
 */
const HnFilterTerm *
hn_filter_get_term (const HnFilter *self,
                    guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->terms->len, NULL);

  return g_ptr_array_index (self->terms, index);
}

/**
 * hn_filter_slot_fits:
 *
 * Returns: whether the condition is one that the slot can show and change
 */
gboolean
hn_filter_slot_fits (const HnFilterSlot *slot,
                     const HnFilterTerm *term)
{
  g_return_val_if_fail (slot != NULL && term != NULL, FALSE);

  if (!term->known)
    return FALSE;
  if (slot->type == HN_SLOT_LINKED)
    return term->clause.related == slot->linked && term->clause.field == NULL;
  if (term->clause.related != NULL || term->clause.field != slot->field)
    return FALSE;

  return term->clause.type == HN_CLAUSE_IS || (slot->type == HN_SLOT_TREE && term->clause.type == HN_CLAUSE_WITHIN);
}

/**
 * hn_filter_find:
 *
 * Returns: (nullable): the first condition that the slot can show and change
 */
const HnFilterTerm *
hn_filter_find (const HnFilter     *self,
                const HnFilterSlot *slot)
{
  g_return_val_if_fail (self != NULL && slot != NULL, NULL);

  for (guint i = 0; i < self->terms->len; i++)
    if (hn_filter_slot_fits (slot, g_ptr_array_index (self->terms, i)))
      return g_ptr_array_index (self->terms, i);

  return NULL;
}

/**
 * hn_filter_with:
 * @condition: (nullable): what the slot asks now; %NULL is nothing
 *
 * Returns: (transfer full): the same filter with another condition at the place of the one that the slot had
 */
HnFilter *
hn_filter_with (const HnFilter     *self,
                const HnFilterSlot *slot,
                const char         *condition)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) where = NULL;

  g_return_val_if_fail (self != NULL && slot != NULL, NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const HnFilterTerm *term = g_ptr_array_index (self->terms, i);

      if (!hn_filter_slot_fits (slot, term))
        {
          g_strv_builder_add (builder, term->text);
          continue;
        }
      if (condition != NULL)
        g_strv_builder_add (builder, condition);
      condition = NULL;
    }
  if (condition != NULL)
    g_strv_builder_add (builder, condition);
  where = g_strv_builder_end (builder);

  return hn_filter_new (self->kind, (const char *const *) where);
}

/**
 * hn_filter_without:
 * @index: of a condition
 *
 * Returns: (transfer full): the same filter without that condition
 */
HnFilter *
hn_filter_without (const HnFilter *self,
                   guint           index)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) where = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->terms->len; i++)
    if (i != index)
      g_strv_builder_add (builder, self->where[i]);
  where = g_strv_builder_end (builder);

  return hn_filter_new (self->kind, (const char *const *) where);
}
