/* What a list of a kind can be filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-filter-slot.h"

#include <string.h>

/* So many stand beside the search: more would push the list down. */
#define MAX_FIRST 4

/* The last rank of rank_of(). */
#define LAST_RANK 5

/* So many of them may be choices, so that other ways to filter have their place. */
#define MAX_FIRST_CHOICES 2

static gboolean
has_tree (const char *name)
{
  const HnKind *kind = hn_kind_lookup (name);

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HN_FIELD_TREE) != 0)
      return TRUE;

  return FALSE;
}

static HnSlotType
reference_type (const HnField *field)
{
  gboolean single = (field->flags & (HN_FIELD_MULTIPLE | HN_FIELD_FREE_TEXT)) == 0;

  return single && has_tree (field->targets) ? HN_SLOT_TREE : HN_SLOT_RECORD;
}

static gboolean
find_type (const HnField *field,
           HnSlotType    *type)
{
  /* What must not stand in a list without a reason does not choose one either (NĐ 356/2025, Điều 4). */
  if ((field->flags & HN_FIELD_SENSITIVE) != 0)
    return FALSE;

  switch ((int) field->type)
    {
    case HN_TYPE_DATE:
      *type = HN_SLOT_PERIOD;
      return TRUE;
    case HN_TYPE_COUNTRY:
      *type = HN_SLOT_COUNTRY;
      return TRUE;
    case HN_TYPE_CHOICE:
      *type = HN_SLOT_CHOICE;
      return TRUE;
    case HN_TYPE_BOOLEAN:
      *type = HN_SLOT_ANSWER;
      return TRUE;
    case HN_TYPE_REFERENCE:
      *type = reference_type (field);
      return !g_str_equal (field->targets, "*");
    default:
      return FALSE;
    }
}

static void
slot_free (gpointer slot)
{
  g_free (slot);
}

static HnFilterSlot *
add_slot (GPtrArray     *slots,
          const HnKind  *kind,
          HnSlotType     type,
          const HnField *field,
          const HnKind  *linked)
{
  HnFilterSlot *slot = g_new0 (HnFilterSlot, 1);

  slot->kind = kind;
  slot->type = type;
  slot->field = field;
  slot->linked = linked;
  g_ptr_array_add (slots, slot);

  return slot;
}

static gboolean
refers_to (const HnKind *from,
           const HnKind *to)
{
  for (guint i = 0; i < from->n_fields; i++)
    if (from->fields[i].type == HN_TYPE_REFERENCE && hn_field_has_target (&from->fields[i], to))
      return TRUE;

  return FALSE;
}

static void
add_linked (GPtrArray    *slots,
            const HnKind *kind)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i]->base == NULL && refers_to (kinds[i], hn_kind_stored (kind)))
      add_slot (slots, kind, HN_SLOT_LINKED, NULL, kinds[i]);
}

/* --- which stand beside the search --------------------------------------- */

static gboolean
is_settled (const HnKind  *kind,
            const HnField *field)
{
  gsize length = strlen (field->name);

  return kind->filter != NULL && g_str_has_prefix (kind->filter, field->name)
         && (kind->filter[length] == '=' || kind->filter[length] == '!');
}

/* A list that runs through time is asked for a time first, and one of places for a place. */
static int
rank_of (const HnKind       *kind,
         const HnFilterSlot *slot)
{
  const char *order = kind->order[0] == '-' ? kind->order + 1 : kind->order;
  gboolean listed = slot->field != NULL && (slot->field->flags & HN_FIELD_LIST) != 0;

  if (slot->field == NULL || is_settled (kind, slot->field))
    return -1;

  switch (slot->type)
    {
    case HN_SLOT_PERIOD:
      return g_str_equal (slot->field->name, order) ? 0 : -1;
    case HN_SLOT_CHOICE:
      return listed ? 1 : -1;
    case HN_SLOT_COUNTRY:
      return kind->filter != NULL || listed ? 2 : -1;
    case HN_SLOT_TREE:
      return g_str_equal (slot->field->targets, "area") ? 3 : listed ? 4 : -1;
    case HN_SLOT_RECORD:
      /* People are searched for by their names. */
      return listed && strstr (slot->field->targets, "person") == NULL ? 5 : -1;
    case HN_SLOT_ANSWER:
    case HN_SLOT_LINKED:
    default:
      return -1;
    }
}

static void
choose_first (GPtrArray    *slots,
              const HnKind *kind)
{
  guint n_first = 0, n_choices = 0;

  for (int rank = 0; rank <= LAST_RANK; rank++)
    for (guint i = 0; i < slots->len && n_first < MAX_FIRST; i++)
      {
        HnFilterSlot *slot = g_ptr_array_index (slots, i);

        if (slot->first || rank_of (kind, slot) != rank)
          continue;
        if (slot->type == HN_SLOT_CHOICE && ++n_choices > MAX_FIRST_CHOICES)
          continue;
        slot->first = TRUE;
        n_first++;
      }
}

/**
 * hn_filter_slots:
 * @kind: a kind or view
 *
 * Everything in the table of a kind that chooses some of its records: dates, areas, countries, choices, references,
 * and the kinds that refer to it.
 *
 * Returns: (transfer full) (element-type HnFilterSlot): the fields as in the table, then the kinds
 */
GPtrArray *
hn_filter_slots (const HnKind *kind)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func (slot_free);

  g_return_val_if_fail (kind != NULL, slots);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      HnSlotType type;

      if (find_type (&kind->fields[i], &type))
        add_slot (slots, kind, type, &kind->fields[i], NULL);
    }
  add_linked (slots, kind);
  choose_first (slots, kind);

  return slots;
}

/**
 * hn_filter_slot_get_label:
 *
 * Returns: what is asked about: a field, or the records of another kind that refer to these
 */
const char *
hn_filter_slot_get_label (const HnFilterSlot *slot)
{
  g_return_val_if_fail (slot != NULL, NULL);

  return slot->field != NULL ? hn_field_get_label (slot->field) : hn_kind_get_plural (slot->linked);
}

/**
 * hn_filter_slot_get_id:
 *
 * Returns: (transfer full): what tells the slot from the others of its kind
 */
char *
hn_filter_slot_get_id (const HnFilterSlot *slot)
{
  g_return_val_if_fail (slot != NULL, NULL);

  return slot->field != NULL ? g_strdup (slot->field->name) : g_strconcat ("with-", slot->linked->name, NULL);
}
