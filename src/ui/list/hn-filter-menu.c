/* What else a list can be filtered by. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-filter-menu.h"

#include <glib/gi18n-lib.h>

struct _HnFilterMenu
{
  GtkPopover parent_instance;

  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HnFilterMenu, hn_filter_menu, GTK_TYPE_POPOVER)

static const HnFilterSlot *
get_slot (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "slot");
}

static void
row_activated_cb (HnFilterMenu  *self,
                  GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, get_slot (row));
}

/* What refers to the records stands under a heading of its own. */
static void
head_row (GtkListBoxRow *row,
          GtkListBoxRow *before,
          gpointer       user_data)
{
  GtkWidget *heading = NULL;

  if (get_slot (row)->type == HN_SLOT_LINKED && (before == NULL || get_slot (before)->type != HN_SLOT_LINKED))
    {
      heading = gtk_label_new (_("With or Without"));
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      gtk_widget_add_css_class (heading, "dimmed");
    }
  gtk_list_box_row_set_header (row, heading);
}

static void
add_row (HnFilterMenu       *self,
         const HnFilterSlot *slot)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (hn_filter_slot_get_label (slot));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "slot", (gpointer) slot);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, hn_filter_slot_get_label (slot),
                                  -1);
  gtk_list_box_append (self->list, row);
}

static void
hn_filter_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_FILTER_MENU);

  G_OBJECT_CLASS (hn_filter_menu_parent_class)->dispose (object);
}

static void
hn_filter_menu_class_init (HnFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_filter_menu_dispose;

  /**
   * HnFilterMenu::chosen:
   * @slot: an #HnFilterSlot
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, HnFilterMenu, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
hn_filter_menu_init (HnFilterMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, head_row, NULL, NULL);
}

/**
 * hn_filter_menu_new:
 *
 * Returns: (transfer floating): the menu of what a list can be filtered by
 */
GtkWidget *
hn_filter_menu_new (void)
{
  return g_object_new (HN_TYPE_FILTER_MENU, NULL);
}

/**
 * hn_filter_menu_fill:
 * @slots: (element-type HnFilterSlot): what to offer, fields before kinds; must stay
 */
void
hn_filter_menu_fill (HnFilterMenu *self,
                     GPtrArray    *slots)
{
  g_return_if_fail (HN_IS_FILTER_MENU (self));
  g_return_if_fail (slots != NULL);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < slots->len; i++)
    add_row (self, g_ptr_array_index (slots, i));
}
