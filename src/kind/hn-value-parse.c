/* One value from what a person typed, type by type. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-value-parse.h"

#include <glib/gi18n-lib.h>

#include "hn-country.h"
#include "hn-currency.h"
#include "hn-currency-name.h"
#include "hn-format.h"
#include "hn-name-match.h"
#include "hn-number.h"
#include "hn-value.h"

typedef GVariant *(*ParseFunc) (const HnTyped  *typed,
                                GError        **error);

static GVariant *bad_value (GError     **error,
                            const char  *format,
                            ...) G_GNUC_PRINTF (2, 3);

static GVariant *
bad_value (GError     **error,
           const char  *format,
           ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, HN_KIND_ERROR, HN_KIND_ERROR_BAD_VALUE, message);

  return NULL;
}

static GVariant *
parse_text (const HnTyped  *typed,
            GError        **error)
{
  const char *fault = hn_field_check_format (typed->field, typed->text);

  if (fault != NULL)
    return bad_value (error, "%s", fault);

  return g_variant_new_string (typed->text);
}

/* Turns an error of the text library into a sentence that names what was typed. */
static void
explain_number (const char    *text,
                guint          decimals,
                const GError  *reason,
                GError       **error)
{
  if (g_error_matches (reason, HN_NUMBER_ERROR, HN_NUMBER_ERROR_AMBIGUOUS))
    g_set_error (
      error, HN_KIND_ERROR, HN_KIND_ERROR_AMBIGUOUS,
      _("“%s” can mean two numbers. Put a point between thousands and a comma before decimals, like 1.234,5."),
      text);
  else if (g_error_matches (reason, HN_NUMBER_ERROR, HN_NUMBER_ERROR_TOO_LARGE))
    bad_value (error, _("“%s” is too large a number."), text);
  else if (!g_error_matches (reason, HN_NUMBER_ERROR, HN_NUMBER_ERROR_TOO_PRECISE))
    bad_value (error, _("“%s” is not a number. Write it in digits, like 1.234."), text);
  else if (decimals == 0)
    bad_value (error, _("“%s” is not a whole number."), text);
  else
    bad_value (error,
               g_dngettext (GETTEXT_PACKAGE, "“%s” has more than %u decimal.", "“%s” has more than %u decimals.",
                            decimals),
               text, decimals);
}

/* @text is the number alone, typed->text what stood round it too. */
static GVariant *
parse_scaled (const HnTyped  *typed,
              const char     *text,
              guint           decimals,
              GError        **error)
{
  g_autoptr (GError) reason = NULL;
  gint64 number;

  if (hn_number_parse (text, decimals, &number, &reason))
    return g_variant_new_int64 (number);

  explain_number (typed->text, decimals, reason, error);

  return NULL;
}

static GVariant *
parse_integer (const HnTyped  *typed,
               GError        **error)
{
  return parse_scaled (typed, typed->text, 0, error);
}

static GVariant *
parse_decimal (const HnTyped  *typed,
               GError        **error)
{
  return parse_scaled (typed, typed->text, typed->field->decimals, error);
}

static GVariant *
parse_percent (const HnTyped  *typed,
               GError        **error)
{
  gsize length = strlen (typed->text);
  g_autofree char *number = g_strndup (typed->text, g_str_has_suffix (typed->text, "%") ? length - 1 : length);

  return parse_scaled (typed, g_strstrip (number), 2, error);
}

/* Takes the sign or name of a currency off an amount: "$ 100", "30.000.000đ", "1,5 triệu đồng". */
static char *
split_currency (const char  *text,
                const char **code)
{
  const char *begin = text + strcspn (text, "0123456789+-.,(");
  const char *word = text + strlen (text);
  g_autofree char *sign = g_strndup (text, (gsize) (begin - text));

  *code = hn_currency_name_find (g_strstrip (sign));
  if (*code != NULL)
    return g_strdup (begin);

  while (word > begin && !g_ascii_isdigit (word[-1]) && word[-1] != ')')
    word--;
  for (; *word != '\0'; word += strcspn (word, " "))
    {
      word += strspn (word, " ");
      *code = hn_currency_name_find (word);
      if (*code != NULL)
        return g_strndup (text, (gsize) (word - text));
    }

  return g_strdup (text);
}

static GVariant *
parse_money (const HnTyped  *typed,
             GError        **error)
{
  const char *currency = typed->currency != NULL ? typed->currency : "VND";
  const char *written;
  g_autofree char *number = split_currency (typed->text, &written);

  if (written != NULL && !g_str_equal (written, currency))
    return bad_value (error, _("“%s” is in %s, but the amount is kept in %s."), typed->text, written, currency);

  return parse_scaled (typed, g_strstrip (number), hn_currency_decimals (currency), error);
}

static GVariant *
parse_boolean (const HnTyped  *typed,
               GError        **error)
{
  g_autofree char *folded = hn_name_fold (typed->text);

  if (hn_name_list_matches ("yes;true;1;y;có;đúng", folded))
    return g_variant_new_boolean (TRUE);
  if (hn_name_list_matches ("no;false;0;n;không;sai", folded))
    return g_variant_new_boolean (FALSE);

  return bad_value (error, _("“%s” is neither yes nor no."), typed->text);
}

/* What is wrong with a date, for who has only slipped over the length of a month too. */
static GVariant *
bad_date (const HnTyped  *typed,
          GError        **error)
{
  g_autofree char *shown = NULL;
  HnDate month;
  guint n_days = hn_date_parse_month (typed->text, typed->today, &month);

  if (n_days == 0)
    return bad_value (
      error, _("“%s” is not a date. Write day/month/year, month/year or the year, like 2/9/2022, 9/2022 or 2022."),
      typed->text);

  shown = hn_date_print (month);

  /* Translators: the second %s is a month like 2/2021 */
  return bad_value (error, _("There is no day “%s”: %s has only %u days."), typed->text, shown, n_days);
}

static GVariant *
parse_date (const HnTyped  *typed,
            GError        **error)
{
  g_autofree char *iso = NULL;
  HnDate date;

  if (!hn_date_parse (typed->text, typed->today, &date))
    return bad_date (typed, error);

  iso = hn_date_to_iso (date);

  return g_variant_new_string (iso);
}

static GVariant *
parse_choice (const HnTyped  *typed,
              GError        **error)
{
  const HnChoice *found = hn_field_find_choice (typed->field, typed->text);
  g_autoptr (GString) choices = NULL;

  if (found != NULL)
    return g_variant_new_string (found->name);

  choices = g_string_new (NULL);
  for (const HnChoice *choice = typed->field->choices; choice->name != NULL; choice++)
    g_string_append_printf (choices, "%s%s", choices->len > 0 ? "; " : "", hn_label_get (choice->label));

  return bad_value (error, _("“%s” is not one of the choices: %s."), typed->text, choices->str);
}

static GVariant *
parse_currency (const HnTyped  *typed,
                GError        **error)
{
  const char *code = hn_currency_name_find (typed->text);

  if (code == NULL)
    return bad_value (error, _("“%s” is not a known currency. Write its three-letter code, like VND or USD."),
                      typed->text);

  return g_variant_new_string (code);
}

static GVariant *
parse_country (const HnTyped  *typed,
               GError        **error)
{
  const HnCountry *country = hn_country_find (typed->text);

  if (country == NULL)
    return bad_value (error,
                      _("“%s” is not a known country. Write its name or its two-letter code, like Lào or LA."),
                      typed->text);

  return g_variant_new_string (country->code);
}

/* Whole and above zero, as ids are. */
static gboolean
read_id (const char *text,
         gint64     *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}

/* The words for the kinds that a reference may point to. */
static char *
describe_targets (const HnField *field)
{
  g_auto (GStrv) targets = NULL;

  if (g_str_equal (field->targets, "*"))
    return g_strdup (C_("kind of record", "any"));

  targets = hn_field_list_targets (field);
  for (guint i = 0; targets[i] != NULL; i++)
    {
      const HnKind *kind = hn_kind_lookup (targets[i]);

      g_free (targets[i]);
      targets[i] = g_strdup_printf ("%s (%s)", hn_kind_get_label (kind), kind->name);
    }

  return g_strjoinv (", ", targets);
}

/* "person:12"; NULL without an error if the text does not begin with the name of a kind. */
static GVariant *
parse_named_reference (const HnTyped  *typed,
                       GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (typed->text, ":", 2);
  g_autofree char *targets = NULL;
  const HnKind *kind;
  gint64 id;

  if (parts[1] == NULL)
    return NULL;

  kind = hn_kind_lookup (g_strstrip (parts[0]));
  if (kind == NULL)
    return NULL;

  if (hn_field_has_target (typed->field, kind) && read_id (g_strstrip (parts[1]), &id))
    return g_variant_new ("(sx)", hn_kind_stored (kind)->name, id);

  targets = describe_targets (typed->field);

  return bad_value (error, _("“%s” is not a record that “%s” can point to. Kinds: %s; write kind:number."),
                    typed->text, hn_field_get_label (typed->field), targets);
}

static gboolean
has_single_target (const HnField *field)
{
  return strpbrk (field->targets, " *") == NULL;
}

static GVariant *
parse_reference (const HnTyped  *typed,
                 GError        **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *targets = NULL;
  GVariant *value = parse_named_reference (typed, &reason);
  gint64 id;

  if (value != NULL)
    return value;
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }

  if (has_single_target (typed->field) && read_id (typed->text, &id))
    return g_variant_new ("(sx)", typed->field->targets, id);
  if ((typed->field->flags & HN_FIELD_FREE_TEXT) != 0)
    return g_variant_new_string (typed->text);

  targets = describe_targets (typed->field);

  return bad_value (error, _("“%s” is not a record. Kinds that “%s” can point to: %s."), typed->text,
                    hn_field_get_label (typed->field), targets);
}

static GVariant *
parse_bytes (const HnTyped  *typed,
             GError        **error)
{
  return bad_value (error, _("“%s” is a file’s content and cannot be typed."),
                    hn_field_get_label (typed->field));
}

static const ParseFunc parsers[] = {
  [HN_TYPE_TEXT] = parse_text,
  [HN_TYPE_NAME] = parse_text,
  [HN_TYPE_NOTE] = parse_text,
  [HN_TYPE_PHONE] = parse_text,
  [HN_TYPE_EMAIL] = parse_text,
  [HN_TYPE_INTEGER] = parse_integer,
  [HN_TYPE_DECIMAL] = parse_decimal,
  [HN_TYPE_PERCENT] = parse_percent,
  [HN_TYPE_BOOLEAN] = parse_boolean,
  [HN_TYPE_DATE] = parse_date,
  [HN_TYPE_CHOICE] = parse_choice,
  [HN_TYPE_MONEY] = parse_money,
  [HN_TYPE_CURRENCY] = parse_currency,
  [HN_TYPE_COUNTRY] = parse_country,
  [HN_TYPE_REFERENCE] = parse_reference,
  [HN_TYPE_BYTES] = parse_bytes,
};

/**
 * hn_value_parse_one:
 * @typed: what was typed for a field
 * @error: return location for an error in %HN_KIND_ERROR, a sentence that says how to write it
 *
 * Returns: (transfer floating) (nullable): a single value, even for a field of several
 */
GVariant *
hn_value_parse_one (const HnTyped  *typed,
                    GError        **error)
{
  g_return_val_if_fail (typed != NULL, NULL);
  g_return_val_if_fail (typed->field->type < G_N_ELEMENTS (parsers), NULL);

  return parsers[typed->field->type](typed, error);
}
