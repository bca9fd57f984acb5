/* Reports that were sent and are due, read away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-sent.h"

#include <glib/gstdio.h>

#include "hn-attachment-files.h"

static gpointer
due_job (HnRegister    *reg,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return hn_due_list (reg, GPOINTER_TO_INT (data), hn_date_today (), error);
}

/**
 * hn_due_load_async:
 * @year: the report year
 *
 * Reads what is due, sent and late.
 */
void
hn_due_load_async (HnStore             *store,
                   int                  year,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, due_job, GINT_TO_POINTER (year), NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                       callback, user_data);
}

/**
 * hn_due_load_finish:
 *
 * Returns: (transfer full): of #HnDue
 */
GPtrArray *
hn_due_load_finish (HnStore       *store,
                    GAsyncResult  *result,
                    GError       **error)
{
  return hn_store_read_finish (store, result, error);
}

static gpointer
compare_job (HnRegister    *reg,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return hn_submission_compare (reg, *(gint64 *) data, cancellable, error);
}

/**
 * hn_submission_compare_async:
 * @id: of a submission
 */
void
hn_submission_compare_async (HnStore             *store,
                             gint64               id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (HN_IS_STORE (store));

  hn_store_read_async (store, compare_job, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) g_ptr_array_unref,
                       cancellable, callback, user_data);
}

/**
 * hn_submission_compare_finish:
 *
 * Returns: (transfer full): of #HnDifference
 */
GPtrArray *
hn_submission_compare_finish (HnStore       *store,
                              GAsyncResult  *result,
                              GError       **error)
{
  return hn_store_read_finish (store, result, error);
}

/* --- files --------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->path);
  g_free (writing);
}

/* It cannot be written: what was sent does not change. */
static gpointer
unpack_job (HnRegister    *reg,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const HnKind *kind = hn_kind_lookup ("submission");
  const Writing *writing = data;
  g_autoptr (HnRecord) record = hn_register_load (reg, kind, writing->id, error);
  g_autofree char *folder = record != NULL ? hn_attachment_make_folder (error) : NULL;
  g_autofree char *name = folder != NULL ? hn_submission_file_name (record) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (!hn_submission_export (reg, writing->id, path, error))
    {
      g_rmdir (folder);
      return NULL;
    }
  g_chmod (path, 0400);

  return g_file_new_for_path (path);
}

/**
 * hn_submission_unpack_async:
 *
 * Writes the workbook for another program to show, where it stays for a day.
 */
void
hn_submission_unpack_async (HnStore             *store,
                            gint64               id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Writing *writing = g_new0 (Writing, 1);

  g_return_if_fail (HN_IS_STORE (store));

  writing->id = id;
  hn_store_read_async (store, unpack_job, writing, writing_free, g_object_unref, cancellable, callback, user_data);
}

/**
 * hn_submission_unpack_finish:
 *
 * Returns: (transfer full): the file, which can only be read
 */
GFile *
hn_submission_unpack_finish (HnStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  return hn_store_read_finish (store, result, error);
}

static gpointer
export_job (HnRegister    *reg,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Writing *writing = data;

  return hn_submission_export (reg, writing->id, writing->path, error) ? g_strdup (writing->path) : NULL;
}

/**
 * hn_submission_export_async:
 * @path: where the workbook goes, as it was sent
 */
void
hn_submission_export_async (HnStore             *store,
                            gint64               id,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Writing *writing = g_new0 (Writing, 1);

  g_return_if_fail (HN_IS_STORE (store));

  writing->id = id;
  writing->path = g_strdup (path);
  hn_store_read_async (store, export_job, writing, writing_free, g_free, cancellable, callback, user_data);
}

/**
 * hn_submission_export_finish:
 *
 * Returns: whether the workbook that was sent is in the file now
 */
gboolean
hn_submission_export_finish (HnStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autofree char *path = hn_store_read_finish (store, result, error);

  return path != NULL;
}
