/* Which columns a list shows, and by which it is sorted: the same for who cannot press their heads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-columns-menu.h"

#include <glib/gi18n-lib.h>

#include "hn-record-view.h"
#include "hn-spoken.h"

struct _HnColumnsMenu
{
  GtkPopover parent_instance;

  GtkColumnView *view; /* not owned: the menu hangs at its page */
  const HnKind *kind;
  gboolean filling;

  GtkWidget *columns;
  GtkWidget *usual_button;
  GtkListBox *list;
  GtkDropDown *order_drop_down;
  GtkToggleButton *descending_button;
};

G_DEFINE_FINAL_TYPE (HnColumnsMenu, hn_columns_menu, GTK_TYPE_POPOVER)

static const HnField *
get_field (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "field");
}

/* The last column cannot go: there would be no list. */
static void
update_sensitive (HnColumnsMenu *self)
{
  guint n_shown = hn_record_view_get_n_columns (self->view);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

      gtk_widget_set_sensitive (row, n_shown > 1 || !gtk_check_button_get_active (check));
    }
}

static void
toggled_cb (HnColumnsMenu  *self,
            GtkCheckButton *check)
{
  if (self->filling)
    return;

  hn_record_view_show_column (self->view, self->kind, get_field (check), gtk_check_button_get_active (check));
  update_sensitive (self);
}

static void
add_row (HnColumnsMenu *self,
         const HnField *field)
{
  GtkWidget *check = gtk_check_button_new_with_label (hn_field_get_label (field));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), hn_record_view_find_column (self->view, field) != NULL);
  g_object_set_data (G_OBJECT (check), "field", (gpointer) field);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, check);
  gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
}

static void
fill_columns (HnColumnsMenu *self)
{
  g_autoptr (GPtrArray) fields = hn_list_fields (self->kind);

  self->filling = TRUE;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < fields->len; i++)
    add_row (self, g_ptr_array_index (fields, i));
  self->filling = FALSE;
  update_sensitive (self);
}

/* --- the order ----------------------------------------------------------- */

static void
order_changed_cb (HnColumnsMenu *self)
{
  guint selected = gtk_drop_down_get_selected (self->order_drop_down);
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *sort = NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  fields = hn_list_fields (self->kind);
  sort = g_strconcat (gtk_toggle_button_get_active (self->descending_button) ? "-" : "",
                      ((const HnField *) g_ptr_array_index (fields, selected))->name, NULL);
  hn_record_view_sort_by (self->view, self->kind, sort);
  fill_columns (self);
}

static void
fill_order (HnColumnsMenu *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) fields = hn_list_fields (self->kind);
  gboolean descending;
  const HnField *order = hn_record_view_find_order (self->view, self->kind, &descending);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < fields->len; i++)
    gtk_string_list_append (names, hn_field_get_label (g_ptr_array_index (fields, i)));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->order_drop_down, G_LIST_MODEL (names));
  if (order == NULL || !g_ptr_array_find (fields, order, &selected))
    selected = GTK_INVALID_LIST_POSITION;
  gtk_drop_down_set_selected (self->order_drop_down, selected);
  gtk_toggle_button_set_active (self->descending_button, descending);
  self->filling = FALSE;
}

static void
fill_cb (HnColumnsMenu *self)
{
  fill_columns (self);
  fill_order (self);
}

static void
hn_columns_menu_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HN_TYPE_COLUMNS_MENU);

  G_OBJECT_CLASS (hn_columns_menu_parent_class)->dispose (object);
}

static void
hn_columns_menu_class_init (HnColumnsMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hn_columns_menu_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, HN_RESOURCE_PATH "/ui/hn-columns-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, HnColumnsMenu, columns);
  gtk_widget_class_bind_template_child (widget_class, HnColumnsMenu, usual_button);
  gtk_widget_class_bind_template_child (widget_class, HnColumnsMenu, list);
  gtk_widget_class_bind_template_child (widget_class, HnColumnsMenu, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HnColumnsMenu, descending_button);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
}

static void
hn_columns_menu_init (HnColumnsMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hn_spoken_drop_down (self->order_drop_down, _("Sort by"));
}

/**
 * hn_columns_menu_new:
 * @view: must outlive the menu
 */
GtkWidget *
hn_columns_menu_new (GtkColumnView *view,
                     const HnKind  *kind)
{
  HnColumnsMenu *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (HN_TYPE_COLUMNS_MENU, NULL);
  self->view = view;
  self->kind = kind;

  return GTK_WIDGET (self);
}

/**
 * hn_columns_menu_set_narrow:
 *
 * In a narrow window there are no columns to choose, but an order.
 */
void
hn_columns_menu_set_narrow (HnColumnsMenu *self,
                            gboolean       narrow)
{
  g_return_if_fail (HN_IS_COLUMNS_MENU (self));

  gtk_widget_set_visible (self->columns, !narrow);
  gtk_widget_set_visible (self->usual_button, !narrow);
}
