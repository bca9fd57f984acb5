/* Copies of a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-register-file.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

static gboolean
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return FALSE;

  sqlite3_backup_step (backup, -1);

  return sqlite3_backup_finish (backup) == SQLITE_OK;
}

/* A copy stands alone: it has no log beside it, whatever the register itself uses. */
static gboolean
write_copy (HnRegister  *self,
            const char  *part,
            const char  *path,
            GError     **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (part, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
      && sqlite3_exec (db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", NULL, NULL, NULL) == SQLITE_OK
      && copy_pages (self->db, db) && sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  hn_register_set_file_error (path, sqlite3_extended_errcode (db), sqlite3_system_errno (db), sqlite3_errmsg (db),
                              error);

  return FALSE;
}

/**
 * hn_register_copy_to:
 * @self: a register
 * @path: where the copy shall be; a file there is replaced
 * @error: return location
 *
 * The copy is of one moment, whatever others write meanwhile, and gets its name when it is whole.
 *
 * Returns: whether it is there
 */
gboolean
hn_register_copy_to (HnRegister  *self,
                     const char  *path,
                     GError     **error)
{
  g_autofree char *part = NULL;

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);

  if (path == NULL || *path == '\0')
    {
      g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH,
                           _("No file was named. Say where the copy shall be."));
      return FALSE;
    }
  if (is_same_file (self->path, path) || g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS,
                   _("“%s” cannot be replaced by a copy of the register. Choose another name."), name);
      return FALSE;
    }

  part = hn_file_sibling (path);
  if (!hn_file_can_make (part, path, error))
    return FALSE;
  if (!write_copy (self, part, path, error))
    {
      g_unlink (part);
      return FALSE;
    }

  return hn_file_place (part, path, TRUE, error);
}
