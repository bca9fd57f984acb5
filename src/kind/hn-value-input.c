/* What an editor's field shows for a value: the inverse of reading what a person typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-value.h"

#include "hn-currency.h"
#include "hn-number.h"
#include "hn-value-print.h"

static guint
decimals_of (const HnField *field,
             const char    *currency)
{
  switch (field->type)
    {
    case HN_TYPE_DECIMAL:
      return field->decimals;
    case HN_TYPE_PERCENT:
      return 2;
    case HN_TYPE_MONEY:
      return hn_currency_decimals (currency);
    default:
      return 0;
    }
}

/* Three decimals can look like thousands; a zero behind them tells them apart. */
static char *
number_to_input (gint64 number,
                 guint  decimals)
{
  g_autofree char *text = hn_number_print (number, decimals);
  gint64 back;

  if (hn_number_parse (text, decimals, &back, NULL) && back == number)
    return g_steal_pointer (&text);

  return g_strconcat (text, "0", NULL);
}

/**
 * hn_value_to_input:
 * @field: a field
 * @value: (nullable): its value
 * @currency: (nullable): of an amount whose field has a currency, that currency; %NULL is VND
 *
 * What hn_value_parse() reads back as the same value; only a file's content, which cannot be typed, shows its
 * size. An amount stands without its currency, which has a field of its own.
 *
 * Returns: (transfer full): the text in an editor's field, empty where nothing is known
 */
char *
hn_value_to_input (const HnField *field,
                   GVariant      *value,
                   const char    *currency)
{
  const char *code;

  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");

  code = field->currency != NULL && currency != NULL ? currency : "VND";
  if (hn_field_is_number (field))
    return number_to_input (g_variant_get_int64 (value), decimals_of (field, code));

  return hn_value_print (&(HnPrinting) { .field = field, .currency = code }, value);
}
