/* Every template once, a form for every kind of record, and what a list asks its model for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "hn-editor.h"
#include "hn-list-page.h"
#include "hn-record-column.h"
#include "hn-record-list.h"
#include "hn-report-page.h"
#include "hn-shortcuts-dialog.h"
#include "hn-ui.h"
#include "hn-window.h"
#include "model-fixture.h"

/* docs/performance.md: what a reload, a sort or a search may ask for. */
#define MAX_GET_ITEM 410

static void
iterate_until (gboolean (*check) (gpointer data),
               gpointer   data)
{
  while (!check (data))
    g_main_context_iteration (NULL, TRUE);
}

/* A widget that waits for an answer of the store goes when that is there. */
static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
assert_goes (gpointer object)
{
  gpointer pointer = object;

  g_object_add_weak_pointer (object, &pointer);
  g_object_unref (object);
  iterate_until (is_gone, &pointer);
}

static void
test_pages (ModelFixture  *fixture,
            gconstpointer  data)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      HnListPage *page = HN_LIST_PAGE (g_object_ref_sink (hn_list_page_new (fixture->context, kinds[i])));

      hn_list_page_set_narrow (page, TRUE);
      hn_list_page_set_narrow (page, FALSE);
      assert_goes (page);
    }
}

static void
test_forms (ModelFixture  *fixture,
            gconstpointer  data)
{
  guint n_kinds;
  const HnKind *const *kinds = hn_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (HnRecord) record = hn_record_new (kinds[i]);
      AdwDialog *editor = g_object_ref_sink (hn_editor_new (fixture->context, record));

      g_assert_nonnull (adw_dialog_get_title (editor));
      g_assert_true (adw_dialog_get_can_close (editor));
      g_assert_finalize_object (editor);
    }
}

static void
test_dialogs (ModelFixture  *fixture,
              gconstpointer  data)
{
  assert_goes (g_object_ref_sink (hn_report_page_new (fixture->context)));
  assert_goes (g_object_ref_sink (hn_shortcuts_dialog_new ()));
}

static void
test_window (ModelFixture  *fixture,
             gconstpointer  data)
{
  /* Again and again: what is left behind would be seen. */
  for (int i = 0; i < 10; i++)
    {
      GtkWidget *window = hn_window_new (NULL);
      gpointer pointer = window;

      g_object_add_weak_pointer (G_OBJECT (window), &pointer);
      hn_window_open (HN_WINDOW (window), fixture->path);
      gtk_window_present (GTK_WINDOW (window));
      gtk_window_destroy (GTK_WINDOW (window));
      iterate_until (is_gone, &pointer);
    }
}

/* --- what a list asks for ------------------------------------------------ */

static gpointer (*get_item) (GListModel *model, guint position);
static guint n_get_item;

static gpointer
count_get_item (GListModel *model,
                guint       position)
{
  n_get_item++;

  return get_item (model, position);
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint         *n_frames)
{
  (*n_frames)++;
}

static gboolean
is_painted (gpointer data)
{
  return *(guint *) data >= 2;
}

static void
wait_painted (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_frames);

  while (!is_painted (&n_frames))
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static void
assert_asks_little (const char   *what,
                    HnRecordList *list,
                    GtkWidget    *window)
{
  model_fixture_wait (hn_record_list_get_query (list));
  if (!g_str_equal (what, "first frame"))
    model_fixture_settle (list);
  wait_painted (window);
  g_test_message ("%s: %u get_item calls", what, n_get_item);
  g_assert_cmpuint (n_get_item, <=, MAX_GET_ITEM);
  n_get_item = 0;
}

static void
test_get_item (ModelFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (HnListQuery) query = hn_list_query_new (fixture->store, fixture->kind);
  g_autoptr (HnRecordList) list = hn_record_list_new (query);
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *view =
    gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list)))));
  g_autoptr (GtkColumnViewColumn) column = hn_record_column_new (fixture->kind, &fixture->kind->fields[0]);
  g_autoptr (HnRecord) record = model_fixture_campaign ("Đợt mới");

  G_LIST_MODEL_GET_IFACE (list)->get_item = count_get_item;
  n_get_item = 0;
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  assert_asks_little ("first frame", list, window);

  hn_record_list_release_tail (list);
  assert_asks_little ("tail", list, window);
  gtk_column_view_scroll_to (GTK_COLUMN_VIEW (view), 1500, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
  assert_asks_little ("jump", list, window);
  hn_list_query_set_sort (query, "-name");
  assert_asks_little ("sort", list, window);
  hn_list_query_set_search (query, "dot 1");
  assert_asks_little ("search", list, window);
  hn_list_query_set_search (query, NULL);
  assert_asks_little ("all again", list, window);
  model_fixture_save (fixture, record);
  assert_asks_little ("save", list, window);
  hn_list_query_reload (query);
  assert_asks_little ("reload", list, window);

  G_LIST_MODEL_GET_IFACE (list)->get_item = get_item;
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  hn_ui_init ();
  get_item = ((GListModelInterface *) g_type_interface_peek (g_type_class_ref (HN_TYPE_RECORD_LIST), G_TYPE_LIST_MODEL))
               ->get_item;

#define ADD(path, n, test)                                                                                             \
  g_test_add ("/ui/widgets/" path, ModelFixture, GUINT_TO_POINTER (n), model_fixture_set_up, test,                     \
              model_fixture_tear_down)
  ADD ("pages", 3, test_pages);
  ADD ("forms", 3, test_forms);
  ADD ("dialogs", 3, test_dialogs);
  ADD ("window", 3, test_window);
  ADD ("get-item", 2000, test_get_item);
#undef ADD

  return g_test_run ();
}
