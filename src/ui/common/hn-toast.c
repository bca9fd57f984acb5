/* Says something in passing, over whatever the person looks at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-toast.h"

/* (nullable): the overlay that shows what @from has to say: the nearest round it, else its window's */
static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  GtkRoot *root = gtk_widget_get_root (from);

  if (overlay == NULL && ADW_IS_APPLICATION_WINDOW (root))
    overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));

  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/**
 * hn_toast_show:
 * @from: a widget of the window that says it
 * @toast: (transfer full): what to say
 *
 * What was said before goes: a person looks at what was done last. Where there is no window any more, nobody is told.
 */
void
hn_toast_show (GtkWidget *from,
               AdwToast  *toast)
{
  AdwToastOverlay *overlay;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (ADW_IS_TOAST (toast));

  overlay = find_overlay (from);
  if (overlay == NULL)
    {
      g_object_unref (g_object_ref_sink (toast));
      return;
    }

  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * hn_toast_say:
 * @message: plain words, no markup
 */
void
hn_toast_say (GtkWidget  *from,
              const char *message)
{
  AdwToast *toast;

  g_return_if_fail (message != NULL);

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  hn_toast_show (from, toast);
}
