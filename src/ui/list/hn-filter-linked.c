/* Records of another kind that refer to those of the list: with them, or without, and of which time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hn-filter-editor.h"
#include "hn-period-chooser.h"

#define HN_TYPE_FILTER_LINKED (hn_filter_linked_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterLinked, hn_filter_linked, HN, FILTER_LINKED, HnFilterEditor)

struct _HnFilterLinked
{
  HnFilterEditor parent_instance;

  char *period; /* NULL is any time */

  AdwToggleGroup *which;
};

G_DEFINE_FINAL_TYPE (HnFilterLinked, hn_filter_linked, HN_TYPE_FILTER_EDITOR)

static void
say (HnFilterLinked *self)
{
  const HnFilterSlot *slot = hn_filter_editor_slot (HN_FILTER_EDITOR (self));
  g_autofree char *condition = g_strconcat (adw_toggle_group_get_active_name (self->which), ":", slot->linked->name,
                                            self->period != NULL ? "@" : NULL, self->period, NULL);

  hn_filter_editor_say (HN_FILTER_EDITOR (self), condition);
}

static void
period_chosen_cb (HnFilterLinked *self,
                  const char     *period,
                  gboolean        final)
{
  g_set_str (&self->period, period);
  say (self);
  if (final)
    hn_filter_editor_close (HN_FILTER_EDITOR (self));
}

static void
hn_filter_linked_finalize (GObject *object)
{
  g_free (HN_FILTER_LINKED (object)->period);

  G_OBJECT_CLASS (hn_filter_linked_parent_class)->finalize (object);
}

static void
hn_filter_linked_class_init (HnFilterLinkedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_filter_linked_finalize;
}

static void
add_toggle (HnFilterLinked *self,
            const char     *name,
            const char     *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->which, toggle);
}

static void
hn_filter_linked_init (HnFilterLinked *self)
{
  self->which = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  adw_toggle_group_set_homogeneous (self->which, TRUE);
  add_toggle (self, "has", C_("records", "With"));
  add_toggle (self, "lacks", C_("records", "Without"));
}

static gboolean
is_dated (const HnKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == HN_TYPE_DATE)
      return TRUE;

  return FALSE;
}

static GtkWidget *
create_chooser (HnFilterLinked *self)
{
  GtkWidget *chooser = hn_period_chooser_new ();

  if (self->period != NULL)
    hn_period_chooser_set_period (HN_PERIOD_CHOOSER (chooser), self->period);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (period_chosen_cb), self, G_CONNECT_SWAPPED);

  return chooser;
}

/**
 * hn_filter_linked_new:
 * @slot: records of which kind refer to these
 * @term: (nullable): the condition so far
 *
 * Returns: (transfer floating): whether there are such records, and in which period
 */
GtkWidget *
hn_filter_linked_new (HnContext          *context,
                      const HnFilterSlot *slot,
                      const HnFilterTerm *term)
{
  HnFilterLinked *self = g_object_new (HN_TYPE_FILTER_LINKED, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *at = term != NULL ? strchr (term->text, '@') : NULL;
  gboolean has = term != NULL && term->clause.type == HN_CLAUSE_HAS;

  hn_filter_editor_set_slot (HN_FILTER_EDITOR (self), context, slot);
  self->period = at != NULL ? g_strdup (at + 1) : NULL;
  adw_toggle_group_set_active_name (self->which, has ? "has" : "lacks");
  g_signal_connect_object (self->which, "notify::active", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->which));
  if (is_dated (slot->linked))
    gtk_box_append (GTK_BOX (box), create_chooser (self));
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}
