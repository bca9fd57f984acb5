/* The deleting of a record, and the question about what points to it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-delete.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  HnContext *context;
  const HnKind *kind;
  gint64 id;
  char *title;
  gint64 change;
} Deleting;

static void
deleting_free (Deleting *deleting)
{
  g_object_unref (deleting->context);
  g_free (deleting->title);
  g_free (deleting);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Deleting *deleting = g_task_get_task_data (task);
  GError *error = NULL;

  if (hn_store_delete_finish (HN_STORE (source), result, &deleting->change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
delete (GTask        *task,
        HnDeleteMode  mode)
{
  Deleting *deleting = g_task_get_task_data (task);

  hn_store_delete_async (hn_context_get_store (deleting->context), deleting->kind, deleting->id, mode, 0, NULL,
                         deleted_cb, task);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GTask) task = user_data;

  if (g_str_equal (response, "clear"))
    delete (g_steal_pointer (&task), HN_DELETE_CLEAR);
  else if (g_str_equal (response, "along"))
    delete (g_steal_pointer (&task), HN_DELETE_ALONG);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Not deleted");
}

/* "12 × Organization: Belongs to", one a line. */
static char *
describe (GPtrArray *dependents,
          guint     *n_clearable)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *n_clearable = 0;
  for (guint i = 0; i < dependents->len; i++)
    {
      const HnDependents *dependent = g_ptr_array_index (dependents, i);

      g_string_append_printf (text, "\n%u × %s: %s", dependent->n_records, hn_kind_get_label (dependent->kind),
                              hn_field_get_label (dependent->field));
      *n_clearable += dependent->can_clear ? 1 : 0;
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
explain (GPtrArray *dependents,
         guint     *n_clearable)
{
  g_autofree char *list = describe (dependents, n_clearable);

  if (*n_clearable == dependents->len)
    return g_strdup_printf (_("Other records refer to it:%s"), list);
  if (*n_clearable == 0)
    return g_strdup_printf (_("Other records cannot be without it:%s"), list);

  return g_strdup_printf (
    _("Other records refer to it. Those that cannot be without it are deleted in either case:%s"), list);
}

static void
ask (GTask     *task,
     GPtrArray *dependents)
{
  Deleting *deleting = g_task_get_task_data (task);
  guint n_clearable;
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), deleting->title);
  g_autofree char *body = explain (dependents, &n_clearable);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (n_clearable > 0)
    adw_alert_dialog_add_response (dialog, "clear", _("_Keep Them Without It"));
  adw_alert_dialog_add_response (dialog, "along", _("_Delete Them Too"));
  adw_alert_dialog_set_response_appearance (dialog, "along", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, g_task_get_source_object (task), NULL, answered_cb, task);
}

static gpointer
dependents_job (HnRegister    *reg,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Deleting *deleting = data;

  return hn_register_dependents (reg, deleting->kind, deleting->id, error);
}

static void
dependents_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) dependents = hn_store_read_finish (HN_STORE (source), result, &error);

  if (dependents == NULL)
    g_task_return_error (task, error);
  else if (dependents->len == 0)
    delete (g_steal_pointer (&task), HN_DELETE_ALONE);
  else
    ask (g_steal_pointer (&task), dependents);
}

/**
 * hn_delete_async:
 * @parent: over which a question is asked
 *
 * Deletes a record at once where nothing refers to it. Otherwise the person decides what becomes of what does; who
 * decides against it all gets %G_IO_ERROR_CANCELLED.
 */
void
hn_delete_async (GtkWidget           *parent,
                 HnContext           *context,
                 const HnRecord      *record,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task;
  Deleting *deleting;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (record != NULL);

  deleting = g_new0 (Deleting, 1);
  deleting->context = g_object_ref (context);
  deleting->kind = hn_record_get_kind (record);
  deleting->id = hn_record_get_id (record);
  deleting->title = hn_record_title (record);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_task_data (task, deleting, (GDestroyNotify) deleting_free);
  hn_store_read_async (hn_context_get_store (context), dependents_job, deleting, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, dependents_cb, task);
}

/**
 * hn_delete_finish:
 * @change: (out): the number of the change, to take it back
 *
 * Returns: whether the record was deleted
 */
gboolean
hn_delete_finish (GtkWidget     *parent,
                  GAsyncResult  *result,
                  gint64        *change,
                  GError       **error)
{
  const Deleting *deleting;

  g_return_val_if_fail (g_task_is_valid (result, parent), FALSE);

  deleting = g_task_get_task_data (G_TASK (result));
  *change = deleting->change;

  return g_task_propagate_boolean (G_TASK (result), error);
}
