/* Texts that have a form: each check says how it is written if a text is not written so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-format.h"

#include <glib/gi18n-lib.h>

/* NULL, or how an address must be written. */
static const char *
check_email (const char *text)
{
  const char *at = strchr (text, '@');

  if (at == NULL || at == text || at[1] == '\0' || strchr (at + 1, '@') != NULL || strpbrk (text, " \t\n,;") != NULL)
    return N_("An e-mail address is written like name@example.vn, without spaces.");

  return NULL;
}

static const char *
check_phone (const char *text)
{
  if (strspn (text, "0123456789+-.() /,;") != strlen (text) || strpbrk (text, "0123456789") == NULL)
    return N_("A telephone number has digits, spaces and + - . ( ) only; put / between several numbers.");

  return NULL;
}

static gboolean
read_number (const char **text,
             guint       *number)
{
  const char *begin = *text;

  *number = 0;
  while (g_ascii_isdigit (**text) && *text - begin < 2)
    *number = *number * 10 + (guint) (*(*text)++ - '0');

  return *text > begin;
}

/**
 * hn_format_check_day_month:
 * @text: a day of every year
 *
 * Returns: (nullable): how it is written, if @text is not "2/9" or "02/09"
 */
const char *
hn_format_check_day_month (const char *text)
{
  const char *rest = text;
  guint day;
  guint month;

  /* Any leap year: 29/2 comes every four years, but it is a day. */
  if (read_number (&rest, &day) && *rest++ == '/' && read_number (&rest, &month) && *rest == '\0'
      && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2024))
    return NULL;

  return N_("Write the day and the month, like 2/9.");
}

/**
 * hn_format_check_country_code:
 * @text: an ISO 3166 alpha-2 code
 *
 * Returns: (nullable): how a code is written, if @text is none
 */
const char *
hn_format_check_country_code (const char *text)
{
  if (strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]))
    return NULL;

  return N_("A country’s code has two capital letters, like VN.");
}

/**
 * hn_field_check_format:
 * @field: a field that holds text
 * @text: its text
 *
 * Returns: (nullable): in the language of the user interface how it is written, if @text is not written so
 */
const char *
hn_field_check_format (const HnField *field,
                       const char    *text)
{
  static const HnFormatCheck checks[] = {
    [HN_TYPE_EMAIL] = check_email,
    [HN_TYPE_PHONE] = check_phone,
    [HN_TYPE_COUNTRY] = hn_format_check_country_code,
  };
  HnFormatCheck check = field->check;
  const char *message;

  if (check == NULL && field->type < G_N_ELEMENTS (checks))
    check = checks[field->type];

  message = check != NULL ? check (text) : NULL;

  return message != NULL ? _(message) : NULL;
}
