/* What all dialogs have in common. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-dialog.h"

/**
 * hn_dialog_dispose_template:
 * @self: a dialog that is disposed of
 * @type: its type
 *
 * Does what gtk_widget_dispose_template() does, and takes out the child, which libadwaita 1.7 keeps for good in a
 * dialog that was closed.
 */
void
hn_dialog_dispose_template (AdwDialog *self,
                            GType      type)
{
  g_return_if_fail (ADW_IS_DIALOG (self));

  adw_dialog_set_child (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), type);
}
