/* The history as a list: read page by page, by days, and kept up to date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "hn-history-words.h"
#include "hn-history.h"
#include "model-fixture.h"

/* --- words --------------------------------------------------------------- */

static void
assert_day (const char *day,
            const char *now,
            const char *expected)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (day, NULL);
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (now, NULL);
  g_autofree char *words = hn_history_day (then, today);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_days (void)
{
  assert_day ("2021-05-12T00:00:00+07", "2021-05-12T23:59:59+07", "Today");
  assert_day ("2021-05-11T23:59:59+07", "2021-05-12T00:00:00+07", "Yesterday");
  assert_day ("2021-05-10T12:00:00+07", "2021-05-12T12:00:00+07", "10/05/2021");
  assert_day ("2020-12-31T12:00:00+07", "2021-01-01T12:00:00+07", "Yesterday");
  assert_day ("2020-05-12T12:00:00+07", "2021-05-12T12:00:00+07", "12/05/2020");
}

static void
assert_sentence (const char *action,
                 const char *of_action,
                 const char *title,
                 const char *expected)
{
  const HnChangeHead head = {
    .action = (char *) action,
    .of_action = (char *) of_action,
    .title = (char *) title,
    .kind = hn_kind_lookup ("campaign"),
  };
  g_autofree char *sentence = hn_change_sentence (&head);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_sentences (void)
{
  assert_sentence ("add", NULL, "Đợt 1", "Added Đợt 1");
  assert_sentence ("set", NULL, "Đợt 1", "Changed Đợt 1");
  assert_sentence ("delete", NULL, "Đợt 1", "Deleted Đợt 1");
  assert_sentence ("batch", NULL, "Nhập danh sách", "Nhập danh sách");
  assert_sentence ("undo", "set", "Đợt 1", "Taken back: Changed Đợt 1");
  assert_sentence ("redo", "delete", "Đợt 1", "Made again: Deleted Đợt 1");
  assert_sentence ("add", NULL, NULL, "Added Campaign");
}

static void
test_shortened (void)
{
  g_autofree char *none = hn_text_shorten ("ngắn", 4);
  g_autofree char *cut = hn_text_shorten ("Điều một\nĐiều hai", 12);

  g_assert_null (none);
  g_assert_cmpstr (cut, ==, "Điều một Điề…");
}

static void
assert_sum (const guint *n_by_type,
            guint        n_kinds,
            const char  *expected)
{
  const HnKind *kind = hn_kind_lookup ("campaign");
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  HnChangeDetails details = { .kinds = kinds, .fields = fields };
  g_autofree char *sum = NULL;

  g_ptr_array_add (fields, (gpointer) hn_kind_get_field (kind, "name"));
  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (kinds, (gpointer) kind);
  for (HnChangeType type = HN_CHANGE_ADD; type <= HN_CHANGE_DELETE; type++)
    {
      details.n_by_type[type] = n_by_type[type];
      details.n_records += n_by_type[type];
    }
  sum = hn_change_sum (&details);
  g_assert_cmpstr (sum, ==, expected);
}

static void
test_sums (void)
{
  assert_sum ((guint[]) { 0, 1, 0 }, 1, NULL);
  assert_sum ((guint[]) { 0, 1037, 0 }, 1, "1.037 campaigns: Name");
  assert_sum ((guint[]) { 2, 0, 1 }, 1, "3 campaigns: 2 added, 1 deleted");
  assert_sum ((guint[]) { 2, 3, 0 }, 2, "5 records: 2 added, 3 changed");
}

/* --- the list ------------------------------------------------------------ */

static void
wait_loaded (HnHistory *history)
{
  while (hn_history_get_loading (history))
    g_main_context_iteration (NULL, TRUE);
}

static HnHistoryItem *
get_item (HnHistory *history,
          guint      position)
{
  g_autoptr (HnHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (history), position);

  /* The list holds it too. */
  return item;
}

static void
save_campaigns (ModelFixture *fixture,
                guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thêm %u", i);
      g_autoptr (HnRecord) record = model_fixture_campaign (name);

      model_fixture_save (fixture, record);
    }
}

typedef struct
{
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
count_changes (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               Changes    *changes)
{
  *changes = (Changes) { changes->n_signals + 1, position, removed, added };
}

static void
assert_changes (Changes *changes,
                guint    position,
                guint    removed,
                guint    added)
{
  g_assert_cmpuint (changes->n_signals, ==, 1);
  g_assert_cmpuint (changes->position, ==, position);
  g_assert_cmpuint (changes->removed, ==, removed);
  g_assert_cmpuint (changes->added, ==, added);
  *changes = (Changes) { 0 };
}

static void
test_pages (ModelFixture  *fixture,
            gconstpointer  data)
{
  Changes changes = { 0 };
  HnHistory *history;

  save_campaigns (fixture, 50);
  history = hn_history_new (fixture->store, 0);
  g_signal_connect (history, "items-changed", G_CALLBACK (count_changes), &changes);
  wait_loaded (history);
  assert_changes (&changes, 0, 0, 40);
  g_assert_false (hn_history_get_complete (history));
  g_assert_cmpstr (hn_history_item_get_heading (get_item (history, 0)), ==, "Today");
  g_assert_null (hn_history_item_get_heading (get_item (history, 1)));
  g_assert_nonnull (hn_history_item_get_details (get_item (history, 0)));

  hn_history_load_more (history);
  hn_history_load_more (history);
  wait_loaded (history);
  assert_changes (&changes, 40, 0, 10);
  g_assert_true (hn_history_get_complete (history));
  g_assert_null (hn_history_item_get_heading (get_item (history, 40)));

  hn_history_load_more (history);
  g_assert_false (hn_history_get_loading (history));
  g_assert_finalize_object (history);
}

static gboolean
has_items (HnHistory *history,
           guint      n)
{
  return g_list_model_get_n_items (G_LIST_MODEL (history)) == n;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  hn_store_undo_finish (HN_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
}

/* What is new comes on top, what is taken back says so, and the heading moves up. */
static void
test_live (ModelFixture  *fixture,
           gconstpointer  data)
{
  Changes changes = { 0 };
  HnHistory *history;

  save_campaigns (fixture, 2);
  history = hn_history_new (fixture->store, 0);
  wait_loaded (history);
  g_signal_connect (history, "items-changed", G_CALLBACK (count_changes), &changes);

  save_campaigns (fixture, 1);
  while (!has_items (history, 3))
    g_main_context_iteration (NULL, TRUE);
  assert_changes (&changes, 0, 0, 1);
  g_assert_cmpstr (hn_history_item_get_heading (get_item (history, 0)), ==, "Today");
  g_assert_null (hn_history_item_get_heading (get_item (history, 1)));
  g_assert_true (hn_history_item_can_take_back (get_item (history, 0)));

  hn_store_undo_async (fixture->store, NULL, undone_cb, NULL);
  while (!has_items (history, 4))
    g_main_context_iteration (NULL, TRUE);
  assert_changes (&changes, 0, 0, 1);
  g_assert_true (hn_history_item_get_undone (get_item (history, 1)));
  g_assert_false (hn_history_item_can_take_back (get_item (history, 1)));
  g_assert_false (hn_history_item_can_take_back (get_item (history, 0)));
  g_assert_false (hn_history_item_get_undone (get_item (history, 2)));
  g_assert_finalize_object (history);
}

static void
test_filters (ModelFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (HnHistory) history = NULL;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 second = 2;

  save_campaigns (fixture, 12);
  history = hn_history_new (fixture->store, 0);
  g_assert_false (hn_history_is_filtered (history));
  hn_history_set_search (history, "them 11");
  g_assert_true (hn_history_is_filtered (history));
  wait_loaded (history);
  g_assert_true (has_items (history, 1));

  hn_history_set_search (history, "");
  hn_history_set_kind (history, hn_kind_lookup ("person"));
  wait_loaded (history);
  g_assert_true (has_items (history, 0));
  g_assert_true (hn_history_get_complete (history));

  hn_history_set_kind (history, NULL);
  g_array_append_val (numbers, second);
  hn_history_set_numbers (history, numbers);
  wait_loaded (history);
  g_assert_true (has_items (history, 1));
  g_assert_cmpint (hn_history_item_get_head (get_item (history, 0))->number, ==, 2);
}

static void
test_of_record (ModelFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (HnHistory) history = NULL;
  g_autoptr (HnRecord) record = model_fixture_campaign ("Một đợt");
  gint64 id = model_fixture_save (fixture, record);

  save_campaigns (fixture, 3);
  history = hn_history_new (fixture->store, id);
  wait_loaded (history);
  g_assert_true (has_items (history, 1));

  hn_record_set_id (record, id);
  hn_record_set_text (record, "name", "Đợt khác");
  model_fixture_save (fixture, record);
  while (!has_items (history, 2))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hn_history_item_get_head (get_item (history, 0))->title, ==, "Đợt khác");
}

static gboolean
save_many (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hàng loạt %u", i);
      g_autoptr (HnRecord) record = model_fixture_campaign (name);

      hn_record_set_text (record, "note", "Một ghi chú dài, để phần ghi lại của thay đổi này không được đọc ngay");
      if (!hn_register_save (reg, record, error))
        return FALSE;
    }

  return TRUE;
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  hn_store_change_finish (HN_STORE (source), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A large change comes without its details; they are read a part at a time. */
static void
test_large (ModelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (HnHistory) history = NULL;
  HnHistoryItem *item;
  gboolean done = FALSE;

  hn_store_change_async (fixture->store, "Nhập hàng loạt", save_many, NULL, NULL, NULL, changed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  history = hn_history_new (fixture->store, 0);
  wait_loaded (history);
  item = get_item (history, 0);
  g_assert_null (hn_history_item_get_details (item));

  for (guint expected = 50; expected <= 100; expected += 50)
    {
      hn_history_load_details (history, item);
      g_assert_true (hn_history_item_get_busy (item));
      while (hn_history_item_get_busy (item))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (hn_history_item_get_details (item)->n_records, ==, 300);
      g_assert_cmpuint (hn_history_item_get_details (item)->records->len, ==, expected);
    }
}

/* Who goes while an answer is on its way is not met by it. */
static void
test_gone (ModelFixture  *fixture,
           gconstpointer  data)
{
  HnHistory *history = hn_history_new (fixture->store, 0);

  g_assert_true (hn_history_get_loading (history));
  g_assert_finalize_object (history);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/days", test_days);
  g_test_add_func ("/history/sentences", test_sentences);
  g_test_add_func ("/history/shortened", test_shortened);
  g_test_add_func ("/history/sums", test_sums);

#define ADD(path, test)                                                                                                \
  g_test_add ("/history/" path, ModelFixture, GUINT_TO_POINTER (3), model_fixture_set_up, test, model_fixture_tear_down)
  ADD ("pages", test_pages);
  ADD ("live", test_live);
  ADD ("filters", test_filters);
  ADD ("of-record", test_of_record);
  ADD ("large", test_large);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
