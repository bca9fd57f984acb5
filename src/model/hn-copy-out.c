/* A copy of a register, saved where the person wants it.
 *
 *   register ──> a file in the cache folder ──> checked ──> carried there ──> read again
 *
 * SQLite only works in the program's own folders: what is lent to a sandbox, a stick or a share is no place for it.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-copy-out.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-carry.h"
#include "hn-copy.h"
#include "hn-date.h"
#include "hn-register-file.h"
#include "hn-register-place.h"

/* How far it is when the copy is written aside, and when it is carried to its place. */
#define WRITTEN 0.35
#define CARRIED 0.9

typedef struct
{
  GFile *to;
  HnGauge *gauge;
  char *folder; /* aside */
  char *path;   /* in it */
  double from;  /* what of the whole is told now */
  double share;
} Saving;

static void
saving_free (Saving *saving)
{
  if (saving->path != NULL)
    g_unlink (saving->path);
  if (saving->folder != NULL)
    g_rmdir (saving->folder);
  g_object_unref (saving->to);
  g_object_unref (saving->gauge);
  g_free (saving->folder);
  g_free (saving->path);
  g_free (saving);
}

static void
progress_cb (double   done,
             gpointer data)
{
  Saving *saving = data;

  hn_gauge_tell (saving->from + done * saving->share, saving->gauge);
}

static void
enter (Saving *saving,
       double  from,
       double  to)
{
  saving->from = from;
  saving->share = to - from;
  hn_gauge_tell (from, saving->gauge);
}

/* --- aside --------------------------------------------------------------- */

static gboolean
make_folder (Saving  *saving,
             GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "huu-nghi", NULL);
  g_autofree char *template = g_build_filename (cache, "copy-XXXXXX", NULL);
  int code;

  if (g_mkdir_with_parents (cache, 0700) == 0 && g_mkdtemp (template) != NULL)
    {
      saving->folder = g_steal_pointer (&template);
      saving->path = g_build_filename (saving->folder, "copy.huunghi", NULL);
      return TRUE;
    }

  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The copy cannot be prepared in “%s”: %s. Make room there and try again."), cache,
               g_strerror (code));

  return FALSE;
}

static void
speak_of_target (Saving  *saving,
                 GError **error)
{
  g_autofree char *name = g_file_get_basename (saving->to);

  if (error != NULL && saving->path != NULL && name != NULL)
    hn_register_place_speak_of (*error, saving->path, name);
}

static gboolean
is_register (HnRegister *reg,
             GFile      *file)
{
  const char *path = g_file_peek_path (file);
  GStatBuf first, second;

  return path != NULL && g_stat (hn_register_get_path (reg), &first) == 0 && g_stat (path, &second) == 0
         && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static gpointer
write_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Saving *saving = data;

  if (is_register (reg, saving->to))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _("This is the register itself. Choose another name for its copy."));
      return NULL;
    }
  if (!make_folder (saving, error))
    return NULL;
  enter (saving, 0, WRITTEN);
  if (hn_copy_write (reg, saving->path, progress_cb, saving, cancellable, error))
    return saving;

  speak_of_target (saving, error);

  return NULL;
}

/* --- to its place -------------------------------------------------------- */

static gboolean
check (Saving        *saving,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (HnRegister) copy = hn_register_open (saving->path, HN_REGISTER_READ_ONLY, error);

  if (copy != NULL && hn_copy_check (copy, cancellable, error))
    return TRUE;

  speak_of_target (saving, error);

  return FALSE;
}

static gboolean
carry (Saving        *saving,
       GCancellable  *cancellable,
       GError       **error)
{
  const char *path = g_file_peek_path (saving->to);

  enter (saving, WRITTEN, CARRIED);
  if (!hn_carry_out (saving->path, saving->to, progress_cb, saving, cancellable, error))
    return FALSE;
  enter (saving, CARRIED, 1);
  if (path != NULL && !hn_file_sync (path, error))
    return FALSE;

  return hn_carry_is_same (saving->path, saving->to, cancellable, error);
}

static void
carry_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (check (task_data, cancellable, &error) && carry (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hn_store_read_finish (HN_STORE (source), result, &error) != NULL)
    g_task_run_in_thread (task, carry_in_thread);
  else
    g_task_return_error (task, error);
}

/* --- asking -------------------------------------------------------------- */

/**
 * hn_copy_out_name:
 * @path: a register
 *
 * Returns: (transfer full): the name that a copy of it would have today
 */
char *
hn_copy_out_name (const char *path)
{
  g_autofree char *name = NULL, *day = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = hn_register_place_name (path);
  day = hn_date_to_iso (hn_date_today ());

  return g_strdup_printf ("%s %s.huunghi", name, day);
}

/**
 * hn_copy_out_async:
 * @store: of which register
 * @to: where the copy goes; what is there is replaced
 * @gauge: is told how far it is
 *
 * The copy is of one moment. Others may go on writing.
 */
void
hn_copy_out_async (HnStore             *store,
                   GFile               *to,
                   HnGauge             *gauge,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task;
  Saving *saving;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (to) && HN_IS_GAUGE (gauge));

  saving = g_new0 (Saving, 1);
  saving->to = g_object_ref (to);
  saving->gauge = g_object_ref (gauge);
  task = g_task_new (store, cancellable, callback, user_data);
  /* What is there when it is cancelled is there, and has to be told. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  hn_store_read_async (store, write_job, saving, NULL, NULL, cancellable, written_cb, task);
}

/**
 * hn_copy_out_finish:
 *
 * Returns: whether the whole copy is there, read again and compared; if not, @error is a sentence for the person
 */
gboolean
hn_copy_out_finish (HnStore       *store,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
