/* A register looked through for anything that is not as it must be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"
#include "hn-schema.h"

/* So many sentences tell as much as all of them would. */
#define MAX_PROBLEMS 100

static gboolean
is_enough (GPtrArray *problems)
{
  return problems->len >= MAX_PROBLEMS;
}

static gboolean
check_integrity (HnRegister  *self,
                 GPtrArray   *problems,
                 GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, "PRAGMA integrity_check", error))
    return FALSE;

  while (hn_statement_next (&statement, error))
    {
      const char *text = hn_statement_text (&statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s."), text));
    }

  return !statement.failed;
}

static gboolean
check_foreign_keys (HnRegister  *self,
                    GPtrArray   *problems,
                    GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, "PRAGMA foreign_key_check", error))
    return FALSE;

  while (!is_enough (problems) && hn_statement_next (&statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_("A row of %s (%" PRId64 ") refers to one of %s that is not there."),
                                                hn_statement_text (&statement, 0), hn_statement_integer (&statement, 1),
                                                hn_statement_text (&statement, 2)));

  return !statement.failed;
}

/* References to any kind have no foreign key. */
static gboolean
check_attachments (HnRegister  *self,
                   GPtrArray   *problems,
                   GError     **error)
{
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, "SELECT \"id\", \"record_kind\", \"record\" FROM \"attachment\"",
                                  error))
    return FALSE;

  while (!is_enough (problems) && hn_statement_next (&statement, error))
    {
      const HnKind *kind = hn_kind_lookup (hn_statement_text (&statement, 1));

      if (kind == NULL || kind->base != NULL || !hn_register_exists (self, kind, hn_statement_integer (&statement, 2)))
        g_ptr_array_add (problems, g_strdup_printf (_("Attachment %" PRId64 " belongs to a record that is not there."),
                                                    hn_statement_integer (&statement, 0)));
    }

  return !statement.failed;
}

static gboolean
check_left_over (HnRegister    *self,
                 const HnKind  *kind,
                 GPtrArray     *problems,
                 GError       **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"id\" FROM \"search_%s\" WHERE \"id\" NOT IN (SELECT \"id\" FROM \"%s\")", kind->name,
                     kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!hn_statement_prepare_once (&statement, self, sql, error))
    return FALSE;

  while (!is_enough (problems) && hn_statement_next (&statement, error))
    g_ptr_array_add (problems, g_strdup_printf (_("The search knows a %s (%" PRId64 ") that is not there."),
                                                kind->name, hn_statement_integer (&statement, 0)));

  return !statement.failed;
}

static gboolean
check_record (HnRegister    *self,
              const HnKind  *kind,
              gint64         id,
              GPtrArray     *problems,
              GError       **error)
{
  g_autoptr (HnRecord) record = hn_register_find (self, kind, id, error);
  gboolean same;

  if (record == NULL || !hn_search_compare (self, record, &same, error))
    return FALSE;
  if (!same)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("The search does not know a %s (%" PRId64 ") as it is."), kind->name, id));

  return TRUE;
}

static gboolean
check_search (HnRegister    *self,
              const HnKind  *kind,
              GPtrArray     *problems,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\"", kind->name);
  g_auto (HnStatement) statement = { 0 };

  if (!check_left_over (self, kind, problems, error) || !hn_statement_prepare_once (&statement, self, sql, error))
    return FALSE;

  while (!is_enough (problems) && hn_statement_next (&statement, error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !check_record (self, kind, hn_statement_integer (&statement, 0), problems, error))
        return FALSE;
    }

  return !statement.failed;
}

static gboolean
check_all (HnRegister    *self,
           GPtrArray     *problems,
           GCancellable  *cancellable,
           GError       **error)
{
  const HnKind *const *kinds;
  guint n_kinds;

  if (!check_integrity (self, problems, error) || !check_foreign_keys (self, problems, error)
      || !hn_schema_check (self, problems, error) || !check_attachments (self, problems, error))
    return FALSE;

  kinds = hn_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (kinds[i]->base == NULL && !check_search (self, kinds[i], problems, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_register_verify:
 * @self: a register
 * @cancellable: (nullable): may end it early
 * @error: return location
 *
 * Looks through the file's integrity, its foreign keys, its schema against the kinds, the records of attachments, and
 * the rows that records are found by.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for everything that is wrong, at most about a hundred;
 *   empty if nothing is
 */
GPtrArray *
hn_register_verify (HnRegister    *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean begun;
  gboolean good;

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);

  if (!hn_register_begin_read (self, &begun, error))
    return NULL;

  problems = g_ptr_array_new_with_free_func (g_free);
  good = check_all (self, problems, cancellable, error);
  hn_register_end_read (self, begun);

  return good ? g_steal_pointer (&problems) : NULL;
}
