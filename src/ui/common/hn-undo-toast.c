/* Says what was done, and takes it back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-undo-toast.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"

/* In seconds. */
#define SHOWN_FOR 10

typedef struct
{
  GtkWidget *parent;
  HnContext *context;
  gint64 change;
} Revert;

static void
revert_free (gpointer  data,
             GClosure *closure)
{
  Revert *revert = data;

  g_object_unref (revert->parent);
  g_object_unref (revert->context);
  g_free (revert);
}

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!hn_store_undo_finish (HN_STORE (source), result, NULL, &error))
    hn_failure_show (parent, _("This Cannot Be Undone"), error);
}

static void
pressed_cb (AdwToast *toast,
            Revert   *revert)
{
  hn_store_revert_async (hn_context_get_store (revert->context), revert->change, NULL, reverted_cb,
                         g_object_ref (revert->parent));
}

/**
 * hn_undo_toast_new_saying:
 * @parent: over which it says that this cannot be undone any more
 * @message: what was done
 * @change: its number
 */
AdwToast *
hn_undo_toast_new_saying (GtkWidget  *parent,
                          HnContext  *context,
                          const char *message,
                          gint64      change)
{
  AdwToast *toast;
  Revert *revert;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (HN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (message != NULL, NULL);

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, SHOWN_FOR);
  adw_toast_set_button_label (toast, _("_Undo"));

  revert = g_new0 (Revert, 1);
  revert->parent = g_object_ref (parent);
  revert->context = g_object_ref (context);
  revert->change = change;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (pressed_cb), revert, revert_free, 0);

  return toast;
}

/**
 * hn_undo_toast_new:
 * @parent: over which it says that this cannot be undone any more
 * @title: what the record was called
 * @change: the number of the deletion
 */
AdwToast *
hn_undo_toast_new (GtkWidget  *parent,
                   HnContext  *context,
                   const char *title,
                   gint64      change)
{
  g_autofree char *message = g_strdup_printf (_("Deleted “%s”"), title);

  return hn_undo_toast_new_saying (parent, context, message, change);
}
