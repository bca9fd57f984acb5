/* Leaving the window while a form is open in it.
 *
 * A dialog keeps keys from what lies below it, and a window that is closed closes its dialog instead, which may ask
 * about what was typed. So the keys are given to each dialog, and who quits is asked once and then is gone:
 *
 *   leave ── close ──> the form asks ─┬> discard, or save and it is saved ──> the form is closed ──> close again
 *                                     └> anything else, or it cannot be saved as it is: the person stays
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-editor-questions.h"
#include "hn-window-private.h"

static void
answered_cb (HnWindow       *self,
             const char     *response,
             AdwAlertDialog *question)
{
  /* What is saved is closed after it, unless the form has something to say: then it asks for win.stay. */
  if (adw_alert_dialog_get_response_appearance (question, response) != ADW_RESPONSE_DESTRUCTIVE
      && !g_str_equal (response, HN_ANSWER_SAVE_NAME))
    self->leaving = FALSE;
}

static void
stay_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  HnWindow *self = HN_WINDOW (widget);

  self->leaving = FALSE;
  g_clear_handle_id (&self->going_on, g_source_remove);
}

static gboolean
go_on_cb (gpointer data)
{
  HnWindow *self = data;

  self->going_on = 0;
  if (self->leaving)
    gtk_window_close (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifiers,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                          gtk_named_action_new (action)));
}

static void
add_keys (AdwDialog *dialog)
{
  static const char known[] = "hn-window-keys";
  GtkEventController *keys;

  if (g_object_get_data (G_OBJECT (dialog), known) != NULL)
    return;

  g_object_set_data (G_OBJECT (dialog), known, dialog);
  keys = gtk_shortcut_controller_new ();
  add_key (keys, GDK_KEY_q, GDK_CONTROL_MASK, "app.quit");
  add_key (keys, GDK_KEY_w, GDK_CONTROL_MASK, "window.close");
  add_key (keys, GDK_KEY_F1, GDK_NO_MODIFIER_MASK, "win.help");
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
}

/**
 * hn_window_dialog_changed:
 *
 * Called when another dialog lies over the window, or none.
 */
void
hn_window_dialog_changed (HnWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL)
    add_keys (dialog);
  if (!self->leaving)
    return;

  /* What asks is waited for; what is left below it, or the window itself, is closed next. */
  if (ADW_IS_ALERT_DIALOG (dialog))
    g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  else if (self->going_on == 0)
    self->going_on = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_on_cb, g_object_ref (self), g_object_unref);
}

/**
 * hn_window_leave:
 *
 * Closes the window and the form that may be open in it, which asks if something was typed.
 */
void
hn_window_leave (HnWindow *self)
{
  g_return_if_fail (HN_IS_WINDOW (self));

  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * hn_window_install_leave:
 *
 * `win.stay`: a form is not closed, whatever its person wanted, since something in it has to be put right first.
 */
void
hn_window_install_leave (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.stay", NULL, stay_action);
}
