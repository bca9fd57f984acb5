/* One report of a year: what it is of, and what has become of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-due-row.h"

#include <glib/gi18n-lib.h>

#include "hn-number.h"
#include "hn-send-dialog.h"
#include "hn-spoken.h"
#include "hn-submission-deeds.h"

/* What the buttons of a row are about; lives as long as the row. */
typedef struct
{
  HnContext *context;
  HnPeriod *period;
  gint64 submission;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->context);
  hn_period_free (subject->period);
  g_free (subject);
}

static Subject *
get_subject (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "subject");
}

static void
open_cb (GtkWidget *row)
{
  hn_submission_open (row, get_subject (row)->context, get_subject (row)->submission);
}

static void
save_cb (GtkWidget *row)
{
  hn_submission_save (row, get_subject (row)->context, get_subject (row)->submission);
}

static void
compare_cb (GtkWidget *row)
{
  hn_submission_show_changes (row, get_subject (row)->context, get_subject (row)->submission);
}

static void
send_cb (GtkWidget *row)
{
  const HnReportOptions options = { .period = get_subject (row)->period };

  hn_send_dialog_present (row, get_subject (row)->context, &options);
}

static GtkWidget *
add_button (AdwActionRow *row,
            const char   *icon,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);

  return button;
}

static char *
describe_state (const HnDue *due)
{
  g_autofree char *days = hn_number_print (due->days, 0);

  switch (due->state)
    {
    case HN_DUE_SENT:
      return g_strdup (C_("report", "Sent"));
    case HN_DUE_SENT_LATE:
      return g_strdup_printf (ngettext ("Sent %s day late", "Sent %s days late", (gulong) due->days), days);
    case HN_DUE_LATE:
      return g_strdup_printf (ngettext ("%s day late", "%s days late", (gulong) due->days), days);
    case HN_DUE_OPEN:
    default:
      return due->days == 0 ? g_strdup (_("Due today"))
                            : g_strdup_printf (ngettext ("In %s day", "In %s days", (gulong) due->days), days);
    }
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
describe (const HnDue *due)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = hn_date_print (due->period->from);
  g_autofree char *to = hn_date_print (due->period->to);
  g_autofree char *days = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *due_on = hn_date_is_set (due->due) ? hn_date_print (due->due) : NULL;
  g_autofree char *sent_on = due->submission != 0 ? hn_date_print (due->sent_on) : NULL;
  g_autofree char *due_text = due_on != NULL ? g_strdup_printf (_("due on %s"), due_on) : NULL;
  g_autofree char *sent_text = sent_on != NULL ? g_strdup_printf (_("sent on %s"), sent_on) : NULL;

  add_part (text, due->number);
  add_part (text, due->sent_to);
  add_part (text, sent_text);
  if (due->submission == 0)
    add_part (text, days);
  add_part (text, due_text);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_state (AdwActionRow *row,
           const HnDue  *due)
{
  g_autofree char *state = describe_state (due);
  GtkWidget *label = gtk_label_new (state);

  gtk_widget_add_css_class (label, "numeric");
  /* Large letters in a narrow window. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  if (due->state == HN_DUE_LATE)
    gtk_widget_add_css_class (label, "error");
  else if (due->state == HN_DUE_SENT_LATE)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (row, label);
}

/**
 * hn_due_row_new:
 *
 * Returns: (transfer floating): a row of a list, with what can be done with the report
 */
GtkWidget *
hn_due_row_new (HnContext   *context,
                const HnDue *due)
{
  GtkWidget *row = adw_action_row_new (), *compare;
  g_autofree char *label = hn_period_label (due->period);
  g_autofree char *title = due->forms != NULL
                             ? g_strdup_printf ("%s · %s", label, due->forms)
                             : g_strdup_printf ("%s (%s)", label, hn_period_rules_get_name (due->period->rules));
  g_autofree char *subtitle = describe (due);
  Subject *subject = g_new0 (Subject, 1);

  subject->context = g_object_ref (context);
  subject->period = hn_period_copy (due->period);
  subject->submission = due->submission;
  g_object_set_data_full (G_OBJECT (row), "subject", subject, subject_free);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_state (ADW_ACTION_ROW (row), due);
  if (due->submission != 0)
    {
      add_button (ADW_ACTION_ROW (row), "document-open-symbolic", _("Open the Workbook"), G_CALLBACK (open_cb));
      add_button (ADW_ACTION_ROW (row), "document-save-symbolic", _("Save the Workbook Again…"),
                  G_CALLBACK (save_cb));
      compare =
        add_button (ADW_ACTION_ROW (row), "go-next-symbolic", _("Compare with Today"), G_CALLBACK (compare_cb));
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), compare);
      /* The row has lent it its own name. */
      hn_spoken_name (compare, _("Compare with Today"), NULL);
    }
  else if (!hn_store_is_read_only (hn_context_get_store (context)))
    add_button (ADW_ACTION_ROW (row), "document-send-symbolic", _("Mark as Sent…"), G_CALLBACK (send_cb));

  return row;
}
