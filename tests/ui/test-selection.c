/* The selection of a list: by ids, whatever happens to the rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hn-id-selection.h"
#include "model-fixture.h"

/* What the selection has announced. */
typedef struct
{
  guint n_items;     /* items-changed */
  guint position;
  guint removed;
  guint added;
  guint n_selection; /* selection-changed */
  guint first;
  guint length;
} Listener;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Listener   *listener)
{
  listener->n_items++;
  listener->position = position;
  listener->removed = removed;
  listener->added = added;
}

static void
selection_changed_cb (GtkSelectionModel *model,
                      guint              position,
                      guint              n_items,
                      Listener          *listener)
{
  listener->n_selection++;
  listener->first = position;
  listener->length = n_items;
}

static void
assert_selection_changed (Listener *listener,
                          guint     first,
                          guint     length)
{
  g_assert_cmpuint (listener->n_selection, ==, 1);
  g_assert_cmpuint (listener->first, ==, first);
  g_assert_cmpuint (listener->length, ==, length);
  listener->n_selection = 0;
}

typedef struct
{
  HnListQuery   *query;
  HnRecordList  *list;
  HnIdSelection *selection;
  Listener       listener;
} Selected;

/* A list by name, whole and answered, of which nothing is selected. */
static void
set_up (Selected     *self,
        ModelFixture *fixture)
{
  *self = (Selected){ 0 };
  self->query = hn_list_query_new_sorted (fixture->store, fixture->kind, "name");
  self->list = hn_record_list_new (self->query);
  hn_record_list_release_tail (self->list);
  model_fixture_settle (self->list);
  self->selection = hn_id_selection_new (self->list);
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (items_changed_cb), &self->listener);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), &self->listener);
}

static void
tear_down (Selected *self)
{
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->list);
  g_object_unref (self->query);
}

static gint64
id_at (Selected *self,
       guint     position)
{
  return g_array_index (hn_record_list_get_ids (self->list), gint64, position);
}

static gboolean
is_selected (Selected *self,
             guint     position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
}

static void
test_select (ModelFixture  *fixture,
             gconstpointer  data)
{
  Selected self;
  GtkSelectionModel *model;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GtkBitset) some = NULL;

  set_up (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 60);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, 0);

  g_assert_true (gtk_selection_model_select_item (model, 5, TRUE));
  assert_selection_changed (&self.listener, 0, 60);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, id_at (&self, 5));

  g_assert_true (gtk_selection_model_select_range (model, 10, 3, FALSE));
  assert_selection_changed (&self.listener, 10, 3);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 4);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, 0);

  g_assert_true (gtk_selection_model_unselect_item (model, 11));
  assert_selection_changed (&self.listener, 11, 1);
  ids = hn_id_selection_get_ids (self.selection);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, id_at (&self, 12));

  some = gtk_selection_model_get_selection_in_range (model, 4, 8);
  g_assert_cmpuint (gtk_bitset_get_size (some), ==, 2);
  g_assert_true (gtk_bitset_contains (some, 5));
  g_assert_true (gtk_bitset_contains (some, 10));

  g_assert_true (gtk_selection_model_unselect_all (model));
  assert_selection_changed (&self.listener, 0, 60);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 0);
  g_assert_cmpuint (self.listener.n_items, ==, 0);

  tear_down (&self);
}

static void
test_set_selection (ModelFixture  *fixture,
                    gconstpointer  data)
{
  Selected self;
  GtkSelectionModel *model;
  g_autoptr (GtkBitset) selected = gtk_bitset_new_range (20, 2), mask = gtk_bitset_new_range (10, 20);

  set_up (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  gtk_selection_model_select_range (model, 8, 4, TRUE);
  self.listener.n_selection = 0;

  g_assert_true (gtk_selection_model_set_selection (model, selected, mask));
  assert_selection_changed (&self.listener, 10, 20);
  g_assert_true (is_selected (&self, 9));
  g_assert_false (is_selected (&self, 10));
  g_assert_true (is_selected (&self, 21));
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 4);

  tear_down (&self);
}

/* Another order, a search, a save: the record is selected, not its place. */
static void
test_follows (ModelFixture  *fixture,
              gconstpointer  data)
{
  Selected self;
  g_autoptr (HnRecord) record = model_fixture_campaign ("A");
  gint64 id;

  set_up (&self, fixture);
  id = id_at (&self, 12);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self.selection), 12, TRUE);
  self.listener.n_selection = 0;

  hn_list_query_set_sort (self.query, "-name");
  model_fixture_settle (self.list);
  assert_selection_changed (&self.listener, 0, 60);
  g_assert_true (is_selected (&self, 47));
  g_assert_false (is_selected (&self, 12));
  g_assert_cmpuint (self.listener.n_items, ==, 0);

  /* It comes in before: one row is announced, and the selected one moves with its widget. */
  hn_list_query_set_sort (self.query, "name");
  model_fixture_settle (self.list);
  self.listener.n_items = 0;
  model_fixture_save (fixture, record);
  model_fixture_settle (self.list);
  g_assert_cmpuint (self.listener.n_items, ==, 1);
  g_assert_cmpuint (self.listener.position, ==, 0);
  g_assert_cmpuint (self.listener.removed, ==, 0);
  g_assert_cmpuint (self.listener.added, ==, 1);
  g_assert_true (is_selected (&self, 13));
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, id);

  /* Hidden, it does not count; found again, it is as before. */
  hn_list_query_set_search (self.query, "dot 05");
  model_fixture_settle (self.list);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, 0);
  hn_list_query_set_search (self.query, NULL);
  model_fixture_settle (self.list);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, id);

  model_fixture_delete (fixture, id);
  model_fixture_settle (self.list);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 0);

  tear_down (&self);
}

/* All is all that is found, also what the list has not announced yet; blank rows are nothing. */
static void
test_all (ModelFixture  *fixture,
          gconstpointer  data)
{
  Selected self;
  GtkSelectionModel *model;
  g_autoptr (GArray) ids = NULL;

  set_up (&self, fixture);
  model = GTK_SELECTION_MODEL (self.selection);
  hn_list_query_set_search (self.query, "dot 01");
  model_fixture_wait (self.query);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, 11);
  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_true (is_selected (&self, 10));
  g_assert_false (is_selected (&self, 11));
  ids = hn_id_selection_get_ids (self.selection);
  g_assert_cmpuint (ids->len, ==, 11);

  /* What was not found is not selected when it comes back. */
  model_fixture_settle (self.list);
  hn_list_query_set_search (self.query, NULL);
  model_fixture_wait (self.query);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 11);
  g_assert_true (gtk_selection_model_select_all (model));
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 60);

  tear_down (&self);
}

/* A record that was just made is selected before the list has it. */
static void
test_select_id (ModelFixture  *fixture,
                gconstpointer  data)
{
  Selected self;
  g_autoptr (HnRecord) record = model_fixture_campaign ("A");
  gint64 id = model_fixture_save (fixture, record);

  set_up (&self, fixture);
  hn_id_selection_select_id (self.selection, id + 1);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 0);
  hn_id_selection_select_id (self.selection, id);
  g_assert_cmpint (hn_id_selection_get_only_id (self.selection), ==, id);
  hn_id_selection_select_id (self.selection, 0);
  g_assert_cmpuint (hn_id_selection_get_n_selected (self.selection), ==, 0);

  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                                                \
  g_test_add ("/ui/selection/" path, ModelFixture, GUINT_TO_POINTER (60), model_fixture_set_up, test,                  \
              model_fixture_tear_down)
  ADD ("select", test_select);
  ADD ("set-selection", test_set_selection);
  ADD ("follows", test_follows);
  ADD ("all", test_all);
  ADD ("select-id", test_select_id);
#undef ADD

  return g_test_run ();
}
