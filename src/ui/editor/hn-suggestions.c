/* What the typed words may mean, below the field in which they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-suggestions.h"

#include <glib/gi18n-lib.h>

#include "hn-spoken.h"
#include "hn-tabs.h"

struct _HnSuggestions
{
  GtkPopover parent_instance;

  GPtrArray *candidates; /* of HnCandidate, as the rows */

  GtkScrolledWindow *scroller;
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
create_label (const char         *text,
              PangoEllipsizeMode  ellipsize)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);

  return label;
}

/* (transfer full): what a row says, and a screen reader of it */
static char *
name_candidate (const HnCandidate *candidate)
{
  g_autofree char *kind = NULL;

  if (candidate->create == NULL)
    return g_strdup (candidate->title);

  kind = hn_tab_lower (hn_kind_get_label (candidate->create));

  /* Translators: a kind of record, and what the new one is called: Create person “Nguyễn Thị Hoa”… */
  return g_strdup_printf (_("Create %s “%s”…"), kind, candidate->title);
}

static GtkWidget *
create_content (const HnCandidate *candidate,
                const char        *name)
{
  GtkWidget *box, *detail;

  if (candidate->create != NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (box), hn_spoken_picture ("list-add-symbolic"));
      gtk_box_append (GTK_BOX (box), create_label (name, PANGO_ELLIPSIZE_MIDDLE));
      return box;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_label (name, PANGO_ELLIPSIZE_MIDDLE));
  if (candidate->detail != NULL)
    {
      detail = create_label (candidate->detail, PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }

  return box;
}

static GtkWidget *
create_row (const HnCandidate *candidate)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *name = name_candidate (candidate);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_content (candidate, name));
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/* A line between what is there and what would be created. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  HnSuggestions *self = user_data;
  int index = gtk_list_box_row_get_index (row);
  const HnCandidate *candidate = g_ptr_array_index (self->candidates, index);
  gboolean begins = index > 0 && candidate->create != NULL
                    && ((const HnCandidate *) g_ptr_array_index (self->candidates, index - 1))->create == NULL;

  gtk_list_box_row_set_header (row, begins ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
hn_suggestions_dispose (GObject *object)
{
  HnSuggestions *self = HN_SUGGESTIONS (object);

  /* The rows go last, one by one, and would ask for lines between what is no more. */
  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, HnSuggestions, scroller);
  gtk_widget_class_bind_template_child (widget_class, HnSuggestions, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_suggestions_init (HnSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
}

/**
 * hn_suggestions_new:
 *
 * Returns: (transfer floating): an empty list of what an entry could be completed to
 */
GtkWidget *
hn_suggestions_new (void)
{
  return g_object_new (HN_TYPE_SUGGESTIONS, NULL);
}

/**
 * hn_suggestions_show:
 * @candidates: (element-type HnCandidate): what to offer; without any the popover goes away
 * @select_first: whether the first of them is what Enter takes
 */
void
hn_suggestions_show (HnSuggestions *self,
                     GPtrArray     *candidates,
                     gboolean       select_first)
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
  gtk_list_box_select_row (self->list, select_first ? gtk_list_box_get_row_at_index (self->list, 0) : NULL);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* The arrow keys go on below what is in sight. */
static void
show_row (HnSuggestions *self,
          GtkWidget     *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/**
 * hn_suggestions_move:
 * @rows: how far, 1 is the next one; before the first none is selected
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
  index = CLAMP (index + rows, -1, (int) self->candidates->len - 1);
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    show_row (self, GTK_WIDGET (row));

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
