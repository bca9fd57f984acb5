/* A look at a file before it is opened as a register, and putting a finished file in its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2() */
#include "hn-register-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hn-schema.h"

#define HEADER_SIZE 100

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

/* The sentence has one %s, for the name of the file. */
static void
refuse (GError        **error,
        HnRegisterError code,
        const char     *format,
        const char     *path)
{
  g_autofree char *name = g_filename_display_name (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HN_REGISTER_ERROR, code, format, name);
#pragma GCC diagnostic pop
}

static void
refuse_foreign (const char *path,
                GError    **error)
{
  refuse (error, HN_REGISTER_ERROR_FOREIGN, _("“%s” is not a register of Hữu Nghị. Choose another file."),
          path);
}

static void
refuse_system (const char *path,
               int         code,
               GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    refuse (error, HN_REGISTER_ERROR_FULL,
            _("There is no space left on the disk for “%s”. Make room and try again."), path);
  else if (code == EROFS || code == EACCES || code == EPERM)
    refuse (error, HN_REGISTER_ERROR_READ_ONLY,
            _("“%s” cannot be written there. Choose a folder that you may write to."), path);
  else
    g_set_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_FAILED,
                 _("“%s” could not be used (%s). Check the disk and try again."), name, g_strerror (code));
}

static gboolean
check_path (const char *path,
            GError    **error)
{
  GStatBuf info;

  if (path == NULL || *path == '\0')
    {
      g_set_error_literal (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NO_PATH,
                           _("No file was named. Say which register to open."));
      return FALSE;
    }

  if (g_stat (path, &info) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        refuse (error, HN_REGISTER_ERROR_MISSING, _("There is no file “%s”. Check its name and where it is kept."),
                path);
      else
        refuse_system (path, errno, error);
      return FALSE;
    }

  if (S_ISDIR (info.st_mode))
    {
      refuse (error, HN_REGISTER_ERROR_IS_FOLDER, _("“%s” is a folder. Choose a register in it."), path);
      return FALSE;
    }

  if (!S_ISREG (info.st_mode) || info.st_size == 0)
    {
      refuse_foreign (path, error);
      return FALSE;
    }

  if (g_access (path, R_OK) != 0)
    {
      refuse (error, HN_REGISTER_ERROR_FAILED, _("You may not read “%s”. Ask the person whose file it is."), path);
      return FALSE;
    }

  return TRUE;
}

/* Reads through SQLite's own handle: closing another one of this process would drop the locks that its
 * connections hold on the file (POSIX advisory locks belong to the process, not to the handle). */
static gboolean
read_header (const char *path,
             guint8     *bytes,
             gint64     *size)
{
  sqlite3_int64 length;
  g_autoptr (sqlite3) db = NULL;
  sqlite3_file *file = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return FALSE;
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file->pMethods == NULL)
    return FALSE;

  memset (bytes, 0, HEADER_SIZE);
  if (file->pMethods->xRead (file, bytes, HEADER_SIZE, 0) != SQLITE_OK)
    return FALSE;

  if (file->pMethods->xFileSize (file, &length) != SQLITE_OK)
    return FALSE;

  *size = length;

  return TRUE;
}

static guint32
get_number (const guint8 *bytes,
            gsize         offset)
{
  guint32 number;

  memcpy (&number, bytes + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
has_unfinished_work (const char *path)
{
  static const char *const endings[] = { "-journal", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *sibling = g_strconcat (path, endings[i], NULL);
      GStatBuf info;

      if (g_stat (sibling, &info) == 0 && info.st_size > 0)
        return TRUE;
    }

  return FALSE;
}

/* The header's count of pages holds where the two change counters agree, and where no journal or log
 * beside the file is about to change it. */
static gboolean
is_truncated (const char   *path,
              const guint8 *bytes)
{
  guint64 page_size = (guint64) bytes[16] << 8 | bytes[17];
  GStatBuf info;

  if (get_number (bytes, 24) != get_number (bytes, 92) || has_unfinished_work (path))
    return FALSE;
  if (page_size == 1)
    page_size = 65536;

  /* Only now: a commit that was under way when the header was read has ended. */
  return g_stat (path, &info) == 0 && (guint64) info.st_size < page_size * get_number (bytes, 28);
}

/**
 * hn_file_inspect:
 * @path: where a register is thought to be
 * @header: (out): what it says about itself
 * @error: return location
 *
 * Looks at the file and changes nothing about it or beside it.
 *
 * Returns: whether it looks like a whole register of a version that this program knows
 */
gboolean
hn_file_inspect (const char   *path,
                 HnFileHeader *header,
                 GError      **error)
{
  guint8 bytes[HEADER_SIZE];

  if (!check_path (path, error))
    return FALSE;

  if (!read_header (path, bytes, &header->size) || memcmp (bytes, "SQLite format 3", 16) != 0
      || get_number (bytes, 68) != HN_REGISTER_APPLICATION_ID)
    {
      refuse_foreign (path, error);
      return FALSE;
    }

  header->version = get_number (bytes, 60);
  header->wal = bytes[18] == 2;

  if (header->version > hn_schema_version ())
    {
      refuse (error, HN_REGISTER_ERROR_NEWER,
              _("“%s” was made by a newer version of Hữu Nghị. Install that version to open it."), path);
      return FALSE;
    }
  if (header->version == 0 || is_truncated (path, bytes))
    {
      refuse (error, HN_REGISTER_ERROR_DAMAGED, _("“%s” is damaged. Restore a saved copy of the register."), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * hn_file_is_writable:
 * @path: a file
 *
 * Returns: whether the user means it to be written. A file without any bit for writing is not, even for
 *   the superuser; neither is one in a folder that takes no new file, since the journal stands there.
 */
gboolean
hn_file_is_writable (const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  const char *const both[] = { real != NULL ? real : path, folder };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      GStatBuf info;

      if (g_stat (both[i], &info) != 0 || (info.st_mode & 0222) == 0 || g_access (both[i], W_OK) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * hn_file_can_make:
 * @path: a file that shall be made
 * @shown: the name that the user knows
 * @error: return location
 *
 * Returns: whether it is there now, empty, made by us
 */
gboolean
hn_file_can_make (const char *path,
                  const char *shown,
                  GError    **error)
{
  int handle = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);

  if (handle >= 0)
    return g_close (handle, error);

  if (errno == ENOENT || errno == ENOTDIR)
    refuse (error, HN_REGISTER_ERROR_MISSING,
            _("The folder of “%s” is not there. Make it first or choose another."), shown);
  else
    refuse_system (shown, errno, error);

  return FALSE;
}

/**
 * hn_file_sibling:
 * @path: a file
 *
 * Returns: (transfer full): an unused name in the same folder, to write in and rename
 */
char *
hn_file_sibling (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.%08x.part", base, g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/**
 * hn_file_sync:
 * @path: a file or folder that no connection of this process has open
 * @error: return location
 *
 * Returns: whether what was written to it has reached the disk
 */
gboolean
hn_file_sync (const char *path,
              GError    **error)
{
  int handle = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int result = handle >= 0 ? fsync (handle) : -1;
  int code = errno;

  if (handle >= 0)
    g_close (handle, NULL);
  if (result == 0)
    return TRUE;

  refuse_system (path, code, error);

  return FALSE;
}

static int
rename_new (const char *from,
            const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;

  /* A file system that cannot do it in one step. */
  if (link (from, to) != 0)
    return -1;

  return g_unlink (from);
}

/**
 * hn_file_place:
 * @from: a whole file
 * @to: the name that it shall have, in the same folder
 * @replace: whether a file of that name may be replaced
 * @error: return location
 *
 * Returns: whether it is there; if not, @from is gone and @to as it was
 */
gboolean
hn_file_place (const char *from,
               const char *to,
               gboolean    replace,
               GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  int code;

  if (!hn_file_sync (from, error))
    {
      g_unlink (from);
      return FALSE;
    }

  if ((replace ? g_rename (from, to) : rename_new (from, to)) == 0)
    return hn_file_sync (folder, error);

  code = errno;
  g_unlink (from);
  if (code == EEXIST)
    refuse (error, HN_REGISTER_ERROR_EXISTS,
            _("“%s” is there already and was left as it is. Choose another name."), to);
  else
    refuse_system (to, code, error);

  return FALSE;
}
