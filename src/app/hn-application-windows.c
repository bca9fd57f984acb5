/* One window a register, and one for who has none yet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "hn-application-private.h"
#include "hn-left-over.h"
#include "hn-preferences.h"
#include "hn-register-place.h"
#include "hn-toast.h"

static HnWindow *
create_window (HnApplication *self)
{
  GtkWidget *window = hn_window_new (GTK_APPLICATION (self));

  g_settings_bind (self->settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);

  return HN_WINDOW (window);
}

static gpointer
copy_reference (gconstpointer object,
                gpointer      data)
{
  return g_object_ref ((gpointer) object);
}

/**
 * hn_application_list_windows:
 *
 * Returns: (transfer full): the windows that are open, for who may close some of them
 */
GList *
hn_application_list_windows (HnApplication *self)
{
  return g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), copy_reference, NULL);
}

/**
 * hn_application_find_window:
 *
 * (nullable): the window that shows a register already
 */
HnWindow *
hn_application_find_window (HnApplication *self,
                            const char    *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    {
      g_autofree char *shown = NULL;

      if (!HN_IS_WINDOW (window->data) || !hn_window_is_open (window->data))
        continue;
      shown = g_canonicalize_filename (hn_window_get_path (window->data), NULL);
      if (g_str_equal (shown, whole))
        return window->data;
    }

  return NULL;
}

/* (nullable): a window without a register makes room for one */
static HnWindow *
find_idle_window (HnApplication *self)
{
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (HN_IS_WINDOW (window->data) && !hn_window_is_open (window->data))
      return window->data;

  return NULL;
}

/**
 * hn_application_open_register:
 *
 * Returns: (transfer none): the window of a register, which says so where it cannot be opened
 */
HnWindow *
hn_application_open_register (HnApplication *self,
                              const char    *path)
{
  HnWindow *window = hn_application_find_window (self, path);

  if (window == NULL)
    {
      window = find_idle_window (self);
      if (window == NULL)
        window = create_window (self);
      hn_window_open (window, path);
      hn_left_over_sweep_async (path, NULL, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Nobody shall write into another register than they think: it stays until it is read. */
static void
say_missing (HnWindow   *window,
             const char *missing,
             const char *path)
{
  g_autofree char *name = hn_register_place_name (missing), *other = hn_register_place_name (path);
  /* Translators: two registers */
  g_autofree char *message = g_strdup_printf (_("“%s” is not where it was. This is “%s”."), name, other);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  hn_toast_show (GTK_WIDGET (window), toast);
}

/* The window of the register that was opened last, or of who has none yet. Where the only one is gone, the window says
 * so: it may be on a disk that is not connected. */
static HnWindow *
open_last (HnApplication *self)
{
  g_autofree char *missing = hn_register_place_missing (self->settings);
  g_autofree char *path = hn_register_place_last (self->settings);
  HnWindow *window;

  if (path != NULL)
    {
      window = hn_application_open_register (self, path);
      if (missing != NULL)
        say_missing (window, missing, path);
      return window;
    }
  if (missing != NULL)
    return hn_application_open_register (self, missing);

  window = find_idle_window (self);
  if (window == NULL)
    {
      window = create_window (self);
      hn_window_start (window);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/**
 * hn_application_present:
 *
 * Returns: (transfer none): the window that the person worked in, or the one of the last register
 */
HnWindow *
hn_application_present (HnApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!HN_IS_WINDOW (window))
    return open_last (self);

  gtk_window_present (window);

  return HN_WINDOW (window);
}

/**
 * hn_application_renew_window:
 *
 * A window that is to show all of its register anew is another window. One with a form open is left as it is until it
 * is closed.
 */
void
hn_application_renew_window (HnApplication *self,
                             HnWindow      *window)
{
  g_autofree char *path = g_strdup (hn_window_get_path (window));
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gboolean chosen_here = HN_IS_PREFERENCES (dialog);
  HnWindow *other;

  if ((dialog != NULL && !chosen_here) || (path != NULL && !hn_window_is_open (window)))
    return;

  other = create_window (self);
  if (path != NULL)
    hn_window_open (other, path);
  else
    hn_window_start (other);
  gtk_window_present (GTK_WINDOW (other));
  gtk_window_destroy (GTK_WINDOW (window));
  if (!chosen_here)
    return;
  gtk_widget_activate_action (GTK_WIDGET (other), "win.preferences", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (other));
  if (HN_IS_PREFERENCES (dialog))
    hn_preferences_begin_at_language (HN_PREFERENCES (dialog));
}
