/* Files that become attachments of a record. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-files.h"

#include <glib/gi18n-lib.h>

#include "hn-attachment-load.h"
#include "hn-size.h"

/* What is added, and what came of it. */
typedef struct
{
  const HnKind *kind;
  gint64 id;
  GPtrArray *files;     /* of GFile */
  HnGauge *gauge;
  GPtrArray *records;   /* of HnRecord: those that could be read */
  GPtrArray *refusals;  /* of GError: about the others */
  char *title;
  gint64 change;
} Adding;

static void
adding_free (Adding *adding)
{
  g_clear_pointer (&adding->files, g_ptr_array_unref);
  g_clear_object (&adding->gauge);
  g_ptr_array_unref (adding->records);
  g_ptr_array_unref (adding->refusals);
  g_free (adding->title);
  g_free (adding);
}

static Adding *
adding_new (const HnKind *kind,
            gint64        id)
{
  Adding *adding = g_new0 (Adding, 1);

  adding->kind = hn_kind_stored (kind);
  adding->id = id;
  adding->records = g_ptr_array_new_with_free_func ((GDestroyNotify) hn_record_unref);
  adding->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  return adding;
}

/* --- reading ------------------------------------------------------------- */

static GError *
refuse_total (void)
{
  g_autofree char *limit = hn_size_print (HN_ATTACHMENT_MAX_TOTAL);

  return g_error_new (HN_ATTACHMENT_ERROR, HN_ATTACHMENT_ERROR_TOO_LARGE,
                      _("Together these files have more than %s. Add a part of them at a time."), limit);
}

static gboolean
load_files (Adding        *adding,
            GCancellable  *cancellable,
            GError       **error)
{
  HnLoading loading = { .gauge = adding->gauge };

  for (guint i = 0; i < adding->files->len; i++)
    loading.total += hn_attachment_size_of (g_ptr_array_index (adding->files, i), cancellable);
  if (loading.total > HN_ATTACHMENT_MAX_TOTAL)
    {
      g_propagate_error (error, refuse_total ());
      return FALSE;
    }

  for (guint i = 0; i < adding->files->len; i++)
    {
      GError *reason = NULL;
      HnRecord *record = hn_attachment_load (g_ptr_array_index (adding->files, i), &loading, cancellable, &reason);

      if (record != NULL)
        g_ptr_array_add (adding->records, record);
      else if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_ptr_array_add (adding->refusals, reason);
      else
        {
          g_propagate_error (error, reason);
          return FALSE;
        }
    }

  return TRUE;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (load_files (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- saving -------------------------------------------------------------- */

/* One sentence a file. */
static char *
join_refusals (Adding *adding)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < adding->refusals->len; i++)
    {
      const GError *reason = g_ptr_array_index (adding->refusals, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", reason->message);
    }

  return g_string_free_and_steal (text);
}

static void
refuse_all (GTask  *task,
            Adding *adding)
{
  const GError *first = g_ptr_array_index (adding->refusals, 0);
  g_autofree char *message = join_refusals (adding);

  g_task_return_new_error_literal (task, first->domain, first->code, message);
}

static gboolean
save_all (HnRegister    *reg,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Adding *adding = data;

  for (guint i = 0; i < adding->records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !hn_register_save (reg, g_ptr_array_index (adding->records, i), error))
        return FALSE;
    }

  return TRUE;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  if (hn_store_change_finish (HN_STORE (source), result, &adding->change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  if (hn_store_save_finish (HN_STORE (source), result, NULL, &adding->change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One file is a record that is added; several are one change, so that one undo takes them back. */
static void
save (GTask  *task,
      Adding *adding)
{
  HnStore *store = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint n = adding->records->len;

  for (guint i = 0; i < n; i++)
    hn_record_set_reference (g_ptr_array_index (adding->records, i), "record", adding->kind, adding->id);
  if (n == 1)
    {
      HnRecord *record = g_ptr_array_index (adding->records, 0);

      adding->title = hn_record_title (record);
      hn_store_save_async (store, record, cancellable, saved_cb, task);
      return;
    }

  adding->title = g_strdup_printf (ngettext ("%u file", "%u files", n), n);
  hn_store_change_async (store, adding->title, save_all, adding, NULL, cancellable, changed_cb, task);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (adding->records->len > 0)
    save (g_steal_pointer (&task), adding);
  else
    refuse_all (task, adding);
}

/**
 * hn_attachment_add_async:
 * @kind: a kind or view
 * @id: the record that the files belong to
 * @files: (element-type GFile): at least one
 * @gauge: (nullable): is told how much of them has been read
 * @cancellable: (nullable): ends it, and nothing is added
 *
 * Reads files and adds them to a record as one change. Those that cannot be kept are left out.
 */
void
hn_attachment_add_async (HnStore             *store,
                         const HnKind        *kind,
                         gint64               id,
                         GPtrArray           *files,
                         HnGauge             *gauge,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) loading = NULL;
  Adding *adding;
  GTask *task;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (kind != NULL && id != 0);
  g_return_if_fail (files != NULL && files->len > 0);

  adding = adding_new (kind, id);
  adding->files = g_ptr_array_ref (files);
  adding->gauge = gauge != NULL ? g_object_ref (gauge) : NULL;
  task = g_task_new (store, cancellable, callback, user_data);
  /* What is saved is saved, even if somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);

  loading = g_task_new (store, cancellable, loaded_cb, task);
  g_task_set_task_data (loading, adding, NULL);
  g_task_run_in_thread (loading, load_thread);
}

/**
 * hn_attachment_add_bytes_async:
 * @kind: a kind or view
 * @id: the record that it belongs to
 * @name: what it is to be called
 * @content: what it holds, no more than %HN_ATTACHMENT_MAX_SIZE
 *
 * Adds something that comes from no file, such as a picture from the clipboard.
 */
void
hn_attachment_add_bytes_async (HnStore             *store,
                               const HnKind        *kind,
                               gint64               id,
                               const char          *name,
                               GBytes              *content,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Adding *adding;
  GTask *task;

  g_return_if_fail (HN_IS_STORE (store));
  g_return_if_fail (kind != NULL && id != 0);
  g_return_if_fail (name != NULL && content != NULL);

  adding = adding_new (kind, id);
  g_ptr_array_add (adding->records, hn_attachment_make (name, content));
  task = g_task_new (store, NULL, callback, user_data);
  g_task_set_task_data (task, adding, (GDestroyNotify) adding_free);
  save (task, adding);
}

/**
 * hn_attachment_add_finish:
 * @change: (out): the number of the change, to take it back
 * @title: (out) (transfer full): what was added
 * @refusals: (out) (transfer full) (nullable): sentences about the files that were left out; %NULL if none was
 * @error: return location, of the domains %HN_ATTACHMENT_ERROR and %HN_REGISTER_ERROR
 *
 * Returns: whether anything was added
 */
gboolean
hn_attachment_add_finish (HnStore       *store,
                          GAsyncResult  *result,
                          gint64        *change,
                          char         **title,
                          char         **refusals,
                          GError       **error)
{
  Adding *adding;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  adding = g_task_get_task_data (G_TASK (result));
  *change = adding->change;
  *title = g_strdup (adding->title);
  *refusals = adding->refusals->len > 0 ? join_refusals (adding) : NULL;

  return g_task_propagate_boolean (G_TASK (result), error);
}
