/* Values from what a person typed, and what typing one does to the rest of a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-value.h"

#include <glib/gi18n-lib.h>

#include "hn-clean.h"
#include "hn-condition.h"
#include "hn-currency.h"
#include "hn-value-parse.h"

G_DEFINE_QUARK (hn-kind-error-quark, hn_kind_error)

static gboolean
contains_value (GPtrArray *values,
                GVariant  *value)
{
  return g_ptr_array_find_with_equal_func (values, value, g_variant_equal, NULL);
}

/* Adds what @text names to @values, once. */
static gboolean
add_value (const HnTyped  *typed,
           const char     *text,
           GPtrArray      *values,
           GError        **error)
{
  HnTyped part = *typed;
  g_autoptr (GVariant) value = NULL;

  part.text = text;
  value = hn_value_parse_one (&part, error);
  if (value == NULL)
    return FALSE;

  g_variant_ref_sink (value);
  if (!contains_value (values, value))
    g_ptr_array_add (values, g_steal_pointer (&value));

  return TRUE;
}

/* Some countries have a comma in their name, so the whole is tried before it is cut. */
static gboolean
add_parts (const HnTyped  *typed,
           const char     *text,
           const char     *separators,
           GPtrArray      *values,
           GError        **error)
{
  const char separator[] = { separators[0], '\0' };
  g_auto (GStrv) parts = NULL;

  if (separators[0] == '\0' || strchr (text, separators[0]) == NULL)
    return separators[0] == '\0' ? add_value (typed, text, values, error)
                                 : add_parts (typed, text, separators + 1, values, error);
  if (add_value (typed, text, values, NULL))
    return TRUE;

  parts = g_strsplit (text, separator, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part != '\0' && !add_parts (typed, part, separators + 1, values, error))
        return FALSE;
    }

  return TRUE;
}

static GVariant *
parse_several (const HnTyped  *typed,
               GError        **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  if (!add_parts (typed, typed->text, ";,", values, error))
    return NULL;
  if (values->len == 0)
    return NULL;

  return g_variant_new_array (NULL, (GVariant *const *) values->pdata, values->len);
}

/**
 * hn_value_parse:
 * @field: a field
 * @text: what a person typed, or wrote on the command line
 * @currency: (nullable): of an amount whose field has a currency, that currency; %NULL is VND
 * @today: what an incomplete date is completed from
 * @error: return location for an error in %HN_KIND_ERROR
 *
 * A reference is only read where it says its kind, or has no choice of it; names are found by the register.
 *
 * Returns: (transfer floating) (nullable): the value; %NULL without an error if @text is empty, which unsets
 *   the field, and with one if it cannot be read
 */
GVariant *
hn_value_parse (const HnField  *field,
                const char     *text,
                const char     *currency,
                HnDate          today,
                GError        **error)
{
  g_autofree char *clean = NULL;
  HnTyped typed;

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  clean = hn_text_clean (text, field->type == HN_TYPE_NOTE ? HN_CLEAN_LINES : HN_CLEAN_LINE);
  if (*clean == '\0')
    return NULL;

  typed = (HnTyped) {
    .field = field,
    .text = clean,
    .currency = field->currency != NULL ? currency : NULL,
    .today = today,
  };

  return (field->flags & HN_FIELD_MULTIPLE) != 0 ? parse_several (&typed, error) : hn_value_parse_one (&typed, error);
}

/**
 * hn_value_initial:
 * @field: a field
 *
 * Returns: (transfer full) (nullable): what the table of its kind gives a new record
 */
GVariant *
hn_value_initial (const HnField *field)
{
  GVariant *value;

  g_return_val_if_fail (field != NULL, NULL);

  if (field->initial == NULL)
    return NULL;

  value = hn_value_parse (field, field->initial, NULL, hn_date_today (), NULL);

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

/* Whether the field applies only under a condition on another one. */
static gboolean
hangs_on (const HnField *field,
          const char    *other)
{
  g_auto (HnCondition) when = { 0 };

  return field->when != NULL && hn_condition_parse (&when, field->when) && g_str_equal (when.field, other);
}

/* Empties a field that no longer applies, unless a person put something into it. */
static void
settle_field (HnRecord      *record,
              const HnField *field)
{
  GVariant *value = hn_record_get (record, field->name);
  g_autoptr (GVariant) initial = NULL;

  if (value == NULL || hn_record_applies (record, field))
    return;

  initial = hn_value_initial (field);
  if (initial != NULL && g_variant_equal (value, initial))
    hn_record_set (record, field->name, NULL);
}

/**
 * hn_record_settle:
 * @record: a record
 *
 * Empties the fields that do not apply and hold only what they began with, such as the currency of goods.
 * What a person put there stays, and hn_record_check() names it. To be called before a record is saved.
 */
void
hn_record_settle (HnRecord *record)
{
  const HnKind *kind;

  g_return_if_fail (record != NULL);

  kind = hn_record_get_kind (record);
  for (guint i = 0; i < kind->n_fields; i++)
    settle_field (record, &kind->fields[i]);
}

/* Fields that begin to apply get what a new record has there; those that no longer do lose it. */
static void
follow_conditions (HnRecord   *record,
                   const char *changed,
                   guint64     applied)
{
  const HnKind *kind = hn_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];
      g_autoptr (GVariant) initial = NULL;

      if (!hangs_on (field, changed))
        continue;

      settle_field (record, field);
      if ((applied & (G_GUINT64_CONSTANT (1) << i)) != 0 || !hn_record_applies (record, field))
        continue;

      initial = hn_value_initial (field);
      if (initial != NULL && hn_record_get (record, field->name) == NULL)
        hn_record_set (record, field->name, initial);
    }
}

static guint64
list_applying (const HnRecord *record)
{
  const HnKind *kind = hn_record_get_kind (record);
  guint64 applying = 0;

  g_assert (kind->n_fields <= 64);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (hn_record_applies (record, &kind->fields[i]))
        applying |= G_GUINT64_CONSTANT (1) << i;
    }

  return applying;
}

static guint
currency_decimals (GVariant *currency)
{
  return hn_currency_decimals (currency != NULL ? g_variant_get_string (currency, NULL) : "VND");
}

/* The same number of another currency: 1,000 dollars become 1,000 yen, not 100,000. */
static gboolean
rescale (gint64  amount,
         guint   from,
         guint   to,
         gint64 *scaled)
{
  for (; from < to; from++)
    {
      if (__builtin_mul_overflow (amount, 10, &amount))
        return FALSE;
    }
  for (; from > to; from--)
    {
      if (amount % 10 != 0)
        return FALSE;
      amount /= 10;
    }
  *scaled = amount;

  return TRUE;
}

/* Lets the amounts in a currency keep the number that a person reads when the currency changes. */
static gboolean
keep_amounts (HnRecord       *record,
              const HnField  *currency,
              GVariant       *value,
              GError        **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  guint from = currency_decimals (hn_record_get (record, currency->name));
  guint to = currency_decimals (value);
  gint64 amount;

  if (from == to)
    return TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if (g_strcmp0 (field->currency, currency->name) != 0 || !hn_record_get_number (record, field->name, &amount))
        continue;
      if (!rescale (amount, from, to, &amount))
        {
          g_set_error (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE,
                       _("“%s” cannot be kept in this currency. Change the amount first."),
                       hn_field_get_label (field));
          return FALSE;
        }
      hn_record_set_number (record, field->name, amount);
    }

  return TRUE;
}

/**
 * hn_record_edit:
 * @record: a record
 * @field: the name of one of its fields
 * @value: (nullable): its new value, which is sunk if it floats
 * @error: return location for an error in %HN_KIND_ERROR
 *
 * Sets a value as a person's edit does. Fields that begin to apply by it get their initial value, those that
 * no longer apply lose it, and amounts keep their number when their currency changes.
 *
 * Returns: whether the value was set; if not, the record is as before
 */
gboolean
hn_record_edit (HnRecord    *record,
                const char  *field,
                GVariant    *value,
                GError     **error)
{
  g_autoptr (GVariant) owned = NULL;
  const HnField *found;
  guint64 applied;

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  found = hn_kind_get_field (hn_record_get_kind (record), field);
  g_return_val_if_fail (found != NULL, FALSE);

  if (found->type == HN_TYPE_CURRENCY && !keep_amounts (record, found, owned, error))
    return FALSE;

  applied = list_applying (record);
  hn_record_set (record, field, owned);
  follow_conditions (record, field, applied);

  return TRUE;
}

static const char *
currency_of (const HnRecord *record,
             const HnField  *field)
{
  return field->currency != NULL ? hn_record_get_text (record, field->currency) : NULL;
}

/**
 * hn_record_set_input:
 * @record: a record
 * @field: a field, by its name, alias or label
 * @text: what a person typed; empty unsets the field
 * @today: what an incomplete date is completed from
 * @error: return location for an error in %HN_KIND_ERROR
 *
 * Reads @text and sets it as hn_record_edit() does.
 *
 * Returns: whether the value was set; if not, the record is as before
 */
gboolean
hn_record_set_input (HnRecord    *record,
                     const char  *field,
                     const char  *text,
                     HnDate       today,
                     GError     **error)
{
  g_autoptr (GError) reason = NULL;
  const HnField *found;
  const HnKind *kind;
  GVariant *value;

  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  kind = hn_record_get_kind (record);
  found = hn_kind_find_field (kind, field);
  if (found == NULL)
    {
      g_set_error (error, HN_KIND_ERROR, HN_KIND_ERROR_UNKNOWN_FIELD, _("“%s” has no field “%s”."),
                   hn_kind_get_label (kind), field);
      return FALSE;
    }

  value = hn_value_parse (found, text, currency_of (record, found), today, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  return hn_record_edit (record, found->name, value, error);
}
