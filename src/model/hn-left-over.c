/* What a program that was killed has left aside, removed by a later one.
 *
 *   own folder            .NAME.huunghi.1234abcd.part   a register that was being made or read, and its journal
 *   cache folder          copy-XXXXXX/                  a copy on its way to where the person wanted it
 *   beside any register   .huu-nghi-XXXXXX/             a workbook that was being marked as sent
 *
 * Only this user's, of these very names, and untouched for a day: what is younger may be another's at work. Links are
 * not followed, and a folder in which anything but files is found stays.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-left-over.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "hn-register-place.h"

/* So many seconds after it was touched for the last time nobody works on it any more. */
#define LEFT_AFTER (24 * 60 * 60)

typedef void (*Remove) (const char *path);

static gboolean
is_left (const char *path,
         gboolean    is_folder)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GStatBuf info;

  return g_lstat (path, &info) == 0 && (is_folder ? S_ISDIR (info.st_mode) : S_ISREG (info.st_mode))
         && info.st_uid == geteuid () && now - (gint64) info.st_mtime > LEFT_AFTER;
}

/* Where one of its files is young, somebody is still writing there. */
static gboolean
is_left_whole (const char *path)
{
  g_autoptr (GDir) dir = is_left (path, TRUE) ? g_dir_open (path, 0, NULL) : NULL;
  gboolean left = dir != NULL;
  const char *name;

  while (left && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      left = is_left (file, FALSE);
    }

  return left;
}

static void
remove_file (const char *path)
{
  if (is_left (path, FALSE))
    g_unlink (path);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = is_left_whole (path) ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
remove_all (const char *folder,
            const char *pattern,
            Remove      remove)
{
  g_autoptr (GPatternSpec) spec = g_pattern_spec_new (pattern);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_pattern_spec_match_string (spec, name))
        remove (path);
    }
}

/**
 * hn_left_over_remove_folders:
 * @folder: which need not be there
 * @pattern: of the names of folders there, with `*` and `?`
 *
 * Removes those that were left, with the files in them. Blocks: for a thread.
 */
void
hn_left_over_remove_folders (const char *folder,
                             const char *pattern)
{
  g_return_if_fail (folder != NULL && pattern != NULL);

  remove_all (folder, pattern, remove_folder);
}

static void
sweep_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_autofree char *own = hn_register_place_folder ();
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "huu-nghi", NULL);
  g_autofree char *beside = g_path_get_dirname (task_data);

  remove_all (own, ".*.part*", remove_file);
  hn_left_over_remove_folders (cache, "copy-??????");
  hn_left_over_remove_folders (beside, ".huu-nghi-??????");
  g_task_return_boolean (task, TRUE);
}

/**
 * hn_left_over_sweep_async:
 * @path: a register that was opened
 * @callback: (nullable): called when it is done; there is nothing to finish
 *
 * Removes on a thread of its own what was left in the program's folders and beside the register. What cannot be removed
 * stays: nothing depends on it.
 */
void
hn_left_over_sweep_async (const char          *path,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, sweep_in_thread);
}
