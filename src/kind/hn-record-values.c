/* A record's values by their type: text, numbers, dates and references. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record.h"

/**
 * hn_record_get_text:
 * @record: a record
 * @field: the name of a field
 *
 * Returns: (nullable): its text as stored: words, the ISO date, the name of the choice, the code; or %NULL
 *   if it is unset or not text
 */
const char *
hn_record_get_text (const HnRecord *record,
                    const char     *field)
{
  GVariant *value = hn_record_get (record, field);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return NULL;

  return g_variant_get_string (value, NULL);
}

/**
 * hn_record_get_number:
 * @record: a record
 * @field: the name of a number or boolean
 * @number: (out) (optional): the number, scaled as the field's type says; a boolean is 1 or 0
 *
 * Returns: whether it is set
 */
gboolean
hn_record_get_number (const HnRecord *record,
                      const char     *field,
                      gint64         *number)
{
  GVariant *value = hn_record_get (record, field);
  gint64 found;

  if (value == NULL)
    return FALSE;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    found = g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    found = g_variant_get_boolean (value);
  else
    return FALSE;

  if (number != NULL)
    *number = found;

  return TRUE;
}

/**
 * hn_record_get_date:
 * @record: a record
 * @field: the name of a date
 *
 * Returns: the date, which is unset where the field is or where its text is no date
 */
HnDate
hn_record_get_date (const HnRecord *record,
                    const char     *field)
{
  const char *text = hn_record_get_text (record, field);
  HnDate date = { 0 };

  if (text == NULL || !hn_date_from_iso (text, &date))
    return (HnDate) { 0 };

  return date;
}

/**
 * hn_record_get_reference:
 * @record: a record
 * @field: the name of a reference to one record
 * @kind: (out) (optional) (nullable): the kind of the record that it refers to
 *
 * Returns: the id of that record, or 0 if the field is unset or holds words
 */
gint64
hn_record_get_reference (const HnRecord  *record,
                         const char      *field,
                         const HnKind   **kind)
{
  GVariant *value = hn_record_get (record, field);
  const char *name;
  gint64 id;

  if (kind != NULL)
    *kind = NULL;
  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)")))
    return 0;

  g_variant_get (value, "(&sx)", &name, &id);
  if (kind != NULL)
    *kind = hn_kind_lookup (name);

  return id;
}

static gboolean
is_multiple (const HnRecord *record,
             const char     *field)
{
  const HnField *found = hn_kind_get_field (hn_record_get_kind (record), field);

  return found != NULL && (found->flags & HN_FIELD_MULTIPLE) != 0;
}

/* A field of several gets just this one. */
static void
set_one (HnRecord   *record,
         const char *field,
         GVariant   *value)
{
  hn_record_set (record, field, is_multiple (record, field) ? g_variant_new_array (NULL, &value, 1) : value);
}

/**
 * hn_record_set_text:
 * @record: a record
 * @field: the name of a field that holds text, a code, a date or free words
 * @text: (nullable): the text as stored
 */
void
hn_record_set_text (HnRecord   *record,
                    const char *field,
                    const char *text)
{
  g_return_if_fail (record != NULL);

  if (text == NULL || *text == '\0')
    hn_record_set (record, field, NULL);
  else
    set_one (record, field, g_variant_new_string (text));
}

/**
 * hn_record_set_number:
 * @record: a record
 * @field: the name of a number or boolean
 * @number: the number, scaled as the field's type says
 */
void
hn_record_set_number (HnRecord   *record,
                      const char *field,
                      gint64      number)
{
  const HnField *found;

  g_return_if_fail (record != NULL);

  found = hn_kind_get_field (hn_record_get_kind (record), field);
  if (found != NULL && found->type == HN_TYPE_BOOLEAN)
    hn_record_set (record, field, g_variant_new_boolean (number != 0));
  else
    hn_record_set (record, field, g_variant_new_int64 (number));
}

/**
 * hn_record_set_reference:
 * @record: a record
 * @field: the name of a reference
 * @kind: the kind of the other record, or a view of it
 * @id: its id
 */
void
hn_record_set_reference (HnRecord     *record,
                         const char   *field,
                         const HnKind *kind,
                         gint64        id)
{
  g_return_if_fail (record != NULL);
  g_return_if_fail (kind != NULL);

  set_one (record, field, g_variant_new ("(sx)", hn_kind_stored (kind)->name, id));
}
