/* A period: one of the usual ones, or a typed one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-filter-editor.h"
#include "hn-period-chooser.h"

#define HN_TYPE_FILTER_PERIOD (hn_filter_period_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterPeriod, hn_filter_period, HN, FILTER_PERIOD, HnFilterEditor)

struct _HnFilterPeriod
{
  HnFilterEditor parent_instance;
};

G_DEFINE_FINAL_TYPE (HnFilterPeriod, hn_filter_period, HN_TYPE_FILTER_EDITOR)

static void
chosen_cb (HnFilterPeriod *self,
           const char     *period,
           gboolean        final)
{
  const HnFilterSlot *slot = hn_filter_editor_slot (HN_FILTER_EDITOR (self));
  g_autofree char *condition = period != NULL ? g_strdup_printf ("%s=%s", slot->field->name, period) : NULL;

  hn_filter_editor_say (HN_FILTER_EDITOR (self), condition);
  if (final)
    hn_filter_editor_close (HN_FILTER_EDITOR (self));
}

static void
hn_filter_period_class_init (HnFilterPeriodClass *klass)
{
}

static void
hn_filter_period_init (HnFilterPeriod *self)
{
}

/**
 * hn_filter_period_new:
 * @slot: a date
 * @term: (nullable): the condition so far
 *
 * Returns: (transfer floating): the periods that the date can be in
 */
GtkWidget *
hn_filter_period_new (HnContext          *context,
                      const HnFilterSlot *slot,
                      const HnFilterTerm *term)
{
  HnFilterPeriod *self = g_object_new (HN_TYPE_FILTER_PERIOD, NULL);
  GtkWidget *chooser = hn_period_chooser_new ();

  hn_filter_editor_set_slot (HN_FILTER_EDITOR (self), context, slot);
  if ((slot->field->flags & HN_FIELD_REQUIRED) == 0)
    hn_period_chooser_add_choice (HN_PERIOD_CHOOSER (chooser), "", _("Not Recorded"));
  if (term != NULL)
    hn_period_chooser_set_period (HN_PERIOD_CHOOSER (chooser), term->clause.text);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), chooser);

  return GTK_WIDGET (self);
}
