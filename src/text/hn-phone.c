/* Phone numbers brought into one form; shared by the files of this folder. */
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
