/* The content of a file that is kept in a register, which is not read with its record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "hn-register-private.h"

/**
 * hn_register_read_content:
 * @self: a register
 * @kind: a kind or view
 * @id: a record's id
 * @field: the name of a field of bytes
 * @error: return location; %HN_REGISTER_ERROR_NO_RECORD if the record is not there
 *
 * Returns: (transfer full): what the field holds; empty where it holds nothing
 */
GBytes *
hn_register_read_content (HnRegister    *self,
                          const HnKind  *kind,
                          gint64         id,
                          const char    *field,
                          GError       **error)
{
  g_autofree char *sql = NULL;
  g_auto (HnStatement) statement = { 0 };

  g_return_val_if_fail (HN_IS_REGISTER (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (hn_kind_get_field (kind, field)->type == HN_TYPE_BYTES, NULL);

  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?1", field, hn_kind_stored (kind)->name);
  if (!hn_statement_prepare (&statement, self, sql, error))
    return NULL;

  hn_statement_bind_integer (&statement, 1, id);
  if (hn_statement_next (&statement, error))
    return g_bytes_new (sqlite3_column_blob (statement.stmt, 0), (gsize) sqlite3_column_bytes (statement.stmt, 0));

  if (!statement.failed)
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_RECORD,
                 _("There is no “%s” with the number %" PRId64 ". It may have been deleted."),
                 hn_kind_get_label (kind), id);

  return NULL;
}
