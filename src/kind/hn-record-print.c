/* Records as a Vietnamese office prints them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record.h"

#include "hn-clean.h"
#include "hn-value-print.h"

static const char *
currency_of (const HnRecord *record,
             const HnField  *field)
{
  const char *code = field->currency != NULL ? hn_record_get_text (record, field->currency) : NULL;

  return code != NULL ? code : "VND";
}

static char *
print_field (const HnRecord *record,
             const char     *name,
             HnLanguage      language)
{
  const HnField *field = hn_kind_get_field (hn_record_get_kind (record), name);
  GVariant *value = hn_record_get (record, name);
  const char *shown;
  HnPrinting printing;

  if (field == NULL || value == NULL)
    return g_strdup ("");

  shown = hn_record_get_shown (record, name);
  if (shown != NULL)
    return g_strdup (shown);

  printing = (HnPrinting) { .field = field, .currency = currency_of (record, field), .language = language };

  return hn_value_print (&printing, value);
}

/**
 * hn_record_print:
 * @record: a record
 * @field: the name of one of its fields
 *
 * Dates are day/month/year and thousands are grouped by points in either language; choices, yes and no, and
 * countries are words of the user interface's language. References, and countries that the office has renamed,
 * are what the store filled in.
 *
 * Returns: (transfer full): its value in words and figures, empty where nothing is known
 */
char *
hn_record_print (const HnRecord *record,
                 const char     *field)
{
  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return print_field (record, field, HN_LANGUAGE_OF_USER);
}

/**
 * hn_record_print_vi:
 * @record: a record
 * @field: the name of one of its fields
 *
 * Returns: (transfer full): as hn_record_print(), but always in Vietnamese, for a workbook
 */
char *
hn_record_print_vi (const HnRecord *record,
                    const char     *field)
{
  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return print_field (record, field, HN_LANGUAGE_VIETNAMESE);
}

/* One line, however many the field has. */
static char *
print_part (const HnRecord *record,
            const char     *field,
            HnLanguage      language)
{
  g_autofree char *printed = print_field (record, field, language);

  return hn_text_clean (printed, HN_CLEAN_LINE);
}

static char *
make_title (const HnRecord *record,
            HnLanguage      language)
{
  g_autoptr (GString) title = g_string_new (NULL);
  const HnKind *kind;
  const char *rest;
  const char *brace;

  kind = hn_record_get_kind (record);
  for (rest = kind->title; (brace = strchr (rest, '{')) != NULL;)
    {
      const char *end = strchr (brace, '}');
      g_autofree char *separator = g_strndup (rest, (gsize) (brace - rest));
      g_autofree char *field = g_strndup (brace + 1, (gsize) (end - brace - 1));
      g_autofree char *part = print_part (record, field, language);

      if (*part != '\0')
        g_string_append_printf (title, "%s%s", title->len > 0 ? separator : "", part);
      rest = end + 1;
    }

  if (title->len == 0)
    return g_strdup (language == HN_LANGUAGE_VIETNAMESE ? kind->label.vi : hn_kind_get_label (kind));

  return g_string_free_and_steal (g_steal_pointer (&title));
}

/**
 * hn_record_title:
 * @record: a record
 *
 * The kind says how a title is made, "{person} – {organization}". Parts without a value are left out together
 * with the separator that would join them to the one before.
 *
 * Returns: (transfer full): what the record is called, on one line; the name of its kind if it has no values
 */
char *
hn_record_title (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return make_title (record, HN_LANGUAGE_OF_USER);
}

/**
 * hn_record_title_vi:
 *
 * Returns: (transfer full): what hn_record_title() returns where Vietnamese is the user's language; for what the
 *   office prints
 */
char *
hn_record_title_vi (const HnRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return make_title (record, HN_LANGUAGE_VIETNAMESE);
}
