/* Copies of a register. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-copy.h"
#include "hn-register-file.h"

/* So many pages are copied at a time: half a megabyte. */
#define STEP_PAGES 128

/* So often the file that is written is waited for, each time as long as for a save. */
#define MAX_WAITS 5

typedef struct
{
  HnCopyProgress progress;
  gpointer       data;
  GCancellable  *cancellable;
  const guint   *version;   /* NULL: whatever stands in what is replaced; else nothing is, unless it stands there yet */
  gboolean       overtaken; /* it did not */
} Steps;

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

/* Tells how far it is after each part, and so ends soon after it is cancelled. */
static int
copy_part (sqlite3_backup *backup,
           Steps          *steps)
{
  int code = sqlite3_backup_step (backup, STEP_PAGES);
  int total = sqlite3_backup_pagecount (backup);

  if (steps->progress != NULL && total > 0)
    steps->progress (1.0 - (double) sqlite3_backup_remaining (backup) / total, steps->data);

  return code;
}

/* How often a connection has seen the content of its file change under it, as of its last transaction. */
static guint
get_version (sqlite3 *db)
{
  guint version = 0;

  sqlite3_file_control (db, "main", SQLITE_FCNTL_DATA_VERSION, &version);

  return version;
}

/* Takes the lock of what is replaced, before the first page: from then on nobody changes it. */
static int
begin_over (sqlite3        *to,
            sqlite3_backup *backup,
            Steps          *steps)
{
  int code = steps->version != NULL ? sqlite3_backup_step (backup, 0) : SQLITE_OK;

  if (code == SQLITE_OK && steps->version != NULL && get_version (to) != *steps->version)
    {
      steps->overtaken = TRUE;
      return SQLITE_ABORT;
    }
  steps->version = code == SQLITE_OK ? NULL : steps->version;

  return code;
}

/* Who reads or writes what is replaced is waited for, some seconds each time. */
static gboolean
copy_pages (sqlite3 *from,
            sqlite3 *to,
            Steps   *steps)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  guint n_waits = 0;
  int code;

  if (backup == NULL)
    return FALSE;

  do
    {
      code = begin_over (to, backup, steps);
      if (code == SQLITE_OK)
        code = copy_part (backup, steps);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        n_waits++;
    }
  while (!g_cancellable_is_cancelled (steps->cancellable)
         && (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && n_waits < MAX_WAITS)));

  /* What was not finished is taken back. */
  return sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE;
}

/* Of one moment, whatever others write meanwhile. */
static gboolean
copy_moment (HnRegister *self,
             sqlite3    *to,
             Steps      *steps)
{
  gboolean begun, good;

  if (!hn_register_begin_read (self, &begun, NULL))
    return FALSE;
  good = copy_pages (self->db, to, steps);
  hn_register_end_read (self, begun);

  return good;
}

static void
set_error (sqlite3     *db,
           const char  *path,
           Steps       *steps,
           GError     **error)
{
  if (!g_cancellable_set_error_if_cancelled (steps->cancellable, error))
    hn_register_set_file_error (path, sqlite3_extended_errcode (db), sqlite3_system_errno (db), sqlite3_errmsg (db),
                                error);
}

/* A copy stands alone: it has no log beside it, whatever the register itself uses. */
static gboolean
write_copy (HnRegister  *self,
            const char  *part,
            const char  *path,
            Steps       *steps,
            GError     **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (part, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
      && sqlite3_exec (db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", NULL, NULL, NULL) == SQLITE_OK
      && copy_moment (self, db, steps)
      && sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  set_error (db, path, steps, error);

  return FALSE;
}

/* It has its name when it is whole; a file of that name is replaced, or is in the way. */
static gboolean
write_aside_and_place (HnRegister  *self,
                       const char  *path,
                       gboolean     replace,
                       Steps       *steps,
                       GError     **error)
{
  g_autofree char *part = NULL;

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
  if (!write_copy (self, part, path, steps, error))
    {
      g_unlink (part);
      return FALSE;
    }

  return hn_file_place (part, path, replace, error);
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
  return hn_copy_write (self, path, NULL, NULL, NULL, error);
}

/**
 * hn_copy_write:
 * @self: a register
 * @path: where the copy shall be; a file there is replaced
 * @progress: (nullable) (scope call): is told how far it is
 * @cancellable: (nullable)
 * @error: return location
 *
 * hn_register_copy_to() for who waits.
 *
 * Returns: whether it is there; if not, what was at @path is as it was
 */
gboolean
hn_copy_write (HnRegister      *self,
               const char      *path,
               HnCopyProgress   progress,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  Steps steps = { progress, data, cancellable };

  g_return_val_if_fail (HN_IS_REGISTER (self), FALSE);

  return write_aside_and_place (self, path, TRUE, &steps, error);
}

/**
 * hn_copy_keep:
 * @reg: a register that will be replaced
 * @path: where the copy of it shall be, and nothing yet
 * @version: (out): for hn_copy_put_over()
 * @progress: (nullable) (scope call): is told how far it is
 * @cancellable: (nullable)
 * @error: return location, as of hn_copy_write(), %HN_REGISTER_ERROR_READ_ONLY, and %HN_REGISTER_ERROR_EXISTS where
 *   another has taken the name meanwhile
 *
 * Returns: whether the copy is there
 */
gboolean
hn_copy_keep (HnRegister      *reg,
              const char      *path,
              guint           *version,
              HnCopyProgress   progress,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  Steps steps = { progress, data, cancellable };
  gboolean begun, good;

  g_return_val_if_fail (HN_IS_REGISTER (reg), FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  if (hn_register_is_read_only (reg))
    {
      hn_register_set_file_error (reg->path, SQLITE_READONLY, 0, "", error);
      return FALSE;
    }
  if (!hn_register_begin_read (reg, &begun, error))
    return FALSE;
  *version = get_version (reg->db);
  good = write_aside_and_place (reg, path, FALSE, &steps, error);
  hn_register_end_read (reg, begun);

  return good;
}

/**
 * hn_copy_put_over:
 * @copy: a register of this program's version
 * @reg: another one, which may be open elsewhere too
 * @version: what hn_copy_keep() said of @reg
 * @overtaken: (out): somebody has changed @reg since it was kept, and it was left as it is
 * @progress: (nullable) (scope call): is told how far it is
 * @cancellable: (nullable)
 * @error: return location
 *
 * What is in @copy becomes the content of @reg, in one transaction: whoever has it open sees all of it or nothing, and
 * a program that is killed meanwhile leaves it as it was. Only what was kept is replaced.
 *
 * Returns: whether it is done; if not, the register is as it was
 */
gboolean
hn_copy_put_over (HnRegister      *copy,
                  HnRegister      *reg,
                  guint            version,
                  gboolean        *overtaken,
                  HnCopyProgress   progress,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  Steps steps = { progress, data, cancellable, &version, FALSE };
  gboolean good;

  g_return_val_if_fail (HN_IS_REGISTER (copy), FALSE);
  g_return_val_if_fail (HN_IS_REGISTER (reg), FALSE);
  g_return_val_if_fail (overtaken != NULL, FALSE);

  good = copy_moment (copy, reg->db, &steps);
  *overtaken = steps.overtaken;
  if (steps.overtaken)
    hn_register_set_file_error (reg->path, SQLITE_BUSY, 0, "", error);
  else if (!good)
    set_error (reg->db, reg->path, &steps, error);

  return good;
}

/* Answers whether what takes long shall end. */
static int
is_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * hn_copy_check:
 * @copy: a register
 * @cancellable: (nullable)
 * @error: return location; %HN_REGISTER_ERROR_DAMAGED where anything of it is not whole
 *
 * Reads every page of the file. What hn_register_verify() looks at beyond that is about records, not about the file.
 *
 * Returns: whether the file is whole
 */
gboolean
hn_copy_check (HnRegister    *copy,
               GCancellable  *cancellable,
               GError       **error)
{
  g_auto (HnStatement) statement = { 0 };
  gboolean good = FALSE;

  g_return_val_if_fail (HN_IS_REGISTER (copy), FALSE);

  sqlite3_progress_handler (copy->db, 10000, is_cancelled_cb, cancellable);
  if (hn_statement_prepare_once (&statement, copy, "PRAGMA integrity_check (1)", error)
      && hn_statement_next (&statement, error))
    {
      good = g_strcmp0 (hn_statement_text (&statement, 0), "ok") == 0;
      if (!good)
        hn_register_set_file_error (copy->path, SQLITE_CORRUPT, 0, "", error);
    }
  sqlite3_progress_handler (copy->db, 0, NULL, NULL);

  return good;
}
