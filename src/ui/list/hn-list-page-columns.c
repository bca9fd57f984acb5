/* The columns of a list's page: which, how wide, in which order, and that this is remembered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-columns-menu.h"
#include "hn-list-page-private.h"
#include "hn-record-rows.h"
#include "hn-record-view.h"

/* Who draws a column wider is done so long after the last step, in milliseconds. */
#define KEEP_MS 400

static void
keep (HnListPage *self)
{
  g_autoptr (HnListLayout) layout = hn_record_view_get_layout (self->view, self->kind);

  hn_list_memory_write (hn_context_get_settings (self->context), self->kind, layout);
}

static gboolean
keep_cb (gpointer data)
{
  HnListPage *self = data;

  self->keep = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
keep_later (HnListPage *self)
{
  if (self->arranging)
    return;

  g_clear_handle_id (&self->keep, g_source_remove);
  self->keep = g_timeout_add (KEEP_MS, keep_cb, self);
}

/**
 * hn_list_page_keep_columns_now:
 *
 * Writes down at once what was to be written down soon.
 */
void
hn_list_page_keep_columns_now (HnListPage *self)
{
  if (self->keep == 0)
    return;

  g_clear_handle_id (&self->keep, g_source_remove);
  keep (self);
}

static GtkAdjustment *
get_adjustment (HnListPage *self)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
}

/* Before the view has been given its place there is no room to speak of. */
static void
adapt (HnListPage *self)
{
  int room = (int) gtk_adjustment_get_page_size (get_adjustment (self));

  if (room > 0 && !self->narrow)
    hn_record_view_adapt (self->view, self->kind, room);
}

static void
fit (HnListPage *self)
{
  gboolean arranging = self->arranging;

  self->arranging = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    hn_record_view_fit (self->view, G_LIST_MODEL (self->list));
  adapt (self);
  self->arranging = arranging;
}

static gboolean
adapt_cb (gpointer data)
{
  HnListPage *self = data;
  gboolean arranging = self->arranging;

  self->adapt = 0;
  self->arranging = TRUE;
  adapt (self);
  self->arranging = arranging;

  return G_SOURCE_REMOVE;
}

/* While the view is given its place, its columns cannot change. */
static void
room_changed_cb (HnListPage *self)
{
  if (self->adapt == 0 && !self->arranging)
    self->adapt = g_idle_add (adapt_cb, self);
}

/* --- what a person does with them ---------------------------------------- */

static void
sorter_changed_cb (HnListPage *self)
{
  g_autofree char *sort = NULL;

  if (self->arranging)
    return;

  hn_record_rows_say_sort (self->view, self->kind);
  sort = hn_record_view_get_sort (self->view, self->kind);
  hn_list_query_set_sort (self->query, sort);
  keep_later (self);
}

/* New columns are as wide as their first rows, and heard from then on. */
static void
columns_changed_cb (HnListPage *self,
                    guint       position,
                    guint       removed,
                    guint       added,
                    GListModel *columns)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_handlers_disconnect_by_data (column, self);
      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (keep_later), self, G_CONNECT_SWAPPED);
    }
  if (!self->arranging)
    fit (self);
  keep_later (self);
}

static void
set_layout (HnListPage         *self,
            const HnListLayout *layout)
{
  self->arranging = TRUE;
  hn_record_view_set_layout (self->view, self->kind, layout);
  fit (self);
  self->arranging = FALSE;
  sorter_changed_cb (self);
}

/**
 * hn_list_page_build_columns:
 *
 * Gives the view its columns as they were left.
 */
void
hn_list_page_build_columns (HnListPage         *self,
                            const HnListLayout *layout)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  self->arranging = TRUE;
  hn_record_view_build (self->view, self->kind, layout);
  hn_record_rows_say_sort (self->view, self->kind);
  fit (self);
  self->arranging = FALSE;

  columns_changed_cb (self, 0, 0, g_list_model_get_n_items (columns), columns);
  g_clear_handle_id (&self->keep, g_source_remove);
  g_signal_connect_object (columns, "items-changed", G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->query, "answered", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "notify::page-size", G_CALLBACK (room_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (hn_filter_bar_get_columns_button (self->filter_bar),
                               hn_columns_menu_new (self->view, self->kind));
}

/**
 * hn_list_page_update_columns_menu:
 *
 * Columns are chosen where they are seen, the order everywhere.
 */
void
hn_list_page_update_columns_menu (HnListPage *self)
{
  GtkPopover *menu = gtk_menu_button_get_popover (hn_filter_bar_get_columns_button (self->filter_bar));

  hn_columns_menu_set_narrow (HN_COLUMNS_MENU (menu), self->narrow);
}

/**
 * hn_list_page_set_sort:
 *
 * Sorts by a field, as a list query takes it, and says so in the head.
 */
void
hn_list_page_set_sort (HnListPage *self,
                       const char *sort)
{
  self->arranging = TRUE;
  hn_record_view_sort_by (self->view, self->kind, sort);
  fit (self);
  self->arranging = FALSE;
  sorter_changed_cb (self);
}

static void
columns_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_menu_button_popup (hn_filter_bar_get_columns_button (HN_LIST_PAGE (widget)->filter_bar));
}

static void
hide_column_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  const HnField *field = hn_kind_get_field (self->kind, g_variant_get_string (parameter, NULL));

  if (field != NULL)
    hn_record_view_show_column (self->view, self->kind, field, FALSE);
}

static void
reset_columns_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HnListPage *self = HN_LIST_PAGE (widget);
  g_autoptr (HnListLayout) layout = hn_list_layout_new (self->kind);

  gtk_menu_button_popdown (hn_filter_bar_get_columns_button (self->filter_bar));
  set_layout (self, layout);
  g_clear_handle_id (&self->keep, g_source_remove);
  hn_list_memory_clear (hn_context_get_settings (self->context), self->kind);
}

/**
 * hn_list_page_install_column_actions:
 *
 * Installs the actions on columns, `list.columns` and others, in the class of the page.
 */
void
hn_list_page_install_column_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "list.hide-column", "s", hide_column_action);
  gtk_widget_class_install_action (widget_class, "list.reset-columns", NULL, reset_columns_action);
}
