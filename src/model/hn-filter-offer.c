/* The records that a filter offers before anything is typed, and what was typed for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-filter-offer.h"

#include <string.h>

#include "hn-condition.h"


/* So many of each kind are offered; who wants another types its name. */
#define LIMIT 50

static void
add_offer (GPtrArray *offers,
           GVariant  *value,
           char      *title,
           char      *detail)
{
  HnCandidate *offer = g_new0 (HnCandidate, 1);

  offer->value = g_variant_ref_sink (value);
  offer->title = title;
  offer->detail = detail;
  g_ptr_array_add (offers, offer);
}

/* --- what there is in the list ------------------------------------------- */

/* The values of the field, the most frequent first. */
static char *
write_sql (const HnFilterSlot *slot)
{
  const char *table = hn_kind_stored (slot->kind)->name, *field = slot->field->name;

  if ((slot->field->flags & HN_FIELD_MULTIPLE) != 0)
    return g_strdup_printf ("SELECT \"value\" FROM \"%s_%s\" GROUP BY 1 ORDER BY count (*) DESC, 1 LIMIT %d", table,
                            field, LIMIT);

  return g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL"
                          " GROUP BY 1 ORDER BY count (*) DESC, 1 LIMIT %d",
                          field, table, field, LIMIT);
}

/* Of a view that is about what is not in one country, that country is not offered. */
static gboolean
is_left_out (const HnFilterSlot *slot,
             const char         *code)
{
  g_auto (HnCondition) condition = { 0 };

  return slot->kind->filter != NULL && hn_condition_parse (&condition, slot->kind->filter)
         && condition.type == HN_CONDITION_IS_NOT && g_str_equal (condition.field, slot->field->name)
         && g_strv_contains ((const char *const *) condition.values, code);
}

static void
add_country (const HnFilterSlot *slot,
             const char         *code,
             GPtrArray          *offers)
{
  HnField single = *slot->field;
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_string (code));

  single.flags &= ~(HnFieldFlags) HN_FIELD_MULTIPLE;
  if (!is_left_out (slot, code))
    add_offer (offers, value, hn_candidate_name (&single, value), NULL);
}

static const HnField *
find_tree_field (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & HN_FIELD_TREE) != 0)
      return &kind->fields[i];

  return NULL;
}

static gboolean
is_offered (GPtrArray *offers,
            gint64     id)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const HnCandidate *offer = g_ptr_array_index (offers, i);
      gint64 other;

      g_variant_get (offer->value, "(&sx)", NULL, &other);
      if (other == id)
        return TRUE;
    }

  return FALSE;
}

/* A record, and before it in a tree what it is within: a district leads to its province. */
static gboolean
add_record (HnRegister    *reg,
            const HnKind  *kind,
            gint64         id,
            GPtrArray     *offers,
            GError       **error)
{
  const HnField *tree = find_tree_field (kind);
  g_autoptr (HnRecord) record = NULL;
  gint64 above;

  if (is_offered (offers, id))
    return TRUE;
  record = hn_register_load (reg, kind, id, error);
  if (record == NULL)
    return FALSE;

  above = tree != NULL ? hn_record_get_reference (record, tree->name, NULL) : 0;
  if (above != 0 && !add_record (reg, kind, above, offers, error))
    return FALSE;
  add_offer (offers, g_variant_new ("(sx)", kind->name, id), hn_record_title (record),
             above != 0 ? g_strdup (hn_record_get_shown (record, tree->name)) : NULL);

  return TRUE;
}

static gboolean
add_used (HnRegister          *reg,
          const HnFilterSlot  *slot,
          GPtrArray           *offers,
          GError             **error)
{
  g_autofree char *sql = write_sql (slot);
  g_autoptr (HnRows) rows = hn_register_query (reg, sql, NULL, error);
  g_autoptr (GError) reason = NULL;

  while (rows != NULL && hn_rows_next (rows, &reason))
    if (slot->type == HN_SLOT_COUNTRY)
      add_country (slot, hn_rows_text (rows, 0), offers);
    else if (!add_record (reg, hn_kind_lookup (slot->field->targets), hn_rows_integer (rows, 0), offers, &reason))
      break;
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));

  return rows != NULL && reason == NULL;
}

/* Where nothing has a value yet, the first of what may be one. */
static gboolean
add_first (HnRegister          *reg,
           const HnFilterSlot  *slot,
           GPtrArray           *offers,
           GCancellable        *cancellable,
           GError             **error)
{
  const HnListing listing = { .kind = hn_kind_lookup (slot->field->targets), .limit = LIMIT };
  g_autoptr (GArray) ids = hn_register_list (reg, &listing, cancellable, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_record (reg, listing.kind, g_array_index (ids, gint64, i), offers, error))
      return FALSE;

  return ids != NULL;
}

static gpointer
offer_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const HnFilterSlot *slot = data;
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_candidate_free);

  if (!add_used (reg, slot, offers, error))
    return NULL;
  if (offers->len == 0 && slot->type != HN_SLOT_COUNTRY && !add_first (reg, slot, offers, cancellable, error))
    return NULL;

  return g_steal_pointer (&offers);
}

/* A reference to one of several kinds, or to words, has a column for each. */
static gboolean
has_column (const HnField *field)
{
  return field->type == HN_TYPE_COUNTRY
         || (strchr (field->targets, ' ') == NULL && (field->flags & HN_FIELD_FREE_TEXT) == 0);
}

/**
 * hn_filter_offer_async:
 * @slot: by which references or countries are chosen
 * @text: what was typed, with or without marks; nothing asks for what there is in the list
 *
 * Finds on a reading thread what may be chosen.
 */
void
hn_filter_offer_async (HnStore             *store,
                       const HnFilterSlot  *slot,
                       const char          *text,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (slot != NULL && slot->field != NULL && text != NULL);

  if (*text == '\0' && has_column (slot->field))
    hn_store_read_async (store, offer_job, g_memdup2 (slot, sizeof *slot), g_free, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
  else
    hn_complete_async (store, slot->field, text, LIMIT, cancellable, callback, user_data);
}

/**
 * hn_filter_offer_finish:
 *
 * Returns: (transfer full) (nullable) (element-type HnCandidate): what may be chosen
 */
GPtrArray *
hn_filter_offer_finish (HnStore       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (HN_IS_STORE (store), NULL);

  return hn_store_read_finish (store, result, error);
}

/**
 * hn_filter_offer_value:
 * @value: of a candidate
 *
 * Returns: (transfer full): the value as a condition takes it: a code, an id, or "kind:id" where several kinds may be
 *   meant
 */
char *
hn_filter_offer_value (const HnField *field,
                       GVariant      *value)
{
  const char *kind;
  gint64 id;

  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);

  g_variant_get (value, "(&sx)", &kind, &id);
  if (strchr (field->targets, ' ') != NULL)
    return g_strdup_printf ("%s:%" G_GINT64_FORMAT, kind, id);

  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/**
 * hn_filter_value_title:
 * @field: a reference or a country
 * @value: one value of a condition on it
 *
 * Returns: (transfer full): what it is called
 */
char *
hn_filter_value_title (HnRegister    *reg,
                       const HnField *field,
                       const char    *value)
{
  HnField single;
  g_autoptr (GVariant) parsed = NULL;
  const char *kind;
  char *title;
  gint64 id;

  g_return_val_if_fail (HN_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  single = *field;
  single.flags &= ~(HnFieldFlags) HN_FIELD_MULTIPLE;
  parsed = hn_register_parse (reg, &single, value, NULL, NULL);
  if (parsed == NULL)
    return g_strdup (value);
  if (field->type == HN_TYPE_COUNTRY)
    return hn_candidate_name (&single, parsed);
  if (g_variant_is_of_type (parsed, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (parsed, NULL);

  g_variant_get (parsed, "(&sx)", &kind, &id);
  title = hn_register_get_title (reg, hn_kind_lookup (kind), id);

  return title != NULL ? title : g_strdup (value);
}
