/* add, set and delete. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-input.h"

/* Everything that is wrong with a record, on one line. */
static gboolean
check_record (HnRegister      *reg,
              const HnRecord  *record,
              GError         **error)
{
  g_autoptr (GPtrArray) problems = hn_register_check_record (reg, record, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (problems == NULL)
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  for (guint i = 0; i < problems->len; i++)
    {
      const HnProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", problem->field != NULL ? problem->field->name : "",
                              problem->field != NULL ? ": " : "", problem->message);
    }
  g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED, text->str);

  return FALSE;
}

static gboolean
save (HnRegister  *reg,
      HnRecord    *record,
      GError     **error)
{
  return check_record (reg, record, error) && hn_register_save (reg, record, error);
}

gboolean
hn_verb_add (const HnArguments  *arguments,
             HnOutput           *output,
             GError            **error)
{
  const HnKind *kind = hn_cli_kind (arguments, 1, error);
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnRecord) record = NULL;

  if (kind == NULL)
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_WRITE, error);
  if (reg == NULL)
    return FALSE;

  record = hn_record_new (kind);
  if (!hn_input_apply (reg, record, hn_arguments_from (arguments, 2), error) || !save (reg, record, error))
    return FALSE;

  hn_output_printf (output, "%" G_GINT64_FORMAT "\n", hn_record_get_id (record));
  return TRUE;
}

gboolean
hn_verb_set (const HnArguments  *arguments,
             HnOutput           *output,
             GError            **error)
{
  const HnKind *kind = hn_cli_kind (arguments, 1, error);
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnRecord) record = NULL;

  if (kind == NULL)
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_WRITE, error);
  if (reg == NULL)
    return FALSE;
  record = hn_cli_load (reg, kind, hn_arguments_get (arguments, 2), error);

  return record != NULL && hn_input_apply (reg, record, hn_arguments_from (arguments, 3), error)
         && save (reg, record, error);
}

/* --- delete ------------------------------------------------------------ */

static gboolean
read_delete_mode (const HnArguments  *arguments,
                  HnDeleteMode       *mode,
                  gint64             *replacement,
                  GError            **error)
{
  const struct { const char *option; HnDeleteMode mode; } modes[] = {
    { "clear", HN_DELETE_CLEAR }, { "along", HN_DELETE_ALONG }, { "replace", HN_DELETE_REPLACE },
  };
  guint chosen = 0;

  *mode = HN_DELETE_ALONE;
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      if (!hn_arguments_has (arguments, modes[i].option))
        continue;
      *mode = modes[i].mode;
      chosen++;
    }

  if (chosen > 1)
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("Choose one of --clear, --along and --replace."));
      return FALSE;
    }

  return *mode != HN_DELETE_REPLACE || hn_cli_id (hn_arguments_option (arguments, "replace"), replacement, error);
}

/* Says what would be orphaned, and the choices that there are. */
static gboolean
check_alone (HnRegister      *reg,
             const HnRecord  *record,
             GError         **error)
{
  const HnKind *kind = hn_record_get_kind (record);
  g_autoptr (GPtrArray) all = hn_register_dependents (reg, kind, hn_record_get_id (record), error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = hn_record_title (record);

  if (all == NULL)
    return FALSE;
  if (all->len == 0)
    return TRUE;

  for (guint i = 0; i < all->len; i++)
    {
      const HnDependents *dependents = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%u %s.%s", i > 0 ? ", " : "", dependents->n_records, dependents->kind->name,
                              dependents->field->name);
    }
  g_set_error (
    error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED,
    _("“%s” is referred to by %s. Use --clear to empty these fields (records that cannot be without it go too), "
      "--along to delete those records as well, or --replace ID to let them refer to another one."),
    title, text->str);
  return FALSE;
}

gboolean
hn_verb_delete (const HnArguments  *arguments,
                HnOutput           *output,
                GError            **error)
{
  const HnKind *kind = hn_cli_kind (arguments, 1, error);
  g_autoptr (HnRegister) reg = NULL;
  g_autoptr (HnRecord) record = NULL;
  gint64 replacement = 0;
  HnDeleteMode mode;

  if (kind == NULL || !read_delete_mode (arguments, &mode, &replacement, error))
    return FALSE;
  reg = hn_cli_open (arguments, HN_REGISTER_READ_WRITE, error);
  if (reg == NULL)
    return FALSE;
  record = hn_cli_load (reg, kind, hn_arguments_get (arguments, 2), error);
  if (record == NULL || (mode == HN_DELETE_ALONE && !check_alone (reg, record, error)))
    return FALSE;

  return hn_register_delete (reg, hn_record_get_kind (record), hn_record_get_id (record), mode, replacement, error);
}
