/* Finds what the parameters of a verb name, or says what is wrong with them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-cli-common.h"

#include <glib/gi18n-lib.h>

/* As hn_period_parse() takes them. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2200

/**
 * hn_cli_open:
 *
 * Returns: (transfer full): the register that the first parameter names
 */
HnRegister *
hn_cli_open (const HnArguments  *arguments,
             HnRegisterMode      mode,
             GError            **error)
{
  return hn_register_open (hn_arguments_get (arguments, 0), mode, error);
}

/**
 * hn_cli_kind:
 * @index: which parameter names the kind
 *
 * Returns: a kind or view, or %NULL with %HN_CLI_ERROR_USAGE
 */
const HnKind *
hn_cli_kind (const HnArguments  *arguments,
             guint               index,
             GError            **error)
{
  const char *name = hn_arguments_get (arguments, index);
  const HnKind *kind = hn_kind_lookup (name);

  if (kind == NULL)
    g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                 _("“%s” is not a kind of record; “huu-nghi kinds” lists them."), name);

  return kind;
}

/**
 * hn_cli_field:
 * @name: as the table of the kind has it, or another name for it such as the head of a Vietnamese column
 *
 * Returns: the field, or %NULL with %HN_CLI_ERROR_USAGE
 */
const HnField *
hn_cli_field (const HnKind  *kind,
              const char    *name,
              GError       **error)
{
  const HnField *field = hn_kind_find_field (kind, name);

  if (field == NULL)
    g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                 _("“%s” has no field “%s”; “huu-nghi kinds” lists them."), kind->name, name);

  return field;
}

/**
 * hn_cli_id:
 * @text: as typed
 * @id: (out): the number
 *
 * Returns: whether it is an id, a whole number from 1 on; else %HN_CLI_ERROR_USAGE
 */
gboolean
hn_cli_id (const char  *text,
           gint64      *id,
           GError     **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("“%s” is not the id of a record, which is a number."),
               text);
  return FALSE;
}

/**
 * hn_cli_load:
 * @id: as typed
 *
 * Returns: (transfer full): the record
 */
HnRecord *
hn_cli_load (HnRegister    *reg,
             const HnKind  *kind,
             const char    *id,
             GError       **error)
{
  gint64 number;

  if (!hn_cli_id (id, &number, error))
    return NULL;

  return hn_register_load (reg, kind, number, error);
}

/**
 * hn_cli_year:
 * @year: (inout): stays as it is where the option is not given
 *
 * Reads an option that is a year that a report can be about.
 */
gboolean
hn_cli_year (const HnArguments  *arguments,
             const char         *option,
             gint64             *year,
             GError            **error)
{
  const char *text = hn_arguments_option (arguments, option);

  if (text == NULL || g_ascii_string_to_signed (text, 10, FIRST_YEAR, LAST_YEAR, year, NULL))
    return TRUE;

  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE, _("The option --%s needs a year such as 2021, not “%s”."),
               option, text);
  return FALSE;
}
