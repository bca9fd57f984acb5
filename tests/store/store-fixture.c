/* The store of a window on a register of its own for each test. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "hn-test-register.h"

static void
changed_cb (HnStore      *store,
            GPtrArray    *changes,
            StoreFixture *fixture)
{
  g_assert_true (g_thread_self () == fixture->thread);
  g_assert_null (fixture->result);
  fixture->n_changed++;
  fixture->all = fixture->all || changes == NULL;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    g_array_append_val (fixture->ids, ((HnRecordChange *) g_ptr_array_index (changes, i))->id);
}

/* Of whatever was asked for; the answer is in the fixture. */
void
store_fixture_done_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  StoreFixture *fixture = data;

  g_assert_true (g_thread_self () == fixture->thread);
  g_set_object (&fixture->result, result);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = hn_test_path ("register.hng");
  g_object_unref (hn_test_create (fixture->path));
  fixture->thread = g_thread_self ();
  fixture->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->store = hn_store_new (fixture->path, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_clear_object (&fixture->result);
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  g_array_unref (fixture->ids);
  g_free (fixture->path);
}

/* What has been announced and answered so far. */
void
store_fixture_forget (StoreFixture *fixture)
{
  g_clear_object (&fixture->result);
  fixture->n_changed = 0;
  fixture->all = FALSE;
  g_array_set_size (fixture->ids, 0);
}

void
store_fixture_wait (StoreFixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* (out) (optional) @change: 0 where nothing was to be saved */
gint64
store_fixture_save_person (StoreFixture *fixture,
                           gint64        id,
                           const char   *name,
                           gint64       *change)
{
  g_autoptr (HnRecord) record = hn_record_new (hn_kind_lookup ("person"));
  g_autoptr (GError) error = NULL;

  store_fixture_forget (fixture);
  hn_record_set_id (record, id);
  hn_record_set_text (record, "name", name);
  hn_store_save_async (fixture->store, record, NULL, store_fixture_done_cb, fixture);
  store_fixture_wait (fixture);
  g_assert_true (hn_store_save_finish (fixture->store, fixture->result, &id, change, &error));
  g_assert_no_error (error);

  return id;
}
