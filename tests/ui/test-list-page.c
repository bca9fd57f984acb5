/* The page of a list: what is filtered, selected, shown and remembered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hn-filter-bar.h"
#include "hn-list-memory.h"
#include "hn-list-page.h"
#include "hn-record-view.h"
#include "hn-ui.h"
#include "model-fixture.h"

typedef struct
{
  GtkWidget     *window;
  HnListPage    *page;
  HnFilterBar   *bar;
  GtkColumnView *view;
  guint          n_notified; /* selected-id */
} Page;

/* (nullable): the first widget of a type, depth first */
static gpointer
find (GtkWidget *widget,
      GType      type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
notified_cb (Page *self)
{
  self->n_notified++;
}

static void
open_page (Page         *self,
           ModelFixture *fixture)
{
  *self = (Page) { 0 };
  self->page = HN_LIST_PAGE (hn_list_page_new (fixture->context, fixture->kind));
  self->bar = find (GTK_WIDGET (self->page), HN_TYPE_FILTER_BAR);
  self->view = find (GTK_WIDGET (self->page), GTK_TYPE_COLUMN_VIEW);
  self->window = gtk_window_new ();
  g_signal_connect_swapped (self->page, "notify::selected-id", G_CALLBACK (notified_cb), self);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 500);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
close_page (Page *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
n_rows (Page *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
}

static void
wait_rows (Page  *self,
           guint  n)
{
  while (n_rows (self) != n)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
id_of (Page  *self,
       guint  position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  return hn_list_row_get_id (row);
}

static void
activate (Page       *self,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
}

static void
test_filter (ModelFixture  *fixture,
             gconstpointer  data)
{
  const char *const where[] = { "name=Đợt 007", NULL };
  Page self;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  hn_list_page_set_conditions (self.page, where);
  wait_rows (&self, 1);
  g_assert_cmpuint (hn_filter_get_size (hn_filter_bar_get_filter (self.bar)), ==, 1);

  activate (&self, "list.clear-filters");
  wait_rows (&self, 60);
  g_assert_true (hn_filter_is_empty (hn_filter_bar_get_filter (self.bar)));

  /* One takes the place of the other. */
  hn_list_page_set_conditions (self.page, where);
  hn_list_page_set_search (self.page, "dot 01");
  wait_rows (&self, 11);
  g_assert_true (hn_filter_is_empty (hn_filter_bar_get_filter (self.bar)));

  close_page (&self);
}

static void
test_select (ModelFixture  *fixture,
             gconstpointer  data)
{
  const char *const where[] = { "name=Đợt 007", NULL };
  Page self;
  gint64 id;
  g_autoptr (GArray) all = NULL;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, 0);
  id = id_of (&self, 30);

  hn_list_page_select (self.page, id);
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, id);
  g_assert_cmpuint (self.n_notified, ==, 1);

  /* What the filter hides is shown without it. */
  hn_list_page_set_conditions (self.page, where);
  wait_rows (&self, 1);
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, 0);
  hn_list_page_select (self.page, id);
  wait_rows (&self, 60);
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, id);

  activate (&self, "list.select-all");
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, 0);
  all = hn_list_page_get_selected_ids (self.page);
  g_assert_cmpuint (all->len, ==, 60);

  close_page (&self);
}

/* Who deletes one after the other need not go back to the list. */
static void
test_next (ModelFixture  *fixture,
           gconstpointer  data)
{
  Page self;
  gint64 id, next;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  id = id_of (&self, 10);
  next = id_of (&self, 11);
  hn_list_page_select (self.page, id);
  model_fixture_delete (fixture, id);
  wait_rows (&self, 59);
  g_assert_cmpint (hn_list_page_get_selected_id (self.page), ==, next);

  close_page (&self);
}

static void
test_columns (ModelFixture  *fixture,
              gconstpointer  data)
{
  GSettings *settings = hn_context_get_settings (fixture->context);
  const HnField *note = hn_kind_get_field (fixture->kind, "note"), *to = hn_kind_get_field (fixture->kind, "to");
  g_autoptr (HnListLayout) first = hn_list_layout_new (fixture->kind);
  g_autoptr (HnListLayout) kept = NULL;
  GtkColumnViewColumn *column;
  Page self;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  g_assert_cmpuint (hn_record_view_get_n_columns (self.view), ==, first->columns->len);

  hn_record_view_show_column (self.view, fixture->kind, note, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self.page), "list.hide-column", "s", "purpose");
  gtk_widget_activate_action (GTK_WIDGET (self.page), "list.hide-column", "s", "to");
  column = hn_record_view_find_column (self.view, note);
  gtk_column_view_column_set_fixed_width (column, 333);
  gtk_column_view_sort_by_column (self.view, column, GTK_SORT_DESCENDING);
  close_page (&self);

  /* What is left so is found so. */
  kept = hn_list_memory_read (settings, fixture->kind);
  g_assert_cmpstr (kept->sort, ==, "-note");
  open_page (&self, fixture);
  wait_rows (&self, 60);
  g_assert_cmpuint (hn_record_view_get_n_columns (self.view), ==, first->columns->len);
  g_assert_null (hn_record_view_find_column (self.view, to));
  column = hn_record_view_find_column (self.view, note);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 333);

  activate (&self, "list.reset-columns");
  g_assert_nonnull (hn_record_view_find_column (self.view, to));
  g_assert_null (hn_record_view_find_column (self.view, note));
  close_page (&self);
  g_clear_pointer (&kept, hn_list_layout_free);
  kept = hn_list_memory_read (settings, fixture->kind);
  g_assert_null (kept->sort);
  g_assert_cmpuint (kept->columns->len, ==, first->columns->len);
}

/* In a narrow window there is one column, and what is hidden of the others stays hidden. */
static void
test_narrow (ModelFixture  *fixture,
             gconstpointer  data)
{
  const HnField *name = hn_kind_get_field (fixture->kind, "name");
  Page self;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  hn_list_page_set_narrow (self.page, TRUE);
  g_assert_false (gtk_column_view_column_get_visible (hn_record_view_find_column (self.view, name)));
  hn_list_page_set_narrow (self.page, FALSE);
  g_assert_true (gtk_column_view_column_get_visible (hn_record_view_find_column (self.view, name)));

  close_page (&self);
}

static int
width_of (Page          *self,
          const HnField *field)
{
  return gtk_column_view_column_get_fixed_width (hn_record_view_find_column (self->view, field));
}

/* Of the columns that are shown. */
static int
add_widths (Page *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  int sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        sum += MAX (gtk_column_view_column_get_fixed_width (column), 0);
    }

  return sum;
}

/* What room there is goes to the words, each to its part, and none of it to figures and dates. */
static void
test_room (ModelFixture  *fixture,
           gconstpointer  data)
{
  const HnField *name = hn_kind_get_field (fixture->kind, "name"), *from = hn_kind_get_field (fixture->kind, "from");
  int n_columns, names, dates;
  Page self;

  open_page (&self, fixture);
  wait_rows (&self, 60);
  while (width_of (&self, name) <= 0)
    g_main_context_iteration (NULL, TRUE);
  n_columns = (int) hn_record_view_get_n_columns (self.view);

  hn_record_view_adapt (self.view, fixture->kind, 1200);
  names = width_of (&self, name);
  dates = width_of (&self, from);
  g_assert_cmpint (add_widths (&self), >, 1200 - n_columns);
  g_assert_cmpint (add_widths (&self), <=, 1200);

  hn_record_view_adapt (self.view, fixture->kind, 2400);
  g_assert_cmpint (width_of (&self, name), >, names);
  g_assert_cmpint (width_of (&self, name), <, 2400 - names);
  g_assert_cmpint (width_of (&self, from), ==, dates);
  g_assert_cmpint (add_widths (&self), >, 2400 - n_columns);
  g_assert_cmpint (add_widths (&self), <=, 2400);

  hn_record_view_adapt (self.view, fixture->kind, 500);
  g_assert_cmpint (width_of (&self, name), <, names);
  g_assert_cmpint (add_widths (&self), <=, 500);

  close_page (&self);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();

#define ADD(path, test)                                                                                                \
  g_test_add ("/ui/list-page/" path, ModelFixture, GUINT_TO_POINTER (60), model_fixture_set_up, test,                  \
              model_fixture_tear_down)
  ADD ("filter", test_filter);
  ADD ("select", test_select);
  ADD ("next", test_next);
  ADD ("columns", test_columns);
  ADD ("narrow", test_narrow);
  ADD ("room", test_room);
#undef ADD

  return g_test_run ();
}
