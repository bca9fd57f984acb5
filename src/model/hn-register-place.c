/* Where registers are: in the program's own folder, and where others were opened.
 *
 * A register needs its folder: SQLite keeps a journal beside it. What a person has picked in a file chooser is one file
 * without its folder where the program is in a sandbox, and may be on a stick or a share of the network: it is a copy,
 * from which a register in the own folder is made (hn-restore.h). Outside of a sandbox, one that is named on the
 * command line is opened where it is.
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-place.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-sort-key.h"

#define SUFFIX ".huunghi"
#define RECENT_KEY "recent-registers"
#define MAX_RECENT 8

/* So many bytes of what a register is called are the name of its file: room is left for what is put beside it. */
#define MAX_NAME 150

/**
 * hn_register_place_folder:
 *
 * Returns: (transfer full): the folder of the program's own registers, which need not be there yet
 */
char *
hn_register_place_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "huu-nghi", NULL);
}

/**
 * hn_register_place_make_folder:
 * @error: return location, of %G_IO_ERROR
 *
 * Returns: whether the folder of the program's own registers is there
 */
gboolean
hn_register_place_make_folder (GError **error)
{
  g_autofree char *folder = hn_register_place_folder ();
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  code = errno;
  g_set_error (
    error, G_IO_ERROR, g_io_error_from_errno (code),
    _("The folder “%s” for registers cannot be made: %s. Ask whoever looks after this computer to allow it."),
    folder, g_strerror (code));

  return FALSE;
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
 * hn_register_place_is_own:
 *
 * Returns: whether a register is in the program's own folder
 */
gboolean
hn_register_place_is_own (const char *path)
{
  g_autofree char *own = hn_register_place_folder ();
  g_autofree char *whole = NULL, *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  whole = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (whole);

  return g_str_equal (folder, own) && g_str_has_suffix (path, SUFFIX);
}

/* --- names --------------------------------------------------------------- */

/* A name that a file can have, as close to @name as can be. */
static char *
make_stem (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *stem = g_strdup (composed != NULL ? composed : "");
  const char *start, *end;

  for (char *c = stem; *c != '\0'; c++)
    if (*c == '/' || *c == '\\' || g_ascii_iscntrl (*c))
      *c = '-';
  g_strstrip (stem);
  /* What begins with a dot is hidden. */
  start = stem + strspn (stem, ". ");
  if (*start == '\0')
    return g_strdup (_("Register"));
  end = start + strlen (start);
  if (end - start > MAX_NAME)
    end = g_utf8_find_prev_char (start, start + MAX_NAME + 1);

  return g_strndup (start, (gsize) (end - start));
}

/**
 * hn_register_place_path:
 * @name: what a person calls a register
 *
 * Returns: (transfer full): where a new register of that name would be the program's own; with a number where there is
 *   one of that name
 */
char *
hn_register_place_path (const char *name)
{
  g_autofree char *folder = hn_register_place_folder ();
  g_autofree char *stem = NULL, *file = NULL;
  char *path;

  g_return_val_if_fail (name != NULL, NULL);

  stem = make_stem (name);
  file = g_strconcat (stem, SUFFIX, NULL);
  path = g_build_filename (folder, file, NULL);
  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u" SUFFIX, stem, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }

  return path;
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

/**
 * hn_register_place_speak_of:
 * @error: what was said about a file
 * @path: the file
 * @name: what the person knows it by
 *
 * What is written or read aside has a name that means nothing to a person.
 */
void
hn_register_place_speak_of (GError     *error,
                            const char *path,
                            const char *name)
{
  g_autoptr (GString) message = NULL;

  g_return_if_fail (path != NULL && name != NULL);

  if (error == NULL)
    return;

  message = g_string_new (error->message);
  g_string_replace (message, path, name, 0);
  g_free (error->message);
  error->message = g_string_free_and_steal (g_steal_pointer (&message));
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

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = hn_register_place_name (*(const char *const *) a);
  g_autofree char *second = hn_register_place_name (*(const char *const *) b);

  return hn_collate (first, second);
}

/* Those in the own folder, in the order of their names. */
static GPtrArray *
list_own (void)
{
  g_autofree char *folder = hn_register_place_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name != '.' && g_str_has_suffix (name, SUFFIX) && g_utf8_validate (name, -1, NULL)
          && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

/**
 * hn_register_place_list:
 *
 * Returns: (transfer full): the paths of all registers that the program knows of and that are there: its own by their
 *   names, then those that were opened elsewhere, the latest first
 */
GStrv
hn_register_place_list (GSettings *settings)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) recent = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  own = list_own ();
  recent = g_settings_get_strv (settings, RECENT_KEY);
  builder = g_strv_builder_new ();
  for (guint i = 0; i < own->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (own, i));
  for (guint i = 0; recent[i] != NULL; i++)
    if (!hn_register_place_is_own (recent[i]) && g_file_test (recent[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (builder, recent[i]);

  return g_strv_builder_end (builder);
}

/**
 * hn_register_place_last:
 *
 * Returns: (transfer full) (nullable): the register that was opened last and is still there; else the first of the own
 *   ones; %NULL where there is none
 */
char *
hn_register_place_last (GSettings *settings)
{
  g_auto (GStrv) recent = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  recent = g_settings_get_strv (settings, RECENT_KEY);
  for (guint i = 0; recent[i] != NULL; i++)
    if (g_file_test (recent[i], G_FILE_TEST_IS_REGULAR))
      return g_strdup (recent[i]);
  own = list_own ();

  return own->len > 0 ? g_strdup (g_ptr_array_index (own, 0)) : NULL;
}

/**
 * hn_register_place_missing:
 *
 * Returns: (transfer full) (nullable): the register that was opened last where it is there no more: it was on a disk
 *   that is not connected now, or was moved or deleted
 */
char *
hn_register_place_missing (GSettings *settings)
{
  g_auto (GStrv) recent = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  recent = g_settings_get_strv (settings, RECENT_KEY);
  if (recent[0] == NULL || g_file_test (recent[0], G_FILE_TEST_IS_REGULAR))
    return NULL;

  return g_strdup (recent[0]);
}
