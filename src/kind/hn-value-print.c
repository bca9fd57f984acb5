/* One value as a Vietnamese office prints it, type by type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-value-print.h"

#include "hn-country.h"
#include "hn-currency.h"
#include "hn-date.h"
#include "hn-number.h"
#include "hn-size.h"

typedef char *(*PrintFunc) (const HnPrinting *printing,
                            GVariant         *value);

static const char *
label_in (HnLanguage language,
          HnLabel    label)
{
  return language == HN_LANGUAGE_VIETNAMESE ? label.vi : hn_label_get (label);
}

static char *
print_text (const HnPrinting *printing,
            GVariant         *value)
{
  return g_variant_dup_string (value, NULL);
}

static char *
print_number (const HnPrinting *printing,
              GVariant         *value)
{
  guint decimals = printing->field->type == HN_TYPE_DECIMAL ? printing->field->decimals : 0;

  return hn_number_print (g_variant_get_int64 (value), decimals);
}

static char *
print_percent (const HnPrinting *printing,
               GVariant         *value)
{
  g_autofree char *number = hn_number_print (g_variant_get_int64 (value), 2);

  return g_strconcat (number, "%", NULL);
}

static char *
print_money (const HnPrinting *printing,
             GVariant         *value)
{
  return hn_money_print (g_variant_get_int64 (value), printing->currency);
}

static char *
print_boolean (const HnPrinting *printing,
               GVariant         *value)
{
  static const HnLabel yes = { "Yes", "Có" };
  static const HnLabel no = { "No", "Không" };

  return g_strdup (label_in (printing->language, g_variant_get_boolean (value) ? yes : no));
}

static char *
print_date (const HnPrinting *printing,
            GVariant         *value)
{
  const char *iso = g_variant_get_string (value, NULL);
  HnDate date;

  return hn_date_from_iso (iso, &date) ? hn_date_print (date) : g_strdup (iso);
}

static char *
print_choice (const HnPrinting *printing,
              GVariant         *value)
{
  const char *name = g_variant_get_string (value, NULL);
  const HnChoice *choice = hn_field_get_choice (printing->field, name);

  return g_strdup (choice != NULL ? label_in (printing->language, choice->label) : name);
}

static char *
print_country (const HnPrinting *printing,
               GVariant         *value)
{
  const char *code = g_variant_get_string (value, NULL);
  const HnCountry *country = hn_country_lookup (code);

  return g_strdup (country != NULL ? label_in (printing->language, (HnLabel) { country->name_en, country->name_vi })
                                   : code);
}

static char *
print_reference (const HnPrinting *printing,
                 GVariant         *value)
{
  const char *name;
  gint64 id;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);

  g_variant_get (value, "(&sx)", &name, &id);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, name, id);
}

static char *
print_bytes (const HnPrinting *printing,
             GVariant         *value)
{
  gboolean unread = g_variant_is_of_type (value, G_VARIANT_TYPE_INT64);

  return hn_size_print (unread ? (guint64) g_variant_get_int64 (value) : g_variant_get_size (value));
}

static const PrintFunc printers[] = {
  [HN_TYPE_TEXT] = print_text,
  [HN_TYPE_NAME] = print_text,
  [HN_TYPE_NOTE] = print_text,
  [HN_TYPE_PHONE] = print_text,
  [HN_TYPE_EMAIL] = print_text,
  [HN_TYPE_INTEGER] = print_number,
  [HN_TYPE_DECIMAL] = print_number,
  [HN_TYPE_PERCENT] = print_percent,
  [HN_TYPE_BOOLEAN] = print_boolean,
  [HN_TYPE_DATE] = print_date,
  [HN_TYPE_CHOICE] = print_choice,
  [HN_TYPE_MONEY] = print_money,
  [HN_TYPE_CURRENCY] = print_text,
  [HN_TYPE_COUNTRY] = print_country,
  [HN_TYPE_REFERENCE] = print_reference,
  [HN_TYPE_BYTES] = print_bytes,
};

static char *
print_several (const HnPrinting *printing,
               GVariant         *values)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      g_autofree char *text = printers[printing->field->type](printing, value);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", text);
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

/**
 * hn_value_print:
 * @printing: the field that the value is of, and how it is to be printed
 * @value: its value
 *
 * A record that the value refers to is printed as kind and id, since only the register knows what it is called.
 *
 * Returns: (transfer full): the value in words and figures; several are joined by "; "
 */
char *
hn_value_print (const HnPrinting *printing,
                GVariant         *value)
{
  g_return_val_if_fail (printing != NULL, NULL);
  g_return_val_if_fail (printing->field->type < G_N_ELEMENTS (printers), NULL);
  g_return_val_if_fail (value != NULL, NULL);

  if ((printing->field->flags & HN_FIELD_MULTIPLE) != 0)
    return print_several (printing, value);

  return printers[printing->field->type](printing, value);
}
