/* The store of a window: saved on a thread, announced on the main one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hn-store.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "hn-test-register.h"
#include "store-fixture.h"

static void
test_save (StoreFixture  *fixture,
           gconstpointer  data)
{
  gint64 change;
  gint64 same;
  gint64 id = store_fixture_save_person (fixture, 0, "Nguyễn Văn An", &change);
  g_autofree char *found = hn_test_list (hn_store_get_reader (fixture->store), "person", "an", NULL, NULL);

  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (change, ==, 1);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (fixture->ids, gint64, 0), ==, id);

  g_assert_cmpint (store_fixture_save_person (fixture, id, "Nguyễn Văn An", &same), ==, id);
  g_assert_cmpint (same, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  hn_store_poll (fixture->store);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_save_invalid (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  hn_store_save_async (fixture->store, record, NULL, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
finish_undo (StoreFixture *fixture,
             const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  store_fixture_wait (fixture);
  g_assert_true (hn_store_undo_finish (fixture->store, fixture->result, &title, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_delete_and_back (StoreFixture  *fixture,
                      gconstpointer  data)
{
  gint64 id = store_fixture_save_person (fixture, 0, "Nguyễn Văn An", NULL);
  g_autoptr (GError) error = NULL;
  gint64 change;

  store_fixture_forget (fixture);
  hn_store_delete_async (fixture->store, hn_kind_lookup ("person"), id, HN_DELETE_ALONE, 0, NULL, store_fixture_done_cb,
                         fixture);
  store_fixture_wait (fixture);
  g_assert_true (hn_store_delete_finish (fixture->store, fixture->result, &change, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  store_fixture_save_person (fixture, 0, "Trần Thị Bình", NULL);
  store_fixture_forget (fixture);
  hn_store_revert_async (fixture->store, change, NULL, store_fixture_done_cb, fixture);
  finish_undo (fixture, NULL);
  g_assert_true (hn_register_find_kind (hn_store_get_reader (fixture->store), id) == hn_kind_lookup ("person"));

  store_fixture_forget (fixture);
  hn_store_undo_async (fixture->store, NULL, store_fixture_done_cb, fixture);
  finish_undo (fixture, "Trần Thị Bình");
  store_fixture_forget (fixture);
  hn_store_redo_async (fixture->store, NULL, store_fixture_done_cb, fixture);
  finish_undo (fixture, "Trần Thị Bình");
}

/* Many saves asked for at once are done one after the other, and each is announced. */
static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_assert_true (hn_store_save_finish (HN_STORE (source), result, NULL, NULL, NULL));
  ++*(guint *) data;
}

static void
test_many (StoreFixture  *fixture,
           gconstpointer  data)
{
  guint n_done = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));

      hn_record_set_text (record, "name", "Nguyễn Văn An");
      hn_store_save_async (fixture->store, record, NULL, count_cb, &n_done);
      hn_record_set_text (record, "name", "changed after it was handed over");
    }
  while (n_done < 50)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 50);
  g_assert_cmpuint (fixture->ids->len, ==, 50);
  hn_test_assert_fine (hn_store_get_reader (fixture->store));
}

/* --- jobs ------------------------------------------------------------ */

static gpointer
count_job (HnRegister    *reg,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  HnListing listing = { .kind = hn_kind_lookup (data) };
  GArray *ids = hn_register_list (reg, &listing, cancellable, error);

  g_assert_true (hn_register_is_read_only (reg));

  return ids;
}

static void
test_job (StoreFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref, NULL,
                       store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  ids = hn_store_read_finish (fixture->store, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 400);
}

static void
test_job_not_taken (StoreFixture  *fixture,
                    gconstpointer  data)
{
  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref, NULL,
                       store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
}

static void
test_cancel (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hn_store_read_async (fixture->store, count_job, g_strdup ("area"), g_free, (GDestroyNotify) g_array_unref,
                       cancellable, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  g_assert_null (hn_store_read_finish (fixture->store, fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  store_fixture_forget (fixture);
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (fixture->store, record, cancellable, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* --- its beginning and its end -------------------------------------------- */

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_chmod (fixture->path, 0444);
  fixture->store = hn_store_new (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (hn_store_is_read_only (fixture->store));
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (fixture->store, record, NULL, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  g_assert_false (hn_store_save_finish (fixture->store, fixture->result, NULL, NULL, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_READ_ONLY);
}

static void
test_refused (void)
{
  g_autofree char *path = hn_test_path ("nowhere.hng");
  g_autoptr (GError) error = NULL;

  g_assert_null (hn_store_new (path, &error));
  g_assert_error (error, HN_REGISTER_ERROR, HN_REGISTER_ERROR_MISSING);
}

/* The last reference may go while work is under way: it is done, and then everything ends. */
static void
quit_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(gboolean *) data = TRUE;
}

static void
test_dropped (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autofree char *found = NULL;
  gboolean done = FALSE;
  HnStore *store = g_steal_pointer (&fixture->store);
  HnRegister *reg;

  g_signal_handlers_disconnect_by_data (store, fixture);
  hn_record_set_text (record, "name", "Nguyễn Văn An");
  hn_store_save_async (store, record, NULL, quit_cb, &done);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  while (store != NULL && g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (store);
  reg = hn_test_open (fixture->path);
  found = hn_test_list (reg, "person", NULL, NULL, NULL);
  g_assert_cmpstr (found, ==, "Nguyễn Văn An");
  g_object_unref (reg);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/async/" name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("save", test_save);
  ADD ("save-invalid", test_save_invalid);
  ADD ("delete-and-back", test_delete_and_back);
  ADD ("many", test_many);
  ADD ("job", test_job);
  ADD ("job-not-taken", test_job_not_taken);
  ADD ("cancel", test_cancel);
  ADD ("read-only", test_read_only);
  ADD ("dropped", test_dropped);
  g_test_add_func ("/async/refused", test_refused);

  return g_test_run ();
}
