/* A list, and somebody who only listens to what it announces. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-listener.h"

/* Of a row that knows its place. */
gint64
list_item_id (HnRecordList *list,
              guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpuint (hn_list_row_get_position (row), ==, position);

  return hn_list_row_get_id (row);
}

static void
items_changed_cb (GListModel   *model,
                  guint         position,
                  guint         removed,
                  guint         added,
                  ListListener *listener)
{
  listener->n_signals++;
  listener->position = position;
  listener->removed = removed;
  listener->added = added;

  g_assert_cmpuint (position + removed, <=, listener->ids->len);
  if (removed > 0)
    g_array_remove_range (listener->ids, position, removed);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, listener->ids->len + added);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = list_item_id (HN_RECORD_LIST (model), position + i);

      g_array_insert_val (listener->ids, position + i, id);
    }
}

void
list_listener_start (ListListener *listener,
                     HnRecordList *list)
{
  *listener = (ListListener) { .list = list };
  listener->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      gint64 id = list_item_id (list, i);

      g_array_append_val (listener->ids, id);
    }
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), listener);
}

void
list_listener_stop (ListListener *listener)
{
  g_signal_handlers_disconnect_by_data (listener->list, listener);
  g_array_unref (listener->ids);
}

void
list_listener_assert (ListListener *listener,
                      guint         n_signals,
                      guint         position,
                      guint         removed,
                      guint         added)
{
  g_assert_cmpuint (listener->n_signals, ==, n_signals);
  if (n_signals > 0)
    {
      g_assert_cmpuint (listener->position, ==, position);
      g_assert_cmpuint (listener->removed, ==, removed);
      g_assert_cmpuint (listener->added, ==, added);
    }
  listener->n_signals = 0;
}

/* A list by name, whole and answered. */
HnRecordList *
list_create (ModelFixture *fixture)
{
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, fixture->kind);
  HnRecordList *list = hn_record_list_new (query);

  hn_list_query_set_sort (query, "name");
  hn_record_list_release_tail (list);
  model_fixture_settle (list);

  return list;
}

static char *
item_name (HnRecordList *list,
           guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return hn_record_print (hn_list_row_get_record (row), "name");
}

void
list_assert_name (HnRecordList *list,
                  guint         position,
                  const char   *expected)
{
  g_autofree char *name = item_name (list, position);

  g_assert_cmpstr (name, ==, expected);
}

void
list_assert_blank (HnRecordList *list,
                   guint         position)
{
  g_autoptr (HnListRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_cmpint (hn_list_row_get_id (row), ==, 0);
  g_assert_null (hn_list_row_get_record (row));
}
