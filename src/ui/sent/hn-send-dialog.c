/* A report marked as sent: to whom, when and under which number. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-send-dialog.h"

#include <glib/gi18n-lib.h>

#include "hn-dialog.h"
#include "hn-failure.h"
#include "hn-send.h"
#include "hn-toast.h"
#include "hn-undo-toast.h"

struct _HnSendDialog
{
  AdwDialog parent_instance;

  HnContext *context;
  HnReportOptions *options;
  GtkWidget *parent; /* over which it is said that it is done; weak */
  HnGauge *gauge;
  GCancellable *cancellable;

  GtkWidget *send_button;
  AdwBanner *failure_banner;
  GtkStack *faces;
  AdwActionRow *period_row;
  AdwActionRow *forms_row;
  GtkEditable *sent_to_row;
  GtkEditable *day_row;
  GtkEditable *number_row;
  GtkEditable *note_row;
  GtkLabel *before_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (HnSendDialog, hn_send_dialog, ADW_TYPE_DIALOG)

static void
show_failure (HnSendDialog *self,
              const char   *message)
{
  hn_failure_reveal (self->failure_banner, message);
}

static void
set_busy (HnSendDialog *self,
          gboolean      busy)
{
  gtk_stack_set_visible_child_name (self->faces, busy ? "progress" : "choose");
  gtk_widget_set_visible (self->send_button, !busy);
}

static void
progress_cb (HnSendDialog *self)
{
  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, hn_gauge_get_progress (self->gauge));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HnSendDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 change;

  if (hn_send_finish (HN_STORE (source), result, &change, &error) != 0)
    {
      if (self->parent != NULL && self->context != NULL)
        hn_toast_show (self->parent, hn_undo_toast_new_saying (self->parent, self->context,
                                                               _("The report is kept as it was sent"), change));
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->context == NULL)
    return;

  set_busy (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static gboolean
read_day (HnSendDialog *self,
          HnDate       *day)
{
  return hn_date_parse (gtk_editable_get_text (self->day_row), hn_date_today (), day) && hn_date_is_full (*day);
}

static void
day_changed_cb (HnSendDialog *self)
{
  HnDate day;

  if (read_day (self, &day))
    hn_failure_mark (GTK_WIDGET (self->day_row), GTK_WIDGET (self->failure_banner), NULL);
}

static void
send_cb (HnSendDialog *self)
{
  g_autofree char *title = NULL, *period = NULL;
  HnSubmissionFacts facts = {
    .sent_to = gtk_editable_get_text (self->sent_to_row),
    .number = gtk_editable_get_text (self->number_row),
    .note = gtk_editable_get_text (self->note_row),
  };

  adw_banner_set_revealed (self->failure_banner, FALSE);
  if (!read_day (self, &facts.sent_on))
    {
      hn_failure_mark (GTK_WIDGET (self->day_row), GTK_WIDGET (self->failure_banner),
                       _("Write the day on which it was sent, such as 14/12/2021."));
      show_failure (self, _("Write the day on which it was sent, such as 14/12/2021."));
      gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
      return;
    }

  period = hn_period_label (self->options->period);
  title = g_strdup_printf (_("Report sent: %s"), period);
  set_busy (self, TRUE);
  hn_send_async (hn_context_get_store (self->context), title, self->options, &facts, self->gauge, self->cancellable,
                 sent_cb, g_object_ref (self));
}

static void
closed_cb (HnSendDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* What a person has typed meanwhile stays. */
static void
offer_text (GtkEditable *row,
            const char  *text)
{
  if (text != NULL && *gtk_editable_get_text (row) == '\0')
    gtk_editable_set_text (row, text);
}

static void
offer_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HnSendDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HnSendOffer) offer = hn_send_offer_load_finish (HN_STORE (source), result, &error);
  g_autofree char *day = NULL, *text = NULL;

  if (self->context == NULL)
    return;
  if (offer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error->message);
      return;
    }

  offer_text (self->sent_to_row, offer->sent_to);
  offer_text (self->number_row, offer->number);
  if (!hn_date_is_set (offer->before))
    return;
  day = hn_date_print (offer->before);
  text = g_strdup_printf (_("A report of this period was already sent on %s; it stays as it is."), day);
  gtk_label_set_label (self->before_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), TRUE);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_send_dialog_dispose (GObject *object)
{
  HnSendDialog *self = HN_SEND_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_SEND_DIALOG);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->options, hn_report_options_free);

  G_OBJECT_CLASS (hn_send_dialog_parent_class)->dispose (object);
}

static void
hn_send_dialog_finalize (GObject *object)
{
  HnSendDialog *self = HN_SEND_DIALOG (object);

  g_object_unref (self->gauge);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (hn_send_dialog_parent_class)->finalize (object);
}

static void
hn_send_dialog_class_init (HnSendDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_send_dialog_dispose;
  object_class->finalize = hn_send_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-send-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, failure_banner);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, faces);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, period_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, forms_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, sent_to_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, before_label);
  gtk_widget_class_bind_template_child (widget_class, HnSendDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
hn_send_dialog_init (HnSendDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->gauge = hn_gauge_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (self->sent_to_row));
  g_signal_connect_object (self->gauge, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (HnSendDialog *self)
{
  const HnReportOptions *options = self->options;
  g_autofree char *label = hn_period_label (options->period);
  g_autofree char *from = hn_date_print (options->period->from);
  g_autofree char *to = hn_date_print (options->period->to);
  g_autofree char *today = hn_date_print (hn_date_today ());
  g_autofree char *period = g_strdup_printf ("%s (%s – %s)", label, from, to);
  g_autofree char *forms = options->forms != NULL ? g_strjoinv (", ", (char **) options->forms) : NULL;

  adw_action_row_set_subtitle (self->period_row, period);
  adw_action_row_set_subtitle (self->forms_row, forms != NULL ? forms : _("All"));
  gtk_editable_set_text (self->day_row, today);
}

/**
 * hn_send_dialog_present:
 * @parent: over which it comes up, and which says afterwards that the report is kept
 * @options: the report; copied
 *
 * Asks what is to be known of a report that was sent, and freezes it.
 */
void
hn_send_dialog_present (GtkWidget             *parent,
                        HnContext             *context,
                        const HnReportOptions *options)
{
  HnSendDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HN_IS_CONTEXT (context));
  g_return_if_fail (options != NULL && options->period != NULL);

  self = g_object_new (HN_TYPE_SEND_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->options = hn_report_options_copy (options);
  g_set_weak_pointer (&self->parent, parent);
  fill (self);
  hn_send_offer_load_async (hn_context_get_store (context), self->options, self->cancellable, offer_cb,
                            g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
