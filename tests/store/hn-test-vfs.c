/* A disk that fails when it is told to: SQLite's own, with a counter before every call that changes a file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-test-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real; /* behind it in the same memory */
} File;

static sqlite3_vfs *real_vfs;
static guint countdown; /* 0: nothing fails */
static gboolean failed;

/* The call that the countdown ends at fails, and so does every later one: the disk is gone. */
static gboolean
fails (void)
{
  if (failed)
    return TRUE;
  if (countdown == 0 || --countdown > 0)
    return FALSE;

  failed = TRUE;

  return TRUE;
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
read_file (sqlite3_file *file,
           void         *data,
           int           size,
           sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, size, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *data,
            int           size,
            sqlite3_int64 offset)
{
  return fails () ? SQLITE_IOERR_WRITE : real_of (file)->pMethods->xWrite (real_of (file), data, size, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  return fails () ? SQLITE_IOERR_TRUNCATE : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  return fails () ? SQLITE_IOERR_FSYNC : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
check_reserved (sqlite3_file *file,
                int          *result)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), result);
}

static int
control_file (sqlite3_file *file,
              int           op,
              void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), op, argument);
}

static int
sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
map_shared (sqlite3_file   *file,
            int             page,
            int             size,
            int             extend,
            void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           delete)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved,
  .xFileControl = control_file,
  .xSectorSize = sector_size,
  .xDeviceCharacteristics = characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = barrier,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs     *vfs,
           sqlite3_filename name,
           sqlite3_file    *file,
           int              flags,
           int             *out_flags)
{
  File *self = (File *) file;
  int result;

  self->real = (sqlite3_file *) (self + 1);
  file->pMethods = NULL;
  result = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    file->pMethods = &methods;

  return result;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *name,
             int          sync)
{
  return fails () ? SQLITE_IOERR_DELETE : real_vfs->xDelete (real_vfs, name, sync);
}

/**
 * hn_test_vfs_install:
 *
 * From now on every connection of this process goes through it.
 */
void
hn_test_vfs_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.pNext = NULL;
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/**
 * hn_test_vfs_fail_at:
 * @call: counted from the next call that changes a file, from 1; 0 heals the disk
 */
void
hn_test_vfs_fail_at (guint call)
{
  countdown = call;
  failed = FALSE;
}

/* Whether anything has failed since. */
gboolean
hn_test_vfs_failed (void)
{
  return failed;
}
