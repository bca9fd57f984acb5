/* A condition of a list, from what a person typed to its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-clause.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-name-match.h"

static const struct
{
  const char  *text;
  HnClauseType type;
} operators[] = {
  { "!=", HN_CLAUSE_IS_NOT },
  { ">=", HN_CLAUSE_AT_LEAST },
  { "<=", HN_CLAUSE_AT_MOST },
  { "^=", HN_CLAUSE_WITHIN },
  { "=", HN_CLAUSE_IS },
  { ">", HN_CLAUSE_ABOVE },
  { "<", HN_CLAUSE_BELOW },
  { "~", HN_CLAUSE_CONTAINS },
};

static void refuse (GError     **error,
                    const char  *format,
                    ...) G_GNUC_PRINTF (2, 3);

static void
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID, format, arguments));
  va_end (arguments);
}

/* --- dates ----------------------------------------------------------- */

static gboolean
parse_end (const char *text,
           HnDate     *date)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  *date = (HnDate) { 0 };

  return *clean == '\0' || hn_date_parse (clean, hn_date_today (), date);
}

/**
 * hn_date_span_parse:
 * @span: (out caller-allocates): what is meant
 * @text: a year, month or day, or two of them with .. between, of which one may be left out
 * @error: return location; %HN_REGISTER_ERROR_INVALID
 *
 * Returns: whether it could be read
 */
gboolean
hn_date_span_parse (HnDateSpan  *span,
                    const char  *text,
                    GError     **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "..", 2);
  gboolean range = g_strv_length (ends) == 2;
  HnDate from = { 0 };
  HnDate to = { 0 };

  if (ends[0] == NULL || !parse_end (ends[0], &from) || !parse_end (range ? ends[1] : ends[0], &to)
      || (!hn_date_is_set (from) && !hn_date_is_set (to)))
    {
      refuse (error,
              _("“%s” is no period. Write a year, month or day, or two with .. between: 2026, 5/2026, "
                "2026-01-15..2026-03-31."),
              text);
      return FALSE;
    }

  span->from = hn_date_is_set (from) ? hn_date_first (from) : from;
  span->to = hn_date_is_set (to) ? hn_date_last (to) : to;
  if (!hn_date_is_set (from) || !hn_date_is_set (to) || hn_date_compare (span->from, span->to) <= 0)
    return TRUE;

  refuse (error, _("The period “%s” ends before it begins. Write the earlier date first."), text);

  return FALSE;
}

/* --- has and lacks --------------------------------------------------- */

static const HnKind *
find_kind (const char *text)
{
  const HnKind *exact = hn_kind_lookup (text);
  g_autofree char *folded = hn_name_fold (text);
  const HnKind *const *kinds;
  guint n_kinds;

  if (exact != NULL)
    return exact;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (hn_name_matches (kinds[i]->label.en, folded) || hn_name_matches (kinds[i]->label.vi, folded)
          || hn_name_matches (kinds[i]->plural.en, folded) || hn_name_matches (kinds[i]->plural.vi, folded))
        return kinds[i];
    }

  return NULL;
}

static gboolean
refers_to (const HnField *field,
           const HnKind  *target)
{
  return field->type == HN_TYPE_COUNTRY ? g_str_equal (target->name, "country") : hn_field_has_target (field, target);
}

static gboolean
find_reference (HnClause      *clause,
                const HnKind  *kind,
                const char    *name,
                GError       **error)
{
  const HnKind *target = hn_kind_stored (kind);

  if (name == NULL)
    {
      for (guint i = 0; i < clause->related->n_fields; i++)
        {
          if (refers_to (&clause->related->fields[i], target))
            return TRUE;
        }
      refuse (error, _("No field of “%s” refers to “%s”. Choose another kind."),
              hn_kind_get_label (clause->related), hn_kind_get_label (kind));
      return FALSE;
    }

  clause->field = hn_kind_find_field (clause->related, name);
  if (clause->field != NULL && refers_to (clause->field, target))
    return TRUE;

  refuse (error, _("“%s” has no field “%s” that refers to “%s”. See the list of kinds for its fields."),
          hn_kind_get_label (clause->related), name, hn_kind_get_label (kind));

  return FALSE;
}

/* What a list of the kind is about in time is the first date that it shows. */
static const HnField *
find_dated (const HnKind *kind)
{
  const HnField *first = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const HnField *field = &kind->fields[i];

      if (field->type != HN_TYPE_DATE)
        continue;
      if ((field->flags & HN_FIELD_LIST) != 0)
        return field;
      if (first == NULL)
        first = field;
    }

  return first;
}

static gboolean
parse_span (HnClause    *clause,
            const char  *text,
            GError     **error)
{
  clause->dated = find_dated (clause->related);
  if (clause->dated != NULL)
    return hn_date_span_parse (&clause->span, text, error);

  refuse (error, _("“%s” has no date, so nothing of it lies in a period. Leave out what follows @."),
          hn_kind_get_label (clause->related));

  return FALSE;
}

/* KIND, KIND.FIELD, either with @PERIOD behind. */
static gboolean
parse_related (HnClause      *clause,
               const HnKind  *kind,
               const char    *text,
               GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  char *dot = parts[0] != NULL ? strchr (parts[0], '.') : NULL;
  const char *field = NULL;

  if (dot != NULL)
    {
      *dot = '\0';
      field = g_strstrip (dot + 1);
    }
  clause->text = g_strstrip (g_strdup (parts[0] != NULL ? parts[0] : ""));
  clause->related = find_kind (clause->text);
  if (clause->related == NULL)
    {
      refuse (error, _("“%s” is no kind of record. See the list of kinds."), clause->text);
      return FALSE;
    }

  return find_reference (clause, kind, field, error)
         && (parts[0] == NULL || parts[1] == NULL || parse_span (clause, parts[1], error));
}

/* --- fields ---------------------------------------------------------- */

static gboolean
find_operator (const char *at,
               guint      *found)
{
  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (operators); i++)
    {
      if (g_str_has_prefix (at, operators[i].text))
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

static char **
cut_values (const HnClause *clause)
{
  char **values;

  if (clause->type == HN_CLAUSE_CONTAINS || *clause->text == '\0')
    {
      values = g_new0 (char *, 2);
      values[0] = g_strdup (clause->text);
      return values;
    }

  values = g_strsplit (clause->text, "|", -1);
  for (guint i = 0; values[i] != NULL; i++)
    g_strstrip (values[i]);

  return values;
}

static gboolean
parse_field (HnClause      *clause,
             const HnKind  *kind,
             const char    *text,
             GError       **error)
{
  const char *at = strpbrk (text, "=!<>~^");
  g_autofree char *name = NULL;
  guint found;

  if (!find_operator (at, &found))
    {
      refuse (error,
              _("“%s” is not a condition. Write FIELD=VALUE, with !=, >=, <= or ~ (contains) instead of = where that "
                "is meant, or has:KIND or lacks:KIND."),
              text);
      return FALSE;
    }

  name = g_strstrip (g_strndup (text, (gsize) (at - text)));
  clause->type = operators[found].type;
  clause->text = g_strstrip (g_strdup (at + strlen (operators[found].text)));
  clause->values = cut_values (clause);
  clause->field = hn_kind_find_field (kind, name);
  if (clause->field != NULL || (g_str_equal (name, "id") && clause->type <= HN_CLAUSE_BELOW))
    return TRUE;

  refuse (error, _("“%s” has no field “%s”. See the list of kinds for its fields."), hn_kind_get_label (kind),
          name);

  return FALSE;
}

/**
 * hn_clause_parse:
 * @clause: (out caller-allocates): its parts; hn_clause_clear() frees what it holds, also after an error
 * @kind: the kind or view of the list
 * @condition: what was typed, as hn_where_add() describes it
 * @error: return location; %HN_REGISTER_ERROR_INVALID
 *
 * What the values mean is left to those who ask the register.
 *
 * Returns: whether it could be read
 */
gboolean
hn_clause_parse (HnClause      *clause,
                 const HnKind  *kind,
                 const char    *condition,
                 GError       **error)
{
  *clause = (HnClause) { 0 };

  if (g_str_has_prefix (condition, "has:"))
    {
      clause->type = HN_CLAUSE_HAS;
      return parse_related (clause, kind, condition + strlen ("has:"), error);
    }
  if (g_str_has_prefix (condition, "lacks:"))
    {
      clause->type = HN_CLAUSE_LACKS;
      return parse_related (clause, kind, condition + strlen ("lacks:"), error);
    }

  return parse_field (clause, kind, condition, error);
}

/**
 * hn_clause_clear:
 *
 * Frees the texts of a condition that was parsed; see g_auto().
 */
void
hn_clause_clear (HnClause *clause)
{
  g_clear_pointer (&clause->text, g_free);
  g_clear_pointer (&clause->values, g_strfreev);
}
