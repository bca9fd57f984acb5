/* A file that is written beside its place and moved there when it is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-whole-file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-register-file.h"

static gboolean
fail (const char  *path,
      int          reason,
      GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason), _("“%s” cannot be written: %s"), shown,
               g_strerror (reason));

  return FALSE;
}

/* Also one that is damaged or of a newer program is somebody's register. */
static gboolean
is_register (const char *path)
{
  g_autoptr (GError) local = NULL;
  HnFileHeader header;

  return hn_file_inspect (path, &header, &local) || g_error_matches (local, HN_REGISTER_ERROR, HN_REGISTER_ERROR_NEWER)
         || g_error_matches (local, HN_REGISTER_ERROR, HN_REGISTER_ERROR_DAMAGED);
}

/* A slip of the hand must not cost a register, nor a device. */
static gboolean
may_be_replaced (const char  *path,
                 GError     **error)
{
  g_autofree char *shown = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    return fail (path, S_ISDIR (info.st_mode) ? EISDIR : ENOTSUP, error);
  if (!is_register (path))
    return TRUE;

  shown = g_filename_display_name (path);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _("“%s” is a register. Choose another name for the file."),
               shown);

  return FALSE;
}

/**
 * hn_whole_file_begin:
 * @path: where the file shall be; a file that is there is replaced at the end, unless it is a register
 *
 * Returns: (transfer full): the path of an empty file in the same folder, or %NULL with a %G_FILE_ERROR
 */
char *
hn_whole_file_begin (const char  *path,
                     GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *unfinished = g_build_filename (folder, ".huu-nghi-XXXXXX", NULL);
  int fd;

  if (!may_be_replaced (path, error))
    return NULL;

  fd = g_mkstemp_full (unfinished, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      fail (path, errno, error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&unfinished);
}

/* Asks the disk itself, not only the system, to hold what was written. */
static gboolean
sync_path (const char *path,
           int         flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean good = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  errno = reason;

  return good;
}

/**
 * hn_whole_file_finish:
 * @unfinished: what hn_whole_file_begin() gave, written and closed
 *
 * Moves the file to its place, over one that is there.
 *
 * Returns: whether it is there; if not, it is gone and an old one is as it was
 */
gboolean
hn_whole_file_finish (const char  *unfinished,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (unfinished, O_RDONLY) || g_rename (unfinished, path) != 0)
    {
      fail (path, errno, error);
      hn_whole_file_abandon (unfinished);
      return FALSE;
    }
  /* Not every file system can do this for a folder; the file itself is safe. */
  sync_path (folder, O_RDONLY | O_DIRECTORY);

  return TRUE;
}

/**
 * hn_whole_file_abandon:
 * @unfinished: what hn_whole_file_begin() gave; the file that it was to become stays as it was
 */
void
hn_whole_file_abandon (const char *unfinished)
{
  g_unlink (unfinished);
}
