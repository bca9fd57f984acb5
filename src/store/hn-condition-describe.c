/* A condition of a list in the words of its chip. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-clause.h"
#include "hn-register-private.h"
#include "hn-value.h"

/* --- values ---------------------------------------------------------- */

/* An amount in the row's own currency is a number without one. */
static char *
print_amount (const HnField *field,
              const char    *text)
{
  static const char *const currencies[] = { "VND", "USD" };

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      GVariant *value = hn_value_parse (field, text, currencies[i], hn_date_today (), NULL);
      g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

      if (owned != NULL)
        return hn_value_to_input (field, owned, currencies[i]);
    }

  return g_strdup (text);
}

/* A year and a month are called what they are: in Vietnamese no bare number says that it is a year. */
static char *
print_date (HnDate date)
{
  g_autofree char *text = hn_date_print (date);

  if (date.day != 0)
    return g_steal_pointer (&text);

  /* Translators: a year such as 2026 within a sentence */
  return g_strdup_printf (date.month == 0 ? C_("year", "%s")
                                          /* Translators: a month such as 05/2026 within a sentence */
                                          : C_("month", "%s"),
                          text);
}

/* The least precise date that means just these days; unset where none does. */
static HnDate
whole_of (const HnDateSpan *span)
{
  HnDate month = { span->from.year, span->from.month, 0 };
  HnDate year = { span->from.year, 0, 0 };

  if (hn_date_compare (span->from, span->to) == 0)
    return span->from;
  if (hn_date_compare (span->from, hn_date_first (year)) == 0 && hn_date_compare (span->to, hn_date_last (year)) == 0)
    return year;
  if (hn_date_compare (span->from, hn_date_first (month)) == 0 && hn_date_compare (span->to, hn_date_last (month)) == 0)
    return month;

  return (HnDate) { 0 };
}

static char *
print_span (const HnDateSpan *span)
{
  g_autofree char *from = hn_date_is_set (span->from) ? hn_date_print (span->from) : NULL;
  g_autofree char *to = hn_date_is_set (span->to) ? hn_date_print (span->to) : NULL;
  HnDate whole;

  if (from == NULL)
    return g_strdup_printf (_("until %s"), to);
  if (to == NULL)
    return g_strdup_printf (_("from %s"), from);

  whole = whole_of (span);

  return hn_date_is_set (whole) ? print_date (whole) : g_strdup_printf ("%s – %s", from, to);
}

static char *
print_date_value (const HnClause *clause,
                  const char     *text)
{
  HnDateSpan span;
  HnDate whole;

  if (!hn_date_span_parse (&span, text, NULL))
    return g_strdup (text);
  if (clause->type == HN_CLAUSE_IS || clause->type == HN_CLAUSE_IS_NOT)
    return print_span (&span);

  whole = whole_of (&span);

  return hn_date_print (hn_date_is_set (whole) ? whole : span.from);
}

static char *
print_value (HnRegister     *self,
             const HnKind   *kind,
             const HnClause *clause,
             const char     *text)
{
  g_autoptr (HnRecord) record = NULL;
  g_autoptr (GVariant) value = NULL;

  if (*text == '\0')
    return g_strdup (C_("a field's value", "nothing"));
  if (clause->field->type == HN_TYPE_DATE)
    return print_date_value (clause, text);
  if (clause->field->type == HN_TYPE_MONEY && clause->field->currency != NULL)
    return print_amount (clause->field, text);

  value = hn_register_parse (self, clause->field, text, NULL, NULL);
  if (value == NULL)
    return g_strdup (text);

  record = hn_record_new_empty (hn_kind_stored (kind));
  hn_record_set (record, clause->field->name, value);
  hn_register_fill_shown (self, record);

  return hn_record_print (record, clause->field->name);
}

static char *
print_values (HnRegister     *self,
              const HnKind   *kind,
              const HnClause *clause)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; clause->values[i] != NULL; i++)
    {
      g_autofree char *value = print_value (self, kind, clause, clause->values[i]);

      if (i > 0)
        g_string_append (list, clause->values[i + 1] == NULL ? C_("between the last two of several", " or ") : ", ");
      g_string_append (list, value);
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

/* --- sentences ------------------------------------------------------- */

static char *
compare_words (const HnClause *clause,
               const char     *values)
{
  const char *label = hn_field_get_label (clause->field);
  gboolean date = clause->field->type == HN_TYPE_DATE;

  switch (clause->type)
    {
    case HN_CLAUSE_IS_NOT:
      return g_strdup_printf (_("%s: not %s"), label, values);
    case HN_CLAUSE_AT_LEAST:
      return g_strdup_printf (date ? _("%s: from %s") : _("%s: at least %s"), label, values);
    case HN_CLAUSE_AT_MOST:
      return g_strdup_printf (date ? _("%s: until %s") : _("%s: at most %s"), label, values);
    case HN_CLAUSE_ABOVE:
      return g_strdup_printf (date ? _("%s: after %s") : _("%s: more than %s"), label, values);
    case HN_CLAUSE_BELOW:
      return g_strdup_printf (date ? _("%s: before %s") : _("%s: less than %s"), label, values);
    case HN_CLAUSE_WITHIN:
      return g_strdup_printf (_("%s: %s and below"), label, values);
    case HN_CLAUSE_CONTAINS:
      return g_strdup_printf (_("%s: contains “%s”"), label, values);
    default:
      return g_strdup_printf ("%s: %s", label, values);
    }
}

static char *
describe_field (HnRegister     *self,
                const HnKind   *kind,
                const HnClause *clause)
{
  const char *label = hn_field_get_label (clause->field);
  g_autofree char *values = NULL;

  if (*clause->text == '\0' && clause->type == HN_CLAUSE_IS)
    return g_strdup_printf (_("%s: empty"), label);
  if (*clause->text == '\0' && clause->type == HN_CLAUSE_IS_NOT)
    return g_strdup_printf (_("%s: filled in"), label);

  values = clause->type == HN_CLAUSE_CONTAINS ? g_strdup (clause->text) : print_values (self, kind, clause);

  return compare_words (clause, values);
}

/* In the middle of a sentence. */
static char *
lower_first (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strdown (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* Where a kind refers by several fields, the one that is meant. */
static char *
describe_related (const HnClause *clause)
{
  gboolean has = clause->type == HN_CLAUSE_HAS;
  g_autofree char *kind = lower_first (hn_kind_get_label (clause->related));
  g_autofree char *what =
    clause->field != NULL ? g_strdup_printf ("%s (%s)", kind, hn_field_get_label (clause->field)) : g_strdup (kind);
  g_autofree char *period = NULL;

  if (clause->dated == NULL)
    return has ? g_strdup_printf (_("with %s"), what) : g_strdup_printf (_("without %s"), what);

  period = print_span (&clause->span);
  if (!hn_date_is_set (clause->span.from) || !hn_date_is_set (clause->span.to))
    return has ? g_strdup_printf (_("with %s %s"), what, period) : g_strdup_printf (_("without %s %s"), what, period);

  return has ? g_strdup_printf (_("with %s in %s"), what, period)
             : g_strdup_printf (_("without %s in %s"), what, period);
}

/**
 * hn_condition_describe:
 * @self: a register, which knows what references are called
 * @kind: a kind or view
 * @condition: a condition of a list of it, as of #HnListing
 *
 * Returns: (transfer full): a fragment of a sentence in the language of the user, "Area: Yên Thế" or "without
 *   headcount in 2026"; the condition itself where it makes no sense
 */
char *
hn_condition_describe (HnRegister   *self,
                       const HnKind *kind,
                       const char   *condition)
{
  g_auto (HnClause) clause = { 0 };

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL && condition != NULL, NULL);

  if (!hn_clause_parse (&clause, kind, condition, NULL))
    return g_strdup (condition);
  if (clause.type == HN_CLAUSE_HAS || clause.type == HN_CLAUSE_LACKS)
    return describe_related (&clause);

  return clause.field != NULL ? describe_field (self, kind, &clause) : g_strdup (condition);
}
