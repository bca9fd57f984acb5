/* Says that something did not work: over the window in which it was tried, or in a place of its own there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-failure.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"

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

  dialog = hn_dialog_new_question (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);
}

/**
 * hn_failure_say:
 * @from: a widget of the window in which it happened
 * @message: the sentence that is shown there
 *
 * Has a screen reader say at once what others see. The window says it, since what shows the sentence may only just come
 * to be seen.
 */
void
hn_failure_say (GtkWidget  *from,
                const char *message)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (message != NULL);

  root = gtk_widget_get_root (from);
  if (root != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (root), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * hn_failure_reveal:
 * @banner: takes plain words, no markup
 * @message: why it did not work, as a sentence for the person
 *
 * Shows a banner with it, and has it said at once.
 */
void
hn_failure_reveal (AdwBanner  *banner,
                   const char *message)
{
  g_return_if_fail (ADW_IS_BANNER (banner));
  g_return_if_fail (message != NULL);

  adw_banner_set_title (banner, message);
  adw_banner_set_revealed (banner, TRUE);
  hn_failure_say (GTK_WIDGET (banner), message);
}

/**
 * hn_failure_fill:
 * @page: stands where there would be something else
 * @message: why there is not, as a sentence for the person
 *
 * Writes it on the page, and has it said at once where it is not seen already.
 */
void
hn_failure_fill (AdwStatusPage *page,
                 const char    *message)
{
  g_autofree char *markup = NULL;
  gboolean known;

  g_return_if_fail (ADW_IS_STATUS_PAGE (page));
  g_return_if_fail (message != NULL);

  markup = g_markup_escape_text (message, -1);
  known = gtk_widget_get_mapped (GTK_WIDGET (page)) && g_strcmp0 (adw_status_page_get_description (page), markup) == 0;
  adw_status_page_set_description (page, markup);
  if (!known)
    hn_failure_say (GTK_WIDGET (page), message);
}

/* (transfer none): what of a field is read: of a row the text in it, a #GtkEntry itself */
static GtkAccessible *
get_read (GtkWidget *field)
{
  GtkEditable *inner =
    GTK_IS_EDITABLE (field) && !GTK_IS_ENTRY (field) ? gtk_editable_get_delegate (GTK_EDITABLE (field)) : NULL;

  return inner != NULL ? GTK_ACCESSIBLE (inner) : GTK_ACCESSIBLE (field);
}

/* (nullable) (transfer none): the first of a type in a widget, or that itself */
static GtkWidget *
find_part (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);

  return found;
}

/* An entry has no place for words: a sign shows them, which is given. */
static GtkWidget *
show_sign (GtkEntry   *entry,
           const char *problem)
{
  GtkWidget *sign;

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY,
                                     problem != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, problem);
  gtk_entry_set_icon_activatable (entry, GTK_ENTRY_ICON_SECONDARY, FALSE);

  if (problem == NULL)
    return NULL;

  sign = find_part (GTK_WIDGET (entry), GTK_TYPE_IMAGE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, problem, -1);

  return sign;
}

/**
 * hn_failure_mark:
 * @field: an entry, or a row with one
 * @words: (nullable): a label or a banner that shows the sentence; %NULL for a #GtkEntry
 * @problem: (nullable): what is wrong with what is in it, as a sentence; %NULL for nothing
 *
 * Marks a field that is wrong: by its colour, for who does not see it by a sentence that is read with the field, and in
 * a #GtkEntry, which has no place for words, by a sign that shows them.
 */
void
hn_failure_mark (GtkWidget  *field,
                 GtkWidget  *words,
                 const char *problem)
{
  GtkAccessible *read;
  GtkWidget *said;

  g_return_if_fail (GTK_IS_WIDGET (field));
  g_return_if_fail (words != NULL || GTK_IS_ENTRY (field));

  read = get_read (field);
  said = GTK_IS_ENTRY (field) ? show_sign (GTK_ENTRY (field), problem) : find_part (words, GTK_TYPE_LABEL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      /* A row is described by its subtitle, which goes before. */
      gtk_accessible_reset_relation (read, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      gtk_accessible_update_state (read, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (read, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
      gtk_accessible_update_relation (read, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, said, NULL, -1);
      return;
    }
  if (!gtk_widget_has_css_class (field, "error"))
    return;
  gtk_widget_remove_css_class (field, "error");
  gtk_accessible_reset_state (read, GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (read, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
  gtk_accessible_reset_property (read, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
