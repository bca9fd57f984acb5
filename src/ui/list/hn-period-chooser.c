/* Chooses a period: this year, last month, or whatever is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-period-chooser.h"

#include <glib/gi18n-lib.h>

#include "hn-failure.h"
#include "hn-filter-period.h"

struct _HnPeriodChooser
{
  AdwBin parent_instance;

  GtkBox *presets;
  GtkEntry *typed;
  GtkEntry *from;
  GtkEntry *to;
  gboolean filling; /* what is shown is being set, not chosen */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnPeriodChooser, hn_period_chooser, ADW_TYPE_BIN)

static void
say (HnPeriodChooser *self,
     const char      *period,
     gboolean         final)
{
  g_signal_emit (self, signals[CHOSEN], 0, period, final);
}

/* --- the usual ones ------------------------------------------------------ */

static const char *
get_period (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "period");
}

static void
preset_clicked_cb (HnPeriodChooser *self,
                   GtkToggleButton *button)
{
  if (self->filling)
    return;

  /* Pressing the one that is on takes it off. */
  if (gtk_toggle_button_get_active (button))
    say (self, get_period (GTK_WIDGET (button)), TRUE);
  else
    say (self, NULL, TRUE);
}

static GtkWidget *
create_button (HnPeriodChooser *self,
               const char      *period,
               const char      *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data_full (G_OBJECT (button), "period", g_strdup (period), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (preset_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Two beside each other: this year, last year. */
static void
add_presets (HnPeriodChooser *self)
{
  HnDate today = hn_date_today ();

  for (guint i = 0; i < HN_N_PERIOD_PRESETS; i += 2)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
      for (guint j = i; j < i + 2; j++)
        {
          g_autofree char *period = hn_filter_period_preset (j, today);

          gtk_box_append (GTK_BOX (row), create_button (self, period, hn_filter_period_preset_label (j)));
        }
      gtk_box_append (self->presets, row);
    }
}

static void
show_preset (HnPeriodChooser *self,
             const char      *period)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->presets)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    for (GtkWidget *button = gtk_widget_get_first_child (row); button != NULL;
         button = gtk_widget_get_next_sibling (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (get_period (button), period) == 0);
}

/* --- typed ones ---------------------------------------------------------- */

static void
mark (GtkEntry   *entry,
      const char *problem)
{
  hn_failure_mark (GTK_WIDGET (entry), NULL, problem);
}

/* Whatever was chosen in another way is no longer so. */
static void
take (HnPeriodChooser *self,
      const char      *period,
      gboolean         typed,
      gboolean         final)
{
  self->filling = TRUE;
  show_preset (self, period);
  if (!typed)
    gtk_editable_set_text (GTK_EDITABLE (self->typed), "");
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->from), "");
      gtk_editable_set_text (GTK_EDITABLE (self->to), "");
    }
  self->filling = FALSE;
  say (self, period, final);
}

/* What is half typed is no mistake yet; Enter on it is. */
static void
typed_changed_cb (HnPeriodChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->typed));
  g_autofree char *period = NULL;

  if (self->filling)
    return;

  mark (self->typed, NULL);
  period = hn_filter_period_parse (text, hn_date_today ());
  if (period != NULL || *text == '\0')
    take (self, period, TRUE, FALSE);
}

static void
typed_activated_cb (HnPeriodChooser *self)
{
  g_autofree char *period =
    hn_filter_period_parse (gtk_editable_get_text (GTK_EDITABLE (self->typed)), hn_date_today ());

  mark (self->typed, period == NULL ? _("This is no period. Write a year, quarter, month or day.") : NULL);
  if (period != NULL)
    take (self, period, TRUE, TRUE);
}

/* Whether what stands there is a date, or nothing. */
static gboolean
read_end (GtkEntry *entry,
          HnDate   *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  *date = (HnDate) { 0 };

  return *text == '\0' || hn_date_parse (text, hn_date_today (), date);
}

static void
read_ends (HnPeriodChooser *self,
           gboolean         final)
{
  HnDate from, to;
  gboolean good_from = read_end (self->from, &from), good_to = read_end (self->to, &to);
  gboolean empty = good_from && good_to && !hn_date_is_set (from) && !hn_date_is_set (to);
  g_autofree char *period = good_from && good_to ? hn_filter_period_join (from, to) : NULL;

  mark (self->from, final && !good_from ? _("This is no date.") : NULL);
  if (final && good_from && good_to && !empty && period == NULL)
    mark (self->to, _("The period would end before it begins."));
  else
    mark (self->to, final && !good_to ? _("This is no date.") : NULL);
  if (period != NULL || empty)
    take (self, period, FALSE, final);
}

static void
end_changed_cb (HnPeriodChooser *self)
{
  if (!self->filling)
    read_ends (self, FALSE);
}

static void
end_activated_cb (HnPeriodChooser *self)
{
  read_ends (self, TRUE);
}

/* --- the object ---------------------------------------------------------- */

static void
hn_period_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_PERIOD_CHOOSER);

  G_OBJECT_CLASS (hn_period_chooser_parent_class)->dispose (object);
}

static void
hn_period_chooser_class_init (HnPeriodChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_period_chooser_dispose;

  /**
   * HnPeriodChooser::chosen:
   * @period: (nullable): as a condition takes it; %NULL is any time
   * @final: whether it was chosen with a press or Enter, not while it was typed
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-period-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HnPeriodChooser, presets);
  gtk_widget_class_bind_template_child (widget_class, HnPeriodChooser, typed);
  gtk_widget_class_bind_template_child (widget_class, HnPeriodChooser, from);
  gtk_widget_class_bind_template_child (widget_class, HnPeriodChooser, to);
  gtk_widget_class_bind_template_callback (widget_class, typed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_activated_cb);
}

static void
hn_period_chooser_init (HnPeriodChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_presets (self);
}

/**
 * hn_period_chooser_new:
 *
 * Returns: (transfer floating): presets and two dates, of which nothing is chosen yet
 */
GtkWidget *
hn_period_chooser_new (void)
{
  return g_object_new (HN_TYPE_PERIOD_CHOOSER, NULL);
}

/**
 * hn_period_chooser_add_choice:
 * @period: what is said of it; may be no period
 * @label: what it is called
 *
 * Adds a choice below the usual periods.
 */
void
hn_period_chooser_add_choice (HnPeriodChooser *self,
                              const char      *period,
                              const char      *label)
{
  GtkWidget *row;

  g_return_if_fail (HN_IS_PERIOD_CHOOSER (self));
  g_return_if_fail (period != NULL && label != NULL);

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (row), create_button (self, period, label));
  gtk_box_append (self->presets, row);
}

static void
show_date (GtkEntry   *entry,
           const char *iso)
{
  g_autofree char *text = NULL;
  HnDate date;

  if (!hn_date_from_iso (iso, &date))
    date = (HnDate) { 0 };
  text = hn_date_print (date);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/**
 * hn_period_chooser_set_period:
 * @period: as a condition takes it
 *
 * Shows what is chosen.
 */
void
hn_period_chooser_set_period (HnPeriodChooser *self,
                              const char      *period)
{
  g_auto (GStrv) ends = NULL;

  g_return_if_fail (HN_IS_PERIOD_CHOOSER (self));
  g_return_if_fail (period != NULL);

  self->filling = TRUE;
  show_preset (self, period);
  ends = g_strsplit (period, "..", 2);
  if (g_strv_length (ends) == 2)
    {
      show_date (self->from, ends[0]);
      show_date (self->to, ends[1]);
    }
  else
    show_date (self->typed, period);
  self->filling = FALSE;
}
