/* The view of a list of records: its columns, their order and their widths. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-record-view.h"

#include "hn-list-row.h"
#include "hn-record-column.h"

/* The title of a column of numbers stands over its numbers; GTK has no property for it. */
static void
align_header (GtkWidget *title,
              GListModel *columns)
{
  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const HnField *field = column != NULL ? hn_record_column_get_field (column) : NULL;

      GtkWidget *box = gtk_widget_get_first_child (title);

      if (field == NULL || !hn_field_is_number (field) || box == NULL)
        continue;
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_widget_insert_before (gtk_widget_get_first_child (box), box, NULL);
    }
}

/* What a screen reader says of a row is what the record is called. */
static void
name_row (HnListRow        *row,
          GParamSpec       *pspec,
          GtkColumnViewRow *item)
{
  HnRecord *record = hn_list_row_get_record (row);
  g_autofree char *title = record != NULL ? hn_record_title (record) : g_strdup ("");

  gtk_column_view_row_set_accessible_label (item, title);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkColumnViewRow         *item)
{
  HnListRow *row = gtk_column_view_row_get_item (item);

  g_signal_connect_object (row, "notify::record", G_CALLBACK (name_row), item, G_CONNECT_DEFAULT);
  name_row (row, NULL, item);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewRow         *item)
{
  g_signal_handlers_disconnect_by_data (gtk_column_view_row_get_item (item), item);
}

static void
add_columns (GtkColumnView *view,
             const HnKind  *kind)
{
  g_autoptr (GPtrArray) fields = hn_record_column_fields (kind);
  g_autoptr (GtkColumnViewColumn) narrow = hn_record_column_new_narrow (kind);
  gboolean descending = *kind->order == '-';
  const char *order = descending ? kind->order + 1 : kind->order;

  for (guint i = 0; i < fields->len; i++)
    {
      const HnField *field = g_ptr_array_index (fields, i);
      g_autoptr (GtkColumnViewColumn) column = hn_record_column_new (kind, field);

      gtk_column_view_append_column (view, column);
      if (g_str_equal (field->name, order))
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
  gtk_column_view_append_column (view, narrow);
}

/**
 * hn_record_view_build:
 *
 * Gives an empty view the columns of a kind, in its order, and the one of a narrow window.
 */
void
hn_record_view_build (GtkColumnView *view,
                      const HnKind  *kind)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (kind != NULL);

  g_signal_connect (rows, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  gtk_column_view_set_row_factory (view, rows);
  add_columns (view, kind);
  align_header (gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view))),
                gtk_column_view_get_columns (view));
}

/**
 * hn_record_view_fit:
 * @rows: what the view shows
 *
 * Makes the columns as wide as the first page needs.
 */
void
hn_record_view_fit (GtkColumnView *view,
                    GListModel    *rows)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (hn_record_column_get_field (column) != NULL)
        hn_record_column_fit (column, rows, GTK_WIDGET (view));
    }
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
