/* What a screen reader says of the rows of a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hn-record-rows.h"

#include <glib/gi18n-lib.h>

#include "hn-list-row.h"
#include "hn-number.h"
#include "hn-record-column.h"
#include "hn-record-view.h"

/* "2 of 95. Kind: bilateral. Founded: 12/10/1998": what the eye finds below the heads of the columns. */
static char *
describe_row (GtkColumnView    *view,
              GtkColumnViewRow *item,
              HnRecord         *record)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autofree char *number = hn_number_print (gtk_column_view_row_get_position (item) + 1, 0);
  g_autofree char *all =
    hn_number_print (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), 0);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the place of a row in a list, "2 of 95" */
  g_string_append_printf (text, _("%s of %s"), number, all);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const HnField *field = hn_record_column_get_field (column);
      g_autofree char *value = field != NULL ? hn_record_print (record, field->name) : NULL;

      if (value != NULL && *value != '\0' && !gtk_column_view_column_get_expand (column))
        g_string_append_printf (text, ". %s: %s", hn_field_get_label (field), value);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What a screen reader says of a row is what the record is called, and of the one that is chosen also the rest: to say
 * it of each that scrolls by would cost more than to show it. */
static void
name_row (HnListRow        *row,
          GParamSpec       *pspec,
          GtkColumnViewRow *item)
{
  GtkColumnView *view = g_object_get_data (G_OBJECT (item), "view");
  HnRecord *record = hn_list_row_get_record (row);
  g_autofree char *title = record != NULL ? hn_record_title (record) : g_strdup ("");
  g_autofree char *description = NULL;

  if (record != NULL && gtk_column_view_row_get_selected (item))
    description = describe_row (view, item, record);
  gtk_column_view_row_set_accessible_label (item, title);
  gtk_column_view_row_set_accessible_description (item, description != NULL ? description : "");
}

static void
row_selected_cb (GtkColumnViewRow *item)
{
  if (gtk_column_view_row_get_item (item) != NULL)
    name_row (gtk_column_view_row_get_item (item), NULL, item);
}

static void
row_set_up_cb (GtkColumnView    *view,
               GtkColumnViewRow *item)
{
  g_object_set_data (G_OBJECT (item), "view", view);
  g_signal_connect (item, "notify::selected", G_CALLBACK (row_selected_cb), NULL);
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

/**
 * hn_record_rows_new:
 * @view: the list, which owns what is made for it
 *
 * Returns: (transfer full): what names the rows of a view
 */
GtkListItemFactory *
hn_record_rows_new (GtkColumnView *view)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);

  return factory;
}

/* (nullable): the words in the head of a column */
static const char *
head_title (GtkWidget *widget)
{
  const char *title = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); title == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    title = head_title (child);

  return title;
}

/* The heads do not stand in the order of their columns: they are known by their words. */
static void
describe_heads (GtkColumnView *view,
                const char    *sorted,
                const char    *words)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));

  for (GtkWidget *head = gtk_widget_get_first_child (header); head != NULL; head = gtk_widget_get_next_sibling (head))
    gtk_accessible_update_property (GTK_ACCESSIBLE (head), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    sorted != NULL && g_strcmp0 (head_title (head), sorted) == 0 ? words : "", -1);
}

/**
 * hn_record_rows_say_sort:
 *
 * Tells who cannot see the arrow in the head by what the list is sorted: of the list, and of the head.
 */
void
hn_record_rows_say_sort (GtkColumnView *view,
                         const HnKind  *kind)
{
  gboolean descending;
  const HnField *field = hn_record_view_find_order (view, kind, &descending);
  g_autofree char *words = NULL;

  if (field != NULL)
    words =
      g_strdup_printf (descending ? _("Sorted by %s, descending") : _("Sorted by %s"), hn_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  describe_heads (view, field != NULL ? hn_field_get_label (field) : NULL, words != NULL ? words : "");
}
