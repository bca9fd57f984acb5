/* new, copy, sample and generate: verbs that write a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-verbs.h"

#include <glib/gi18n-lib.h>

#include "hn-copy.h"
#include "hn-register.h"
#include "hn-sample.h"

gboolean
hn_verb_new (const HnArguments  *arguments,
             HnOutput           *output,
             GError            **error)
{
  g_autoptr (HnRegister) reg = hn_register_create (hn_arguments_get (arguments, 0), error);

  return reg != NULL;
}

static gboolean
copy (HnRegister  *reg,
      const char  *path,
      GError     **error)
{
  g_autoptr (HnRegister) written = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS,
                   _("“%s” is there already and was left as it is. Choose another name."), path);
      return FALSE;
    }
  if (!hn_register_copy_to (reg, path, error))
    return FALSE;

  written = hn_register_open (path, HN_REGISTER_READ_ONLY, error);

  return written != NULL && hn_copy_check (written, NULL, error);
}

gboolean
hn_verb_copy (const HnArguments  *arguments,
              HnOutput           *output,
              GError            **error)
{
  g_autoptr (HnRegister) reg = hn_register_open (hn_arguments_get (arguments, 0), HN_REGISTER_READ_ONLY, error);

  return reg != NULL && copy (reg, hn_arguments_get (arguments, 1), error);
}

gboolean
hn_verb_sample (const HnArguments  *arguments,
                HnOutput           *output,
                GError            **error)
{
  g_autoptr (HnRegister) reg = hn_sample_write (hn_arguments_get (arguments, 0), error);

  return reg != NULL;
}

/* A register that is there already may be somebody's: what is added to it can be undone. */
static gboolean
add_to_register (const char  *path,
                 guint        people,
                 GError     **error)
{
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_WRITE, error);

  return reg != NULL && hn_generate_people (reg, people, HN_BATCH_RECORDED, error);
}

gboolean
hn_verb_generate (const HnArguments  *arguments,
                  HnOutput           *output,
                  GError            **error)
{
  const char *path = hn_arguments_get (arguments, 0);
  g_autoptr (HnRegister) reg = NULL;
  gint64 people = 0;

  if (!hn_arguments_number (arguments, "people", &people, error))
    return FALSE;
  if (people < 1 || people > 50 * 1000 * 1000)
    {
      g_set_error_literal (error, HN_CLI_ERROR, HN_CLI_ERROR_USAGE,
                           _("Say how many people with --people, from 1 to 50000000."));
      return FALSE;
    }

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return add_to_register (path, (guint) people, error);

  reg = hn_sample_write_people (path, (guint) people, error);
  return reg != NULL;
}
