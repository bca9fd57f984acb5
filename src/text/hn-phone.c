/* Phone numbers brought into one form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-phone.h"

#include <string.h>

#include "hn-fold.h"

/* The digits without the sign of an international number (+ or 00); *international says whether it was there. */
static char *
international_digits (const char *phone,
                      gboolean   *international)
{
  g_autofree char *digits = hn_text_digits (phone);
  const char *plus = strchr (phone, '+');

  *international = plus != NULL && strcspn (phone, "0123456789") > (gsize) (plus - phone);
  if (!*international && g_str_has_prefix (digits, "00"))
    {
      *international = TRUE;
      return g_strdup (digits + 2);
    }
  return g_steal_pointer (&digits);
}

/* +84 912 and +84 (0) 912 are both 0912 at home. */
static char *
leading_zero (const char *after_84)
{
  return g_strconcat (after_84[0] == '0' ? "" : "0", after_84, NULL);
}

/**
 * hn_phone_digits:
 * @phone: one phone number, however written
 *
 * The digits of a number as they are stored: Vietnamese ones with their leading zero (+84, 0084 or a bare 84
 * before nine or ten digits is replaced by it), those of other countries with the code of the country and
 * nothing before it.
 *
 * Returns: (transfer full): the digits, "" if there are none
 */
char *
hn_phone_digits (const char *phone)
{
  gboolean international;
  g_autofree char *digits = international_digits (phone, &international);
  gsize n = strlen (digits);

  if (g_str_has_prefix (digits, "84") && (international || n == 11 || n == 12))
    return leading_zero (digits + 2);
  return g_steal_pointer (&digits);
}

/**
 * hn_phone_domestic:
 * @typed: the beginning or the whole of a number, as typed into a search field
 *
 * Returns: (transfer full) (nullable): the digits with which the stored number would begin if @typed begins
 *   with the code of a country (+84, 0084, 84 or another one after + or 00), else %NULL
 */
char *
hn_phone_domestic (const char *typed)
{
  gboolean international;
  g_autofree char *digits = international_digits (typed, &international);

  if (g_str_has_prefix (digits, "84"))
    return leading_zero (digits + 2);
  return international ? g_steal_pointer (&digits) : NULL;
}

/**
 * hn_phone_part:
 * @typed: what stands in a field for phone numbers
 *
 * Parts the digits of one number of Viet Nam that were written in one go, as they are read out: mobile ones
 * `0912 345 678`, others by the code of the province, `0204 3854 321` (`024` and `028` have three digits). What was
 * parted by a person, has a sign or other length, or is several numbers stays as it is.
 *
 * Returns: (transfer full): the text as it should stand
 */
char *
hn_phone_part (const char *typed)
{
  gsize n, code;

  g_return_val_if_fail (typed != NULL, NULL);

  n = strlen (typed);
  if (*typed != '0' || strspn (typed, "0123456789") != n)
    return g_strdup (typed);
  if (n == 10 && strchr ("35789", typed[1]) != NULL)
    return g_strdup_printf ("%.4s %.3s %s", typed, typed + 4, typed + 7);
  if (n != 11 || typed[1] != '2')
    return g_strdup (typed);

  code = typed[2] == '4' || typed[2] == '8' ? 3 : 4;

  return g_strdup_printf ("%.*s %.4s %s", (int) code, typed, typed + code, typed + code + 4);
}
