/* A new register among the program's own: written aside, and there when it is whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-register-make.h"

#include <glib/gstdio.h>

#include "hn-register-file.h"
#include "hn-register-place.h"

typedef struct
{
  char *name;
  HnRegisterMaker maker;
  gpointer data;
  GDestroyNotify free_data;
} Making;

static void
making_free (Making *making)
{
  if (making->free_data != NULL)
    making->free_data (making->data);
  g_free (making->name);
  g_free (making);
}

/* --- in the thread ------------------------------------------------------- */

static gboolean
make_aside (const Making  *making,
            const char    *part,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (HnRegister) reg = making->maker (part, making->data, error);

  return reg != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static char *
make (const Making  *making,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *path = NULL, *part = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !hn_register_place_make_folder (error))
    return NULL;

  path = hn_register_place_path (making->name);
  part = hn_file_sibling (path);
  if (!make_aside (making, part, cancellable, error))
    {
      g_unlink (part);
      if (error != NULL)
        hn_register_place_speak_of (*error, part, path);
      return NULL;
    }

  return hn_file_place (part, path, FALSE, error) ? g_steal_pointer (&path) : NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = make (task_data, cancellable, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/* --- an office's --------------------------------------------------------- */

static gboolean
save_first (HnRegister  *reg,
            HnRecord    *record,
            GError     **error)
{
  if (!hn_register_begin (reg, HN_BATCH_INITIAL, NULL, error))
    return FALSE;
  if (hn_register_save (reg, record, error))
    return hn_register_commit (reg, error);

  hn_register_rollback (reg);

  return FALSE;
}

static HnRegister *
make_office (const char  *path,
             gpointer     data,
             GError     **error)
{
  g_autoptr (HnRegister) reg = hn_register_create (path, error);

  if (reg == NULL || (data != NULL && !save_first (reg, data, error)))
    return NULL;

  return g_steal_pointer (&reg);
}

/* --- asking -------------------------------------------------------------- */

/**
 * hn_register_make_async:
 * @name: what the person calls it; it gets a number where there is one of that name
 * @maker: what writes it
 * @data: for @maker
 * @free_data: (nullable): for @data
 *
 * Makes a register in the program's own folder. Where that fails nothing is there.
 */
void
hn_register_make_async (const char         *name,
                        HnRegisterMaker     maker,
                        gpointer            data,
                        GDestroyNotify      free_data,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (name != NULL && maker != NULL);

  making = g_new0 (Making, 1);
  making->name = g_strdup (name);
  making->maker = maker;
  making->data = data;
  making->free_data = free_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  /* What is there when it is cancelled is there, and has to be told. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * hn_register_make_office_async:
 * @name: what the person calls it
 * @profile: (nullable): the office, which is the first that the register holds
 *
 * Makes an empty register, as hn_register_make_async() does.
 */
void
hn_register_make_office_async (const char         *name,
                               HnRecord           *profile,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  hn_register_make_async (name, make_office, profile != NULL ? hn_record_ref (profile) : NULL,
                          profile != NULL ? (GDestroyNotify) hn_record_unref : NULL, cancellable, callback, user_data);
}

/**
 * hn_register_make_finish:
 *
 * Returns: (transfer full) (nullable): the path of the register that is there now
 */
char *
hn_register_make_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
