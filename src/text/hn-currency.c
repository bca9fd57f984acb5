/* Currencies by their ISO 4217 code, and amounts in their smallest unit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-currency.h"

#include <stdlib.h>
#include <string.h>

#include "hn-number.h"

typedef char Code[4];

/* ISO 4217, list one (2026-01), without the codes for metals, funds and tests, in order; and those withdrawn
 * since 2020 (ANG, BGN, CUC, HRK, SLL, ZWL), since papers of those years are kept too. */
static const Code codes[] = {
  "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
  "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
  "CUC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL",
  "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR",
  "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR",
  "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR",
  "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR",
  "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SLL", "SOS", "SRD", "SSP",
  "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD",
  "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
  "ZWL",
};

/* The currencies with other than two decimals, by the same list, in order. */
static const Code none[] = {
  "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
};
static const Code three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

/* A rate counts ten-thousandths of a đồng. */
#define RATE_SCALE 10000

/* 128 bits hold the product of any amount and any rate. */
__extension__ typedef __int128 Wide;

static int
compare_codes (const void *a,
               const void *b)
{
  return strcmp (a, b);
}

static gboolean
has_code (const Code *list,
          gsize       n,
          const char *code)
{
  return bsearch (code, list, n, sizeof (Code), compare_codes) != NULL;
}

/**
 * hn_currency_is_known:
 * @code: (nullable): a code of three capital letters
 *
 * Returns: whether @code names a currency of ISO 4217
 */
gboolean
hn_currency_is_known (const char *code)
{
  return code != NULL && has_code (codes, G_N_ELEMENTS (codes), code);
}

/**
 * hn_currency_decimals:
 * @code: (nullable): a currency
 *
 * Returns: how many decimals its smallest unit is: 0 for VND, 2 for USD and for what is not known
 */
guint
hn_currency_decimals (const char *code)
{
  if (code == NULL)
    return 2;
  if (has_code (none, G_N_ELEMENTS (none), code))
    return 0;
  return has_code (three, G_N_ELEMENTS (three), code) ? 3 : 2;
}

/**
 * hn_money_print:
 * @amount: an amount in the smallest unit of @code
 * @code: a currency
 *
 * Returns: (transfer full): `150.000.000 đ` for VND, `1.234,50 USD` for others
 */
char *
hn_money_print (gint64      amount,
                const char *code)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  number = hn_number_print_full (amount, hn_currency_decimals (code));
  return g_strconcat (number, " ", strcmp (code, "VND") == 0 ? "đ" : code, NULL);
}

/**
 * hn_money_to_vnd:
 * @amount: an amount in the smallest unit of @code
 * @code: a currency
 * @rate: ten-thousandths of a đồng for one whole unit of @code: 254500000 for 25.450 đ
 * @vnd: (out): the amount in đồng
 *
 * Converts by integers; half a đồng is rounded away from zero.
 *
 * Returns: whether @code is known, @rate is positive and the result fits
 */
gboolean
hn_money_to_vnd (gint64      amount,
                 const char *code,
                 gint64      rate,
                 gint64     *vnd)
{
  Wide divisor = RATE_SCALE, product, rounded;

  g_return_val_if_fail (vnd != NULL, FALSE);

  *vnd = 0;
  if (!hn_currency_is_known (code) || rate <= 0)
    return FALSE;
  for (guint i = 0; i < hn_currency_decimals (code); i++)
    divisor *= 10;

  product = (Wide) amount * rate;
  rounded = (product + (product < 0 ? -divisor : divisor) / 2) / divisor;
  if (rounded < G_MININT64 || rounded > G_MAXINT64)
    return FALSE;
  *vnd = (gint64) rounded;
  return TRUE;
}
