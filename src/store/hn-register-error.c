/* What SQLite and the system say, as sentences for the user. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (hn-register-error-quark, hn_register_error)

static gboolean
is_full (int code,
         int system_error)
{
  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;

  return (code & 0xff) == SQLITE_IOERR && (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG);
}

static HnRegisterError
to_error (int code,
          int system_error)
{
  if (is_full (code, system_error))
    return HN_REGISTER_ERROR_FULL;

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
      return HN_REGISTER_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return HN_REGISTER_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return HN_REGISTER_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return HN_REGISTER_ERROR_READ_ONLY;
    default:
      return HN_REGISTER_ERROR_FAILED;
    }
}

/* What another program, or a power cut, left half-way has to be undone before the file can be read. */
static gboolean
is_unfinished (int code)
{
  return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT
         || code == SQLITE_READONLY_DIRECTORY;
}

/* What to say about a file; %s is its name, and a second one what SQLite said. */
static const char *
to_sentence (HnRegisterError error,
             int             code)
{
  if (is_unfinished (code))
    return _ (
      "“%s” was not closed properly and has to be put in order, which cannot be done where it may not be written. "
      "Copy it and the file beside it to another folder and open it there.");

  switch (error)
    {
    case HN_REGISTER_ERROR_FULL:
      return _("There is no space left on the disk of “%s”, and nothing was saved. Make room and try again.");
    case HN_REGISTER_ERROR_DAMAGED:
      return _("“%s” is damaged. Restore a saved copy of the register.");
    case HN_REGISTER_ERROR_LOCKED:
      return _("Another program is using “%s”. Wait until it is done or close it there, then try again.");
    case HN_REGISTER_ERROR_READ_ONLY:
      return _("“%s” can only be read, and nothing was saved. Save a copy elsewhere and work in that.");
    default:
      return _("“%s” could not be used (%s). Check the disk and try again.");
    }
}

/**
 * hn_register_set_file_error:
 * @path: the register's file
 * @code: a result of SQLite
 * @system_error: the errno behind it, or 0
 * @detail: what SQLite said
 * @error: (out): return location
 *
 * Says in a sentence what went wrong, and what to do.
 */
void
hn_register_set_file_error (const char  *path,
                            int          code,
                            int          system_error,
                            const char  *detail,
                            GError     **error)
{
  HnRegisterError kind = to_error (code, system_error);
  g_autofree char *name = g_filename_display_name (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HN_REGISTER_ERROR, kind, to_sentence (kind, code), name, detail);
#pragma GCC diagnostic pop
}

/**
 * hn_register_set_error:
 *
 * Says in @error what the connection's last call ended with, in a sentence for the user.
 */
void
hn_register_set_error (HnRegister  *self,
                       GError     **error)
{
  int code = sqlite3_extended_errcode (self->db);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled."));
      return;
    }

  hn_register_set_file_error (self->path, code, sqlite3_system_errno (self->db), sqlite3_errmsg (self->db), error);
}
