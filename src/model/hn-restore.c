/* A copy of a register made a register again: one more, or in the place of another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-restore.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-copy.h"
#include "hn-register-file.h"
#include "hn-register-place.h"

/* How far it is when what is replaced is kept. */
#define KEPT 0.5

/* So often it is begun anew where others save meanwhile. */
#define MAX_TRIES 5

typedef struct
{
  HnFoundCopy *copy;
  char *text; /* the name of the new register, or the path of the one that is replaced */
  HnGauge *gauge;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  hn_found_copy_unref (restoring->copy);
  g_clear_object (&restoring->gauge);
  g_free (restoring->text);
  g_free (restoring);
}

static void
start (HnFoundCopy         *copy,
       const char          *text,
       HnGauge             *gauge,
       GTaskThreadFunc      func,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->copy = hn_found_copy_ref (copy);
  restoring->text = g_strdup (text);
  restoring->gauge = gauge != NULL ? g_object_ref (gauge) : NULL;
  /* What is done when it is cancelled is done, and has to be told. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, restoring, (GDestroyNotify) restoring_free);
  g_task_run_in_thread (task, func);
}

/* --- one more ------------------------------------------------------------ */

/* A second copy of what was read: the first goes with whoever looked at it. */
static char *
add (const Restoring  *restoring,
     GCancellable     *cancellable,
     GError          **error)
{
  g_autofree char *path = hn_register_place_path (restoring->text), *part = hn_file_sibling (path);
  g_autoptr (HnRegister) reg = hn_register_open (restoring->copy->part, HN_REGISTER_READ_ONLY, error);

  if (reg == NULL || !hn_copy_write (reg, part, NULL, NULL, cancellable, error))
    {
      if (error != NULL)
        hn_register_place_speak_of (*error, part, path);
      return NULL;
    }

  return hn_file_place (part, path, FALSE, error) ? g_steal_pointer (&path) : NULL;
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = add (task_data, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * hn_restore_add_async:
 * @copy: what was found
 * @name: what the person calls the register; it gets a number where there is one of that name
 *
 * Makes a register of its own of it. hn_restore_finish() gives its path.
 */
void
hn_restore_add_async (HnFoundCopy        *copy,
                      const char         *name,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (copy != NULL && name != NULL);

  start (copy, name, NULL, add_in_thread, cancellable, callback, user_data);
}

/* --- in the place of another --------------------------------------------- */

static void
keep_progress_cb (double   done,
                  gpointer gauge)
{
  hn_gauge_tell (done * KEPT, gauge);
}

static void
put_progress_cb (double   done,
                 gpointer gauge)
{
  hn_gauge_tell (KEPT + done * (1 - KEPT), gauge);
}

static gboolean
check (const char    *path,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (HnRegister) reg = hn_register_open (path, HN_REGISTER_READ_ONLY, error);

  return reg != NULL && hn_copy_check (reg, cancellable, error);
}

/* Another process may choose the same name at the same moment: then it is another one. */
static char *
copy_aside (const Restoring  *restoring,
            HnRegister       *reg,
            guint            *version,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *path = hn_restore_kept_path (restoring->text);

      g_clear_error (&failure);
      if (hn_copy_keep (reg, path, version, keep_progress_cb, restoring->gauge, cancellable, &failure))
        return g_steal_pointer (&path);
      if (!g_error_matches (failure, HN_REGISTER_ERROR, HN_REGISTER_ERROR_EXISTS))
        break;
    }
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* What is replaced stays, as a register of its own. One that is damaged is kept as it is. */
static char *
keep (const Restoring  *restoring,
      HnRegister       *reg,
      guint            *version,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autofree char *path = copy_aside (restoring, reg, version, cancellable, error);
  g_autoptr (GError) failure = NULL;

  if (path == NULL)
    return NULL;
  if (!check (path, cancellable, &failure)
      && (!g_error_matches (failure, HN_REGISTER_ERROR, HN_REGISTER_ERROR_DAMAGED)
          || hn_copy_check (reg, cancellable, NULL)))
    {
      g_unlink (path);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&path);
}

/* (nullable): the path of what was kept */
static char *
keep_and_put (const Restoring  *restoring,
              HnRegister       *copy,
              HnRegister       *reg,
              gboolean         *overtaken,
              GCancellable     *cancellable,
              GError          **error)
{
  guint version;
  g_autofree char *kept = keep (restoring, reg, &version, cancellable, error);

  *overtaken = FALSE;
  if (kept == NULL)
    return NULL;
  if (hn_copy_put_over (copy, reg, version, overtaken, put_progress_cb, restoring->gauge, cancellable, error))
    return g_steal_pointer (&kept);

  /* The register is as it was, and what was kept of it is once too many. */
  g_unlink (kept);

  return NULL;
}

/* Somebody else may save after the register was kept: then it is kept once more. */
static char *
replace (const Restoring  *restoring,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr (HnRegister) reg = hn_register_open (restoring->text, HN_REGISTER_READ_WRITE, error);
  g_autoptr (HnRegister) copy = NULL;
  char *kept = NULL;

  if (reg == NULL || !hn_register_place_make_folder (error))
    return NULL;
  copy = hn_register_open (restoring->copy->part, HN_REGISTER_READ_ONLY, error);
  for (guint i = 0; copy != NULL && kept == NULL && i < MAX_TRIES; i++)
    {
      g_autoptr (GError) failure = NULL;
      gboolean overtaken;

      kept = keep_and_put (restoring, copy, reg, &overtaken, cancellable, &failure);
      if (kept == NULL && (!overtaken || i + 1 == MAX_TRIES))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return kept;
}

static void
replace_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  char *kept = replace (task_data, cancellable, &error);

  if (kept != NULL)
    g_task_return_pointer (task, kept, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * hn_restore_kept_path:
 * @path: a register that would be replaced
 *
 * Returns: (transfer full): where it would be kept: among the own registers
 */
char *
hn_restore_kept_path (const char *path)
{
  g_autofree char *name = NULL, *day = NULL, *called = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = hn_register_place_name (path);
  day = hn_date_to_iso (hn_date_today ());
  /* Translators: what a register is called that was replaced by a copy: its name, and the day */
  called = g_strdup_printf (_("%s (replaced %s)"), name, day);

  return hn_register_place_path (called);
}

/**
 * hn_restore_replace_async:
 * @copy: what was found
 * @path: the register that it takes the place of
 * @gauge: is told how far it is
 *
 * The register that was there is kept first. Whoever has it open then sees what was in the copy: all of it, or nothing
 * where this fails or is cut off. hn_restore_finish() gives the path of what was kept.
 */
void
hn_restore_replace_async (HnFoundCopy         *copy,
                          const char          *path,
                          HnGauge             *gauge,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (copy != NULL && path != NULL);
  g_return_if_fail (HN_IS_GAUGE (gauge));

  start (copy, path, gauge, replace_in_thread, cancellable, callback, user_data);
}

/**
 * hn_restore_finish:
 * @error: return location; a sentence for the person
 *
 * Returns: (transfer full) (nullable): a path, as the deed says
 */
char *
hn_restore_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
