/* A list that is written to a file, away from the main thread. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-list-save.h"

typedef struct
{
  HnPlainList *list;
  char *path;
  HnGauge *gauge;
} Request;

static void
request_free (Request *request)
{
  hn_plain_list_unref (request->list);
  g_free (request->path);
  g_object_unref (request->gauge);
  g_free (request);
}

static gpointer
save_job (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;

  if (!hn_plain_list_write (request->list, reg, request->path, hn_gauge_tell, request->gauge, cancellable, error))
    return NULL;

  return g_strdup (request->path);
}

/**
 * hn_list_save_async:
 * @path: the file; see hn_plain_list_write()
 * @gauge: told how far it is
 *
 * Writes the list on a reading thread.
 */
void
hn_list_save_async (HnStore             *store,
                    HnPlainList         *list,
                    const char          *path,
                    HnGauge             *gauge,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  Request *request;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (list != NULL && path != NULL && HN_IS_GAUGE (gauge));

  request = g_new0 (Request, 1);
  request->list = hn_plain_list_ref (list);
  request->path = g_strdup (path);
  request->gauge = g_object_ref (gauge);
  hn_store_read_async (store, save_job, request, (GDestroyNotify) request_free, g_free, cancellable, callback,
                       user_data);
}

/**
 * hn_list_save_finish:
 *
 * Returns: whether the file is there; if not, an old one of its name is as it was
 */
gboolean
hn_list_save_finish (HnStore       *store,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (HN_IS_STORE (store), FALSE);

  path = hn_store_read_finish (store, result, error);

  return path != NULL;
}
