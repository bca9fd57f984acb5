/* Some records, or countries, or one place of a tree: searched for and chosen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "hn-filter-editor.h"
#include "hn-filter-offer.h"

#define HN_TYPE_FILTER_RECORDS (hn_filter_records_get_type ())
G_DECLARE_FINAL_TYPE (HnFilterRecords, hn_filter_records, HN, FILTER_RECORDS, HnFilterEditor)

struct _HnFilterRecords
{
  HnFilterEditor parent_instance;

  GPtrArray *chosen; /* values, as conditions take them */
  GCancellable *cancellable;

  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HnFilterRecords, hn_filter_records, HN_TYPE_FILTER_EDITOR)

static gboolean
is_tree (HnFilterRecords *self)
{
  return hn_filter_editor_slot (HN_FILTER_EDITOR (self))->type == HN_SLOT_TREE;
}

static gboolean
find_chosen (HnFilterRecords *self,
             const char      *value,
             guint           *index)
{
  return g_ptr_array_find_with_equal_func (self->chosen, value, g_str_equal, index);
}

static void
say (HnFilterRecords *self)
{
  const HnField *field = hn_filter_editor_slot (HN_FILTER_EDITOR (self))->field;
  g_autoptr (GString) condition = g_string_new (field->name);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *value = g_ptr_array_index (self->chosen, i);

      if (i == 0)
        g_string_append (condition, is_tree (self) && *value != '\0' ? "^=" : "=");
      else
        g_string_append_c (condition, '|');
      g_string_append (condition, value);
    }

  hn_filter_editor_say (HN_FILTER_EDITOR (self), self->chosen->len > 0 ? condition->str : NULL);
}

static void
toggled_cb (HnFilterRecords *self,
            GtkCheckButton  *check)
{
  const char *value = g_object_get_data (G_OBJECT (check), "value");
  guint index;

  if (find_chosen (self, value, &index))
    g_ptr_array_remove_index (self->chosen, index);
  if (is_tree (self))
    g_ptr_array_set_size (self->chosen, 0);
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->chosen, g_strdup (value));
  say (self);

  if (is_tree (self))
    hn_filter_editor_close (HN_FILTER_EDITOR (self));
}

/* --- rows ---------------------------------------------------------------- */

static GtkWidget *
create_label (const char *text,
              gboolean    secondary)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (secondary)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dimmed");
    }

  return label;
}

static void
add_row (HnFilterRecords *self,
         const char      *value,
         const char      *title,
         const char      *detail)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (labels), create_label (title, FALSE));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (labels), create_label (detail, TRUE));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), labels);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find_chosen (self, value, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_list_box_append (self->list, check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
}

/* What is chosen stands above what may be. */
static void
add_chosen (HnFilterRecords *self)
{
  HnRegister *reg = hn_context_get_reader (hn_filter_editor_context (HN_FILTER_EDITOR (self)));
  const HnField *field = hn_filter_editor_slot (HN_FILTER_EDITOR (self))->field;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const char *value = g_ptr_array_index (self->chosen, i);
      g_autofree char *title =
        *value != '\0' ? hn_filter_value_title (reg, field, value) : g_strdup (_("Not recorded"));

      add_row (self, value, title, NULL);
    }
}

static void
fill (HnFilterRecords *self,
      GPtrArray       *offers)
{
  const HnField *field = hn_filter_editor_slot (HN_FILTER_EDITOR (self))->field;
  gboolean searched = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_list_box_remove_all (self->list);
  if (!searched)
    add_chosen (self);
  for (guint i = 0; i < offers->len; i++)
    {
      const HnCandidate *offer = g_ptr_array_index (offers, i);
      g_autofree char *value = hn_filter_offer_value (field, offer->value);

      if (searched || !find_chosen (self, value, NULL))
        add_row (self, value, offer->title, offer->detail);
    }
  if (!searched && (field->flags & HN_FIELD_REQUIRED) == 0 && !find_chosen (self, "", NULL))
    add_row (self, "", _("Not recorded"), NULL);
}

static void
offered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HnFilterRecords) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = hn_filter_offer_finish (HN_STORE (source), result, &error);

  if (offers != NULL)
    fill (self, offers);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_list_box_remove_all (self->list);
      gtk_list_box_append (self->list, create_label (error->message, TRUE));
    }
}

static void
ask (HnFilterRecords *self)
{
  HnContext *context = hn_filter_editor_context (HN_FILTER_EDITOR (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hn_filter_offer_async (hn_context_get_store (context), hn_filter_editor_slot (HN_FILTER_EDITOR (self)),
                         gtk_editable_get_text (GTK_EDITABLE (self->search)), self->cancellable, offered_cb,
                         g_object_ref (self));
}

/* Enter chooses the first that is offered. */
static void
activated_cb (HnFilterRecords *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  GtkWidget *child = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  if (GTK_IS_CHECK_BUTTON (child) && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
      hn_filter_editor_close (HN_FILTER_EDITOR (self));
    }
}

static void
stopped_cb (HnFilterRecords *self)
{
  hn_filter_editor_close (HN_FILTER_EDITOR (self));
}

/* --- the object ---------------------------------------------------------- */

static void
hn_filter_records_dispose (GObject *object)
{
  HnFilterRecords *self = HN_FILTER_RECORDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_FILTER_RECORDS);

  G_OBJECT_CLASS (hn_filter_records_parent_class)->dispose (object);
}

static void
hn_filter_records_class_init (HnFilterRecordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_filter_records_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-filter-records.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFilterRecords, search);
  gtk_widget_class_bind_template_child (widget_class, HnFilterRecords, list);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
hn_filter_records_init (HnFilterRecords *self)
{
  GtkWidget *none = gtk_label_new (_("Nothing is called so"));

  self->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (none, "dimmed");
  gtk_widget_set_margin_top (none, 12);
  gtk_widget_set_margin_bottom (none, 12);
  gtk_list_box_set_placeholder (self->list, none);
}

/**
 * hn_filter_records_new:
 * @slot: a reference or country
 * @term: (nullable): the condition so far
 *
 * Returns: (transfer floating): the records it can refer to, to be searched and ticked
 */
GtkWidget *
hn_filter_records_new (HnContext          *context,
                       const HnFilterSlot *slot,
                       const HnFilterTerm *term)
{
  HnFilterRecords *self = g_object_new (HN_TYPE_FILTER_RECORDS, NULL);

  hn_filter_editor_set_slot (HN_FILTER_EDITOR (self), context, slot);
  for (guint i = 0; term != NULL && term->clause.values[i] != NULL; i++)
    g_ptr_array_add (self->chosen, g_strdup (term->clause.values[i]));
  ask (self);

  return GTK_WIDGET (self);
}
