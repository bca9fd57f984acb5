/* Files and pictures that come from the clipboard, or are dropped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-attachment-paste.h"

#include <glib/gi18n-lib.h>

/* What the clipboard held: one of both. */
typedef struct
{
  GPtrArray *files;
  GBytes *picture;
} Pasted;

static void
pasted_free (Pasted *pasted)
{
  g_clear_pointer (&pasted->files, g_ptr_array_unref);
  g_clear_pointer (&pasted->picture, g_bytes_unref);
  g_free (pasted);
}

/**
 * hn_attachment_list_files:
 * @value: of %GDK_TYPE_FILE_LIST
 *
 * Returns: (transfer full) (element-type GFile): the files
 */
GPtrArray *
hn_attachment_list_files (const GValue *value)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_ptr_array_add (files, g_object_ref (link->data));

  return files;
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pasted *pasted = g_task_get_task_data (task);
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  pasted->files = hn_attachment_list_files (value);
  g_task_return_boolean (task, TRUE);
}

/* Packing a large picture takes a second or two. */
static void
pack_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (data), (GDestroyNotify) g_bytes_unref);
}

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Pasted *pasted = g_task_get_task_data (task);

  pasted->picture = g_task_propagate_pointer (G_TASK (result), NULL);
  g_task_return_boolean (task, TRUE);
}

static void
texture_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) packing = NULL;
  GError *error = NULL;
  GdkTexture *texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (texture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  packing = g_task_new (NULL, NULL, packed_cb, g_steal_pointer (&task));
  g_task_set_task_data (packing, texture, g_object_unref);
  g_task_run_in_thread (packing, pack_thread);
}

/**
 * hn_attachment_paste_async:
 * @clipboard: where files or a picture were copied to
 */
void
hn_attachment_paste_async (GdkClipboard        *clipboard,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GdkContentFormats *formats;
  GTask *task;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  formats = gdk_clipboard_get_formats (clipboard);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, g_new0 (Pasted, 1), (GDestroyNotify) pasted_free);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, task);
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)
           || gdk_content_formats_contain_mime_type (formats, "image/png"))
    gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, task);
  else
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                       _("The clipboard holds neither a file nor a picture"));
      g_object_unref (task);
    }
}

/**
 * hn_attachment_paste_finish:
 * @files: (out) (transfer full) (nullable) (element-type GFile): what was copied,
 * @picture: (out) (transfer full) (nullable): or a picture, as PNG
 *
 * Returns: whether there was either
 */
gboolean
hn_attachment_paste_finish (GAsyncResult  *result,
                            GPtrArray    **files,
                            GBytes       **picture,
                            GError       **error)
{
  Pasted *pasted;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  pasted = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *files = g_steal_pointer (&pasted->files);
  *picture = g_steal_pointer (&pasted->picture);

  return TRUE;
}

/**
 * hn_attachment_paste_name:
 *
 * Returns: (transfer full): what a picture without a name is called
 */
char *
hn_attachment_paste_name (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");

  /* Translators: the name of a file; %s is date and time */
  return g_strdup_printf (_("Picture %s.png"), moment);
}
