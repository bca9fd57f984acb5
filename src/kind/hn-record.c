/* One record: a value for each field of its kind, counted by reference. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record.h"

#include "hn-condition.h"
#include "hn-value.h"

struct _HnRecord
{
  const HnKind *kind; /* or the view that it was made for */
  gint64        id;   /* 0 until it is saved */
  GVariant    **values;
  char        **shown;
};

/* What G_DEFINE_BOXED_TYPE() would write but for a transparent union, which -Wpedantic refuses. */
GType
hn_record_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static (g_intern_static_string ("HnRecord"),
                                                     (GBoxedCopyFunc) hn_record_ref, (GBoxedFreeFunc) hn_record_unref));
  return type;
}

static void
hn_record_clear (gpointer data)
{
  HnRecord *record = data;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      g_clear_pointer (&record->values[i], g_variant_unref);
      g_free (record->shown[i]);
    }
  g_free (record->values);
  g_free (record->shown);
}

/* What sort of value a field holds where it holds a single one. */
static gboolean
is_single_value (const HnField *field,
                 GVariant      *value)
{
  switch (field->type)
    {
    case HN_TYPE_INTEGER:
    case HN_TYPE_DECIMAL:
    case HN_TYPE_PERCENT:
    case HN_TYPE_MONEY:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_INT64);
    case HN_TYPE_BOOLEAN:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN);
    case HN_TYPE_REFERENCE:
      return g_variant_is_of_type (value, G_VARIANT_TYPE ("(sx)"))
             || ((field->flags & HN_FIELD_FREE_TEXT) != 0 && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING));
    case HN_TYPE_BYTES:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_BYTESTRING)
             || g_variant_is_of_type (value, G_VARIANT_TYPE_INT64);
    default:
      return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);
    }
}

static gboolean
is_value_of (const HnField *field,
             GVariant      *value)
{
  if ((field->flags & HN_FIELD_MULTIPLE) == 0)
    return is_single_value (field, value);

  return g_variant_is_of_type (value,
                               field->type == HN_TYPE_COUNTRY ? G_VARIANT_TYPE ("as") : G_VARIANT_TYPE ("a(sx)"));
}

/* Empty words and empty lists are the same as nothing: a field is set or it is not. */
static gboolean
is_empty_value (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return *g_variant_get_string (value, NULL) == '\0';

  return g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY) && !g_variant_is_of_type (value, G_VARIANT_TYPE_BYTESTRING)
         && g_variant_n_children (value) == 0;
}

static int
field_index (const HnRecord *record,
             const char     *field)
{
  int index = hn_kind_field_index (record->kind, field);

  if (index < 0)
    g_critical ("Kind %s has no field %s", record->kind->name, field);

  return index;
}

static HnRecord *
record_new (const HnKind *kind)
{
  HnRecord *record = g_atomic_rc_box_new0 (HnRecord);

  record->kind = kind;
  record->values = g_new0 (GVariant *, kind->n_fields);
  record->shown = g_new0 (char *, kind->n_fields);

  return record;
}

/**
 * hn_record_new_empty:
 * @kind: a kind or view
 *
 * Returns: (transfer full): a record without any value, as the store fills it from the register
 */
HnRecord *
hn_record_new_empty (const HnKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return record_new (kind);
}

static void
set_initial (HnRecord      *record,
             const HnField *field)
{
  g_autoptr (GVariant) value = hn_value_initial (field);

  if (value != NULL && hn_record_applies (record, field))
    hn_record_set (record, field->name, value);
}

/**
 * hn_record_new:
 * @kind: a kind or view
 *
 * The record begins with the initial values of the fields that apply to it. One that is made for a view
 * such as the associations abroad also has the value that lets the view show it.
 *
 * Returns: (transfer full): a record for a person to fill in
 */
HnRecord *
hn_record_new (const HnKind *kind)
{
  HnRecord *record = hn_record_new_empty (kind);
  g_auto (HnCondition) filter = { 0 };

  g_return_val_if_fail (record != NULL, NULL);

  /* Whether a field applies may hang on the initial value of one that stands below it. */
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].when == NULL)
        set_initial (record, &kind->fields[i]);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].when != NULL)
        set_initial (record, &kind->fields[i]);
    }

  if (kind->filter != NULL && hn_condition_parse (&filter, kind->filter) && filter.type == HN_CONDITION_IS)
    hn_record_set_text (record, filter.field, filter.values[0]);

  return record;
}

/**
 * hn_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): another record with the same id, values and shown titles
 */
HnRecord *
hn_record_copy (const HnRecord *record)
{
  HnRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = record_new (record->kind);
  copy->id = record->id;
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      if (record->values[i] != NULL)
        copy->values[i] = g_variant_ref (record->values[i]);
      copy->shown[i] = g_strdup (record->shown[i]);
    }

  return copy;
}

/**
 * hn_record_ref:
 * @record: a record
 *
 * Returns: (transfer full): @record
 */
HnRecord *
hn_record_ref (HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return g_atomic_rc_box_acquire (record);
}

/**
 * hn_record_unref:
 * @record: (transfer full): a record
 */
void
hn_record_unref (HnRecord *record)
{
  g_return_if_fail (record != NULL);

  g_atomic_rc_box_release_full (record, hn_record_clear);
}

static gboolean
values_equal (GVariant *a,
              GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_variant_equal (a, b);
}

/**
 * hn_record_equal:
 * @a: a record
 * @b: another record
 *
 * Returns: whether they are of the same stored kind with the same id and values; shown titles do not count
 */
gboolean
hn_record_equal (const HnRecord *a,
                 const HnRecord *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->id != b->id || hn_record_get_kind (a) != hn_record_get_kind (b))
    return FALSE;

  for (guint i = 0; i < a->kind->n_fields; i++)
    {
      if (!values_equal (a->values[i], b->values[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_record_get_kind:
 * @record: a record
 *
 * Returns: the kind that it is stored as, never a view
 */
const HnKind *
hn_record_get_kind (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return hn_kind_stored (record->kind);
}

/**
 * hn_record_get_view:
 * @record: a record
 *
 * Returns: the kind or view that it was made for
 */
const HnKind *
hn_record_get_view (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return record->kind;
}

/**
 * hn_record_get_id:
 * @record: a record
 *
 * Returns: its id in the register, or 0 if it has never been saved
 */
gint64
hn_record_get_id (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, 0);

  return record->id;
}

/**
 * hn_record_set_id:
 * @record: a record
 * @id: its id in the register
 */
void
hn_record_set_id (HnRecord *record,
                  gint64    id)
{
  g_return_if_fail (record != NULL);

  record->id = id;
}

/**
 * hn_record_get:
 * @record: a record
 * @field: the name of one of its fields
 *
 * Returns: (nullable) (transfer none): its value, in the form that hn-record.h lists for the type
 */
GVariant *
hn_record_get (const HnRecord *record,
               const char     *field)
{
  int index;

  g_return_val_if_fail (record != NULL, NULL);

  index = field_index (record, field);

  return index >= 0 ? record->values[index] : NULL;
}

/**
 * hn_record_set:
 * @record: a record
 * @field: the name of one of its fields
 * @value: (nullable): its value, which is sunk if it floats; %NULL or an empty one unsets the field
 *
 * Forgets the shown title if the value differs from the one before. Does nothing about other fields; see
 * hn_record_edit() for that.
 */
void
hn_record_set (HnRecord   *record,
               const char *field,
               GVariant   *value)
{
  g_autoptr (GVariant) owned = NULL;
  int index;

  g_return_if_fail (record != NULL);

  owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  index = field_index (record, field);
  g_return_if_fail (index >= 0);
  g_return_if_fail (owned == NULL || is_value_of (&record->kind->fields[index], owned));

  if (owned != NULL && is_empty_value (owned))
    g_clear_pointer (&owned, g_variant_unref);
  if (values_equal (record->values[index], owned))
    return;

  g_clear_pointer (&record->values[index], g_variant_unref);
  g_clear_pointer (&record->shown[index], g_free);
  record->values[index] = g_steal_pointer (&owned);
}

/**
 * hn_record_get_shown:
 * @record: a record
 * @field: the name of a field
 *
 * Returns: (nullable): what the store filled in with hn_record_set_shown()
 */
const char *
hn_record_get_shown (const HnRecord *record,
                     const char     *field)
{
  int index;

  g_return_val_if_fail (record != NULL, NULL);

  index = field_index (record, field);

  return index >= 0 ? record->shown[index] : NULL;
}

/**
 * hn_record_set_shown:
 * @record: a record
 * @field: the name of a reference or country
 * @title: (nullable): what the register calls it; several are joined by "; "
 */
void
hn_record_set_shown (HnRecord   *record,
                     const char *field,
                     const char *title)
{
  int index;

  g_return_if_fail (record != NULL);

  index = field_index (record, field);
  if (index >= 0)
    g_set_str (&record->shown[index], title);
}

/**
 * hn_record_applies:
 * @record: a record
 * @field: a field of its kind
 *
 * Returns: whether the field has a meaning for the record: goods have no currency
 */
gboolean
hn_record_applies (const HnRecord *record,
                   const HnField  *field)
{
  g_auto (HnCondition) when = { 0 };

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (field->when == NULL)
    return TRUE;

  return hn_condition_parse (&when, field->when) && hn_condition_holds (&when, record);
}
