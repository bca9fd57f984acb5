/* Attachments that become files: saved where somebody wants them, or unpacked for another program to show. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-attachment-files.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hn-left-over.h"

static gpointer
read_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return hn_register_read_content (reg, hn_kind_lookup ("attachment"), *(gint64 *) data, "content", error);
}

/**
 * hn_attachment_read_async:
 * @id: an attachment
 *
 * Reads its content.
 */
void
hn_attachment_read_async (HnStore             *store,
                          gint64               id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, read_job, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) g_bytes_unref, cancellable,
                       callback, user_data);
}

/**
 * hn_attachment_read_finish:
 *
 * Returns: (transfer full): the content
 */
GBytes *
hn_attachment_read_finish (HnStore       *store,
                           GAsyncResult  *result,
                           GError       **error)
{
  return hn_store_read_finish (store, result, error);
}

/* --- saved out ----------------------------------------------------------- */

/* (transfer full): what the system's reason means for the person */
static GError *
explain (const GError *reason,
         const char   *name)
{
  g_assert (reason != NULL);

  if (reason->domain != G_IO_ERROR)
    return g_error_copy (reason);

  switch (reason->code)
    {
    case G_IO_ERROR_CANCELLED:
      return g_error_copy (reason);
    case G_IO_ERROR_NO_SPACE:
      return g_error_new (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_FULL,
                          _("There is no space left where “%s” was to be saved. Make room there, or choose another "
                            "place."),
                          name);
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return g_error_new (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNWRITABLE,
                          _("You may not save “%s” in that folder. Choose another one."), name);
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return g_error_new (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNWRITABLE,
                          _("The folder where “%s” was to be saved is not there any more. Choose another one."),
                          name);
    default:
      return g_error_new (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_UNWRITABLE, _("“%s” cannot be saved: %s."),
                          name, reason->message);
    }
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &reason))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  name = g_file_get_parse_name (G_FILE (source));
  g_task_return_error (task, explain (reason, name));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) content = hn_attachment_read_finish (HN_STORE (source), result, &error);

  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Written aside and renamed: what stands there already stays until the whole content is on the disk. */
  g_file_replace_contents_bytes_async (g_task_get_task_data (task), content, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, g_task_get_cancellable (task), written_cb,
                                       g_object_ref (task));
}

/**
 * hn_attachment_write_async:
 * @attachment: what is to be saved
 * @file: where; an old file there is replaced when the new one is whole
 */
void
hn_attachment_write_async (HnStore             *store,
                           HnAttachment        *attachment,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (HN_IS_ATTACHMENT (attachment));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  hn_attachment_read_async (store, hn_attachment_get_id (attachment), cancellable, read_cb, task);
}

/**
 * hn_attachment_write_finish:
 *
 * Returns: whether the content is in the file; where it is not, the file is as it was
 */
gboolean
hn_attachment_write_finish (HnStore       *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- unpacked ------------------------------------------------------------ */

typedef struct
{
  char *name;
  GBytes *content;
} Unpacking;

static void
unpacking_free (Unpacking *unpacking)
{
  g_free (unpacking->name);
  g_clear_pointer (&unpacking->content, g_bytes_unref);
  g_free (unpacking);
}

/**
 * hn_attachment_make_folder:
 *
 * A folder of its own for each file that another program is to show, which nobody else can look into: two may have the
 * same name. It stays for a day.
 *
 * Returns: (transfer full): its path
 */
char *
hn_attachment_make_folder (GError **error)
{
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), HN_APPLICATION_ID, "attachments", NULL);
  g_autofree char *folder = g_build_filename (root, "XXXXXX", NULL);

  if (g_mkdir_with_parents (root, 0700) == 0)
    {
      hn_left_over_remove_folders (root, "??????");
      if (g_mkdtemp (folder) != NULL)
        return g_steal_pointer (&folder);
    }
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));

  return NULL;
}

/* It cannot be written: what is changed in the other program would not come back into the register. */
static GFile *
unpack (const Unpacking  *unpacking,
        GError          **error)
{
  g_autofree char *folder = hn_attachment_make_folder (error);
  g_autofree char *path = NULL;
  gsize size;
  const char *data = g_bytes_get_data (unpacking->content, &size);
  g_autoptr (GError) reason = NULL;

  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, unpacking->name, NULL);
  if (g_file_set_contents_full (path, size > 0 ? data : "", (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0400,
                                &reason))
    return g_file_new_for_path (path);

  g_rmdir (folder);
  if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

static void
unpack_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Unpacking *unpacking = data;
  g_autoptr (GError) reason = NULL;
  GFile *file = unpack (unpacking, &reason);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, explain (reason, unpacking->name));
}

static void
unpack_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Unpacking *unpacking = g_task_get_task_data (task);
  GError *error = NULL;

  unpacking->content = hn_attachment_read_finish (HN_STORE (source), result, &error);
  if (unpacking->content != NULL)
    g_task_run_in_thread (task, unpack_thread);
  else
    g_task_return_error (task, error);
}

/**
 * hn_attachment_unpack_async:
 * @attachment: what another program is to show
 *
 * Writes it into a folder of its own in the user's cache, where it stays for a day.
 */
void
hn_attachment_unpack_async (HnStore             *store,
                            HnAttachment        *attachment,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Unpacking *unpacking;
  GTask *task;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (HN_IS_ATTACHMENT (attachment));

  unpacking = g_new0 (Unpacking, 1);
  unpacking->name = hn_attachment_make_file_name (attachment);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_task_data (task, unpacking, (GDestroyNotify) unpacking_free);
  hn_attachment_read_async (store, hn_attachment_get_id (attachment), cancellable, unpack_read_cb, task);
}

/**
 * hn_attachment_unpack_finish:
 *
 * Returns: (transfer full): the file, which can only be read
 */
GFile *
hn_attachment_unpack_finish (HnStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
