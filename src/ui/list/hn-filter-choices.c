/* Some of the answers that a field may have. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "hn-filter-editor.h"

#define HN_TYPE_FILTER_CHOICES (hn_filter_choices_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterChoices, hn_filter_choices, HN, FILTER_CHOICES, HnFilterEditor)

struct _HnFilterChoices
{
  HnFilterEditor parent_instance;

  GPtrArray *checks; /* of GtkCheckButton, whose names are the values */
};

G_DEFINE_FINAL_TYPE (HnFilterChoices, hn_filter_choices, HN_TYPE_FILTER_EDITOR)

static const char *
get_value (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "value");
}

static void
toggled_cb (HnFilterChoices *self)
{
  const HnFilterSlot *slot = hn_filter_editor_slot (HN_FILTER_EDITOR (self));
  g_autoptr (GString) condition = g_string_new (slot->field->name);
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_string_append_printf (condition, "%c%s", n++ == 0 ? '=' : '|', get_value (check));
    }

  hn_filter_editor_say (HN_FILTER_EDITOR (self), n > 0 ? condition->str : NULL);
}

static void
add_check (HnFilterChoices    *self,
           GtkBox             *box,
           const char         *value,
           const char         *label,
           const HnFilterTerm *term)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  gboolean active = term != NULL && g_strv_contains ((const char *const *) term->clause.values, value);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (box, check);
}

static void
hn_filter_choices_finalize (GObject *object)
{
  g_ptr_array_unref (HN_FILTER_CHOICES (object)->checks);

  G_OBJECT_CLASS (hn_filter_choices_parent_class)->finalize (object);
}

static void
hn_filter_choices_class_init (HnFilterChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hn_filter_choices_finalize;
}

static void
hn_filter_choices_init (HnFilterChoices *self)
{
  self->checks = g_ptr_array_new ();
}

/**
 * hn_filter_choices_new:
 * @slot: what is asked about
 * @term: (nullable): the condition so far
 *
 * Returns: (transfer floating): the choices of a field, to be ticked
 */
GtkWidget *
hn_filter_choices_new (HnContext          *context,
                       const HnFilterSlot *slot,
                       const HnFilterTerm *term)
{
  HnFilterChoices *self = g_object_new (HN_TYPE_FILTER_CHOICES, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  const HnField *field = slot->field;

  hn_filter_editor_set_slot (HN_FILTER_EDITOR (self), context, slot);
  gtk_widget_add_css_class (GTK_WIDGET (box), "filter-checks");
  for (const HnChoice *choice = field->choices; choice != NULL && choice->name != NULL; choice++)
    add_check (self, box, choice->name, hn_label_get (choice->label), term);
  if (slot->type == HN_SLOT_ANSWER)
    {
      add_check (self, box, "yes", _("Yes"), term);
      add_check (self, box, "no", _("No"), term);
    }
  if ((field->flags & HN_FIELD_REQUIRED) == 0)
    add_check (self, box, "", _("Not recorded"), term);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));

  return GTK_WIDGET (self);
}
