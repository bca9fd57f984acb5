/* Says that something did not work, over the window in which it was tried. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-failure.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * hn_failure_show:
 * @heading: what did not work
 * @error: why, as a sentence for the person
 */
void
hn_failure_show (GtkWidget    *parent,
                 const char   *heading,
                 const GError *error)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (error != NULL);

  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}
