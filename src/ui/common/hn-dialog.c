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

/* --- where it begins ----------------------------------------------------- */

/* Who has begun to type stays where she is. */
static gboolean
key_pressed_cb (GtkWidget *dialog)
{
  g_object_set_data (G_OBJECT (dialog), "begin", NULL);

  return GDK_EVENT_PROPAGATE;
}

/* (nullable): the dialog that is still to begin at a widget */
static GtkWidget *
get_beginning (GtkWidget *first)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (first, ADW_TYPE_DIALOG);

  return dialog != NULL && g_object_get_data (G_OBJECT (dialog), "begin") == first ? dialog : NULL;
}

/* Once, with the dialog at its place. */
static gboolean
begin_cb (gpointer data)
{
  GtkWidget *first = data;
  GtkWidget *dialog = get_beginning (first);

  if (dialog == NULL || !gtk_widget_get_mapped (first))
    return G_SOURCE_REMOVE;

  g_object_set_data (G_OBJECT (dialog), "begin", NULL);
  gtk_widget_grab_focus (first);

  return G_SOURCE_REMOVE;
}

/* It is mapped again where the window gets another size: then the focus stays where it is. */
static void
first_mapped_cb (GtkWidget *first)
{
  if (get_beginning (first) == NULL)
    return;

  gtk_widget_grab_focus (first);
  /* After the frame in which libadwaita 1.7 and GTK move the focus. */
  g_idle_add_full (G_PRIORITY_LOW, begin_cb, g_object_ref (first), g_object_unref);
}

/**
 * hn_dialog_begin_at:
 * @self: a dialog that is not presented yet
 * @first: where the keyboard is when it is seen
 *
 * Does what #AdwDialog:focus-widget does, also for a row of a list, and in a narrow window: there libadwaita 1.7 has a
 * dialog come up from below, with the focus at whatever it is that comes next.
 */
void
hn_dialog_begin_at (AdwDialog *self,
                    GtkWidget *first)
{
  GtkEventController *keys;

  g_return_if_fail (ADW_IS_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (first));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_object_set_data (G_OBJECT (self), "begin", first);
  g_signal_connect (first, "map", G_CALLBACK (first_mapped_cb), NULL);
}

/* --- questions ----------------------------------------------------------- */

static void
wrap_headings (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_headings (child);
}

/**
 * hn_dialog_new_question:
 * @heading: what is asked, or what has happened
 * @body: (nullable): more about it
 *
 * Makes an #AdwAlertDialog whose heading takes several lines in a narrow window, where libadwaita 1.7 first tries one,
 * and complains that there is no room for it.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
hn_dialog_new_question (const char *heading,
                        const char *body)
{
  AdwDialog *dialog;

  g_return_val_if_fail (heading != NULL, NULL);

  dialog = adw_alert_dialog_new (heading, body);
  wrap_headings (adw_dialog_get_child (dialog));

  return dialog;
}
