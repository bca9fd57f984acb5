/* What the typed words may mean, below the field in which they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-suggestions.h"

struct _HnSuggestions
{
  GtkPopover parent_instance;

  GPtrArray *candidates; /* of HnCandidate, as the rows */

  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnSuggestions, hn_suggestions, GTK_TYPE_POPOVER)

static void
row_activated_cb (HnSuggestions *self,
                  GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (index < self->candidates->len)
    g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->candidates, index));
}

static GtkWidget *
create_row (const HnCandidate *candidate)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (candidate->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), title);
  if (candidate->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (candidate->detail);

      gtk_label_set_xalign (GTK_LABEL (detail), 0);
      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, candidate->title, -1);

  return row;
}

static void
hn_suggestions_dispose (GObject *object)
{
  HnSuggestions *self = HN_SUGGESTIONS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HN_TYPE_SUGGESTIONS);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);

  G_OBJECT_CLASS (hn_suggestions_parent_class)->dispose (object);
}

static void
hn_suggestions_class_init (HnSuggestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hn_suggestions_dispose;

  /**
   * HnSuggestions::chosen:
   * @candidate: an #HnCandidate
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, HnSuggestions, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_suggestions_init (HnSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hn_suggestions_new (void)
{
  return g_object_new (HN_TYPE_SUGGESTIONS, NULL);
}

/**
 * hn_suggestions_show:
 * @candidates: (element-type HnCandidate): what to offer; without any the popover goes away
 */
void
hn_suggestions_show (HnSuggestions *self,
                     GPtrArray     *candidates)
{
  GtkWidget *parent;

  g_return_if_fail (HN_IS_SUGGESTIONS (self));
  g_return_if_fail (candidates != NULL);

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_ptr_array_ref (candidates);
  for (guint i = 0; i < candidates->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (candidates, i)));

  if (candidates->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), gtk_widget_get_width (parent), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}

/**
 * hn_suggestions_move:
 * @rows: how far, 1 is the next one
 *
 * Returns: whether there was something to move in
 */
gboolean
hn_suggestions_move (HnSuggestions *self,
                     int            rows)
{
  GtkListBoxRow *row;
  int index = -1;

  g_return_val_if_fail (HN_IS_SUGGESTIONS (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->candidates == NULL)
    return FALSE;

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    index = gtk_list_box_row_get_index (row);
  index = CLAMP (index + rows, 0, (int) self->candidates->len - 1);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));

  return TRUE;
}

/**
 * hn_suggestions_get_selected:
 *
 * Returns: (nullable): what the arrow keys went to
 */
const HnCandidate *
hn_suggestions_get_selected (HnSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HN_IS_SUGGESTIONS (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->candidates, gtk_list_box_row_get_index (row)) : NULL;
}
