/* Values for programs: ISO dates, names of choices, codes of countries, numbers with a decimal point, ids. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-json.h"

#include "hn-currency.h"
#include "hn-number.h"

static guint
count_decimals (const HnRecord *record,
                const HnField  *field)
{
  const char *currency;

  switch (field->type)
    {
    case HN_TYPE_DECIMAL:
      return field->decimals;
    case HN_TYPE_PERCENT:
      return 2;
    case HN_TYPE_MONEY:
      currency = field->currency != NULL ? hn_record_get_text (record, field->currency) : NULL;
      return hn_currency_decimals (currency != NULL ? currency : "VND");
    default:
      return 0;
    }
}

static char *
plain_single (const HnRecord *record,
              const HnField  *field,
              GVariant       *value)
{
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return hn_number_to_c (g_variant_get_int64 (value), count_decimals (record, field));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_strdup (g_variant_get_boolean (value) ? "true" : "false");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BYTESTRING))
    return g_strdup_printf ("%" G_GSIZE_FORMAT, g_variant_get_size (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);

  g_variant_get (value, "(&sx)", NULL, &id);
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Numbers, booleans, sizes and ids stand without quotes; free text in the place of a reference has them. */
static void
write_single (HnJsonWriter   *json,
              const HnRecord *record,
              const HnField  *field,
              GVariant       *value)
{
  g_autofree char *plain = plain_single (record, field, value);

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    hn_json_string (json, plain);
  else
    hn_json_number (json, plain);
}

static gboolean
is_multiple (const HnField *field)
{
  return (field->flags & HN_FIELD_MULTIPLE) != 0;
}

static gboolean
has_several_targets (const HnField *field)
{
  return strpbrk (field->targets, " *") != NULL;
}

static void
write_value (HnJsonWriter   *json,
             const HnRecord *record,
             const HnField  *field)
{
  GVariant *value = hn_record_get (record, field->name);

  if (!is_multiple (field))
    {
      if (value != NULL)
        write_single (json, record, field, value);
      else
        hn_json_string (json, NULL);
      return;
    }

  hn_json_begin (json, '[');
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);

      write_single (json, record, field, child);
    }
  hn_json_end (json, ']');
}

static void
write_titles (HnJsonWriter   *json,
              HnRegister     *reg,
              GVariant       *value)
{
  hn_json_begin (json, '[');
  for (gsize i = 0; value != NULL && i < g_variant_n_children (value); i++)
    {
      g_autofree char *title = NULL;
      const char *kind;
      gint64 id;

      g_variant_get_child (value, i, "(&sx)", &kind, &id);
      title = hn_register_get_title (reg, hn_kind_lookup (kind), id);
      hn_json_string (json, title);
    }
  hn_json_end (json, ']');
}

/* Beside the id: what the other record is called, and its kind where that is not known beforehand. */
static void
write_reference_members (HnJsonWriter   *json,
                         HnRegister     *reg,
                         const HnRecord *record,
                         const HnField  *field)
{
  g_autofree char *name = g_strconcat (field->name, "_name", NULL);
  g_autofree char *kind_name = g_strconcat (field->name, "_kind", NULL);
  g_autofree char *title = hn_record_plain_title (record, field);
  const HnKind *kind = NULL;

  if (has_several_targets (field) && !is_multiple (field))
    {
      hn_record_get_reference (record, field->name, &kind);
      hn_json_name (json, kind_name);
      hn_json_string (json, kind != NULL ? kind->name : NULL);
    }

  hn_json_name (json, name);
  if (is_multiple (field))
    write_titles (json, reg, hn_record_get (record, field->name));
  else
    hn_json_string (json, title);
}

/**
 * hn_json_record_members:
 * @json: a writer inside of an object
 * @record: a record as the register loaded it
 *
 * Writes "id" and every field of @record. A reference "donor" is the id, or the text that stands in its place, and has
 * "donor_name" beside it, and "donor_kind" where there are several. Unset fields are null, several values an array,
 * a file's content its size.
 */
void
hn_json_record_members (HnJsonWriter   *json,
                        HnRegister     *reg,
                        const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);

  hn_json_name (json, "id");
  hn_json_integer (json, hn_record_get_id (record));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      hn_json_name (json, kind->fields[i].name);
      write_value (json, record, &kind->fields[i]);
      if (kind->fields[i].type == HN_TYPE_REFERENCE)
        write_reference_members (json, reg, record, &kind->fields[i]);
    }
}

/**
 * hn_record_plain:
 *
 * Returns: (transfer full): a value as JSON has it, without quotes; several are joined by ";"
 */
char *
hn_record_plain (const HnRecord *record,
                 const HnField  *field)
{
  GVariant *value = hn_record_get (record, field->name);
  g_autoptr (GString) joined = g_string_new (NULL);

  if (value == NULL)
    return g_strdup ("");
  if (!is_multiple (field))
    return plain_single (record, field, value);

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      g_autofree char *plain = plain_single (record, field, child);

      g_string_append_printf (joined, "%s%s", i > 0 ? ";" : "", plain);
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * hn_record_plain_title:
 * @field: a reference
 *
 * Returns: (transfer full) (nullable): what the other record is called, or %NULL where the field is empty
 */
char *
hn_record_plain_title (const HnRecord *record,
                       const HnField  *field)
{
  if (hn_record_get (record, field->name) == NULL)
    return NULL;

  return hn_record_print (record, field->name);
}
