/* check: whether a register is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-cli-common.h"
#include "hn-number.h"

static gboolean
count_records (HnRegister  *reg,
               gint64      *total,
               GError     **error)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  *total = 0;
  for (guint i = 0; i < n_kinds; i++)
    {
      HnListing listing = { .kind = kinds[i] };
      gint64 count;

      if (kinds[i]->base != NULL)
        continue;
      count = hn_register_count (reg, &listing, error);
      if (count < 0)
        return FALSE;
      *total += count;
    }

  return TRUE;
}

gboolean
hn_verb_check (const HnArguments  *arguments,
               HnOutput           *output,
               GError            **error)
{
  g_autoptr (HnRegister) reg = hn_cli_open (arguments, HN_REGISTER_READ_ONLY, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *number = NULL;
  gint64 total;

  if (reg == NULL)
    return FALSE;
  problems = hn_register_verify (reg, NULL, error);
  if (problems == NULL)
    return FALSE;

  if (problems->len == 0)
    {
      if (!count_records (reg, &total, error))
        return FALSE;
      number = hn_number_print (total, 0);
      hn_output_printf (output, _("no problems (records: %s)"), number);
      hn_output_text (output, "\n");
      return TRUE;
    }

  for (guint i = 0; i < problems->len; i++)
    hn_output_printf (output, "%s\n", (const char *) g_ptr_array_index (problems, i));
  g_set_error (error, HN_CLI_ERROR, HN_CLI_ERROR_FAILED, _("Problems found: %u."), problems->len);
  return FALSE;
}
