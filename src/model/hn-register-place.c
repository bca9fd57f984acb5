/* Where registers are: the person's own, those that were opened, and those that a sandbox only lends.
 *
 * A register needs its folder: SQLite keeps a journal beside it. Outside of a sandbox it is opened where it is. What a
 * sandbox's file chooser hands over is one file without its folder; of that a copy in the program's own folder is
 * opened instead.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-place.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "hn-register.h"

#define SUFFIX ".huunghi"
#define RECENT_KEY "recent-registers"
#define MAX_RECENT 8

static char *
get_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "huu-nghi", NULL);
}

/**
 * hn_register_place_own:
 *
 * Returns: (transfer full): the path of the register that is opened where none is named
 */
char *
hn_register_place_own (void)
{
  g_autofree char *folder = get_own_folder ();

  return g_build_filename (folder, "so-dang-ky" SUFFIX, NULL);
}

/**
 * hn_register_place_is_lent:
 *
 * Returns: whether a path is one that the document portal shows to a sandbox: a file without its folder
 */
gboolean
hn_register_place_is_lent (const char *path)
{
  g_autofree char *of_user = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  of_user = g_build_filename (g_get_user_runtime_dir (), "doc", "", NULL);

  return g_str_has_prefix (path, of_user) || g_str_has_prefix (path, "/run/flatpak/doc/");
}

/**
 * hn_register_place_make:
 * @path: where nothing is yet
 * @error: return location, as of hn_register_create(), or one of %G_IO_ERROR for its folder
 *
 * Makes an empty register, and its folder where that is missing.
 */
gboolean
hn_register_place_make (const char *path,
                        GError    **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (HnRegister) created = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("The folder “%s” for the register cannot be made: %s"), folder, g_strerror (code));
      return FALSE;
    }
  created = hn_register_create (path, error);

  return created != NULL;
}

/* --- new ones and copies ------------------------------------------------- */

/* Where a lent file of that name would be the program's own. */
static char *
find_free_path (const char *lent)
{
  g_autofree char *folder = get_own_folder ();
  g_autofree char *stem = hn_register_place_name (lent);
  g_autofree char *file = g_strconcat (stem, SUFFIX, NULL);
  char *path = g_build_filename (folder, file, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u" SUFFIX, stem, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }

  return path;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *wanted = task_data;
  g_autofree char *path = hn_register_place_is_lent (wanted) ? find_free_path (wanted) : g_strdup (wanted);
  GError *error = NULL;

  if (hn_register_place_make (path, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

static char *
copy_lent (const char *lent,
           GError    **error)
{
  g_autoptr (HnRegister) reg = hn_register_open (lent, HN_REGISTER_READ_ONLY, error);
  g_autofree char *path = find_free_path (lent), *folder = get_own_folder ();

  if (reg == NULL)
    return NULL;
  g_mkdir_with_parents (folder, 0700);

  return hn_register_copy_to (reg, path, error) ? g_steal_pointer (&path) : NULL;
}

static void
take_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = copy_lent (task_data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
run_async (const char         *path,
           GTaskThreadFunc     func,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, func);
}

/**
 * hn_register_place_new_async:
 * @path: where the person wants an empty register
 *
 * In a sandbox it is made in the program's own folder, under that name.
 */
void
hn_register_place_new_async (const char         *path,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (path != NULL);

  run_async (path, make_in_thread, callback, user_data);
}

/**
 * hn_register_place_take_async:
 * @path: a lent register
 *
 * Makes a copy of it in the program's own folder.
 */
void
hn_register_place_take_async (const char         *path,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (path != NULL);

  run_async (path, take_in_thread, callback, user_data);
}

/**
 * hn_register_place_finish:
 *
 * Returns: (transfer full) (nullable): the path of the register that is there now
 */
char *
hn_register_place_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- those that were opened ---------------------------------------------- */

/**
 * hn_register_place_remember:
 * @path: a register that was opened
 */
void
hn_register_place_remember (GSettings  *settings,
                            const char *path)
{
  g_autofree char *whole = NULL;
  g_auto (GStrv) others = NULL, paths = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (path != NULL);

  whole = g_canonicalize_filename (path, NULL);
  others = g_settings_get_strv (settings, RECENT_KEY);
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, whole);
  for (guint i = 0, n = 1; others[i] != NULL && n < MAX_RECENT; i++)
    if (!g_str_equal (others[i], whole))
      {
        g_strv_builder_add (builder, others[i]);
        n++;
      }
  paths = g_strv_builder_end (builder);
  g_settings_set_strv (settings, RECENT_KEY, (const char *const *) paths);
}

/**
 * hn_register_place_list:
 * @but: (nullable): one that is open
 *
 * Returns: (transfer full): the paths of the others that were opened and are still there, the latest first
 */
GStrv
hn_register_place_list (GSettings  *settings,
                        const char *but)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  paths = g_settings_get_strv (settings, RECENT_KEY);
  whole = but != NULL ? g_canonicalize_filename (but, NULL) : NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_strcmp0 (paths[i], whole) != 0 && g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (builder, paths[i]);

  return g_strv_builder_end (builder);
}

/**
 * hn_register_place_name:
 *
 * Returns: (transfer full): what a person calls a register: the name of its file, without what all have
 */
char *
hn_register_place_name (const char *path)
{
  g_autofree char *base = NULL, *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (path);
  name = g_filename_display_name (base);
  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  return g_steal_pointer (&name);
}
