/* The view of a list of records: its columns, their order and their widths. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-record-view.h"

#include <glib/gi18n-lib.h>

#include "hn-narrow-column.h"
#include "hn-record-column.h"
#include "hn-record-rows.h"

/* (nullable): the words in the head of a column, within its box */
static GtkWidget *
find_label (GtkWidget *box)
{
  GtkWidget *child = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  while (child != NULL && !GTK_IS_LABEL (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static gboolean
is_number (GtkColumnView *view,
           const char    *title)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const HnField *field = hn_record_column_get_field (column);

      if (field != NULL && g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return hn_field_is_number (field);
    }

  return FALSE;
}

/* The title of a column of numbers stands over its numbers. GTK has no property for it, and its heads do not stand in
 * the order of their columns: they are known by their words. */
static void
align_headers (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = find_label (box);

      if (label == NULL || gtk_widget_get_halign (box) == GTK_ALIGN_END
          || !is_number (view, gtk_label_get_label (GTK_LABEL (label))))
        continue;
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_widget_insert_before (label, box, NULL);
    }
}

static gboolean
is_narrow (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (hn_record_column_get_field (column) == NULL)
        return gtk_column_view_column_get_visible (column);
    }

  return FALSE;
}

static GMenuModel *
create_head_menu (const HnField *field)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new (), all = g_menu_new ();
  g_autoptr (GMenuItem) hide = g_menu_item_new (_("_Hide Column"), NULL);

  g_menu_item_set_action_and_target (hide, "list.hide-column", "s", field->name);
  g_menu_append_item (one, hide);
  g_menu_append (all, _("_Columns…"), "list.columns");
  g_menu_append (all, _("_Usual Columns"), "list.reset-columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
insert_column (GtkColumnView *view,
               const HnKind  *kind,
               const HnField *field,
               int            width,
               guint          position)
{
  g_autoptr (GtkColumnViewColumn) column = hn_record_column_new (kind, field);
  g_autoptr (GMenuModel) menu = create_head_menu (field);

  hn_record_column_set_width (column, width);
  gtk_column_view_column_set_header_menu (column, menu);
  gtk_column_view_column_set_visible (column, !is_narrow (view));
  gtk_column_view_insert_column (view, position, column);
}

/**
 * hn_record_view_build:
 *
 * Gives an empty view the columns of a layout, in its order, and the one of a narrow window.
 */
void
hn_record_view_build (GtkColumnView      *view,
                      const HnKind       *kind,
                      const HnListLayout *layout)
{
  g_autoptr (GtkListItemFactory) rows = NULL;
  g_autoptr (GtkColumnViewColumn) narrow = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (kind != NULL && layout != NULL);

  rows = hn_record_rows_new (view);
  gtk_column_view_set_row_factory (view, rows);
  narrow = hn_narrow_column_new (kind);
  gtk_column_view_append_column (view, narrow);
  hn_record_view_set_layout (view, kind, layout);
}

/**
 * hn_record_view_set_layout:
 *
 * Shows the columns of a layout instead of those that there are.
 */
void
hn_record_view_set_layout (GtkColumnView      *view,
                           const HnKind       *kind,
                           const HnListLayout *layout)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (kind != NULL && layout != NULL);

  columns = gtk_column_view_get_columns (view);
  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (hn_record_column_get_field (column) != NULL)
        gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < layout->columns->len; i++)
    {
      const HnListColumn *column = &g_array_index (layout->columns, HnListColumn, i);

      insert_column (view, kind, column->field, column->width, i);
    }
  align_headers (view);
  hn_record_view_sort_by (view, kind, layout->sort);
}

/**
 * hn_record_view_get_layout:
 *
 * Returns: (transfer full): the columns as they stand, and the order
 */
HnListLayout *
hn_record_view_get_layout (GtkColumnView *view,
                           const HnKind  *kind)
{
  HnListLayout *layout;
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  layout = hn_list_layout_new (kind);
  g_array_set_size (layout->columns, 0);
  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const HnListColumn shown = { hn_record_column_get_field (column), hn_record_column_get_width (column) };

      if (shown.field != NULL)
        g_array_append_val (layout->columns, shown);
    }
  layout->sort = hn_record_view_get_sort (view, kind);

  return layout;
}

/**
 * hn_record_view_get_n_columns:
 *
 * Returns: how many columns of fields the view has
 */
guint
hn_record_view_get_n_columns (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), 0);

  /* But for the one of a narrow window. */
  return g_list_model_get_n_items (gtk_column_view_get_columns (view)) - 1;
}

/**
 * hn_record_view_get_fields:
 *
 * Returns: (transfer container): what the columns show, in order, as pointers to #HnField
 */
GPtrArray *
hn_record_view_get_fields (GtkColumnView *view)
{
  GPtrArray *fields = g_ptr_array_new ();
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), fields);

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (hn_record_column_get_field (column) != NULL)
        g_ptr_array_add (fields, (gpointer) hn_record_column_get_field (column));
    }

  return fields;
}

/**
 * hn_record_view_find_column:
 *
 * Returns: (transfer none) (nullable): the column that shows a field
 */
GtkColumnViewColumn *
hn_record_view_find_column (GtkColumnView *view,
                            const HnField *field)
{
  GListModel *columns;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      /* The view holds it. */
      if (hn_record_column_get_field (column) == field)
        return column;
    }

  return NULL;
}

/**
 * hn_record_view_show_column:
 *
 * Shows a field in a column behind the others, or does not show it any more. The last column stays.
 */
void
hn_record_view_show_column (GtkColumnView *view,
                            const HnKind  *kind,
                            const HnField *field,
                            gboolean       shown)
{
  GtkColumnViewColumn *column;
  guint n_columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (kind != NULL && field != NULL);

  column = hn_record_view_find_column (view, field);
  n_columns = hn_record_view_get_n_columns (view);
  if (shown && column == NULL)
    {
      insert_column (view, kind, field, 0, n_columns);
      align_headers (view);
    }
  else if (!shown && column != NULL && n_columns > 1)
    gtk_column_view_remove_column (view, column);
}

/**
 * hn_record_view_set_narrow:
 *
 * In a narrow window a record is two lines instead of a row of columns.
 */
void
hn_record_view_set_narrow (GtkColumnView *view,
                           gboolean       narrow)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, (hn_record_column_get_field (column) == NULL) == narrow);
    }
}

/**
 * hn_record_view_get_sort:
 *
 * Returns: (transfer full) (nullable): the order that was chosen in the head, as a list query takes it; %NULL for the
 *   kind's own
 */
char *
hn_record_view_get_sort (GtkColumnView *view,
                         const HnKind  *kind)
{
  GtkColumnViewSorter *sorter;
  GtkColumnViewColumn *column;
  gboolean descending;
  g_autofree char *sort = NULL;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));
  column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  if (column == NULL)
    return NULL;

  descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  sort = g_strconcat (descending ? "-" : "", hn_record_column_get_field (column)->name, NULL);

  return g_str_equal (sort, kind->order) ? NULL : g_steal_pointer (&sort);
}

/**
 * hn_record_view_find_order:
 * @descending: (out): which way
 *
 * Returns: (nullable): by what the list is sorted, as the head says it or by the kind's own order
 */
const HnField *
hn_record_view_find_order (GtkColumnView *view,
                           const HnKind  *kind,
                           gboolean      *descending)
{
  g_autofree char *sort = hn_record_view_get_sort (view, kind);
  const char *order = sort != NULL ? sort : kind->order;

  *descending = *order == '-';

  return hn_kind_get_field (kind, *descending ? order + 1 : order);
}

/**
 * hn_record_view_sort_by:
 * @sort: (nullable): as a list query takes it; %NULL is the kind's own order
 *
 * Points the arrow in the head to an order; a field that has no column gets one.
 */
void
hn_record_view_sort_by (GtkColumnView *view,
                        const HnKind  *kind,
                        const char    *sort)
{
  const char *order = sort != NULL ? sort : kind->order;
  gboolean descending = *order == '-';
  const HnField *field = hn_kind_get_field (kind, descending ? order + 1 : order);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  if (field != NULL && sort != NULL)
    hn_record_view_show_column (view, kind, field, TRUE);
  gtk_column_view_sort_by_column (view, field != NULL ? hn_record_view_find_column (view, field) : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
