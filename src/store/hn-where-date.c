/* Conditions on dates as SQL.
 *
 * What is known to the month or year only belongs to the period of its first day (docs/decisions/0004). Stored dates
 * are text of any precision, and "2021" stands before "2021-01-01": so the first day of a year or month is written as
 * short as it can be where it is a lower end, and everything compares as text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-where.h"

static char *
lower_end (HnDate day)
{
  HnDate date = day;

  if (date.day == 1)
    date.day = 0;
  if (date.day == 0 && date.month == 1)
    date.month = 0;

  return hn_date_to_iso (date);
}

static void
add_end (HnWhere    *self,
         const char *column,
         const char *comparison,
         const char *iso)
{
  g_string_append_printf (self->sql, "%s.\"%s\" %s ?", self->row, column, comparison);
  hn_where_add_text (self, iso);
}

/**
 * hn_where_add_span:
 * @self: conditions
 * @column: a column that holds dates
 * @span: a period
 *
 * Adds an expression that is true where the date's first day lies in it.
 */
void
hn_where_add_span (HnWhere          *self,
                   const char       *column,
                   const HnDateSpan *span)
{
  g_autofree char *from = hn_date_is_set (span->from) ? lower_end (span->from) : NULL;
  g_autofree char *to = hn_date_is_set (span->to) ? hn_date_to_iso (span->to) : NULL;

  g_string_append_c (self->sql, '(');
  if (from != NULL)
    add_end (self, column, ">=", from);
  if (from != NULL && to != NULL)
    g_string_append (self->sql, " AND ");
  if (to != NULL)
    add_end (self, column, "<=", to);
  g_string_append_c (self->sql, ')');
}

/* A day that is looked for is meant exactly: who was born on 1 January is not everybody of that year. */
static gboolean
add_equal (HnWhere         *self,
           const HnClause  *clause,
           const char      *text,
           GError         **error)
{
  HnDateSpan span;
  g_autofree char *day = NULL;

  if (!hn_date_span_parse (&span, text, error))
    return FALSE;

  if (strstr (text, "..") != NULL || hn_date_compare (span.from, span.to) != 0)
    {
      hn_where_add_span (self, clause->field->name, &span);
      return TRUE;
    }

  day = hn_date_to_iso (span.from);
  add_end (self, clause->field->name, "=", day);

  return TRUE;
}

/**
 * hn_where_add_date:
 * @self: conditions
 * @clause: a condition on a date
 * @text: one of its values
 * @error: return location
 *
 * A year is every day in it: what is at most a year ends with its last day, and what is above it begins behind that.
 *
 * Returns: whether an expression was added
 */
gboolean
hn_where_add_date (HnWhere         *self,
                   const HnClause  *clause,
                   const char      *text,
                   GError         **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  HnDateSpan span;

  if (clause->type == HN_CLAUSE_IS || clause->type == HN_CLAUSE_IS_NOT)
    return add_equal (self, clause, text, error);

  if (strstr (text, "..") != NULL)
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID,
                   _("“%s” is a period: write “%s” = before it, or a single date."), text,
                   hn_field_get_label (clause->field));
      return FALSE;
    }
  if (!hn_date_span_parse (&span, text, error))
    return FALSE;

  from = lower_end (span.from);
  to = hn_date_to_iso (span.to);
  if (clause->type == HN_CLAUSE_AT_LEAST)
    add_end (self, clause->field->name, ">=", from);
  else if (clause->type == HN_CLAUSE_BELOW)
    add_end (self, clause->field->name, "<", from);
  else
    add_end (self, clause->field->name, clause->type == HN_CLAUSE_AT_MOST ? "<=" : ">", to);

  return TRUE;
}
